// What the reports that Xero's API does not give have in common: how many calls they may take, which items come out, and their page.

import type { IDataObject } from 'n8n-workflow';
import type { OperationContext, OutputItem, RowFinding } from '../../shared/model/context';
import { toError } from '../../shared/model/values';
import { MOST_CALLS } from '../fields/ownReports';
import type { CallsLimit } from '../load/callsLimit';
import { TooManyCalls, callsLimit } from '../load/callsLimit';

/** MB that a whole page of 1,000 documents takes over the wire: 210 MB of 100,000 invoices with two lines (design 2.6). */
const MB_A_PAGE = 2.1;

/** MB from which on it is said: the small tiers of Xero let an app read 10 GB a month. */
const MUCH = 50;

/** A sentence as a clause, which takes no full stop. */
const asClause = (sentence: unknown): string => String(sentence).replace(/\.$/, '');

const mostCallsOf = ({ options }: Pick<OperationContext, 'options'>): number =>
	typeof options.mostCalls === 'number' ? options.mostCalls : MOST_CALLS;

/**
 * Reads what a report is made of within Most Calls.
 * @param lists names of the lists that are read
 * @param fixed calls for settings and trial balances
 * @param narrow what makes it fewer, as an imperative clause; '' where nothing does
 */
export async function withinMostCalls<T>(
	call: Pick<OperationContext, 'options' | 'refuse'>,
	lists: readonly string[],
	fixed: number,
	narrow: string,
	read: (limit: CallsLimit) => Promise<T>,
): Promise<{ readonly read: T; readonly findings: readonly RowFinding[] }> {
	const most = mostCallsOf(call);
	try {
		const limit = callsLimit(lists, fixed, most);
		const done = await read(limit);
		return { read: done, findings: largeReading(limit.fullPages(), limit.planned()) };
	} catch (cause) {
		if (!(cause instanceof TooManyCalls)) throw toError(cause);
		const { needed, by, next } = cause;
		const ended = next === undefined ? 'Only first pages were read.' : `The next ones would have been for ${next}.`;
		return call.refuse({
			place: ['Most Calls'],
			value: String(most),
			says: `is less than the ${needed.toLocaleString('en')} calls to Xero that this takes so far`,
			todo: ['Raise it', narrow].filter((part) => part !== '').join(', or '),
			state: 'refused',
			description: `Calls: ${by.map(({ what, calls }) => `${what} ${calls.toLocaleString('en')}`).join(', ')}. ${ended}`,
		});
	}
}

/** Single records, lists of a few and last pages take little; full pages are what counts. */
function largeReading(pages: number, calls: number): RowFinding[] {
	const megabytes = Math.round(pages * MB_A_PAGE);
	if (megabytes <= MUCH) return [];
	return [
		{
			code: 'largeReading',
			says: `about ${megabytes} MB were read from Xero in ${calls.toLocaleString('en')} calls, of the 10 GB a month that its small tiers allow`,
			todo: 'Run it as seldom as serves, or for a shorter period',
			details: { megabytes, calls },
		},
	];
}

/** How a check reads in a sentence: receivablesTie → receivables tie. */
const inWords = (check: unknown): string => String(check).replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);

/** What a check is of, where it is of an account or a contact: 820 GST. */
function subjectOf({ accountId, contactName }: IDataObject, rows: readonly IDataObject[]): string | undefined {
	if (typeof contactName === 'string') return contactName;
	const named = rows.find((row) => accountId !== null && row.accountId === accountId && typeof row.accountName === 'string');
	return named && [named.accountCode, named.accountName].filter((part) => typeof part === 'string').join(' ');
}

function textOf(row: IDataObject, rows: readonly IDataObject[]): string {
	const { check, ours, xeros, difference, note } = row;
	const subject = subjectOf(row, rows);
	const of = `${inWords(check)}${subject === undefined ? '' : ` ${subject}`}`;
	return `${of}: ${String(ours)} here, ${String(xeros)} in Xero, ${String(difference)} apart. ${String(note)}`;
}

/** What is told of a check that differs. */
const differing = (row: IDataObject, rows: readonly IDataObject[]): RowFinding => ({
	code: 'checkDiffers',
	place: [`Check ${inWords(row.check)}`, ...[subjectOf(row, rows) ?? []].flat()],
	says: `differs by ${String(row.difference)}: ${String(row.ours)} here, ${String(row.xeros)} in Xero`,
	todo: asClause(row.note),
	details: { check: row.check as string, accountId: row.accountId as string | null },
});

/**
 * The items that come out: of the kinds that are asked for, each check that differs with a finding, everything else that is to be said in
 * the first of them.
 */
export function itemsOf(
	call: Pick<OperationContext, 'options' | 'refuse'>,
	rows: readonly IDataObject[],
	findings: readonly RowFinding[],
): OutputItem[] {
	const { return: kinds, onDifference, alsoAsPage } = call.options;
	const differ = rows.filter(({ rowType, status }) => rowType === 'check' && status === 'differs');
	if (onDifference === 'stop' && differ.length > 0)
		call.refuse({
			place: ['When a Check Differs'],
			says: `${differ.length} ${differ.length === 1 ? 'check differs' : 'checks differ'}: ${differ
				.slice(0, 5)
				.map((row) => textOf(row, rows))
				.join(' ')}`,
			todo: 'Choose Return It to see the report with its checks',
			state: 'refused',
		});
	const asked = Array.isArray(kinds) && kinds.length > 0 ? new Set(kinds as string[]) : undefined;
	const wanted = asked ? rows.filter(({ rowType }) => asked.has(String(rowType))) : rows;
	const checks = rows.filter(({ rowType }) => rowType === 'check');
	// Of a report with nothing to show nothing would be told, and no page come out: its checks are shown then.
	const hasMore = findings.length > 0 || alsoAsPage === true;
	const shown = wanted.length > 0 ? wanted : hasMore ? checks : differ;
	const items = shown.map((json): OutputItem => (differ.includes(json) ? { json, findings: [differing(json, rows)] } : { json }));
	// A check that is left out is told all the same.
	const untold = wanted.length > 0 && asked?.has('check') === false ? differ.map((row) => differing(row, rows)) : [];
	const all = [...findings, ...untold];
	const [first, ...others] = items;
	if (first === undefined || all.length === 0) return items;
	return [{ ...first, findings: [...all, ...(first.findings ?? [])] }, ...others];
}
