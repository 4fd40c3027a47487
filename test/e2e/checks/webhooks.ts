import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';

import type { Check } from '../check';
import { readExamples } from '../host/examples';
import type { Execution, WorkflowFile } from '../host/session';
import { byTestId, openWorkflow } from '../editor';
import { shoot } from '../screenshot';
import { credentialData, credentialType, packName, type Scene, type Stage } from '../stage';

const TRIGGER = 'Xero Accounting Trigger';

type Parameters = Record<string, unknown>;

/** A workflow that begins with a Xero Accounting Trigger. `at` is where n8n listens for it, below /webhook/. */
export function triggered(
	credential: { id: string; name: string },
	parameters: Parameters = {},
): { workflow: WorkflowFile; at: string } {
	const webhookId = randomUUID();
	return {
		at: `${webhookId}/xero`,
		workflow: {
			name: `e2e trigger ${webhookId.slice(0, 8)}`,
			nodes: [
				{
					id: randomUUID(),
					name: TRIGGER,
					type: `${packName}.xeroAccountingTrigger`,
					typeVersion: 1,
					position: [0, 0],
					webhookId,
					parameters,
					credentials: { [credentialType]: credential },
				},
				{ id: randomUUID(), name: 'Done', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [240, 0], parameters: {} },
			],
			connections: { [TRIGGER]: { main: [[{ node: 'Done', type: 'main', index: 0 }]] } },
			settings: { executionOrder: 'v1' },
		},
	};
}

/** What checks that come later go on with. */
interface Listening {
	readonly id: string;
	readonly url: string;
}

const made = new Map<string, Listening>();
const credentials = new Map<string, { id: string; name: string }>();

const AT_ONCE: Parameters = { fetchRecord: false, additionalOptions: { answer: 'atOnce' } };

const named = (what: 'first' | 'second'): Listening => {
	const found = made.get(what);
	if (!found) throw new Error(`The check that activates the ${what} trigger did not pass`);
	return found;
};

async function credential({ session, sandbox }: Stage, secret: string): Promise<{ id: string; name: string }> {
	const known = credentials.get(secret);
	if (known) return known;
	const name = `Custom connection, ${secret ? 'with' : 'without'} a webhooks key`;
	const data = { ...credentialData(sandbox, sandbox.apps.custom), webhookSigningSecret: secret };
	const saved = { id: await session.createCredential(name, credentialType, data), name };
	credentials.set(secret, saved);
	return saved;
}

async function listen(stage: Stage, what: string, parameters: Parameters = {}): Promise<Listening> {
	const { session, n8n, sandbox } = stage;
	const { workflow, at } = triggered(await credential(stage, sandbox.apps.custom.webhooksKey), parameters);
	const id = await session.createWorkflow(workflow);
	await session.publish(id);
	const listening = { id, url: `${n8n.url}/webhook/${at}` };
	made.set(what, listening);
	return listening;
}

/** Waits until a workflow has so many executions, and gives the newest. */
async function executions({ session }: Stage, { id }: Listening, count: number): Promise<Execution> {
	const deadline = Date.now() + 15_000;
	for (;;) {
		const found = await session.executionCount(id);
		assert.ok(found <= count, `${found} executions instead of ${count}`);
		if (found === count) return await session.lastExecution(id);
		if (Date.now() > deadline) throw new Error(`${found} executions instead of ${count}`);
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}

/** How often the trigger of a workflow has told of a record, over all of its executions. */
async function timesTold({ session }: Stage, { id }: Listening, resourceId: string): Promise<number> {
	const items = (await session.executions(id)).flatMap(({ nodes }) => nodes[TRIGGER]?.outputs[0] ?? []);
	const events = items.flatMap((item) => (Array.isArray(item.events) ? (item.events as Array<Record<string, unknown>>) : [item]));
	return events.filter((event) => event.resourceId === resourceId).length;
}

/** Waits until it has told of a record, and holds it to having done so just so often. */
async function told(stage: Stage, listening: Listening, resourceId: string, times: number): Promise<void> {
	const deadline = Date.now() + 15_000;
	while ((await timesTold(stage, listening, resourceId)) < times && Date.now() < deadline)
		await new Promise((resolve) => setTimeout(resolve, 200));
	assert.equal(await timesTold(stage, listening, resourceId), times);
}

/** Sends a body to a webhook, as it is. */
export const post = async (url: string, body: string, headers: Record<string, string>) => {
	const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
	const { status } = response;
	return { status, body: await response.text(), cookie: response.headers.get('set-cookie') };
};

/** Creates something in the sandbox as another app would. */
export async function write(
	{ sandbox }: Scene,
	path: string,
	body: unknown,
): Promise<Record<string, Array<Record<string, unknown>>>> {
	const response = await fetch(`${sandbox.url}/api.xro/2.0${path}`, {
		method: 'PUT',
		headers: {
			authorization: `Bearer ${sandbox.issue().access_token}`,
			'xero-tenant-id': sandbox.organisations[0]!.tenantId,
			'content-type': 'application/json',
			accept: 'application/json',
		},
		body: JSON.stringify(body),
	});
	assert.equal(response.status, 200, await response.clone().text());
	return (await response.json()) as Record<string, Array<Record<string, unknown>>>;
}

/** An event of a record that nobody has. */
const changed = (url: string, tenantId: string) => ({
	resourceUrl: `${url}/api.xro/2.0/Contacts/0a6f7c1e-1111-4aaa-8bbb-000000000001`,
	resourceId: '0a6f7c1e-1111-4aaa-8bbb-000000000001',
	tenantId,
	tenantType: 'ORGANISATION' as const,
	eventCategory: 'CONTACT',
	eventType: 'UPDATE',
	eventDateUtc: '2026-11-02T10:00:00.000',
});

const invoice = {
	Type: 'ACCREC',
	Contact: { Name: 'Tūī Street Bakery' },
	Date: '2026-11-02',
	DueDate: '2026-11-20',
	LineItems: [{ Description: 'Rye bread', Quantity: 2, UnitAmount: 7.5, AccountCode: '200' }],
};

export const webhookChecks: readonly Check[] = [
	{
		sentence: 'A Xero Accounting Trigger without a signing secret is not activated, and n8n shows where the secret is found',
		async run(stage) {
			const { session } = stage;
			const id = await session.createWorkflow(triggered(await credential(stage, '')).workflow);
			const refused = await session.publish(id).then(
				() => 'it was published',
				(error: unknown) => String(error),
			);
			assert.match(refused, /Webhook Signing Secret: is empty/);
			return refused;
		},
	},
	{
		sentence: 'A Xero Accounting Trigger passes the Intent to Receive of a registration without starting an execution',
		async run(stage) {
			const { sandbox, session } = stage;
			const listening = await listen(stage, 'first');
			const subscription = await sandbox.webhooks.register(listening.url, { app: 'custom' });
			assert.equal(subscription.status, 'ok', subscription.reason);
			const asked = sandbox.webhooks.attempts.filter(({ kind, url }) => kind === 'intent' && url === listening.url);
			assert.deepEqual(
				asked.map(({ signedRight, status, body }) => [signedRight ? 200 : 401, status, body]),
				asked.map(({ status }) => [status, status, '']),
			);
			assert.ok(asked.some(({ signedRight }) => signedRight) && asked.some(({ signedRight }) => !signedRight));
			assert.equal(await session.executionCount(listening.id), 0);
			return asked.map(({ signedRight, status }) => `${signedRight ? 'right' : 'wrong'} key ${status}`).join(', ');
		},
	},
	{
		sentence: 'A change in Xero arrives as an execution with the full record, once, though it is delivered again',
		async run(stage) {
			const { sandbox } = stage;
			const listening = named('first');
			const { Invoices } = await write(stage, '/Invoices', { Invoices: [invoice] });
			const { status, nodes } = await executions(stage, listening, 1);
			assert.equal(status, 'success');
			// The customer may be a new contact, which is an event of its own.
			const item = nodes[TRIGGER]!.outputs[0]!.find(({ eventCategory }) => eventCategory === 'INVOICE');
			const record = item!.record as Record<string, unknown>;
			assert.equal(record.InvoiceID, Invoices![0]!.InvoiceID);
			assert.equal((record.LineItems as unknown[]).length, 1);
			assert.deepEqual(
				[item!.eventCategory, item!.eventType, item!.documentType, item!.tenantName],
				['INVOICE', 'CREATE', 'salesInvoice', sandbox.organisations[0]!.name],
			);
			const delivered = sandbox.webhooks.attempts.filter(({ kind }) => kind === 'events');
			assert.deepEqual(
				delivered.map(({ status, body }) => [status, body]),
				[[200, '']],
			);
			const { eventCategory, eventType, resourceId, resourceUrl, tenantId } = item as Record<string, string>;
			const again = sandbox.webhooks.delivery(
				[
					{
						...({ eventCategory, eventType, resourceId, resourceUrl, tenantId } as Record<
							'eventCategory' | 'eventType' | 'resourceId' | 'resourceUrl' | 'tenantId',
							string
						>),
						tenantType: 'ORGANISATION',
						eventDateUtc: String(item!.eventDateUtc).replace('Z', ''),
					},
				],
				{ app: 'custom' },
			);
			const heard = await post(listening.url, again.body, again.headers);
			assert.deepEqual([heard.status, heard.body, heard.cookie], [200, '', null]);
			await executions(stage, listening, 1);
			return `answered after ${Math.round(delivered[0]!.took)} ms, ${String(record.InvoiceNumber)} with ${Object.keys(record).length} fields`;
		},
	},
	{
		sentence: 'Forged deliveries are answered with 401 and nothing else, whatever they hold, and start no execution',
		async run(stage) {
			const { sandbox, session } = stage;
			const listening = named('first');
			const before = await session.executionCount(listening.id);
			const { body, headers } = sandbox.webhooks.delivery([], { app: 'custom', signed: false });
			const forged: ReadonlyArray<readonly [string, Record<string, string>]> = [
				[body, headers],
				[body, {}],
				['{"events":[', headers],
				['<x>', { ...headers, 'content-type': 'text/xml' }],
				['a=1', { ...headers, 'content-type': 'application/x-www-form-urlencoded' }],
				['--x--', { ...headers, 'content-type': 'multipart/form-data; boundary=x' }],
				['', headers],
				['x'.repeat(1_000_000), headers],
			];
			const heard = await Promise.all(forged.map(async ([text, how]) => await post(listening.url, text, how)));
			assert.deepEqual(
				heard.map((one) => [one.status, one.body, one.cookie]),
				forged.map(() => [401, '', null]),
			);
			assert.equal(await session.executionCount(listening.id), before);
			return `${forged.length} forgeries`;
		},
	},
	{
		sentence: 'The Test URL passes an Intent to Receive and goes on listening for the event',
		async run(stage) {
			const { sandbox, session, n8n } = stage;
			const { workflow, at } = triggered(await credential(stage, sandbox.apps.custom.webhooksKey), { fetchRecord: false });
			const id = await session.createWorkflow(workflow);
			const listeningFor = await session.ask('POST', `/rest/workflows/${id}/run`, {
				workflowData: await session.ask('GET', `/rest/workflows/${id}`),
				triggerToStartFrom: { name: TRIGGER },
			});
			assert.deepEqual(listeningFor, { waitingForWebhook: true });
			const url = `${n8n.url}/webhook-test/${at}`;
			const sign = (body: string, key = sandbox.apps.custom.webhooksKey) =>
				createHmac('sha256', key).update(body).digest('base64');
			const send = async (body: string, signature = sign(body)) => await post(url, body, { 'x-xero-signature': signature });
			const intent = '{"events":[],"firstEventSequence":0,"lastEventSequence":0,"entropy":"A"}';
			const { body } = sandbox.webhooks.delivery([changed(sandbox.url, sandbox.organisations[0]!.tenantId)], { app: 'custom' });
			const heard = [await send(intent), await send(intent, sign(intent, 'another')), await send(body)];
			assert.deepEqual(
				heard.map((one) => [one.status, one.body, one.cookie]),
				[
					[200, '', null],
					[401, '', null],
					[200, '', null],
				],
			);
			const { status } = await executions(stage, { id, url }, 1);
			return `the event ran as ${status}`;
		},
	},
	{
		sentence: 'Two triggers on one app each start their own workflow with what is delivered to them',
		async run(stage) {
			const { sandbox } = stage;
			const first = named('first');
			const second = await listen(stage, 'second', { eventCategory: ['CONTACT'], additionalOptions: { output: 'delivery' } });
			const { Contacts } = await write(stage, '/Contacts', { Contacts: [{ Name: 'Two Triggers Ltd' }] });
			const contact = String(Contacts![0]!.ContactID);
			await told(stage, first, contact, 1);
			// The portal knows one URL for an app: a second trigger takes its place, with an Intent to Receive of its own.
			const moved = await sandbox.webhooks.register(second.url, { app: 'custom' });
			assert.equal(moved.status, 'ok', moved.reason);
			const { Contacts: more } = await write(stage, '/Contacts', { Contacts: [{ Name: 'Second Trigger Ltd' }] });
			await told(stage, second, String(more![0]!.ContactID), 1);
			assert.equal(await timesTold(stage, first, String(more![0]!.ContactID)), 0);
			// What the first has seen is no redelivery for the second, and each knows its own.
			const event = changed(sandbox.url, sandbox.organisations[0]!.tenantId);
			const { body, headers } = sandbox.webhooks.delivery([event], { app: 'custom' });
			for (const { url } of [first, second, first, second]) assert.equal((await post(url, body, headers)).status, 200);
			await told(stage, first, event.resourceId, 1);
			await told(stage, second, event.resourceId, 1);
			sandbox.webhooks.remove('custom');
			return 'two URLs, one key';
		},
	},
	{
		sentence: 'The example that shares events out sends each kind down its own branch',
		async run(stage) {
			const { session, sandbox, n8n } = stage;
			const saved = await credential(stage, sandbox.apps.custom.webhooksKey);
			const example = readExamples(credentialType, saved).find(({ file }) => file === 'xero-events-fan-out.json')!;
			const id = await session.createWorkflow(example.workflow);
			await session.publish(id);
			const { webhookId } = example.workflow.nodes.find(({ name }) => name === example.trigger)!;
			const { status, reason } = await sandbox.webhooks.register(`${n8n.url}/webhook/${String(webhookId)}/xero`, {
				app: 'custom',
			});
			assert.equal(status, 'ok', reason);
			await write(stage, '/Invoices', { Invoices: [invoice, { ...invoice, Type: 'ACCPAY', InvoiceNumber: 'FAN-1' }] });
			await write(stage, '/Contacts', { Contacts: [{ Name: 'Fan Out Ltd' }] });
			const { nodes } = await executions(stage, { id, url: '' }, 1);
			const branches = ['Sales Invoices', 'Bills', 'Contacts', 'Everything Else'];
			const counts = branches.map((name) => `${name} ${nodes[name]?.outputs[0]?.length ?? 0}`);
			assert.deepEqual(counts, ['Sales Invoices 1', 'Bills 1', 'Contacts 1', 'Everything Else 0']);
			sandbox.webhooks.remove('custom');
			return counts.join(', ');
		},
	},
	{
		sentence: 'What is delivered again after a restart of n8n is answered and starts nothing, in both modes of answering',
		async run(stage) {
			const { sandbox, session, n8n } = stage;
			const modes = {
				stored: await listen(stage, 'stored', { fetchRecord: false }),
				atOnce: await listen(stage, 'atOnce', AT_ONCE),
			};
			const event = changed(sandbox.url, sandbox.organisations[0]!.tenantId);
			const deliveries = [0, 1, 2, 3, 4].map((second) =>
				sandbox.webhooks.delivery([{ ...event, eventDateUtc: `2026-11-03T10:00:0${second}.000` }], { app: 'custom' }),
			);
			const listening = Object.values(modes);
			const deliver = async () => {
				for (const { url } of listening)
					for (const { body, headers } of deliveries) assert.equal((await post(url, body, headers)).status, 200);
			};
			await deliver();
			for (const one of listening) await executions(stage, one, deliveries.length);
			await n8n.restart();
			await deliver();
			// An execution that is not wanted is to have time to appear.
			await new Promise((resolve) => setTimeout(resolve, 3_000));
			const counts: number[] = [];
			for (const { id } of listening) counts.push(await session.executionCount(id));
			assert.deepEqual(counts, [deliveries.length, deliveries.length]);
			return `${deliveries.length} executions each, before the restart and after it`;
		},
	},
	{
		sentence: 'The panel of the Xero Accounting Trigger shows the address to register and the steps',
		async run(stage) {
			const { sandbox } = stage;
			const { workflow } = triggered(await credential(stage, sandbox.apps.custom.webhooksKey));
			const page = await openWorkflow(stage, workflow);
			await byTestId(page, 'canvas-node').filter({ hasText: TRIGGER }).first().dblclick();
			const panel = byTestId(page, 'node-parameters');
			for (const label of ['Trigger On', 'Event', 'Fetch Record', 'Documents', 'Options'])
				await panel.getByText(label, { exact: true }).first().waitFor();
			const steps = panel.locator('li').filter({ hasText: /Production URL|Webhook Signing Secret|publish|Intent to Receive/ });
			assert.equal(await steps.count(), 4);
			await page.getByText('Webhook URLs').first().click();
			await page.getByText('Production URL', { exact: true }).first().click();
			await page
				.getByText(/\/webhook\/.*\/xero/)
				.first()
				.waitFor();
			await shoot(page, 'panel-xero-trigger');
			return (
				await page
					.getByText(/\/webhook\/.*\/xero/)
					.first()
					.innerText()
			).trim();
		},
	},
];
