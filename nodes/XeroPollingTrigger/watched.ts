import type { IDataObject } from 'n8n-workflow';
import type { Choice } from '../shared/inputs/scalars';
import type { Resource } from '../shared/model/operation';
import { accounting } from '../XeroAccounting/accounting';
import type { Sieves } from './sieves';
import { choicesOf, daysOverdue, minimumAmount, ofBankAccount, ofContact, status, type } from './sieves';

/** One entry of Trigger On. */
export interface Watched {
	/** Part of people's saved workflows. */
	readonly key: string;
	readonly name: string;
	readonly description: string;
	/** Whose records it tells of. */
	readonly resource: Resource;
	/**
	 * How it is followed. `change`: by UpdatedDateUTC; `paid`: the same, each record once; `overdue`: the whole list of what is
	 * overdue, and who joined it; `journal`: by JournalNumber, as journals are never changed.
	 */
	readonly by: 'change' | 'paid' | 'overdue' | 'journal';
	/** Narrows the list at Xero; everything else is filtered here. */
	readonly query: IDataObject;
	/** Property with the moment of creation, where records have one. */
	readonly created?: string;
	readonly sieves: Sieves;
}

/** A row of the table: what is not said comes from the resource. */
type Row = Partial<Pick<Watched, 'key' | 'name' | 'description' | 'by' | 'query' | 'created'>> & {
	readonly of: string;
	sieves(resource: Resource): Sieves;
};

const sales = 'Type=="ACCREC"';
const bills = 'Type=="ACCPAY"';
const paid = ' AND Status=="PAID"';
const open = ' AND Status=="AUTHORISED" AND AmountDue>0';

const booked: readonly Choice[] = [
	['AUTHORISED', 'Authorised'],
	['DELETED', 'Deleted'],
];
const people: readonly Choice[] = [
	['ACTIVE', 'Active'],
	['ARCHIVED', 'Archived'],
	['GDPRREQUEST', 'GDPR Request'],
];
const overpaid: readonly Choice[] = [
	['RECEIVE-OVERPAYMENT', 'Receive Overpayment'],
	['SPEND-OVERPAYMENT', 'Spend Overpayment'],
];
const prepaid: readonly Choice[] = [
	['RECEIVE-PREPAYMENT', 'Receive Prepayment'],
	['SPEND-PREPAYMENT', 'Spend Prepayment'],
];

const own = (resource: Resource): Sieves => status(choicesOf(resource, 'Status'));
const document = (resource: Resource): Sieves => ({ ...own(resource), ...ofContact, ...minimumAmount() });
const ofInvoices = (resource: Resource): Sieves => ({
	...status(choicesOf(resource, 'Statuses')),
	...ofContact,
	...minimumAmount(),
});
const settled = (): Sieves => ({ ...ofContact, ...minimumAmount() });
const due = (): Sieves => ({ ...ofContact, ...minimumAmount(), ...daysOverdue });
const none = (): Sieves => ({});

const INVOICE = { name: 'Invoice', description: 'A sales invoice' } as const;

const ROWS: readonly Row[] = [
	{ of: 'account', sieves: own },
	{
		of: 'bankTransaction',
		sieves: (resource) => ({ ...document(resource), ...type(choicesOf(resource, 'Type')), ...ofBankAccount }),
	},
	// Of a transfer Xero says when it was made, not when it was changed: a change shows in what it holds.
	{
		of: 'bankTransfer',
		query: { includeDeleted: 'true' },
		created: 'CreatedDateUTC',
		sieves: () => ({ ...status(booked), ...minimumAmount('Amount'), ...ofBankAccount }),
	},
	{
		of: 'batchPayment',
		sieves: (resource) => ({
			...own(resource),
			...type(choicesOf(resource, 'Type')),
			...minimumAmount('TotalAmount'),
			...ofBankAccount,
		}),
	},
	{
		of: 'invoice',
		key: 'bill',
		name: 'Bill',
		description: 'A bill of a supplier',
		query: { where: bills },
		sieves: ofInvoices,
	},
	{
		of: 'invoice',
		key: 'billOverdue',
		name: 'Bill Overdue',
		description: 'A bill has come to be overdue',
		by: 'overdue',
		query: { where: bills + open },
		sieves: due,
	},
	{
		of: 'invoice',
		key: 'billPaid',
		name: 'Bill Paid',
		description: 'A bill has been paid in full, by payments or credits',
		by: 'paid',
		query: { where: bills + paid },
		sieves: settled,
	},
	{ of: 'contact', query: { includeArchived: 'true' }, sieves: () => status(people, 'ContactStatus') },
	{ of: 'creditNote', sieves: (resource) => ({ ...document(resource), ...type(choicesOf(resource, 'Type')) }) },
	{ of: 'expenseClaim', sieves: (resource) => ({ ...own(resource), ...minimumAmount() }) },
	{ of: 'invoice', ...INVOICE, query: { where: sales }, sieves: ofInvoices },
	{
		of: 'invoice',
		key: 'invoiceOverdue',
		name: 'Invoice Overdue',
		description: 'A sales invoice has come to be overdue',
		by: 'overdue',
		query: { where: sales + open },
		sieves: due,
	},
	{
		of: 'invoice',
		key: 'invoicePaid',
		name: 'Invoice Paid',
		description: 'A sales invoice has been paid in full, by payments or credits',
		by: 'paid',
		query: { where: sales + paid },
		sieves: settled,
	},
	{ of: 'item', sieves: none },
	{ of: 'journal', by: 'journal', created: 'CreatedDateUTC', sieves: none },
	{ of: 'manualJournal', sieves: own },
	{ of: 'overpayment', sieves: (resource) => ({ ...document(resource), ...type(overpaid) }) },
	{
		of: 'payment',
		sieves: (resource) => ({
			...own(resource),
			...type(choicesOf(resource, 'PaymentType'), 'PaymentType'),
			...ofContact,
			...minimumAmount('Amount'),
			...ofBankAccount,
		}),
	},
	{ of: 'prepayment', sieves: (resource) => ({ ...document(resource), ...type(prepaid) }) },
	{ of: 'purchaseOrder', sieves: document },
	{ of: 'quote', sieves: document },
	{ of: 'receipt', sieves: document },
	{ of: 'user', sieves: none },
];

function watchedBy({ of, sieves, ...row }: Row): Watched {
	const resource = accounting.resources.find(({ key }) => key === of)!;
	const { key, name, description } = resource;
	return { key, name, description, by: 'change', query: {}, ...row, resource, sieves: sieves(resource) };
}

/**
 * Everything the trigger can watch: each list of Xero's that takes If-Modified-Since, and events made of two of them.
 * Lists without it (tax rates, tracking categories, repeating invoices, …) cannot be asked for what changed.
 */
export const watched: readonly Watched[] = ROWS.map(watchedBy);

/** Whose every record is new, or whose change is an event of its own. */
export const isReadyMade = ({ by }: Watched): boolean => by !== 'change';
