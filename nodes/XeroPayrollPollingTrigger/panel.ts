import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { ENGINE_DEFAULTS, ENGINE_OPTIONS } from '../shared/inputs/engineOptions';
import { instant, number } from '../shared/inputs/scalars';
import type { Fields } from '../shared/model/field';
import { alphabetically } from '../shared/model/values';
import { named } from '../shared/panel/collections';
import { organisation } from '../shared/panel/description';
import type { Event, TriggerOn } from './triggerOn';
import { COUNTRIES, TRIGGER_ON } from './triggerOn';

/** Days of Look Back unless said: two months. */
export const LOOK_BACK = 62;

/** What can be added under Options. */
export const OPTIONS: Fields = {
	startFrom: instant('Start From', {
		description:
			'Tell of what changed since then. Counts when the trigger is first activated; a change of it starts anew. Left out, the trigger tells of what changes after its activation.',
	}),
	lookBack: number('Look Back (Days)', {
		description:
			'How many days ago a pay period may have begun for its timesheets to be watched, or leave may have ended. More days take more calls; a change of it starts anew.',
		min: 1,
		whole: true,
	}),
	longestWait: ENGINE_OPTIONS.longestWait!,
};

export const EVENT_NAMES: Readonly<Record<Event, string>> = {
	approved: 'Approved',
	new: 'New',
	newOrUpdated: 'New or Updated',
	rejected: 'Rejected',
	updated: 'Updated',
};

const EVENT_DESCRIPTIONS: Readonly<Record<Event, string>> = {
	approved: 'Has come to be approved, each time that it does',
	new: 'Was made since the trigger started, once',
	newOrUpdated: 'Every change',
	rejected: 'Has come to be rejected',
	updated: 'A change of what was there before',
};

/** Rows that are alike in something, under a text that says in what. */
function grouped(textOf: (row: TriggerOn) => string): Map<string, TriggerOn[]> {
	const groups = new Map<string, TriggerOn[]>();
	for (const row of TRIGGER_ON) groups.set(textOf(row), [...(groups.get(textOf(row)) ?? []), row]);
	return groups;
}

const distinct = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** Shown for these rows, which are every combination of their countries and keys. */
const shownFor = (rows: readonly TriggerOn[], at = ''): Pick<INodeProperties, 'displayOptions'> => ({
	displayOptions: {
		show: {
			[`${at}country`]: distinct(rows.map(({ country }) => country)),
			[`${at}resource`]: distinct(rows.map(({ key }) => key)),
		},
	},
});

const country: INodeProperties = {
	displayName: 'Country',
	name: 'country',
	type: 'options',
	noDataExpression: true,
	options: Object.entries(COUNTRIES).map(([value, name]) => ({ name, value })),
	default: 'au',
	description: 'Whose payroll the organisation has: that of the country it is in',
};

const byLabel = (options: INodePropertyOptions[]): INodePropertyOptions[] =>
	options.sort((a, b) => alphabetically(a.name, b.name));

/** Countries with the same entries share a list. */
function triggerOn(): INodeProperties[] {
	const keysOf = (code: string): string =>
		TRIGGER_ON.filter((row) => row.country === code)
			.map(({ key, description }) => `${key} ${description}`)
			.join();
	return [...grouped((row) => keysOf(row.country)).values()].map((rows) => ({
		displayName: 'Trigger On',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: byLabel(
			rows
				.filter(({ country: code }) => code === rows[0]!.country)
				.map(({ key, name, description }) => ({ name, value: key, description })),
		),
		default: 'employee',
		displayOptions: { show: { country: distinct(rows.map(({ country: code }) => code)) } },
	}));
}

const costs = (): INodeProperties[] =>
	[...grouped(({ cost }) => cost).entries()].map(([cost, rows], index) => ({
		displayName: cost,
		name: `cost${index || ''}`,
		type: 'notice',
		default: '',
		...shownFor(rows),
	}));

/** Rows with the same events share an input. */
const events = (): INodeProperties[] =>
	[...grouped((row) => row.events.join()).values()]
		.filter(([row]) => row!.events.length > 0)
		.map((rows) => ({
			displayName: 'Event',
			name: 'event',
			type: 'options',
			noDataExpression: true,
			options: byLabel(
				rows[0]!.events.map((value) => ({ name: EVENT_NAMES[value], value, description: EVENT_DESCRIPTIONS[value] })),
			),
			default: 'newOrUpdated',
			...shownFor(rows),
		}));

const simplify: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description:
		'Whether to return a simplified version of the response instead of the raw data, which has tax numbers, birthdays and pay',
};

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{ ...named('longestWait', OPTIONS.longestWait!), default: ENGINE_DEFAULTS.longestWait },
		{
			...named('lookBack', OPTIONS.lookBack!),
			default: LOOK_BACK,
			...shownFor(
				TRIGGER_ON.filter(({ from }) => from),
				'/',
			),
		},
		// A moment that an expression makes anew at each poll would make the trigger start anew at each poll.
		{ ...named('startFrom', OPTIONS.startFrom!), noDataExpression: true },
	],
};

/** The whole parameters panel of the trigger. */
export const panel: INodeProperties[] = [organisation, country, ...triggerOn(), ...costs(), ...events(), simplify, options];
