// What n8n makes of the inputs of the panel, asked of it no more than needed.

import cloneDeep from 'lodash/cloneDeep';
import type { IExecuteFunctions } from 'n8n-workflow';
import { plainInput, UNKNOWN } from './plainExpressions';
import { nodeOf } from './savedNode';
import { isTool } from './tool';

/** What is known of an input for all items of a run: its value, or how it follows from an item; neither where n8n has to tell. */
interface Known {
	readonly constant?: { readonly value: unknown };
	readonly plain?: ReturnType<typeof plainInput>;
}

const inputs = new WeakMap<object, Map<string, Known>>();

/** Whether a value as it is saved holds an expression anywhere. */
function hasExpression(saved: unknown): boolean {
	if (typeof saved === 'string') return saved.startsWith('=');
	return saved !== null && typeof saved === 'object' && Object.values(saved).some(hasExpression);
}

function knownOf(ctx: IExecuteFunctions, name: string, item: number, fallback: unknown): Known {
	const { parameters } = nodeOf(ctx);
	if (!Object.hasOwn(parameters, name)) return {};
	const saved = parameters[name];
	if (!hasExpression(saved)) return { constant: { value: ctx.getNodeParameter(name, item, fallback) } };
	// What an agent gives its tool is not all in the items.
	return isTool(ctx) ? {} : { plain: plainInput(saved) };
}

/**
 * An input's value for an item. n8n looks an input up among all of the panel's, with or without an expression: one without is the same
 * for each item, and is asked for once; one that only names columns is read from the item.
 */
export function parameterOf(ctx: IExecuteFunctions, name: string, item: number, fallback: unknown): unknown {
	const known = inputs.get(ctx) ?? new Map<string, Known>();
	inputs.set(ctx, known);
	const input = known.get(name) ?? knownOf(ctx, name, item, fallback);
	known.set(name, input);
	const { constant, plain } = input;
	if (constant) return cloneDeep(constant.value);
	const json = plain && ctx.getInputData()[item]?.json;
	const value = plain && json ? plain(json) : UNKNOWN;
	return value === UNKNOWN ? ctx.getNodeParameter(name, item, fallback) : value;
}
