import type { IDataObject } from 'n8n-workflow';
import { locator } from '../../shared/inputs/locators';
import { date, flag, number, text } from '../../shared/inputs/scalars';
import type { ListOption } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { create, get, list, setStatus } from '../../shared/operations/crud';
import { amountText, joined } from '../fields/document';
import { dated } from '../fields/filters';
import { currencyRate } from '../fields/pickers';
import { belongsTo, is, modifiedSince, quoted, raw } from '../../shared/inputs/where';
import { DELETED, IN_BOOKS } from '../notices';
import { history } from '../operations/history';

const OF = ['Account', 'Date', 'Amount'] as const;
/** What a payment can be made on; Xero takes one of them. */
type Payable = 'Invoice' | 'CreditNote' | 'Overpayment' | 'Prepayment';

const line = ({ PaymentID, Date, Invoice, Amount, Reference, Status }: IDataObject): ListOption => ({
	name: joined([
		Date,
		(Invoice as IDataObject | undefined)?.InvoiceNumber,
		amountText(Amount),
		Reference,
		Status === 'DELETED' ? 'Deleted' : '',
	]),
	value: String(PaymentID),
});

export const payment = resource({
	key: 'payment',
	name: 'Payment',
	plural: 'Payments',
	description: 'A payment of an invoice or bill, or a refund of a credit',
	path: 'Payments',
	id: 'PaymentID',
	scope: 'accounting.payments',
	simplified: [
		'PaymentID',
		'PaymentType',
		'Status',
		'Date',
		'Amount',
		'Reference',
		'IsReconciled',
		'Account.Code',
		'Invoice.InvoiceID',
		'Invoice.InvoiceNumber',
	],
	fields: {
		Invoice: locator('Invoice', 'unpaidInvoice', { id: 'InvoiceID', number: 'InvoiceNumber' }),
		CreditNote: locator(
			'Credit Note',
			'creditNote',
			{ id: 'CreditNoteID', number: 'CreditNoteNumber' },
			{ modes: { number: { placeholder: 'e.g. CN-0001' } } },
		),
		Overpayment: locator('Overpayment', 'overpayment', { id: 'OverpaymentID' }),
		Prepayment: locator('Prepayment', 'prepayment', { id: 'PrepaymentID' }),
		Account: locator(
			'Account',
			'paymentAccount',
			{ id: 'AccountID', code: 'Code' },
			{ description: 'Bank account, or another account that payments are enabled for' },
		),
		Date: date('Date'),
		Amount: number('Amount', {
			blank: '',
			description: 'In the currency of what is paid, at most what is outstanding',
			placeholder: 'e.g. 115.00',
		}),
		BankAccountNumber: text('Bank Account Number', { description: "The supplier's" }),
		BankAmount: number('Bank Amount', { blank: '', description: "Amount in the bank account's currency" }),
		CurrencyRate: currencyRate('For payments of documents in another currency'),
		Details: text('Details', { description: "For the supplier's bank statement" }),
		IsReconciled: flag('Is Reconciled', 'Whether the payment is created as reconciled'),
		Particulars: text('Particulars', { description: "For the supplier's bank statement" }),
		Reference: text('Reference'),
	},
	searchOrder: 'Date DESC',
	listOptions: { payment: (payment) => [line(payment)] },
	operations: (payment) => {
		const pay = (on: Payable, extra: Parameters<typeof create>[3]) => {
			const { [on]: paid, Invoice: _i, CreditNote: _c, Overpayment: _o, Prepayment: _p, ...others } = payment.fields;
			return create({ ...payment, fields: { [on]: paid!, ...others } }, ['createPayments', 'createPayment'], [on, ...OF], {
				batchSize: 50,
				perElement: true,
				settles: on,
				...extra,
			});
		};
		const refund = (on: Payable, name: string) =>
			pay(on, {
				name: `Refund ${name}`,
				action: `Refund ${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name.toLowerCase()}`,
				description: `Record money paid back for ${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name.toLowerCase()}`,
				notice: IN_BOOKS,
			});
		return {
			create: pay('Invoice', {
				description: 'Record a payment of an approved invoice or bill',
				notice: IN_BOOKS,
			}),
			refundCreditNote: refund('CreditNote', 'Credit Note'),
			refundOverpayment: refund('Overpayment', 'Overpayment'),
			refundPrepayment: refund('Prepayment', 'Prepayment'),
			get: get(payment, 'getPayment'),
			getAll: list(
				payment,
				'getPayments',
				{
					...dated,
					Invoice: belongsTo('Invoice', 'invoiceOrBill', 'Invoice.InvoiceID'),
					PaymentType: is('Payment Type', 'PaymentType', [
						['ACCRECPAYMENT', 'Sales Invoice Payment'],
						['ACCPAYPAYMENT', 'Bill Payment'],
						['ARCREDITPAYMENT', 'Sales Credit Note Refund'],
						['APCREDITPAYMENT', 'Bill Credit Note Refund'],
						['AROVERPAYMENTPAYMENT', 'Sales Overpayment Refund'],
						['APOVERPAYMENTPAYMENT', 'Purchase Overpayment Refund'],
						['ARPREPAYMENTPAYMENT', 'Sales Prepayment Refund'],
						['APPREPAYMENTPAYMENT', 'Purchase Prepayment Refund'],
					]),
					Reference: quoted('Reference', 'Reference'),
					Status: is('Status', 'Status', [
						['AUTHORISED', 'Authorised'],
						['DELETED', 'Deleted'],
					]),
					...modifiedSince,
					...raw,
				},
				{ by: 'page', size: 1000 },
			),
			// One bare object here, where every other payment travels in an array.
			delete: setStatus(
				payment,
				'deletePayment',
				'Delete',
				{ Status: 'DELETED' },
				'Delete a payment; what it paid is outstanding again',
				{
					body: 'bare',
					notice: DELETED,
				},
			),
			...history(payment, { get: 'getPaymentHistory', create: 'createPaymentHistory' }),
		};
	},
});
