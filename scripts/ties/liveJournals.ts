// Live journals beside what the journals of the sandbox moved on each account.

import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Line, Runs } from './tie';

const cents = (amount: unknown): number => Math.round(Number(amount ?? 0) * 100);

function add(sums: Map<string, number>, accountId: unknown, amount: unknown): void {
	sums.set(String(accountId), (sums.get(String(accountId)) ?? 0) + cents(amount));
}

/** What journals of the period moved by account. */
function moved(books: Runs, from: string, to: string, counts: (sourceType: unknown) => boolean): Map<string, number> {
	const sums = new Map<string, number>();
	for (const { JournalDate, JournalLines, SourceType } of books.records('Journals')) {
		const day = String(JournalDate).slice(0, 10);
		if (day < from || day > to || !counts(SourceType)) continue;
		for (const { AccountID, NetAmount } of JournalLines as IDataObject[]) add(sums, AccountID, NetAmount);
	}
	return sums;
}

function reported(rows: readonly IDataObject[]): Map<string, number> {
	const sums = new Map<string, number>();
	for (const { rowType, accountId, net } of rows) if (rowType === 'row') add(sums, accountId, net);
	return sums;
}

/** The journals of a period from both sources, each account. */
export async function liveJournalTies(books: Runs, from: string, to: string): Promise<Line[]> {
	// What is sold from stock is in the journal of the invoice, and in no list.
	const stock = new Set(
		books
			.records('Accounts')
			.flatMap(({ AccountID, Code }) => (['310', '630'].includes(String(Code)) ? [String(AccountID)] : [])),
	);
	const tie = async (source: 'documents' | 'journals', expected: ReadonlyMap<string, number>): Promise<Line> => {
		const parameters: INodeParameters = { period: 'custom', fromDate: from, toDate: to, source };
		const { rows, calls } = await books.run('ledger.liveJournals', parameters);
		const ours = reported(rows);
		const ids = [...new Set([...ours.keys(), ...expected.keys()])].filter((id) => source === 'journals' || !stock.has(id));
		const size = (of: ReadonlyMap<string, number>): number => ids.reduce((sum, id) => sum + Math.abs(of.get(id) ?? 0), 0);
		return {
			...{ report: 'Live Journals', of: `${from} to ${to}, ${source}, each account`, held: ids.length },
			...{ ours: size(ours), xeros: size(expected), calls },
			apart: Math.max(0, ...ids.map((id) => Math.abs((ours.get(id) ?? 0) - (expected.get(id) ?? 0)))),
		};
	};
	return [
		await tie(
			'journals',
			moved(books, from, to, () => true),
		),
		await tie(
			'documents',
			moved(books, from, to, (sourceType) => !books.isHidden(sourceType)),
		),
	];
}
