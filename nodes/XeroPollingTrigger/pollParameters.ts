import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { check, refuseInput } from '../shared/inputs/check';
import { ENGINE_DEFAULTS } from '../shared/inputs/engineOptions';
import { simplify } from '../shared/inputs/resultOptions';
import { shown } from '../shared/model/findings';
import { simpleOf } from '../shared/operations/crud';
import type { PollClient, PollSettings } from '../shared/polling/pollClient';
import { organisationIn } from '../shared/run/organisations';
import { OPTIONS } from './panel';
import type { TriggerOn } from './triggerOn';
import { isReadyMade, TRIGGER_ON } from './triggerOn';

const EVENTS = ['new', 'updated', 'newOrUpdated'] as const;
export type Event = (typeof EVENTS)[number];

/** What the panel asks for, checked. */
export interface PollParameters extends PollSettings {
	readonly triggerOn: TriggerOn;
	readonly event: Event;
	/** Fields that Simplify keeps; absent for whole records. */
	readonly simplified: readonly string[] | undefined;
	/** Moment (ms) that a first activation tells from; absent for its own. */
	readonly startFrom: number | undefined;
	/** Whether it matters which records are new. */
	readonly tellsNew: boolean;
	readonly daysOverdue: number;
	/** Time zone of the workflow: its calendar says what is overdue. */
	readonly zone: string;
	/** Whether a record passes every filter. */
	passes(record: IDataObject): boolean;
}

/** One poll's way to the watched list. */
export type RecordsClient = PollClient<PollParameters>;

/** Reads and checks the panel. @throws NodeOperationError that names the input's label */
export function pollParametersOf(ctx: IPollFunctions): PollParameters {
	const key = ctx.getNodeParameter('resource');
	const found = TRIGGER_ON.find((one) => one.key === key);
	if (!found) throw refuseInput(ctx, undefined, { place: ['Trigger On'], value: shown(key), says: 'is none of the list' });
	const event = isReadyMade(found) ? 'new' : (ctx.getNodeParameter('event', 'newOrUpdated') as Event);
	if (!EVENTS.includes(event))
		throw refuseInput(ctx, undefined, { place: ['Event'], value: shown(event), says: 'is none of New, Updated, New or Updated' });
	const filters = check(ctx, undefined, found.filters, ctx.getNodeParameter('filters', {}) as IDataObject);
	const given = check(ctx, undefined, OPTIONS, ctx.getNodeParameter('options', {}) as IDataObject);
	const shape = check(ctx, undefined, { simplify }, { simplify: ctx.getNodeParameter('simplify', true) as boolean });
	const { longestWait = ENGINE_DEFAULTS.longestWait, startFrom, tellNew = true } = given;
	return {
		triggerOn: found,
		event,
		organisation: organisationIn(ctx.getNodeParameter('organisation', '')),
		simplified: shape.simplify !== false ? simpleOf(found.resource).simplified : undefined,
		startFrom: typeof startFrom === 'string' ? Date.parse(`${startFrom}Z`) : undefined,
		tellsNew: event !== 'newOrUpdated' || tellNew === true,
		daysOverdue: Number(filters.DaysOverdue ?? 1),
		longestWait: Number(longestWait) * 60_000,
		zone: ctx.getTimezone(),
		passes: (record) => Object.entries(filters).every(([name, value]) => found.filters[name]!.keeps(record, value)),
	};
}
