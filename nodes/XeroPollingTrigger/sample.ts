import type { IDataObject } from 'n8n-workflow';
import { momentIn } from '../shared/polling/changes';
import type { TriggerItem } from './pollChanges';
import { overdueQuery } from './overdue';
import type { ChangeType } from './classifyChanges';
import type { RecordsClient } from './pollParameters';

/** Records a manual test shows, and looks through for them. */
const SHOWN = 3;
const LOOKED = 100;

function typeOf({ parameters: { triggerOn: triggerOn, event, tellsNew } }: RecordsClient): ChangeType {
	if (triggerOn.by === 'paid' || triggerOn.by === 'overdue') return triggerOn.by;
	if (event !== 'newOrUpdated') return event;
	return tellsNew ? 'updated' : 'newOrUpdated';
}

/** How the records that changed last come first, where Xero has pages and an order for it. */
function queryOf(pollClient: RecordsClient): IDataObject {
	const { triggerOn: triggerOn } = pollClient.parameters;
	const paging = triggerOn.resource.operations.getAll!.paging!;
	if (paging.by !== 'page') return {};
	const order = triggerOn.by === 'overdue' ? 'DueDate DESC' : 'UpdatedDateUTC DESC';
	return {
		...(triggerOn.by === 'overdue' ? overdueQuery(pollClient) : {}),
		order,
		page: 1,
		...(paging.fixed ? {} : { pageSize: LOOKED }),
	};
}

/** When a record last changed, as far as it says so. */
const changed = (record: IDataObject): number => momentIn(record, 'UpdatedDateUTC') ?? momentIn(record, 'CreatedDateUTC') ?? 0;

/**
 * What a test in the editor shows: up to three records that pass the filters, those that changed last. Nothing is remembered.
 * @throws NodeOperationError when there is none
 */
export async function sample(pollClient: RecordsClient): Promise<TriggerItem[]> {
	const { triggerOn: triggerOn } = pollClient.parameters;
	const { records } = await pollClient.list(queryOf(pollClient));
	const latest = triggerOn.by === 'overdue' ? records : [...records].sort((a, b) => changed(b) - changed(a));
	const passing = latest.slice(0, LOOKED).filter((record) => pollClient.parameters.passes(record));
	if (passing.length === 0)
		throw pollClient.refuse(
			// n8n's own words for it.
			'No data with the current filter could be found',
			undefined,
			`None of the ${records.length ? `last ${Math.min(records.length, LOOKED)} records` : 'records in Xero'} fits. Loosen Filters, choose another organisation, or make a record in Xero that fits. Once active, the trigger finds every one that comes.`,
		);
	return passing.slice(0, SHOWN).map((record) => ({ type: typeOf(pollClient), record }));
}
