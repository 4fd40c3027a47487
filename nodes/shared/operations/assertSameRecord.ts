// Makes sure that the record a change was answered with is the one that was sent.

import type { IDataObject } from 'n8n-workflow';
import type { OperationContext } from '../model/context';
import { isOther } from '../model/element';

/**
 * The record that a write of one record was answered with: none, several or another one is no answer to it.
 * @param id the property with its ID
 * @param value the ID it has; undefined for one that is new
 * @param says what is not known then, as a clause for the user
 * @throws NodeOperationError that sends people to Xero, or says why Xero refused the write
 */
export function assertSameRecord(
	call: OperationContext,
	answered: readonly IDataObject[],
	id: string,
	value: unknown,
	says = 'Xero did not say what became of the change',
): IDataObject {
	const [record, ...others] = answered;
	if (record === undefined || others.length || (value !== undefined && isOther(record[id], value)))
		return call.refuse({
			says,
			todo: 'It may have been written all the same: look in Xero before sending it again',
			state: 'unconfirmed',
		});
	call.assertSaved([record], id);
	return record;
}
