import type { IDataObject } from 'n8n-workflow';
import { accounting } from '../../nodes/XeroAccounting/accounting';
import { SALE, byId, sales, staged } from './stage';

const on = staged({ seed: 'empty' });

const LINES = [{ Description: 'Chairs', UnitAmount: 5, AccountCode: '200' }];
const json = (body: IDataObject) => ({ input: 'json', body: { Contact: { Name: 'Ngaio Sports' }, LineItems: LINES, ...body } });
const sent = (what = 'PUT /Invoices'): IDataObject[] => (on.called(what).at(-1)!.body as { Invoices: IDataObject[] }).Invoices;
const goesOn = { settings: { onError: 'continueRegularOutput' as const } };

/** A resource, its Type, the other one's, and what is said of a record of the other one. */
const KINDS = [
	['invoice', 'ACCREC', 'ACCPAY', 'is a bill. Use the resource Bill'],
	['bill', 'ACCPAY', 'ACCREC', 'is a sales invoice. Use the resource Invoice'],
] as const;
const another = { invoice: 'bill', bill: 'invoice' } as const;

describe.each(KINDS)('What is written as %s', (resource, own, other, says) => {
	it('is sent with its Type and as a draft, though nobody chose either', async () => {
		const { json: made, error } = await on.run(`${resource}.create`, SALE, sales(1));
		expect(error).toBe('');
		expect(sent()).toEqual([
			{
				Type: own,
				Contact: { Name: 'Ngaio Sports' },
				InvoiceNumber: 'S-0001',
				LineAmountTypes: 'Exclusive',
				LineItems: [{ Description: 'Chairs', Quantity: 1, UnitAmount: 1, AccountCode: '200' }],
				Status: 'DRAFT',
			},
		]);
		expect(made).toMatchObject([{ Type: own, Status: 'DRAFT' }]);
	});

	it('is sent with its Type from JSON as well, and with no status of its own', async () => {
		const { error } = await on.run(`${resource}.create`, json({}));
		expect(error).toBe('');
		expect(sent()).toEqual([{ Type: own, Contact: { Name: 'Ngaio Sports' }, LineItems: LINES }]);
	});

	it.each([
		['Type', own],
		['type', own.toLowerCase()],
		['Type', ''],
	])('may have it in JSON: %s %p', async (name, value) => {
		const { error } = await on.run(`${resource}.create`, json({ [name]: value }));
		expect(error).toBe('');
		expect(sent()).toEqual([{ Type: own, Contact: { Name: 'Ngaio Sports' }, LineItems: LINES }]);
	});

	it('is refused before any call where JSON has the Type of the other, and the others are written', async () => {
		const rows = [{ Type: own }, { Type: other }];
		const { json: out } = await on.run(
			`${resource}.create`,
			{ input: 'json', body: `={{ { Type: $json.Type, Contact: { Name: 'Ngaio Sports' } } }}` },
			rows,
			goesOn,
		);
		expect(out.map(({ Type, error }) => error ?? Type)).toEqual([own, `Item 2, JSON, Type “${other}”: ${says}`]);
		expect(sent()).toHaveLength(1);
	});

	it('is sent with its Type when it is changed', async () => {
		const { json: made } = await on.run(`${resource}.create`, SALE, sales(2));
		const InvoiceID = byId('={{ $json.InvoiceID }}');
		await on.run(`${resource}.update`, { InvoiceID, DueDate: '2097-02-01' }, made);
		expect(sent('POST /Invoices')).toEqual(made.map((one) => ({ InvoiceID: one.InvoiceID, DueDate: '2097-02-01', Type: own })));
		await on.run(`${resource}.approve`, { InvoiceID }, made);
		expect(sent('POST /Invoices')).toEqual(made.map((one) => ({ InvoiceID: one.InvoiceID, Type: own, Status: 'AUTHORISED' })));
	});

	it('is what Get gives, and can be sent back as JSON with Update and changes nothing', async () => {
		const { json: made } = await on.run(`${resource}.create`, SALE, sales(1));
		const InvoiceID = byId(String(made[0]!.InvoiceID));
		const { json: read } = await on.run(`${resource}.get`, { InvoiceID, simplify: false });
		const { error, json: kept } = await on.run(
			`${resource}.update`,
			{ InvoiceID, input: 'json', body: '={{ $json }}', simplify: false },
			read,
		);
		expect(error).toBe('');
		expect(kept).toMatchObject([{ Type: own, Status: 'DRAFT', InvoiceNumber: 'S-0001', Total: 1.15 }]);
	});

	it('is no record of the other, whose ID is refused', async () => {
		const { json: made } = await on.run(`${another[resource]}.create`, SALE, sales(1));
		const InvoiceID = byId(String(made[0]!.InvoiceID));
		const read = await on.run(`${resource}.get`, { InvoiceID });
		expect(read.error).toContain(says);
		const changed = await on.run(`${resource}.update`, { InvoiceID, DueDate: '2097-02-01' });
		expect(changed.error).toContain('Item 1: Xero says: The Type of an invoice must not be changed.');
		expect(on.records('Invoices')).toMatchObject([{ Type: other, Status: 'DRAFT' }]);
		const deleted = await on.run(`${resource}.delete`, { InvoiceID });
		// Where Xero looks at the status alone, the row says whose it was.
		expect(deleted.json).toMatchObject([{ Type: other, Status: 'DELETED' }]);
		expect(deleted.json[0]!._findings).toEqual([
			{ level: 'warning', code: 'notKept', item: 1, field: 'Type', value: other, reason: says },
		]);
	});
});

it('bills have no Create or Update, as Xero looks for no number of a supplier’s, and nothing that mails them or their link', () => {
	const namesOf = (resource: string) => Object.keys(accounting.resources.find(({ key }) => key === resource)!.operations);
	const ofBills = new Set(namesOf('bill'));
	expect(namesOf('invoice').filter((name) => !ofBills.has(name))).toEqual([
		'upsert',
		'markAsSent',
		'sendEmail',
		'getOnlineInvoice',
	]);
});

it('bills are listed by no reference, as Xero keeps none of theirs', () => {
	const filtersOf = (resource: string) => accounting.resources.find(({ key }) => key === resource)!.operations.getAll!.query!;
	expect(Object.keys(filtersOf('invoice'))).toContain('Reference');
	expect(Object.keys(filtersOf('bill'))).not.toContain('Reference');
	expect(filtersOf('bill').InvoiceNumbers!.ui.displayName).toBe('Bill Numbers');
});

it('bills have nothing of what is on hand to sell', () => {
	const optionsOf = (resource: string, operation: string) =>
		Object.keys(accounting.resources.find(({ key }) => key === resource)!.operations[operation]!.query ?? {});
	for (const operation of ['create', 'update']) {
		expect(optionsOf('invoice', operation)).toContain('allowBackorders');
		expect(optionsOf('bill', operation)).not.toContain('allowBackorders');
	}
});

it('Create or Update of a sales invoice leaves the status alone unless one is chosen', async () => {
	const [first] = (await on.run('invoice.create', { ...SALE, Status: 'AUTHORISED', DueDate: '2097-01-15' }, sales(1))).json;
	const { json: kept, error } = await on.run('invoice.upsert', SALE, sales(1));
	expect(error).toBe('');
	expect(sent('POST /Invoices')[0]).not.toHaveProperty('Status');
	expect(kept).toMatchObject([{ InvoiceID: first!.InvoiceID, Status: 'AUTHORISED' }]);
});
