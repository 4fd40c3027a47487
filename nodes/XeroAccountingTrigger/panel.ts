import type { INodeProperties } from 'n8n-workflow';
import { CATEGORIES } from './categories';
import { options } from './options';

const DOCS = 'https://github.com/n8n-nodes-xero-suite/n8n-nodes-xero-suite/blob/main/docs/webhooks.md';

/** Of all tags n8n's editor shows `a`, `ul` and `li` in a notice. */
const STEPS = [
	'To set up:<ul>',
	`<li>In <a href="https://developer.xero.com/app/manage" target="_blank">Xero's developer portal</a> open your app, then Webhooks; choose the events and paste the Production URL above as Delivery URL</li>`,
	'<li>Copy the Webhooks key from there into Webhook Signing Secret of the credential</li>',
	'<li>Activate (publish) this workflow</li>',
	'<li>In the portal choose Send “Intent to Receive”</li></ul>',
	`<a href="${DOCS}" target="_blank">Step by step</a>`,
].join('');

/** The parameters of the webhook trigger, in panel order. */
export const panel: INodeProperties[] = [
	{
		displayName: STEPS,
		name: 'stepsNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName:
			'Xero delivers to one URL for each app: let one trigger take the events of all organisations, and share them out with a Switch node',
		name: 'oneUrlNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Trigger On',
		name: 'eventCategory',
		type: 'multiOptions',
		required: true,
		options: [
			{ name: 'All', value: '*', description: 'Everything Xero sends, kinds it may add one day as well' },
			...CATEGORIES.map(({ code, name, description }) => ({ name, value: code, ...(description ? { description } : {}) })),
		],
		default: ['*'],
		description: 'Kinds of records whose events start the workflow; they must be chosen in the portal, too',
	},
	{
		displayName: 'Event',
		name: 'eventType',
		type: 'options',
		options: [
			{ name: 'Created', value: 'CREATE' },
			{ name: 'Created or Updated', value: '*' },
			{ name: 'Updated', value: 'UPDATE', description: 'Archived, paid, voided and deleted as well' },
		],
		default: '*',
	},
	{
		displayName: 'Organisation Names or IDs',
		name: 'organisations',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getOrganisations' },
		default: [],
		description:
			'Empty takes the events of every organisation connected to the app; subscriptions, which belong to the app, always pass. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Fetch Record',
		name: 'fetchRecord',
		type: 'boolean',
		default: true,
		description:
			'Whether to get the full, current record behind each event, after Xero was answered. Many events of one kind take one call. Without it an event holds only IDs.',
	},
	{
		displayName: 'Documents',
		name: 'side',
		type: 'options',
		displayOptions: { show: { fetchRecord: [true] } },
		options: [
			{ name: 'Sales and Purchases', value: 'both' },
			{ name: 'Sales Only', value: 'sales', description: 'Sales invoices, and credits of customers' },
			{ name: 'Purchases Only', value: 'purchases', description: 'Bills, and credits of suppliers' },
		],
		default: 'both',
		description: 'Which invoices and credits to pass on; contacts and subscriptions always pass',
	},
	options,
	{
		displayName: 'Leave the Body to the Node',
		name: 'options',
		type: 'hidden',
		// n8n leaves the body unread for a node that says so, and the signature is over its bytes: nothing forged is ever parsed.
		default: { binaryData: true },
	},
];
