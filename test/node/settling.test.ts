import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { ALLOCATED, column, CONTACT, due, invoices, left, NOTE, notes, rows } from './credit';
import { byCode, byId, byNumber, staged } from './stage';

const on = staged({ seed: 'empty', limits: { minute: 10_000 } });

const goesOn = { settings: { onError: 'continueRegularOutput' as const } };
const saying = (records: readonly IDataObject[]) => records.map(({ Amount, error }) => Amount ?? error);

beforeEach(async () => {
	await on.run('account.create', {
		Code: '090',
		Name: 'Everyday',
		Type: 'BANK',
		additionalFields: { BankAccountNumber: '00-0000-0000001-00' },
	});
	on.sandbox.forget();
});

describe('Credit notes', () => {
	it('are made of the rows with the same key, and saved beside one that is refused', async () => {
		const by = {
			...NOTE,
			LineItems: {
				line: [{ Description: 'Chairs', UnitAmount: '={{ $json.amount }}', AccountCode: byCode('={{ $json.account }}') }],
			},
		};
		const items = [
			{ number: 'D-1', amount: 10, account: '200' },
			{ number: 'D-2', amount: 7, account: '999' },
			{ number: 'D-1', amount: 20.5, account: '260' },
			{ number: 'D-3', amount: 1, account: '200' },
		];
		const { json, items: out } = await on.run(
			'creditNote.create',
			{ ...by, input: 'lines', documentKey: '={{ $json.number }}' },
			items,
			goesOn,
		);
		expect(on.asked).toEqual(['PUT /CreditNotes']);
		expect(json.map(({ CreditNoteNumber, Total, error }) => error ?? [CreditNoteNumber, Total])).toEqual([
			['C-D-1', 30.5],
			"Item 2 (C-D-2, Ngaio Sports): Xero says: Account code '999' is not a valid code for this document.",
			['C-D-3', 1],
		]);
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual([[{ item: 0 }, { item: 2 }], { item: 1 }, { item: 3 }]);
		expect(left(on)).toEqual({ 'C-D-1': 30.5, 'C-D-3': 1 });
	});

	it('keep four decimals of a price and the line whose Line Item ID is given', async () => {
		const draft = { ...NOTE, LineAmountTypes: 'NoTax', simplify: false };
		const [made] = (await on.run('creditNote.create', draft, rows([1.2345]))).json;
		const [kept] = made!.LineItems as IDataObject[];
		const { json } = await on.run('creditNote.update', {
			CreditNoteID: byId(String(made!.CreditNoteID)),
			LineItems: { line: [{ Quantity: '100', additionalFields: { LineItemID: String(kept!.LineItemID) } }] },
			simplify: false,
		});
		expect(json[0]!.LineItems).toEqual([{ ...kept, Quantity: 100, LineAmount: 123.45 }]);
		expect(kept).toMatchObject({ UnitAmount: 1.2345, Quantity: 1 });
	});
});

describe('Refunds', () => {
	const REFUND: INodeParameters = { Account: byCode('090'), Date: '2096-03-04', Amount: '={{ $json.amount }}' };

	it('of several credits go in one call, and are made once when the answer is lost', async () => {
		await notes(on, 50, 60);
		on.sandbox.fail({ match: { method: 'PUT', path: '/Payments' }, times: 1, what: { kind: 'dropAfter' } });
		const { json, error } = await on.run(
			'payment.refundCreditNote',
			{ ...REFUND, CreditNote: byNumber('=C-{{ $json.number }}') },
			rows([50, 20]),
		);
		expect([error, column(json, 'PaymentType')]).toEqual(['', ['ARCREDITPAYMENT', 'ARCREDITPAYMENT']]);
		expect(on.called('PUT /Payments').map(({ replayed }) => replayed)).toEqual([false, true]);
		expect(on.records('Payments')).toHaveLength(2);
		expect(left(on)).toEqual({ 'C-S-0001': 0, 'C-S-0002': 40 });
	});

	it("beyond what is left are refused with Xero's sentence, beside those that fit", async () => {
		await notes(on, 50, 60);
		const { json } = await on.run(
			'payment.refundCreditNote',
			{ ...REFUND, CreditNote: byNumber('=C-{{ $json.number }}') },
			rows([50.01, 60]),
			goesOn,
		);
		expect(saying(json)).toEqual([
			'Item 1 (C-S-0001): Xero says: Payment amount exceeds the amount outstanding on this document',
			60,
		]);
	});

	it.each(['Prepayment', 'Overpayment'])('of money received as a %s leave the rest to be allocated', async (kind) => {
		await invoices(on, 'invoice', 100);
		const { json } = await on.run('bankTransaction.create', {
			Type: `RECEIVE-${kind.toUpperCase()}`,
			BankAccount: byCode('090'),
			Contact: CONTACT,
			LineAmountTypes: 'NoTax',
			LineItems: {
				line: [{ Description: 'Deposit', UnitAmount: '80', ...(kind === 'Prepayment' ? { AccountCode: byCode('200') } : {}) }],
			},
			Date: '2096-03-02',
			simplify: false,
		});
		const picked = byId(String(json[0]![`${kind}ID`]));
		await on.run(`payment.refund${kind}`, { ...REFUND, [kind]: picked }, [{ amount: 30 }]);
		const allocated = { ...ALLOCATED, [`${kind}ID`]: picked };
		const made = await on.run(
			`${kind.toLowerCase()}.allocate`,
			allocated,
			[
				{ invoice: 'S-0001', amount: 51 },
				{ invoice: 'S-0001', amount: 50 },
			],
			goesOn,
		);
		expect(saying(made.json)).toEqual([
			`Item 1 (S-0001): Xero says: Allocation amount exceeds the remaining credit on this ${kind.toLowerCase()}`,
			50,
		]);
		expect(due(on)).toEqual({ 'S-0001': 50 });
		expect(on.records(`${kind}s`)).toMatchObject([{ Status: 'PAID', RemainingCredit: 0, Total: 80 }]);
	});
});

it('gives what is due of an invoice to the earlier payments, when there are more than fit in a call', async () => {
	await invoices(on, 'invoice', 100);
	on.sandbox.forget();
	on.sandbox.fail({ match: { method: 'PUT', path: '/Payments' }, times: 1, what: { kind: 'latency', ms: 150 } });
	const items = Array.from({ length: 120 }, () => ({ amount: 1 }));
	const { json } = await on.run(
		'payment.create',
		{ Invoice: byNumber('S-0001'), Account: byCode('090'), Date: '2096-03-04', Amount: '={{ $json.amount }}' },
		items,
		goesOn,
	);
	expect(on.asked).toEqual(['PUT /Payments', 'PUT /Payments', 'PUT /Payments']);
	expect(json.map(({ Amount }) => Amount === 1)).toEqual(items.map((_, at) => at < 100));
});

describe('Batch payments', () => {
	const PAID: INodeParameters = {
		Account: byCode('090'),
		Date: '2096-03-09',
		Payments: { payment: [{ Invoice: byNumber('={{ $json.bill }}'), Amount: '={{ $json.pay }}' }] },
		additionalFields: { Reference: '={{ $json.run }}' },
	};

	it('are made of the rows with the same key: one row for each bill of a run', async () => {
		await invoices(on, 'bill', 100, 100, 100);
		on.sandbox.forget();
		const items = [
			{ run: 'Run 1', bill: 'S-0001', pay: 100 },
			{ run: 'Run 2', bill: 'S-0003', pay: 10 },
			{ run: 'Run 1', bill: 'S-0002', pay: 40.5 },
		];
		const by = { ...PAID, input: 'lines', documentKey: '={{ $json.run }}' };
		const { json, items: out, error } = await on.run('batchPayment.create', by, items);
		expect([error, on.asked]).toEqual(['', ['PUT /BatchPayments']]);
		expect(json.map(({ Reference, TotalAmount, Type }) => [Reference, TotalAmount, Type])).toEqual([
			['Run 1', 140.5, 'PAYBATCH'],
			['Run 2', 10, 'PAYBATCH'],
		]);
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual([[{ item: 0 }, { item: 2 }], { item: 1 }]);
		expect(due(on)).toEqual({ 'S-0001': 0, 'S-0002': 59.5, 'S-0003': 90 });
	});

	it("are saved all the same when one is refused as a whole, which comes back with Xero's sentence", async () => {
		await invoices(on, 'bill', 100, 100, 100);
		const items = [
			{ run: 'Run 1', bill: 'S-0001', pay: 100 },
			{ run: 'Run 2', bill: 'S-0002', pay: 40 },
			{ run: 'Run 3', bill: 'S-0003', pay: 1 },
			{ run: 'Run 2', bill: 'S-0003', pay: 100.01 },
		];
		const by = { ...PAID, input: 'lines', documentKey: '={{ $json.run }}' };
		const { json } = await on.run('batchPayment.create', by, items, goesOn);
		const refused = 'Items 2 and 4 (Run 2): Xero says: Payment amount exceeds the amount outstanding on this document';
		expect(json.map(({ Reference, error }) => Reference ?? error)).toEqual(['Run 1', refused, refused, 'Run 3']);
		expect(due(on)).toEqual({ 'S-0001': 0, 'S-0002': 100, 'S-0003': 99 });
	});

	it('take at most 18 letters for the bank, which is said before any call', async () => {
		const { error } = await on.run('batchPayment.create', { ...PAID, additionalFields: { Details: 'x'.repeat(19) } }, [
			{ bill: 'S-0001', pay: 1 },
		]);
		expect(error).toContain('Item 1, Details “xxxxxxxxxxxxxxxxxxx”: can have at most 18 characters');
		expect(on.asked).toEqual([]);
	});

	it('of one bill in several runs go to the earlier run, whatever comes first', async () => {
		await invoices(on, 'bill', 100);
		const { json } = await on.run(
			'batchPayment.create',
			PAID,
			[60, 50, 40].map((pay, at) => ({ run: `Run ${at + 1}`, bill: 'S-0001', pay })),
			goesOn,
		);
		expect(json.map(({ Reference, error }) => Reference ?? error)).toEqual([
			'Run 1',
			'Item 2 (Run 2): Xero says: Payment amount exceeds the amount outstanding on this document',
			'Run 3',
		]);
	});
});
