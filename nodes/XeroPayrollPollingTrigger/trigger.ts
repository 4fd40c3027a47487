import type { PollingTrigger } from '../shared/polling/poll';
import { simplified } from '../shared/run/simplify';
import type { Told } from './follow';
import { follow } from './follow';
import type { PollParameters } from './pollParameters';
import { pollParametersOf } from './pollParameters';
import { sample } from './sample';

/** The polling trigger of payroll. */
export const trigger: PollingTrigger<PollParameters, Told> = {
	parametersOf: pollParametersOf,
	keyOf: ({ parameters: { triggerOn, startFrom, lookBack }, organisation }) =>
		[organisation, triggerOn.country, triggerOn.key, startFrom ?? '', ...(triggerOn.from ? [lookBack] : [])].join(' '),
	changes: follow,
	sample,
	itemOf: ({ simplified: simple }, { type, record, before }) => ({
		changeType: type,
		...(simple ? simplified(record, simple) : record),
		...before,
	}),
};
