import { HookContext, LoadOptionsContext } from 'n8n-core';
import type { IWebhookData, IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import { XeroAccountingTrigger } from '../../nodes/XeroAccountingTrigger/XeroAccountingTrigger.node';
import { credentialsHelper, workflowOf } from '../n8n';
import { HARBOUR, KERERU, staged } from './stage';

const TYPE = 'n8n-nodes-xero-suite.xeroAccountingTrigger';
const trigger = new XeroAccountingTrigger();
const stage = staged({ seed: 'empty' });

const workflow = workflowOf(
	{
		name: 'Hooks',
		nodes: [
			{
				id: 'trigger',
				name: 'Xero Accounting Trigger',
				type: TYPE,
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
				credentials: { xeroSuiteOAuth2Api: { id: '1', name: 'Xero' } },
			},
		],
		connections: {},
	},
	{ [TYPE]: trigger },
);

const additional = (secret?: string): IWorkflowExecuteAdditionalData =>
	({
		credentialsHelper: credentialsHelper({
			xeroSuiteOAuth2Api: { ...stage.credential, ...(secret === undefined ? {} : { webhookSigningSecret: secret }) },
		}),
		variables: {},
	}) as unknown as IWorkflowExecuteAdditionalData;

const hook = (secret?: string): HookContext =>
	new HookContext(
		workflow,
		workflow.getNode('Xero Accounting Trigger')!,
		additional(secret),
		'trigger',
		'activate',
		{} as IWebhookData,
	);

const { checkExists, create, delete: remove } = trigger.webhookMethods.default;

test.each([undefined, '', '   '])(
	'activation without a signing secret (%j) is refused and says where the key is and where it belongs',
	async (secret) => {
		expect(await checkExists.call(hook(secret))).toBe(false);
		await expect(create.call(hook(secret))).rejects.toMatchObject({
			message:
				"Credential “Xero”, Webhook Signing Secret: is empty, so nothing can be known to come from Xero. In Xero's developer portal (developer.xero.com/app/manage) open the app, then Webhooks, and copy the Webhooks key; paste it into Webhook Signing Secret of the credential, save, and activate (publish) the workflow again",
		});
	},
);

test('activation with a signing secret asks nothing of Xero', async () => {
	stage.sandbox.forget();
	expect(await create.call(hook('a key'))).toBe(true);
	expect(stage.sandbox.calls).toEqual([]);
});

test('deactivation keeps what was received, so that a redelivery after it is still known', async () => {
	const context = hook('a key');
	context.getWorkflowStaticData('node').events = ['kept'];
	expect(await remove.call(context)).toBe(true);
	expect(context.getWorkflowStaticData('node').events).toEqual(['kept']);
});

test('the list of organisations is that of the credential', async () => {
	const context = new LoadOptionsContext(workflow, workflow.getNode('Xero Accounting Trigger')!, additional(), '');
	expect(await trigger.methods.loadOptions.getOrganisations.call(context)).toEqual([
		{ name: 'Harbour Lane Studio (Demo)', value: HARBOUR },
		{ name: 'Kererū Trading (Demo)', value: KERERU },
	]);
});
