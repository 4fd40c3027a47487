import { byId, HARBOUR, KERERU, staged, thrown, told } from './stage';

const MINUTE = 60_000;

describe('A trigger on invoices', () => {
	const stage = staged();

	it('tells of nothing that was there when it was activated, and takes one call for it', async () => {
		await stage.invoice();
		stage.sandbox.forget();
		const trigger = stage.trigger('invoice');

		expect(await trigger.raw()).toBeNull();
		expect(stage.asked).toEqual(['GET /Invoices']);

		await stage.pass();
		expect(await trigger.poll()).toEqual([]);
	});

	it('tells of a change once, however often it polls', async () => {
		const trigger = await stage.watching('invoice');
		const id = await stage.invoice();

		expect(told(await trigger.poll())).toEqual([['new', id]]);
		for (let polls = 0; polls < 8; polls += 1) {
			expect(await trigger.poll()).toEqual([]);
			await stage.pass(MINUTE / 2);
		}
	});

	it('tells of changes within one second over two polls, each once', async () => {
		const trigger = await stage.watching('invoice');
		const first = await stage.invoice();
		const before = await trigger.poll();
		const second = await stage.invoice();
		await stage.changed('Invoices', first, { Reference: 'At once' });
		const after = await trigger.poll();

		expect(told(before)).toEqual([['new', first]]);
		expect(told(after)).toEqual([
			['new', second],
			['updated', first],
		]);
		expect(await trigger.poll()).toEqual([]);
	});

	it('tells of the oldest change first', async () => {
		const trigger = await stage.watching('invoice');
		const ids = [await stage.invoice(), await stage.invoice(), await stage.invoice()];
		await stage.changed('Invoices', ids[0]!, { Reference: 'Last' });

		expect(told(await trigger.poll())).toEqual([
			['new', ids[1]],
			['new', ids[2]],
			['new', ids[0]],
		]);
	});

	it('says whether a record is new with one call for each that it has not told of', async () => {
		const old = await stage.invoice();
		await stage.pass(10 * MINUTE);
		const trigger = await stage.watching('invoice');
		const id = await stage.invoice();
		await stage.changed('Invoices', old, { Reference: 'x' });

		expect(told(await trigger.poll())).toEqual([
			['new', id],
			['updated', old],
		]);
		expect(stage.asked.sort()).toEqual(['GET /Invoices', `GET /Invoices/${id}/History`, `GET /Invoices/${old}/History`].sort());
		stage.sandbox.forget();
		await stage.changed('Invoices', id, { Reference: 'x' });
		await stage.changed('Invoices', old, { Reference: 'y' });

		expect(told(await trigger.poll())).toEqual([
			['updated', id],
			['updated', old],
		]);
		expect(stage.asked).toEqual(['GET /Invoices']);
	});

	it('takes no such call when it need not tell new from updated', async () => {
		const trigger = await stage.watching('invoice', { options: { tellNew: false } });
		const id = await stage.invoice();

		expect(told(await trigger.poll())).toEqual([['newOrUpdated', id]]);
		expect(stage.asked).toEqual(['GET /Invoices']);
	});

	it('that have come to be new tells of each of them once', async () => {
		const old = await stage.invoice();
		await stage.pass(10 * MINUTE);
		const trigger = await stage.watching('invoice', { event: 'new' });
		const id = await stage.invoice();
		await stage.changed('Invoices', old, { Reference: 'x' });

		expect(told(await trigger.poll())).toEqual([['new', id]]);
		await stage.changed('Invoices', id, { Reference: 'x' });
		expect(await trigger.poll()).toEqual([]);
	});

	it('that have come to be new tells of one when it first passes the filters', async () => {
		const trigger = await stage.watching('invoice', { event: 'new', filters: { Status: ['AUTHORISED'] } });
		const id = await stage.invoice();

		expect(await trigger.poll()).toEqual([]);
		await stage.pass(60 * MINUTE);
		expect(await trigger.poll()).toEqual([]);
		await stage.changed('Invoices', id, { Status: 'AUTHORISED' });
		expect(told(await trigger.poll())).toEqual([['new', id]]);
		await stage.changed('Invoices', id, { Reference: 'x' });
		expect(await trigger.poll()).toEqual([]);
	});

	it('that were updated tells of changes of what was there', async () => {
		const old = await stage.invoice();
		await stage.pass(10 * MINUTE);
		const trigger = await stage.watching('invoice', { event: 'updated' });
		const id = await stage.invoice();
		await stage.changed('Invoices', old, { Reference: 'x' });

		expect(told(await trigger.poll())).toEqual([['updated', old]]);
		await stage.changed('Invoices', id, { Reference: 'x' });
		expect(told(await trigger.poll())).toEqual([['updated', id]]);
	});

	it('that were updated tells of one that was made without passing the filters, once it does', async () => {
		const trigger = await stage.watching('invoice', { event: 'updated', filters: { Status: ['AUTHORISED'] } });
		const id = await stage.invoice();
		expect(await trigger.poll()).toEqual([]);
		await stage.changed('Invoices', id, { Status: 'AUTHORISED' });

		expect(told(await trigger.poll())).toEqual([['updated', id]]);
	});

	it('tells nothing of bills, and one on bills nothing of invoices', async () => {
		const [sales, bills] = [await stage.watching('invoice'), await stage.watching('bill')];
		const [invoice, bill] = [await stage.invoice(), await stage.invoice({ Type: 'ACCPAY' })];

		expect(told(await sales.poll())).toEqual([['new', invoice]]);
		expect(told(await bills.poll())).toEqual([['new', bill]]);
	});

	it('tells of records made since the moment it is to start from, and what was changed since then', async () => {
		const old = await stage.invoice();
		await stage.pass(10 * MINUTE);
		const startFrom = new Date(stage.clock.now()).toISOString();
		await stage.pass(10 * MINUTE);
		const id = await stage.invoice();
		await stage.changed('Invoices', old, { Reference: 'x' });
		await stage.pass(60 * MINUTE);
		const trigger = stage.trigger('invoice', { options: { startFrom } });

		expect(told(await trigger.activate())).toEqual([
			['new', id],
			['updated', old],
		]);
		expect(await trigger.poll()).toEqual([]);
		const later = await stage.invoice();
		expect(told(await trigger.poll())).toEqual([['new', later]]);
	});

	it('takes the moment to start from in the time zone of the workflow', async () => {
		// What the books began with is older than an hour then.
		await stage.pass(61 * MINUTE);
		const id = await stage.invoice();
		const hour = new Date(stage.clock.now() - 60 * MINUTE).toISOString().slice(0, 19);
		const at = (timezone: string) => stage.trigger('invoice', { options: { startFrom: hour } }, { timezone });

		expect(told(await at('UTC').activate())).toEqual([['new', id]]);
		expect(await at('America/Los_Angeles').activate()).toEqual([]);
	});

	it('that is to start later tells of nothing until then', async () => {
		const startFrom = new Date(stage.clock.now() + 60 * MINUTE).toISOString();
		const trigger = stage.trigger('invoice', { options: { startFrom } });
		expect(await trigger.activate()).toEqual([]);
		await stage.invoice();
		expect(await trigger.poll()).toEqual([]);
		await stage.pass(61 * MINUTE);
		const id = await stage.invoice();

		expect(told(await trigger.poll())).toEqual([['new', id]]);
	});

	it('starts anew with another organisation, another kind or another moment to start from', async () => {
		const trigger = await stage.watching('invoice', {}, { id: 'moved' });
		await stage.invoice();
		const as = async (resource: string, more = {}) => {
			const other = stage.trigger(resource, more, { id: 'moved' });
			other.saved = trigger.saved;
			other.restart();
			return await other.poll();
		};

		expect(await as('invoice', { organisation: byId(HARBOUR) })).toEqual([]);
		expect(await as('bill')).toEqual([]);
		await stage.pass();
		expect(await as('invoice', { options: { startFrom: new Date(stage.clock.now()).toISOString() } })).toEqual([]);
		expect(await as('invoice')).toHaveLength(1);
	});

	it('gives the fields that Simplify keeps, or whole records, with dates as ISO 8601', async () => {
		const [simple, whole] = [await stage.watching('invoice'), await stage.watching('invoice', { simplify: false })];
		const id = await stage.invoice();
		const [short] = await simple.poll();
		const [long] = await whole.poll();

		expect(Object.keys(short!)).toEqual([
			'changeType',
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
		]);
		expect(long).toMatchObject({
			changeType: 'new',
			InvoiceID: id,
			DueDate: stage.day(30),
			LineItems: [{ Description: 'Chairs' }],
		});
		expect(long!.UpdatedDateUTC).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
	});

	it('shows in a test of the editor the latest records that pass the filters, and remembers nothing', async () => {
		const trigger = await stage.watching('invoice', { filters: { MinimumAmount: '500' } });
		const ids = [
			await stage.invoice({}, 900),
			await stage.invoice({}, 800),
			await stage.invoice({}, 10),
			await stage.invoice({}, 700),
		];
		await stage.invoice({}, 600);
		const memory = JSON.stringify(trigger.memory);
		const shown = await trigger.test();

		expect(shown.map(({ Total }) => Total)).toEqual([600, 700, 800]);
		expect(shown.map(({ changeType }) => changeType)).toEqual(['updated', 'updated', 'updated']);
		expect(JSON.stringify(trigger.memory)).toBe(memory);
		expect(await trigger.poll()).toHaveLength(4);
		expect(ids).toHaveLength(4);
	});

	it('says in a test of the editor when nothing passes the filters', async () => {
		const trigger = stage.trigger('invoice', { filters: { MinimumAmount: '1000000' } });
		const error = await thrown(trigger.test());

		expect(error.message).toBe('No data with the current filter could be found');
		expect(error.description).toMatch(/^None of the last \d+ records fits\. Loosen Filters/);
	});

	it('takes the only organisation there is, or names those to choose from', async () => {
		const error = await thrown(stage.trigger('invoice', { organisation: byId('') }).raw());

		expect(error.message).toMatch(/^Choose an organisation: the credential is connected to \d+ \(/);
		expect(await stage.trigger('invoice', { organisation: byId(KERERU) }).raw()).toBeNull();
	});

	it('gives way while a poll of the same node is under way', async () => {
		const trigger = await stage.watching('invoice');
		const id = await stage.invoice();
		const [first, second] = await Promise.all([trigger.raw(), trigger.raw()]);

		expect(second).toBeNull();
		expect(first![0]!.map(({ json }) => json.InvoiceID)).toEqual([id]);
		expect(await trigger.raw()).toBeNull();
	});

	it('goes on from its activation where n8n did not save what it left', async () => {
		const trigger = stage.trigger('invoice');
		expect(await trigger.raw()).toBeNull();
		const id = await stage.invoice();
		trigger.restart();

		expect(told(await trigger.poll())).toEqual([['new', id]]);
		expect(await trigger.poll()).toEqual([]);
	});

	it('remembers a bounded number of records, and takes none of the forgotten for new', async () => {
		const { KnownRecords } = await import('../../nodes/XeroPollingTrigger/knownRecords');
		const known = new KnownRecords(new Map(), 10_000, 3);
		for (const second of [20, 21, 22, 23, 24]) known.add(`id ${second}`, second * 1_000);

		expect([...known.all.values()]).toEqual([22, 23, 24]);
		expect(known.from).toBe(22_000);
		expect([known.has('id 20'), known.has('id 24')]).toEqual([false, true]);
	});
});
