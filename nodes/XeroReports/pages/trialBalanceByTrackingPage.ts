// The trial balance by tracking option as a page: a line for each account, a column for each option.

import type { IDataObject } from 'n8n-workflow';
import { decimalsOf } from '../../shared/model/currency';
import { checksTable, differingNotice } from './checks';
import { minorText, sumIn } from './figureText';
import type { Part } from './markup';
import { notInApiTable } from './notInApi';
import type { PageHead } from './page';
import { emptyText, footer, heading, page, titleOf } from './page';
import { accountOf, groupedBy, ofType, textIn, wordsOf } from './rowValues';
import type { Column, Group, Row } from './table';
import { table } from './table';

/** What a page of the trial balance by tracking option is made of. */
export interface TrialBalanceByTrackingPage {
	readonly head: PageHead;
	/** A row for each account of each option, with totals, `notInApi` and checks. */
	readonly rows: readonly IDataObject[];
}

/** An option, or a pair of them, as columns name it. */
const optionOf = (row: IDataObject): string =>
	[textIn(row, 'option'), textIn(row, 'secondOption')].filter((part) => part !== '').join(', ');

/** Classes in the order of Xero's trial balance; accounts of none come last. */
const CLASSES = ['REVENUE', 'EXPENSE', 'ASSET', 'LIABILITY', 'EQUITY', ''];

const byCode = ([, [a]]: readonly [string, IDataObject[]], [, [b]]: readonly [string, IDataObject[]]): number => {
	const [one, other] = [accountOf(a!), accountOf(b!)];
	return one < other ? -1 : Number(one > other);
};

function balancesTable({ head: { baseCurrency }, rows }: TrialBalanceByTrackingPage): Part {
	const lines = ofType(rows, 'row');
	if (!lines.length) return emptyText('No account has a balance.');
	const decimals = decimalsOf(baseCurrency);
	const options = [...new Set(lines.map(optionOf))];
	const amount = (own: readonly IDataObject[]): string => minorText(sumIn(own, 'balance', decimals), decimals);
	const figures = (own: readonly IDataObject[]): string[] => [
		...options.map((option) => amount(own.filter((row) => optionOf(row) === option))),
		amount(own),
	];
	const accounts = lines.filter(({ level }) => level === 'account');
	const groups = CLASSES.flatMap((name): Group[] => {
		const own = groupedBy(
			accounts.filter((row) => textIn(row, 'accountClass') === name),
			(row) => textIn(row, 'accountId'),
		);
		const ofAccounts = [...own].sort(byCode).map(([, of]): Row => ({ cells: [accountOf(of[0]!), ...figures(of)] }));
		return ofAccounts.length === 0 ? [] : [{ headings: [{ text: wordsOf(name.toLowerCase()), level: 0 }], rows: ofAccounts }];
	});
	const others = lines.filter(({ level }) => level === 'balanceWithOtherOptions');
	return table({
		title: 'Balances',
		remark: `${baseCurrency}, credits below zero`,
		columns: [
			{ heading: 'Account', kind: 'words' },
			...[...options, 'Total'].map((option): Column => ({ heading: option, kind: 'figure' })),
		],
		groups: [...groups, { rows: [{ cells: ['Balance with other options', ...figures(others)], kind: 'total' }] }],
	});
}

/**
 * The trial balance by tracking option as one HTML text that loads nothing. It reads of a row: `level`, `option`, `secondOption`, `accountId`,
 * `accountCode`, `accountName`, `accountClass`, `balance`.
 */
export const trialBalanceByTrackingPage = (given: TrialBalanceByTrackingPage): string => {
	const { head, rows } = given;
	return page(titleOf(head), [
		heading(head),
		differingNotice(rows, head.baseCurrency),
		balancesTable(given),
		notInApiTable(rows, head.baseCurrency),
		checksTable(rows, head.baseCurrency),
		footer(head),
	]);
};
