import { staged, told } from './stage';

const MINUTE = 60_000;

describe('A trigger on paid invoices', () => {
	const stage = staged();

	it.each([
		['invoicePaid', 'ACCREC'],
		['billPaid', 'ACCPAY'],
	])('tells of each once, when the last of it is paid: %s', async (resource, Type) => {
		const id = await stage.invoice({ Type, Status: 'AUTHORISED' });
		const other = await stage.invoice({ Type: Type === 'ACCREC' ? 'ACCPAY' : 'ACCREC', Status: 'AUTHORISED' });
		await stage.pass(10 * MINUTE);
		const trigger = await stage.watching(resource);
		await stage.pay(id, 40);
		await stage.pay(other);
		expect(await trigger.poll()).toEqual([]);
		await stage.pay(id, 60);

		expect(told(await trigger.poll())).toEqual([['paid', id]]);
		await stage.pass();
		await stage.call('PUT', `/Invoices/${id}/History`, { HistoryRecords: [{ Details: 'payment checked' }] });
		await touch(id);
		expect(await trigger.poll()).toEqual([]);
		await stage.pass(10 * MINUTE);
		await touch(id);
		expect(await trigger.poll()).toEqual([]);
	});

	/** An attachment changes a paid invoice without paying it. */
	async function touch(id: string): Promise<void> {
		const answer = await fetch(`${stage.sandbox.url}/api.xro/2.0/Invoices/${id}/Attachments/n-${stage.clock.now()}.txt`, {
			method: 'PUT',
			headers: {
				Authorization: `Bearer ${stage.sandbox.issue().access_token}`,
				'Content-Type': 'text/plain',
				'User-Agent': 'someone-else',
				'Xero-Tenant-Id': '6b1f3c52-8d0e-4a57-9c3b-2e74a1d05f10',
			},
			body: 'x',
		});
		expect(answer.status).toBe(200);
	}

	it('tells nothing of one that was paid before, however often it is touched afterwards', async () => {
		const id = await stage.invoice({ Status: 'AUTHORISED' });
		await stage.pay(id);
		await stage.pass(10 * MINUTE);
		const trigger = await stage.watching('invoicePaid');
		await stage.call('PUT', `/Invoices/${id}/History`, { HistoryRecords: [{ Details: 'The payment came late' }] });
		await touch(id);

		expect(await trigger.poll()).toEqual([]);
		expect(stage.asked).toEqual(['GET /Invoices', `GET /Invoices/${id}/History`]);
		stage.sandbox.forget();
		await stage.pass();
		await touch(id);
		expect(await trigger.poll()).toEqual([]);
		expect(stage.asked).toEqual(['GET /Invoices']);
	});

	it('tells nothing of one that was paid just before its activation', async () => {
		const id = await stage.invoice({ Status: 'AUTHORISED' });
		await stage.pay(id);
		const trigger = await stage.watching('invoicePaid');
		await touch(id);

		expect(await trigger.poll()).toEqual([]);
	});

	it('tells of one that a credit note settles', async () => {
		const id = await stage.invoice({ Status: 'AUTHORISED' });
		const trigger = await stage.watching('invoicePaid');
		const note = await stage.created('CreditNotes', 'CreditNoteID', {
			Type: 'ACCRECCREDIT',
			Status: 'AUTHORISED',
			Contact: { Name: 'Ngaio Sports' },
			LineItems: [{ Description: 'Chairs', Quantity: 1, UnitAmount: 100, AccountCode: '200', TaxType: 'NONE' }],
		});
		await stage.call('PUT', `/CreditNotes/${note}/Allocations`, {
			Allocations: [{ Invoice: { InvoiceID: id }, Amount: 100, Date: stage.day(0) }],
		});

		expect(told(await trigger.poll())).toEqual([['paid', id]]);
	});

	it('tells once of one whose payment was deleted and made again', async () => {
		const id = await stage.invoice({ Status: 'AUTHORISED' });
		const trigger = await stage.watching('invoicePaid');
		const payment = await stage.pay(id);
		expect(told(await trigger.poll())).toEqual([['paid', id]]);
		await stage.changed('Payments', payment, { Status: 'DELETED' });
		expect(await trigger.poll()).toEqual([]);
		await stage.pay(id);

		expect(await trigger.poll()).toEqual([]);
	});

	it('tells of those that pass the filters', async () => {
		const [small, large] = [
			await stage.invoice({ Status: 'AUTHORISED' }, 50),
			await stage.invoice({ Status: 'AUTHORISED' }, 500),
		];
		const trigger = await stage.watching('invoicePaid', { filters: { MinimumAmount: '100' } });
		await stage.pay(small, 50);
		await stage.pay(large, 500);

		expect(told(await trigger.poll())).toEqual([['paid', large]]);
	});

	it('tells of those paid since the moment it is to start from', async () => {
		const [before, after] = [await stage.invoice({ Status: 'AUTHORISED' }), await stage.invoice({ Status: 'AUTHORISED' })];
		await stage.pay(before);
		await stage.pass(10 * MINUTE);
		const startFrom = new Date(stage.clock.now()).toISOString();
		await stage.pass();
		await stage.pay(after);
		await touch(before);
		const trigger = stage.trigger('invoicePaid', { options: { startFrom } });

		expect(told(await trigger.activate())).toEqual([['paid', after]]);
	});

	it('shows paid ones in a test of the editor', async () => {
		const items = await stage.trigger('billPaid', { simplify: false }).test();

		expect(items.map(({ changeType, Type, Status }) => [changeType, Type, Status])).toEqual(
			items.map(() => ['paid', 'ACCPAY', 'PAID']),
		);
		expect(items.length).toBeGreaterThan(0);
	});
});
