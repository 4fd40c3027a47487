import './silence';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import pLimit from 'p-limit';

import { leapingClock, scaledClock } from '../sandbox/clock';
import { runWorkflow, type WorkflowFile } from '../test/n8n';
import { packLimits, reportsNode, thisPack } from './contenders';
import { leastNode } from './leastNode';
import { type Seen, type Watch, watched } from './watched';

/** What a process is asked to run, and told of it: all of it goes from process to process as JSON. */
export interface Order {
	readonly workflows: readonly WorkflowFile[];
	/** Executions at the same time, as n8n's concurrency says. */
	readonly atOnce: number;
	readonly credential: ICredentialDataDecryptedObject;
	/** How many times faster than the machine's the pack's clock runs; it leaps over waiting when absent, as if there were no limits. */
	readonly factor?: number;
	readonly watch?: Watch;
	/** Xero Accounting of this pack unless said. */
	readonly node?: 'least' | 'reports';
}

export interface Report extends Seen {
	/** What the workflows that did not end well ended with. */
	readonly errors: readonly string[];
	/** Items that left the nodes, those with an error not counted. */
	readonly given: number;
}

async function run({ workflows, atOnce, credential, factor, watch = 'nothing', node: which }: Order): Promise<Report> {
	packLimits.forgetLimits();
	Object.assign(packLimits.clock, factor === undefined ? leapingClock() : scaledClock(factor));
	const gate = pLimit(atOnce);
	const node = which === 'least' ? leastNode : which === 'reports' ? reportsNode : thisPack.node(undefined as never);
	const { seen, result } = await watched(node, watch, async (measured) => {
		const ends = workflows.map((workflow) =>
			gate(async () => {
				const ran = await runWorkflow(workflow, { types: { measured }, credentials: { [thisPack.credential]: credential } });
				const given = ran.json('Xero').filter(({ error }) => error === undefined).length;
				return { error: ran.error?.message, given };
			}),
		);
		return await Promise.all(ends);
	});
	const errors = result.flatMap(({ error }) => (error === undefined ? [] : [error]));
	return { ...seen, errors, given: result.reduce((sum, { given }) => sum + given, 0) };
}

process.on('message', (order: Order) => void run(order).then((report) => process.send!(report)));
process.on('disconnect', () => process.exit());
process.send!('ready');
