import type { IDataObject } from 'n8n-workflow';
import { momentIn } from '../shared/polling/changes';
import type { ChangeType, Told } from './follow';
import type { PayrollClient } from './pollParameters';

/** Records a manual test shows. */
const SHOWN = 3;

/** The first page: where Xero keeps an order, that of the records that changed last. */
async function firstPage({ list, parameters: { triggerOn } }: PayrollClient): Promise<readonly IDataObject[]> {
	const { modifiedSince, updated, resource } = triggerOn;
	const { shape } = resource.operations.getAll!;
	const { records } = await list({ page: 1, ...(modifiedSince ? { order: `${updated} DESC` } : {}) });
	return shape ? records.map((record) => shape(record, {})) : records;
}

function typeOf({ parameters: { event = 'updated', triggerOn } }: PayrollClient): ChangeType {
	if (triggerOn.events.length === 0) return 'posted';
	return event === 'newOrUpdated' ? 'updated' : event;
}

/**
 * What a test in the editor shows: up to three records that fit, those of the list's first page that changed last. Nothing is
 * remembered.
 * @throws NodeOperationError when there is none
 */
export async function sample(pollClient: PayrollClient): Promise<Told[]> {
	const { triggerOn } = pollClient.parameters;
	const changed = (record: IDataObject): number => momentIn(record, triggerOn.updated) ?? 0;
	const type = typeOf(pollClient);
	const isMeant = (record: IDataObject): boolean => type === 'new' || type === 'updated' || triggerOn.phaseOf(record) === type;
	const records = await firstPage(pollClient);
	const meant = records.filter(isMeant).sort((a, b) => changed(b) - changed(a));
	const [run] = meant;
	const shown = triggerOn.payslips && run ? await triggerOn.payslips.of(pollClient, run) : meant;
	if (shown.length === 0)
		throw pollClient.refuse(
			// n8n's own words for it.
			'No data with the current filter could be found',
			undefined,
			`None of the ${records.length ? `${records.length} records that were looked at` : 'records in Xero'} fits. Choose another event or organisation, or make a record in Xero that fits. Once active, the trigger finds every one that comes.`,
		);
	return shown.slice(0, SHOWN).map((record) => ({ type, record }));
}
