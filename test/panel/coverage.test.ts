import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load } from 'js-yaml';
import { accounting } from '../../nodes/XeroAccounting/accounting';
import type { Field, Fields } from '../../nodes/shared/model';
import { described, NOT_COMPARED } from '../xeroDescription';
import { notInputs } from './notInputs';

interface Schema {
	readonly readOnly?: boolean;
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly maxLength?: number;
	readonly enum?: readonly string[];
}
interface Spec {
	readonly paths: Readonly<
		Record<
			string,
			Readonly<
				Record<
					string,
					{ operationId?: string; 'x-path'?: string; parameters?: ReadonlyArray<{ $ref?: string; in?: string; name?: string }> }
				>
			>
		>
	>;
	readonly components: {
		readonly schemas: Readonly<Record<string, Schema>>;
		readonly parameters: Readonly<Record<string, { in: string; name: string }>>;
	};
}

/** Xero's own description, and our list of its operations. */
const SPEC = described('xero_accounting.yaml');
const INVENTORY = described('INVENTORY.md');

/** Xero's own grouping of its operations, by the resource that has them. */
const SECTIONS: Readonly<Record<string, string>> = {
	account: 'Accounts',
	bankTransaction: 'BankTransactions',
	bankTransfer: 'BankTransfers',
	batchPayment: 'BatchPayments',
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
	report: 'Reports',
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
const rows = accounting.resources.flatMap(({ key, operations }) =>
	Object.entries(operations).map(([name, operation]) => ({ key, name, operation })),
);
const inTables = new Set(rows.flatMap(({ operation }) => ids(operation.xero)));

test('what Xero does not answer element by element travels alone, unless doing it again does no harm', () => {
	const several = rows.filter(({ operation: { batch, each } }) => batch !== undefined && !each);
	expect(several.map(({ key, name }) => `${key}.${name}`)).toEqual(['contactGroup.addContact']);
});

if (SPEC !== undefined && INVENTORY !== undefined) withSpec(SPEC, INVENTORY);
else test(`the table ${NOT_COMPARED}`, () => expect(rows.length).toBeGreaterThan(200));

function withSpec(specPath: string, inventoryPath: string): void {
	const spec = load(readFileSync(specPath, 'utf8'), { schema: CORE_SCHEMA }) as Spec;
	const inventory = readFileSync(inventoryPath, 'utf8')
		.split('\n## ')
		.find((part) => part.startsWith('Accounting'))!;
	const sections = new Map(
		inventory
			.split('\n### Accounting / ')
			.slice(1)
			.map((part) => [/^\w+/.exec(part)![0], [...part.matchAll(/^- (\w+) \|/gm)].map((match) => match[1]!)]),
	);
	const onWire = new Map(
		Object.entries(spec.paths).flatMap(([path, methods]) =>
			Object.entries(methods)
				.filter(([, { operationId }]) => operationId !== undefined)
				.map(([method, { operationId, 'x-path': real, parameters = [] }]) => [
					operationId!,
					{
						method: method.toUpperCase(),
						path: real ?? path,
						query: parameters
							.map(({ $ref, ...own }) => ($ref ? spec.components.parameters[$ref.split('/').pop()!]! : own))
							.filter((one) => one.in === 'query')
							.map(({ name }) => name!),
					},
				]),
		),
	);

	test.each(Object.entries(SECTIONS))("every operation of %s in Xero's list of %s is in a table", (key, section) => {
		const has = new Set(rows.filter((row) => row.key === key).flatMap(({ operation }) => ids(operation.xero)));
		expect(sections.get(section)!.filter((id) => !has.has(id))).toEqual([]);
	});

	test("every operation of Xero's Accounting API is in a table", () => {
		const all = [...sections.values()].flat();
		expect(all.length).toBe(235);
		expect([...sections.keys()].sort()).toEqual(Object.values(SECTIONS).sort());
		expect(all.filter((id) => !inTables.has(id))).toEqual([]);
	});

	test('every call of Xero is made by an operation, or by another call that does the same', () => {
		const shape = (call: string): string => call.replace(/\{\w+\}/g, '{}');
		// Attachments are named in the last part of the path, which their own function fills in.
		const made = new Set(
			rows.flatMap(({ operation: { method, path, together } }) =>
				[path, `${path}/{}`, ...(together ? [together] : [])]
					.filter((one, index) => index !== 1 || one.endsWith('/Attachments/{}'))
					.map((one) => shape(`${method} ${one}`)),
			),
		);
		const calls = [...onWire.values()].map(({ method, path }) => `${method} ${path}`);
		process.stdout.write(
			`Calls of Xero's Accounting API: ${calls.length}, made: ${calls.filter((call) => made.has(shape(call))).length}\n`,
		);
		expect([...new Set(calls.filter((call) => !made.has(shape(call))))].sort()).toEqual(Object.keys(SAME).sort());
	});

	test.each(
		rows.filter(({ operation }) => ids(operation.xero).length).map(({ key, name, operation }) => [key, name, operation] as const),
	)("%s: %s goes where Xero's description says", (_key, _name, { xero, method, path }) => {
		const wire = onWire.get(ids(xero)[0]!)!;
		// Attachments are named in the last part of the path, which their own function fills in.
		const expected = wire.path.replace(/(\/Attachments)\/\{\w+\}$/, '$1');
		expect(`${method} ${path}`).toBe(`${wire.method} ${expected}`);
		for (const id of ids(xero)) expect([id, onWire.has(id)]).toEqual([id, true]);
	});

	// page, pageSize and summarizeErrors are the engine's own.
	const ENGINE = new Set(['page', 'pageSize', 'summarizeErrors']);
	test.each(
		rows.filter(({ operation }) => ids(operation.xero).length).map(({ key, name, operation }) => [key, name, operation] as const),
	)('%s: %s offers every query parameter of Xero', (_key, name, { xero, required, offered, query, fixed, always }) => {
		// Dates and contact of a report stand on the panel.
		const inputs = { ...required, ...offered, ...query, ...always };
		const wanted = onWire.get(ids(xero)[0]!)!.query.filter((one) => !ENGINE.has(one));
		// A change of state writes no prices, so that their decimals do not matter.
		const needless = fixed ? ['unitdp'] : [];
		expect(wanted.filter((one) => !(one in inputs) && !needless.includes(one))).toEqual([]);
		expect(name).not.toBe('');
	});

	const inside = (field: Field | undefined): Fields => field?.within ?? {};
	const find = (key: string) => accounting.resources.find((resource) => resource.key === key) ?? { fields: {} as Fields };
	const line = find('invoice').fields.LineItems;
	const { contact, invoice } = { contact: find('contact').fields, invoice: find('invoice').fields };
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
			const properties = spec.components.schemas[name]!.properties!;
			const writable = Object.entries(properties).filter(([, { readOnly }]) => !readOnly);
			const reasons = { ...notInputs['*'], ...notInputs[name] };
			expect(writable.map(([key]) => key).filter((key) => !(key in fields) && !reasons[key])).toEqual([]);
			// A reason that no longer applies is as wrong as a gap.
			expect(Object.keys(notInputs[name] ?? {}).filter((key) => key in fields || !(key in properties))).toEqual([]);
		},
	);

	test.each(schemas)('the inputs of %s take what Xero takes and no longer texts', (name, fields) => {
		const limits = Object.entries(spec.components.schemas[name]!.properties!).filter(
			([key, { maxLength }]) => maxLength !== undefined && key in fields,
		);
		for (const [key, { maxLength }] of limits) {
			const tried = [maxLength!, maxLength! + 1].map((length) => fields[key]!.schema.safeParse('x'.repeat(length)).success);
			expect([name, key, ...(key === 'EmailAddress' ? [false, false] : [true, false])]).toEqual([name, key, ...tried]);
		}
	});
}
