import type { IDataObject } from 'n8n-workflow';
import { record } from '../../shared/inputs/locators';
import type { Choice } from '../../shared/inputs/scalars';
import { choice, text } from '../../shared/inputs/scalars';
import type { ListOption } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { create, get, list, remove, update, recordPicker } from '../../shared/operations/crud';
import { joined, wordsFor } from '../fields/document';
import { ofContactByName } from '../fields/filters';

const STATUSES: readonly Choice[] = [
	['DRAFT', 'Draft'],
	['APPROVED', 'Approved'],
	['ONDRAFT', 'On Draft Invoice', 'ONDRAFT'],
	['BILLED', 'Billed'],
	['VOIDED', 'Voided'],
];
const WORDS = wordsFor(STATUSES);

/** Xero gives nothing but IDs: the beginning of its own tells one from another. */
const line = ({ LinkedTransactionID, SourceTransactionTypeCode, Status, UpdatedDateUTC }: IDataObject): ListOption => ({
	name: joined([
		WORDS[String(Status)] ?? Status,
		SourceTransactionTypeCode === 'SPEND' ? 'Spend Money' : 'Bill',
		String(UpdatedDateUTC ?? '').slice(0, 10),
		String(LinkedTransactionID).slice(0, 8),
	]),
	value: String(LinkedTransactionID),
});

const source = record('Source Transaction', 'bill', ['id'], {
	description: 'The bill with the expense, or, by ID, the spend money transaction',
});
const target = record('Target Invoice', 'invoice', ['id'], { description: 'Sales invoice that passes the expense on' });

export const linkedTransaction = resource({
	key: 'linkedTransaction',
	name: 'Linked Transaction',
	plural: 'Linked Transactions',
	description: 'A billable expense: a line of a bill that is passed on to a customer',
	path: 'LinkedTransactions',
	id: 'LinkedTransactionID',
	scope: 'accounting.invoices',
	fields: {
		SourceTransactionID: source,
		SourceLineItemID: text('Source Line Item ID', { description: 'LineItemID of the line to pass on, as Get returns it' }),
		...ofContactByName,
		TargetLineItemID: text('Target Line Item ID', { description: 'LineItemID of the line that passes it on' }),
		TargetTransactionID: target,
	},
	listOptions: { linkedTransaction: (linked) => [line(linked)] },
	operations: (linked) => ({
		create: create(linked, 'createLinkedTransaction', ['SourceTransactionID', 'SourceLineItemID'], { body: 'bare' }),
		get: get(linked, 'getLinkedTransaction'),
		getAll: list(
			linked,
			'getLinkedTransactions',
			{
				...ofContactByName,
				...recordPicker(linked),
				SourceTransactionID: source,
				Status: choice('Status', STATUSES, { description: 'Counts only together with Contact' }),
				TargetTransactionID: target,
			},
			{ by: 'page', size: 100, fixed: true },
		),
		update: update(linked, 'updateLinkedTransaction'),
		delete: remove(linked, 'deleteLinkedTransaction'),
	}),
});
