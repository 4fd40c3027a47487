import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { ENGINE_DEFAULTS, ENGINE_OPTIONS } from '../shared/inputs/engineOptions';
import { flag, instant } from '../shared/inputs/scalars';
import type { Fields } from '../shared/model/field';
import { alphabetically } from '../shared/model/values';
import { named } from '../shared/panel/collections';
import { organisation } from '../shared/panel/description';
import type { TriggerOn } from './triggerOn';
import { isReadyMade, TRIGGER_ON } from './triggerOn';

/** What can be added under Options, but for the engine's own. */
export const OPTIONS: Fields = {
	startFrom: instant('Start From', {
		description:
			'Tell of what changed since then. Counts when the trigger is first activated; a change of it starts anew. Left out, the trigger tells of what changes after its activation.',
	}),
	tellNew: flag(
		'Tell New From Updated',
		'Whether to find out which records are new, at the cost of one call for each record not seen before',
		true,
	),
	longestWait: ENGINE_OPTIONS.longestWait!,
};

const keysOf = (which: (one: TriggerOn) => boolean): string[] => TRIGGER_ON.filter(which).map(({ key }) => key);

/** Shown for these entries of Trigger On, named by whichever side is shorter. */
function shownFor(which: (one: TriggerOn) => boolean, at = ''): Pick<INodeProperties, 'displayOptions'> {
	const [on, off] = [keysOf(which), keysOf((one) => !which(one))];
	if (off.length === 0) return {};
	const displayOptions: IDisplayOptions =
		on.length <= off.length ? { show: { [`${at}resource`]: on } } : { hide: { [`${at}resource`]: off } };
	return { displayOptions };
}

const byLabel = <T extends { readonly displayName: string }>(list: T[]): T[] =>
	list.sort((a, b) => alphabetically(a.displayName, b.displayName));

const triggerOn: INodeProperties = {
	displayName: 'Trigger On',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: TRIGGER_ON.map(({ key, name, description }) => ({ name, value: key, description })).sort((a, b) =>
		alphabetically(a.name, b.name),
	),
	default: 'invoice',
};

const event: INodeProperties = {
	displayName: 'Event',
	name: 'event',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'New',
			value: 'new',
			description:
				'A record that was made since the trigger started, once. With filters: the first time such a record passes them, even if that is long after it was made.',
		},
		{ name: 'New or Updated', value: 'newOrUpdated', description: 'Every change of a record' },
		{ name: 'Updated', value: 'updated', description: 'A change of a record that was there before' },
	],
	default: 'newOrUpdated',
	...shownFor((one) => !isReadyMade(one)),
};

const simplify: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
	...shownFor(({ resource }) => resource.simplified !== undefined),
};

/** Inputs that look alike stand once, shown for every entry that has them. */
function filterInputs(): INodeProperties[] {
	const inputs = new Map<string, { property: INodeProperties; keys: Set<string> }>();
	for (const { key, filters: filters } of TRIGGER_ON) {
		for (const [name, field] of Object.entries(filters)) {
			const property = named(name, field);
			const print = JSON.stringify(property);
			const input = inputs.get(print) ?? { property, keys: new Set<string>() };
			inputs.set(print, input);
			input.keys.add(key);
		}
	}
	// Where no entry has filters the collection itself is hidden, so that an input all others share needs no condition.
	return [...inputs.values()].map(({ property, keys }) => ({ ...property, ...shownFor(({ key }) => keys.has(key), '/') }));
}

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: byLabel(filterInputs()),
	...shownFor(({ filters: filters }) => Object.keys(filters).length > 0),
};

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: byLabel([
		// A moment that an expression makes anew at each poll would make the trigger start anew at each poll.
		{ ...named('startFrom', OPTIONS.startFrom!), noDataExpression: true },
		{
			...named('tellNew', OPTIONS.tellNew!),
			displayOptions: { show: { '/event': ['newOrUpdated'], '/resource': keysOf((one) => !isReadyMade(one)) } },
		},
		{ ...named('longestWait', OPTIONS.longestWait!), default: ENGINE_DEFAULTS.longestWait },
	]),
};

/** The whole parameters panel of the trigger. */
export const panel: INodeProperties[] = [organisation, triggerOn, event, simplify, filters, options];
