import type { IDataObject } from 'n8n-workflow';
import type { Choice } from '../../shared/inputs/scalars';
import type { Fields } from '../../shared/model/field';
import type { ListOption } from '../../shared/model/operation';
import { is, modifiedSince, raw } from '../../shared/inputs/where';
import { amountText, joined, wordsFor } from './document';
import { dated, ofContact } from './filters';

const STATUSES: readonly Choice[] = [
	['AUTHORISED', 'Approved', 'AUTHORISED: some of it is left'],
	['PAID', 'Paid', 'PAID: nothing of it is left'],
	['VOIDED', 'Voided'],
];
const WORDS = wordsFor(STATUSES);

/** What is left of a prepayment or overpayment is what can be allocated or refunded. */
export const creditLine = (credit: IDataObject, id: string): ListOption => ({
	name: joined([
		credit.Date,
		(credit.Contact as IDataObject | undefined)?.Name,
		credit.InvoiceNumber || credit.Reference,
		`${amountText(credit.Total)} ${String(credit.CurrencyCode ?? '')}`.trim(),
		credit.Status === 'AUTHORISED' ? `${amountText(credit.RemainingCredit)} left` : WORDS[String(credit.Status)],
	]),
	value: String(credit[id]),
});

/** Filters of prepayments and overpayments; `byNumber` is Xero's own for what names them. */
export const creditFilters = (byNumber: Fields): Fields => ({
	...ofContact,
	...dated,
	...byNumber,
	Status: is('Status', 'Status', STATUSES),
	...modifiedSince,
	...raw,
});
