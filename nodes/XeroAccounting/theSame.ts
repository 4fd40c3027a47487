import type { IDataObject } from 'n8n-workflow';
import { sentencesIn } from '../shared/batch';
import { NO_REASON } from '../shared/errors';
import type { Call, Refusing } from '../shared/model';

/** Xero said no to a record inside an answer that said yes as a whole. */
export const refusedWith = (sentences: readonly string[]): Refusing => ({
	...(sentences[0] === undefined ? NO_REASON : { says: `Xero says: ${sentences[0]}` }),
	state: 'refused',
	sentences,
	description: 'Nothing was written. Change what Xero names and run again.',
});

/**
 * The record that a change of one record was answered with: none, several or another one is no answer to it.
 * @throws NodeOperationError that sends people to Xero, or says why Xero refused the change
 */
export function theSame(call: Call, answered: readonly IDataObject[], id: string, value: unknown): IDataObject {
	const [record, ...others] = answered;
	const other = typeof record?.[id] === 'string' && record[id].toLowerCase() !== String(value).toLowerCase();
	if (record === undefined || others.length || other)
		return call.refuse({
			says: 'Xero did not say what became of the change',
			todo: 'It may have been written all the same: look in Xero before sending it again',
			state: 'unconfirmed',
		});
	if (String(record.StatusAttributeString).toUpperCase() === 'ERROR') return call.refuse(refusedWith(sentencesIn(record)));
	return record;
}
