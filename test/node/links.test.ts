import { forgetPages } from '../../nodes/shared/run/pages';
import { byCode, byId, byName, KERERU, staged } from './stage';

const on = staged({ seed: 'small' });
beforeEach(forgetPages);

const idOf = (type: string): string => String(on.records('Invoices').find(({ Type }) => Type === type)!.InvoiceID);

describe('Add Links', () => {
	it('puts the page of each record into its row, for one call an hour', async () => {
		const options = { links: true };
		const sale = await on.run('invoice.get', { InvoiceID: byId(idOf('ACCREC')), options });
		const contacts = await on.run('contact.getAll', { limit: 2, options });
		expect([sale.error, contacts.error]).toEqual(['', '']);
		expect(sale.json[0]!._link).toMatch(new RegExp(`^https://go\\.xero\\.com/app/[^/]+/invoicing/view/${idOf('ACCREC')}$`));
		for (const { _link, ContactID } of contacts.json)
			expect(_link).toMatch(new RegExp(`^https://go\\.xero\\.com/app/[^/]+/contacts/contact/${String(ContactID)}$`));
		expect(on.asked.filter((call) => call === 'GET /Organisation')).toHaveLength(1);
	});

	it('leads to the editor of a bill that is a draft, and to its view otherwise', async () => {
		const { json } = await on.run('bill.create', {
			Contact: byName('Cinder Plumbing'),
			LineAmountTypes: 'NoTax',
			LineItems: { line: [{ Description: 'Pipes', UnitAmount: '5', AccountCode: byCode('300') }] },
			options: { links: true },
		});
		const { InvoiceID, _link } = json[0]!;
		expect(_link).toMatch(
			new RegExp(
				`^https://go\\.xero\\.com/organisationlogin/default\\.aspx\\?shortcode=.+&redirecturl=/AccountsPayable/Edit\\.aspx\\?InvoiceID=${String(InvoiceID)}$`,
			),
		);
	});

	it('is off by itself, and makes up no page where none is known', async () => {
		const plain = await on.run('invoice.get', { InvoiceID: byId(idOf('ACCREC')) });
		const accounts = await on.run('account.getAll', { limit: 2, options: { links: true } });
		expect(plain.json[0]).not.toHaveProperty('_link');
		for (const row of accounts.json) expect(row).not.toHaveProperty('_link');
	});

	it('says nothing where the connection may not ask for the organisation', async () => {
		on.connect({ scopes: ['accounting.invoices', 'accounting.contacts', 'offline_access'] });
		const { json, error } = await on.run('invoice.get', { InvoiceID: byId(idOf('ACCREC')), options: { links: true } });
		expect(error).toBe('');
		expect(json[0]).not.toHaveProperty('_link');
	});
});

it('Add Links leads to the page of what a record is, where Bill was given the ID of a sales invoice', async () => {
	const made = await on.run('invoice.create', {
		Contact: byName('Ridgeway University'),
		LineAmountTypes: 'NoTax',
		LineItems: { line: [{ Description: 'Chairs', UnitAmount: '5', AccountCode: byCode('200') }] },
	});
	const { InvoiceID } = made.json[0]!;
	const { json } = await on.run('bill.delete', { InvoiceID: byId(String(InvoiceID)), options: { links: true } });
	expect(json[0]!._link).toContain(`/invoicing/view/${String(InvoiceID)}`);
});

it('Add Links asks no organisation that an item could not be sent to', async () => {
	const { json } = await on.run(
		'contact.getAll',
		{ limit: 1, options: { links: true } },
		[{ organisation: KERERU }, { organisation: 'Nobody Ltd' }],
		{ organisation: byId('={{ $json.organisation }}'), settings: { onError: 'continueRegularOutput' } },
	);
	expect(json[0]!._link).toContain('/contacts/contact/');
	expect(json[1]!.error).toContain('Item 2');
	expect(on.asked.filter((call) => call === 'GET /Organisation')).toHaveLength(1);
});

it('Add Links asks again in the next run where Xero did not answer', async () => {
	on.sandbox.fail({ match: { path: '/Organisation' }, times: 1, what: { kind: 'status', status: 503 } });
	const run = async () => (await on.run('contact.getAll', { limit: 1, options: { links: true, longestWait: 0 } })).json[0]!;
	expect(await run()).not.toHaveProperty('_link');
	expect((await run())._link).toContain('/contacts/contact/');
});

describe('From List', () => {
	it('leads from each line to the page of its record', async () => {
		const { results } = await on.search('invoice');
		expect(results.length).toBeGreaterThan(0);
		for (const { value, url } of results) expect(url).toContain(`/invoicing/view/${String(value)}`);
	});
});
