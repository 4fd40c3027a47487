import { modifiedSinceOf } from '../../accounting/resource/list';
import { isBody } from '../../accounting/resource/input';
import { type Body, exception } from '../../accounting/resource/replies';
import type { Reading } from '../../payroll/wire/input';
import type { Reply } from '../../route';
import type { Call, Office } from '../office';
import type { ItemRow } from '../rows';
import { shown, type Form } from '../wire/output';
import { answer, refused, withSentences } from '../wire/replies';
import { ITEM_KINDS, type ItemKind } from './kinds';

/** A pay item as answers show it; the rate, which is a text when it is written, is a number there. */
function body({ schema }: ItemKind, row: ItemRow, form?: Form): Body {
	const { RatePerUnit } = row;
	return shown(schema, { ...row, ...(RatePerUnit === undefined ? {} : { RatePerUnit: Number(RatePerUnit) }) }, form);
}

/** All four lists in one object. Pages, filters and orders are ignored; If-Modified-Since counts for each item. */
function list(call: Call): Reply {
	const since = modifiedSinceOf(call.request) ?? 0;
	const lists = ITEM_KINDS.map((kind) => {
		const rows = kind
			.table(call.office)
			.values()
			.filter(({ UpdatedDateUTC }) => Date.parse(`${UpdatedDateUTC}Z`) >= since);
		return [kind.list, rows.map((row) => body(kind, row))] as const;
	});
	return answer(call, 'PayItems', Object.fromEntries(lists));
}

/** A list of the body by its name, whatever its case; undefined when it is not sent. @throws 400 when it is no list of objects */
function sentList(sent: Body, name: string): readonly Body[] | undefined {
	const value = Object.entries(sent).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
	if (value === undefined || value === null) return undefined;
	if (!Array.isArray(value) || !value.every(isBody))
		throw exception(14, 'PostDataInvalidException', `JSON for post data was invalid, ${name} is not a list.`);
	return value;
}

/** Complains of what is not as Xero wants it of a kind of pay item. */
function check(call: Call, { list: name, word, account }: ItemKind, reading: Reading, item: Body): void {
	const required = (field: string, sentence: string): void => reading.expect(item[field] !== undefined, field, sentence);
	required('Name', 'The Name is required');
	if (account) {
		const { AccountCode } = item;
		const known = [...call.books('Accounts'), ...call.office.settings.Accounts].some(({ Code }) => Code === AccountCode);
		reading.expect(
			known,
			'AccountCode',
			AccountCode === undefined ? 'The Account Code is required' : `${word}: the account code is not valid`,
		);
	}
	if (name === 'LeaveTypes') required('TypeOfUnits', 'The Type Of Units is required');
	if (name === 'EarningsRates' || name === 'LeaveTypes') required('IsQualifyingEarnings', 'IsQualifyingEarnings is required.');
	if (name !== 'EarningsRates') return;
	required('EarningsType', 'The Earnings Type is required');
	required('RateType', 'The Rate Type is required');
	if (item.RateType === 'RATEPERUNIT') required('TypeOfUnits', 'The Type Of Units is required');
	if (item.RateType === 'MULTIPLE') required('Multiplier', 'The Multiplier is required');
	const { RatePerUnit: rate } = item;
	reading.expect(rate === undefined || Number.isFinite(Number(rate)), 'RatePerUnit', 'The Rate Per Unit is not a number');
	const both = item.IsExemptFromSuper === true && item.IsQualifyingEarnings === true;
	reading.expect(!both, 'IsQualifyingEarnings', 'IsQualifyingEarnings cannot be true when IsExemptFromSuper is true.');
}

/** Reads one item of a list. A CurrentRecord that is no flag counts as false. @throws what is wrong with it */
function read(call: Call, kind: ItemKind, sent: Body, names: ReadonlyMap<string, number>): ItemRow {
	const { office, now } = call;
	const reading = office.reading({ [kind.schema]: ['IsQualifyingEarnings'] });
	const { UpdatedDateUTC: _theirs, CurrentRecord: current = true, ...rest } = sent;
	const item = reading.record<Body>(kind.schema, rest);
	const before = item[kind.id] === undefined ? undefined : kind.table(office).get(String(item[kind.id]));
	if (item[kind.id] !== undefined)
		reading.expect(before !== undefined, kind.id, `${kind.word} not found - ${String(item[kind.id])}`);
	check(call, kind, reading, item);
	reading.expect((names.get(nameOf(sent)) ?? 0) < 2, 'Name', 'The Name must be unique');
	reading.check();
	const { own = false, UpdatedDateUTC = now } = before ?? {};
	const row = { ...item, [kind.id]: item[kind.id] ?? office.newId(), CurrentRecord: current === true, own } as Omit<
		ItemRow,
		'UpdatedDateUTC'
	>;
	const same = before !== undefined && alike({ ...row, UpdatedDateUTC }, before);
	return { ...row, UpdatedDateUTC: same ? UpdatedDateUTC : now } as ItemRow;
}

const nameOf = ({ Name }: Body): string => String(Name).trim().toLowerCase();

/** Whether two rows hold the same, in whatever order. */
const alike = (a: object, b: object): boolean => sorted(a) === sorted(b);
const sorted = (row: object): string => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Whether a record of the payroll names an id: then the item that has it is kept. */
function used(office: Office, id: string): boolean {
	const { employees, timesheets, payslips, leave } = office;
	return [employees, timesheets, payslips, leave].some((table) => JSON.stringify(table.values()).includes(id));
}

/** Puts the items of a list in the place of those there are: what is left out is deleted, or no longer current where it is used. */
function replace(call: Call, kind: ItemKind, rows: readonly ItemRow[]): void {
	const table = kind.table(call.office);
	const ids = new Set(rows.map((row) => row[kind.id]));
	for (const row of table.values().filter((one) => !ids.has(one[kind.id]) && one.own !== true)) {
		if (!used(call.office, String(row[kind.id]))) table.remove(String(row[kind.id]));
		else if (row.CurrentRecord) table.put({ ...row, CurrentRecord: false, UpdatedDateUTC: call.now });
	}
	for (const row of rows) table.put(row);
}

/** Replaces the lists that are sent, all of them or none; the answer has these lists only. @throws 400 */
function write(call: Call): Reply {
	const { body: sent } = call.request;
	if (!isBody(sent)) throw exception(14, 'PostDataInvalidException', 'JSON for post data was invalid, an object was expected.');
	const lists = ITEM_KINDS.flatMap((kind) => {
		const items = sentList(sent, kind.list);
		return items === undefined ? [] : [{ kind, items }];
	});
	if (lists.length === 0)
		throw exception(
			17,
			'NoDataProcessedException',
			'No data has been processed for this endpoint. This endpoint is expecting PayItems.',
		);
	let wrong = false;
	const results = lists.map(({ kind, items }) => {
		const names = new Map<string, number>();
		for (const item of items) names.set(nameOf(item), (names.get(nameOf(item)) ?? 0) + 1);
		const entries = items.map((item): Body => {
			try {
				return read(call, kind, item, names);
			} catch (refusal) {
				wrong = true;
				return withSentences(item, refusal);
			}
		});
		return { kind, entries };
	});
	if (wrong) throw refused('PayItems', Object.fromEntries(results.map(({ kind, entries }) => [kind.list, entries])));
	for (const { kind, entries } of results) replace(call, kind, entries as ItemRow[]);
	const now = lists.map(
		({ kind }) =>
			[
				kind.list,
				kind
					.table(call.office)
					.values()
					.map((row) => body(kind, row)),
			] as const,
	);
	return answer(call, 'PayItems', Object.fromEntries(now));
}

export const payItems: Readonly<Record<string, (call: Call) => Reply>> = { getPayItems: list, createPayItem: write };

/** Every pay item of a list, with ISO dates. */
export const itemRecords = (office: Office, kind: ItemKind): Body[] =>
	kind
		.table(office)
		.values()
		.map((row) => body(kind, row, 'plain'));
