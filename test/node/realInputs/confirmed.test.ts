import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { halfAnswers } from '../../../sandbox/halfAnswers';
import { byId, byNumber, SALE, sales, staged } from '../stage';

const on = staged({ seed: 'empty' });

/** An approved sales invoice of 25.00 and the batch payment that pays it. */
async function paying(): Promise<INodeParameters> {
	await on.run('account.create', {
		Name: 'Business Account',
		Code: '090',
		Type: 'BANK',
		additionalFields: { BankAccountNumber: '06-0200-0123456-00' },
	});
	await on.run(
		'invoice.create',
		{
			...SALE,
			InvoiceNumber: 'S-0001',
			Date: '2026-03-01',
			DueDate: '2026-03-31',
			Status: 'AUTHORISED',
			additionalFields: { LineAmountTypes: 'NoTax' },
		},
		[{ ...sales(1)[0]!, amount: 25 }],
	);
	on.sandbox.forget();
	return {
		Account: byId(String(on.records('Accounts').find(({ Code }) => Code === '090')!.AccountID)),
		Date: '2026-03-20',
		Payments: { payment: [{ Invoice: byNumber('S-0001'), Amount: 25 }] },
	};
}

const answers = (body: IDataObject) =>
	on.sandbox.fail({
		match: { method: 'PUT', path: '/BatchPayments' },
		what: { kind: 'answer', change: () => body, keepWrite: false },
	});

describe('M1: a batch payment answered with reasons inside its payments', () => {
	const body = {
		BatchPayments: [
			{
				Account: { Code: '090' },
				Payments: [{ Amount: 25, StatusAttributeString: 'ERROR', ValidationErrors: [{ Message: 'Reference is required' }] }],
			},
		],
	};

	it('M1: is refused with that sentence, nested as it is', async () => {
		const parameters = await paying();
		answers(body);
		const { error, items, ran } = await on.run('batchPayment.create', parameters);
		expect(items).toEqual([]);
		expect(error).toContain('Item 1: Xero says: Payments 1: Reference is required');
		expect(error).not.toMatch(/nothing.*written/i);
		expect(ran.error).toMatchObject({
			context: { xero: { items: [0], state: 'refused', sentences: ['Payments 1: Reference is required'] } },
		});
	});

	it('M1: is a row of its own with Continue', async () => {
		const parameters = await paying();
		answers(body);
		const { json } = await on.run('batchPayment.create', parameters, [{}], { settings: { onError: 'continueRegularOutput' } });
		expect(json).toMatchObject([{ error: 'Item 1: Xero says: Payments 1: Reference is required' }]);
	});
});

test('M2: a batch payment answered without its ID may have been written, but is not confirmed', async () => {
	const parameters = await paying();
	answers({ BatchPayments: [{ BatchPaymentID: null, Payments: [{ PaymentID: null, Amount: 25 }] }] });
	const { error, items, ran } = await on.run('batchPayment.create', parameters);
	expect(items).toEqual([]);
	expect(error).toBe(
		'Item 1: Xero did not confirm that it was written: its answer has no BatchPaymentID. Look in Xero before sending it again\n' +
			'It may have been written, but it cannot be told from the answer.',
	);
	expect(ran.error).toMatchObject({ context: { xero: { items: [0], state: 'unconfirmed' } } });
});

test('M2: of several records none of which is confirmed, none is told as not written', async () => {
	on.sandbox.fail({ match: { method: 'PUT', path: '/Invoices' }, what: { kind: 'answer', change: halfAnswers.nestedErrors } });
	const { error, ran } = await on.run('invoice.create', SALE, sales(2));
	expect(on.records('Invoices')).toHaveLength(2);
	expect(error).toContain('2 of 2 were not confirmed as written');
	expect(error).toContain('None was confirmed as written.');
	expect(error).not.toMatch(/nothing/i);
	expect(ran.error).toMatchObject({ context: { xero: { state: 'unconfirmed' } } });
});

test('M2: the hint does not call refused what is only not confirmed', async () => {
	on.sandbox.fail({ match: { method: 'PUT', path: '/Invoices' }, what: { kind: 'answer', change: halfAnswers.idZeros } });
	const { hints } = await on.run('invoice.create', SALE, sales(2), { settings: { onError: 'continueRegularOutput' } });
	expect(hints[0]).toBe('2 of 2 records refused or not confirmed');
});

test('M1: a refusal without a sentence is told as one, in a change that reads first as well', async () => {
	await on.run('contact.create', { Name: 'Ngaio Sports' });
	const { json: quotes } = await on.run('quote.create', {
		input: 'json',
		body: JSON.stringify({
			Contact: { Name: 'Ngaio Sports' },
			Date: '2026-03-01',
			LineItems: [{ Description: 'Chairs', Quantity: 1, UnitAmount: 50 }],
		}),
	});
	on.sandbox.fail({
		match: { method: 'POST', path: '/Quotes' },
		what: {
			kind: 'answer',
			change: (body) => {
				const { Quotes } = body as { Quotes: IDataObject[] };
				return { Quotes: Quotes.map((quote) => ({ ...quote, StatusAttributeString: 'ERROR' })) };
			},
			keepWrite: false,
		},
	});
	const { error } = await on.run('quote.markAsSent', { QuoteID: byId(String(quotes[0]!.QuoteID)) });
	expect(error).toContain(
		"Item 1: Xero refused it and gave no reason. Try the same record in Xero's screen to see what it misses",
	);
});
