/** Fields that documents have in common, as a body has them. */
import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import type { AmountsRow, ContactRow, InvoiceRow, LineRow } from '../book/rows';
import type { Table } from '../book/table';
import { contactOfDocument } from '../contacts/contactWrites';
import type { Input } from '../resource/input';
import { dayRate, notSubscribed } from '../settings/currencies';
import { type LineContext, readLines, settleLines, totals } from './lines';

/** The contact of a document: the one that is sent (an empty object names none), else the one it has. */
export function contactField(book: Book, input: Input, before?: string): ContactRow | undefined {
	const sent = contactOfDocument(book, input.object('Contact'));
	if (sent || input.findings.failed) return sent;
	const kept = before === undefined ? undefined : book.contacts.get(before);
	if (!kept) input.fail('A Contact must be specified for this type of transaction.');
	return kept;
}

/** The same where an empty object counts as sent. */
export function givenContactField(book: Book, input: Input, before: string | undefined): ContactRow | undefined {
	const kept = before !== undefined && !input.given('Contact');
	const contact = kept ? book.contacts.get(before) : contactOfDocument(book, input.object('Contact'));
	if (!contact && !input.findings.failed) input.fail('A Contact must be specified for this type of transaction.');
	return contact;
}

/** What the lines of a document are and add up to. */
export type Amounts = AmountsRow & Pick<InvoiceRow, 'TotalDiscount'>;
type Lines = Pick<AmountsRow, 'LineAmountTypes' | 'LineItems'>;

/** What the kind of a document says of its lines. */
interface AmountsContext extends Omit<LineContext, 'amounts'> {
	/** Whether it must have lines. */
	required: boolean;
	/** The LineAmountTypes when none are sent: those of before. */
	otherwise?: InvoiceRow['LineAmountTypes'];
	/** An empty list leaves the lines as they are, as in the specification's example of an update of a purchase order. */
	emptyKeeps?: boolean;
}

/** LineAmountTypes, lines and sums of a document as they are to be saved. Lines that are not sent stay. */
export function amountsField(
	book: Book,
	input: Input,
	before: Lines | undefined,
	{ required, otherwise = before?.LineAmountTypes ?? 'Exclusive', emptyKeeps = false, ...more }: AmountsContext,
): Amounts {
	const LineAmountTypes = amountTypesField(input) ?? otherwise;
	const context = { ...more, amounts: LineAmountTypes };
	const LineItems = settleLines(book, input.findings, linesField(book, input, before, context, emptyKeeps), context);
	if (LineItems.length === 0 && required) input.fail('One or more line items must be specified');
	const added = totals(LineItems, LineAmountTypes);
	if (added.Total < 0) input.fail('The Total field must not be less than zero.');
	return { LineAmountTypes, LineItems, ...added };
}

/** Whether the amounts of lines are without tax, with it, or have none. */
export function amountTypesField(input: Input): InvoiceRow['LineAmountTypes'] | undefined {
	return input.choice('LineAmountTypes', ['Exclusive', 'Inclusive', 'NoTax']);
}

/** The lines that are sent, or those of before; when the amounts change their kind, taxes are computed afresh. */
export function linesField(
	book: Book,
	input: Input,
	before: Lines | undefined,
	context: LineContext,
	emptyKeeps = false,
): LineRow[] {
	const sent = input.list('LineItems');
	const same = before?.LineAmountTypes === context.amounts;
	const kept = (before?.LineItems ?? []).map((line): LineRow => (same ? line : { ...line, TaxAmount: NaN }));
	return sent && !(emptyKeeps && sent.length === 0) ? readLines(book, sent, kept, context) : kept;
}

/** The status of a request that can only delete. */
export function deletedField(input: Input): void {
	if (input.choice('Status', ['DELETED']) === undefined && !input.findings.failed)
		input.fail('The Status field must be DELETED.');
}

/** Nothing that counts may be dated in locked days, nor change there. Says whether one of the days is locked. */
export function lockedField(book: Book, input: Input, ...days: ReadonlyArray<string | undefined>): boolean {
	const lock = book.lockedUntil();
	const locked = lock !== undefined && days.some((day) => day !== undefined && day <= lock.day);
	if (locked) input.fail(lock.sentence);
	return locked;
}

/** The BrandingThemeID that is sent, else the one of before. */
export function themeField(book: Book, input: Input, before: string | undefined): string | undefined {
	const id = input.guid('BrandingThemeID');
	if (id !== undefined && !book.brandingThemes.get(id))
		input.fail('The branding theme with the specified BrandingThemeID could not be found.');
	return id ?? before;
}

/** An absolute address of the web. */
export function urlField(input: Input, key: string): string | undefined {
	const url = input.text(key, 2000);
	if (url && !/^https?:\/\/[^\s/]+/i.test(url)) input.fail(`The ${key} field must be a valid absolute URL.`);
	return url;
}

/** The currency of a document, which the organisation must use. */
export function currencyField(book: Book, input: Input, before: string | undefined): string {
	const code = input.code('CurrencyCode')?.toUpperCase() ?? before ?? book.organisation.BaseCurrency;
	const unknown = notSubscribed(book, code);
	if (unknown !== undefined) input.fail(unknown);
	return code;
}

/**
 * The currency and its rate: foreign units for one of the base currency, six decimals, the day's rate when none is sent. A rate that
 * does not count is worth a warning that names the document, where the record has Warnings (quotes have none).
 */
export function rateFields(
	book: Book,
	input: Input,
	before: Pick<InvoiceRow, 'CurrencyCode' | 'CurrencyRate'> | undefined,
	named: string | undefined,
): Pick<InvoiceRow, 'CurrencyCode' | 'CurrencyRate'> {
	const code = currencyField(book, input, before?.CurrencyCode);
	const rate = input.number('CurrencyRate', 6);
	if (rate !== undefined && rate <= 0) input.fail('The CurrencyRate field must be greater than zero.');
	if (code === book.organisation.BaseCurrency) {
		if (named !== undefined && rate !== undefined && rate !== 1)
			input.findings.warnings.push(`The CurrencyRate was ignored as the ${named} is in the base currency of the organisation.`);
		return { CurrencyCode: code, CurrencyRate: 1 };
	}
	const kept = before?.CurrencyCode === code ? before.CurrencyRate : dayRate(book, code, input.date('Date') ?? book.today());
	return { CurrencyCode: code, CurrencyRate: rate ?? kept };
}

/** The unique number of a document: the one that is sent, the one it has, else the next that nothing has: QU-0001, QU-0002, … */
export function numberField<Row extends object>(
	input: Input,
	table: Pick<Table<Row, 'number'>, 'first' | 'size'>,
	before: Row | undefined,
	{ key, prefix, notUnique }: { key: string & keyof Row; prefix: string; notUnique: string },
): string {
	const sent = input.text(key, 255)?.trim();
	const same = sent ? table.first('number', fold(sent)) : undefined;
	if (same && same !== before) input.fail(notUnique);
	if (sent) return sent;
	if (before) return String(before[key]);
	for (let next = table.size + 1; ; next += 1) {
		const number = `${prefix}-${String(next).padStart(4, '0')}`;
		if (!table.first('number', fold(number))) return number;
	}
}

/** Whether a day lies between two bounds, both included; a missing day lies outside of any bound. */
export function within(day: string | undefined, from: string | undefined, to: string | undefined): boolean {
	if (from === undefined && to === undefined) return true;
	return day !== undefined && (from === undefined || day >= from) && (to === undefined || day <= to);
}
