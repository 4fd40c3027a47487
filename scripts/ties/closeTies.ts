// The checks of a close beside what the sandbox itself holds: counts of records, and what ties are apart.

import type { IDataObject } from 'n8n-workflow';

/** One figure of the checks beside the sandbox's; counts in hundredths, as the table prints amounts. */
export interface CloseTie {
	readonly report: string;
	readonly of: string;
	readonly held: number;
	readonly ours: number;
	readonly xeros: number;
	readonly apart: number;
	readonly calls: number;
}

type Records = (plural: string) => readonly IDataObject[];

const dayOf = (record: IDataObject): string => String(record.Date).slice(0, 10);

/** Items that are not reconciled, by bank account. */
function unreconciledIn(records: Records, day: string): Map<string, number> {
	const banks = new Set(
		records('Accounts')
			.filter(({ Type }) => Type === 'BANK')
			.map(({ AccountID }) => AccountID),
	);
	const counts = new Map<string, number>();
	const count = (account: unknown): void => {
		const id = (account as IDataObject | undefined)?.AccountID as string;
		if (banks.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
	};
	const open = (plural: string): IDataObject[] =>
		records(plural).filter((one) => one.Status === 'AUTHORISED' && String(one.IsReconciled) !== 'true' && dayOf(one) <= day);
	for (const one of open('BankTransactions')) if (!String(one.Type).endsWith('-TRANSFER')) count(one.BankAccount);
	for (const one of open('Payments')) count(one.Account);
	for (const one of records('BankTransfers').filter((transfer) => transfer.Status !== 'DELETED' && dayOf(transfer) <= day)) {
		if (one.FromIsReconciled !== true) count(one.FromBankAccount);
		if (one.ToIsReconciled !== true) count(one.ToBankAccount);
	}
	return counts;
}

const draftsIn = (records: Records, day: string): number =>
	['Invoices', 'CreditNotes', 'ManualJournals'].reduce(
		(sum, plural) => sum + records(plural).filter((one) => one.Status === 'DRAFT' && dayOf(one) <= day).length,
		0,
	);

const total = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0);

/**
 * @param rows of all checks, with their findings
 * @param records what the sandbox holds, by Xero's plural names
 */
export function closeTies(rows: readonly IDataObject[], calls: number, day: string, records: Records): CloseTie[] {
	const check = (key: string): IDataObject => rows.find((row) => row.level === 'check' && row.check === key) ?? {};
	const found = rows.filter((row) => row.level === 'finding' && row.check === 'unreconciled');
	const ours = new Map(found.map((row) => [String(row.accountId), Number(row.count)]));
	const xeros = unreconciledIn(records, day);
	const accounts = [...new Set([...ours.keys(), ...xeros.keys()])];
	const apart = Math.max(0, ...accounts.map((id) => Math.abs((ours.get(id) ?? 0) - (xeros.get(id) ?? 0))));
	const [drafts, drafted] = [Number(check('drafts').count), draftsIn(records, day)];
	const line = (of: string, held: number, mine: number, theirs: number, by: number): CloseTie => ({
		...{ report: 'Close Checks', of: `${day}, ${of}`, held, calls },
		...{ ours: mine * 100, xeros: theirs * 100, apart: by * 100 },
	});
	const ties = ['receivablesTie', 'payablesTie'].map((key) => Number(check(key).amount ?? 0));
	const difference = ties.reduce((sum, amount) => sum + Math.abs(amount), 0);
	return [
		line('items not reconciled', accounts.length, total(ours), total(xeros), apart),
		line('drafts', drafted, drafts, drafted, Math.abs(drafts - drafted)),
		line('receivables and payables', ties.length, difference, 0, difference),
	];
}
