// What one record inside an answer says of itself: its ID, its validation errors.

import type { IDataObject } from 'n8n-workflow';
import type { Operation } from './operation';

export const messages = (found: unknown): string[] =>
	Array.isArray(found)
		? (found as IDataObject[])
				.map(({ Message, Description }) => String(Message ?? Description ?? ''))
				.filter((sentence) => sentence !== '')
		: [];
/** Every sentence inside a record, those of its lines and addresses included, each once. */
export function sentencesIn(record: unknown): string[] {
	const found = new Set<string>();
	collectSentences(record, '', found);
	return [...found];
}

function collectSentences(record: unknown, name: string, found: Set<string>): void {
	if (record === null || typeof record !== 'object') return;
	if (Array.isArray(record)) {
		for (const [index, one] of record.entries()) collectSentences(one, `${name} ${index + 1}`, found);
		return;
	}
	const { ValidationErrors } = record as IDataObject;
	for (const sentence of messages(ValidationErrors)) found.add(/\d$/.test(name) ? `${name}: ${sentence}` : sentence);
	for (const key of Object.keys(record))
		if (key !== 'ValidationErrors' && key !== 'Warnings') collectSentences((record as IDataObject)[key], key, found);
}

/** The ID that stands for none. */
const ZEROS = /^0{8}-?(?:0{4}-?){3}0{12}$/;

/** Whether a property has a value that tells of a record: not nothing, and no ID of zeros. */
export const identifies = (value: unknown): boolean =>
	value !== undefined && value !== null && value !== '' && value !== false && !(typeof value === 'string' && ZEROS.test(value));
/** A property by its name in any case: one example of Xero's has AllocationId where the schema has AllocationID. */
export const property = (record: IDataObject, name: string): unknown =>
	name in record ? record[name] : Object.entries(record).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
/** Names of the properties by which a written record is known to be there. */
export const confirmingKeys = ({ confirmedBy = [] }: Pick<Operation, 'confirmedBy'>): readonly string[] =>
	typeof confirmedBy === 'string' ? [confirmedBy] : confirmedBy;
/** Xero's IDs are the same in any case. */
export const isOther = (answered: unknown, sent: unknown): boolean =>
	typeof answered === 'string' && answered.toLowerCase() !== String(sent).toLowerCase();

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

/** Whether a record is the one with these values, by the keys that both have, in any case; undefined when they have none in common. */
export function isSameBy(keys: readonly string[], sent: IDataObject, record: IDataObject): boolean | undefined {
	const both = keys.filter((key) => isGiven(sent[key]) && isGiven(record[key]));
	return both.length ? both.every((key) => String(sent[key]).toLowerCase() === String(record[key]).toLowerCase()) : undefined;
}
