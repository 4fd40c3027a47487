import { staged, thrown, told } from './stage';

const DAY = 24 * 60 * 60_000;

describe('A trigger on overdue invoices', () => {
	const stage = staged({ seed: 'empty' });
	const due = (days: number, more = {}) => ({ Status: 'AUTHORISED', Date: stage.day(-90), DueDate: stage.day(days), ...more });

	it.each([
		['invoiceOverdue', 'ACCREC'],
		['billOverdue', 'ACCPAY'],
	])('tells of each once, on the day after its due date: %s', async (resource, Type) => {
		await stage.invoice(due(-10, { Type }));
		const id = await stage.invoice(due(1, { Type }));
		await stage.invoice(due(1, { Type: Type === 'ACCREC' ? 'ACCPAY' : 'ACCREC' }));
		await stage.invoice(due(1, { Type, Status: 'DRAFT' }));
		const trigger = await stage.watching(resource);
		expect(await trigger.poll()).toEqual([]);
		await stage.pass(DAY);
		expect(await trigger.poll()).toEqual([]);
		await stage.pass(DAY);

		expect(told(await trigger.poll())).toEqual([['overdue', id]]);
		expect(await trigger.poll()).toEqual([]);
		await stage.pass(DAY);
		expect(await trigger.poll()).toEqual([]);
	});

	it('takes one call when nothing joined, and one more for up to 40 that did', async () => {
		const trigger = await stage.watching('invoiceOverdue');
		await stage.call('PUT', '/Invoices', {
			Invoices: Array.from({ length: 45 }, () => ({
				Type: 'ACCREC',
				Contact: { Name: 'Ngaio Sports' },
				LineItems: [{ Description: 'Chairs', Quantity: 1, UnitAmount: 5, AccountCode: '200', TaxType: 'NONE' }],
				...due(-3),
			})),
		});

		expect(await trigger.poll()).toHaveLength(45);
		expect(stage.asked).toEqual(['GET /Invoices', 'GET /Invoices', 'GET /Invoices']);
		expect(await trigger.poll()).toEqual([]);
		expect(stage.asked).toHaveLength(4);
	});

	it('tells again of one whose due date was moved and has passed anew', async () => {
		const trigger = await stage.watching('invoiceOverdue');
		const id = await stage.invoice(due(-1));
		expect(told(await trigger.poll())).toEqual([['overdue', id]]);
		await stage.changed('Invoices', id, { DueDate: stage.day(2) });
		expect(await trigger.poll()).toEqual([]);
		await stage.pass(3 * DAY);

		expect(told(await trigger.poll())).toEqual([['overdue', id]]);
		expect(await trigger.poll()).toEqual([]);
	});

	it('tells nothing of one that was paid in time', async () => {
		const trigger = await stage.watching('invoiceOverdue');
		const id = await stage.invoice(due(0));
		await stage.call('PUT', '/Accounts', { Code: '090', Name: 'Bank', Type: 'BANK', BankAccountNumber: '01-0001-0000001-00' });
		await stage.pay(id);
		await stage.pass(2 * DAY);

		expect(await trigger.poll()).toEqual([]);
	});

	it('goes by the calendar of the workflow', async () => {
		const id = await stage.invoice(due(0));
		const ahead = await stage.watching('invoiceOverdue', {}, { timezone: 'Pacific/Kiritimati' });
		const behind = await stage.watching('invoiceOverdue', {}, { timezone: 'Pacific/Pago_Pago' });
		const days = (zone: string): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(stage.clock.now());
		const date = String(stage.records('Invoices').find(({ InvoiceID }) => InvoiceID === id)!.DueDate).slice(0, 10);
		const tells = { ahead: 0, behind: 0 };
		for (let hours = 0; hours < 60; hours += 1) {
			await stage.pass(60 * 60_000);
			if ((await ahead.poll()).length) {
				tells.ahead += 1;
				expect(days('Pacific/Kiritimati') > date).toBe(true);
			}
			if ((await behind.poll()).length) {
				tells.behind += 1;
				expect(days('Pacific/Pago_Pago') > date).toBe(true);
			}
		}

		expect(tells.behind).toBe(1);
		expect(tells.ahead).toBeLessThanOrEqual(1);
	});

	it('waits for as many days as it is told to', async () => {
		const trigger = await stage.watching('invoiceOverdue', { filters: { DaysOverdue: 7 } });
		const id = await stage.invoice(due(-6));
		expect(await trigger.poll()).toEqual([]);
		await stage.pass(DAY);

		expect(told(await trigger.poll())).toEqual([['overdue', id]]);
	});

	it('tells of those that pass the filters, the one due first at the head', async () => {
		const trigger = await stage.watching('invoiceOverdue', { simplify: false, filters: { MinimumAmount: '100' } });
		const late = await stage.invoice(due(-2), 200);
		await stage.invoice(due(-3), 99);
		const later = await stage.invoice(due(-5), 100);
		const items = await trigger.poll();

		expect(told(items)).toEqual([
			['overdue', later],
			['overdue', late],
		]);
		expect(items[0]).toMatchObject({ DueDate: stage.day(-5), LineItems: [{ Description: 'Chairs' }] });
		expect(await trigger.poll()).toEqual([]);
	});

	it('tells nothing of what was overdue already when its filters are loosened', async () => {
		const strict = await stage.watching('invoiceOverdue', { filters: { MinimumAmount: '100' } });
		await stage.invoice(due(-3), 99);
		expect(await strict.poll()).toEqual([]);
		strict.save();
		const loose = stage.trigger('invoiceOverdue', {}, { id: strict.id });
		loose.saved = strict.saved;
		loose.restart();

		expect(await loose.poll()).toEqual([]);
		const id = await stage.invoice(due(-3), 99);
		expect(told(await loose.poll())).toEqual([['overdue', id]]);
	});

	it('that starts from a day tells of what has come to be due since', async () => {
		const [before, after] = [await stage.invoice(due(-20)), await stage.invoice(due(-5))];
		const trigger = stage.trigger('invoiceOverdue', { options: { startFrom: `${stage.day(-10)}T00:00:00` } });
		const ids = (await trigger.activate()).map(({ InvoiceID }) => InvoiceID);

		expect(ids).toContain(after);
		expect(ids).not.toContain(before);
		expect(await trigger.poll()).toEqual([]);
	});

	it('hands on as many as there is time for, and the rest with the next poll', async () => {
		const trigger = await stage.watching('invoiceOverdue', {}, { budget: 0 });
		for (let count = 0; count < 2; count += 1) {
			await stage.call('PUT', '/Invoices', {
				Invoices: Array.from({ length: 50 }, () => ({
					Type: 'ACCREC',
					Contact: { Name: 'Ngaio Sports' },
					LineItems: [{ Description: 'Chairs', Quantity: 1, UnitAmount: 5, AccountCode: '200', TaxType: 'NONE' }],
					...due(-3),
				})),
			});
		}
		const polls = [await trigger.poll(), await trigger.poll(), await trigger.poll(), await trigger.poll()];

		expect(polls.map(({ length }) => length)).toEqual([40, 40, 20, 0]);
		expect(new Set(polls.flat().map(({ InvoiceID }) => InvoiceID)).size).toBe(100);
	});

	it('hands on everything with the next poll when one breaks off', async () => {
		const trigger = await stage.watching('invoiceOverdue');
		const id = await stage.invoice(due(-3));
		const repair = stage.sandbox.fail({ match: { path: 'IDs=' }, what: { kind: 'status', status: 500 } });
		await thrown(trigger.raw());
		repair();

		expect(told(await trigger.poll())).toEqual([['overdue', id]]);
	});

	it('shows overdue ones in a test of the editor', async () => {
		await stage.invoice(due(-3));
		const [first] = await stage.trigger('invoiceOverdue', { simplify: false }).test();

		expect(first).toMatchObject({ changeType: 'overdue', Status: 'AUTHORISED' });
		expect(String(first!.DueDate) < stage.day(0)).toBe(true);
	});
});
