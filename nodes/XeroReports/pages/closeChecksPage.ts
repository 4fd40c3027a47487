// The checks of a close as a page: what each came to, then what each found.

import type { IDataObject } from 'n8n-workflow';
import { decimalsOf } from '../../shared/model/currency';
import type { CloseSeverity } from '../folds/closeChecks/closeRows';
import { spanText } from './dayText';
import { figureText } from './figureText';
import type { Part } from './markup';
import { markup } from './markup';
import type { PageHead } from './page';
import { emptyText, footer, heading, page, titleOf } from './page';
import { accountOf, groupedBy, textIn, wordsOf } from './rowValues';
import type { Column, Row } from './table';
import { table } from './table';

/** What a page of close checks is made of. */
export interface CloseChecksPage {
	/** `span` is the day as of which it is. */
	readonly head: PageHead;
	/** Rows of checks and of findings. */
	readonly rows: readonly IDataObject[];
}

const SEVERITY: Readonly<Record<CloseSeverity, string>> = {
	error: 'To be put right',
	warning: 'To be looked at',
	info: 'Good to know',
	ok: 'Nothing found',
	notChecked: 'Not checked',
};

const severityText = (row: IDataObject): string => {
	const severity = textIn(row, 'severity');
	return severity in SEVERITY ? SEVERITY[severity as CloseSeverity] : wordsOf(severity);
};

const CHECKS: readonly Column[] = [
	{ heading: 'Check', kind: 'words' },
	{ heading: 'Result', kind: 'words' },
	{ heading: 'Found', kind: 'figure' },
	{ heading: 'Amount', kind: 'figure' },
];

const FINDINGS: readonly Column[] = [
	{ heading: 'Finding', kind: 'words' },
	{ heading: 'Account or contact', kind: 'words' },
	{ heading: 'Count', kind: 'figure' },
	{ heading: 'Amount', kind: 'figure' },
];

const amountIn = (row: IDataObject, { baseCurrency }: PageHead): string => figureText(row.amount, decimalsOf(baseCurrency));

const nameOf = (row: IDataObject): string => textIn(row, 'name') || wordsOf(textIn(row, 'check'));

/** What is to be known of a check besides what its row says by itself: how many findings there are, or that there is none. */
const noteOf = (row: IDataObject): string => textIn(row, 'text').replace(/^(?:Nothing found|\d+ findings?)\. ?/, '');

/** All checks, with what is to be known of each. */
function checksTable(checks: readonly IDataObject[], head: PageHead): Part {
	const rowOf = (row: IDataObject): Row => ({
		cells: [
			markup`${nameOf(row)}${noteOf(row) !== '' && markup`<small>${noteOf(row)}</small>`}`,
			severityText(row),
			figureText(row.count, 0),
			amountIn(row, head),
		],
		kind: row.severity === 'error' ? 'differs' : undefined,
	});
	return table({ title: 'Checks', remark: head.baseCurrency, columns: CHECKS, groups: [{ rows: checks.map(rowOf) }] });
}

/** What one check found, and how it is put right. */
function findingsTable(findings: readonly IDataObject[], head: PageHead): Part {
	const rowOf = (row: IDataObject): Row => ({
		cells: [textIn(row, 'text'), accountOf(row) || textIn(row, 'contactName'), figureText(row.count, 0), amountIn(row, head)],
		kind: row.severity === 'error' ? 'differs' : undefined,
	});
	const [first] = findings;
	return table({
		title: first ? nameOf(first) : '',
		remark: first ? textIn(first, 'todo') : '',
		columns: FINDINGS,
		groups: [{ rows: findings.map(rowOf) }],
	});
}

/** How many checks found something that is wrong, or could not be made; nothing where none did. */
function notice(checks: readonly IDataObject[]): Part {
	const of = (severity: CloseSeverity): string[] => checks.filter((row) => row.severity === severity).map(nameOf);
	const parts = [
		['To be put right', of('error')],
		['Not checked', of('notChecked')],
	] as const;
	return parts
		.filter(([, names]) => names.length > 0)
		.map(([title, names]) => markup`<p class="notice"><strong>${title}:</strong> ${names.join(', ')}.</p>\n`);
}

/**
 * The checks of a close as one HTML text that loads nothing. It reads of a row: `level`, `check`, `name`, `severity`, `count`, `amount`,
 * `accountCode`, `accountName`, `contactName`, `text`, `todo`.
 */
export const closeChecksPage = ({ head, rows }: CloseChecksPage): string => {
	const checks = rows.filter(({ level }) => level === 'check');
	const found = groupedBy(
		rows.filter(({ level }) => level === 'finding'),
		(row) => textIn(row, 'check'),
	);
	return page(titleOf(head), [
		heading(head),
		notice(checks),
		checks.length > 0 ? checksTable(checks, head) : emptyText(`No check was made ${spanText(head.span)}.`),
		found.map(([, findings]) => findingsTable(findings, head)),
		footer(head),
	]);
};
