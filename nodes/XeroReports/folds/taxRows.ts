// GST or VAT in detail as the items that a node gives.

import type { IDataObject } from 'n8n-workflow';
import { asNumber } from '../../shared/model/decimal';
import type { Entry } from '../entries/entry';
import type { Account, Accounts } from '../facts/accounts';
import { amountOf, sum } from '../facts/money';
import type { DayRange } from '../rows/financialYear';
import type { ReasonedAccount } from './generalLedger';
import { movedBy } from './ledgerAccounts';
import { REASON_TEXT } from './notInApi';
import type { Check, RowHead } from './rows';
import { checkRow } from './rows';
import type { TaxGroup } from './taxGroups';
import type { TaxLine } from './taxLines';
import { netTaxOf } from './taxLines';
import { accountKeys } from './transactionRows';

/** What of the report is shown, and how. */
export interface TaxView extends DayRange {
	readonly organisationId: string | null;
	/** Of the base currency. */
	readonly decimals: number;
	readonly accounts: Accounts;
	readonly basis: 'accrual' | 'cash';
	readonly rows: 'rates' | 'transactions' | 'both';
	readonly totals: 'none' | 'group' | 'grand';
}

/** What the report is made of; `taxAccounts` are empty where the trial balance was not read. */
export interface TaxDetail {
	readonly groups: readonly TaxGroup[];
	readonly taxAccounts: readonly ReasonedAccount[];
	/** Entries on the tax accounts that are not the tax of lines. */
	readonly own: readonly Entry[];
	readonly checks: readonly Check[];
}

const headOf = ({ organisationId }: TaxView): RowHead => ({ report: 'taxDetail', organisationId });

const rowOf = (view: TaxView, rowType: string, level: string | null, keys: IDataObject): IDataObject => ({
	report: 'taxDetail',
	rowType,
	organisationId: view.organisationId,
	...(level === null ? {} : { level }),
	...keys,
	basis: view.basis,
	from: view.from,
	to: view.to,
});

const figures = ({ net, tax }: { readonly net: bigint; readonly tax: bigint }, { decimals }: TaxView): IDataObject => ({
	net: amountOf(net, decimals),
	tax: amountOf(tax, decimals),
	gross: amountOf(net + tax, decimals),
});

const maybe = (amount: bigint | null, { decimals }: TaxView): number | null =>
	amount === null ? null : amountOf(amount, decimals);

function rateRow(group: TaxGroup, view: TaxView): IDataObject {
	return rowOf(view, 'row', 'rate', {
		taxType: group.taxType,
		taxName: group.taxName,
		reportTaxType: group.reportTaxType || null,
		side: group.side,
		rate: group.percent === null ? null : asNumber(group.percent),
		...figures(group, view),
		expectedTax: maybe(group.expectedTax, view),
		notional: group.notional,
		lines: group.lines.length,
		taxEdited: group.lines.filter(({ taxEdited }) => taxEdited).length,
	});
}

/** Where a line of a document comes from. */
const sourceKeys = ({ source, description }: Entry, account: Account | undefined, accountId: string): IDataObject => ({
	date: source.date,
	sourceType: source.type,
	sourceId: source.id,
	number: source.number || null,
	reference: source.reference || null,
	contactId: source.contactId,
	contactName: source.contactName,
	...accountKeys(accountId, account),
	description: description || null,
	currency: source.currency,
});

function transactionRow(line: TaxLine, view: TaxView): IDataObject {
	const { entry, rate } = line;
	// A key by name first: an object that begins as a copy takes ten times as long to make, and there are many of these.
	return rowOf(view, 'row', null, {
		level: 'transaction',
		...sourceKeys(entry, view.accounts.byId.get(entry.accountId), entry.accountId),
		taxType: entry.taxType,
		taxName: rate?.name ?? null,
		reportTaxType: rate?.reportTaxType || null,
		side: line.side,
		rate: rate?.percent ? asNumber(rate.percent) : null,
		...figures(line, view),
		expectedTax: maybe(line.expectedTax, view),
		notional: line.notional,
		taxEdited: line.taxEdited,
	});
}

/** Lines by date, then source, then ID; those of one source in their order. */
const byDate = (lines: readonly TaxLine[]): TaxLine[] =>
	lines
		.map((line) => ({ line, key: `${line.entry.source.date} ${line.entry.source.type} ${line.entry.source.id}` }))
		.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
		.map(({ line }) => line);

const groupRows = (group: TaxGroup, view: TaxView): IDataObject[] => [
	...(view.rows === 'transactions' ? [] : [rateRow(group, view)]),
	...(view.rows === 'rates' ? [] : byDate(group.lines).map((line) => transactionRow(line, view))),
];

/** What moved on a tax account: the tax of lines and what stands on it besides are its entries. */
const taxAccountRow = (row: ReasonedAccount, view: TaxView): IDataObject =>
	rowOf(view, 'row', 'taxAccount', {
		...accountKeys(row.accountId, row.account),
		opening: amountOf(row.opening, view.decimals),
		movement: amountOf(movedBy(row.movement), view.decimals),
		notInApi: amountOf(row.notInApi, view.decimals),
		closing: amountOf(row.closing, view.decimals),
	});

const ownRow = (entry: Entry, view: TaxView): IDataObject =>
	rowOf(view, 'row', 'taxAccountLine', {
		...sourceKeys(entry, view.accounts.byId.get(entry.accountId), entry.accountId),
		amount: amountOf(entry.amount, view.decimals),
	});

const notInApiRow = ({ accountId, account, notInApi, reason }: ReasonedAccount, view: TaxView): IDataObject =>
	rowOf(view, 'notInApi', null, {
		...accountKeys(accountId, account),
		amount: amountOf(notInApi, view.decimals),
		reason,
		note: reason === null ? null : REASON_TEXT[reason],
	});

/** Tax of one side, or with `side` null what is collected less what is paid; there is no net of both. */
function totalRows(groups: readonly TaxGroup[], view: TaxView): IDataObject[] {
	if (view.totals === 'none') return [];
	const grand = rowOf(view, 'total', 'grand', {
		side: null,
		net: null,
		tax: amountOf(netTaxOf(groups.flatMap(({ lines }) => lines)), view.decimals),
		gross: null,
	});
	if (view.totals === 'grand') return [grand];
	const sides = (['sales', 'purchases'] as const).map((side) => {
		const of = groups.filter((group) => group.side === side);
		const total = { net: sum(of.map(({ net }) => net)), tax: sum(of.map(({ tax }) => tax)) };
		return rowOf(view, 'total', 'group', { side, ...figures(total, view) });
	});
	return [...sides, grand];
}

/**
 * The items of the report: rates, sales before purchases, with their lines by date; what moved on the tax accounts; totals, what is not in
 * the API, checks. Each item of a level has the same keys in every run. Amounts are in the base currency: `net` and `tax` are above zero
 * for a sale on the side of sales and for a purchase on the side of purchases, those of the tax accounts debit positive.
 */
export const taxRows = ({ groups, taxAccounts, own, checks }: TaxDetail, view: TaxView): IDataObject[] => [
	...groups.flatMap((group) => groupRows(group, view)),
	...taxAccounts.map((row) => taxAccountRow(row, view)),
	...(view.rows === 'rates' ? [] : own.map((entry) => ownRow(entry, view))),
	...totalRows(groups, view),
	...taxAccounts.filter(({ notInApi }) => notInApi !== 0n).map((row) => notInApiRow(row, view)),
	...checks.map((check) => checkRow(headOf(view), check, view.decimals)),
];
