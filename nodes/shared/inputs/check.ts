// Checks the values of a table's inputs, and refuses what is wrong with all that was found.

import type { IDataObject, IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import type { z } from 'zod';
import { operationError } from '../model/errorState';
import type { Fields } from '../model/field';
import type { Finding } from '../model/findings';
import { findingOf } from './fieldIssues';

/** A finding about an item that is known already. */
export type ItemFinding = Omit<Finding, 'items'>;

/** What a check takes of n8n: nodes have it, and triggers. */
export type Checking = Pick<IExecuteFunctions, 'getNode' | 'getTimezone'>;

const CHECK = 'Check the value, or the expression behind it.';
const CHECK_ALL = 'Check the values, or the expressions behind them.';

/** A refusal of what one item gives, before any call was made, with all that was found; a trigger has no items. */
export function refuseAll(ctx: Checking, item: number | undefined, findings: readonly ItemFinding[]): NodeOperationError {
	const told = item === undefined ? 'Nothing was asked of Xero.' : 'Nothing was sent to Xero for this item.';
	const items = item === undefined ? [] : [item];
	return operationError(
		ctx.getNode(),
		findings.map((finding) => ({ ...finding, items })),
		{ state: 'notSent', description: `${told} ${findings.length > 1 ? CHECK_ALL : CHECK}` },
	);
}

/** The same for one input. */
export const refuseInput = (ctx: Checking, item: number | undefined, finding: ItemFinding): NodeOperationError =>
	refuseAll(ctx, item, [finding]);

const isNothing = (value: unknown): boolean => value === undefined || value === null;

/** Half of a pair of code units has no encoding: in an address it could not be sent at all. */
function hasHalfCharacter(value: unknown): boolean {
	if (typeof value === 'string') return /\p{Cs}/u.test(value);
	return value !== null && typeof value === 'object' && Object.values(value).some(hasHalfCharacter);
}

/** Checked values by key, and what is wrong with the others. */
export interface Checked {
	readonly values: Record<string, unknown>;
	readonly findings: ItemFinding[];
	/** Keys of these others. */
	readonly refused: ReadonlySet<string>;
}

/** Reads and checks raw values against a table. Values not given are left out, as are blank texts. */
export function checked(fields: Fields, raw: IDataObject, zone: string): Checked {
	const values: Record<string, unknown> = {};
	const findings: ItemFinding[] = [];
	const refused = new Set<string>();
	for (const [key, value] of Object.entries(raw)) {
		const field = fields[key];
		if (!field || isNothing(value)) continue;
		const plain = field.read ? field.read(value, zone) : value;
		if (isNothing(plain) || (typeof plain === 'string' && plain.trim() === '')) continue;
		if (hasHalfCharacter(plain)) {
			refused.add(key);
			findings.push({ place: [field.ui.displayName], says: 'holds half a character, as a text does that was cut in two' });
			continue;
		}
		const result: z.SafeParseReturnType<unknown, unknown> = field.schema.safeParse(plain);
		if (result.success) values[key] = result.data;
		else {
			refused.add(key);
			findings.push(...result.error.issues.map((issue) => findingOf(fields, key, plain, issue)));
		}
		const faults = field.faults?.(plain) ?? [];
		if (faults.length) refused.add(key);
		findings.push(...faults);
	}
	return { values, findings, refused };
}

/**
 * The same where there is nothing else to check.
 * @throws NodeOperationError with all that is wrong: label and value of each
 */
export function check(ctx: Checking, item: number | undefined, fields: Fields, raw: IDataObject): Record<string, unknown> {
	const { values, findings } = checked(fields, raw, ctx.getTimezone());
	if (findings.length) throw refuseAll(ctx, item, findings);
	return values;
}
