// The node as it is saved in the workflow.

import type { IExecuteFunctions, INode } from 'n8n-workflow';

const nodes = new WeakMap<object, INode>();

/** The node as it is saved, with its expressions. n8n copies it whole each time it is asked for: here once for a run. */
export function nodeOf(ctx: Pick<IExecuteFunctions, 'getNode'>): INode {
	const known = nodes.get(ctx) ?? ctx.getNode();
	nodes.set(ctx, known);
	return known;
}
