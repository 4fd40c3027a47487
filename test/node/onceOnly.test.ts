import { setTimeout as pause } from 'node:timers/promises';
import { KERERU, SALE, byCode, byId, sales, staged } from './stage';

const on = staged({ seed: 'empty' });

const put = { method: 'PUT', path: '/Invoices' };
/** Retry On Fail as set in the node's settings; the wait between tries in real ms. */
const retry = (maxTries: number, waitBetweenTries = 1) => ({ retryOnFail: true, maxTries, waitBetweenTries });

const numbers = () =>
	on
		.records('Invoices')
		.map(({ InvoiceNumber }) => InvoiceNumber)
		.sort();
const expected = (count: number) => sales(count).map(({ number }) => number);

it('leaves exactly 1,000 records after 1,000 writes of which 5 % lose their answer', async () => {
	on.sandbox.fail({ match: put, share: 0.05, seed: 7, what: { kind: 'dropAfter' } });
	// Bills, as Xero itself would refuse the second one of two sales invoices with the same number.
	const { json, error } = await on.run('bill.create', SALE, sales(1000));
	expect(error).toBe('');
	expect(json.map(({ InvoiceNumber }) => InvoiceNumber)).toEqual(expected(1000));
	expect(numbers()).toEqual(expected(1000));
	const cut = on.called('PUT /Invoices').filter(({ status }) => status === 0).length;
	expect(cut).toBeGreaterThan(0);
	expect(on.called('PUT /Invoices')).toHaveLength(20 + cut);
});

it('leaves exactly 50 records when every record travels on its own and one answer in ten is lost', async () => {
	on.sandbox.limits.minute = 10_000;
	on.sandbox.fail({ match: { method: 'PUT', path: '/ContactGroups' }, share: 0.1, seed: 3, what: { kind: 'dropAfter' } });
	const { json, error } = await on.run(
		'contactGroup.create',
		{ Name: '=Group {{ $json.n }}' },
		Array.from({ length: 50 }, (_, n) => ({ n })),
	);
	expect(error).toBe('');
	expect(json.map(({ Name }) => Name)).toEqual(Array.from({ length: 50 }, (_, n) => `Group ${n}`));
	expect(on.records('ContactGroups')).toHaveLength(50);
});

it('writes the same record twice when two items are alike to the letter: a retry is told from a repetition', async () => {
	const { json } = await on.run('bill.create', SALE, [sales(1)[0]!, sales(1)[0]!]);
	expect(json).toHaveLength(2);
	expect(numbers()).toEqual(['S-0001', 'S-0001']);
	// In calls of their own, with the same body to the same path: the keys differ all the same.
	const [contact] = on.records('Contacts');
	const note = { ContactID: byId(String(contact!.ContactID)), Details: 'Called' };
	const notes = await on.run('contact.addNote', note, [{}, {}]);
	expect(notes.json).toHaveLength(2);
	const history = await on.run('contact.getHistory', { ContactID: note.ContactID });
	expect(history.json.filter(({ Details }) => Details === 'Called')).toHaveLength(2);
});

describe('Retry On Fail of the whole node', () => {
	it('writes nothing twice when a slice has failed in the first try', async () => {
		// The second call and all its repetitions fail: five tries, then the node fails and n8n starts it again.
		const withdraw = on.sandbox.fail({ match: put, after: 1, times: 5, what: { kind: 'status', status: 503, as: 'html' } });
		const { json, pairs, error } = await on.run('bill.create', SALE, sales(100), {
			settings: retry(3),
		});
		withdraw();
		expect(error).toBe('');
		expect(json.map(({ InvoiceNumber }) => InvoiceNumber)).toEqual(expected(100));
		expect(pairs).toEqual(Array.from({ length: 100 }, (_, index) => index));
		expect(numbers()).toEqual(expected(100));
	});

	it('writes nothing twice when the slice that comes last has failed', async () => {
		on.sandbox.fail({ match: put, after: 2, times: 5, what: { kind: 'dropAfter' } });
		const { json, error } = await on.run('bill.create', SALE, sales(120), { settings: retry(2) });
		expect(error).toBe('');
		expect(json.map(({ InvoiceNumber }) => InvoiceNumber)).toEqual(expected(120));
		expect(numbers()).toEqual(expected(120));
	});

	it('writes nothing twice when a value is another one in each try, such as the time of day', async () => {
		on.sandbox.fail({ match: put, times: 5, what: { kind: 'dropAfter' } });
		const { json, error } = await on.run(
			'bill.create',
			{
				...SALE,
				InvoiceNumber: '={{ $json.number }}',
				additionalFields: { Url: '=https://example.com/{{ Math.random() }}' },
			},
			sales(3),
			{ settings: retry(3) },
		);
		expect(error).toBe('');
		expect(json.map(({ InvoiceNumber }) => InvoiceNumber)).toEqual(expected(3));
		expect(numbers()).toEqual(expected(3));
	});

	it('does not write the good rows again with other values when the first row was refused', async () => {
		const rows = sales(4).map((row, index) => (index === 0 ? { ...row, account: '999' } : row));
		await on.run(
			'bill.create',
			{
				...SALE,
				InvoiceNumber: '={{ $json.number }}',
				additionalFields: { Url: '=https://example.com/{{ Math.random() }}' },
			},
			rows,
			{ settings: { ...retry(3), onError: 'continueRegularOutput' } },
		);
		expect(numbers()).toEqual(['S-0002', 'S-0003', 'S-0004']);
	});

	it('writes nothing twice when the halves of an unreadable request were in doubt', async () => {
		on.sandbox.fail({ match: put, times: 1, what: { kind: 'status', status: 400, as: 'json', body: { Message: 'Unreadable' } } });
		on.sandbox.fail({ match: put, after: 1, times: 5, what: { kind: 'dropAfter' } });
		const { error } = await on.run(
			'bill.create',
			{
				...SALE,
				InvoiceNumber: '={{ $json.number }}',
				additionalFields: { Url: '=https://example.com/{{ Math.random() }}' },
			},
			sales(4),
			{ settings: retry(3) },
		);
		expect(error).toBe('');
		expect(numbers()).toEqual(expected(4));
	});

	it('writes nothing twice when other rows go together in the next try', async () => {
		// The first row names its organisation; looking the name up fails in the first try only.
		on.sandbox.fail({ match: { path: '/connections' }, times: 5, what: { kind: 'status', status: 503, as: 'text' } });
		const rows = sales(3).map((row, index) => ({ ...row, in: index ? KERERU : 'Kererū Trading (Demo)' }));
		const { json } = await on.run('bill.create', SALE, rows, {
			organisation: byId('={{ $json.in }}'),
			settings: { ...retry(3), onError: 'continueRegularOutput' },
		});
		expect(json.map(({ InvoiceNumber }) => InvoiceNumber)).toEqual(expected(3));
		expect(numbers()).toEqual(expected(3));
	});

	it('uploads no file twice when its name is another one in each try', async () => {
		const { json } = await on.run('contact.create', { Name: 'Wattle Sails' }, [{}]);
		on.sandbox.fail({ match: { method: 'PUT', path: '/Attachments' }, after: 1, times: 5, what: { kind: 'dropAfter' } });
		const file = { data: Buffer.from('text').toString('base64'), mimeType: 'text/plain', fileName: 'x.txt' };
		const { error } = await on.run(
			'contact.addAttachment',
			{
				ContactID: byId(String(json[0]?.ContactID)),
				binaryPropertyName: 'data',
				options: { FileName: '={{ $json.n }}-{{ Math.random() }}.txt' },
			},
			[
				{ json: { n: 'a' }, binary: { data: file } },
				{ json: { n: 'b' }, binary: { data: file } },
			],
			{ settings: retry(3) },
		);
		expect(error).toBe('');
		const { json: attached } = await on.run('contact.getAttachments', { ContactID: byId(String(json[0]?.ContactID)) }, [{}]);
		expect(attached.map(({ FileName }) => String(FileName).charAt(0)).sort()).toEqual(['a', 'b']);
	});

	it('does not write the good rows again when the node goes on and its first row was refused', async () => {
		// n8n tries a node again when its first output row holds a refusal, even when it goes on.
		const rows = sales(4).map((row, index) => (index === 0 ? { ...row, account: '999' } : row));
		const { json } = await on.run('bill.create', SALE, rows, {
			settings: { ...retry(3), onError: 'continueRegularOutput' },
		});
		expect(json.map(({ InvoiceNumber, error }) => InvoiceNumber ?? error)).toEqual([
			expect.stringContaining("Account code '999'"),
			'S-0002',
			'S-0003',
			'S-0004',
		]);
		expect(numbers()).toEqual(['S-0002', 'S-0003', 'S-0004']);
	});

	it('does not write the good rows again when one row of the batch is refused and the node stops', async () => {
		const rows = sales(3).map((row, index) => (index === 2 ? { ...row, account: '999' } : row));
		const { error } = await on.run('bill.create', SALE, rows, { settings: retry(3) });
		expect(error).toContain('Item 3 (S-0003, Ngaio Sports): Xero says: ');
		expect(error).toContain('2 of 3 were written');
		expect(numbers()).toEqual(['S-0001', 'S-0002']);
	});

	it('uploads and pays once', async () => {
		await on.run('account.create', {
			Code: '090',
			Name: 'Bank',
			Type: 'BANK',
			additionalFields: { BankAccountNumber: '00-0000-0000001-00' },
		});
		await on.run('invoice.create', { ...SALE, InvoiceNumber: 'S-1', Status: 'AUTHORISED', DueDate: '2097-01-15' }, [
			{ customer: 'Ngaio Sports', amount: 100, account: '200' },
		]);
		on.sandbox.fail({ match: { method: 'PUT', path: '/Payments' }, times: 5, what: { kind: 'dropAfter' } });
		const { error } = await on.run(
			'payment.create',
			{ Invoice: { __rl: true, mode: 'number', value: 'S-1' }, Account: byCode('090'), Date: '2096-11-20', Amount: 15 },
			[{}],
			{ settings: retry(3) },
		);
		expect(error).toBe('');
		expect(on.records('Payments')).toHaveLength(1);
		expect(on.records('Invoices')[0]).toMatchObject({ AmountDue: 100 });
	});
});

it('writes again in another execution, which is not a retry', async () => {
	await on.run('bill.create', SALE, sales(2), { executionId: '41' });
	await on.run('bill.create', SALE, sales(2), { executionId: '42' });
	expect(numbers()).toEqual(['S-0001', 'S-0001', 'S-0002', 'S-0002']);
	const keys = on.called('PUT /Invoices').map(({ idempotencyKey }) => idempotencyKey);
	expect(new Set(keys).size).toBe(2);
	expect(keys.every((key) => key !== undefined && key.length <= 128)).toBe(true);
});

it('refreshes an expired token once for calls at the same time, and keeps the new one', async () => {
	const before = (on.credentials.xeroSuiteOAuth2Api.oauthTokenData as { refresh_token: string }).refresh_token;
	// After one that went well two go at once.
	await on.run('contact.getAll');
	on.sandbox.expireTokens();
	const { json, error } = await on.run('invoice.create', SALE, sales(250));
	expect(error).toBe('');
	expect(json).toHaveLength(250);
	expect(on.records('Invoices')).toHaveLength(250);
	expect(on.sandbox.tokenRequests).toEqual({ refresh_token: 1 });
	expect(on.called('PUT /Invoices').filter(({ status }) => status === 401)).toHaveLength(2);
	expect((on.credentials.xeroSuiteOAuth2Api.oauthTokenData as { refresh_token: string }).refresh_token).not.toBe(before);
	const again = await on.run('contact.getAll');
	expect(again.error).toBe('');
	expect(on.sandbox.tokenRequests).toEqual({ refresh_token: 1 });
});

it('fetches a token for a Custom Connection and another one when it has expired', async () => {
	on.connectCustom();
	expect((await on.run('contact.create', { Name: 'A' })).error).toBe('');
	on.sandbox.expireTokens();
	expect((await on.run('contact.create', { Name: 'B' })).error).toBe('');
	expect(on.sandbox.tokenRequests).toEqual({ client_credentials: 2 });
	expect(on.records('Contacts')).toHaveLength(2);
});

describe('Retry On Fail ten minutes later, when Xero has forgotten the keys', () => {
	const late = staged({ seed: 'empty' });
	const bills = () =>
		late
			.records('Invoices')
			.map(({ InvoiceNumber }) => InvoiceNumber)
			.sort();
	const settings = retry(2, 1000);
	/** Lets ten minutes pass as soon as the first try has made its last call, while n8n waits for the second. */
	const passAfter = async (calls: number): Promise<void> => {
		while (late.called('PUT /Invoices').length < calls) await pause(5);
		await late.clock.sleep(600_000);
	};

	it('sends what was not sent, and not again what was answered', async () => {
		late.sandbox.fail({ match: put, after: 2, times: 1, what: { kind: 'limit', problem: 'minute', retryAfter: 400 } });
		const running = late.run('bill.create', SALE, sales(120), { settings });
		await passAfter(3);
		const { json, error } = await running;
		expect(error).toBe('');
		expect(json.map(({ InvoiceNumber }) => InvoiceNumber)).toEqual(expected(120));
		expect(bills()).toEqual(expected(120));
		expect(late.called('PUT /Invoices').map(({ status, replayed }) => [status, replayed])).toEqual([
			[200, false],
			[200, false],
			[429, false],
			[200, false],
		]);
		const [first, , , last] = late.called('PUT /Invoices');
		expect(last!.at - first!.at).toBeGreaterThan(360_000);
	});

	it('does not send again what may have been written, and says that this is open', async () => {
		late.sandbox.fail({ match: put, after: 2, what: { kind: 'dropAfter' } });
		const running = late.run('bill.create', SALE, sales(120), { settings });
		await passAfter(7);
		const { error } = await running;
		expect(error).toContain('100 of 120 were written to Xero');
		expect(error).toContain('It is open whether');
		expect(bills()).toEqual(expected(120));
	});
});
