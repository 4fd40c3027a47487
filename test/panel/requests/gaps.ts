/** Where Xero's description of its requests says less, or something else, than Xero takes: each with the reason. */

const number = { type: 'number' };
const rounding = "in Xero's own client (xero-node) it can be written, where rounding is enabled for the organisation";

/** Properties that a schema does not name, or that it marks as set by Xero alone. */
export const UNNAMED: Readonly<
	Record<string, Readonly<Record<string, { readonly as: { readonly type: string }; readonly why: string }>>>
> = {
	Invoice: {
		EnteredTotal: { as: number, why: rounding },
		RoundingAmount: { as: number, why: rounding },
		SubTotal: { as: number, why: rounding },
		Total: { as: number, why: rounding },
		TotalTax: { as: number, why: rounding },
	},
};

const backorders = { allowBackorders: { type: 'boolean' } };

/** Query parameters that Xero's own client (xero-node) has and its description does not, by operationId. */
export const MORE_QUERY: Readonly<Record<string, Readonly<Record<string, { readonly type: string }>>>> = {
	createInvoices: backorders,
	updateInvoice: backorders,
	updateOrCreateInvoices: backorders,
};

const partial =
	"the schema is that of a new record; in a change, Xero keeps what is left out (developer.xero.com, each record's page)";

/** Properties that a schema asks for and that a change of a record may leave out, by operationId. */
export const UNREQUIRED: Readonly<Record<string, { readonly properties: readonly string[]; readonly why: string }>> = {
	updateBankTransaction: { properties: ['Type', 'BankAccount', 'LineItems'], why: partial },
	updateOrCreateBankTransactions: { properties: ['Type', 'BankAccount', 'LineItems'], why: partial },
	updateEmployee: {
		properties: ['FirstName', 'LastName', 'DateOfBirth'],
		why: "Xero's example in its description of Payroll AU sends MiddleNames alone",
	},
	updateManualJournal: { properties: ['Narration'], why: partial },
	updateOrCreateManualJournals: { properties: ['Narration'], why: partial },
};

/** Operations whose body may stay away. */
export const UNSENT: Readonly<Record<string, string>> = {
	emailInvoice: "the request has an empty body, says Xero's page of Invoices",
};

/** Holes of a path that take a number or code as well as an ID. */
export const ALSO_BY: Readonly<Record<string, string>> = {
	CreditNoteID: "its number, says Xero's page of Credit Notes",
	InvoiceID: "its number, says Xero's page of Invoices",
	ItemID: "its code, says Xero's page of Items",
};
