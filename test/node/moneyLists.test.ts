import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byCode, byId, byName, staged } from './stage';

const on = staged({ seed: 'empty', limits: { minute: 10_000 } });

const column = (records: readonly IDataObject[], key: string) => records.map((one) => one[key]);
const counted = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** The values of one property over a whole list. */
const found = async (resource: string, key: string, filters: INodeParameters) => {
	const { json, error } = await on.run(`${resource}.getAll`, { returnAll: true, filters });
	expect(error).toBe('');
	return column(json, key);
};

beforeEach(async () => {
	for (const Code of ['090', '091'])
		await on.run('account.create', {
			Code,
			Name: `Bank ${Code}`,
			Type: 'BANK',
			additionalFields: { BankAccountNumber: `00-0000-0000${Code}-00` },
		});
});

/** Money on account in or out, from items { type, customer, amount, date, reference }. */
const onAccount = async (rows: readonly IDataObject[]) => {
	const { json, error } = await on.run(
		'bankTransaction.create',
		{
			Type: '={{ $json.type }}',
			BankAccount: byCode('090'),
			Contact: byName('={{ $json.customer }}'),
			LineAmountTypes: 'NoTax',
			LineItems: {
				line: [
					{
						Description: 'Deposit',
						UnitAmount: '={{ $json.amount }}',
						// Of an overpayment Xero knows the account by itself.
						...(rows[0]!.account === '' ? {} : { AccountCode: byCode('={{ $json.account }}') }),
					},
				],
			},
			Date: '={{ $json.date }}',
			Reference: '={{ $json.reference }}',
			simplify: false,
		},
		rows,
	);
	expect(error).toBe('');
	on.sandbox.forget();
	return json;
};
const contact = (name: string) => byId(String(on.records('Contacts').find(({ Name }) => Name === name)!.ContactID));

const CREDITS = [
	{
		resource: 'prepayment',
		plural: 'Prepayments',
		type: 'RECEIVE-PREPAYMENT',
		account: '200',
		by: 'InvoiceNumbers',
		key: 'InvoiceNumber',
	},
	{
		resource: 'overpayment',
		plural: 'Overpayments',
		type: 'RECEIVE-OVERPAYMENT',
		account: '',
		by: 'References',
		key: 'Reference',
	},
] as const;

describe.each(CREDITS)('$plural', ({ resource, plural, type, account, by, key }) => {
	const rows = (count: number, more: IDataObject = {}) =>
		counted(count).map((at) => ({
			type,
			account,
			customer: 'Ngaio Sports',
			amount: at + 1,
			date: '2096-03-01',
			reference: `DEP & CO ${at + 1}`,
			...more,
		}));

	it(`are found by ninety ${by} in portions of forty`, async () => {
		await onAccount(rows(95));
		const names = rows(95).map(({ reference }) => reference);
		// Xero got what is made one by one in any order, and lists it so.
		expect((await found(resource, key, { [by]: names.slice(0, 90).join(', ') })).sort()).toEqual(names.slice(0, 90).sort());
		expect(on.queries(`GET /${plural}`).map((query) => query[by]?.split(',').length)).toEqual([40, 40, 10]);
	});

	it('are narrowed by contact, days, status and a condition of Xero', async () => {
		const [first] = await onAccount([
			...rows(1, { date: '2096-02-28' }),
			...rows(1, { amount: 2, customer: 'Rata Print' }),
			...rows(1, { amount: 3, date: '2096-03-31' }),
			...rows(1, { amount: 4, date: '2096-04-01' }),
		]);
		await on.run('bankTransaction.void', { BankTransactionID: byId(String(first!.BankTransactionID)) });
		const totals = async (filters: INodeParameters) => await found(resource, 'Total', { order: 'Total ASC', ...filters });
		expect(await totals({})).toEqual([1, 2, 3, 4]);
		expect(await totals({ DateFrom: '2096-03-01', DateTo: '2096-03-31' })).toEqual([2, 3]);
		expect(await totals({ Contact: contact('Rata Print') })).toEqual([2]);
		expect(await totals({ Contact: contact('Ngaio Sports'), DateFrom: '2096-03-31' })).toEqual([3, 4]);
		expect(await totals({ Status: 'Voided' })).toEqual([1]);
		expect(await totals({ Status: 'Approved', where: 'Total>=4 OR Total<=2' })).toEqual([2, 4]);
		expect(await totals({ 'If-Modified-Since': '2099-01-01T00:00:00Z' })).toEqual([]);
	});

	it('have unit prices of four decimals when asked to', async () => {
		await on.run('bankTransaction.create', {
			Type: type,
			BankAccount: byCode('090'),
			Contact: byName('Ngaio Sports'),
			LineAmountTypes: 'Exclusive',
			LineItems: { line: [{ Description: 'Deposit', Quantity: '100', UnitAmount: '1.2345', AccountCode: byCode(account) }] },
		});
		const prices = async (filters: INodeParameters) => {
			const { json } = await on.run(`${resource}.getAll`, { returnAll: true, filters, simplify: false });
			return json.flatMap(({ LineItems }) => column(LineItems as IDataObject[], 'UnitAmount'));
		};
		expect(await prices({})).toEqual([1.2345]);
	});
});

it('narrows credit notes by contact, days, type, status, reference and a condition of Xero', async () => {
	const made = await on.run(
		'creditNote.create',
		{
			Type: '={{ $json.type }}',
			Contact: byName('={{ $json.customer }}'),
			LineAmountTypes: 'NoTax',
			LineItems: { line: [{ Description: 'Chairs', UnitAmount: '={{ $json.amount }}', AccountCode: byCode('200') }] },
			Date: '={{ $json.date }}',
			Reference: '={{ $json.reference }}',
			Status: '={{ $json.status }}',
		},
		[
			{ type: 'ACCRECCREDIT', customer: 'Rata Print', amount: 1, date: '2096-02-28', reference: 'A "1"', status: 'DRAFT' },
			{ type: 'ACCRECCREDIT', customer: 'Rata Print', amount: 2, date: '2096-03-01', reference: 'B', status: 'AUTHORISED' },
			{ type: 'ACCPAYCREDIT', customer: 'Rata Print', amount: 3, date: '2096-03-31', reference: '', status: 'SUBMITTED' },
			{ type: 'ACCRECCREDIT', customer: 'Ngaio Sports', amount: 4, date: '2096-04-01', reference: 'B', status: 'AUTHORISED' },
		],
	);
	expect(made.error).toBe('');
	const totals = async (filters: INodeParameters) => await found('creditNote', 'Total', { order: 'Total ASC', ...filters });
	expect(await totals({ DateFrom: '2096-03-01', DateTo: '2096-03-31' })).toEqual([2, 3]);
	expect(await totals({ Contact: contact('Rata Print') })).toEqual([1, 2, 3]);
	expect(await totals({ Type: 'Supplier Credit Note' })).toEqual([3]);
	expect(await totals({ Status: 'Awaiting Approval' })).toEqual([3]);
	expect(await totals({ Reference: 'B', where: 'Total<4 OR Total>5' })).toEqual([2]);
	expect(await totals({ Status: 'Draft' })).toEqual([1]);
});

it('narrows bank transfers by days and a condition of Xero, and gives the deleted ones when asked to', async () => {
	const { json } = await on.run(
		'bankTransfer.create',
		{
			FromBankAccount: byCode('090'),
			ToBankAccount: byCode('091'),
			Amount: '={{ $json.amount }}',
			additionalFields: { Date: '={{ $json.date }}' },
		},
		['2096-02-28', '2096-03-01', '2096-03-31', '2096-04-01'].map((date, at) => ({ date, amount: at + 1 })),
	);
	await on.run('bankTransfer.delete', { BankTransferID: byId(String(json[1]!.BankTransferID)) });
	const amounts = async (filters: INodeParameters) => await found('bankTransfer', 'Amount', { order: 'Amount ASC', ...filters });
	expect(await amounts({ DateFrom: '2096-03-01', DateTo: '2096-03-31' })).toEqual([3]);
	expect(await amounts({ DateFrom: '2096-03-01', DateTo: '2096-03-31', includeDeleted: true })).toEqual([2, 3]);
	expect(await amounts({ includeDeleted: false, where: 'Amount<=3' })).toEqual([1, 3]);
});

it('narrows batch payments by days, type and status', async () => {
	const rows = [
		{ number: 'R-1', date: '2096-02-28' },
		{ number: 'P-2', date: '2096-03-01' },
		{ number: 'P-3', date: '2096-03-31' },
	];
	const document = (AccountCode: string): INodeParameters => ({
		Contact: byName('Rata Print'),
		LineAmountTypes: 'Exclusive',
		LineItems: { line: [{ Description: 'Paper', UnitAmount: '50', AccountCode: byCode(AccountCode) }] },
		InvoiceNumber: '={{ $json.number }}',
		Date: '2096-02-01',
		DueDate: '2096-03-31',
		Status: 'AUTHORISED',
	});
	await on.run('invoice.create', document('200'), rows.slice(0, 1));
	await on.run('bill.create', document('429'), rows.slice(1));
	const { json, error } = await on.run(
		'batchPayment.create',
		{
			Account: byCode('090'),
			Date: '={{ $json.date }}',
			Payments: { payment: [{ Invoice: { __rl: true, mode: 'number', value: '={{ $json.number }}' }, Amount: '1' }] },
			additionalFields: { Reference: '={{ $json.number }}' },
		},
		rows,
	);
	expect(error).toBe('');
	await on.run('batchPayment.delete', { BatchPaymentID: byId(String(json[2]!.BatchPaymentID)) });
	const references = async (filters: INodeParameters) =>
		await found('batchPayment', 'Reference', { order: 'Date ASC', ...filters });
	expect(await references({ DateFrom: '2096-03-01', DateTo: '2096-03-31' })).toEqual(['P-2', 'P-3']);
	expect(await references({ Type: 'Sales Invoice Payments' })).toEqual(['R-1']);
	expect(await references({ Type: 'PAYBATCH', Status: 'Authorised' })).toEqual(['P-2']);
	expect(await references({ Status: 'DELETED' })).toEqual(['P-3']);
	expect(await references({ where: 'TotalAmount>1 OR Reference=="R-1"' })).toEqual(['R-1']);
});
