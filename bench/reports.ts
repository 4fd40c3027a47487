import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Sandbox } from '../sandbox/contract';
import { oneNode } from '../test/n8n';
import { credentialFor } from './contenders';
import { inProcesses } from './processes';
import { duration, type Table } from './table';
import { dayOf, DOCUMENTS, LINES, PAID, yearOfDocuments } from './yearOfDocuments';
import { Xero } from './xero';

const DAY = 86_400_000;
const CALLS = { mostCalls: 1000 };

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`;
const picked = (mode: string, value: unknown): IDataObject => ({ __rl: true, mode, value }) as IDataObject;

/** What is asked of a report: its operation, and the panel of it. */
type Asked = readonly [name: string, operation: string, panel: IDataObject, options?: IDataObject];

/** The reports of a year that ends with the last of some days; `ends` are the days before it and its last. */
function asked(sandbox: Sandbox, tenantId: string, ends: readonly [before: string, last: string]): Asked[] {
	const [region] = sandbox.records(tenantId, 'TrackingCategories');
	const rates = ['USD', 'JPY', 'EUR'].flatMap((code) =>
		ends.map((date) => ({ currency: picked('code', code), date, rate: sandbox.bookkeeping.rateOn(tenantId, code, date) })),
	);
	const year = { period: 'custom' };
	const today = { asOf: 'today' };
	return [
		['Aged Receivables today, contacts', 'owing.agedReceivables', { ...today, rows: 'contacts' }],
		['Aged Receivables 90 days ago, documents', 'owing.agedReceivables', { asOf: 'custom', rows: 'documents' }],
		['General Ledger of a year, accounts', 'ledger.generalLedger', { ...year, rows: 'accounts' }],
		['General Ledger of a year, transactions', 'ledger.generalLedger', { ...year, rows: 'transactions' }],
		['Live Journals of a year, from documents', 'ledger.liveJournals', { ...year, source: 'documents' }],
		['Cash Flow of a year, from trial balances', 'statement.cashFlow', { ...year, method: 'direct' }],
		['Cash Flow of a year, from documents', 'statement.cashFlow', { ...year, method: 'direct' }, { source: 'documents' }],
		['GST or VAT Detail of a year, accrual, lines', 'tax.taxDetail', { ...year, rows: 'both' }, { basis: 'accrual' }],
		['GST or VAT Detail of a year, cash, rates', 'tax.taxDetail', { ...year, rows: 'rates' }, { basis: 'cash' }],
		[
			'Trial Balance by Tracking today',
			'statement.trialBalanceByTracking',
			{ ...today, trackingCategory: picked('id', region?.TrackingCategoryID) },
		],
		['Budget vs Actual of a year, by month', 'statement.budgetVsActual', { ...year, columns: 'months' }],
		['Currency Revaluation of a year', 'currency.currencyRevaluation', year, { rates: { rate: rates } }],
		['Close Checks today', 'close.closeChecks', { ...today, rows: 'both' }],
	];
}

/** What reports over a year of many documents take. */
export async function reports(progress: (text: string) => void): Promise<Table> {
	return await Xero.during({}, async ({ sandbox }) => {
		const today = Math.floor(Date.now() / DAY) * DAY;
		const tenantId = await yearOfDocuments(sandbox, today, progress);
		const [before, from, quarter, to] = [365, 364, 90, 0].map((days) => dayOf(today - days * DAY)) as [
			string,
			string,
			string,
			string,
		];
		const rows: Array<Table['rows'][number]> = [];
		for (const [name, what, panel, options] of asked(sandbox, tenantId, [before, to])) {
			progress(name);
			const [resource, operation] = what.split('.');
			const workflow = oneNode(
				'measured',
				{
					...{ organisation: picked('id', tenantId), resource, operation, ...panel },
					...{ fromDate: from, toDate: to, date: quarter, options: { ...CALLS, ...options } },
				} as unknown as INodeParameters,
				[{}],
			);
			// A process for each: what one leaves behind is no part of the next.
			await inProcesses(1, async (ask) => {
				sandbox.forget();
				const began = performance.now();
				const [seen] = await ask([
					{ workflows: [workflow], atOnce: 1, credential: credentialFor(sandbox, [tenantId]), watch: 'peak', node: 'reports' },
				]);
				const took = performance.now() - began;
				const calls = sandbox.calls.filter(({ url }) => url.startsWith('/api.xro')).length;
				rows.push([name, calls, seen!.given, duration(took), megabytes(seen!.most!), seen!.errors[0] ?? '']);
			});
		}
		return {
			title: 'Reports over a year of documents',
			before: [
				`${DOCUMENTS.toLocaleString('en')} approved invoices and bills with ${LINES} lines each, every 25th in a foreign currency, and ${PAID.toLocaleString('en')} payments in one organisation, besides a year with a few of every other kind of record; limits lifted, the sandbox in another process. “Peak” is the heap of the process above what there was before, with what is not collected yet: Node.js gives n8n two to four gigabytes unless told otherwise. At Xero the limit of 60 calls a minute decides the time: a call a second.`,
			],
			head: ['Report', 'Calls', 'Items', 'Wall time', 'Peak', 'Ended with'],
			rows,
		};
	});
}
