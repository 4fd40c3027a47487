// The checks of a report: a table at its foot, and a line at its top where one differs.

import sortBy from 'lodash/sortBy';
import type { IDataObject } from 'n8n-workflow';
import { decimalsOf } from '../../shared/model/currency';
import type { CheckStatus } from '../folds/rows';
import { amountWithCurrency, figureText } from './figureText';
import type { Part } from './markup';
import { markup, isolated } from './markup';
import { accountOf, ofType, textIn, wordsOf } from './rowValues';
import type { Row } from './table';
import { table } from './table';

/** The statuses in words, in the order in which the checks stand: what differs comes first. */
const STATUS: Readonly<Record<CheckStatus, string>> = {
	differs: 'Differs',
	notChecked: 'Not checked',
	explained: 'Explained by what is not in the API',
	rounding: 'Ties but for rounding',
	ties: 'Ties',
};

const orderOf = ({ status }: IDataObject): number => Object.keys(STATUS).indexOf(String(status));

const statusText = (status: string): string => (status in STATUS ? STATUS[status as CheckStatus] : wordsOf(status));

/** What checks are of, in words; one that is not here is called by its key. */
const NAMES: Readonly<Record<string, string>> = {
	account: 'Closing balance',
	notInApiSum: 'Sum of what is not in the API',
	entriesSum: 'Sum of all transactions',
	receivablesTie: 'Receivables against their control account',
	payablesTie: 'Payables against their control account',
	bankTie: 'Bank account at the rate of the day',
	openingBalance: 'Balance before the first transaction',
	bankRevaluation: 'Gain of the bank accounts',
	unrealised: 'Unrealised gain of the documents',
	realised: 'Realised gain',
	documentsAgree: 'Documents that differ from their payments',
	statementCloses: 'Closing balance against what is open',
	statementClosesCount: 'Statements that differ from what is open',
	contactBalance: 'Closing balance against the contact’s balance',
	contactBalanceCount: 'Statements that differ from the contact’s balance',
	cashCloses: 'Closing cash',
	methodsAgree: 'Operating activities by the other method',
	operatingTies: 'Operating activities against the trial balances',
	investingTies: 'Investing activities against the trial balances',
	financingTies: 'Financing activities against the trial balances',
	pairsCount: 'Accounts that differ without the pairs',
	voidedCount: 'Live journals of voided documents',
	noJournalCount: 'Documents without a live journal',
	bankOpening: 'Opening balance against the bank summary',
	bankClosing: 'Closing balance against the bank summary',
	taxAccounts: 'Movement of the tax accounts',
	unpaidTax: 'Tax inside what is not paid',
	profitOfOptions: 'Net profit of all options',
	trackingTransfers: 'Balance with other options',
	debitsAndCredits: 'Debits less credits',
	netProfitActual: 'Net profit',
	netProfitBudget: 'Net profit of the budget',
	trackedAccountsCount: 'Accounts that differ from the trial balance',
};

/** Checks whose figures are counts of records, not amounts. */
const isCount = (check: string): boolean => check === 'documentsAgree' || check.endsWith('Count');

/** Names of the accounts of a report by their ID, from its rows: a check has the ID alone. */
function accountNames(rows: readonly IDataObject[]): ReadonlyMap<string, string> {
	const named = rows.filter((row) => textIn(row, 'accountId') !== '' && accountOf(row) !== '');
	return new Map(named.map((row) => [textIn(row, 'accountId'), accountOf(row)]));
}

/** The tracking option that a check is of, or the pair of them. */
const optionOf = (row: IDataObject): string =>
	[textIn(row, 'option'), textIn(row, 'secondOption')].filter((part) => part !== '').join(', ');

/** A check in words: what it is of, whose, and its figures. */
interface WrittenCheck {
	readonly name: string;
	readonly of: string;
	figure(amount: unknown): string;
	/** The same for a sentence: an amount says its currency. */
	sentence(amount: unknown): string;
}

function writtenCheck(row: IDataObject, accounts: ReadonlyMap<string, string>, baseCurrency: string): WrittenCheck {
	const key = textIn(row, 'check');
	const currency = textIn(row, 'currency') || baseCurrency;
	const count = (amount: unknown): string => figureText(amount, 0);
	const inCurrency = (amount: unknown): string => (typeof amount === 'number' ? amountWithCurrency(amount, currency) : '');
	const inBase = (amount: unknown): string => figureText(amount, decimalsOf(currency));
	return {
		name: NAMES[key] ?? wordsOf(key),
		of: textIn(row, 'contactName') || (accounts.get(textIn(row, 'accountId')) ?? '') || optionOf(row),
		figure: isCount(key) ? count : currency === baseCurrency ? inBase : inCurrency,
		sentence: isCount(key) ? count : inCurrency,
	};
}

/** More than these are counted, not named. */
const NAMED = 3;

/** One line that says which figures differ from Xero’s; nothing where none does. */
export function differingNotice(rows: readonly IDataObject[], baseCurrency: string): Part {
	const differing = ofType(rows, 'check').filter(({ status }) => status === 'differs');
	if (!differing.length) return null;
	const accounts = accountNames(rows);
	const named = differing.slice(0, NAMED).map((row, index) => {
		const { name, of, sentence } = writtenCheck(row, accounts, baseCurrency);
		return markup`${index > 0 && '; '}${name}${of !== '' && markup` (${isolated(of)})`} by ${sentence(row.difference)}`;
	});
	const count = differing.length === 1 ? '1 check differs' : `${differing.length} checks differ`;
	const rest = differing.length - NAMED;
	return markup`<p class="notice"><strong>${count}:</strong> ${named}${rest > 0 && `; ${rest} more`}. See Checks at the foot.</p>\n`;
}

function rowOf(row: IDataObject, { name, of, figure }: WrittenCheck): Row {
	const note = textIn(row, 'note');
	return {
		cells: [
			markup`${name}${of !== '' && markup`<small>${of}</small>`}`,
			...[row.ours, row.xeros, row.difference].map(figure),
			markup`${statusText(textIn(row, 'status'))}${note !== '' && markup`<small>${note}</small>`}`,
		],
		kind: row.status === 'differs' ? 'differs' : undefined,
	};
}

/** The checks of a report: our figure, Xero’s, the difference and the status in words; nothing where there is none. */
export function checksTable(rows: readonly IDataObject[], baseCurrency: string): Part {
	const checks = sortBy(ofType(rows, 'check'), orderOf);
	if (!checks.length) return null;
	const accounts = accountNames(rows);
	return table({
		title: 'Checks',
		remark: baseCurrency,
		columns: [
			{ heading: 'Check', kind: 'words' },
			{ heading: 'This report', kind: 'figure' },
			{ heading: 'Xero', kind: 'figure' },
			{ heading: 'Difference', kind: 'figure' },
			{ heading: 'Status', kind: 'words' },
		],
		groups: [{ rows: checks.map((row) => rowOf(row, writtenCheck(row, accounts, baseCurrency))) }],
	});
}
