import type { Resource } from '../shared/model/operation';

/** The operations whose calls may have `unitdp`, by Xero's description: without it Xero rounds unit prices to two decimals, and amounts follow. */
export const UNITDP: ReadonlySet<string> = new Set([
	'createBankTransactions',
	'createCreditNotes',
	'createInvoices',
	'createItems',
	'createReceipt',
	'getBankTransaction',
	'getBankTransactions',
	'getCreditNote',
	'getCreditNotes',
	'getInvoice',
	'getInvoices',
	'getItem',
	'getItems',
	'getOverpayments',
	'getPrepayments',
	'getReceipt',
	'getReceipts',
	'updateBankTransaction',
	'updateCreditNote',
	'updateInvoice',
	'updateItem',
	'updateOrCreateBankTransactions',
	'updateOrCreateCreditNotes',
	'updateOrCreateInvoices',
	'updateOrCreateItems',
	'updateReceipt',
]);

/** A resource whose calls ask for four decimals wherever Xero knows the question. */
export const inFourDecimals = ({ operations, ...kind }: Resource): Resource => ({
	...kind,
	operations: Object.fromEntries(
		Object.entries(operations).map(([name, operation]) => [
			name,
			[operation.xero].flat().some((id) => UNITDP.has(id))
				? { ...operation, fixedQuery: { ...operation.fixedQuery, unitdp: 4 } }
				: operation,
		]),
	),
});
