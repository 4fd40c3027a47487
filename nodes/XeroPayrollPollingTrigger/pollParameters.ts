import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { clock } from '../shared/http/clock';
import { check, refuseInput } from '../shared/inputs/check';
import { ENGINE_DEFAULTS } from '../shared/inputs/engineOptions';
import { simplify } from '../shared/inputs/resultOptions';
import { shown } from '../shared/model/findings';
import { simpleOf } from '../shared/operations/crud';
import type { PollClient, PollSettings } from '../shared/polling/pollClient';
import { organisationIn } from '../shared/run/organisations';
import { EVENT_NAMES, LOOK_BACK, OPTIONS } from './panel';
import type { Event, TriggerOn } from './triggerOn';
import { COUNTRIES, TRIGGER_ON } from './triggerOn';

/** What the panel asks for, checked. */
export interface PollParameters extends PollSettings {
	readonly triggerOn: TriggerOn;
	/** Absent where what is watched is an event of its own. */
	readonly event: Event | undefined;
	/** Fields that Simplify keeps; absent for whole records. */
	readonly simplified: readonly string[] | undefined;
	/** Moment (ms) that a first activation tells from; absent for its own. */
	readonly startFrom: number | undefined;
	/** Days that are read back from today, where a list is narrowed so. */
	readonly lookBack: number;
}

/** One poll's way to the watched list. */
export type PayrollClient = PollClient<PollParameters>;

/** The row that Country and Trigger On name. @throws NodeOperationError */
function triggerOnIn(ctx: IPollFunctions): TriggerOn {
	const country = ctx.getNodeParameter('country', 'au');
	const inCountry = TRIGGER_ON.filter((one) => one.country === country);
	if (inCountry.length === 0)
		throw refuseInput(ctx, undefined, {
			place: ['Country'],
			value: shown(country),
			says: `is none of ${Object.values(COUNTRIES).join(', ')}`,
		});
	const key = ctx.getNodeParameter('resource');
	const found = inCountry.find((one) => one.key === key);
	if (!found) throw refuseInput(ctx, undefined, { place: ['Trigger On'], value: shown(key), says: 'is none of the list' });
	return found;
}

/** @throws NodeOperationError for an event that the row does not have */
function eventIn(ctx: IPollFunctions, { events }: TriggerOn): Event | undefined {
	if (events.length === 0) return undefined;
	const event = ctx.getNodeParameter('event', 'newOrUpdated') as Event;
	if (events.includes(event)) return event;
	throw refuseInput(ctx, undefined, {
		place: ['Event'],
		value: shown(event),
		says: `is none of ${events.map((one) => EVENT_NAMES[one]).join(', ')}`,
	});
}

const DAY = 86_400_000;

/** The first day (YYYY-MM-DD) of those that are read back from today. */
const firstDay = (lookBack: number): string => new Date(clock.now() - lookBack * DAY).toISOString().slice(0, 10);

/** Reads and checks the panel. @throws NodeOperationError that names the input's label */
export function pollParametersOf(ctx: IPollFunctions): PollParameters {
	const row = triggerOnIn(ctx);
	const event = eventIn(ctx, row);
	const given = check(ctx, undefined, OPTIONS, ctx.getNodeParameter('options', {}) as IDataObject);
	const shape = check(ctx, undefined, { simplify }, { simplify: ctx.getNodeParameter('simplify', true) as boolean });
	const { longestWait = ENGINE_DEFAULTS.longestWait, startFrom, lookBack = LOOK_BACK } = given;
	const days = Number(lookBack);
	const told = row.payslips?.resource ?? row.resource;
	return {
		triggerOn: row.from ? { ...row, query: { ...row.query, ...row.from(firstDay(days)) } } : row,
		event,
		organisation: organisationIn(ctx.getNodeParameter('organisation', '')),
		simplified: shape.simplify !== false ? simpleOf(told).simplified : undefined,
		startFrom: typeof startFrom === 'string' ? Date.parse(`${startFrom}Z`) : undefined,
		lookBack: days,
		longestWait: Number(longestWait) * 60_000,
	};
}
