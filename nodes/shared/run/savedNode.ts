// The node as it is saved in the workflow, and what n8n makes of its inputs.

import cloneDeep from 'lodash/cloneDeep';
import type { IExecuteFunctions, INode } from 'n8n-workflow';

const nodes = new WeakMap<object, INode>();

/** The node as it is saved, with its expressions. n8n copies it whole each time it is asked for: here once for a run. */
export function nodeOf(ctx: Pick<IExecuteFunctions, 'getNode'>): INode {
	const known = nodes.get(ctx) ?? ctx.getNode();
	nodes.set(ctx, known);
	return known;
}

/** Whether a value as it is saved holds an expression anywhere. */
function hasExpression(saved: unknown): boolean {
	if (typeof saved === 'string') return saved.startsWith('=');
	return saved !== null && typeof saved === 'object' && Object.values(saved).some(hasExpression);
}

/** Inputs that are the same for all items of a run, as n8n gave them; undefined for those that are not. */
const constants = new WeakMap<object, Map<string, { readonly value: unknown } | undefined>>();

/**
 * An input's value for an item. n8n looks an input up among all of the panel's, with or without an expression: one without is the same
 * for each item, and is asked for once.
 */
export function parameterOf(ctx: IExecuteFunctions, name: string, item: number, fallback: unknown): unknown {
	const known = constants.get(ctx) ?? new Map<string, { readonly value: unknown } | undefined>();
	constants.set(ctx, known);
	if (!known.has(name)) {
		const { parameters } = nodeOf(ctx);
		const isConstant = Object.hasOwn(parameters, name) && !hasExpression(parameters[name]);
		known.set(name, isConstant ? { value: ctx.getNodeParameter(name, item, fallback) } : undefined);
	}
	const constant = known.get(name);
	return constant ? cloneDeep(constant.value) : ctx.getNodeParameter(name, item, fallback);
}
