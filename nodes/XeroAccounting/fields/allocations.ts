import type { IDataObject } from 'n8n-workflow';
import { locator, record } from '../../shared/inputs/locators';
import { date, number } from '../../shared/inputs/scalars';
import type { Fields } from '../../shared/model/field';
import type { RecordType, ListOption, Operation } from '../../shared/model/operation';
import { aNoun, member, remove, recordPicker } from '../../shared/operations/crud';
import { IN_BOOKS } from '../notices';
import { amountText, joined } from './document';

/** Worded as in a payment, so that the panel holds each of them once. */
const allocated: Fields = {
	Invoice: locator('Invoice', 'unpaidInvoice', { id: 'InvoiceID', number: 'InvoiceNumber' }),
	Date: date('Date'),
	Amount: number('Amount', {
		blank: '',
		description: 'In the currency of what is paid, at most what is outstanding',
		placeholder: 'e.g. 115.00',
	}),
};

/** Xero's operationIds of the two operations. */
export interface AllocationIds {
	readonly create: string;
	readonly remove: string;
}

/**
 * Puts a credit (credit note, prepayment, overpayment) against an invoice, and takes it off again.
 * From List of Remove Allocation is the search `allocation`: each resource serves its own with `allocationLines`.
 */
export const allocations = (kind: RecordType, xero: AllocationIds): Readonly<Record<string, Operation>> => ({
	allocate: {
		xero: xero.create,
		name: 'Allocate',
		action: `Allocate ${aNoun(kind)} to an invoice`,
		description: `Put ${aNoun(kind)}, or a part of it, against an invoice or bill`,
		method: 'PUT',
		path: `${member(kind)}/Allocations`,
		envelope: 'Allocations',
		confirmedBy: 'AllocationID',
		required: { ...recordPicker(kind), ...allocated },
		acceptsJson: true,
		batchSize: 50,
		perElement: true,
		settles: 'Invoice',
		scope: kind.scope,
		notice: IN_BOOKS,
	},
	removeAllocation: remove(kind, xero.remove, {
		name: 'Remove Allocation',
		action: `Remove allocation of ${aNoun(kind)}`,
		description: `Take ${aNoun(kind)} off the invoice or bill it was put against`,
		path: `${member(kind)}/Allocations/{AllocationID}`,
		confirmedBy: 'AllocationID',
		required: { ...recordPicker(kind), AllocationID: record('Allocation', 'allocation') },
		notice: 'What was allocated is outstanding on the invoice again',
	}),
});

/** The allocations of one credit for From List: what was put against which invoice, and when. `number` names the credit's number. */
export const allocationLines = (credit: IDataObject, number?: string): ListOption[] =>
	((credit.Allocations ?? []) as IDataObject[])
		.filter(({ AllocationID }) => typeof AllocationID === 'string')
		.map(({ AllocationID, Amount, Date, Invoice }) => ({
			name: joined([
				(number && credit[number]) || (credit.Contact as IDataObject | undefined)?.Name,
				(Invoice as IDataObject | undefined)?.InvoiceNumber,
				amountText(Amount),
				Date,
			]),
			value: String(AllocationID),
		}));
