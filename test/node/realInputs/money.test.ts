import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { accounting } from '../../../nodes/XeroAccounting/accounting';
import type { Api } from '../../../nodes/shared/model/operation';
import type { Field, Fields } from '../../../nodes/shared/model/field';
import { UNITDP } from '../../../nodes/XeroAccounting/unitdp';
import { assets } from '../../../nodes/XeroAssets/assets';
import { bankFeeds } from '../../../nodes/XeroBankFeeds/bankFeeds';
import { projects } from '../../../nodes/XeroProjects/projects';
import { execute } from '../../../nodes/shared/run/execute';
import { fakeExecute } from '../../fakeContext';
import { callsOf, described } from '../../xeroDescription';
import { byCode, byId, byName, staged } from '../stage';

const on = staged({ seed: 'empty' });

const line = (values: IDataObject): INodeParameters => ({
	line: [{ AccountCode: byCode('200'), Description: 'Bolts', ...values }] as never,
});

const sale = (values: IDataObject, more: INodeParameters = {}): INodeParameters => ({
	Contact: byName('Ngaio Sports'),
	LineAmountTypes: 'NoTax',
	LineItems: line(values),
	...more,
});

const json = (body: IDataObject): INodeParameters => ({ input: 'json', body: JSON.stringify(body) });

/** The first line that Xero was sent, and what it keeps of the document. */
const sentLine = (what: string): IDataObject => {
	const [envelope] = Object.values(on.called(what).at(-1)!.body as Record<string, IDataObject[]>);
	return (envelope![0]!.LineItems as IDataObject[])[0]!;
};

describe('M3: a price keeps its four decimals', () => {
	it('M3: every operation that may say so asks for four decimals, and no other', () => {
		const taking = callsOf(described('accounting'))
			.filter(({ parameters }) => parameters.some(({ name }) => name === 'unitdp'))
			.map(({ id }) => id);
		expect(taking).toHaveLength(26);
		expect([...UNITDP].sort()).toEqual([...taking].sort());
		const rows = accounting.resources.flatMap(({ key, operations }) =>
			Object.entries(operations).map(([name, operation]) => ({ name: `${key}.${name}`, operation })),
		);
		const ids = ({ xero }: (typeof rows)[number]['operation']) => [xero].flat();
		const named = rows.filter(({ operation }) => ids(operation).some((id) => taking.includes(id)));
		const asking = rows.filter(({ operation }) => operation.fixedQuery?.unitdp === 4);
		expect(asking.map(({ name }) => name)).toEqual(named.map(({ name }) => name));
		expect(new Set(named.flatMap(({ operation }) => ids(operation)).filter((id) => taking.includes(id))).size).toBe(26);
		const offering = rows.filter(({ operation }) => 'unitdp' in { ...operation.query, ...operation.optional });
		expect(offering).toEqual([]);
	});

	it('M3: 7,000 at 0.1648 are 1,153.60', async () => {
		const { json, error } = await on.run('invoice.create', sale({ Quantity: '7000', UnitAmount: '0.1648' }));
		expect(error).toBe('');
		expect(json[0]!.Total).toBe(1153.6);
		expect(on.queries('PUT /Invoices')).toEqual([{ summarizeErrors: 'false', unitdp: '4' }]);
	});

	it('M3: and so they are from JSON', async () => {
		const { json: rows } = await on.run(
			'invoice.create',
			json({
				Contact: { Name: 'Ngaio Sports' },
				LineAmountTypes: 'NoTax',
				LineItems: [{ Description: 'Bolts', Quantity: 7000, UnitAmount: 0.1648, AccountCode: '200' }],
			}),
		);
		expect(rows[0]!.Total).toBe(1153.6);
	});

	it('M3: more decimals are sent as four where the line comes to the same', async () => {
		const { json, error } = await on.run('invoice.create', sale({ Quantity: '2', UnitAmount: '33.333333' }));
		expect(error).toBe('');
		expect(sentLine('PUT /Invoices')).toMatchObject({ Quantity: 2, UnitAmount: 33.3333 });
		expect(json[0]!.Total).toBe(66.67);
	});

	it('M3: a discount counts in what the line comes to', async () => {
		const discounted = { Quantity: '1000', UnitAmount: '0.12344', DiscountRate: '99' };
		expect((await on.run('invoice.create', sale(discounted))).error).toBe('');
		expect(sentLine('PUT /Invoices')).toMatchObject({ UnitAmount: 0.1234, DiscountRate: 99 });
	});

	it.each([
		['Fields', sale({ Quantity: '7000', UnitAmount: '0.16485' })],
		[
			'JSON',
			json({
				Contact: { Name: 'Ngaio Sports' },
				LineAmountTypes: 'NoTax',
				LineItems: [{ Description: 'Bolts', Quantity: 7000, UnitAmount: 0.16485, AccountCode: '200' }],
			}),
		],
		[
			'lines',
			{ ...sale({ Quantity: '7000', UnitAmount: '0.16485' }), input: 'lines', documentKey: 'order 7' } satisfies INodeParameters,
		],
	])('M3: they are refused where it would not: %s', async (_input, parameters) => {
		const { error } = await on.run('invoice.create', parameters);
		expect(error).toMatch(
			'Item 1, Line 1, Price “0.16485”: has more than four decimals, as many as Xero keeps; rounded, the line could come to another amount. Give Line Amount instead',
		);
		expect(on.asked).toEqual([]);
	});

	it('M3: what adding up leaves in the last places is no decimal', async () => {
		await on.run('invoice.create', sale({ Quantity: '3', UnitAmount: '={{ 0.1 + 0.2 }}' }));
		expect(sentLine('PUT /Invoices').UnitAmount).toBe(0.3);
		await on.run('payment.create', {
			Invoice: byId('0f1e2d3c-4b5a-4968-8776-554433221100'),
			Account: byCode('090'),
			Date: '2026-11-18',
			Amount: '={{ 100.1 * 3 }}',
		});
		expect(on.called('PUT /Payments').at(-1)!.body).toMatchObject({ Payments: [{ Amount: 300.3 }] });
	});

	it('M3: the price of an item has no line to stay right by', async () => {
		const { error } = await on.run('item.create', {
			Code: 'BOLT',
			additionalFields: { SalesDetails: { values: { UnitPrice: '0.12345' } } },
		});
		expect(error).toMatch(
			'Item 1, Sales Details, Price “0.12345”: has more than four decimals, as many as Xero keeps. Round it first',
		);
	});

	it('M3: invoices read have four decimals too, in Get and Get Many', async () => {
		const made = await on.run('invoice.create', sale({ Quantity: '7000', UnitAmount: '0.1648' }));
		const id = byId(String(made.json[0]!.InvoiceID));
		const price = ({ json }: { json: IDataObject[] }) => (json[0]!.LineItems as IDataObject[])[0]!.UnitAmount;
		expect(price(await on.run('invoice.get', { InvoiceID: id, simplify: false }))).toBe(0.1648);
		expect(price(await on.run('invoice.getAll', { returnAll: true, simplify: false }))).toBe(0.1648);
	});
});

describe('M13: an amount has no more decimals than its currency', () => {
	const ID = '0f1e2d3c-4b5a-4968-8776-554433221100';
	const PAYMENT = { Invoice: byId(ID), Account: byCode('090'), Date: '2026-11-18' };

	it.each([
		['payment.create', { ...PAYMENT, Amount: '1.005' }, 'Amount “1.005”'],
		['payment.create', json({ Amount: 1.005 }), 'Amount “1.005”'],
		['payment.create', { ...PAYMENT, Amount: '1', additionalFields: { BankAmount: '2.345' } }, 'Bank Amount “2.345”'],
		[
			'batchPayment.create',
			{ ...PAYMENT, Payments: { payment: [{ Invoice: PAYMENT.Invoice, Amount: '25.125' }] } },
			'Payment 1, Amount “25.125”',
		],
		['bankTransfer.create', { FromBankAccount: byCode('090'), ToBankAccount: byCode('091'), Amount: '0.001' }, 'Amount “0.001”'],
		[
			'creditNote.allocate',
			{ CreditNoteID: PAYMENT.Invoice, Invoice: PAYMENT.Invoice, Date: '2026-11-18', Amount: '9.999' },
			'Amount “9.999”',
		],
		[
			'overpayment.allocate',
			{ OverpaymentID: PAYMENT.Invoice, Invoice: PAYMENT.Invoice, Date: '2026-11-18', Amount: '9.999' },
			'Amount “9.999”',
		],
		['invoice.create', sale({ additionalFields: { LineAmount: '33.333', TaxAmount: '1' } }), 'Line 1, Line Amount “33.333”'],
		['invoice.create', sale({ UnitAmount: '1', additionalFields: { TaxAmount: '1.234' } }), 'Line 1, Tax Amount “1.234”'],
		[
			'manualJournal.create',
			{
				Narration: 'Accrual',
				LineAmountTypes: 'NoTax',
				JournalLines: { line: [{ LineAmount: '10.001', AccountCode: byCode('200') }] },
			},
			'Line 1, Amount “10.001”',
		],
	] as Array<[string, INodeParameters, string]>)('M13: %s: two decimals', async (what, parameters, place) => {
		const { error } = await on.run(what, parameters);
		expect(error).toMatch(`Item 1, ${place}: has more decimals than an amount can have, which is two. Round it first`);
		expect(on.asked).toEqual([]);
	});

	const inCurrency = (currency: string, LineAmount: string) =>
		sale({ Quantity: '1', additionalFields: { LineAmount } }, { additionalFields: { CurrencyCode: byCode(currency) } });

	it('M13: yen have none, and dinars of Kuwait three', async () => {
		expect((await on.run('invoice.create', inCurrency('JPY', '1000.5'))).error).toMatch(
			'Line 1, Line Amount “1000.5”: has more decimals than an amount in JPY can have, which is none. Round it first',
		);
		expect((await on.run('invoice.create', inCurrency('KWD', '1.2345'))).error).toMatch('which is three');
		expect(on.asked).toEqual([]);
		await on.run('invoice.create', inCurrency('KWD', '1.234'));
		expect(sentLine('PUT /Invoices').LineAmount).toBe(1.234);
	});

	it('M13: a unit price in yen may have four', async () => {
		const { error } = await on.run(
			'invoice.create',
			sale({ Quantity: '1000', UnitAmount: '0.1648' }, { additionalFields: { CurrencyCode: byCode('JPY') } }),
		);
		expect(error).not.toMatch('decimals');
		expect(sentLine('PUT /Invoices').UnitAmount).toBe(0.1648);
	});

	const MONEY_ELSEWHERE: Array<[Api, string, string, IDataObject, string]> = [
		[assets, 'asset', 'create', { assetName: 'Van', additionalFields: { purchasePrice: '100.005' } }, 'Purchase Price “100.005”'],
		[
			assets,
			'asset',
			'create',
			{ assetName: 'Van', additionalFields: { bookDepreciationDetail: { values: { residualValue: '0.125' } } } },
			'Book Value, Residual Value “0.125”',
		],
		[
			bankFeeds,
			'statement',
			'create',
			json({
				feedConnectionId: ID,
				startDate: '2026-08-10',
				endDate: '2026-08-12',
				startBalance: { amount: 0, creditDebitIndicator: 'CREDIT' },
				endBalance: { amount: 12.345, creditDebitIndicator: 'CREDIT' },
				statementLines: [{ postedDate: '2026-08-11', amount: 12.345, creditDebitIndicator: 'CREDIT' }],
			}),
			'Closing Balance “12.345”',
		],
		[
			projects,
			'project',
			'create',
			{ contactId: byId(ID), name: 'Kitchen', additionalFields: { estimateAmount: '1000.001' } },
			'Estimate “1000.001”',
		],
		[projects, 'task', 'create', { projectId: byId(ID), name: 'Delivery', chargeType: 'FIXED', rate: '99.999' }, 'Rate “99.999”'],
	];

	it.each(MONEY_ELSEWHERE.map((one) => [one[0].name, ...one] as const))(
		'M13: so it is in %s',
		async (_name, api, resource, operation, parameters, place) => {
			const organisation = byId('0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d');
			const { ctx, requests } = fakeExecute({ parameters: [{ organisation, resource, operation, ...parameters }] });
			await expect(execute(api, ctx)).rejects.toThrow(
				`Item 1, ${place}: has more decimals than an amount can have, which is two. Round it first`,
			);
			expect(requests).toEqual([]);
		},
	);

	it('M13: names count in any case in JSON, as Xero takes them so', async () => {
		expect((await on.run('payment.create', json({ amount: 1.005 }))).error).toMatch('Amount “1.005”: has more decimals');
	});

	it('M13: all amounts of an item that are wrong are known', async () => {
		const { ran } = await on.run('invoice.create', sale({ additionalFields: { LineAmount: '33.333', TaxAmount: '1.234' } }));
		const { xero } = (ran.error as unknown as { context: { xero: { findings: Array<{ value: string }> } } }).context;
		expect(xero.findings.map(({ value }) => value)).toEqual(['33.333', '1.234']);
	});
});

const OF_LINES = [
	'bankTransaction',
	'bill',
	'creditNote',
	'invoice',
	'manualJournal',
	'purchaseOrder',
	'quote',
	'receipt',
	'repeatingInvoice',
] as const;

describe('M4, M9: whether amounts include tax is chosen', () => {
	const SPEND = {
		Type: 'SPEND',
		BankAccount: byCode('090'),
		Contact: byName('Hill Street Garage'),
		LineItems: { line: [{ Description: 'Fuel', UnitAmount: '115', AccountCode: byCode('429') }] },
	};

	it('M4: Amounts Are stands on the panel of everything that is made with lines, and nothing is chosen at first', () => {
		const made = accounting.resources.flatMap(({ key, operations, linesField: lines }) =>
			lines === 'LineItems' || lines === 'JournalLines'
				? ['create', 'upsert'].flatMap((name) => (operations[name] ? [[key, operations[name]] as const] : []))
				: [],
		);
		expect([...new Set(made.map(([key]) => key))]).toEqual(OF_LINES);
		for (const [key, { required, optional }] of made) {
			const { ui } = required.LineAmountTypes!;
			expect([key, ui.displayName, ui.default, ui.options?.[0]]).toEqual([
				key,
				'Amounts Are',
				'',
				{ name: 'Choose …', value: '' },
			]);
			expect(optional).not.toHaveProperty('LineAmountTypes');
		}
	});

	it('M4: left alone it is refused', async () => {
		const { error } = await on.run('bankTransaction.create', SPEND);
		expect(error).toMatch('Item 1: Amounts Are is not chosen. Choose Tax Exclusive, Tax Inclusive or No Tax');
		expect(on.asked).toEqual([]);
	});

	it('M4: 115 with its tax inside stays 115', async () => {
		const bank = { Code: '090', Name: 'Everyday', Type: 'BANK', additionalFields: { BankAccountNumber: '00-0000-0000090-00' } };
		await on.run('account.create', bank);
		expect((await on.run('bankTransaction.create', { ...SPEND, LineAmountTypes: 'Inclusive' })).error).toBe('');
		expect(on.records('BankTransactions')[0]).toMatchObject({ Total: 115 });
	});

	it('M9: a manual journal whose lines have a tax rate is refused without it, and keeps the tax with it', async () => {
		const journal = {
			Narration: 'Accrual',
			JournalLines: {
				line: [
					{ LineAmount: '100', AccountCode: byCode('429'), TaxType: byCode('INPUT2') },
					{ LineAmount: '-100', AccountCode: byCode('404'), TaxType: byCode('INPUT2') },
				],
			},
		};
		expect((await on.run('manualJournal.create', journal)).error).toMatch('Item 1: Amounts Are is not chosen');
		expect(on.asked).toEqual([]);
		const { error } = await on.run('manualJournal.create', { ...journal, LineAmountTypes: 'Exclusive' });
		expect(error).toBe('');
		const [first] = on.records('ManualJournals')[0]!.JournalLines as IDataObject[];
		expect(first).toMatchObject({ TaxType: 'INPUT2', TaxAmount: 15 });
	});

	it.each([
		[
			'invoice.create',
			{
				Contact: { Name: 'Ngaio Sports' },
				LineItems: [{ Description: 'Fuel', UnitAmount: 115, AccountCode: '200' }],
			},
			'JSON without LineAmountTypes: Xero takes the amounts of the lines as tax exclusive and adds the tax',
		],
		[
			'manualJournal.create',
			{
				Narration: 'Accrual',
				JournalLines: [
					{ LineAmount: 100, AccountCode: '429' },
					{ LineAmount: -100, AccountCode: '200' },
				],
			},
			'JSON without LineAmountTypes: Xero takes the lines of a manual journal as without tax and drops their tax',
		],
	] as Array<[string, IDataObject, string]>)('M4: JSON without it is done and told of: %s', async (what, body, message) => {
		const { error, hints } = await on.run(what, json(body));
		expect(error).toBe('');
		expect(hints).toContain(message);
		const other = await on.run(what, json({ ...body, LineAmountTypes: 'NoTax' }));
		expect(other.hints).not.toContain(message);
	});

	it('M4: an update that gives lines alone keeps what the document says', async () => {
		const made = await on.run('invoice.create', { ...sale({ UnitAmount: '115' }), LineAmountTypes: 'Inclusive' });
		const InvoiceID = byId(String(made.json[0]!.InvoiceID));
		const { json: rows } = await on.run('invoice.update', { InvoiceID, LineItems: line({ UnitAmount: '230' }), simplify: false });
		expect(rows[0]).toMatchObject({ LineAmountTypes: 'Inclusive', Total: 230 });
		const quoted = await on.run('quote.create', {
			Contact: byName('Ngaio Sports'),
			Date: '2026-11-18',
			LineAmountTypes: 'INCLUSIVE',
			LineItems: line({ UnitAmount: '115' }),
		});
		const { json: quotes } = await on.run('quote.update', {
			QuoteID: byId(String(quoted.json[0]!.QuoteID)),
			LineItems: line({ UnitAmount: '230' }),
			simplify: false,
		});
		expect(quotes[0]).toMatchObject({ LineAmountTypes: 'INCLUSIVE', Total: 230 });
	});
});

describe('M5: lines that replace others', () => {
	it('M5: every update and upsert of something with lines says so above its fields', () => {
		const rows = accounting.resources.flatMap(({ key, operations, linesField: lines }) =>
			lines === undefined
				? []
				: ['update', 'upsert'].flatMap((name) =>
						operations[name] ? [[`${key}.${name}`, operations[name].notice] as const] : [],
					),
		);
		expect(rows.map(([name]) => name)).toEqual([
			'bankTransaction.update',
			'bankTransaction.upsert',
			'bill.update',
			'creditNote.update',
			'creditNote.upsert',
			'invoice.update',
			'invoice.upsert',
			'manualJournal.update',
			'manualJournal.upsert',
			'purchaseOrder.update',
			'purchaseOrder.upsert',
			'quote.update',
			'quote.upsert',
			'receipt.update',
		]);
		for (const [name, notice] of rows)
			expect([name, notice]).toEqual([
				name,
				name.endsWith('update')
					? 'Lines given here replace all lines there are: one that is not among them is removed'
					: expect.stringMatching(/[Ii]ts lines are replaced by those given/),
			]);
	});
});

describe('M10: bills keep no reference', () => {
	it('M10: no operation of bills has an input for one', () => {
		expect(having('Reference')).not.toContain('bill');
	});

	it.each([
		['bill.create', json({ Contact: { Name: 'Rata Print' }, Reference: 'A-77', LineAmountTypes: 'NoTax', LineItems: [] })],
		['bill.update', { InvoiceID: byId('0f1e2d3c-4b5a-4968-8776-554433221100'), ...json({ Reference: 'A-77' }) }],
	] as Array<[string, INodeParameters]>)('M10: %s of a bill with one is refused', async (what, parameters) => {
		const { error } = await on.run(what, parameters);
		expect(error).toMatch("Item 1, Reference “A-77”: is not kept by Xero on bills. Give the supplier's number as Bill Number");
		expect(on.asked).toEqual([]);
	});

	it('M10: so it is on credit notes of suppliers and on repeating bills, where Xero keeps none either', async () => {
		const credit = { ...sale({ UnitAmount: '1' }), Type: 'ACCPAYCREDIT', Reference: 'A-77' };
		expect((await on.run('creditNote.create', credit)).error).toMatch(
			"Item 1, Reference “A-77”: is not kept by Xero on supplier credit notes. Give the supplier's number as Credit Note Number",
		);
		const repeating = json({ Type: 'ACCPAY', Reference: 'A-77', LineItems: [] });
		expect((await on.run('repeatingInvoice.create', repeating)).error).toMatch(
			'Item 1, Reference “A-77”: is not kept by Xero on bills. Leave it out',
		);
		expect(on.asked).toEqual([]);
	});

	it('M10: a sales invoice has one, and a blank one stands in nobody’s way', async () => {
		const kept = await on.run('invoice.create', sale({ UnitAmount: '1' }, { Reference: 'A-77' }));
		expect(kept.error).toBe('');
		expect(on.records('Invoices')[0]!.Reference).toBe('A-77');
		const blank = json({ Contact: { Name: 'Rata Print' }, Reference: '', LineItems: [{ Description: 'Paper', UnitAmount: 1 }] });
		expect((await on.run('bill.create', blank)).error).toBe('');
	});
});

/** Every input of a table, those inside of rows and groups as well. */
const inputsOf = (fields: Fields = {}): Array<[string, Field]> =>
	Object.entries(fields).flatMap(([key, field]) => [[key, field] as [string, Field], ...inputsOf(field.within)]);

const operations = accounting.resources.flatMap(({ key, operations: rows }) =>
	Object.entries(rows).map(([name, { required, panelOptional: offered, optional }]) => ({
		name: `${key}.${name}`,
		inputs: inputsOf({ ...required, ...offered, ...optional }),
	})),
);
const having = (input: string): string[] => [
	...new Set(operations.filter(({ inputs }) => inputs.some(([key]) => key === input)).map(({ name }) => name.split('.')[0]!)),
];

describe('M14: the direction of a rate', () => {
	it('M14: stands in the description of every one', () => {
		const rates = operations.flatMap(({ inputs }) => inputs.filter(([key]) => key === 'CurrencyRate'));
		expect(having('CurrencyRate')).toEqual([
			'bankTransaction',
			'bill',
			'creditNote',
			'invoice',
			'payment',
			'purchaseOrder',
			'quote',
			'setup',
		]);
		for (const [, { ui }] of rates)
			expect(ui.description).toMatch(
				"Units of the other currency that one unit of the organisation's own buys: 0.60 for USD where 1 NZD buys 0.60 USD.",
			);
	});
});

describe('I13: merging contacts', () => {
	it.each(['contact.create', 'contact.upsert', 'contact.findOrCreate'])('I13: %s refuses what changes nothing', async (what) => {
		const body = { Name: 'Ngaio Sports', MergedToContactID: '0f1e2d3c-4b5a-4968-8776-554433221100' };
		const { error } = await on.run(what, json(body));
		expect(error).toMatch("changes nothing: Xero's API cannot merge contacts. Leave it out, and merge them in Xero");
		expect(on.asked).toEqual([]);
	});

	it('I13: and so does an update, of as many contacts as there are', async () => {
		const update = {
			...json({ MergedToContactID: '0f1e2d3c-4b5a-4968-8776-554433221100' }),
			ContactID: byId('0f1e2d3c-4b5a-4968-8776-554433221101'),
		};
		expect((await on.run('contact.update', update, [{}, {}])).error).toMatch("Xero's API cannot merge contacts");
		expect(on.asked).toEqual([]);
	});
});

describe('Inputs where Xero has them', () => {
	it('totals are not on bank transactions, and say elsewhere that Xero refuses others than those of the lines', () => {
		for (const total of ['SubTotal', 'TotalTax', 'Total']) {
			expect([total, having(total)]).toEqual([total, ['bill', 'creditNote', 'invoice', 'receipt', 'repeatingInvoice']]);
			const shown = operations.flatMap(({ inputs }) => inputs.filter(([key]) => key === total));
			for (const [, { ui }] of shown) expect(ui.description).toBe('Xero refuses one that differs from what the lines come to');
		}
	});

	it('discounts are on invoices, quotes, orders and what repeats', () => {
		for (const discount of ['DiscountRate', 'DiscountAmount'])
			expect(having(discount)).toEqual(['invoice', 'purchaseOrder', 'quote', 'repeatingInvoice']);
	});

	it('the texts of a batch payment name their country', () => {
		const { fields } = accounting.resources.find(({ key }) => key === 'batchPayment')!;
		const said = ['Code', 'Particulars', 'Reference', 'Details', 'Narrative'].map((key) => fields[key]!.ui.description);
		expect(said).toEqual([
			'New Zealand only',
			'New Zealand only',
			'New Zealand only',
			'Sent to the bank as the reference; outside New Zealand',
			'For the statement line in Xero; UK only',
		]);
	});
});
