import type { INode } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { execute } from '../../nodes/shared/run/execute';
import { fakeExecute } from '../fakeContext';
import { creates, saving, things } from './thingsApi';
import { inVirtualTime } from './virtualTime';

const time = inVirtualTime();

/** The Idempotency-Key of one create, in run `$runIndex` of execution 7, as a node or as a tool. */
async function keyOf(
	$runIndex: number,
	tool: boolean,
	more: object = {},
	node: Partial<INode> = {},
): Promise<string | undefined> {
	const { ctx, requests } = fakeExecute({
		parameters: creates(1),
		executionId: '7',
		node: { id: 'same', ...node } as INode,
		reply: (request) => saving().reply(request),
	});
	Object.assign(ctx, { getWorkflowDataProxy: () => ({ $runIndex }), isToolExecution: () => tool, ...more });
	await time().until(execute(things, ctx));
	return requests[0]?.headers['Idempotency-Key'];
}

test('a loop that runs the node again writes again', async () => {
	expect(await keyOf(0, false)).not.toBe(await keyOf(1, false));
});

test('a tool that n8n tries again, which it counts as another run, repeats the same write', async () => {
	expect(await keyOf(0, true)).toBe(await keyOf(1, true));
});

test.each([
	['is of the type that n8n makes for tools', { type: 'n8n-nodes-xero-suite.xeroAccountingTool' }],
	['is wired to the agent', { rewireOutputLogTo: NodeConnectionTypes.AiTool }],
])('a tool whose calls the agent hands back to the workflow repeats the same write: its node %s', async (_how, node) => {
	expect(await keyOf(0, false, {}, node)).toBe(await keyOf(1, false, {}, node));
});

test('another execution writes again, as a tool, too', async () => {
	expect(await keyOf(0, true)).not.toBe(await keyOf(0, true, { getExecutionId: () => '8' }));
});
