import type { IDataObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import type { OperationContext, OutputItem } from '../shared/model/context';
import { shown } from '../shared/model/findings';
import type { Paging } from '../shared/model/request';
import { assertSameRecord } from '../shared/operations/assertSameRecord';
import { isText, quoted } from '../shared/inputs/where';
import { toError } from '../shared/model/values';

/** What a record is looked up by. */
export interface Search {
	/** Label of the input with the value, for messages. */
	readonly label: string;
	/** Xero's name of the property. */
	readonly property: string;
	/** Xero compares it without case, so that two spellings name one record. */
	readonly anyCase: boolean;
}

/** The kind of record that is looked up. */
export interface Sought {
	/** 'active contact', 'contacts', for messages. */
	readonly singular: string;
	readonly plural: string;
	/** Collection path and envelope, e.g. 'Contacts'. */
	readonly path: string;
	readonly id: string;
	readonly paging: Paging;
	/** Sent with the question and with the new record. */
	readonly query: IDataObject;
	/** Records out of use do not count. */
	isActive(record: IDataObject): boolean;
}

const LISTED = 5;

/** Xero refused what the item held: nothing was written, and an item with other values may fare better. */
const wasRefused = (cause: unknown): boolean => cause instanceof NodeApiError && String(cause.httpCode) === '400';

/** The one active record with the value, if there is one. Several are refused by name, as nobody could tell which is meant. */
export async function found(
	call: OperationContext,
	kind: Sought,
	{ label, property }: Search,
	value: string,
): Promise<IDataObject | undefined> {
	const condition = quoted(label, property);
	const request = { path: `/${kind.path}`, query: { ...kind.query, where: isText(property, value) }, envelope: kind.path };
	const keep = condition.matches?.(value) ?? (() => true);
	const active = (await call.listAll(request, kind.paging, kind.path)).filter((record) => kind.isActive(record) && keep(record));
	if (active.length > 1) {
		const names = active.slice(0, LISTED).map((record) => `${String(record.Name ?? record.Code)} (${String(record[kind.id])})`);
		const more = active.length > LISTED ? `, and ${active.length - LISTED} more` : '';
		call.refuse({
			place: [label],
			value: shown(value),
			says: `Xero has ${active.length} ${kind.plural} with it (${names.join(', ')}${more})`,
			todo: 'Look for something that only one of them has',
			...(call.body && Object.keys(call.body).length ? { description: 'Nothing was created for this item.' } : {}),
		});
	}
	return active[0];
}

/** Creates the record. One at a time Xero is asked to refuse it as a whole (summarizeErrors), with its reasons. */
async function created(call: OperationContext, kind: Sought, record: IDataObject): Promise<IDataObject> {
	const answer = await call.request({
		method: 'PUT',
		path: `/${kind.path}`,
		query: { ...kind.query, summarizeErrors: 'true' },
		body: { [kind.path]: [record] },
		envelope: kind.path,
	});
	return assertSameRecord(call, call.recordsIn(answer, kind.path), kind.id, undefined, 'Xero did not say what it created');
}

/**
 * Hands on the record that has the value, unchanged, or creates it from `record`. `found` tells which of the two.
 * Items of one run that name the same record look it up once and create it once.
 * @throws NodeOperationError when several records have the value, NodeApiError when Xero refuses the new one
 */
export async function findOrCreate(
	call: OperationContext,
	kind: Sought,
	search: Search,
	record: IDataObject,
): Promise<OutputItem[]> {
	const value = typeof record[search.property] === 'string' ? String(record[search.property]).trim() : '';
	if (value === '') call.refuse({ says: `${search.label} is missing`, todo: 'It is what the record is looked up by' });
	const key = `${kind.path} ${search.property} ${search.anyCase ? value.toLowerCase() : value}`;
	// A refusal is of the item that was refused alone: the next one with the same value tries in its own words.
	for (let turn = 1; ; turn += 1) {
		const place = `${key} ${turn}`;
		const mine = call.isFirst(place);
		try {
			const { json, was } = await call.once(place, async () => {
				const existing = await found(call, kind, search, value);
				return existing ? { json: existing, was: true } : { json: await created(call, kind, record), was: false };
			});
			return [{ json: { found: was || !mine, ...json } }];
		} catch (cause) {
			if (mine || !wasRefused(cause)) throw toError(cause);
		}
	}
}
