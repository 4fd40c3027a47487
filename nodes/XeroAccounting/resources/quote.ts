import { choice, chosen, date, text } from '../../shared/inputs/scalars';
import type { Operation } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { create, get, list, setStatus, update, upsert } from '../../shared/operations/crud';
import { byStatus, QUOTE_STATUSES } from '../fields/statuses';
import { modifiedSince, orderedBy } from '../../shared/inputs/where';
import { documentLine, documentRate, wordsFor } from '../fields/document';
import { datedByName, ofContactByName } from '../fields/filters';
import { discountedLines } from '../fields/lineItems';
import { brandingTheme, contact, currencyCode } from '../fields/pickers';
import { DELETED } from '../notices';
import { attachments } from '../operations/attachments';
import { history } from '../operations/history';
import { pdf } from '../operations/pdf';
import { changeQuote } from '../quotes';
import { exclusiveWithout } from '../taxBasis';

const WORDS = wordsFor(QUOTE_STATUSES);
const OF = ['Contact', 'Date', 'LineAmountTypes', 'LineItems'];

const number = text('Quote Number', { max: 255, placeholder: 'e.g. QU-0001' });

/** A change reads the quote first: one quote, two calls. */
const changing = (row: Operation): Operation => ({ ...row, run: changeQuote });

export const quote = resource({
	key: 'quote',
	name: 'Quote',
	plural: 'Quotes',
	description: 'An offer to a customer',
	path: 'Quotes',
	id: 'QuoteID',
	scope: 'accounting.invoices',
	simplified: [
		'QuoteID',
		'QuoteNumber',
		'Status',
		'Contact.Name',
		'Title',
		'Date',
		'ExpiryDate',
		'Reference',
		'CurrencyCode',
		'Total',
	],
	linesField: 'LineItems',
	documentKeyDefault: 'QuoteNumber',
	fields: {
		Contact: contact(),
		Date: date('Date'),
		LineItems: discountedLines,
		BrandingThemeID: brandingTheme,
		CurrencyCode: currencyCode(),
		CurrencyRate: documentRate,
		ExpiryDate: date('Expiry Date'),
		// Quotes have these codes in capitals, unlike all other documents.
		LineAmountTypes: chosen('Amounts Are', [
			['EXCLUSIVE', 'Tax Exclusive'],
			['INCLUSIVE', 'Tax Inclusive'],
			['NOTAX', 'No Tax'],
		]),
		QuoteNumber: number,
		Reference: text('Reference', { max: 4000 }),
		Status: choice('Status', QUOTE_STATUSES.slice(0, 5)),
		Summary: text('Summary', { max: 3000, rows: 2 }),
		Terms: text('Terms', { max: 4000, rows: 2 }),
		Title: text('Title', { max: 100 }),
	},
	panel: ['Contact', 'Date', 'ExpiryDate', 'QuoteNumber', 'Reference', 'LineAmountTypes', 'LineItems', 'Status'],
	show: byStatus(QUOTE_STATUSES),
	searchOrder: 'Date DESC',
	listOptions: { quote: (quote) => [documentLine(quote, 'QuoteID', 'QuoteNumber', WORDS)] },
	operations: (quote) => {
		const become = (name: string, Status: string, description: string, extra: Parameters<typeof setStatus>[5] = {}) =>
			changing(setStatus(quote, 'updateQuote', name, { Status }, description, extra));
		return {
			create: create(quote, 'createQuotes', OF, { ...exclusiveWithout, batchSize: 50, perElement: true }),
			upsert: upsert(quote, 'updateOrCreateQuotes', OF, 'its number', {
				...exclusiveWithout,
				identity: ['QuoteID', 'QuoteNumber'],
				batchSize: 50,
				perElement: true,
				notice:
					'Xero finds an existing record by quote number, and empties there what is left out here; its lines are replaced by those given',
			}),
			get: get(quote, 'getQuote'),
			getAll: list(
				quote,
				'getQuotes',
				{
					...ofContactByName,
					...datedByName,
					ExpiryDateFrom: date('Expiry Date From'),
					ExpiryDateTo: date('Expiry Date To'),
					QuoteNumber: number,
					...modifiedSince,
					...orderedBy('Date DESC'),
				},
				{ by: 'page', size: 100, fixed: true },
			),
			update: changing(update(quote, 'updateQuote')),
			markAsSent: become('Mark as Sent', 'SENT', 'Set a quote to Sent, without sending it', { action: 'Mark a quote as sent' }),
			accept: become('Accept', 'ACCEPTED', 'Set a sent quote to Accepted'),
			decline: become('Decline', 'DECLINED', 'Set a sent quote to Declined'),
			markAsInvoiced: become('Mark as Invoiced', 'INVOICED', 'Set an accepted quote to Invoiced; no invoice is made', {
				action: 'Mark a quote as invoiced',
			}),
			delete: become('Delete', 'DELETED', 'Delete a quote that is not invoiced', { notice: DELETED }),
			...pdf(quote, 'getQuoteAsPdf'),
			...attachments(quote, {
				get: 'getQuoteAttachments',
				byId: 'getQuoteAttachmentById',
				byName: 'getQuoteAttachmentByFileName',
				create: 'createQuoteAttachmentByFileName',
				replace: 'updateQuoteAttachmentByFileName',
			}),
			...history(quote, { get: 'getQuoteHistory', create: 'createQuoteHistory' }),
		};
	},
});
