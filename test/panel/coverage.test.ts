import { accounting } from '../../nodes/XeroAccounting/accounting';
import { reports } from '../../nodes/XeroReports/reports';
import type { Field, Fields } from '../../nodes/shared/model/field';
import { nothingMissing } from '../whatToDo';
import { callsOf, described } from '../xeroDescription';
import { notInputs } from './notInputs';

/** The first part of the path of Xero's operations, by the resource that has them. */
const SECTIONS: Readonly<Record<string, string>> = {
	account: 'Accounts',
	bankTransaction: 'BankTransactions',
	bankTransfer: 'BankTransfers',
	batchPayment: 'BatchPayments',
	bill: 'Invoices',
	brandingTheme: 'BrandingThemes',
	budget: 'Budgets',
	contact: 'Contacts',
	contactGroup: 'ContactGroups',
	creditNote: 'CreditNotes',
	currency: 'Currencies',
	expenseClaim: 'ExpenseClaims',
	invoice: 'Invoices',
	invoiceReminder: 'InvoiceReminders',
	item: 'Items',
	journal: 'Journals',
	linkedTransaction: 'LinkedTransactions',
	manualJournal: 'ManualJournals',
	organisation: 'Organisation',
	overpayment: 'Overpayments',
	payment: 'Payments',
	paymentService: 'PaymentServices',
	prepayment: 'Prepayments',
	purchaseOrder: 'PurchaseOrders',
	quote: 'Quotes',
	receipt: 'Receipts',
	repeatingInvoice: 'RepeatingInvoices',
	setup: 'Setup',
	taxRate: 'TaxRates',
	trackingCategory: 'TrackingCategories',
	user: 'Users',
};

/** Calls of Xero that no operation makes, as another call of the same operation does the same. */
const SAME: Readonly<Record<string, string>> = {
	'POST /Payments': 'one bare payment; PUT /Payments takes one or many, and says which of them it refuses',
	'POST /BatchPayments':
		'deletes the batch payment named in the body; POST /BatchPayments/{BatchPaymentID} deletes the one in the path',
};

const ids = (xero: string | readonly string[]): readonly string[] => (typeof xero === 'string' ? [xero] : xero);
/** The resources of Xero Financial Reports have Xero's /Reports between them. */
const OF_REPORTS = 'Reports';
const rows = [accounting, reports].flatMap((api) =>
	api.resources.flatMap(({ key, operations }) =>
		Object.entries(operations).map(([name, operation]) => ({
			key,
			name,
			operation,
			section: api === reports ? OF_REPORTS : SECTIONS[key],
		})),
	),
);

test('what Xero does not answer element by element travels alone, unless doing it again does no harm', () => {
	const several = rows.filter(({ operation: { batchSize: batch, perElement: each } }) => batch !== undefined && !each);
	expect(several.map(({ key, name }) => `${key}.${name}`)).toEqual(['contactGroup.addContact']);
});

const xero = described('accounting');
const calls = new Map(callsOf(xero).map((call) => [call.id, call]));
const sections = new Map<string, string[]>();
for (const { id, path } of calls.values()) {
	const section = path.split('/')[1]!;
	sections.set(section, [...(sections.get(section) ?? []), id]);
}

test.each([...Object.entries(SECTIONS), ['Xero Financial Reports', OF_REPORTS] as const])(
	"every operation of %s below Xero's /%s is in a table",
	(key, section) => {
		const has = new Set(rows.filter((row) => row.section === section).flatMap(({ operation }) => ids(operation.xero)));
		const missing = sections.get(section)!.filter((id) => !has.has(id));
		nothingMissing(missing, `No row of ${key} in resources/ names these operations of Xero in its xero: add one for each.`);
	},
);

test('every part of the Accounting API has a resource', () => {
	expect([...sections.keys()].sort()).toEqual([...new Set([...Object.values(SECTIONS), OF_REPORTS])].sort());
});

test('every call of Xero is made by an operation, or by another call that does the same', () => {
	const shape = (call: string): string => call.replace(/\{\w+\}/g, '{}');
	// Attachments are named in the last part of the path, which their own function fills in.
	const made = new Set(
		rows.flatMap(({ operation: { method, path, batchPath: together } }) =>
			[path, `${path}/{}`, ...(together ? [together] : [])]
				.filter((one, index) => index !== 1 || one.endsWith('/Attachments/{}'))
				.map((one) => shape(`${method} ${one}`)),
		),
	);
	const all = [...calls.values()].map(({ method, wirePath }) => `${method} ${wirePath}`);
	process.stdout.write(
		`Calls of Xero's Accounting API: ${all.length}, made: ${all.filter((call) => made.has(shape(call))).length}\n`,
	);
	const missing = [...new Set(all)].filter((call) => !made.has(shape(call)) && !(call in SAME));
	nothingMissing(
		missing,
		'No row makes these calls: add one, or say in SAME in test/panel/coverage.test.ts which other call does the same.',
	);
	nothingMissing(
		Object.keys(SAME).filter((call) => made.has(shape(call))),
		'A row makes these calls by now: take them out of SAME in test/panel/coverage.test.ts.',
	);
});

// page, pageSize and summarizeErrors are the engine's own.
const ENGINE = new Set(['page', 'pageSize', 'summarizeErrors']);
/** What the choices of an input ask Xero for. */
const asksFor = ({ ui, query }: Field): object =>
	Object.assign({}, ...(ui.options ?? []).map((option) => ('value' in option ? query?.(option.value) : {}))) as object;

// A row that names no operation of Xero's is told of in calls.test; a report that is made of many lists asks each for what it needs, and
// Find asks for one value.
test.each(
	rows
		.filter(({ operation }) => calls.has(ids(operation.xero)[0] ?? '') && !(operation.run && ids(operation.xero).length > 3))
		.filter(({ name }) => name !== 'find')
		.map(({ key, name, operation }) => [key, name, operation] as const),
)(
	'%s: %s offers every query parameter of Xero',
	(key, name, { xero, required, panelOptional: offered, query, fixedBody: fixed, fixedQuery: always }) => {
		// Dates and contact of a report stand on the panel; Show stands for parameters of other names.
		const panel = { ...required, ...offered };
		const inputs = { ...panel, ...Object.assign({}, ...Object.values(panel).map(asksFor)), ...query, ...always };
		const inQuery = calls.get(ids(xero)[0]!)!.parameters.filter((one) => one.in === 'query');
		const wanted = inQuery.map((one) => one.name).filter((one) => !ENGINE.has(one));
		// A change of state writes no prices, so that their decimals do not matter.
		const needless = fixed ? ['unitdp'] : [];
		nothingMissing(
			wanted.filter((one) => !(one in inputs) && !needless.includes(one)),
			`Xero takes these parameters in the query of ${key}.${name}: add an input for each to the row, in query.`,
		);
	},
);

const inside = (field: Field | undefined): Fields => field?.within ?? {};
const find = (key: string) => accounting.resources.find((resource) => resource.key === key) ?? { fields: {} as Fields };
const line = find('invoice').fields.LineItems;
const contact = find('contact').fields;
/** Sales invoices and bills are one schema of Xero's. */
const invoice = { ...find('bill').fields, ...find('invoice').fields };
const schemas: ReadonlyArray<readonly [string, Fields]> = [
	['Account', find('account').fields],
	['Contact', contact],
	['ContactPerson', inside(contact.ContactPersons)],
	['Address', inside(contact.Addresses)],
	['Phone', inside(contact.Phones)],
	['BatchPaymentDetails', inside(contact.BatchPayments)],
	['SalesTrackingCategory', inside(contact.SalesTrackingCategories)],
	['PaymentTerm', inside(contact.PaymentTerms)],
	['Bill', inside(inside(contact.PaymentTerms).Bills)],
	['ContactGroup', find('contactGroup').fields],
	['Currency', find('currency').fields],
	['Invoice', invoice],
	['InvoiceAddress', inside(invoice.InvoiceAddresses)],
	['LineItem', inside(line)],
	['Item', find('item').fields],
	['Payment', find('payment').fields],
	['TaxRate', find('taxRate').fields],
	['TaxComponent', inside(find('taxRate').fields.TaxComponents)],
	['TrackingCategory', find('trackingCategory').fields],
	['TrackingOption', find('trackingCategory').fields],
	['BankTransaction', find('bankTransaction').fields],
	['BankTransfer', find('bankTransfer').fields],
	['BatchPayment', find('batchPayment').fields],
	['CreditNote', find('creditNote').fields],
	['ExpenseClaim', find('expenseClaim').fields],
	['LinkedTransaction', find('linkedTransaction').fields],
	['ManualJournal', find('manualJournal').fields],
	['ManualJournalLine', inside(find('manualJournal').fields.JournalLines)],
	['PaymentService', find('paymentService').fields],
	['PurchaseOrder', find('purchaseOrder').fields],
	['Quote', find('quote').fields],
	['Receipt', find('receipt').fields],
	['RepeatingInvoice', find('repeatingInvoice').fields],
	['Schedule', inside(find('repeatingInvoice').fields.Schedule)],
	['Setup', find('setup').fields],
	['ConversionDate', inside(find('setup').fields.ConversionDate)],
	['ConversionBalances', inside(find('setup').fields.ConversionBalances)],
	['BalanceDetails', inside(inside(find('setup').fields.ConversionBalances).BalanceDetails)],
];

test.each(schemas)(
	'every property of %s that can be written is an input, or is listed with the reason why not',
	(name, fields) => {
		const properties = xero.components.schemas[name]!.properties!;
		const writable = Object.entries(properties).filter(([, { readOnly }]) => !readOnly);
		const reasons = { ...notInputs['*'], ...notInputs[name] };
		nothingMissing(
			writable.map(([key]) => key).filter((key) => !(key in fields) && !reasons[key]),
			`Xero takes these properties of ${name}: add an input for each to the fields of the resource, or the reason why there is none
to test/panel/notInputs.ts.`,
		);
		// A reason that no longer applies is as wrong as a gap.
		nothingMissing(
			Object.keys(notInputs[name] ?? {}).filter((key) => key in fields || !(key in properties)),
			`These are inputs by now, or are gone from ${name}: take them out of test/panel/notInputs.ts.`,
		);
	},
);

test.each(schemas)('the inputs of %s take what Xero takes and no longer texts', (name, fields) => {
	const limits = Object.entries(xero.components.schemas[name]!.properties!).filter(
		([key, { maxLength }]) => maxLength !== undefined && key in fields,
	);
	for (const [key, { maxLength }] of limits) {
		const tried = [maxLength!, maxLength! + 1].map((length) => fields[key]!.schema.safeParse('x'.repeat(length)).success);
		expect([name, key, ...(key === 'EmailAddress' ? [false, false] : [true, false])]).toEqual([name, key, ...tried]);
	}
});
