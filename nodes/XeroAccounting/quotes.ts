import type { IDataObject } from 'n8n-workflow';
import { NOT_THERE } from '../shared/model/findings';
import type { OperationContext, OutputItem } from '../shared/model/context';
import { shown } from '../shared/model/findings';
import { assertSameRecord } from '../shared/operations/assertSameRecord';
import { valueOf } from '../shared/operations/crud';

/**
 * What Xero empties, or sets back, where a change of a quote leaves it out. Lines stay by themselves; sent as read they
 * would be wrong, as Xero gives their prices without tax even where amounts are tax inclusive.
 */
const KEPT = [
	'QuoteNumber',
	'Reference',
	'Terms',
	'Date',
	'ExpiryDate',
	'Status',
	'CurrencyCode',
	'CurrencyRate',
	'Title',
	'Summary',
	'BrandingThemeID',
	'LineAmountTypes',
] as const;

const isThere = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** The parts of a quote that have to be sent again; a rate goes with its currency. */
function kept(quote: IDataObject, changes: Readonly<IDataObject>): IDataObject {
	const names = KEPT.filter((name) => isThere(quote[name]) && !(name === 'CurrencyRate' && 'CurrencyCode' in changes));
	const { ContactID } = (quote.Contact ?? {}) as IDataObject;
	return {
		...(isThere(ContactID) ? { Contact: { ContactID } } : {}),
		...Object.fromEntries(names.map((name) => [name, quote[name]])),
	} as IDataObject;
}

/**
 * Changes one quote. Xero asks for its contact and date with every change and empties what a change leaves out, so the quote
 * is read first and sent with what it has.
 */
export async function changeQuote(call: OperationContext): Promise<OutputItem[]> {
	const [quote] = call.recordsIn(await call.request({ path: call.path, envelope: 'Quotes' }));
	if (!quote) return call.refuse({ place: ['Quote'], value: shown(valueOf(call, 'QuoteID')), ...NOT_THERE, state: 'refused' });
	// Written on, its date and terms would take the place of this one's.
	const id = valueOf(call, 'QuoteID');
	if (isThere(quote.QuoteID) && String(quote.QuoteID).toLowerCase() !== id.toLowerCase())
		return call.refuse({
			says: 'Xero answered with another quote than the one asked for',
			todo: 'Run again',
			description: 'Nothing was changed for this item.',
			state: 'refused',
		});
	// The record picked wins over an ID inside a JSON body, which would name another one.
	const { QuoteID: _given, ...changes } = call.body;
	const body: IDataObject = { Quotes: [{ ...kept(quote, changes), ...changes }] };
	const changed = call.recordsIn(await call.request({ method: 'POST', path: call.path, body, envelope: 'Quotes' }));
	return [{ json: assertSameRecord(call, changed, 'QuoteID', id) }];
}
