// Whether an AI agent runs the node.

import type { IExecuteFunctions } from 'n8n-workflow';
import { nodeOf } from './savedNode';

/**
 * Whether an AI agent runs the node as its tool. n8n does so in two ways: one says so itself; in the other, where the agent hands its
 * calls back to the workflow, the node is of a type that ends in "Tool", or its output is wired to the agent.
 */
export function isTool(ctx: Pick<IExecuteFunctions, 'getNode'> & Partial<Pick<IExecuteFunctions, 'isToolExecution'>>): boolean {
	const { type, rewireOutputLogTo } = nodeOf(ctx);
	return ctx.isToolExecution?.() === true || type.endsWith('Tool') || rewireOutputLogTo === 'ai_tool';
}
