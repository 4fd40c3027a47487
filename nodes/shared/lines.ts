import isEqual from 'lodash/isEqual';
import type { IDataObject, IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import { shown } from './findings';
import type { Gathered } from './gather';
import { refuseInput, refuseMissing } from './gather';
import type { Operation } from './model';

/** One document and the items its lines come from, or why it cannot be sent. */
export interface Document {
	readonly items: readonly number[];
	readonly organisation: string;
	readonly gathered: Gathered | NodeOperationError;
}

/** The value by which an item's line finds its document. */
export function documentKey(ctx: IExecuteFunctions, item: number): string | NodeOperationError {
	const key = ctx.getNodeParameter('documentKey', item, '') as unknown;
	const text = key === null || key === undefined ? '' : String(key as string | number).trim();
	return text === ''
		? refuseInput(ctx, item, {
				place: ['Document Key'],
				says: 'is empty, so it is not known to which document the line belongs',
			})
		: text;
}

/** A value for a message; a picked record is an object of one property. */
const valueIn = (value: unknown): string | undefined => {
	const inside = value !== null && typeof value === 'object' ? Object.values(value) : [value];
	return inside.length === 1 ? shown(inside[0]) : undefined;
};

/** A later line may repeat what belongs to the whole document, or leave it out, but not say something else. */
function merged(ctx: IExecuteFunctions, operation: Operation, first: Gathered, later: Gathered, lines: string): Gathered {
	const body: IDataObject = { ...first.body };
	for (const [key, value] of Object.entries(later.body)) {
		if (key === lines) body[key] = [...((body[key] as IDataObject[] | undefined) ?? []), ...(value as IDataObject[])];
		else if (body[key] === undefined) body[key] = value;
		else if (!isEqual(body[key], value)) {
			const label = (operation.required[key] ?? operation.offered?.[key] ?? operation.optional?.[key])?.ui.displayName ?? key;
			const before = valueIn(body[key]);
			throw refuseInput(ctx, later.item, {
				place: [label],
				value: valueIn(value),
				says: `differs from item ${first.item + 1}${before === undefined ? '' : ` (“${before}”)`}, which is the same document`,
			});
		}
	}
	return { ...first, body, input: { ...later.input, ...first.input } };
}

/**
 * Joins items whose Document Key is the same (within one organisation) into one document, in the order of first items.
 * A document of which one line is wrong is not sent at all: half a document would be worse than none.
 */
export function documents(
	ctx: IExecuteFunctions,
	operation: Operation,
	items: ReadonlyArray<{
		item: number;
		key: string | NodeOperationError;
		organisation: string;
		gathered: Gathered | NodeOperationError;
	}>,
): Document[] {
	const groups = new Map<string, Array<(typeof items)[number]>>();
	for (const one of items) {
		const place = typeof one.key === 'string' ? JSON.stringify([one.organisation, one.key]) : `item ${one.item}`;
		const group = groups.get(place) ?? [];
		group.push(one);
		groups.set(place, group);
	}
	return [...groups.values()].map((group) => ({
		items: group.map(({ item }) => item),
		organisation: group[0]!.organisation,
		gathered: join(ctx, operation, group),
	}));
}

function join(
	ctx: IExecuteFunctions,
	operation: Operation,
	group: ReadonlyArray<{ key: string | NodeOperationError; gathered: Gathered | NodeOperationError }>,
): Gathered | NodeOperationError {
	let whole: Gathered | undefined;
	for (const { key, gathered } of group) {
		if (typeof key !== 'string') return key;
		if (!('body' in gathered)) return gathered;
		try {
			whole = whole ? merged(ctx, operation, whole, gathered, operation.lines ?? '') : gathered;
		} catch (cause) {
			return cause as NodeOperationError;
		}
	}
	try {
		refuseMissing(ctx, operation, whole!.item, whole!.input);
	} catch (cause) {
		return cause as NodeOperationError;
	}
	return whole!;
}
