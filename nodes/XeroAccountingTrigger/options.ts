import type { INodeProperties } from 'n8n-workflow';

/** `options` is the name n8n looks under for what leaves a body unread, so these have one of their own. */
export const OPTIONS = 'additionalOptions';

/** What can be chosen under Options. */
export const options: INodeProperties = {
	displayName: 'Options',
	name: OPTIONS,
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Answer Xero',
			name: 'answer',
			type: 'options',
			options: [
				{
					name: 'After the Execution Is Stored',
					value: 'stored',
					description: 'If n8n stops before it has stored the events, Xero sends them again',
				},
				{
					name: 'At Once',
					value: 'atOnce',
					description:
						'For heavy load, or where n8n limits how many executions run at once; events are gone if n8n stops before it has stored them',
				},
			],
			default: 'stored',
			description: 'Xero waits 5 seconds for the answer, and turns deliveries off when answers stay away for a day',
		},
		{
			displayName: 'If a Record Cannot Be Read',
			name: 'unread',
			type: 'options',
			displayOptions: { show: { '/fetchRecord': [true] } },
			options: [
				{ name: 'Pass the Event On', value: 'passOn', description: 'Marked with recordStatus and reason, and without a record' },
				{
					name: 'Stop the Execution',
					value: 'stop',
					description: 'It can be tried again while n8n keeps it; the other events of the delivery wait with it',
				},
			],
			default: 'passOn',
		},
		{
			displayName: 'Output',
			name: 'output',
			type: 'options',
			options: [
				{ name: 'One Item per Event', value: 'event' },
				{ name: 'One Item per Delivery', value: 'delivery', description: 'With the list of its events' },
			],
			default: 'event',
		},
	],
};

/** Fetch Record: only a clear no, as an expression may give it, leaves the records out. */
export const wantsRecords = (given: unknown): boolean =>
	given !== false && given !== 0 && String(given).trim().toLowerCase() !== 'false';

/** What was chosen; whatever is none of the panel's words counts as the default. */
export interface ChosenOptions {
	readonly answersAtOnce: boolean;
	readonly stopsUnread: boolean;
	readonly inOneItem: boolean;
}

/** @param given the collection as n8n gives it */
export function chosenOptions(given: unknown): ChosenOptions {
	const { answer, unread, output } = (given ?? {}) as { readonly [name: string]: unknown };
	return { answersAtOnce: answer === 'atOnce', stopsUnread: unread === 'stop', inOneItem: output === 'delivery' };
}
