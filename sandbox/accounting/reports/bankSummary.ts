import type { Reply, SandboxRequest } from '../../route';
import type { Book } from '../book/book';
import type { AccountRow } from '../book/rows';
import { longDate, monthEnd, monthStart } from '../values/calendar';
import { type Movement, movements, total } from './balances';
import { dayParameter, unusable } from './parameters';
import { endsOf, revalued } from './revaluation';
import { account, cell, headings, money, report, row, type Row, section } from './rows';

/** What a bank account held, took in and gave out, in whole cents of the base currency. */
export interface Flow {
	readonly account: AccountRow;
	readonly opening: bigint;
	readonly received: bigint;
	readonly spent: bigint;
	readonly closing: bigint;
}

/** GET /Reports/BankSummary: the current month unless other days are given. */
export function bankSummary(book: Book, request: SandboxRequest): Reply {
	const from = dayParameter(request, 'fromDate') ?? monthStart(book.today());
	const to = dayParameter(request, 'toDate') ?? monthEnd(book.today());
	if (from > to) throw unusable('fromDate', from, 'before toDate');
	const flows = bankFlows(book, revalued(book, movements(book), false, endsOf(from, to)), from, to);
	const sums = (['opening', 'received', 'spent', 'closing'] as const).map((key) => total(flows.map((flow) => flow[key])));
	return report(
		book,
		'BankSummary',
		'Bank Summary',
		['Bank Summary', book.organisation.Name, `From ${longDate(from)} to ${longDate(to)}`],
		[
			headings('Bank Accounts', 'Opening Balance', 'Cash Received', 'Cash Spent', 'Closing Balance'),
			section('', [...flows.map(write), row('SummaryRow', 'Total', ...sums.map(money))]),
		],
	);
}

function write({ account: bank, opening, received, spent, closing }: Flow): Row {
	const id = bank.AccountID;
	return {
		RowType: 'Row',
		Cells: [
			cell(bank.Name, { Value: id, Id: 'accountID' }),
			cell(money(opening)),
			cell(money(received), account(id)),
			cell(money(spent), account(id)),
			cell(money(closing)),
		],
	};
}

/**
 * Flows of every bank account that is in use or still has money, by name. A document counts once, for what is left of it: a payment
 * that was taken back is neither received nor spent.
 */
export function bankFlows(book: Book, all: readonly Movement[], from: string, to: string): Flow[] {
	return book.accounts
		.values()
		.filter((one) => one.Type === 'BANK')
		.sort((a, b) => a.Name.localeCompare(b.Name, 'en'))
		.map((bank): Flow => {
			const mine = all.filter((one) => one.AccountID === bank.AccountID && one.date <= to);
			const [before, within] = [mine.filter((one) => one.date < from), mine.filter((one) => one.date >= from)];
			const sources = new Map<string, bigint>();
			for (const { journal, cents } of within) {
				// What revaluation adds is neither received nor spent.
				if (!journal) continue;
				const key = `${journal.SourceType} ${journal.SourceID}`;
				sources.set(key, (sources.get(key) ?? 0n) + cents);
			}
			const amounts = [...sources.values()];
			return {
				account: bank,
				opening: total(before.map(({ cents }) => cents)),
				received: total(amounts.filter((amount) => amount > 0n)),
				spent: -total(amounts.filter((amount) => amount < 0n)),
				closing: total(mine.map(({ cents }) => cents)),
			};
		})
		.filter((flow) => flow.account.Status === 'ACTIVE' || flow.closing !== 0n || flow.received + flow.spent !== 0n);
}
