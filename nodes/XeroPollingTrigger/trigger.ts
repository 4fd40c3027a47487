import type { IDataObject } from 'n8n-workflow';
import type { PollingTrigger } from '../shared/polling/poll';
import { simplified } from '../shared/run/simplify';
import { journals } from './journals';
import { overdue } from './overdue';
import type { PollResult, TriggerItem } from './pollChanges';
import { pollChanges } from './pollChanges';
import type { PollParameters, RecordsClient } from './pollParameters';
import { pollParametersOf } from './pollParameters';
import { sample } from './sample';
import type { TriggerOn } from './triggerOn';

const FOLLOWED: Readonly<
	Record<TriggerOn['by'], (pollClient: RecordsClient, key: string, earlier: IDataObject | undefined) => Promise<PollResult>>
> = { change: pollChanges, paid: pollChanges, overdue, journal: journals };

/** The polling trigger of Xero's books. */
export const trigger: PollingTrigger<PollParameters, TriggerItem> = {
	parametersOf: pollParametersOf,
	keyOf: ({ parameters: { triggerOn, startFrom, daysOverdue }, organisation }) =>
		[organisation, triggerOn.key, startFrom ?? '', ...(triggerOn.by === 'overdue' ? [daysOverdue] : [])].join(' '),
	changes: async (pollClient, key, earlier) => await FOLLOWED[pollClient.parameters.triggerOn.by](pollClient, key, earlier),
	sample,
	itemOf: ({ simplified: simple }, { type, record }) => ({
		changeType: type,
		...(simple ? simplified(record, simple) : record),
	}),
};
