import type { LoadOptionsContext } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeListSearchResult,
	INodeParameters,
} from 'n8n-workflow';
import { XeroSuiteOAuth2Api } from '../../credentials/XeroSuiteOAuth2Api.credentials';
import { XeroAccounting } from '../../nodes/XeroAccounting/XeroAccounting.node';
import { XeroAssets } from '../../nodes/XeroAssets/XeroAssets.node';
import { XeroBankFeeds } from '../../nodes/XeroBankFeeds/XeroBankFeeds.node';
import { XeroFiles } from '../../nodes/XeroFiles/XeroFiles.node';
import { XeroFinance } from '../../nodes/XeroFinance/XeroFinance.node';
import { XeroPayrollNz } from '../../nodes/XeroPayroll/nz/XeroPayrollNz.node';
import { XeroPayrollAu } from '../../nodes/XeroPayroll/au/XeroPayrollAu.node';
import { XeroPayrollUk } from '../../nodes/XeroPayroll/uk/XeroPayrollUk.node';
import { XeroProjects } from '../../nodes/XeroProjects/XeroProjects.node';
import { XeroReports } from '../../nodes/XeroReports/XeroReports.node';
import { forgetLimits } from '../../nodes/shared/http/rateLimiter';
import { clock as nodesClock } from '../../nodes/shared/http/clock';
import { leapingClock } from '../../sandbox/clock';
import type { CallRecord, Clock, Limits, Sandbox } from '../../sandbox/contract';
import { startSandbox } from '../../sandbox/server';
import { asN8nResolvesIt } from '../credential/asN8nResolvesIt';
import { heldToSchema } from '../heldToSchema';
import type { Ran, RunOptions, WorkflowFile } from '../n8n';
import { loadOptions, oneNode, runWorkflow } from '../n8n';

const TYPE = 'n8n-nodes-xero-suite.xeroAccounting';
const REPORTS = 'n8n-nodes-xero-suite.xeroReports';
const node = new XeroAccounting();
const types = {
	[TYPE]: node,
	'n8n-nodes-xero-suite.xeroAssets': new XeroAssets(),
	'n8n-nodes-xero-suite.xeroBankFeeds': new XeroBankFeeds(),
	'n8n-nodes-xero-suite.xeroFiles': new XeroFiles(),
	'n8n-nodes-xero-suite.xeroFinance': new XeroFinance(),
	'n8n-nodes-xero-suite.xeroPayrollAu': new XeroPayrollAu(),
	'n8n-nodes-xero-suite.xeroPayrollNz': new XeroPayrollNz(),
	'n8n-nodes-xero-suite.xeroPayrollUk': new XeroPayrollUk(),
	'n8n-nodes-xero-suite.xeroProjects': new XeroProjects(),
	[REPORTS]: new XeroReports(),
};
const BASE = '/api.xro/2.0';

export interface StageOptions {
	readonly seed?: 'demo' | 'small' | 'empty';
	readonly limits?: Partial<Limits>;
	/** One sandbox for the whole file: for tests that only read. */
	readonly shared?: boolean;
}

/** How a test runs the node: settings of the node, another organisation or none, the same execution again, a way to cancel. */
export interface Act {
	readonly settings?: Partial<INode>;
	readonly organisation?: INodeParameters['organisation'];
	readonly executionId?: string;
	readonly started?: RunOptions['started'];
	/** The type of the node, where it is not Xero Accounting. */
	readonly type?: string;
}

/** What came of a run. */
export interface Scene {
	/** Items of the first output. */
	readonly items: INodeExecutionData[];
	readonly json: IDataObject[];
	/** Items of the error output. */
	readonly refused: INodeExecutionData[];
	/** First input item of each output item. */
	readonly pairs: number[];
	readonly hints: string[];
	/** Message and description of the error that ended the run, '' when none did. */
	readonly error: string;
	readonly ran: Ran;
}

/** The organisation that tests work in when they name none. */
export const KERERU = '6b1f3c52-8d0e-4a57-9c3b-2e74a1d05f10';
export const HARBOUR = 'c94e27a8-51b6-4f3d-8e02-7ad913b6c4f2';

export const byId = (value: string) => ({ __rl: true, mode: 'id', value });
export const byName = (value: string) => ({ __rl: true, mode: 'name', value });
export const byCode = (value: string) => ({ __rl: true, mode: 'code', value });
export const byNumber = (value: string) => ({ __rl: true, mode: 'number', value });

const pairOf = ({ pairedItem }: INodeExecutionData): number => {
	const first = Array.isArray(pairedItem) ? pairedItem[0] : pairedItem;
	return typeof first === 'object' ? first.item : (first ?? -1);
};

const pathOf = (url: string): string => url.split('?')[0]!.replace(BASE, '');

/** A sandbox, a credential connected to it, and n8n's engine with the node between them. */
export class Stage {
	sandbox!: Sandbox;
	clock!: Clock;
	/** When the sandbox was opened, and what it holds made (ms since the epoch). */
	openedAt!: number;
	credentials!: { xeroSuiteOAuth2Api: ICredentialDataDecryptedObject };

	constructor(private readonly options: StageOptions = {}) {}

	async open(): Promise<void> {
		this.clock = leapingClock();
		this.openedAt = this.clock.now();
		Object.assign(nodesClock, this.clock, { random: () => 0.5 });
		forgetLimits();
		const { seed = 'small', limits = {} } = this.options;
		this.sandbox = await startSandbox({ port: 0, seed, clock: this.clock, limits });
		this.connect();
	}

	async close(): Promise<void> {
		await this.sandbox.stop();
	}

	/** A sign-in by the code flow; both organisations when none is named. */
	connect(issue: Parameters<Sandbox['issue']>[0] = {}): void {
		const { web } = this.sandbox.apps;
		this.credentials = {
			xeroSuiteOAuth2Api: {
				...this.resolved({ grantType: 'authorizationCode', clientId: web.clientId, clientSecret: web.clientSecret! }),
				oauthTokenData: this.sandbox.issue(issue) as never,
			},
		};
	}

	/** A Custom Connection: no sign-in, one organisation; without `access` with what a credential asks for at first. */
	connectCustom(access?: readonly string[]): void {
		const { custom } = this.sandbox.apps;
		this.credentials = {
			xeroSuiteOAuth2Api: this.resolved({
				grantType: 'clientCredentials',
				clientId: custom.clientId,
				clientSecret: custom.clientSecret!,
				...(access ? { access: [...access] } : {}),
			}),
		};
	}

	private resolved(stored: ICredentialDataDecryptedObject): ICredentialDataDecryptedObject {
		return asN8nResolvesIt(new XeroSuiteOAuth2Api(), { ...stored, environment: 'sandbox', sandboxUrl: this.sandbox.url });
	}

	/** Runs one operation over input items, e.g. `run('contact.create', { Name: '={{ $json.name }}' }, [{ name: 'Ngaio Sports' }])`. */
	async run(
		what: string,
		parameters: INodeParameters = {},
		items: ReadonlyArray<IDataObject | INodeExecutionData> = [{}],
		{ settings = {}, organisation = byId(KERERU), type = TYPE, ...rest }: Act = {},
	): Promise<Scene> {
		const [resource, operation] = what.split('.') as [string, string];
		const file = oneNode(type, { organisation, resource, operation, ...parameters }, items, settings);
		const ran = await runWorkflow(file, { types, credentials: this.credentials, ...rest });
		const { error } = ran;
		const out = ran.items('Xero');
		return {
			items: out,
			json: out.map(({ json }) => json),
			refused: ran.items('Xero', 1),
			pairs: out.map(pairOf),
			hints: ran.hints('Xero').map(({ message }) => message),
			error: error ? `${error.message}\n${error.description ?? ''}` : '',
			ran,
		};
	}

	/** Runs one operation of Xero Financial Reports, e.g. `report('statement.trialBalance')`, and holds its rows to their schema. */
	async report(what: string, parameters: INodeParameters = {}, items?: readonly IDataObject[], act: Act = {}): Promise<Scene> {
		const scene = await this.run(what, parameters, items, { ...act, type: REPORTS });
		// What is refused is an item among the others where the run goes on, and where it is an agent's tool.
		if (act.settings === undefined) heldToSchema(REPORTS, what, parameters, scene.json);
		return scene;
	}

	/** Runs a whole workflow in the one organisation of the credential. */
	async runFile(file: WorkflowFile): Promise<Ran> {
		return await runWorkflow(file, { types, credentials: this.credentials });
	}

	/** Lets Xero's minute pass: a list in the editor waits for no limit. */
	async passMinute(): Promise<void> {
		await this.clock.sleep(60_000);
	}

	/** Asks for a list as the editor does for From List, in the panel of a resource. */
	async search(
		method: string,
		filter?: string,
		token?: string,
		organisation: INodeParameters['organisation'] = byId(KERERU),
		resource = 'invoice',
		operation = 'create',
	): Promise<INodeListSearchResult> {
		const file = oneNode(TYPE, { organisation, resource, operation }, []);
		const context: LoadOptionsContext = loadOptions(file, 'Xero', { types, credentials: this.credentials });
		return await node.methods.listSearch[method]!.call(context, filter, token);
	}

	/** The calls Xero got for an organisation, as 'PUT /Invoices'; those that were replayed from the key's memory as well. */
	get asked(): string[] {
		return this.sandbox.calls.filter(({ url }) => url.startsWith(BASE)).map(({ method, url }) => `${method} ${pathOf(url)}`);
	}

	/** Calls of one kind, e.g. called('PUT /Invoices'). */
	called(what: string): CallRecord[] {
		return this.sandbox.calls.filter(({ method, url }) => `${method} ${pathOf(url)}` === what);
	}

	/** The one value of the query of each call of one kind. */
	queries(what: string): Array<Record<string, string>> {
		return this.called(what).map(({ url }) => Object.fromEntries(new URL(url, 'http://sandbox').searchParams));
	}

	records(plural: string, tenant = KERERU): Array<Record<string, unknown>> {
		return [...this.sandbox.records(tenant, plural)];
	}
}

/** A stage for the tests of a file: a fresh one for each of them, unless it is shared. */
export function staged(options: StageOptions = {}): Stage {
	const stage = new Stage(options);
	if (options.shared) {
		beforeAll(async () => await stage.open());
		afterAll(async () => await stage.close());
		beforeEach(() => {
			forgetLimits();
			stage.sandbox.forget();
		});
	} else {
		beforeEach(async () => await stage.open());
		afterEach(async () => await stage.close());
	}
	return stage;
}

/** Parameters of a sales invoice of one line, from items { number, customer, amount, account }. */
export const SALE: INodeParameters = {
	Contact: byName('={{ $json.customer }}'),
	LineAmountTypes: 'Exclusive',
	LineItems: {
		line: [
			{
				Description: 'Chairs',
				Quantity: 1,
				UnitAmount: '={{ $json.amount }}',
				AccountCode: byCode('={{ $json.account }}'),
			},
		],
	},
	InvoiceNumber: '={{ $json.number }}',
};

/** Input items for SALE: S-0001, S-0002, …, for 1.00, 2.00, … */
export const sales = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({
		number: `S-${String(index + 1).padStart(4, '0')}`,
		customer: 'Ngaio Sports',
		amount: index + 1,
		account: '200',
	}));
