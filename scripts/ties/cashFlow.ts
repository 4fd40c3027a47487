// The statement of cash flows beside the cash that moved in the sandbox's ledger.

import type { IDataObject } from 'n8n-workflow';
import type { Line, Runs } from './tie';

const cents = (amount: unknown): number => Math.round(Number(amount ?? 0) * 100);
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** What journals of the period moved on bank and PayPal accounts. */
function cashMoved(books: Runs, [from, to]: readonly [string, string], counts: (sourceType: unknown) => boolean): number {
	const isCash = ({ Type, BankAccountType }: IDataObject): boolean => Type === 'BANK' && BankAccountType !== 'CREDITCARD';
	const cash = new Set(books.records('Accounts').flatMap((one) => (isCash(one) ? [one.AccountID] : [])));
	const within = books.records('Journals').filter(({ JournalDate, SourceType }) => {
		const day = String(JournalDate).slice(0, 10);
		return day >= from && day <= to && counts(SourceType);
	});
	const lines = within.flatMap(({ JournalLines }) => JournalLines as IDataObject[]);
	return sum(lines.filter(({ AccountID }) => cash.has(AccountID)).map(({ NetAmount }) => cents(NetAmount)));
}

const totalOf = (rows: readonly IDataObject[], of: readonly string[]): number =>
	sum(rows.filter(({ rowType, total }) => rowType === 'total' && of.includes(String(total))).map(({ amount }) => cents(amount)));

function byAccount(rows: readonly IDataObject[]): Map<string, number> {
	const flows = new Map<string, number>();
	for (const { rowType, activity, accountCode, line, amount } of rows) {
		if (rowType !== 'row') continue;
		const key = `${String(activity)} ${String(accountCode ?? line)}`;
		flows.set(key, (flows.get(key) ?? 0) + cents(amount));
	}
	return flows;
}

/** The cash flow of a period by every method and source. */
export async function cashFlowTies(books: Runs, from: string, to: string): Promise<Line[]> {
	const read = async (method: string, source: string) =>
		await books.run('statement.cashFlow', { period: 'custom', fromDate: from, toDate: to, method, options: { source } });
	const [balances, indirect] = [await read('direct', 'trialBalances'), await read('indirect', 'trialBalances')];
	const [documents, journals] = [await read('direct', 'documents'), await read('direct', 'journals')];
	const of = (what: string): string => `${from} to ${to}, ${what}`;
	const tie = (what: string, ours: number, xeros: number, more: Pick<Line, 'held' | 'calls'>): Line => ({
		...{ report: 'Cash Flow', of: of(what), ours, xeros, apart: Math.abs(ours - xeros), ...more },
	});
	const moved = cashMoved(books, [from, to], () => true);
	// Exchange rates move cash in no journal.
	const activities = ['operating', 'investing', 'financing'];
	const own = byAccount(balances.rows);
	const theirs = byAccount(journals.rows);
	const keys = [...new Set([...own.keys(), ...theirs.keys()])];
	const unlike = keys.map((key) => Math.abs((own.get(key) ?? 0) - (theirs.get(key) ?? 0)));
	return [
		tie('flows against cash', totalOf(balances.rows, activities), moved, { held: own.size, calls: balances.calls }),
		tie('indirect against direct', totalOf(indirect.rows, ['operating']), totalOf(balances.rows, ['operating']), {
			...{ held: byAccount(indirect.rows).size, calls: indirect.calls },
		}),
		{
			...tie('journals, each account', sum([...theirs.values()]), sum([...own.values()]), {
				...{ held: keys.length, calls: journals.calls },
			}),
			apart: Math.max(0, ...unlike),
		},
		tie('documents, not in the API', totalOf(documents.rows, ['notInApi']), cashMoved(books, [from, to], books.isHidden), {
			...{ held: byAccount(documents.rows).size, calls: documents.calls },
		}),
	];
}
