import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import { contactOfDocument } from '../contacts/contactWrites';
import { dayRate, notSubscribed } from '../settings/currencies';
import { calendarDate } from '../values/dates';
import type { Input } from '../resource/input';
import { type LineContext, readLines, settleLines } from './lines';
import { exception } from '../resource/replies';
import { query } from '../resource/resource';
import type { ContactRow, InvoiceRow, LineRow } from '../book/rows';
import type { SandboxRequest } from '../../route';

/** The contact of a document: the one that is sent (an empty object names none), else the one it has. */
export function contactField(book: Book, input: Input, before?: string): ContactRow | undefined {
	const sent = contactOfDocument(book, input.object('Contact'));
	if (sent || input.findings.failed) return sent;
	const kept = before === undefined ? undefined : book.contacts.get(before);
	if (!kept) input.fail('A Contact must be specified for this type of transaction.');
	return kept;
}

/**
 * The lines of a document as they are to be saved. An empty list leaves the lines as they are, as in the specification's example of an
 * update of a purchase order; when the amounts change their kind, taxes are computed afresh.
 */
export function linesField(
	book: Book,
	input: Input,
	sent: readonly Input[] | undefined,
	before: { LineItems: readonly LineRow[]; LineAmountTypes: InvoiceRow['LineAmountTypes'] } | undefined,
	context: LineContext,
): LineRow[] {
	const same = before?.LineAmountTypes === context.amounts;
	const kept = (before?.LineItems ?? []).map((line): LineRow => (same ? line : { ...line, TaxAmount: NaN }));
	return settleLines(book, input.findings, sent?.length ? readLines(book, sent, kept, context) : kept, context);
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
	const kept = before?.CurrencyCode === code ? before.CurrencyRate : dayRate(book, code);
	return { CurrencyCode: code, CurrencyRate: rate ?? kept };
}

/** The next number of a row of documents that nothing has: QU-0001, QU-0002, … */
export function freeNumber(prefix: string, count: number, taken: (number: string) => boolean): string {
	for (let next = count + 1; ; next += 1) {
		const number = `${prefix}-${String(next).padStart(4, '0')}`;
		if (!taken(fold(number))) return number;
	}
}

/** A calendar date among the query parameters. @throws 400 when it is none */
export function dayParameter(request: SandboxRequest, name: string): string | undefined {
	const text = query(request, name);
	const day = text === undefined ? undefined : calendarDate(text.trim());
	if (text !== undefined && day === undefined)
		throw exception(14, 'PostDataInvalidException', `'${text}' in ${name} is not a valid date`);
	return day;
}

/** Whether a day lies between two bounds, both included; a missing day lies outside of any bound. */
export function within(day: string | undefined, from: string | undefined, to: string | undefined): boolean {
	if (from === undefined && to === undefined) return true;
	return day !== undefined && (from === undefined || day >= from) && (to === undefined || day <= to);
}
