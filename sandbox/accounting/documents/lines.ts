/** Lines of documents as a body has them, and what they add up to. */
import { accountByCode } from '../accounts/accounts';
import type { Book } from '../book/book';
import type { AccountRow, InvoiceRow, ItemRow, LineRow } from '../book/rows';
import { itemByCode } from '../items/items';
import type { Findings, Input } from '../resource/input';
import { divide, fromUnits, rounded, sum, units } from '../values/decimal';
import { tracking } from './tracking';

/** The document that lines belong to. */
export interface LineContext {
	type: InvoiceRow['Type'];
	amounts: InvoiceRow['LineAmountTypes'];
	/** Whether the document is or becomes AUTHORISED: then each line with an amount needs an account. */
	approved: boolean;
	/** Decimals of unit prices (unitdp). */
	places: number;
	/** Whether lines of a purchase may have discounts; those of bills must not. */
	discounts?: boolean;
	/** Why lines of this document may not have a discount; those of bills never may. */
	undiscounted?: string;
}

/** System accounts that no line may name: they are booked by the documents themselves. */
export const CONTROL: ReadonlySet<string> = new Set([
	'DEBTORS',
	'CREDITORS',
	'UNPAIDEXPCLM',
	'RETAINEDEARNINGS',
	'BANKCURRENCYGAIN',
	'REALISEDCURRENCYGAIN',
	'UNREALISEDCURRENCYGAIN',
	'TRACKINGTRANSFERS',
]);

/** Lines as a body wants them: those with a known LineItemID are changed, others are new, lines not sent are gone. */
export function readLines(book: Book, parts: readonly Input[], before: readonly LineRow[], context: LineContext): LineRow[] {
	return parts.map((part) => {
		const id = part.guid('LineItemID');
		const known = before.find((line) => line.LineItemID === id);
		return readLine(book, part, known, context);
	});
}

function readLine(book: Book, part: Input, before: LineRow | undefined, context: LineContext): LineRow {
	const code = part.code('ItemCode', 30);
	const item = code === undefined ? undefined : itemByCode(book, code);
	if (code !== undefined && !item) part.fail(`Item code '${code}' is not valid.`);
	const offered = item && (context.type === 'ACCREC' ? item.IsSold : item.IsPurchased);
	if (item && !offered)
		part.fail(`Item code '${item.Code}' cannot be used on ${context.type === 'ACCREC' ? 'sales' : 'purchase'} transactions.`);
	const defaults = item ? defaultsOf(item, context.type) : {};

	const description = part.text('Description', 4000) ?? before?.Description ?? defaults.Description;
	if (!description?.trim()) part.fail('The description field is mandatory for each line item.');
	const price = amounts(part, before, defaults.UnitAmount, context);
	const account = part.code('AccountCode') ?? accountCode(book, part) ?? before?.AccountCode ?? defaults.AccountCode;
	const tax = part.code('TaxType');
	return {
		LineItemID: before?.LineItemID ?? book.newId(),
		Description: description,
		...price,
		ItemCode: item?.Code ?? before?.ItemCode,
		AccountCode: account,
		TaxType: tax ?? before?.TaxType ?? defaults.TaxType,
		// NaN stands for "to be computed": a tax amount that was sent is kept as it is.
		TaxAmount:
			part.number('TaxAmount', 2) ??
			(before && before.LineAmount === price.LineAmount && tax === undefined ? before.TaxAmount : NaN),
		Tracking: part.given('Tracking') ? tracking(book, part) : (before?.Tracking ?? []),
	};
}

function accountCode(book: Book, part: Input): string | undefined {
	const id = part.guid('AccountID');
	const row = id === undefined ? undefined : book.accounts.get(id);
	if (id !== undefined && !row) part.fail(`Account ID '${id}' is not a valid account for this document.`);
	return row?.Code;
}

function defaultsOf(item: ItemRow, type: InvoiceRow['Type']): Partial<LineRow> {
	const sale = type === 'ACCREC';
	const details: ItemRow['PurchaseDetails'] = sale ? item.SalesDetails : item.PurchaseDetails;
	return {
		Description: (sale ? item.Description : item.PurchaseDescription) ?? item.Name,
		UnitAmount: details.UnitPrice,
		AccountCode: !sale && item.IsTrackedAsInventory ? item.InventoryAssetAccountCode : details.AccountCode,
		TaxType: details.TaxType,
	};
}

type Amounts = Pick<LineRow, 'Quantity' | 'UnitAmount' | 'DiscountRate' | 'DiscountAmount' | 'LineAmount'>;

/**
 * Quantity, UnitAmount and LineAmount of a line, whichever of them was left out:
 * LineAmount = Quantity * UnitAmount * (100 - DiscountRate) / 100, or Quantity * UnitAmount - DiscountAmount (spec).
 */
function amounts(part: Input, before: LineRow | undefined, listPrice: number | undefined, context: LineContext): Amounts {
	const total = part.number('LineAmount', 2);
	const rate = part.number('DiscountRate', 4) ?? before?.DiscountRate;
	const off = part.number('DiscountAmount', 2) ?? before?.DiscountAmount;
	const undiscounted =
		context.undiscounted ??
		(context.type === 'ACCPAY' && !context.discounts ? 'Discounts may not be applied to ACCPAY invoices.' : undefined);
	if ((rate || off) && undiscounted !== undefined) part.fail(undiscounted);
	if (rate && off) part.fail('Only one of DiscountRate and DiscountAmount must be specified.');
	if (rate !== undefined && (rate < 0 || rate > 100)) part.fail('The DiscountRate field must be between 0 and 100.');
	const discount = { ...(rate ? { DiscountRate: rate } : {}), ...(off && !rate ? { DiscountAmount: off } : {}) };

	const item = part.code('ItemCode');
	const [many, price] = [part.number('Quantity', 4), part.number('UnitAmount', context.places)];
	let quantity = many ?? before?.Quantity;
	let unit = price ?? (item === undefined ? undefined : listPrice) ?? before?.UnitAmount ?? listPrice;
	const bare = quantity === undefined && unit === undefined && total === undefined && item === undefined;
	if (bare && part.code('AccountCode') === undefined) return { LineAmount: 0 };
	// What the line would be without its discount, for working back from a LineAmount.
	const gross =
		total === undefined ? undefined : rate ? (rate === 100 ? undefined : (total * 100) / (100 - rate)) : total + (off ?? 0);
	if (gross !== undefined && unit === undefined) unit = rounded(gross / (quantity || 1), 4);
	if (gross !== undefined && quantity === undefined) quantity = unit ? rounded(gross / unit, 4) : 1;
	quantity ??= 1;
	unit ??= 0;
	if (quantity < 0) part.fail(`The quantity value '${quantity.toFixed(4)}' is invalid. Quantity must not be less than zero.`);
	const expected = lineAmount(quantity, unit, rate ?? 0, off ?? 0);
	const derived = total !== undefined && (many === undefined || price === undefined) && Math.abs(total - expected) < 0.05;
	if (total !== undefined && total !== expected && !derived) {
		part.fail(`The line total ${total.toFixed(2)} does not match the expected line total ${expected.toFixed(2)}`);
	}
	return { Quantity: quantity, UnitAmount: unit, ...discount, LineAmount: derived ? total : expected };
}

/** Quantity times price less the discount, in whole cents, halves away from zero. */
function lineAmount(quantity: number, unit: number, rate: number, off: number): number {
	const cents = divide(units(quantity, 4) * units(unit, 4) * (1_000_000n - units(rate, 4)), 10n ** 12n);
	return fromUnits(cents - units(rate ? 0 : off, 2), 2);
}

/** Checks accounts and taxes of the lines and computes the tax amounts that were not sent. */
export function settleLines(book: Book, findings: Findings, lines: readonly LineRow[], context: LineContext): LineRow[] {
	return lines.map((line) => {
		if (line.Quantity === undefined) return { ...line, TaxAmount: 0 };
		const account = checkAccount(book, findings, line, context);
		if (context.amounts === 'NoTax') return { ...line, TaxType: 'NONE', TaxAmount: 0 };
		const type = line.TaxType ?? account?.TaxType;
		if (type === undefined) return { ...line, TaxAmount: Number.isNaN(line.TaxAmount) ? 0 : line.TaxAmount };
		const rate = book.taxRates.get(type);
		if (rate?.Status !== 'ACTIVE')
			findings.fail(`The TaxType code ${type} does not exist or cannot be used for this type of transaction.`);
		if (account && !(rate?.Status === 'ACTIVE' && rate.applies.includes(account.Class))) {
			findings.fail(`The TaxType code '${type}' cannot be used with account code '${account.Code}'.`);
		}
		return {
			...line,
			TaxType: type,
			TaxAmount: Number.isNaN(line.TaxAmount) ? taxOf(line.LineAmount, rate?.EffectiveRate ?? 0, context) : line.TaxAmount,
		};
	});
}

/** The account of a line, with Xero's sentence when it cannot be used on this document. */
function checkAccount(book: Book, findings: Findings, line: LineRow, context: LineContext): AccountRow | undefined {
	if (line.AccountCode === undefined) {
		if (context.approved) findings.fail('Account code must be specified');
		return undefined;
	}
	const account = accountByCode(book, line.AccountCode);
	if (account && account.Status === 'ACTIVE' && account.Type !== 'BANK' && !CONTROL.has(account.SystemAccount ?? ''))
		return account;
	findings.fail(`Account code '${line.AccountCode}' is not a valid code for this document.`);
	return undefined;
}

/** Tax on an amount in whole cents, halves away from zero: a share of it, or the part inside it when amounts include tax. */
export function taxOf(amount: number, percent: number, context: Pick<LineContext, 'amounts'>): number {
	const rate = units(percent, 4);
	const base = context.amounts === 'Inclusive' ? 1_000_000n + rate : 1_000_000n;
	return fromUnits(divide(units(amount, 2) * rate, base), 2);
}

/** What a line is worth without tax. */
export function netOfLine({ LineAmount, TaxAmount }: LineRow, amounts: InvoiceRow['LineAmountTypes']): number {
	return amounts === 'Inclusive' ? sum([LineAmount, -TaxAmount]) : LineAmount;
}

/** What the lines add up to. SubTotal is without tax, whatever LineAmountTypes says. */
export function totals(
	lines: readonly LineRow[],
	amountTypes: InvoiceRow['LineAmountTypes'],
): Pick<InvoiceRow, 'SubTotal' | 'TotalTax' | 'Total' | 'TotalDiscount'> {
	const [amount, tax] = [sum(lines.map((line) => line.LineAmount)), sum(lines.map((line) => line.TaxAmount))];
	const discounted = lines.filter((line) => line.DiscountRate !== undefined || line.DiscountAmount !== undefined);
	const discount = sum(
		discounted.map((line) => sum([lineAmount(line.Quantity ?? 0, line.UnitAmount ?? 0, 0, 0), -line.LineAmount])),
	);
	const inclusive = amountTypes === 'Inclusive';
	return {
		SubTotal: inclusive ? sum([amount, -tax]) : amount,
		TotalTax: tax,
		Total: inclusive ? amount : sum([amount, tax]),
		TotalDiscount: discount,
	};
}

const SUMS = { SubTotal: 'sub total', TotalTax: 'total tax', Total: 'total' } as const;

/** Sums that are sent must be those of the lines. */
export function checkTotals(input: Input, added: Readonly<Record<keyof typeof SUMS, number>>): void {
	for (const [key, words] of Object.entries(SUMS) as Array<[keyof typeof SUMS, string]>) {
		const sent = input.number(key, 2);
		if (sent !== undefined && sent !== added[key]) input.fail(`The document ${words} does not equal the ${words} of the lines.`);
	}
}
