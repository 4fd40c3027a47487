// Lines of income and expenses without an option of a tracking category.

import { accountBy } from '../../entries/postings';
import type { BookRecord } from '../../facts/bookRecord';
import { recordInBase } from '../../facts/bookRecord';
import type { Line } from '../../facts/documents';
import { sum } from '../../facts/money';
import type { CloseFacts } from './closeFacts';
import { isOfMonth, stands } from './closeFacts';
import type { CheckOutcome, CloseFinding } from './findings';
import { counted, foundRecord, recordText } from './findings';

const CLASSES: ReadonlySet<string> = new Set(['REVENUE', 'EXPENSE']);

const hasOption = ({ options }: Line, categoryId: string): boolean =>
	options.some(({ trackingCategoryId }) => trackingCategoryId?.toLowerCase() === categoryId.toLowerCase());

function findingOf(record: BookRecord, { accounts, organisation, options }: CloseFacts): CloseFinding[] {
	const { id, name } = options.trackingCategory!;
	const lines = record.lines
		.filter((line) => line.net !== 0n && CLASSES.has(accountBy(accounts, line)?.class ?? ''))
		.filter((line) => !hasOption(line, id));
	if (lines.length === 0) return [];
	const net = recordInBase(record, sum(lines.map((line) => line.net)), organisation.decimals);
	return [
		{
			severity: 'warning',
			count: lines.length,
			amount: net ?? null,
			contactId: record.contactId,
			contactName: record.contactName,
			records: [foundRecord(record)],
			text: `${recordText(record)} has ${counted(lines.length, 'line')} without ${name}`,
		},
	];
}

/** One finding for each record of the month; its amount is without tax. */
export function noTracking(facts: CloseFacts): CheckOutcome {
	if (facts.options.trackingCategory === null) return { findings: [], notChecked: ['No Tracking Category is chosen'] };
	const all = [...facts.records, ...facts.claims].filter((record) => stands(record) && isOfMonth(record, facts));
	const unlined = all.filter(({ hasLines, total }) => !hasLines && total !== 0n);
	const notChecked = unlined.length === 0 ? [] : [`Xero left out the lines of ${counted(unlined.length, 'record')}`];
	return { findings: all.flatMap((record) => findingOf(record, facts)), notChecked };
}
