import type { IDataObject, INodeExecutionData, INodeListSearchResult, INodeParameters, INodeType } from 'n8n-workflow';
import type { Api } from '../../nodes/shared/model/operation';
import type { Act } from '../node/stage';
import { byId, KERERU, Stage } from '../node/stage';
import type { WorkflowFile } from '../n8n';
import { loadOptions, oneNode, runWorkflow } from '../n8n';
import { heldToSchema } from '../heldToSchema';
import { nothingMissing, unknownCalls, walkThrough } from '../whatToDo';

export { byId, byName, KERERU } from '../node/stage';

/** An operation, as 'timeEntry.create'. */
const parametersOf = (
	what: string,
	parameters: INodeParameters,
	organisation: INodeParameters['organisation'],
): INodeParameters => {
	const [resource, operation] = what.split('.') as [string, string];
	return { organisation, resource, operation, ...parameters };
};

/** One of the smaller nodes between n8n's own engine and a sandbox, which knows nothing of the tables. */
export class ApiStage {
	/** The sandbox, its clock, and the credential connected to it. */
	readonly stage = new Stage();
	/** Operations that were run. */
	readonly done = new Set<string>();
	private readonly type: string;

	/** Opens a sandbox before the tests of a file, one for all of them. */
	/** @param tenant the organisation that operations work in, and that the credential is connected to; the usual one unless said */
	constructor(
		private readonly node: INodeType,
		private readonly api: Api,
		private readonly tenant = KERERU,
	) {
		this.type = `n8n-nodes-xero-suite.${node.description.name}`;
		beforeAll(async () => {
			await this.stage.open();
			if (tenant !== KERERU) this.stage.connect({ tenants: [tenant] });
		});
		afterAll(async () => await this.stage.close());
	}

	private get world() {
		return { types: { [this.type]: this.node }, credentials: this.stage.credentials };
	}

	/**
	 * Runs one operation over input items: what came out, which is as its schema says, what went to the error output, and what ended it (''
	 * when nothing did).
	 */
	async try(
		what: string,
		parameters: INodeParameters = {},
		items: ReadonlyArray<IDataObject | INodeExecutionData> = [{}],
		{ settings = {}, organisation = byId(this.tenant), ...rest }: Act = {},
	) {
		const file = oneNode(this.type, parametersOf(what, parameters, organisation), items, settings);
		const ran = await runWorkflow(file, { ...this.world, ...rest });
		this.done.add(what);
		const { error } = ran;
		const { onError, rewireOutputLogTo: asTool } = settings;
		// What is refused is an item among the others where the run goes on, and where it is an agent's tool.
		if (onError !== 'continueRegularOutput' && !asTool) heldToSchema(this.type, what, parameters, ran.json('Xero'));
		return {
			items: ran.items('Xero'),
			json: ran.json('Xero'),
			refused: ran.json('Xero', 1),
			error: error ? `${error.message}\n${error.description ?? ''}` : '',
		};
	}

	/** Runs an operation for one item, or several, and gives the records that come out. */
	async all(
		what: string,
		parameters: INodeParameters = {},
		items?: ReadonlyArray<IDataObject | INodeExecutionData>,
	): Promise<IDataObject[]> {
		const { error, json } = await this.try(what, parameters, items);
		expect([what, error, ...unknownCalls(this.stage.sandbox.calls)]).toEqual([what, '']);
		return json;
	}

	/** The first record that comes out of an operation. */
	async json(what: string, parameters: INodeParameters = {}): Promise<IDataObject> {
		return (await this.all(what, parameters))[0] ?? {};
	}

	/** Runs an operation that is refused, and gives message and description. */
	async refused(what: string, parameters: INodeParameters = {}): Promise<string> {
		const { error, items } = await this.try(what, parameters);
		expect([what, error === '', items]).toEqual([what, false, []]);
		return error;
	}

	/** Runs a whole workflow with the node in it. */
	async runFile(file: WorkflowFile) {
		return await runWorkflow(file, this.world);
	}

	/** Asks for a list as the editor does for From List, in the panel of an operation that is filled in so far. */
	async search(list: string, what: string, parameters: INodeParameters = {}, filter?: string): Promise<INodeListSearchResult> {
		await this.stage.passMinute();
		const file = oneNode(this.type, parametersOf(what, parameters, byId(this.tenant)), []);
		return await this.node.methods!.listSearch![list]!.call(loadOptions(file, 'Xero', this.world), filter);
	}

	/** Chooses the first line of a list: what it says, and what the panel saves of it. */
	async choose(list: string, what: string, parameters: INodeParameters = {}, filter = '') {
		const { results } = await this.search(list, what, parameters, filter);
		expect([list, filter, results.length]).not.toEqual([list, filter, 0]);
		const { name, value } = results[0]!;
		return { line: name, picked: { __rl: true, mode: 'list', value: String(value) } };
	}

	/** The calls Xero got, as 'PUT /Projects/…'. */
	get asked(): string[] {
		return this.stage.sandbox.calls
			.filter(({ url }) => url.startsWith(this.api.basePath))
			.map(({ method, url }) => `${method} ${url.split('?')[0]!.slice(this.api.basePath.length)}`);
	}

	/**
	 * Holds the tests of a file, named from the root of the project, to running every operation of the table but the call of one's own.
	 * @param called what the file calls this stage
	 * @param keys the resources that the file walks through; all of the table unless said
	 */
	leavesNothingOut(file: string, called = 'stage', keys?: readonly string[]): void {
		afterAll(() => {
			const missing = this.api.resources
				.filter(({ key }) => key !== 'apiRequest' && (keys?.includes(key) ?? true))
				.flatMap(({ key, operations }) =>
					Object.entries(operations).map(([operation, row]) => [`${key}.${operation}`, row] as const),
				)
				.filter(([what]) => !this.done.has(what));
			nothingMissing(
				missing.map(([what]) => `No step runs ${what}`),
				walkThrough(file, `${called}.json`, missing),
			);
		});
	}
}
