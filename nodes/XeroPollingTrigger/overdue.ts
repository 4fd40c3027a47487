import chunk from 'lodash/chunk';
import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';
import { clock } from '../shared/http/clock';
import type { PollResult, TriggerItem } from './pollChanges';
import { packedSet, short, unpackedSet } from '../shared/polling/state';
import type { RecordsClient } from './pollParameters';

/** IDs that Xero takes in one call (xero-facts 2.5). */
const PORTION = 40;

/** The first day (YYYY-MM-DD) on which something is due that does not count as overdue yet. */
function notYet({ parameters: { zone, daysOverdue } }: RecordsClient): DateTime {
	return DateTime.fromMillis(clock.now(), { zone })
		.startOf('day')
		.minus({ days: daysOverdue - 1 });
}

/** Xero's condition for what is overdue, besides the type. */
export function overdueQuery(pollClient: RecordsClient): IDataObject {
	const { year, month, day } = notYet(pollClient);
	const { where } = pollClient.parameters.triggerOn.query;
	return { where: `${String(where)} AND DueDate<DateTime(${year},${month},${day})` };
}

/** An invoice with its due date: one whose date moves counts anew when that has passed. */
const placeOf = ({ InvoiceID, DueDate }: IDataObject): string => short(`${String(InvoiceID).toLowerCase()} ${String(DueDate)}`);

const byDueDate = (a: IDataObject, b: IDataObject): number =>
	String(a.DueDate).localeCompare(String(b.DueDate)) || String(a.InvoiceID).localeCompare(String(b.InvoiceID));

/** Paid, voided or put off between the two readings. */
const isStill = ({ Status, AmountDue, DueDate }: IDataObject, before: string): boolean =>
	Status === 'AUTHORISED' && Number(AmountDue) > 0 && String(DueDate) < before;

/** The records as a whole, a portion at a time; those that there was no time for are absent. */
async function whole(pollClient: RecordsClient, joined: readonly IDataObject[]): Promise<IDataObject[]> {
	const before = notYet(pollClient).toISODate() ?? '';
	const found: IDataObject[] = [];
	for (const [index, portion] of chunk(joined, PORTION).entries()) {
		const query = { where: '', IDs: portion.map(({ InvoiceID }) => InvoiceID).join(','), page: 1, pageSize: 100 };
		const ask = async () => await pollClient.list(query);
		// Always the first, so that every poll gets further.
		const given = index === 0 ? await ask() : await pollClient.further(ask);
		if (given === undefined) break;
		found.push(...given.records.filter((record) => isStill(record, before)).sort(byDueDate));
	}
	return found;
}

/**
 * One poll of what is overdue: the whole list is read, in one call for up to 1,000, and what joined it since the last poll is handed
 * on. A first poll remembers all there is; with Start From, what came to be due before it.
 */
export async function overdue(pollClient: RecordsClient, key: string, earlier: IDataObject | undefined): Promise<PollResult> {
	const { startFrom, zone } = pollClient.parameters;
	const { records: list } = await pollClient.all({ ...overdueQuery(pollClient), summaryOnly: 'true', order: 'DueDate ASC' });
	const first = startFrom === undefined ? undefined : (DateTime.fromMillis(startFrom, { zone }).toISODate() ?? undefined);
	const old = (record: IDataObject): boolean => first === undefined || String(record.DueDate) < first;
	const before = earlier ? unpackedSet(earlier.there) : new Set(list.filter(old).map(placeOf));
	const joined = list.filter((record) => !before.has(placeOf(record)));
	const records = await whole(pollClient, joined.filter((record) => pollClient.parameters.passes(record)).sort(byDueDate));
	const there = new Set([
		...list.map(placeOf).filter((place) => before.has(place)),
		...joined.filter((record) => !pollClient.parameters.passes(record)).map(placeOf),
		...records.map(placeOf),
	]);
	const told = records.map((record): TriggerItem => ({ type: 'overdue', record }));
	return { items: told, state: { key, there: packedSet(there) } };
}
