/** The ledger on a cash basis. */
import { createHash } from 'node:crypto';
import type { Book } from '../book/book';
import type { JournalLineRow, JournalRow } from '../book/ledgerRows';
import { divide, fromUnits, units } from '../values/decimal';
import { remainderAt, withRemainder } from './shares';

/** Accounts that only say what is still to be paid. */
const OPEN: readonly string[] = ['DEBTORS', 'CREDITORS', 'UNPAIDEXPCLM'];

/** Documents that say nothing on a cash basis until something settles them. */
const OWED: ReadonlySet<string> = new Set(['ACCREC', 'ACCPAY', 'ACCRECCREDIT', 'ACCPAYCREDIT', 'EXPCLAIM']);

/** An amount and its tax, in whole cents. */
type Cents = readonly [net: bigint, tax: bigint];

/** What settlements brought over of a document: of each of its lines, and how much of it they settled, in its own currency. */
interface Brought {
	readonly lines: readonly Cents[];
	readonly settled: bigint;
}

/** A journal on the cash basis, with what it brought over of each document. */
interface Seen {
	readonly row: JournalRow;
	readonly brought: ReadonlyMap<string, Brought>;
}

/**
 * The journals on a cash basis, in their order: those in which money moves, allocations, opening balances, and manual journals that
 * want to be shown. Where one settles a part of a document, the accounts of the document's lines stand in that share, in place of
 * debtors or creditors. A posting brings over what is missing to the share of all that is settled by then, and the largest line takes
 * what rounding leaves, so that a document that is settled as a whole is there to the cent.
 */
export function cashJournals(book: Book): readonly JournalRow[] {
	const open = new Set(OPEN.flatMap((name) => book.accounts.first('system', name)?.AccountID ?? []));
	const totals = new Map<string, Brought>();
	const latest = new Map<string, Seen>();
	return book.journals.values().flatMap((journal) => {
		if (!counts(book, journal)) return [];
		const source = `${journal.SourceType} ${journal.SourceID}`;
		const before = journal.reversal ? latest.get(source) : undefined;
		const seen = before ? takenBack(journal, before) : lookThrough(book, journal, open, totals);
		for (const [id, brought] of seen.brought) totals.set(id, plus(totals.get(id), brought));
		latest.set(source, seen);
		return [seen.row];
	});
}

function counts(book: Book, journal: JournalRow): boolean {
	if (journal.accrualOnly) return false;
	if (journal.SourceType === 'MANJOURNAL') return book.manualJournals.get(journal.SourceID)?.ShowOnCashBasisReports ?? true;
	return !OWED.has(journal.SourceType) || settles(journal);
}

/** Whether a journal settles documents; allocations do under the type of their credit. */
function settles(journal: JournalRow): boolean {
	return journal.lines.some((line) => line.settles !== undefined);
}

function takenBack(journal: JournalRow, { row, brought }: Seen): Seen {
	const lines = row.lines.map((line): JournalLineRow => ({
		...line,
		JournalLineID: derived(line.JournalLineID, 'reversed'),
		NetAmount: 0 - line.NetAmount,
		TaxAmount: 0 - line.TaxAmount,
	}));
	const back = [...brought].map(([id, one]): [string, Brought] => [
		id,
		{ lines: one.lines.map(([net, tax]): Cents => [-net, -tax]), settled: -one.settled },
	]);
	return { row: { ...journal, lines }, brought: new Map(back) };
}

function lookThrough(book: Book, journal: JournalRow, open: ReadonlySet<string>, totals: ReadonlyMap<string, Brought>): Seen {
	const brought = new Map<string, Brought>();
	const lines = journal.lines.flatMap((line): readonly JournalLineRow[] => {
		const document = open.has(line.AccountID) ? documentOf(book, journal, line) : undefined;
		if (!document || line.settles === undefined) return [line];
		const found = shares(line, line.settles, document, open, totals.get(line.settles.id));
		if (!found) return [line];
		brought.set(line.settles.id, found.brought);
		return found.lines;
	});
	return { row: { ...journal, lines }, brought };
}

/** The journal of the document that a line settles, as it stood then. What was paid on account is no such document: it is cash itself. */
function documentOf(book: Book, journal: JournalRow, line: JournalLineRow): JournalRow | undefined {
	if (line.settles === undefined) return undefined;
	return book.journals
		.all('document', line.settles.id)
		.filter((one) => !one.reversal && one.JournalNumber < journal.JournalNumber && OWED.has(one.SourceType))
		.at(-1);
}

function shares(
	line: JournalLineRow,
	settles: NonNullable<JournalLineRow['settles']>,
	document: JournalRow,
	open: ReadonlySet<string>,
	before: Brought | undefined,
): { lines: readonly JournalLineRow[]; brought: Brought } | undefined {
	const others = document.lines.filter((one) => !open.has(one.AccountID));
	const [whole, now] = [units(settles.of, 2), units(settles.amount, 2)];
	if (whole === 0n) return undefined;
	const settled = (before?.settled ?? 0n) + now;
	const missing = (amount: number, had = 0n): bigint => divide(units(amount, 2) * settled, whole) - had;
	const amounts = others.map((other, at): Cents => [
		missing(other.NetAmount, before?.lines[at]?.[0]),
		missing(other.TaxAmount, before?.lines[at]?.[1]),
	]);
	const taker = remainderAt(others.map(({ NetAmount: net, TaxType }) => ({ net, TaxType })));
	const nets = withRemainder(
		amounts.map(([net]) => net),
		units(line.NetAmount, 2),
		taker,
	);
	const brought = amounts.map(([net, tax], at): Cents => [nets[at] ?? net, tax]);
	const lines = others.map((other, at): JournalLineRow => ({
		...other,
		JournalLineID: derived(line.JournalLineID, other.JournalLineID),
		NetAmount: fromUnits(brought[at]?.[0] ?? 0n, 2),
		TaxAmount: fromUnits(brought[at]?.[1] ?? 0n, 2),
		settles,
	}));
	return {
		lines: lines.filter((one) => one.NetAmount !== 0 || one.TaxAmount !== 0),
		brought: { lines: brought, settled: now },
	};
}

function plus(a: Brought | undefined, b: Brought): Brought {
	if (!a) return b;
	const lines = b.lines.map(([net, tax], at): Cents => [net + (a.lines[at]?.[0] ?? 0n), tax + (a.lines[at]?.[1] ?? 0n)]);
	return { lines, settled: a.settled + b.settled };
}

/** An id that is the same each time the same line is looked through. */
function derived(...from: string[]): string {
	const hex = createHash('sha256').update(from.join(' ')).digest('hex');
	return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
