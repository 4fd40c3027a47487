// One Item per Line: items that make a document together.

import isEqual from 'lodash/isEqual';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { ItemFinding } from '../inputs/check';
import { isBlank } from '../inputs/blanks';
import { refuseAll, refuseInput } from '../inputs/check';
import { operationError, stateOf } from '../model/errorState';
import type { Finding } from '../model/findings';
import { kindOf, shown } from '../model/findings';
import type { Operation } from '../model/operation';
import { parameterOf } from './inputValues';
import type { Parameters } from './parameters';
import { nodeOf } from './savedNode';
import { missingIn } from './parameters';

/** One document and the items its lines come from, or why it cannot be sent. */
export interface Document {
	readonly items: readonly number[];
	readonly organisation: string;
	readonly parameters: Parameters | Error;
}

/** An input as it stands, in an item of which something is refused: its line belongs to its document all the same. */
function unchecked(
	ctx: IExecuteFunctions,
	{ required, panelOptional, optional }: Operation,
	item: number,
	name: string,
): unknown {
	const onPanel = name in { ...required, ...panelOptional };
	if (!onPanel && !(optional && name in optional)) return undefined;
	const value = onPanel
		? parameterOf(ctx, name, item, null)
		: (parameterOf(ctx, 'additionalFields', item, {}) as IDataObject)[name];
	return isBlank(value) ? undefined : value;
}

/** What tells a document by itself, such as its number: by an input, else by a column of the same name. */
function ownKey(ctx: IExecuteFunctions, operation: Operation, item: number, parameters: Parameters | Error): unknown {
	const name = operation.documentKeyDefault;
	if (name === undefined) return undefined;
	const given = 'body' in parameters ? parameters.body[name] : unchecked(ctx, operation, item, name);
	return given ?? ctx.getInputData()[item]?.json[name];
}

/**
 * The value by which an item's line finds its document: a text or a number, as two objects would be one document. Where nothing stands on
 * the panel for it, it is what tells the document by itself.
 */
export function documentKey(
	ctx: IExecuteFunctions,
	operation: Operation,
	item: number,
	parameters: Parameters | Error,
): string | Error {
	const saved = nodeOf(ctx).parameters.documentKey;
	const key =
		saved === undefined || saved === ''
			? ownKey(ctx, operation, item, parameters)
			: (ctx.getNodeParameter('documentKey', item, '') as unknown);
	const refuse = (finding: ItemFinding) => refuseInput(ctx, item, { place: ['Document Key'], ...finding });
	if (key === null || key === undefined || (typeof key === 'string' && key.trim() === ''))
		return refuse({ says: 'is empty, so it is not known to which document the line belongs' });
	if (typeof key === 'string') return key.trim();
	if (typeof key === 'number' && Number.isFinite(key)) return String(key);
	const what = typeof key === 'number' ? 'is not a number' : `is ${kindOf(key)}`;
	return refuse({ says: `${what}; a text or a number is needed, such as the number of the document` });
}

/** A value for a message; a picked record is an object of one property. */
const valueIn = (value: unknown): string | undefined => {
	const inside = value !== null && typeof value === 'object' ? Object.values(value) : [value];
	return inside.length === 1 ? shown(inside[0]) : undefined;
};

/** A later line may repeat what belongs to the whole document, or leave it out, but not say something else. */
function merged(operation: Operation, first: Parameters, later: Parameters, lines: string, found: Finding[]): Parameters {
	const body: IDataObject = { ...first.body };
	const options = { ...later.options, ...first.options };
	const differs = (key: string, before: unknown, value: unknown): void => {
		const { required, panelOptional, optional, query } = operation;
		const label = (required[key] ?? panelOptional?.[key] ?? optional?.[key] ?? query?.[key])?.ui.displayName ?? key;
		const one = valueIn(before);
		found.push({
			items: [later.item],
			place: [label],
			value: valueIn(value),
			says: `differs from item ${first.item + 1}${one === undefined ? '' : ` (“${one}”)`}, which is the same document`,
		});
	};
	for (const [key, value] of Object.entries(later.body)) {
		if (key === lines) body[key] = [...((body[key] as IDataObject[] | undefined) ?? []), ...(value as IDataObject[])];
		else if (body[key] === undefined) body[key] = value;
		else if (!isEqual(body[key], value)) differs(key, body[key], value);
	}
	for (const key of Object.keys(operation.query ?? {})) {
		const value = later.options[key];
		if (isBlank(value)) continue;
		if (isBlank(options[key])) options[key] = value;
		else if (!isEqual(options[key], value)) differs(key, options[key], value);
	}
	return {
		...first,
		body,
		options,
		query: { ...later.query, ...first.query },
		input: { ...later.input, ...first.input },
		blank: { ...later.blank, ...first.blank },
	};
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
		key: string | Error;
		organisation: string;
		parameters: Parameters | Error;
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
		parameters: join(ctx, operation, group),
	}));
}

function join(
	ctx: IExecuteFunctions,
	operation: Operation,
	group: ReadonlyArray<{ key: string | Error; parameters: Parameters | Error }>,
): Parameters | Error {
	const refusals = group.flatMap(({ key, parameters }) => [
		...(typeof key === 'string' ? [] : [key]),
		...('body' in parameters ? [] : [parameters]),
	]);
	if (refusals.length === 1) return refusals[0]!;
	const found: Finding[] = refusals.flatMap((error) => stateOf(error)?.findings ?? []);
	if (found.length === 0) {
		const [first, ...others] = group.flatMap(({ parameters }) => ('body' in parameters ? [parameters] : [])) as [
			Parameters,
			...Parameters[],
		];
		const whole = others.reduce((sum, later) => merged(operation, sum, later, operation.linesField ?? '', found), first);
		const lacking = [
			...missingIn(ctx, operation, whole.item, whole.input),
			...Object.entries(whole.blank).flatMap(([key, finding]) =>
				whole.body[key] === undefined && !(key in operation.required) ? [finding] : [],
			),
		];
		if (found.length + lacking.length === 0) return whole;
		if (found.length === 0) return refuseAll(ctx, whole.item, lacking);
		found.push(...lacking.map((finding) => ({ ...finding, items: [whole.item] })));
	}
	return operationError(ctx.getNode(), found, {
		state: 'notSent',
		description: 'Nothing was sent to Xero for this document. Check the values, or the expressions behind them.',
	});
}
