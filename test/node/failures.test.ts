import type { IDataObject } from 'n8n-workflow';
import { SALE, byCode, byId, sales, staged } from './stage';

const on = staged({ seed: 'empty' });

const put = { method: 'PUT', path: '/Invoices' };
const sorry = { ErrorNumber: 0, Type: 'Error', Message: 'An error occurred in Xero. Check the API Status page.' };
/** Xero fails at a call, written or not, and gives the failure again whenever it comes with the same key. */
const failing = (written: boolean) => ({ kind: 'answer', status: 500, keepWrite: written, change: () => sorry }) as const;
const expected = (count: number) => sales(count).map(({ number }) => number);
const numbers = () =>
	on
		.records('Invoices')
		.map(({ InvoiceNumber }) => InvoiceNumber)
		.sort();
const told = (rows: readonly IDataObject[]) => rows.map(({ InvoiceNumber }) => InvoiceNumber);
const statuses = (call: string) => on.called(call).map(({ status, replayed }) => (replayed ? `${status} again` : status));

/** Waits until the calls of a run have let so many ms pass. */
async function passes(ms: number): Promise<void> {
	const until = on.clock.now() + ms;
	while (on.clock.now() < until) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('A failure that Xero repeats for as long as it knows the key', () => {
	it('is no failure when the records are there: they are found by their numbers', async () => {
		on.sandbox.fail({ match: put, times: 1, what: failing(true) });
		const { json, error } = await on.run('bill.create', SALE, sales(50));

		expect(error).toBe('');
		expect(told(json)).toEqual(expected(50));
		expect(json[0]).toMatchObject({ Type: 'ACCPAY', InvoiceID: expect.any(String) as unknown });
		expect(numbers()).toEqual(expected(50));
		expect(statuses('PUT /Invoices')).toEqual([500, '500 again', '500 again']);
		expect(statuses('GET /Invoices')).toEqual([200]);
	});

	it('goes again under another key when the records are not there', async () => {
		on.sandbox.fail({ match: put, times: 1, what: failing(false) });
		const { json, error } = await on.run('bill.create', SALE, sales(50));

		expect(error).toBe('');
		expect(told(json)).toEqual(expected(50));
		expect(numbers()).toEqual(expected(50));
		expect(statuses('PUT /Invoices')).toEqual([500, '500 again', '500 again', 200]);
	});

	it('sends only the other slices as ever', async () => {
		on.sandbox.fail({ match: put, after: 1, times: 1, what: failing(false) });
		const { json, error } = await on.run('bill.create', SALE, sales(120));

		expect(error).toBe('');
		expect(told(json)).toEqual(expected(120));
		expect(numbers()).toEqual(expected(120));
	});

	it('takes no older record of the same number for the one that was sent', async () => {
		await on.run('bill.create', SALE, sales(3), { executionId: '1' });
		await on.clock.sleep(60_000);
		on.sandbox.fail({ match: put, times: 1, what: failing(false) });
		const { json, error } = await on.run('bill.create', SALE, sales(3), { executionId: '2' });

		expect(error).toBe('');
		expect(told(json)).toEqual(expected(3));
		expect(numbers()).toEqual(['S-0001', 'S-0001', 'S-0002', 'S-0002', 'S-0003', 'S-0003']);
	});

	it('says that nothing was written when Xero fails for longer than Longest Wait, and the records are not there', async () => {
		on.sandbox.fail({ match: put, what: failing(false) });
		const started = on.clock.now();
		const { error } = await on.run('bill.create', { ...SALE, options: { longestWait: 2 } }, sales(3));

		expect(error).toContain(
			'3 of 3 were not written. First: Item 1 (S-0001, Ngaio Sports): Xero could not handle the call (status 500); it was looked for and is not there, so it was not written. Run it again later',
		);
		expect(error).not.toContain('open');
		expect(numbers()).toEqual([]);
		expect(on.clock.now() - started).toBeGreaterThan(60_000);
		expect(on.clock.now() - started).toBeLessThan(180_000);
	});

	it('goes on until Xero does it, within Longest Wait', async () => {
		const withdraw = on.sandbox.fail({ match: put, what: failing(false) });
		const running = on.run('bill.create', SALE, sales(3));
		await passes(60_000);
		withdraw();
		const { json, error } = await running;

		expect(error).toBe('');
		expect(told(json)).toEqual(expected(3));
		expect(numbers()).toEqual(expected(3));
	});

	it('stays open where a record has no number, and says so', async () => {
		on.sandbox.fail({ match: { method: 'PUT', path: '/BankTransactions' }, what: failing(true) });
		await on.run('account.create', { Code: '090', Name: 'Bank', Type: 'BANK', additionalFields: { BankAccountNumber: '00-1' } });
		const { error } = await on.run('bankTransaction.create', {
			Type: 'SPEND',
			Contact: { __rl: true, mode: 'name', value: 'Ngaio Sports' },
			BankAccount: byCode('090'),
			LineAmountTypes: 'Exclusive',
			LineItems: { line: [{ Description: 'Fee', Quantity: '1', UnitAmount: '5.00', AccountCode: byCode('400') }] },
		});

		expect(error).toContain('It is open whether it was written: look for it in Xero before sending it again');
		expect(on.records('BankTransactions')).toHaveLength(1);
	});

	it('outlives an outage where a record has no number, under the key it had', async () => {
		const withdraw = on.sandbox.fail({ match: { path: '/ManualJournals' }, what: { kind: 'status', status: 503, as: 'html' } });
		const line = (amount: string) => ({ LineAmount: amount, AccountCode: byCode('400'), Description: 'Rent' });
		const running = on.run('manualJournal.create', {
			Narration: 'Accrual',
			LineAmountTypes: 'NoTax',
			JournalLines: { line: [line('5.00'), line('-5.00')] },
		});
		await passes(10_000);
		withdraw();
		const { error } = await running;

		expect(error).toBe('');
		expect(on.records('ManualJournals')).toHaveLength(1);
		expect(new Set(on.called('PUT /ManualJournals').map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
	});

	it('stays open where two rows have the same number', async () => {
		on.sandbox.fail({ match: put, times: 1, what: failing(true) });
		const [one] = sales(1);
		const { error } = await on.run('bill.create', SALE, [one!, one!]);

		expect(error).toContain('2 of 2 were not confirmed as written');
		expect(numbers()).toEqual(['S-0001', 'S-0001']);
	});

	it.each([
		['is found by its ID when it was done', true, [500, '500 again', '500 again']],
		['goes again when it was not', false, [500, '500 again', '500 again', 200]],
	])('of a change %s', async (_, written, calls) => {
		const { json } = await on.run('bill.create', SALE, sales(3));
		await on.clock.sleep(60_000);
		on.sandbox.fail({ match: { method: 'POST', path: '/Invoices' }, times: 1, what: failing(written) });
		const changes = json.map(({ InvoiceID }, index) => ({ id: InvoiceID, due: `2097-02-0${index + 1}` }));
		const update = { InvoiceID: byId('={{ $json.id }}'), DueDate: '={{ $json.due }}' };
		const { json: changed, error } = await on.run('bill.update', update, changes);

		expect(error).toBe('');
		expect(changed.map(({ DueDate }) => String(DueDate).slice(0, 10))).toEqual(['2097-02-01', '2097-02-02', '2097-02-03']);
		expect(statuses('POST /Invoices')).toEqual(calls);
	});

	it('stays open where a state was changed that the list may not show', async () => {
		const { json } = await on.run('bill.create', SALE, sales(1));
		await on.clock.sleep(60_000);
		on.sandbox.fail({ match: { method: 'POST', path: '/Invoices' }, times: 1, what: failing(false) });
		const { error } = await on.run('bill.delete', { InvoiceID: byId(String(json[0]!.InvoiceID)) });

		expect(error).toContain('It is open whether it was written');
	});

	it('is written by the next try of Retry On Fail, once', async () => {
		const withdraw = on.sandbox.fail({ match: put, what: failing(false) });
		const running = on.run('bill.create', { ...SALE, options: { longestWait: 0.1 } }, sales(3), {
			settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 300 },
		});
		while (on.called('GET /Invoices').length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
		await on.clock.sleep(10_000);
		withdraw();
		const { json, error } = await running;

		expect(error).toBe('');
		expect(told(json)).toEqual(expected(3));
		expect(numbers()).toEqual(expected(3));
	});
});

it('outlives ten seconds in which Xero can do nothing', async () => {
	const withdraw = on.sandbox.fail({ what: { kind: 'status', status: 503, as: 'html' } });
	const running = on.run('bill.create', SALE, sales(120));
	await passes(10_000);
	withdraw();
	const { json, error } = await running;

	expect(error).toBe('');
	expect(told(json)).toEqual(expected(120));
	expect(numbers()).toEqual(expected(120));
});

it('ends a call whose answer takes too long, so that Xero does not count it among the five at once any more', async () => {
	await on.run('contact.create', { Name: 'Ngaio Sports' });
	const { ContactID } = on.records('Contacts')[0]!;
	on.sandbox.fail({ match: { method: 'GET', path: '/Contacts' }, times: 5, what: { kind: 'drip', ms: 50 } });
	const get = { ContactID: byId(String(ContactID)), options: { timeout: 1 } };
	const { json, error } = await on.run('contact.get', get, [{}, {}, {}, {}, {}, {}, {}]);

	expect(error).toBe('');
	expect(json).toHaveLength(7);
	expect(on.called('GET /Contacts').filter(({ status }) => status === 429)).toEqual([]);
});
