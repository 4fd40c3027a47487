import type { IDataObject } from 'n8n-workflow';
import { rows } from '../../shared/inputs/collections';
import { record } from '../../shared/inputs/locators';
import { choice, json, number, text } from '../../shared/inputs/scalars';
import type { Field, Fields } from '../../shared/model/field';
import { accountCode, itemCode, taxType } from './pickers';
import { tracking } from './tracking';

const amount = (name: string, more: Parameters<typeof number>[1] = {}) => number(name, { blank: '', ...more });

const DISCOUNTS: Fields = {
	DiscountAmount: amount('Discount Amount', { min: 0, description: 'Not on bills' }),
	DiscountRate: amount('Discount Rate (%)', { min: 0, max: 100, description: 'Not on bills' }),
};

const lines = (discounts: Fields) =>
	rows(
		'Line Items',
		'Line',
		{
			AccountCode: accountCode('Account'),
			Description: text('Description', { max: 4000, rows: 2 }),
			ItemCode: itemCode,
			// A 1 that nobody typed would take the place of the quantity that an existing line has.
			Quantity: amount('Quantity', { description: '1 for a new line when left empty' }),
			TaxType: taxType(),
			UnitAmount: amount('Price', { description: "Unit price; the item's own price when left empty" }),
		},
		{
			title: '={{ $collection.item.value.Description || "Line" }}',
			// n8n lists a row's inputs by name: this one stands last.
			foldedName: 'Tracking and More',
			folded: {
				AccountID: record('Account Without Code', 'activeAccount'),
				...discounts,
				LineAmount: amount('Line Amount', { description: 'Xero calculates the price when that is left out' }),
				LineItemID: text('Line Item ID', { description: 'Keeps an existing line in an update; lines without it are made anew' }),
				SalesTaxCodeId: amount('Sales Tax Code ID', { whole: true }),
				Taxability: choice('Taxability', [
					['TAXABLE', 'Taxable'],
					['NON_TAXABLE', 'Non-Taxable'],
					['EXEMPT', 'Exempt'],
					['PART_TAXABLE', 'Part Taxable'],
					['NOT_APPLICABLE', 'Not Applicable'],
				]),
				TaxAmount: amount('Tax Amount', { description: 'Instead of what Xero would calculate' }),
				// A dozen properties for each jurisdiction of the US, which Xero fills in itself as a rule.
				TaxBreakdown: json('Tax Breakdown', { description: "List of US sales tax components, as in Xero's API" }),
				Tracking: tracking,
			},
		},
	);

const PRICED = ['ItemCode', 'LineAmount', 'UnitAmount'];

/** A new line with a price is for one of it; a line that exists keeps its quantity, and a line of text alone has none. */
const forOne = (line: IDataObject): IDataObject =>
	line.Quantity === undefined && line.LineItemID === undefined && PRICED.some((name) => line[name] !== undefined)
		? { ...line, Quantity: 1 }
		: line;

const withQuantities = (field: Field<IDataObject[]>): Field<IDataObject[]> => ({
	...field,
	write: (value) => (field.write?.(value) as IDataObject[]).map(forOne),
});

/** The lines of a document. Xero fills in what an item, an account or a contact brings along. */
export const lineItems = withQuantities(lines({}));

/** Those of invoices, quotes and orders, which alone can have discounts. */
export const discountedLines = withQuantities(lines(DISCOUNTS));
