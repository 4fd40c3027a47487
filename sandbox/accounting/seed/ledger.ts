import type { Book } from '../book/book';
import type { LineRow } from '../book/rows';
import { postConversion } from '../ledger/conversion';
import { manualJournalWrites } from '../ledger/manualJournals';
import type { Body } from '../resource/replies';
import { addMonths, longMonth, monthEnd, monthStart, yearStart } from '../values/calendar';
import { addDays } from '../values/dates';
import type { Random } from './random';
import { write } from './records';

/** What the business had when it came to Xero: account codes, debits above zero. They add up to nothing. */
const OPENING: ReadonlyArray<readonly [code: string, balance: number]> = [
	['090', 18_500],
	['091', 25_000],
	['710', 8_400],
	['711', -2_100],
	['720', 6_200],
	['881', -12_000],
	['900', -15_000],
	['960', -19_000],
	['970', -10_000],
];

/** Opening balances, dated before the first document. */
export function seedOpening(book: Book): void {
	const now = book.now;
	const start = monthStart(addDays(book.today(), -401));
	book.now = () => Date.parse(`${start}T00:30:00Z`);
	const balances = OPENING.flatMap(([code, net]) => {
		const account = book.accounts.first('code', code);
		return account ? [{ AccountID: account.AccountID, net, Description: 'Conversion balance' }] : [];
	});
	postConversion(book, start, balances);
	book.now = now;
}

/** Depreciation at the end of each of the last months, wages every third; one journal with tracking, one void, one draft. */
export function seedManualJournals(book: Book, chance: Random, months: number): void {
	const now = book.now;
	const today = book.today();
	const journal = (day: string, body: Body) => {
		book.now = () => Date.parse(`${day}T20:00:00Z`);
		return write(book, { Date: day, Status: 'POSTED', ...body }, manualJournalWrites.create);
	};
	for (let back = months; back > 0; back -= 1) {
		const day = monthEnd(addMonths(monthStart(today), -back));
		journal(day, {
			Narration: `Depreciation for ${longMonth(day)}`,
			ShowOnCashBasisReports: false,
			JournalLines: entry('416', '711', 175),
		});
		if (back % 3 === 1) {
			const wages = chance.whole(4_000, 6_000);
			journal(day, { Narration: `Wages accrued to ${longMonth(day)}`, JournalLines: entry('477', '814', wages) });
		}
	}
	const [category] = book.trackingCategories.values();
	const Tracking = category ? [{ Name: category.Name, Option: category.Options[0]?.Name }] : [];
	const moved = entry('425', '429', 86.25).map((line) => ({ ...line, Tracking }));
	journal(addDays(today, -40), { Narration: 'Courier costs that were booked as general expenses', JournalLines: moved });
	const wrong = journal(addDays(today, -25), { Narration: 'Rent of next month', JournalLines: entry('469', '850', 1_150) });
	book.now = () => Date.parse(`${addDays(today, -24)}T20:00:00Z`);
	write(book, { Status: 'VOIDED' }, (one, input, call) => manualJournalWrites.update(one, wrong, input, call));
	journal(addDays(today, -3), {
		Narration: 'Insurance to be spread over the year',
		Status: 'DRAFT',
		JournalLines: entry('433', '620', 640),
	});
	book.now = now;
}

function entry(debit: string, credit: string, amount: number): Body[] {
	return [
		{ AccountCode: debit, LineAmount: amount },
		{ AccountCode: credit, LineAmount: -amount },
	];
}

/** What is planned each month, by account code: the least and the most. */
const PLAN: ReadonlyArray<readonly [code: string, low: number, high: number]> = [
	['200', 14_000, 22_000],
	['210', 6_000, 9_000],
	['270', 10, 40],
	['300', 5_000, 8_000],
	['400', 400, 900],
	['445', 200, 400],
	['469', 1_200, 1_200],
	['477', 4_000, 6_000],
	['489', 120, 180],
];

/** An overall budget over two financial years, and one for each tracking option over the current one. */
export function seedBudgets(book: Book, chance: Random): void {
	const start = yearStart(book, book.today());
	const budget = (Description: string, Tracking: LineRow['Tracking'], months: number, share: number): void => {
		book.budgets.put({
			BudgetID: book.newId(),
			Type: Tracking.length === 0 ? 'OVERALL' : 'TRACKING',
			Description,
			Tracking,
			BudgetLines: PLAN.flatMap(([code, low, high]) => {
				const account = book.accounts.first('code', code);
				const BudgetBalances = Array.from({ length: months }, (_, at) => ({
					Period: addMonths(start, at).slice(0, 7),
					Amount: Math.round(chance.whole(low, high) / share),
					Notes: at === 0 && code === '200' ? 'As agreed at the start of the year' : '',
				}));
				return account ? [{ AccountID: account.AccountID, BudgetBalances }] : [];
			}),
			UpdatedDateUTC: `${start}T02:00:00.000Z`,
		});
	};
	budget('Overall Budget', [], 24, 1);
	for (const { TrackingCategoryID, Options } of book.trackingCategories.values())
		for (const { TrackingOptionID, Name } of Options)
			budget(`${Name} budget`, [{ TrackingCategoryID, TrackingOptionID }], 12, Options.length);
}

/** The last three two-monthly tax returns, published three weeks after the period; only New Zealand and Australia have such reports. */
export function seedTaxReturns(book: Book): void {
	if (!['NZ', 'AU'].includes(book.organisation.CountryCode)) return;
	const last = monthEnd(addMonths(monthStart(addDays(book.today(), -21)), -1));
	for (const back of [4, 2, 0]) {
		const To = monthEnd(addMonths(monthStart(last), -back));
		book.taxReturns.put({
			ReportID: book.newId(),
			From: addMonths(monthStart(To), -1),
			To,
			PublishedDateUTC: `${addDays(To, 20)}T03:00:00.000Z`,
		});
	}
}

/** Numbers the journals in the order they were made: the seed writes what followed on a document before it writes the next one. */
export function numberJournals(book: Book): void {
	const rows = [...book.journals.values()].sort((a, b) =>
		a.CreatedDateUTC === b.CreatedDateUTC ? a.JournalNumber - b.JournalNumber : a.CreatedDateUTC < b.CreatedDateUTC ? -1 : 1,
	);
	for (const [at, row] of rows.entries()) book.journals.put({ ...row, JournalNumber: at + 1 });
}
