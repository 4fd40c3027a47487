import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Stage } from './stage';
import { byCode, byId, byName, byNumber, sales } from './stage';

/** One property of each record. */
export const column = (records: readonly IDataObject[], key: string) => records.map((one) => one[key]);

const line = (account: string): INodeParameters => ({
	line: [{ Description: 'Chairs', UnitAmount: '={{ $json.amount }}', AccountCode: byCode(account) }],
});
export const CONTACT = byName('Ngaio Sports');
export const rows = (amounts: readonly number[]) => sales(amounts.length).map((row, at) => ({ ...row, amount: amounts[at]! }));

/** Approved invoices or bills S-0001, S-0002, … for these amounts. */
export const invoices = async (on: Stage, resource: 'invoice' | 'bill', ...amounts: number[]) =>
	await on.run(
		`${resource}.create`,
		{
			Contact: CONTACT,
			LineAmountTypes: 'NoTax',
			LineItems: line(resource === 'invoice' ? '200' : '429'),
			InvoiceNumber: '={{ $json.number }}',
			Date: '2096-03-01',
			DueDate: '2096-03-31',
			Status: 'Approved',
		},
		rows(amounts),
	);

export const NOTE: INodeParameters = {
	Type: 'ACCRECCREDIT',
	Contact: CONTACT,
	LineAmountTypes: 'NoTax',
	LineItems: line('200'),
	CreditNoteNumber: '=C-{{ $json.number }}',
	Date: '2096-03-01',
	Status: 'AUTHORISED',
};
/** Approved credit notes C-S-0001, C-S-0002, … for these amounts: their IDs. */
export const notes = async (on: Stage, ...amounts: number[]) => {
	const { json } = await on.run('creditNote.create', NOTE, rows(amounts));
	on.sandbox.forget();
	return column(json, 'CreditNoteID') as string[];
};

/** Invoice number → what is due of it. */
export const due = (on: Stage) =>
	Object.fromEntries(on.records('Invoices').map(({ InvoiceNumber, AmountDue }) => [InvoiceNumber, AmountDue]));
/** Credit note number → what is left of it. */
export const left = (on: Stage) =>
	Object.fromEntries(
		on.records('CreditNotes').map(({ CreditNoteNumber, RemainingCredit }) => [CreditNoteNumber, RemainingCredit]),
	);

/** Parameters of an allocation, from items { note, invoice, amount }. */
export const ALLOCATED: INodeParameters = {
	CreditNoteID: byId('={{ $json.note }}'),
	Invoice: byNumber('={{ $json.invoice }}'),
	Date: '2096-03-03',
	Amount: '={{ $json.amount }}',
};
