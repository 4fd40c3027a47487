// What a failed check of a value is about: which input, which row.

import type { z } from 'zod';
import type { Field, Fields } from '../model/field';
import type { Finding } from '../model/findings';
import { kindOf, shown } from '../model/findings';

/** What one of a field's rows is called: "Line 2", "Payment 1"; "Tracking 1" where rows have a name that is not the field's. */
export function rowIn({ ui }: Field, index: number): string {
	const [first] = (ui.options ?? []) as ReadonlyArray<{ readonly displayName?: string }>;
	const row = first?.displayName ?? ui.displayName;
	const name = /Line( Item)?$/.test(row) ? 'Line' : ui.displayName.startsWith(row) ? row : ui.displayName;
	return `${name} ${index + 1}`;
}

/** Labels on the way to the input that a check's path leads to, that input, and whether it or one that it stands in is of a person. */
export function placeIn(
	fields: Fields,
	key: string,
	path: ReadonlyArray<string | number>,
): { place: string[]; field: Field | undefined; isPrivate: boolean } {
	let field = fields[key];
	let isPrivate = field?.isPrivate === true;
	const place = [field?.ui.displayName ?? key];
	for (const step of path) {
		const inner = typeof step === 'string' ? field?.within?.[step] : undefined;
		if (inner) {
			place.push(inner.ui.displayName);
			field = inner;
			isPrivate ||= inner.isPrivate === true;
		} else if (typeof step === 'number' && field?.within) place[place.length - 1] = rowIn(field, step);
	}
	return { place, field, isPrivate };
}

const at = (value: unknown, path: ReadonlyArray<string | number>): unknown =>
	path.reduce<unknown>(
		(inside, step) =>
			inside !== null && typeof inside === 'object' ? (inside as Readonly<Record<string, unknown>>)[step] : undefined,
		value,
	);

/** A picked record is { by, value }: people gave the value. */
const givenIn = (value: unknown): unknown =>
	value !== null && typeof value === 'object' && 'by' in value && 'value' in value ? value.value : value;

/** A list or an object where one value is needed, or the other way round, is told by its kind. */
function saysOf(issue: z.ZodIssue, value: unknown): string {
	if (issue.code !== 'invalid_type') return issue.message;
	if (issue.expected === 'array') return `is ${kindOf(value)}; a list is needed`;
	const single = issue.expected !== 'object';
	return single && value !== null && typeof value === 'object' ? `is ${kindOf(value)}; one value is needed` : issue.message;
}

/**
 * What a field's check says against a value: where it is, what stands there, what is so and what to do.
 * @param value what the field made of what was given
 */
export function findingOf(fields: Fields, key: string, value: unknown, issue: z.ZodIssue): Omit<Finding, 'items'> {
	const { place, field, isPrivate } = placeIn(fields, key, issue.path);
	const given = givenIn(at(value, issue.path));
	const { typeOptions, type } = field?.ui ?? {};
	// What is masked in the panel stays so, and JSON may hold anything.
	const secret = typeOptions?.password === true || type === 'json' || isPrivate;
	return {
		place,
		value: secret ? undefined : shown(given),
		says: saysOf(issue, given),
		todo: field?.advice?.(at(value, issue.path)),
	};
}
