import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import type { Check } from '../../check';
import type { Part } from '../../host/queue';
import { pause } from '../../host/program';
import type { QueueStage } from '../../queueStage';
import { madeCredential } from '../../stage';
import { post, triggered } from '../webhooks';

/** Events of each way: first to one process, then to the other. */
const EVENTS = 30;
const WAYS: ReadonlyArray<readonly [Part, Part]> = [
	['webhook', 'main'],
	['main', 'webhook'],
];

/** How many executions a workflow has, once no more are added. */
async function settled({ session }: QueueStage, id: string): Promise<number> {
	for (let before = -1; ;) {
		const count = await session.executionCount(id);
		if (count === before) return count;
		before = count;
		await pause(1_500);
	}
}

export const redeliveryChecks: ReadonlyArray<Check<QueueStage>> = [
	{
		sentence: 'No event runs again when its delivery is repeated to another process, nor after a restart of both',
		limit: 480_000,
		async run(stage) {
			const { session, sandbox, queue } = stage;
			const { workflow, at } = triggered(madeCredential(stage, 'custom'), { fetchRecord: false });
			const id = await session.createWorkflow(workflow);
			await session.publish(id);
			const [organisation] = sandbox.organisations;
			const deliver = async (part: Part, { body, headers }: { body: string; headers: Record<string, string> }) => {
				const heard = await post(`${queue.get(part).url}/webhook/${at}`, body, headers);
				assert.deepEqual([heard.status, heard.body], [200, ''], `the answer of ${part}`);
			};
			const delivery = (moment: number) => {
				const resourceId = randomUUID();
				const event = {
					resourceUrl: `${sandbox.url}/api.xro/2.0/Contacts/${resourceId}`,
					resourceId,
					tenantId: organisation!.tenantId,
					tenantType: 'ORGANISATION' as const,
					eventCategory: 'CONTACT',
					eventType: 'UPDATE',
					eventDateUtc: new Date(Date.UTC(2026, 10, 2) + moment * 1_000).toISOString().replace('Z', ''),
				};
				return sandbox.webhooks.delivery([event], { app: 'custom' });
			};
			const sent = WAYS.flatMap(([first, second], way) =>
				Array.from({ length: EVENTS }, (_, at) => ({ first, second, what: delivery(way * EVENTS + at) })),
			);
			for (const { first, second, what } of sent) {
				await deliver(first, what);
				await deliver(second, what);
			}
			const elsewhere = (await settled(stage, id)) - sent.length;
			for (const part of ['main', 'webhook'] as const) await queue.stop(part);
			await Promise.all([queue.start('main'), queue.start('webhook')]);
			for (const { second, what } of sent) await deliver(second, what);
			const afterRestart = (await settled(stage, id)) - sent.length - elsewhere;
			const figures = `${sent.length} events, ${elsewhere} ran again at the other process, ${afterRestart} after the restart`;
			assert.ok(elsewhere === 0 && afterRestart === 0, figures);
			return figures;
		},
	},
];
