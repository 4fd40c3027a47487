import mapValues from 'lodash/mapValues';
import type { INodeParameters } from 'n8n-workflow';

import { oneNode } from '../test/n8n';
import { credentialFor, thisPack } from './contenders';
import { leastParameters } from './leastNode';
import { itemsFor } from './measure';
import { type Ask, inProcesses } from './processes';
import { ratio, type Table } from './table';
import type { Report } from './worker';
import { Xero } from './xero';

type Row = Table['rows'][number];

const ROUNDS = 7;
const READ = 10_000;
const LINES = 5;
const WRITTEN = 2_000;

/** What is compared with the least node: the pack, as its panel is set. */
interface Case {
	readonly name: string;
	readonly task: 'readAll' | 'create';
	readonly simplify: boolean;
	/** Whether its expressions do more than name a column of the item. */
	readonly computes?: boolean;
}

const CASES: readonly Case[] = [
	{ name: 'read, Simplify off', task: 'readAll', simplify: false },
	{ name: 'read, Simplify on', task: 'readAll', simplify: true },
	{ name: 'created, four inputs from columns', task: 'create', simplify: false },
	{ name: 'created, four expressions that compute', task: 'create', simplify: false, computes: true },
];

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
const inMicroseconds = (each: number): string => `${(each * 1_000).toFixed(1)} µs`;

/** ms of processor for one item. @throws RangeError when not all items came out */
const each = ({ cpu, given }: Report, items: number): number => {
	if (given !== items) throw new RangeError(`${given} of ${items} items came out`);
	return cpu! / items;
};

/** Parameters with something to compute in each expression. */
const computing = (parameters: INodeParameters): INodeParameters =>
	JSON.parse(JSON.stringify(parameters).replaceAll(' }}', " + '' }}")) as INodeParameters;

async function compared(ask: Ask, xero: Xero, { name, task, simplify, computes }: Case): Promise<Row> {
	const { sandbox, tenantId } = xero;
	const credential = credentialFor(sandbox);
	const items = task === 'readAll' ? READ : WRITTEN;
	const asked = { least: leastParameters(task, tenantId), pack: { ...thisPack.parameters(task, tenantId), simplify } };
	const parameters = computes ? mapValues(asked, computing) : asked;
	const took: Record<keyof typeof parameters, number[]> = { least: [], pack: [] };
	// The first round is not counted: what compiles at first use is no cost of an item.
	for (let round = 0; round <= ROUNDS; round += 1) {
		for (const node of round % 2 === 0 ? (['least', 'pack'] as const) : (['pack', 'least'] as const)) {
			const workflows = [oneNode('measured', parameters[node], itemsFor(task, WRITTEN, xero))];
			const [report] = await ask([{ workflows, atOnce: 1, credential, watch: 'cpu', ...(node === 'least' ? { node } : {}) }]);
			if (round > 0) took[node].push(each(report!, items));
		}
	}
	const [least, pack] = [median(took.least), median(took.pack)];
	return [name, items, inMicroseconds(least), inMicroseconds(pack), inMicroseconds(pack - least), ratio(pack, least), ROUNDS];
}

/** What an item costs beyond what n8n itself takes. */
export const overhead = async (progress: (text: string) => void): Promise<Table> =>
	await inProcesses(1, async (ask) => {
		const rows: Row[] = [];
		for (const one of CASES) {
			progress(one.name);
			const holding = one.task === 'readAll' ? READ : 0;
			rows.push(await Xero.during({ holding, lines: LINES }, async (xero) => await compared(ask, xero, one)));
		}
		return {
			title: 'What an item costs beside the least node that n8n allows',
			before: [
				`The least node calls n8n's helper once a page of 1,000, or once for fifty invoices, and gives items: no check, no limit, no retry, no row for a refusal (bench/leastNode.ts). What only names a column of the item ({{ $json.amount }}) this pack reads from there; whatever else an expression is, n8n works it out for either node. Processor time of the whole process from the node's start to its end, garbage collection included; ${LINES} lines in each invoice read, one in each created. The sandbox runs in another process, with limits lifted; the two nodes take turns, and a cell is the median of the rounds.`,
			],
			head: ['Item', 'Items', 'Least node', 'This pack', 'More', 'Pack / least', 'Rounds'],
			rows,
		};
	});
