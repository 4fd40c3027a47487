import type { IDataObject } from 'n8n-workflow';
import { readBody } from '../../shared/inputs/jsonBody';
import { choice, json } from '../../shared/inputs/scalars';
import { modifiedSince } from '../../shared/inputs/where';
import type { JoinedItem, OperationContext, OutputItem } from '../../shared/model/context';
import type { Fields } from '../../shared/model/field';
import { kindOf, shown } from '../../shared/model/findings';
import { resource } from '../../shared/model/operation';
import { isObject, objectsIn } from '../../shared/model/values';
import { list } from '../../shared/operations/crud';
import { WHOLE } from '../builders/conventions';
import { activeOnly } from '../builders/inputs';
import { deductionTypeFields } from './deductionType';
import { earningsRateFields } from './earningsRate';
import { leaveTypeFields } from './leaveType';
import type { Change } from './payItems/changes';
import type { PayItemKind } from './payItems/lists';
import { KINDS, LISTS } from './payItems/lists';
import type { Plain } from './payItems/payItemKind';
import { active, plainFlags, rowOf, sendsAll } from './payItems/payItemKind';
import type { Asked } from './payItems/writePayItems';
import { PAY_ITEMS, writePayItems } from './payItems/writePayItems';
import { reimbursementTypeFields } from './reimbursementType';

const FIELDS: Readonly<Record<PayItemKind['key'], Fields>> = {
	earningsRate: { ...earningsRateFields, CurrentRecord: active },
	deductionType: { ...deductionTypeFields, CurrentRecord: active },
	leaveType: { ...leaveTypeFields, CurrentRecord: active },
	reimbursementType: { ...reimbursementTypeFields, CurrentRecord: active },
};

const SIMPLE = ['kind', 'id', 'Name', 'AccountCode', 'TypeOfUnits', 'CurrentRecord'];

/** The pay items that are asked for, a row each, in the order of the lists. */
async function getAll(call: OperationContext): Promise<readonly OutputItem[]> {
	const { kind: wanted, activeOnly: isActive = false } = call.options;
	const answer = await call.request({ ...PAY_ITEMS, headers: call.headers });
	const [lists = {}] = call.recordsIn(answer, PAY_ITEMS.envelope);
	return KINDS.filter(({ key }) => wanted === undefined || key === wanted)
		.flatMap((kind) => objectsIn(lists[kind.list]).map((item) => ({ json: rowOf(kind, item) })))
		.filter(({ json: { CurrentRecord } }) => !isActive || CurrentRecord !== false)
		.slice(0, call.limit);
}

/** What the JSON of an item asks for: a change for each record of its lists. */
function asks({ item, input }: JoinedItem): Asked {
	const whole = input.payItems as unknown;
	const given = isObject(whole) && isObject(whole.PayItems) ? whole.PayItems : whole;
	const place = ['Pay Items'];
	if (!isObject(given)) return { place, says: `is ${kindOf(given)}`, todo: `Give an object with ${LISTS.join(', ')}` };
	const stranger = Object.keys(given).find((name) => !LISTS.some((one) => one === name));
	if (stranger !== undefined)
		return { place, value: shown(stranger), says: 'is no list of pay items', todo: `Xero has ${LISTS.join(', ')}` };
	const changes: Change[] = [];
	for (const kind of KINDS) {
		const records = given[kind.list];
		if (records === undefined) continue;
		if (!Array.isArray(records) || objectsIn(records).length !== records.length)
			return { place: [...place, kind.list], says: `is ${kindOf(records)}`, todo: 'Give a list of records' };
		for (const [index, record] of objectsIn(records).entries()) {
			const at = [...place, `${kind.list} ${index + 1}`];
			const read = readRecord(kind, record);
			if ('fault' in read) {
				const { fault } = read;
				return { ...fault, place: [...at, ...(fault.place ?? []).filter((label) => label !== 'JSON')] };
			}
			const { [kind.id]: id } = record;
			const change: Change = { item, kind, mode: 'upsert', given: read.given };
			changes.push(typeof id === 'string' && id !== '' ? { ...change, id } : change);
		}
	}
	return changes.length ? changes : { place, says: 'has no records', todo: 'Give at least one' };
}

/** A record of the JSON without its ID, names in Xero's own case. */
function readRecord(kind: PayItemKind, record: IDataObject): Plain {
	const fields = FIELDS[kind.key];
	const { [kind.id]: _id, UpdatedDateUTC: _moment, ...rest } = record;
	const { body, findings } = readBody(rest, fields, { zone: 'utc', calendarDates: new Set(), changes: true });
	const [fault] = findings;
	return fault ? { fault } : plainFlags(fields, body);
}

export const payItem = resource({
	key: 'payItem',
	name: 'Pay Item',
	plural: 'Pay Items',
	description: 'Earnings rates, deduction types, leave types and reimbursement types together',
	path: PAY_ITEMS.path.slice(1),
	id: 'id',
	scope: 'payroll.settings',
	envelopes: { one: PAY_ITEMS.envelope, many: PAY_ITEMS.envelope },
	simplified: SIMPLE,
	fields: {},
	operations: (kind) => ({
		getAll: {
			...list(
				kind,
				'getPayItems',
				{
					kind: choice('Kind', [
						['earningsRate', 'Earnings Rates'],
						['deductionType', 'Deduction Types'],
						['leaveType', 'Leave Types'],
						['reimbursementType', 'Reimbursement Types'],
					]),
					activeOnly,
					...modifiedSince,
				},
				WHOLE,
			),
			run: getAll,
		},
		upsert: {
			xero: ['createPayItem', 'getPayItems'],
			name: 'Create or Update',
			action: 'Create or update pay items',
			// n8n's lint wants these words and no others.
			description: 'Create a new record, or update the current one if it already exists (upsert)',
			method: 'POST',
			path: PAY_ITEMS.path,
			required: {
				payItems: {
					...json('Pay Items', {
						description:
							'Any of the four lists as Xero has them. A record is found by its ID, else by its name; one that is not there is created.',
						placeholder: '{"EarningsRates": [{"Name": "Weekend Hours", …}]}',
					}),
					write: () => undefined,
				},
			},
			scope: kind.scope,
			simplified: [...SIMPLE, 'result'],
			...sendsAll,
			joinItems: () => '',
			runJoined: writePayItems(asks, ({ change, record, isNew }) => ({
				...rowOf(change.kind, record),
				result: isNew ? 'created' : 'updated',
			})),
		},
	}),
});
