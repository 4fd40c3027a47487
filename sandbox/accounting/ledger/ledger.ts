/** The ledger: what documents say in the books, and journals that say it. */
import type { Book } from '../book/book';
import type { JournalLineRow, JournalRow } from '../book/ledgerRows';
import type { LineRow } from '../book/rows';
import { divide, fromUnits, sum, units } from '../values/decimal';

/** One side of an entry: `net` in the base currency, a debit above zero, a credit below. */
export interface Posting {
	readonly AccountID: string;
	readonly net: number;
	readonly tax?: number | undefined;
	readonly TaxType?: string | undefined;
	readonly Description?: string | undefined;
	readonly Tracking?: LineRow['Tracking'];
	/** The document of which it settles a part, and how much of what. */
	readonly settles?: JournalLineRow['settles'];
	/** What it is in the currency of its bank account, where no document says so. */
	readonly foreign?: number | undefined;
}

/** What a document says in the books while it stands. */
export interface Entry {
	/** `YYYY-MM-DD` */
	readonly date: string;
	readonly reference?: string | undefined;
	readonly postings: readonly Posting[];
	/** Whether the cash basis leaves it out. */
	readonly accrualOnly?: boolean | undefined;
}

/** The document behind a journal: Xero's SourceType (ACCREC, CASHPAID, …) and its id. */
export interface Source {
	readonly SourceType: string;
	readonly SourceID: string;
}

const sourceKey = ({ SourceType, SourceID }: Source): string => `${SourceType} ${SourceID}`;

/** An amount of a document in the base currency, in whole cents: foreign units for one of the base currency, halves away from zero. */
export function toBase(amount: number, rate: number): number {
	return fromUnits(divide(units(amount, 2) * 1_000_000n, units(rate, 6)), 2);
}

/** The AccountID of a system account. @throws when the organisation has none */
export function systemAccount(book: Book, name: string): string {
	const row = book.accounts.first('system', name);
	if (!row) throw new Error(`The organisation has no system account ${name}`);
	return row.AccountID;
}

/** The posting that takes up what others leave open: a bank account, debtors, creditors. */
export function balancing(AccountID: string, postings: readonly Posting[], more: Partial<Posting> = {}): Posting {
	return { ...more, AccountID, net: -sum(postings.map(({ net }) => net)) };
}

/** What of a document its postings follow from. */
export interface Booked {
	readonly LineItems: readonly LineRow[];
	readonly LineAmountTypes: string;
	readonly CurrencyRate: number;
	readonly Total: number;
}

/**
 * A document as it is booked: `AccountID` (debtors, creditors, a bank account) stands for its Total at its own rate, its lines stand
 * against that. `sign` 1 debits the lines (a purchase, money spent, a sales credit note), -1 credits them (a sale, money received).
 */
export function documentPostings(book: Book, document: Booked, AccountID: string, sign: 1 | -1): Posting[] {
	const net = -sign * toBase(document.Total, document.CurrencyRate);
	return [{ AccountID, net }, ...againstTotal(book, document, sign)];
}

/** What stands against the Total of a document: its lines, and on the rounding account what rounding each of them leaves. */
export function againstTotal(book: Book, document: Booked, sign: 1 | -1): Posting[] {
	const lines = linePostings(book, document, sign);
	const total = sign * toBase(document.Total, document.CurrencyRate);
	const rounding = sum([total, ...lines.map(({ net }) => -net)]);
	return rounding === 0 ? lines : [...lines, { AccountID: systemAccount(book, 'ROUNDING'), net: rounding }];
}

/** The lines of a document in the base currency, tax to the tax account. */
function linePostings(book: Book, document: Booked, sign: 1 | -1): Posting[] {
	const { LineItems, LineAmountTypes, CurrencyRate } = document;
	const postings = LineItems.flatMap((line): Posting[] => {
		const account =
			line.AccountCode === undefined ? undefined : book.accounts.first('code', line.AccountCode.trim().toLowerCase());
		if (!account || (line.LineAmount === 0 && line.TaxAmount === 0)) return [];
		const net = LineAmountTypes === 'Inclusive' ? sum([line.LineAmount, -line.TaxAmount]) : line.LineAmount;
		return [
			{
				AccountID: account.AccountID,
				net: sign * toBase(net, CurrencyRate),
				tax: sign * toBase(line.TaxAmount, CurrencyRate),
				TaxType: line.TaxType,
				Description: line.Description,
				Tracking: line.Tracking,
			},
		];
	});
	const tax = sum(postings.map((posting) => posting.tax ?? 0));
	return tax === 0 ? postings : [...postings, { AccountID: systemAccount(book, 'GST'), net: tax }];
}

/**
 * Makes the ledger hold exactly `entry` for its source. What was posted for it before is reversed by a journal of its own first, as
 * at Xero, where no journal ever changes; an equal entry posts nothing. `undefined` only reverses.
 * @throws when debits and credits differ: a document that does not balance is a fault of the sandbox, never of a call
 */
export function post(book: Book, source: Source, entry: Entry | undefined): void {
	const live = book.journals.all('source', sourceKey(source)).at(-1);
	const before = live && !live.reversal ? live : undefined;
	const lines = entry ? linesOf(book, entry) : [];
	if (sum(lines.map((line) => line.NetAmount)) !== 0)
		throw new Error(`The entry of ${sourceKey(source)} does not balance: ${JSON.stringify(entry)}`);
	if (before && entry && same(before, entry, lines)) return;
	if (before)
		add(book, source, { date: before.JournalDate, reference: before.Reference }, before.lines.map(reversed(book)), true);
	if (entry && lines.length) add(book, source, entry, lines, false);
}

function linesOf(book: Book, { postings }: Entry): JournalLineRow[] {
	return postings
		.filter(({ net, tax = 0 }) => net !== 0 || tax !== 0)
		.map(({ AccountID, net, tax = 0, TaxType, Description, Tracking = [], settles, foreign }) => ({
			JournalLineID: book.newJournalId(),
			AccountID,
			NetAmount: net,
			TaxAmount: tax,
			TaxType,
			Description,
			Tracking,
			settles,
			foreign,
		}));
}

const reversed =
	(book: Book) =>
	(line: JournalLineRow): JournalLineRow => ({
		...line,
		JournalLineID: book.newJournalId(),
		NetAmount: 0 - line.NetAmount,
		TaxAmount: 0 - line.TaxAmount,
		...(line.foreign === undefined ? {} : { foreign: 0 - line.foreign }),
	});

const plain = (lines: readonly JournalLineRow[]): string => JSON.stringify(lines.map(({ JournalLineID: _id, ...line }) => line));

const same = (before: JournalRow, { date, reference }: Omit<Entry, 'postings'>, lines: readonly JournalLineRow[]): boolean =>
	before.JournalDate === date && before.Reference === reference && plain(before.lines) === plain(lines);

function add(
	book: Book,
	source: Source,
	{ date, reference, accrualOnly = false }: Omit<Entry, 'postings'>,
	lines: readonly JournalLineRow[],
	reversal: boolean,
): void {
	book.journals.put({
		JournalID: book.newJournalId(),
		JournalNumber: book.journalNumber(),
		JournalDate: date,
		Reference: reference,
		CreatedDateUTC: book.stamp(),
		...source,
		reversal,
		...(accrualOnly ? { accrualOnly } : {}),
		lines,
	});
}
