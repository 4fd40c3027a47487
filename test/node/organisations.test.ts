import { HARBOUR, KERERU, SALE, byId, byName, sales, staged } from './stage';

const on = staged({ seed: 'empty' });

const NONE = { __rl: true, mode: 'list', value: '' };

const names = (tenant: string) =>
	on
		.records('Contacts', tenant)
		.map(({ Name }) => Name)
		.sort();

it('refuses to guess when two organisations are connected and none was chosen', async () => {
	const { error } = await on.run('invoice.create', SALE, sales(3), { organisation: NONE });
	expect(error).toContain('Choose an organisation: the credential is connected to ');
	expect(error).toContain('is connected to 2 (Kererū Trading (Demo), Harbour Lane Studio (Demo))');
	expect(on.asked).toEqual([]);
	expect([on.records('Invoices'), on.records('Invoices', HARBOUR)]).toEqual([[], []]);
});

it('takes the only one that is connected', async () => {
	on.connect({ tenants: [HARBOUR] });
	const { error } = await on.run('contact.create', { Name: 'Wattle Sails' }, [{}], { organisation: NONE });
	expect(error).toBe('');
	expect([names(KERERU), names(HARBOUR)]).toEqual([[], ['Wattle Sails']]);
});

it('writes each item into the organisation its expression names, by name or by ID, in as few calls as possible', async () => {
	const { json, pairs, error } = await on.run(
		'contact.create',
		{ Name: '={{ $json.name }}' },
		[
			{ name: 'A', in: 'Harbour Lane Studio (Demo)' },
			{ name: 'B', in: KERERU },
			{ name: 'C', in: HARBOUR },
			{ name: 'D', in: 'kererū trading (demo)' },
			{ name: 'E', in: HARBOUR.toUpperCase() },
		],
		{ organisation: byId('={{ $json.in }}') },
	);
	expect(error).toBe('');
	expect(json.map(({ Name }) => Name)).toEqual(['A', 'B', 'C', 'D', 'E']);
	expect(pairs).toEqual([0, 1, 2, 3, 4]);
	expect([names(KERERU), names(HARBOUR)]).toEqual([
		['B', 'D'],
		['A', 'C', 'E'],
	]);
	expect(on.sandbox.calls.map(({ method, url, tenant }) => `${method} ${url.split('?')[0]} ${tenant ?? ''}`).sort()).toEqual([
		'GET /connections ',
		`PUT /api.xro/2.0/Contacts ${KERERU}`,
		`PUT /api.xro/2.0/Contacts ${HARBOUR}`,
	]);
});

it('refuses a name that is not connected, and says which are; the other items are written when the node goes on', async () => {
	const items = [
		{ name: 'A', in: 'Elsewhere' },
		{ name: 'B', in: KERERU },
	];
	const stopped = await on.run('contact.create', { Name: '={{ $json.name }}' }, items, { organisation: byId('={{ $json.in }}') });
	expect(stopped.error).toContain(
		'Item 1, Organisation “Elsewhere”: is not connected to this credential (Kererū Trading (Demo), Harbour Lane Studio (Demo)). Choose one from the list, or give its ID',
	);
	expect(stopped.error).toContain('Kererū Trading (Demo), Harbour Lane Studio (Demo)');
	expect(on.asked).toEqual([]);

	const went = await on.run('contact.create', { Name: '={{ $json.name }}' }, items, {
		organisation: byId('={{ $json.in }}'),
		settings: { onError: 'continueRegularOutput' },
	});
	expect(went.json).toEqual([
		expect.objectContaining({
			error:
				'Item 1, Organisation “Elsewhere”: is not connected to this credential (Kererū Trading (Demo), Harbour Lane Studio (Demo)). Choose one from the list, or give its ID',
		}),
		expect.objectContaining({ Name: 'B' }),
	]);
	expect(names(KERERU)).toEqual(['B']);
});

it('says that the organisation is no longer connected when Xero gives no access to it', async () => {
	on.sandbox.disconnect(HARBOUR);
	const { error, ran } = await on.run('invoice.create', SALE, sales(300), { organisation: byId(HARBOUR) });
	expect(error).toContain('The organisation gives no access to this');
	expect(error).toContain('or the organisation was disconnected');
	expect(error).toContain('AuthenticationUnsuccessful');
	expect(ran.error).toMatchObject({ httpCode: '403', failure: { cause: 'configuration-invalid' } });
	// Those under way at the same time have been sent; nothing after them.
	expect(on.asked.length).toBeLessThanOrEqual(5);
	expect(on.records('Invoices', HARBOUR)).toEqual([]);
});

it('is told by Xero that it has no business in an organisation that was never connected', async () => {
	const { error } = await on.run('contact.getAll', {}, [{}], { organisation: byId('2c5f1a3e-8b7d-4e21-9c46-7f0d5b1a9e33') });
	expect(error).toContain('The organisation gives no access to this');
	expect(on.asked).toEqual(['GET /Contacts']);
});

it('goes on with the other organisation when one of two is disconnected', async () => {
	on.sandbox.disconnect(HARBOUR);
	const { json } = await on.run(
		'contact.create',
		{ Name: '={{ $json.name }}' },
		[
			{ name: 'A', in: HARBOUR },
			{ name: 'B', in: KERERU },
		],
		{ organisation: byId('={{ $json.in }}'), settings: { onError: 'continueRegularOutput' } },
	);
	expect(json).toEqual([
		expect.objectContaining({
			error:
				'The organisation gives no access to this. The person who connected needs the role for it in Xero, or the organisation was disconnected',
		}),
		expect.objectContaining({ Name: 'B' }),
	]);
});

it('asks to connect when no organisation is connected at all', async () => {
	on.sandbox.disconnect(HARBOUR);
	on.sandbox.disconnect(KERERU);
	const { error } = await on.run('contact.create', { Name: 'A' }, [{}], { organisation: NONE });
	expect(error).toContain('No organisation of Xero is connected');
});

it('joins the lines of a document whatever form its organisation is given in', async () => {
	const { json, error } = await on.run(
		'bill.create',
		{
			input: 'lines',
			documentKey: 'B-1',
			Contact: byName('Rata Print'),
			LineAmountTypes: 'Exclusive',
			LineItems: { line: [{ Description: '={{ $json.what }}', UnitAmount: 10 }] },
			InvoiceNumber: 'B-1',
		},
		[
			{ what: 'Paper', in: KERERU },
			{ what: 'Ink', in: 'Kererū Trading (Demo)' },
			{ what: 'Delivery', in: KERERU.toUpperCase() },
		],
		{ organisation: byId('={{ $json.in }}') },
	);
	expect(error).toBe('');
	expect(json).toHaveLength(1);
	expect(on.records('Invoices').map(({ InvoiceNumber, LineItems }) => [InvoiceNumber, (LineItems as unknown[]).length])).toEqual([
		['B-1', 3],
	]);
});

it('lets the last of many changes to one record win', async () => {
	await on.run('contact.create', { Name: 'Wattle Sails' }, [{}]);
	const [contact] = on.records('Contacts');
	const { error } = await on.run(
		'contact.update',
		{ ContactID: byId(String(contact?.ContactID)), additionalFields: { AccountNumber: '=A-{{ $json.n }}' } },
		Array.from({ length: 12 }, (_, n) => ({ n })),
	);
	expect(error).toBe('');
	expect(on.records('Contacts')[0]?.AccountNumber).toBe('A-11');
});
