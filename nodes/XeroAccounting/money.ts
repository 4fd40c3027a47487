import type { MoneyFields } from '../shared/model/operation';

/** What Xero's description marks as money (x-is-money) and takes in a write: amounts in a currency, and unit prices. */
export const money: MoneyFields = {
	amounts: [
		'Amount',
		'Balance',
		'BankAmount',
		'DiscountAmount',
		'EnteredTotal',
		'ExemptAmount',
		'LineAmount',
		'NonTaxableAmount',
		'RoundingAmount',
		'SubTotal',
		'TaxableAmount',
		'TaxAmount',
		'Total',
		'TotalAmount',
		'TotalTax',
	],
	prices: ['UnitAmount', 'UnitPrice'],
	currency: 'CurrencyCode',
	line: {
		id: 'LineItemID',
		quantity: 'Quantity',
		discountRate: 'DiscountRate',
		discountAmount: 'DiscountAmount',
		amount: 'LineAmount',
	},
};
