import type { INodeParameters } from 'n8n-workflow';

import { oneNode } from '../test/n8n';
import { credentialFor } from './contenders';
import { inProcesses } from './processes';
import { duration, type Table } from './table';
import { writer, Xero } from './xero';

/** Documents in the year that is reported on, and lines of each. */
const DOCUMENTS = 100_000;
const LINES = 2;
/** A part of them is paid, in batches of one call. */
const PAID = 20_000;
const DAY = 86_400_000;

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Approved invoices over a year that ends today, and payments of every fifth of them. */
async function fill({ sandbox, tenantId, contacts }: Xero, today: number, progress: (text: string) => void): Promise<void> {
	const put = writer(sandbox, tenantId);
	const account = { Code: '0990', Name: 'Bench Account', Type: 'BANK', BankAccountNumber: '0200001234567890' };
	await put('Accounts', [account]);
	for (let done = 0; done < DOCUMENTS; done += 500) {
		if (done % 20_000 === 0) progress(`${done} of ${DOCUMENTS} invoices are there`);
		const invoices = await put(
			'Invoices',
			Array.from({ length: 500 }, (_, index) => {
				const date = dayOf(today - (((done + index) * 7) % 364) * DAY);
				return {
					...{ Type: 'ACCREC', Status: 'AUTHORISED', Date: date, DueDate: date, LineAmountTypes: 'Exclusive' },
					Contact: { ContactID: contacts[index % contacts.length]! },
					Reference: `Order ${done + index}, web shop`,
					LineItems: Array.from({ length: LINES }, (_line, line) => ({
						...{ Description: `Article ${index}-${line}: oak board, planed and oiled`, Quantity: line + 1 },
						...{ UnitAmount: 19.9, AccountCode: '200' },
					})),
				};
			}),
		);
		if (done >= PAID * 5) continue;
		const paid = invoices.filter((_, index) => index % 5 === 0);
		await put(
			'Payments',
			paid.map(({ InvoiceID, Total }) => ({
				...{ Invoice: { InvoiceID }, Account: { Code: '0990' }, Amount: Total, Date: dayOf(today) },
			})),
		);
	}
}

const REPORTS: ReadonlyArray<readonly [name: string, parameters: INodeParameters]> = [
	['Aged Receivables today, contacts', { resource: 'owing', operation: 'agedReceivables', asOf: 'today', rows: 'contacts' }],
	[
		'Aged Receivables 90 days ago, documents',
		{ resource: 'owing', operation: 'agedReceivables', asOf: 'custom', rows: 'documents' },
	],
	['General Ledger of a year, accounts', { resource: 'ledger', operation: 'generalLedger', period: 'custom', rows: 'accounts' }],
	[
		'General Ledger of a year, transactions',
		{ resource: 'ledger', operation: 'generalLedger', period: 'custom', rows: 'transactions' },
	],
];

/** What reports over a year of many documents take. */
export async function reports(progress: (text: string) => void): Promise<Table> {
	return await Xero.during({}, async (xero) => {
		const today = Math.floor(Date.now() / DAY) * DAY;
		await fill(xero, today, progress);
		const rows: Array<Table['rows'][number]> = [];
		for (const [name, parameters] of REPORTS) {
			progress(name);
			const organisation = { __rl: true, mode: 'id', value: xero.tenantId };
			const days = { fromDate: dayOf(today - 364 * DAY), toDate: dayOf(today), date: dayOf(today - 90 * DAY) };
			const workflow = oneNode(
				'measured',
				{ organisation, ...parameters, ...days, options: { mostCalls: 1000 } } as INodeParameters,
				[{}],
			);
			// A process for each: what one leaves behind is no part of the next.
			await inProcesses(1, async (ask) => {
				xero.sandbox.forget();
				const began = performance.now();
				const [seen] = await ask([
					{ workflows: [workflow], atOnce: 1, credential: credentialFor(xero.sandbox), watch: 'peak', node: 'reports' },
				]);
				const took = performance.now() - began;
				const calls = xero.sandbox.calls.filter(({ url }) => url.startsWith('/api.xro')).length;
				rows.push([name, calls, seen!.given, duration(took), megabytes(seen!.most!), seen!.errors[0] ?? '']);
			});
		}
		return {
			title: 'Reports over a year of documents',
			before: [
				`${DOCUMENTS.toLocaleString('en')} approved invoices with ${LINES} lines each and ${PAID.toLocaleString('en')} payments in one organisation, limits lifted, the sandbox in another process. “Peak” is the heap of the process above what there was before, with what is not collected yet: Node.js gives n8n two to four gigabytes unless told otherwise. At Xero the limit of 60 calls a minute decides the time: a call a second.`,
			],
			head: ['Report', 'Calls', 'Items', 'Wall time', 'Peak', 'Ended with'],
			rows,
		};
	});
}
