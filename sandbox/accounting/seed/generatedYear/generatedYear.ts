/** The generated year: an organisation with a bit of everything that makes a ledger hard to rebuild. */
import type { Clock } from '../../../contract';
import type { Organisation } from '../../../organisations';
import { Book } from '../../book/book';
import { addMonths, monthEnd, monthStart } from '../../values/calendar';
import { addDays } from '../../values/dates';
import { organisationRow } from '../countries';
import { seedBudgets } from '../ledger';
import { random } from '../random';
import { agendaOf } from './agenda';
import { creditNote, onAccount } from './credits';
import { goodsLines, importTaxLine, linesOf } from './lines';
import { bankTransaction, batch, transfer } from './money';
import { expenseClaim, manualJournals, payRun, unlisted } from './others';
import { seedStart } from './start';
import { invoice, trade } from './trade';
import type { Year } from './year';

/** The year end of every fifth seed, which most years have a day earlier. */
const LEAP_DAY = { FinancialYearEndDay: 29, FinancialYearEndMonth: 2 };

/** Full months before the current one; more than a year, so that a year end is always inside. */
const MONTHS = 13;

/**
 * Books that were kept for 13 months and the days of the current one, by the same rules as calls. The same seed, organisation and day
 * give the same records, ids included.
 */
export function generatedYearBook(given: Organisation, seed: number, clock: Clock): Book {
	const organisation = organisationRow(given, new Date(clock.now()).toISOString().slice(0, 10));
	const book = new Book({ ...organisation, ...(seed % 5 === 0 ? LEAP_DAY : {}) }, clock);
	book.ratesByDay = true;
	const { newId, newJournalId, now } = book;
	const today = book.today();
	const start = addMonths(monthStart(today), -MONTHS);
	const [ids, journalIds] = [random(`${given.tenantId} ${seed} ids`), random(`${given.tenantId} ${seed} journals`)];
	[book.newId, book.newJournalId] = [() => ids.uuid(), () => journalIds.uuid()];
	let second = 0;
	book.now = () => Date.parse(`${addDays(start, -30)}T09:00:00Z`) + (second += 1) * 1000;
	const agenda = agendaOf(book);
	const year: Year = {
		...{ book, agenda, chance: random(`${given.tenantId} ${seed}`), batched: new Set() },
		...seedStart(book, start),
	};
	book.now = now;
	for (let month = 0; month <= MONTHS; month += 1) plan(year, addMonths(start, month), month);
	agenda.run(start, today);
	seedBudgets(book, random(`${given.tenantId} ${seed} budgets`));
	[book.newId, book.newJournalId, book.now] = [newId, newJournalId, now];
	return book;
}

/** Puts what happens in a month on its days. */
function plan(year: Year, first: string, month: number): void {
	const { agenda, chance, customers, suppliers } = year;
	const end = monthEnd(first);
	const someDay = (): string => addDays(first, chance.whole(0, 27));
	const each = (count: number, work: (day: string, at: number) => void): void => {
		for (let index = 0; index < count; index += 1) {
			const [day, at] = [someDay(), month * count + index];
			agenda.on(day, () => work(day, at));
		}
	};
	if (month % 3 === 0) agenda.on(first, () => goods(year, false, first, month));
	each(2, (day, at) => goods(year, true, day, at));
	each(11, (day, at) => document(year, true, day, at));
	each(7, (day, at) => document(year, false, day, at));
	each(2, (day, at) => {
		const sale = at % 3 !== 2;
		creditNote(year, sale, chance.pick(sale ? customers : suppliers), day, at);
	});
	each(2, (day, at) => {
		const sale = at % 4 < 2;
		onAccount(year, sale, chance.pick(sale ? customers : suppliers), day, Math.floor(at / 2), at % 2 === 1);
	});
	each(5, (day, at) => bankTransaction(year, day, at));
	each(2, (day, at) => transfer(year, day, at));
	each(1, (day, at) => expenseClaim(year, day, at));
	for (const day of [addDays(first, 8), addDays(first, 22)]) agenda.on(day, () => payRun(year, day));
	const batchDay = addDays(first, 24);
	agenda.on(batchDay, () => batch(year, batchDay, month % 3 === 2 ? 'ACCREC' : 'ACCPAY'));
	agenda.on(end, () => manualJournals(year, end, month));
	agenda.on(end, () => unlisted(year, end));
}

/** An invoice or bill; some are written down only weeks after their date, some bills are customs' alone. */
function document(year: Year, sale: boolean, day: string, at: number): void {
	const partner = year.chance.pick(sale ? year.customers : year.suppliers);
	const date = at % 8 === 3 ? addDays(day, -year.chance.whole(10, 35)) : day;
	const customs = !sale && at % 9 === 5 && partner.currency === 'NZD';
	const lines = linesOf(year, sale, partner.currency, at);
	if (!customs) return trade(year, { sale, partner, lines, day: date }, at);
	const more = { LineAmountTypes: 'Exclusive' };
	trade(year, { sale, partner, lines: [...lines, importTaxLine(year)], day: date, more }, at);
}

/** Tracked items, bought for months or sold. */
function goods(year: Year, sale: boolean, day: string, at: number): void {
	const [partner] = sale ? year.customers : year.suppliers;
	if (!partner) return;
	const more = { LineAmountTypes: 'Exclusive' };
	const order = { sale, partner, lines: goodsLines(year, sale ? [1, 6] : [60, 90]), day, more };
	if (sale) trade(year, order, at);
	else year.batched.add(invoice(year, order, at).InvoiceID);
}
