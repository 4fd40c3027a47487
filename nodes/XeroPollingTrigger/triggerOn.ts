import type { Choice } from '../shared/inputs/scalars';
import type { Resource } from '../shared/model/operation';
import type { WatchedList } from '../shared/polling/pollClient';
import { accounting } from '../XeroAccounting/accounting';
import { ORDER_STATUSES, QUOTE_STATUSES } from '../XeroAccounting/fields/statuses';
import type { Filters } from './filters';
import { choicesOf, daysOverdue, minimumAmount, ofBankAccount, ofContact, status, type } from './filters';

/** One entry of Trigger On. */
export interface TriggerOn extends WatchedList {
	/** Part of people's saved workflows. */
	readonly key: string;
	readonly name: string;
	readonly description: string;
	/**
	 * How it is followed. `change`: by UpdatedDateUTC; `paid`: the same, each record once; `overdue`: the whole list of what is
	 * overdue, and who joined it; `journal`: by JournalNumber, as journals are never changed.
	 */
	readonly by: 'change' | 'paid' | 'overdue' | 'journal';
	readonly filters: Filters;
}

/** A row of the table: what is not said comes from the resource. */
type Row = Partial<Pick<TriggerOn, 'key' | 'name' | 'description' | 'by' | 'query' | 'created'>> & {
	readonly of: string;
	filters(resource: Resource): Filters;
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

const own = (resource: Resource): Filters => status(choicesOf(resource, 'Status'));
const document = (resource: Resource): Filters => ({ ...own(resource), ...ofContact, ...minimumAmount() });
const documentOf = (statuses: readonly Choice[]): Filters => ({ ...status(statuses), ...ofContact, ...minimumAmount() });
const ofInvoices = (resource: Resource): Filters => ({
	...status(choicesOf(resource, 'Statuses')),
	...ofContact,
	...minimumAmount(),
});
const settled = (): Filters => ({ ...ofContact, ...minimumAmount() });
const due = (): Filters => ({ ...ofContact, ...minimumAmount(), ...daysOverdue });
const none = (): Filters => ({});

const INVOICE = { name: 'Invoice', description: 'A sales invoice' } as const;

const ROWS: readonly Row[] = [
	{ of: 'account', filters: own },
	{
		of: 'bankTransaction',
		filters: (resource) => ({ ...document(resource), ...type(choicesOf(resource, 'Type')), ...ofBankAccount }),
	},
	// Of a transfer Xero says when it was made, not when it was changed: a change shows in what it holds.
	{
		of: 'bankTransfer',
		query: { includeDeleted: 'true' },
		created: 'CreatedDateUTC',
		filters: () => ({ ...status(booked), ...minimumAmount('Amount'), ...ofBankAccount }),
	},
	{
		of: 'batchPayment',
		filters: (resource) => ({
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
		filters: ofInvoices,
	},
	{
		of: 'invoice',
		key: 'billOverdue',
		name: 'Bill Overdue',
		description: 'A bill has come to be overdue',
		by: 'overdue',
		query: { where: bills + open },
		filters: due,
	},
	{
		of: 'invoice',
		key: 'billPaid',
		name: 'Bill Paid',
		description: 'A bill has been paid in full, by payments or credits',
		by: 'paid',
		query: { where: bills + paid },
		filters: settled,
	},
	{ of: 'contact', query: { includeArchived: 'true' }, filters: () => status(people, 'ContactStatus') },
	{ of: 'creditNote', filters: (resource) => ({ ...document(resource), ...type(choicesOf(resource, 'Type')) }) },
	{ of: 'expenseClaim', filters: (resource) => ({ ...own(resource), ...minimumAmount() }) },
	{ of: 'invoice', ...INVOICE, query: { where: sales }, filters: ofInvoices },
	{
		of: 'invoice',
		key: 'invoiceOverdue',
		name: 'Invoice Overdue',
		description: 'A sales invoice has come to be overdue',
		by: 'overdue',
		query: { where: sales + open },
		filters: due,
	},
	{
		of: 'invoice',
		key: 'invoicePaid',
		name: 'Invoice Paid',
		description: 'A sales invoice has been paid in full, by payments or credits',
		by: 'paid',
		query: { where: sales + paid },
		filters: settled,
	},
	{ of: 'item', filters: none },
	{ of: 'journal', by: 'journal', created: 'CreatedDateUTC', filters: none },
	{ of: 'manualJournal', filters: own },
	{ of: 'overpayment', filters: (resource) => ({ ...document(resource), ...type(overpaid) }) },
	{
		of: 'payment',
		filters: (resource) => ({
			...own(resource),
			...type(choicesOf(resource, 'PaymentType'), 'PaymentType'),
			...ofContact,
			...minimumAmount('Amount'),
			...ofBankAccount,
		}),
	},
	{ of: 'prepayment', filters: (resource) => ({ ...document(resource), ...type(prepaid) }) },
	{ of: 'purchaseOrder', filters: () => documentOf(ORDER_STATUSES) },
	{ of: 'quote', filters: () => documentOf(QUOTE_STATUSES) },
	{ of: 'receipt', filters: document },
	{ of: 'user', filters: none },
];

function triggerOnOf({ of, filters, ...row }: Row): TriggerOn {
	const resource = accounting.resources.find(({ key }) => key === of)!;
	const { key, name, description } = resource;
	const list = { api: accounting, resource, query: {}, updated: 'UpdatedDateUTC' };
	return { key, name, description, by: 'change', ...list, ...row, filters: filters(resource) };
}

/**
 * Everything the trigger can watch: each list of Xero's that takes If-Modified-Since, and events made of two of them.
 * Lists without it (tax rates, tracking categories, repeating invoices, …) cannot be asked for what changed.
 */
export const TRIGGER_ON: readonly TriggerOn[] = ROWS.map(triggerOnOf);

/** Whose every record is new, or whose change is an event of its own. */
export const isReadyMade = ({ by }: TriggerOn): boolean => by !== 'change';
