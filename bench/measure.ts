import type { IDataObject, INode } from 'n8n-workflow';

import { oneNode, runWorkflow } from '../test/n8n';
import { type Contender, credentialFor, packLimits, type Task } from './contenders';
import type { Xero } from './xero';

/** How the node is set in its workflow beside its parameters: what happens when it ends with an error. */
export type Setting = Pick<INode, 'onError' | 'retryOnFail' | 'maxTries' | 'waitBetweenTries'>;

/** What one run of one node did. */
export interface Measured {
	/** API calls that reached Xero, refused ones included. */
	readonly calls: number;
	/** Calls answered with 429. */
	readonly limited: number;
	/** Calls whose connection was cut before the answer. */
	readonly cut: number;
	/** ms of Xero's time from the start of the workflow to its end. */
	readonly ms: number;
	/** Items that left the node as done. */
	readonly given: number;
	/** Of the invoices to be created, those that are in Xero. */
	readonly written: number;
	/** Records too many: invoices that are in Xero more than once. */
	readonly duplicated: number;
	/** What the workflow, or the first item with an error, ended with. */
	readonly error?: string;
}

const mark = 'bench-';

/** The items of a task; what is created bears the mark by which it is counted afterwards. */
export const itemsFor = (task: Task, count: number, xero: Xero): IDataObject[] => {
	if (task === 'readAll') return [{}];
	if (task === 'get')
		return xero
			.ids()
			.slice(0, count)
			.map((InvoiceID) => ({ InvoiceID }));
	const { contacts } = xero;
	return Array.from({ length: count }, (_, index) => ({
		reference: `${mark}${index}`,
		contact: contacts[index % contacts.length]!,
		description: `Consulting ${index}`,
		amount: '100.00',
	}));
};

/** Of the invoices to be created, those that are in Xero, and records beyond the first of the same. */
export function found(xero: Xero): Pick<Measured, 'written' | 'duplicated'> {
	const references = xero.written().filter((reference) => reference.startsWith(mark));
	const written = new Set(references).size;
	return { written, duplicated: references.length - written };
}

/** Runs one node over `count` items through n8n's own engine and counts what Xero saw and holds afterwards. */
export async function measure(
	contender: Contender,
	task: Task,
	count: number,
	xero: Xero,
	setting: Setting = {},
): Promise<Measured> {
	const { sandbox, tenantId } = xero;
	const { credential } = contender;
	const settings = { ...setting, credentials: { [credential]: { id: '1', name: 'Xero' } } };
	const workflow = oneNode('measured', contender.parameters(task, tenantId), itemsFor(task, count, xero), settings);
	const run = { types: { measured: contender.node(sandbox) }, credentials: { [credential]: credentialFor(sandbox) } };
	sandbox.forget();
	packLimits.forgetLimits();
	const started = xero.now();
	const ran = await runWorkflow(workflow, run);
	const ms = xero.now() - started;

	const answers = sandbox.calls.map(({ status }) => status);
	const rows = ran.json('Xero');
	const error = ran.error?.message ?? rows.find((row) => row.error !== undefined)?.error;
	return {
		calls: answers.length,
		limited: answers.filter((status) => status === 429).length,
		cut: answers.filter((status) => status === 0).length,
		ms,
		given: rows.filter((row) => row.error === undefined).length,
		...(task === 'create' ? found(xero) : { written: 0, duplicated: 0 }),
		...(error === undefined ? {} : { error: String(error) }),
	};
}
