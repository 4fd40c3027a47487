// Bills that may be there twice: by their number, or by supplier, total and day.

import { addMonths, daysBetween, startOfMonth } from '../../rows/days';
import type { BookRecord } from '../../facts/bookRecord';
import { totalInBase } from '../../facts/bookRecord';
import { amountText, sum } from '../../facts/money';
import type { CloseFacts } from './closeFacts';
import { isOfMonth } from './closeFacts';
import type { CheckOutcome, CloseFinding } from './findings';
import { byDateAndId, counted, foundRecord } from './findings';

const COUNTED: ReadonlySet<string> = new Set(['AUTHORISED', 'PAID', 'SUBMITTED']);

/** Months before that of the day in which paid bills are looked at, too. */
const MONTHS_BEFORE = 3;

/** The first day of which paid bills are looked at; those that are not paid are of any day. */
export const firstPaidDay = (asOf: string): string => addMonths(startOfMonth(asOf), -MONTHS_BEFORE);

/** A number without spaces, case and the zeros it begins with; '' for none. */
export const plainNumber = (number: string): string =>
	number
		.replace(/[\s\p{Cf}]+/gu, '')
		.toUpperCase()
		.replace(/^0+/, '');

function grouped(bills: readonly BookRecord[], keyOf: (bill: BookRecord) => string): BookRecord[][] {
	const groups = new Map<string, BookRecord[]>();
	for (const bill of bills) {
		const key = keyOf(bill);
		const group = groups.get(key);
		if (group) group.push(bill);
		else groups.set(key, [bill]);
	}
	return [...groups.values()].filter(({ length }) => length > 1);
}

/** Bills in the order of their days, parted where one is more than so many days after the one before. */
function chains(bills: readonly BookRecord[], days: number): BookRecord[][] {
	const parts: BookRecord[][] = [];
	for (const bill of bills) {
		const part = parts.at(-1);
		const before = part?.at(-1);
		if (part && before && daysBetween(before.date, bill.date) <= days) part.push(bill);
		else parts.push([bill]);
	}
	return parts.filter(({ length }) => length > 1);
}

function findingOf(bills: readonly BookRecord[], what: string, decimals: number): CloseFinding {
	const [first, ...others] = bills as [BookRecord, ...BookRecord[]];
	const totals = others.map((bill) => totalInBase(bill, decimals));
	const known = totals.filter((total) => total !== undefined);
	return {
		severity: 'warning',
		count: bills.length,
		// What might be paid twice: all but the first one.
		amount: known.length === totals.length ? sum(known) : null,
		contactId: first.contactId,
		contactName: first.contactName,
		records: bills.map(foundRecord),
		text: `${counted(bills.length, 'bill')} of ${first.contactName ?? 'one supplier'} ${what}`,
	};
}

const isSameTotal = (bills: readonly BookRecord[]): boolean =>
	bills.every(({ total, currency }) => total === bills[0]!.total && currency === bills[0]!.currency);

const totalText = ({ currency, total, decimals }: BookRecord): string => `${currency} ${amountText(total, decimals)}`;

/**
 * Bills that are approved, paid or wait for approval, dated until the day: of one supplier with one number, however far apart, or with one
 * total in one currency, each within the days of the one before. A group that is paid and of earlier months alone is no news.
 */
export function duplicateBills(facts: CloseFacts): CheckOutcome {
	const { records, asOf, options, organisation } = facts;
	const bills = records
		.filter(({ kind, status, date }) => kind === 'bill' && COUNTED.has(status) && date <= asOf)
		.filter(({ status, date }) => status !== 'PAID' || date >= firstPaidDay(asOf))
		.sort(byDateAndId);
	const isNews = (group: readonly BookRecord[]): boolean =>
		group.some((bill) => bill.status !== 'PAID' || isOfMonth(bill, facts));
	const numbered = bills.filter(({ number }) => plainNumber(number) !== '');
	const byNumber = grouped(numbered, ({ contactId, number }) => `${contactId ?? ''} ${plainNumber(number)}`);
	const inOneNumber = (group: readonly BookRecord[]): boolean =>
		byNumber.some((one) => group.every((bill) => one.includes(bill)));
	const byTotal = grouped(
		bills.filter(({ total }) => total !== 0n),
		({ contactId, currency, total }) => `${contactId ?? ''} ${currency} ${total}`,
	)
		.flatMap((group) => chains(group, options.duplicateDays))
		.filter((group) => !inOneNumber(group));
	const said = (group: readonly BookRecord[]): string =>
		`with the number ${plainNumber(group[0]!.number)}${isSameTotal(group) ? ' and the same total' : ''}`;
	const findings = [
		...byNumber.filter(isNews).map((group) => findingOf(group, said(group), organisation.decimals)),
		...byTotal
			.filter(isNews)
			.map((group) =>
				findingOf(
					group,
					`over ${totalText(group[0]!)}, ${daysBetween(group[0]!.date, group.at(-1)!.date)} days apart`,
					organisation.decimals,
				),
			),
	];
	return { findings };
}
