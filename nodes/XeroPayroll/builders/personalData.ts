import { z } from 'zod';
import type { Words } from '../../shared/inputs/scalars';
import { asText, fieldUi } from '../../shared/inputs/scalars';
import type { Field, Fields } from '../../shared/model/field';
import type { Operation } from '../../shared/model/operation';

/** Properties of a person's that no private input has: lists in JSON may hold more than is asked for, and the node makes one of them. */
const UNSEEN: readonly string[] = ['bankAccounts', 'niCategories', 'sortCode'];

/**
 * Names of the properties with what is nobody else's business (identity, bank, person, pay, health), in lower case: those whose inputs
 * are private. A list or group that is private stands for all that is in it.
 */
export function personalNamesIn(
	rows: ReadonlyArray<Pick<Operation, 'required' | 'panelOptional' | 'optional'>>,
): ReadonlySet<string> {
	const names = new Set(UNSEEN.map((name) => name.toLowerCase()));
	const look = (fields: Fields = {}): void => {
		for (const [name, { isPrivate, within }] of Object.entries(fields)) {
			if (isPrivate) names.add(name.toLowerCase());
			look(within);
		}
	};
	for (const { required, panelOptional, optional } of rows) [required, panelOptional, optional].forEach(look);
	return names;
}

/** Shorter values are in any sentence by chance. */
const SHORTEST = 3;

function valuesIn(sent: unknown, isSensitive: boolean, names: ReadonlySet<string>): string[] {
	if (Array.isArray(sent)) return sent.flatMap((one) => valuesIn(one, isSensitive, names));
	if (sent !== null && typeof sent === 'object')
		return Object.entries(sent).flatMap(([name, value]) => valuesIn(value, isSensitive || names.has(name.toLowerCase()), names));
	if (!isSensitive || (typeof sent !== 'string' && typeof sent !== 'number')) return [];
	const text = String(sent).trim();
	return text.length < SHORTEST ? [] : [text];
}

/** An ID of Xero's, which stays; a bank account, a sort code or any run of six or more digits, which does not. */
const NUMBERS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{2}-\d{4}-\d{7}-\d{2,3}|\b\d{2}-\d{2}-\d{2}\b|\d{6,}/gi;

/**
 * One of Xero's sentences without what it repeats of a person.
 * @param sent the body that was refused: values of its personal properties are taken out
 * @param names of those, in lower case
 */
export function withoutPersonalData(sentence: string, sent?: unknown, names: ReadonlySet<string> = new Set()): string {
	const plain = valuesIn(sent, false, names)
		.sort((a, b) => b.length - a.length)
		.reduce((text, value) => text.split(value).join('…'), sentence);
	return plain.replace(NUMBERS, (found) => (found.length === 36 ? found : '…'));
}

/** An input of a person's own data: no message of the node repeats its value. */
export const personal = <T>(field: Field<T>): Field<T> => ({ ...field, isPrivate: true });

const isDayLike = (text: string): boolean => /^\s*\d{4}-\d\d-\d\d\s*$/.test(text);

/** What else may be said about a number of an office. */
type More = Words & { write?: (plain: string) => string };

/**
 * A number of an office, such as a tax office: blanks and dashes taken out, checked by its form.
 * @param says what is wrong with one that has another form, as a clause without the number
 */
export const officialNumber = (name: string, form: RegExp, says: string, more: More = {}): Field<string> => {
	const { write, ...words } = more;
	return {
		ui: fieldUi(name, 'string', words, {}),
		schema: z.string({ invalid_type_error: says }).regex(form, says),
		read: (value) => {
			const text = asText(value);
			if (typeof text !== 'string') return text;
			// A day is no number that somebody wrote with dashes.
			if (isDayLike(text)) return text;
			const plain = text.replace(/[\s-]/g, '').toUpperCase();
			return plain === '' ? undefined : plain;
		},
		...(write ? { write } : {}),
	};
};

/** The same of a person or a bank account: masked on the panel, and repeated by no message. */
export const secretNumber = (name: string, form: RegExp, says: string, more: More = {}): Field<string> => {
	const field = officialNumber(name, form, says, more);
	return personal({ ...field, ui: { ...field.ui, typeOptions: { password: true } } });
};
