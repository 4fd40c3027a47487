import type { IDataObject } from 'n8n-workflow';
import type { OperationContext } from '../shared/model/context';
import { isOther } from '../shared/model/element';

/**
 * The record that a change of one record was answered with: none, several or another one is no answer to it.
 * @throws NodeOperationError that sends people to Xero, or says why Xero refused the change
 */
export function theSame(call: OperationContext, answered: readonly IDataObject[], id: string, value: unknown): IDataObject {
	const [record, ...others] = answered;
	if (record === undefined || others.length || isOther(record[id], value))
		return call.refuse({
			says: 'Xero did not say what became of the change',
			todo: 'It may have been written all the same: look in Xero before sending it again',
			state: 'unconfirmed',
		});
	call.assertSaved([record], id);
	return record;
}
