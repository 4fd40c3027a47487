import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { accounting } from '../../nodes/XeroAccounting/accounting';
import type { Field, Fields } from '../../nodes/shared/model';
import { notInputs } from './notInputs';
import { notYet, REASON } from './notYet';

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

/** Xero's own description and our list of its operations, beside the work tree; not part of it. */
const FOLDER = join(__dirname, '../../../shared/xero-openapi');
const there = existsSync(FOLDER);

const SECTIONS: Readonly<Record<string, string>> = {
	account: 'Accounts',
	brandingTheme: 'BrandingThemes',
	contact: 'Contacts',
	contactGroup: 'ContactGroups',
	currency: 'Currencies',
	invoice: 'Invoices',
	item: 'Items',
	organisation: 'Organisation',
	payment: 'Payments',
	taxRate: 'TaxRates',
	trackingCategory: 'TrackingCategories',
	user: 'Users',
};

const ids = (xero: string | readonly string[]): readonly string[] => (typeof xero === 'string' ? [xero] : xero);
const rows = accounting.resources.flatMap(({ key, operations }) =>
	Object.entries(operations).map(([name, operation]) => ({ key, name, operation })),
);
const inTables = new Set(rows.flatMap(({ operation }) => ids(operation.xero)));

test('an operation that no table has is listed once, with the reason', () => {
	const listed = Object.values(notYet).flat();
	expect(REASON).toBe('their resource is not in the node yet');
	expect(new Set(listed).size).toBe(listed.length);
	expect(listed.filter((id) => inTables.has(id))).toEqual([]);
});

if (there) withSpec();
else
	test(`the tables stand without Xero's description: ${FOLDER} is not here, so nothing was compared with it`, () =>
		expect(rows.length).toBeGreaterThan(80));

function withSpec(): void {
	const spec = load(readFileSync(join(FOLDER, 'xero_accounting.yaml'), 'utf8'), { schema: CORE_SCHEMA }) as Spec;
	const inventory = readFileSync(join(FOLDER, 'INVENTORY.md'), 'utf8')
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

	test("every other operation of Xero's Accounting API is on the list of those not in the node yet", () => {
		const known = new Set(Object.values(SECTIONS));
		const others = Object.fromEntries([...sections].filter(([section]) => !known.has(section)));
		expect(others).toEqual(notYet);
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
	)('%s: %s offers every query parameter of Xero', (_key, name, { xero, query = {}, fixed }) => {
		const wanted = onWire.get(ids(xero)[0]!)!.query.filter((one) => !ENGINE.has(one));
		// A change of state writes no prices, so that their decimals do not matter.
		const needless = fixed ? ['unitdp'] : [];
		expect(wanted.filter((one) => !(one in query) && !needless.includes(one))).toEqual([]);
		expect(name).not.toBe('');
	});

	const inside = (field: Field | undefined): Fields => field?.within ?? {};
	const find = (key: string) => accounting.resources.find((resource) => resource.key === key)!;
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
