import { DateTime } from 'luxon';
import { byCode, byId, byName, staged } from './stage';

const on = staged({ seed: 'small' });

const LINES = { line: [{ Description: 'Chairs', UnitAmount: '80', AccountCode: byCode('200'), TaxType: byCode('OUTPUT2') }] };
const sale = (more: object) => ({
	Contact: byName('Ridgeway University'),
	LineAmountTypes: 'Exclusive',
	LineItems: LINES,
	Date: '2026-06-01',
	...more,
});
const numbers = (rows: ReadonlyArray<Record<string, unknown>>) => rows.map(({ InvoiceNumber }) => InvoiceNumber).sort();

describe('Show', () => {
	it('Overdue asks Xero for what waits for payment and is due before today, the newest first, in one call', async () => {
		const { error } = await on.run('bill.getAll', { show: 'overdue', limit: 10 });
		expect(error).toBe('');
		// The day of the workflow, which is New York's.
		const today = DateTime.fromMillis(on.openedAt, { zone: 'America/New_York' }).toFormat('yyyy,M,d');
		expect(on.queries('GET /Invoices')).toEqual([
			{
				Statuses: 'AUTHORISED',
				where: `Type=="ACCPAY" AND DueDate<DateTime(${today})`,
				order: 'Date DESC',
				page: '1',
				pageSize: '10',
				unitdp: '4',
			},
		]);
	});

	it('Overdue gives no invoice of which nothing is due, and looks further for as many as are asked for', async () => {
		const zero = { line: [{ Description: 'Sample', UnitAmount: '0', AccountCode: byCode('200'), TaxType: byCode('OUTPUT2') }] };
		await on.run(
			'invoice.create',
			sale({ InvoiceNumber: 'Z-1', LineItems: zero, Status: 'AUTHORISED', DueDate: '2026-06-02', Date: '2026-06-02' }),
		);
		await on.run('invoice.create', sale({ InvoiceNumber: 'O-1', Status: 'AUTHORISED', DueDate: '2026-06-01' }));
		const filters = { DateFrom: '2026-06-01', DateTo: '2026-06-02', Reference: '' };
		const { json } = await on.run('invoice.getAll', {
			show: 'overdue',
			limit: 1,
			filters: { DateFrom: filters.DateFrom, DateTo: filters.DateTo, InvoiceNumbers: 'Z-1, O-1' },
		});
		expect(numbers(json)).toEqual(['O-1']);
	});

	it.each([
		['draft', { Statuses: 'DRAFT' }],
		['submitted', { Statuses: 'SUBMITTED' }],
		['unpaid', { Statuses: 'AUTHORISED' }],
		['paid', { Statuses: 'PAID' }],
		['voided', { Statuses: 'VOIDED' }],
	])('%s asks for the status', async (show, query) => {
		await on.run('invoice.getAll', { show, returnAll: true });
		expect(on.queries('GET /Invoices')[0]).toMatchObject({ ...query, where: 'Type=="ACCREC"' });
	});

	it('and a filter that exclude each other are refused, as nothing could be found', async () => {
		const { error } = await on.run('invoice.getAll', { show: 'draft', filters: { Statuses: ['PAID'] } });
		expect(error).toContain('Item 1, Show “draft”: shows nothing of what Statuses asks for. Leave one of the two out');
		expect(on.asked).toEqual([]);
		await on.run('invoice.getAll', { show: 'draft', filters: { Statuses: ['PAID', 'DRAFT'] } });
		expect(on.queries('GET /Invoices')[0]!.Statuses).toBe('DRAFT');
	});

	it('that came to nothing is refused: an empty choice does not mean all', async () => {
		const { error } = await on.run('invoice.getAll', { show: '={{ $json.none }}' });
		expect(error).toContain('Item 1: Show came to nothing. Its expression is {{ $json.none }}');
		expect(on.asked).toEqual([]);
	});

	it('of contacts leaves out what is archived unless it is asked for', async () => {
		const { json } = await on.run('contact.create', { Name: 'Old Pier Cafe' });
		await on.run('contact.archive', { ContactID: byId(String(json[0]!.ContactID)) });
		const names = async (show: string) =>
			(await on.run('contact.getAll', { show, returnAll: true })).json.map(({ Name }) => Name);
		expect(await names('active')).not.toContain('Old Pier Cafe');
		expect(await names('all')).toContain('Old Pier Cafe');
		expect(await names('archived')).toEqual(['Old Pier Cafe']);
	});

	it('of quotes and purchase orders asks for a status', async () => {
		await on.run('quote.getAll', { show: 'sent', returnAll: true });
		await on.run('purchaseOrder.getAll', { show: 'billed', returnAll: true });
		expect(on.queries('GET /Quotes')[0]).toMatchObject({ Status: 'SENT' });
		expect(on.queries('GET /PurchaseOrders')[0]).toMatchObject({ Status: 'BILLED' });
	});
});

describe('The order of a list', () => {
	it('begins with the newest under a limit, and is Xero’s own for all, and the user’s where given', async () => {
		await on.run('invoice.getAll', { limit: 5 });
		await on.run('invoice.getAll', { returnAll: true });
		await on.run('invoice.getAll', { limit: 5, filters: { order: 'Total ASC' } });
		expect(on.queries('GET /Invoices').map(({ order }) => order)).toEqual(['Date DESC', undefined, 'Total ASC']);
	});
});

describe('Find', () => {
	it('gives the one contact with a name, in any case, and says that it was found', async () => {
		await on.run('contact.create', { Name: 'Tide Line Tours' });
		const { json, error } = await on.run('contact.find', { by: 'Name', value: ' tide line tours ' });
		expect(error).toBe('');
		expect(json).toEqual([expect.objectContaining({ found: true, Name: 'Tide Line Tours' })]);
	});

	it.each([
		['nothing', [], ''],
		['row', [expect.objectContaining({ found: false, ContactID: null, Name: null })], ''],
		['refuse', [], 'Item 1, Name “Nobody Ltd”: Xero has no active contact with it'],
	])('that finds nothing comes back as told: %s', async (ifNothing, rows, message) => {
		const { json, error } = await on.run('contact.find', { by: 'Name', value: 'Nobody Ltd', ifNothing });
		expect(json).toEqual(rows);
		expect(message === '' ? error : error.includes(message)).toBe(message === '' ? '' : true);
	});

	it('that finds nothing repeats no more of an email than other refusals do', async () => {
		const { error } = await on.run('contact.find', { by: 'EmailAddress', value: 'nobody@example.com', ifNothing: 'refuse' });
		expect(error).toContain('Item 1, Email “nob…”: Xero has no active contact with it');
	});

	it('looks up each value once a run', async () => {
		const items = Array.from({ length: 4 }, (_, index) => ({ code: index % 2 ? '200' : '090' }));
		const { json } = await on.run('account.find', { by: 'Code', value: '={{ $json.code }}' }, items);
		expect(json.map(({ Code }) => Code)).toEqual(['090', '200', '090', '200']);
		expect(on.asked).toEqual(['GET /Accounts', 'GET /Accounts']);
	});

	it('without a value to look for is refused', async () => {
		const { error } = await on.run('item.find', { value: '={{ $json.none }}' });
		expect(error).toContain('Item 1: Look For came to nothing');
		expect(on.asked).toEqual([]);
	});
});

describe('Names in place of codes', () => {
	const named = (line: object) => ({ ...sale({}), LineItems: { line: [{ Description: 'Chairs', UnitAmount: '80', ...line }] } });

	it('are looked up once a run, and sent as codes', async () => {
		const items = [{ account: 'Sales' }, { account: 'sales' }, { account: ' Sales ' }];
		const { error } = await on.run(
			'invoice.create',
			named({ AccountCode: byName('={{ $json.account }}'), TaxType: byName('15% GST on Income') }),
			items,
		);
		expect(error).toBe('');
		expect(on.asked).toEqual(['GET /Accounts', 'GET /TaxRates', 'PUT /Invoices']);
		const { Invoices } = on.called('PUT /Invoices')[0]!.body as { Invoices: Array<{ LineItems: unknown[] }> };
		expect(Invoices.map(({ LineItems }) => LineItems)).toEqual(
			Array(3).fill([{ Description: 'Chairs', UnitAmount: 80, Quantity: 1, AccountCode: '200', TaxType: 'OUTPUT2' }]),
		);
	});

	it('that Xero does not have are refused, all at once, and nothing is sent', async () => {
		const { error } = await on.run('invoice.create', named({ AccountCode: byName('={{ $json.account }}') }), [
			{ account: 'Sails' },
			{ account: 'Sales' },
			{ account: 'Slaes' },
		]);
		expect(error).toContain('Item 1, Line 1, Account “Sails”: Xero has no account so named');
		expect(error).toContain('Item 3, Line 1, Account “Slaes”: Xero has no account so named');
		expect(on.called('PUT /Invoices')).toEqual([]);
	});

	it('that two records have are refused', async () => {
		await on.run('item.create', { Code: 'GB-A', additionalFields: { Name: 'Golf ball' } });
		await on.run('item.create', { Code: 'GB-B', additionalFields: { Name: 'Golf ball' } });
		const { error } = await on.run('invoice.create', named({ ItemCode: byName('Golf ball') }));
		expect(error).toContain('Item 1, Line 1, Item “Golf ball”: Xero has 2 items so named. Use By Code');
	});

	it('of an account that no line may use are refused as such', async () => {
		const bank = String(on.records('Accounts').find(({ Type }) => Type === 'BANK')!.Name);
		const { error } = await on.run('invoice.create', named({ AccountCode: byName(bank) }));
		expect(error).toContain(`Item 1, Line 1, Account “${bank}”: Xero has this account, but it cannot be used here`);
	});

	it('of what an earlier try wrote are not looked up again: it is written whatever became of them', async () => {
		on.sandbox.fail({ match: { path: '/Accounts' }, after: 1, what: { kind: 'status', status: 400, body: {} } });
		const items = [
			{ tax: 'NONSENSE', number: 'N-1' },
			{ tax: 'OUTPUT2', number: 'N-2' },
		];
		const { json } = await on.run(
			'invoice.create',
			{
				...named({ AccountCode: byName('Sales'), TaxType: byCode('={{ $json.tax }}') }),
				InvoiceNumber: '={{ $json.number }}',
			},
			items,
			{ settings: { onError: 'continueRegularOutput', retryOnFail: true, maxTries: 2, waitBetweenTries: 0 } },
		);
		expect(on.called('GET /Accounts')).toHaveLength(2);
		expect(json[0]!.error).toContain('Item 1');
		expect(json[1]).toMatchObject({ InvoiceNumber: 'N-2' });
	});
});

describe('The lists of a line', () => {
	const lines = async (search: string, resource: string) => (await on.search(search, '', undefined, undefined, resource)).results;

	it('offer no account that Xero refuses there, and those of the document’s side first', async () => {
		const forSale = await lines('accountCode', 'invoice');
		const forBill = await lines('accountCode', 'bill');
		const typeOf = (code: unknown) => on.records('Accounts').find(({ Code }) => Code === code)!;
		for (const list of [forSale, forBill])
			for (const { value } of list) {
				const { Type, SystemAccount } = typeOf(value);
				expect([value, Type === 'BANK', ['DEBTORS', 'CREDITORS', 'GST'].includes(String(SystemAccount))]).toEqual([
					value,
					false,
					false,
				]);
			}
		expect(['REVENUE', 'SALES', 'OTHERINCOME']).toContain(typeOf(forSale[0]!.value).Type);
		expect(['EXPENSE', 'OVERHEADS', 'DIRECTCOSTS', 'DEPRECIATN']).toContain(typeOf(forBill[0]!.value).Type);
	});

	it('offer the tax rates that the document’s side takes, with their codes', async () => {
		const names = (await lines('taxRate', 'bill')).map(({ name }) => name);
		expect(names).toContain('15% GST on Expenses · INPUT2');
		expect(names).not.toContain('15% GST on Income · OUTPUT2');
	});
});
