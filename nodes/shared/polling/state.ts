// What a trigger remembers between polls.

import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

/**
 * What the trigger remembers between polls, in n8n's static data: text and numbers only, which survive every way n8n copies it.
 * `key` names what is watched; another one means to start anew.
 */
export interface PollState extends IDataObject {
	readonly key: string;
}

/** The one property of the node's static data: replaced as a whole, so that it is never half of one poll and half of another. */
const NAME = 'watch';

/** What an earlier poll left, if it was about the same. */
export function savedState(data: IDataObject, key: string): IDataObject | undefined {
	const kept = data[NAME];
	return kept !== null && typeof kept === 'object' && (kept as IDataObject).key === key ? (kept as IDataObject) : undefined;
}

/** Leaves it for the next poll. n8n saves it with the items that the poll hands on, or with the next that does. */
export const saveState = (data: IDataObject, kept: PollState): void => void Object.assign(data, { [NAME]: kept });

const LENGTH = 10;

/** Ten characters (60 bits) that stand for a text: enough to tell thousands apart, short enough to keep thousands. */
export const short = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, LENGTH);

/** Marks with a second (since the epoch) each, in the order they came. */
export type Marks = ReadonlyMap<string, number>;

const cut = (text: string): string[] => text.match(new RegExp(`.{${LENGTH}}`, 'g')) ?? [];

/** Marks as text: those of one second that follow each other share it, "tb3x1k:aaaaaaaaaabbbbbbbbbb,…". */
export function packed(marks: Marks): string {
	const groups: string[] = [];
	let last: number | undefined;
	for (const [mark, second] of marks) {
		if (second === last) groups[groups.length - 1] += mark;
		else groups.push(`${second.toString(36)}:${mark}`);
		last = second;
	}
	return groups.join(',');
}

export function unpacked(text: unknown): Map<string, number> {
	const marks = new Map<string, number>();
	for (const group of typeof text === 'string' && text !== '' ? text.split(',') : []) {
		const [second = '', them = ''] = group.split(':');
		for (const mark of cut(them)) marks.set(mark, Number.parseInt(second, 36));
	}
	return marks;
}

/** Marks without seconds. */
export const packedSet = (marks: Iterable<string>): string => [...marks].join('');
export const unpackedSet = (text: unknown): Set<string> => new Set(typeof text === 'string' ? cut(text) : []);
