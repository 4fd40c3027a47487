import type { IDataObject } from 'n8n-workflow';
import { ofItem } from '../shared/model/errorMessages';
import { identifies, isSameBy } from '../shared/model/element';
import type { ElementConventions } from '../shared/model/operation';
import { isObject } from '../shared/model/values';

/** Types that are about the app, the organisation, the user or Xero itself, not about one statement or connection. */
const OF_ALL = /^(internal-error|invalid-application|invalid-organisation-bank-feeds|invalid-user-role)$/;

/** Of statements and connections that Xero has taken. */
const TAKEN = ['PENDING', 'DELIVERED'];

/** Xero's types of what is wrong with a record, e.g. 'duplicate-statement'. */
const typesOf = ({ error, errors }: IDataObject): string[] =>
	[error, ...(Array.isArray(errors) ? (errors as unknown[]) : [])].filter(isObject).map(({ type }) => String(type));

const ADVICE: Readonly<Record<string, string>> = {
	'duplicate-statement':
		'Xero has this statement already: nothing was added, and it need not be sent again. A statement that is another one, but has the same dates and amounts, is told apart by the Transaction ID of its lines.',
	'feed-already-connected-in-current-organisation':
		'The account is connected already: look for it with Feed Connection, Get Many. Nothing was added.',
	'feed-already-connected-in-different-organisation':
		'The account is connected to another organisation: delete that feed connection first. Nothing was added.',
	'feed-not-found-or-already-deleted': 'There is nothing to delete: the feed connection is not there, or no longer.',
	'invalid-feed-connection': 'Nothing was added. Choose a Feed Connection of this organisation, and of this app.',
	'invalid-start-date': 'Nothing was added. A statement starts no earlier than a year ago, and not in the future.',
};

/** Properties that an answer repeats: by them it is seen that its records are those that were sent. */
const ECHOED = ['id', 'feedConnectionId', 'accountToken'];

/** The records in the order of what was sent, wherever they repeat something of it; undefined when they are of something else. */
function inOrder(bodies: readonly IDataObject[], records: readonly IDataObject[]): readonly IDataObject[] | undefined {
	if (bodies.every((body, index) => isSameBy(ECHOED, body, records[index]!) !== false)) return records;
	const left = [...records];
	const found = bodies.flatMap((body) => {
		const place = left.findIndex((record) => isSameBy(ECHOED, body, record));
		return place < 0 ? [] : left.splice(place, 1);
	});
	return found.length === bodies.length ? found : undefined;
}

/** An answer that tells of some of what was sent only: which of it each record is about; undefined when that is not clear of all of them. */
function among(
	bodies: readonly IDataObject[],
	records: readonly IDataObject[],
): ReadonlyArray<IDataObject | undefined> | undefined {
	if (records.length === 0 || records.length > bodies.length) return undefined;
	const found: Array<IDataObject | undefined> = bodies.map(() => undefined);
	for (const record of records) {
		const [place, ...others] = bodies.flatMap((body, index) => (isSameBy(ECHOED, body, record) ? [index] : []));
		if (place === undefined || others.length || found[place]) return undefined;
		found[place] = record;
	}
	return found;
}

/** How Bank Feeds tell what became of each statement or connection of a call: status, and `error` or `errors` of each. */
export const elementConventions: ElementConventions = {
	assign: (bodies, records) => (records.length === bodies.length ? inOrder(bodies, records) : among(bodies, records)),
	isTold: (record) => ECHOED.some((name) => record[name] !== undefined && record[name] !== null),
	elementsIn(body) {
		if (!isObject(body)) return undefined;
		if (Array.isArray(body.items)) return body.items;
		// A call with one record is refused by its reason alone.
		return typeof body.type === 'string' && !OF_ALL.test(body.type) ? [{ errors: [body] }] : undefined;
	},
	reasons(record) {
		// What is delivered stands, whatever was noted on the way.
		if (record.status === 'DELIVERED') return [];
		const told = ofItem(record);
		return told.length === 0 && record.status === 'REJECTED' ? ['It was rejected without a reason'] : told;
	},
	isAccepted: ({ id, status }) => identifies(id) && TAKEN.includes(String(status)),
	advice: (record) => typesOf(record).flatMap((type) => ADVICE[type] ?? [])[0],
	details: (record) => ({
		types: typesOf(record),
		...(typeof record.id === 'string' ? { id: record.id } : {}),
	}),
};
