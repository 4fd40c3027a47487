import type { IDataObject } from 'n8n-workflow';
import { rows } from '../../shared/inputs/collections';
import { record } from '../../shared/inputs/locators';
import { choice, json, number, text } from '../../shared/inputs/scalars';
import type { Field, Fields } from '../../shared/model/field';
import { accountCode, itemCode, taxType } from './pickers';
import { tracking } from './tracking';

const amount = (name: string, more: Parameters<typeof number>[1] = {}) => number(name, { blank: '', ...more });

/** The documents that can have discounts. */
const DISCOUNTED = { '/resource': ['invoice', 'purchaseOrder', 'quote', 'repeatingInvoice'] };
const discountRate: Fields = { DiscountRate: { ...amount('Discount (%)', { min: 0, max: 100 }), shownFor: DISCOUNTED } };
const discountAmount: Fields = { DiscountAmount: { ...amount('Discount Amount', { min: 0 }), shownFor: DISCOUNTED } };

/** In the order of Xero's screen. */
const lines = (rate: Fields, discount: Fields) =>
	rows(
		'Line Items',
		'Line',
		{
			ItemCode: itemCode,
			Description: text('Description', { max: 4000, rows: 2 }),
			// A 1 that nobody typed would take the place of the quantity that an existing line has.
			Quantity: amount('Quantity', { description: '1 for a new line when left empty' }),
			UnitAmount: amount('Price', { description: "Unit price; the item's own price when left empty" }),
			...rate,
			AccountCode: accountCode('Account'),
			TaxType: taxType(),
			Tracking: tracking,
		},
		{
			title: '={{ $collection.item.value.Description || "Line" }}',
			inOrder: true,
			foldedName: 'More',
			folded: {
				AccountID: record('Account Without Code', 'activeAccount'),
				...discount,
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

/** Lines with discounts. Xero fills in what an item, an account or a contact brings along. */
export const discountedLines = withQuantities(lines(discountRate, discountAmount));

/** Lines without: the panel has both as one input, which shows discounts where there are some. */
export const lineItems: Field<IDataObject[]> = { ...withQuantities(lines({}, {})), ui: discountedLines.ui };
