import { byId, byNumber, staged } from './stage';

const on = staged({ seed: 'demo', shared: true, limits: { minute: 10_000 } });

type Row = Record<string, unknown>;

const numbers = (rows: readonly Row[]) => rows.map(({ InvoiceID }) => String(InvoiceID)).sort();
const ofType = (type: string, keep: (row: Row) => boolean = () => true) =>
	numbers(on.records('Invoices').filter((row) => row.Type === type && keep(row)));
/** Sales invoices, without the bills that Xero has among them. */
const invoices = (keep?: (row: Row) => boolean) => ofType('ACCREC', keep);
const SALES = 'Type=="ACCREC"';
const day = (value: unknown) => String(value).slice(0, 10);

describe('Get Many', () => {
	it('reads all 1,785 invoices in two calls, each once', async () => {
		const { json, pairs, error, hints } = await on.run('invoice.getAll', { returnAll: true });
		expect(error).toBe('');
		expect(json).toHaveLength(1785);
		expect(numbers(json)).toEqual(invoices());
		expect(on.queries('GET /Invoices').sort((a, b) => Number(a.page) - Number(b.page))).toEqual([
			{ where: SALES, unitdp: '4', page: '1', pageSize: '1000' },
			{ where: SALES, unitdp: '4', page: '2', pageSize: '1000' },
		]);
		expect(pairs.every((pair) => pair === 0)).toBe(true);
		expect(hints[0]).toMatch(/^2 calls to Xero, 4,\d{3} calls left today$/);
	});

	it('reads the 715 bills, which Xero has among the invoices, by a resource of their own', async () => {
		const { json, error } = await on.run('bill.getAll', { returnAll: true });
		expect(error).toBe('');
		expect(json).toHaveLength(715);
		expect(numbers(json)).toEqual(ofType('ACCPAY'));
		expect(on.queries('GET /Invoices')).toEqual([{ where: 'Type=="ACCPAY"', unitdp: '4', page: '1', pageSize: '1000' }]);
	});

	it('asks for no more than Limit', async () => {
		expect((await on.run('invoice.getAll', { limit: 7 })).json).toHaveLength(7);
		expect((await on.run('invoice.getAll', { limit: 1000 })).json).toHaveLength(1000);
		expect(on.queries('GET /Invoices')).toEqual([
			{ where: SALES, unitdp: '4', order: 'Date DESC', page: '1', pageSize: '7' },
			{ where: SALES, unitdp: '4', order: 'Date DESC', page: '1', pageSize: '1000' },
		]);
	});

	it('returns 50 records when nothing is said', async () => {
		expect((await on.run('contact.getAll')).json).toHaveLength(50);
		expect(on.queries('GET /Contacts')).toEqual([{ order: 'Name ASC', page: '1', pageSize: '50' }]);
	});

	it('cuts what lies beyond Limit when it is above the size of a page', async () => {
		const { json } = await on.run('invoice.getAll', { limit: 1234 });
		expect(json).toHaveLength(1234);
		expect(on.asked).toHaveLength(2);
	});

	it('runs once for each item, and pairs what it found with it', async () => {
		const { json, pairs } = await on.run('invoice.getAll', { limit: 2, filters: { Statuses: '={{ [$json.status] }}' } }, [
			{ status: 'DRAFT' },
			{ status: 'PAID' },
			{ status: 'VOIDED' },
		]);
		expect(json.map(({ Status }) => Status)).toEqual(['DRAFT', 'DRAFT', 'PAID', 'PAID', 'VOIDED', 'VOIDED']);
		expect(pairs).toEqual([0, 0, 1, 1, 2, 2]);
	});

	it('limits lists that have no pages as well', async () => {
		const { json } = await on.run('account.getAll', { limit: 3 });
		expect(json.map(({ Code }) => Code)).toEqual(['090', '091', '092']);
		expect(on.queries('GET /Accounts')).toEqual([{}]);
	});
});

describe('Filters', () => {
	it.each<[string, Record<string, unknown>, Record<string, string>, (row: Row) => boolean]>([
		[
			'statuses, in one parameter',
			{ Statuses: ['DRAFT', 'SUBMITTED'] },
			{ Statuses: 'DRAFT,SUBMITTED', where: SALES },
			({ Status }) => Status === 'DRAFT' || Status === 'SUBMITTED',
		],
		[
			'a reference',
			{ Reference: 'Monthly' },
			{ where: `${SALES} AND Reference=="Monthly"` },
			({ Reference }) => Reference === 'Monthly',
		],
		[
			'a raw condition joined with others, in brackets of its own',
			{ where: 'AmountDue>500 OR Status=="DRAFT"', Reference: 'Monthly' },
			{ where: `${SALES} AND Reference=="Monthly" AND (AmountDue>500 OR Status=="DRAFT")` },
			({ AmountDue, Status, Reference }) => (Number(AmountDue) > 500 || Status === 'DRAFT') && Reference === 'Monthly',
		],
		[
			'a raw condition alone',
			{ where: 'AmountDue>=1000' },
			{ where: `${SALES} AND (AmountDue>=1000)` },
			({ AmountDue }) => Number(AmountDue) >= 1000,
		],
	])('finds by %s', async (_, filters, query, keep) => {
		const { json, error } = await on.run('invoice.getAll', { returnAll: true, filters: filters as never });
		expect(error).toBe('');
		expect(on.queries('GET /Invoices')[0]).toEqual({ ...query, unitdp: '4', page: '1', pageSize: '1000' });
		expect(numbers(json)).toEqual(invoices(keep));
		expect(json.length).toBeGreaterThan(0);
		expect(json.length).toBeLessThan(1785);
	});

	it('finds by dates, which are days and not moments', async () => {
		const from = day(new Date(on.clock.now() - 90 * 86_400_000).toISOString());
		const to = day(new Date(on.clock.now() - 30 * 86_400_000).toISOString());
		const { json } = await on.run('invoice.getAll', { returnAll: true, filters: { DateFrom: `${from}T00:00:00`, DateTo: to } });
		const [a, b] = [from, to].map((date) => `DateTime(${date.split('-').map(Number).join(',')})`);
		expect(on.queries('GET /Invoices')[0]!.where).toBe(`${SALES} AND Date>=${a} AND Date<=${b}`);
		expect(numbers(json)).toEqual(invoices(({ Date: date }) => day(date) >= from && day(date) <= to));
		expect(json.length).toBeGreaterThan(10);
	});

	it('sends Modified After in UTC to the second, and returns what changed since', async () => {
		const since = new Date(on.clock.now() - 20 * 86_400_000);
		const given = `${new Date(since.getTime() + 13 * 3_600_000).toISOString().slice(0, 19)}+13:00`;
		const { json } = await on.run('invoice.getAll', { returnAll: true, filters: { 'If-Modified-Since': given } });
		const utc = since.toISOString().slice(0, 19);
		expect(on.called('GET /Invoices')[0]!.headers['if-modified-since']).toBe(utc);
		expect(numbers(json)).toEqual(invoices(({ UpdatedDateUTC }) => String(UpdatedDateUTC) >= utc));
		expect(json.length).toBeGreaterThan(0);
	});

	it('returns no item when nothing changed', async () => {
		const { json, error } = await on.run('contact.getAll', {
			returnAll: true,
			filters: { 'If-Modified-Since': '2099-01-01T00:00:00Z' },
		});
		expect([json, error]).toEqual([[], '']);
	});

	it('takes a 304 for an empty list', async () => {
		const withdraw = on.sandbox.fail({ match: { path: '/Contacts' }, what: { kind: 'status', status: 304 } });
		const { json, error } = await on.run('contact.getAll', { returnAll: true });
		withdraw();
		expect([json, error]).toEqual([[], '']);
	});

	it('asks for a hundred IDs in portions of forty', async () => {
		const ids = on
			.records('Contacts')
			.slice(0, 100)
			.map(({ ContactID }) => String(ContactID));
		const { json } = await on.run('contact.getAll', { returnAll: true, filters: { IDs: ids.join(', '), includeArchived: true } });
		expect(json.map(({ ContactID }) => ContactID).sort()).toEqual([...ids].sort());
		expect(on.queries('GET /Contacts').map(({ IDs }) => IDs!.split(',').length)).toEqual([40, 40, 20]);
	});

	it('stops asking for portions once Limit is reached', async () => {
		const ids = on
			.records('Contacts')
			.slice(0, 100)
			.map(({ ContactID }) => String(ContactID));
		const { json } = await on.run('contact.getAll', { limit: 10, filters: { IDs: ids.join(','), includeArchived: true } });
		expect(json).toHaveLength(10);
		expect(on.asked).toHaveLength(1);
	});

	it('finds the invoices of one picked contact', async () => {
		const [one] = on.records('Contacts').map(({ ContactID }) => String(ContactID));
		const { json } = await on.run('invoice.getAll', { returnAll: true, simplify: false, filters: { Contact: byId(one!) } });
		expect(on.queries('GET /Invoices')[0]!.where).toBe(`${SALES} AND Contact.ContactID==guid("${one}")`);
		expect(json.length).toBeGreaterThan(0);
		expect(new Set(json.map(({ Contact }) => (Contact as Row).ContactID))).toEqual(new Set([one]));
	});

	it.each([
		['a list', (ids: string[]) => ids],
		['a text with commas', (ids: string[]) => ids.join(', ')],
	])('finds the invoices of the contacts whose IDs come from the data as %s', async (_form, given) => {
		const [one, two] = on.records('Contacts').map(({ ContactID }) => String(ContactID));
		const { json } = await on.run(
			'invoice.getAll',
			{ returnAll: true, simplify: false, filters: { ContactIDs: '={{ $json.ids }}' } },
			[{ ids: given([one!, two!]) }],
		);
		expect(on.queries('GET /Invoices')[0]!.ContactIDs).toBe(`${one},${two}`);
		expect(json.length).toBeGreaterThan(0);
		expect(new Set(json.map(({ Contact }) => (Contact as Row).ContactID))).toEqual(new Set([one, two]));
	});

	it('searches with the words of a name, special characters and all', async () => {
		const { error } = await on.run('contact.getAll', { filters: { searchTerm: 'Bäcker & Söhne #1 100% +x' } });
		expect(error).toBe('');
		expect(on.queries('GET /Contacts')[0]!.searchTerm).toBe('Bäcker & Söhne #1 100% +x');
	});

	it('lets no double quote end a value, for which Xero has no escape', async () => {
		const { json } = await on.run('contact.getAll', { filters: { Name: 'A" OR Name!="' } });
		expect(json).toEqual([]);
		expect(on.queries('GET /Contacts')[0]!.where).toBe('Name!=null AND Name.Contains("OR Name!=")');
	});

	it('orders as Xero is told to', async () => {
		const { json } = await on.run('contact.getAll', { limit: 20, filters: { order: 'Name DESC' } });
		const names = json.map(({ Name }) => String(Name));
		expect(names).toEqual([...names].sort().reverse());
		expect(names).toHaveLength(20);
	});

	it('asks for four decimals', async () => {
		await on.run('invoice.getAll', { limit: 1 });
		expect(on.queries('GET /Invoices').map(({ unitdp }) => unitdp)).toEqual(['4']);
	});
});

describe('What comes out', () => {
	it('is ten fields with Simplify, dates as YYYY-MM-DD', async () => {
		const { json } = await on.run('invoice.getAll', { limit: 100 });
		const allowed = [
			'InvoiceID',
			'InvoiceNumber',
			'Type',
			'Status',
			'ContactName',
			'Date',
			'DueDate',
			'CurrencyCode',
			'Total',
			'AmountDue',
		];
		for (const row of json) {
			expect(allowed).toEqual(expect.arrayContaining(Object.keys(row)));
			expect(row.Date).toMatch(/^\d{4}-\d\d-\d\d$/);
			expect(row.DueDate).toMatch(/^\d{4}-\d\d-\d\d$/);
		}
		expect(json[0]).toMatchObject({ ContactName: expect.any(String), Total: expect.any(Number) });
	});

	it('is everything of Xero without Simplify, with dates in ISO form all the way down', async () => {
		const { json } = await on.run('invoice.getAll', { returnAll: true, simplify: false });
		const text = JSON.stringify(json);
		expect(text).not.toContain('/Date(');
		const byInvoice = new Map(on.records('Invoices').map((row) => [row.InvoiceID, row]));
		for (const row of json) {
			const saved = byInvoice.get(row.InvoiceID)!;
			expect([row.Date, row.DueDate]).toEqual([day(saved.Date), day(saved.DueDate)]);
			expect(Date.parse(String(row.UpdatedDateUTC))).toBe(Date.parse(String(saved.UpdatedDateUTC)));
			expect(row.UpdatedDateUTC).toMatch(/Z$/);
		}
		const paid = json.find(({ Status }) => Status === 'PAID')!;
		expect(paid.FullyPaidOnDate).toMatch(/^\d{4}-\d\d-\d\d$/);
		expect((paid.Payments as Row[])[0]!.Date).toMatch(/^\d{4}-\d\d-\d\d$/);
		expect(json[0]).toHaveProperty('LineItems');
	});

	it.each([
		['account'],
		['brandingTheme'],
		['contact'],
		['contactGroup'],
		['currency'],
		['item'],
		['payment'],
		['taxRate'],
		['trackingCategory'],
		['user'],
	])('has no date of the old form in it: %s', async (resource) => {
		const { json, error } = await on.run(`${resource}.getAll`, { returnAll: true, simplify: false });
		expect(error).toBe('');
		expect(json.length).toBeGreaterThan(0);
		expect(JSON.stringify(json)).not.toContain('/Date(');
	});

	it('is one invoice by its number as well as by its ID', async () => {
		const sale = on.records('Invoices').find(({ Type }) => Type === 'ACCREC')!;
		const one = await on.run('invoice.get', { InvoiceID: byNumber(String(sale.InvoiceNumber)) });
		const two = await on.run('invoice.get', { InvoiceID: byId(String(sale.InvoiceID)), simplify: false });
		expect(one.json).toEqual([expect.objectContaining({ InvoiceID: sale.InvoiceID, InvoiceNumber: sale.InvoiceNumber })]);
		expect(two.json[0]).toMatchObject({ InvoiceID: sale.InvoiceID, LineItems: expect.any(Array) });
	});

	it('finds the ID in a link of Xero', async () => {
		const { InvoiceID } = on.records('Invoices').find(({ Type }) => Type === 'ACCREC')!;
		const { json } = await on.run('invoice.get', {
			InvoiceID: byId(`https://go.xero.com/AccountsReceivable/View.aspx?InvoiceID=${String(InvoiceID)}`),
		});
		expect(json[0]!.InvoiceID).toBe(InvoiceID);
	});

	it('is the contact with its moment of change in UTC', async () => {
		const { ContactID, UpdatedDateUTC } = on.records('Contacts')[0]!;
		const { json } = await on.run('contact.get', { ContactID: byId(String(ContactID)), simplify: false });
		expect(json[0]!.UpdatedDateUTC).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
		expect(Date.parse(String(json[0]!.UpdatedDateUTC))).toBe(Date.parse(String(UpdatedDateUTC)));
	});
});

it('gives a row per item when one of several records is not there and the node goes on', async () => {
	const [one, two] = invoices();
	const { json, pairs } = await on.run(
		'invoice.get',
		{ InvoiceID: byId('={{ $json.id }}') },
		[{ id: one }, { id: '2c5f1a3e-8b7d-4e21-9c46-7f0d5b1a9e33' }, { id: two }],
		{ settings: { onError: 'continueRegularOutput' } },
	);
	expect(json.map(({ InvoiceID, error }) => InvoiceID ?? error)).toEqual([
		one,
		'Item 2, Invoice “2c5f1a3e-8b7d-4e21-9c46-7f0d5b1a9e33”: is not in the organisation chosen. It may belong to another organisation: check Organisation',
		two,
	]);
	expect(pairs).toEqual([0, 1, 2]);
});

it.each([
	['invoice', 'ACCPAY', 'Invoice', 'is a bill. Use the resource Bill'],
	['bill', 'ACCREC', 'Bill', 'is a sales invoice. Use the resource Invoice'],
])('does not give a record of the other kind for what was picked as %s', async (resource, other, label, says) => {
	const [id] = ofType(other);
	const { json, error } = await on.run(`${resource}.get`, { InvoiceID: byId(id!) });
	expect(json).toEqual([]);
	expect(error).toContain(`Item 1, ${label} “${id}”: ${says}`);
});
