import { HARBOUR, KERERU, byId, staged } from './stage';

const on = staged({ seed: 'demo', shared: true, limits: { minute: 10_000 } });

const namesOf = ({ results }: { results: Array<{ name: string }> }) => results.map(({ name }) => name);

it('offers the connected organisations by name', async () => {
	expect(await on.search('organisations')).toEqual({
		results: [
			{ name: 'Harbour Lane Studio (Demo)', value: HARBOUR },
			{ name: 'Kererū Trading (Demo)', value: KERERU },
		],
	});
	expect(namesOf(await on.search('organisations', 'lane'))).toEqual(['Harbour Lane Studio (Demo)']);
	expect(on.asked).toEqual([]);
});

it('offers accounts by code and name, as their codes in line items', async () => {
	const { results } = await on.search('accountCode', 'sales');
	expect(results).toContainEqual({ name: '200 · Sales', value: '200' });
	expect(namesOf(await on.search('accountCode')).slice(0, 2)).toEqual(['200 · Sales', '210 · Services']);
});

it('offers for payments only accounts that can be paid from', async () => {
	const names = namesOf(await on.search('paymentAccount'));
	expect(names).toContain('090 · Business Bank Account');
	expect(names).not.toContain('200 · Sales');
});

it('searches contacts with the words of Xero and hands on from page to page', async () => {
	const first = await on.search('contact');
	expect(first.results).toHaveLength(100);
	expect(first.paginationToken).toBe('2');
	const second = await on.search('contact', undefined, '2');
	expect(second.results).toHaveLength(100);
	const known = new Set(first.results.map(({ value }) => value));
	expect(second.results.some(({ value }) => known.has(value))).toBe(false);
	let token: unknown = second.paginationToken;
	let count = 200;
	for (; token;) {
		const more = await on.search('contact', undefined, String(token));
		count += more.results.length;
		token = more.paginationToken;
	}
	expect(count).toBe(on.records('Contacts').filter(({ ContactStatus }) => ContactStatus === 'ACTIVE').length);

	const contact = on.records('Contacts').find(({ Name }) => String(Name).includes('Bakery'))!;
	on.sandbox.forget();
	const found = await on.search('contact', 'bakery');
	expect(on.queries('GET /Contacts')).toEqual([
		{ page: '1', pageSize: '100', searchTerm: 'bakery', order: 'Name ASC', summaryOnly: 'true' },
	]);
	expect(found.results).toContainEqual({
		name: `${String(contact.Name)} · ${String(contact.EmailAddress)}`,
		value: contact.ContactID,
		url: expect.stringMatching(/^https:\/\/go\.xero\.com\/app\/.+\/contacts\/contact\//) as unknown,
	});
	expect(found.results.every(({ name }) => /bakery/i.test(name))).toBe(true);
});

it('offers invoices with number, contact, total and status', async () => {
	const sale = on
		.records('Invoices')
		.find(({ Type, Status, CurrencyCode }) => Type === 'ACCREC' && Status === 'AUTHORISED' && CurrencyCode === 'NZD')!;
	const { results } = await on.search('invoice', String(sale.InvoiceNumber));
	const found = results.find(({ value }) => value === sale.InvoiceID)!;
	expect(found.name).toMatch(new RegExp(`^${String(sale.InvoiceNumber)} · .+ · [\\d,]+\\.\\d\\d NZD · Awaiting Payment$`));
});

it('offers for payments and allocations only what waits for its payment', async () => {
	const { results } = await on.search('unpaidInvoice', undefined, undefined, undefined, 'payment');
	expect(results.length).toBeGreaterThan(0);
	expect(results.every(({ name }) => name.endsWith('Awaiting Payment'))).toBe(true);
	expect(on.queries('GET /Invoices')[0]).toEqual({
		page: '1',
		pageSize: '100',
		order: 'Date DESC',
		summaryOnly: 'true',
		unitdp: '4',
		where: 'Status=="AUTHORISED"',
	});
});

it.each([
	['invoice', 'ACCREC', 'ACCPAY'],
	['bill', 'ACCPAY', 'ACCREC'],
])('offers to an operation of the resource %s none of the other kind', async (resource, own, other) => {
	const ids = async (method: string) => {
		const { results } = await on.search(method, undefined, undefined, undefined, resource, 'approve');
		return new Set(results.map(({ value }) => String(value)));
	};
	const types = (found: ReadonlySet<string>) =>
		new Set(on.records('Invoices').flatMap(({ InvoiceID, Type }) => (found.has(String(InvoiceID)) ? [Type] : [])));
	expect(types(await ids(resource))).toEqual(new Set([own]));
	expect(on.queries('GET /Invoices')[0]!.where).toBe(`Type=="${own}"`);
	expect(types(await ids('invoiceOrBill'))).toEqual(new Set([own, other]));
});

it('offers to Restore what is archived, and to nothing else', async () => {
	const there = on.records('Contacts').find(({ ContactStatus }) => ContactStatus === 'ACTIVE')!;
	const ContactID = byId(String(there.ContactID));
	await on.run('contact.archive', { ContactID });
	const search = async (operation: string) =>
		(await on.search('contact', String(there.Name), undefined, undefined, 'contact', operation)).results.map(
			({ value }) => value,
		);
	expect(await search('restore')).toEqual([there.ContactID]);
	expect(await search('update')).toEqual([]);
	await on.run('contact.restore', { ContactID });
	expect(await search('restore')).toEqual([]);
});

it('offers archived tracking options to Restore Option alone', async () => {
	const search = async (resource: string, operation: string) =>
		(await on.search('trackingOption', 'West', undefined, undefined, resource, operation)).results;
	const [west] = await search('invoice', 'create');
	const [category, option] = String(west!.value).split('/') as [string, string];
	const given = { TrackingCategoryID: byId(category), TrackingOptionID: byId(option) };
	await on.run('trackingCategory.archiveOption', given);
	expect(await search('trackingCategory', 'restoreOption')).toEqual([west]);
	expect(await search('invoice', 'create')).toEqual([]);
	await on.run('trackingCategory.restoreOption', given);
	expect(await search('invoice', 'create')).toEqual([west]);
});

it('offers tax rates with their percentage, once', async () => {
	expect(await on.search('taxRate', 'on income')).toEqual({
		results: [
			{ name: '15% GST on Income · OUTPUT2', value: 'OUTPUT2' },
			{ name: 'Levy on Income (2.25%) · TAX001', value: 'TAX001' },
		],
	});
	expect(namesOf(await on.search('taxRate'))).toContain('Zero Rated (0%) · ZERORATED');
});

it('offers tracking options together with their category', async () => {
	const { results } = await on.search('trackingOption');
	expect(results.map(({ name }) => name)).toEqual([
		'Department: Online',
		'Department: Sales',
		'Department: Services',
		'Department: Workshop',
		'Region: Central',
		'Region: East',
		'Region: North',
		'Region: South',
		'Region: West',
	]);
	const [category] = on.records('TrackingCategories').filter(({ Name }) => Name === 'Region');
	expect(String(results[6]!.value).startsWith(`${String(category!.TrackingCategoryID)}/`)).toBe(true);
});

it.each([
	['itemCode', 'SRV-004', /^SRV-004 · .+/],
	['currency', 'EUR', /^EUR · Euro$/],
	['brandingTheme', 'Wholesale', /^Wholesale$/],
	['contactGroup', 'VIP', /^VIP Customers$/],
	['user', 'Ashgrove', /^Ada Ashgrove · ada\.ashgrove@demo\.example$/],
	['trackingCategory', 'Region', /^Region$/],
	['inventoryAccount', '', /^630 · /],
])('offers %s', async (method, filter, line) => {
	const names = namesOf(await on.search(method, filter));
	expect(names).toHaveLength(1);
	expect(names[0]).toMatch(line);
});

it('works in the organisation chosen above', async () => {
	const names = namesOf(await on.search('taxRate', undefined, undefined, byId(HARBOUR)));
	expect(names).toContain('GST on Income (10%) · OUTPUT');
	expect(names).not.toContain('15% GST on Income · OUTPUT2');
});

it('asks to choose an organisation first, when there are two', async () => {
	await expect(on.search('contact', '', undefined, { __rl: true, mode: 'list', value: '' })).rejects.toThrow(
		'Choose an organisation: the credential is connected to ',
	);
	expect(on.asked).toEqual([]);
});

it('says which scope a list needs', async () => {
	const credential = on.credentials;
	on.connect({ scopes: ['offline_access'] });
	await expect(on.search('contact')).rejects.toThrow(
		'This credential may not touch Contacts. In the credential tick Access: Contacts (Read Only) (accounting.contacts.read)',
	);
	on.credentials = credential;
});
