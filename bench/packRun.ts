import type { IDataObject, IExecuteFunctions, INode, INodeParameters, INodeType } from 'n8n-workflow';

import { oneNode, type Ran, runWorkflow } from '../test/n8n';
import { credentialFor, packLimits, thisPack } from './contenders';
import type { Xero } from './xero';

/** One workflow with this pack's node, and what may happen to it. */
export interface Work {
	readonly parameters: INodeParameters;
	readonly items: readonly IDataObject[];
	readonly setting?: Partial<INode>;
	/** ms of Xero's time from the first answer on, after which the execution is canceled. */
	readonly canceledAfter?: number;
	/** ms of the machine's time after which it is no longer waited for. */
	readonly bound?: number;
}

export interface Run {
	/** Absent when the bound was reached. */
	readonly ran?: Ran;
	/** ms of Xero's time until the end. */
	readonly ms: number;
	readonly calls: number;
	/** Calls answered with 429. */
	readonly limited: number;
	/** Calls that the node sent after it had ended. */
	readonly later: number;
}

/**
 * The node with another signal of the execution, since of a canceled one n8n tells only that it was canceled and not how the node ended.
 * @param sends told of each call that the node sends, and whether it had ended by then
 */
const observed = (node: INodeType, signal: AbortSignal, sends: (afterwards: boolean) => void): INodeType => ({
	description: node.description,
	async execute() {
		let over = false;
		const { httpRequestWithAuthentication } = this.helpers;
		const send = async function (this: IExecuteFunctions, ...given: Parameters<typeof httpRequestWithAuthentication>) {
			sends(over);
			return (await httpRequestWithAuthentication.apply(this, given)) as unknown;
		};
		const helpers = Object.create(this.helpers, { httpRequestWithAuthentication: { value: send } }) as typeof this.helpers;
		const context = { helpers: { value: helpers }, getExecutionCancelSignal: { value: () => signal } };
		try {
			return await node.execute!.call(Object.create(this, context) as typeof this);
		} finally {
			over = true;
		}
	},
});

/** ms of Xero's time for which calls are looked for after the end. */
const AFTERWARDS = 60_000;

/** Runs this pack's node and looks at what it does, also after it has ended. */
export async function runPack(xero: Xero, { parameters, items, setting, canceledAfter, bound = 60_000 }: Work): Promise<Run> {
	const { sandbox } = xero;
	const stop = new AbortController();
	let later = 0;
	const node = observed(thisPack.node(sandbox), stop.signal, (afterwards) => void (later += Number(afterwards)));
	const workflow = oneNode('measured', parameters, items, setting);
	sandbox.forget();
	packLimits.forgetLimits();
	const started = xero.now();
	const running = runWorkflow(workflow, {
		types: { measured: node },
		credentials: { [thisPack.credential]: credentialFor(sandbox) },
	});
	if (canceledAfter !== undefined)
		void xero.answered().then(async () => {
			await xero.sleep(canceledAfter);
			stop.abort();
		});
	let late: NodeJS.Timeout | undefined;
	const bounded = new Promise<undefined>((resolve) => (late = setTimeout(() => resolve(undefined), bound)));
	const ran = await Promise.race([running, bounded]);
	clearTimeout(late);
	const ended = xero.now();
	const { length: calls } = sandbox.calls;
	const limited = sandbox.calls.filter(({ limit }) => limit !== undefined).length;
	if (ran) await xero.sleep(AFTERWARDS);
	stop.abort();
	await running;
	return { ...(ran ? { ran } : {}), ms: ended - started, calls, limited, later };
}
