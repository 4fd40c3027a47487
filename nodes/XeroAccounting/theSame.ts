import type { IDataObject } from 'n8n-workflow';
import { sentencesIn } from '../shared/batch';
import type { Call } from '../shared/model';

/**
 * The record that a change of one record was answered with: none, several or another one is no answer to it.
 * @throws NodeOperationError that sends people to Xero, or says why Xero refused the change
 */
export function theSame(call: Call, answered: readonly IDataObject[], id: string, value: unknown): IDataObject {
	const [record, ...others] = answered;
	const other = typeof record?.[id] === 'string' && record[id].toLowerCase() !== String(value).toLowerCase();
	if (record === undefined || others.length || other)
		return call.refuse(
			'Xero did not say what became of the change',
			'It may have been written all the same: look in Xero before sending it again.',
		);
	if (String(record.StatusAttributeString).toUpperCase() === 'ERROR')
		return call.refuse(
			`Xero refused it: ${sentencesIn(record)[0] ?? 'no reason given'}`,
			'Nothing was written. Change what Xero names and run again.',
		);
	return record;
}
