import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byCode, byId, byName, sales, staged } from './stage';

const on = staged({ seed: 'empty', limits: { minute: 10_000 } });

const goesOn = { settings: { onError: 'continueRegularOutput' as const } };
const counted = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const numbers = (count: number) => sales(count).map(({ number }) => number);
const column = (records: readonly IDataObject[], key: string) => records.map((one) => one[key]);

/** Parameters of money spent, from items { number, customer, amount, account }. */
const SPENT: INodeParameters = {
	Type: 'Spend Money',
	BankAccount: byCode('090'),
	Contact: byName('={{ $json.customer }}'),
	LineAmountTypes: 'No Tax',
	LineItems: {
		line: [{ Description: 'Fuel', UnitAmount: '={{ $json.amount }}', AccountCode: byCode('={{ $json.account }}') }],
	},
	Date: '2096-03-01',
	Reference: '={{ $json.number }}',
};

const bank = async (Code: string, Name: string) =>
	await on.run('account.create', {
		Code,
		Name,
		Type: 'BANK',
		additionalFields: { BankAccountNumber: `00-0000-0000${Code}-00` },
	});

beforeEach(async () => {
	await bank('090', 'Everyday');
	on.sandbox.forget();
});

describe('Bank transactions', () => {
	it('are written 120 in three calls, and each is given back to the item it came from', async () => {
		const { json, pairs, error } = await on.run('bankTransaction.create', SPENT, sales(120));
		expect(error).toBe('');
		expect(on.asked).toEqual(['PUT /BankTransactions', 'PUT /BankTransactions', 'PUT /BankTransactions']);
		expect(column(json, 'Reference')).toEqual(numbers(120));
		expect(json[119]).toMatchObject({ Type: 'SPEND', Status: 'AUTHORISED', BankAccountName: 'Everyday', Total: 120 });
		expect(pairs).toEqual(counted(120));
		expect(on.records('BankTransactions')).toHaveLength(120);
	});

	it('are made of the rows with the same key', async () => {
		const rows = [
			{ number: 'D-1', customer: 'Ngaio Sports', amount: 10, account: '429' },
			{ number: 'D-2', customer: 'Rata Print', amount: 7, account: '429' },
			{ number: 'D-1', customer: 'Ngaio Sports', amount: 20, account: '404' },
		];
		const by = { ...SPENT, input: 'lines', documentKey: '={{ $json.number }}' };
		const { json, items, error } = await on.run('bankTransaction.create', by, rows);
		expect(error).toBe('');
		expect(on.asked).toEqual(['PUT /BankTransactions']);
		expect(json.map(({ Reference, Total }) => [Reference, Total])).toEqual([
			['D-1', 30],
			['D-2', 7],
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([[{ item: 0 }, { item: 2 }], { item: 1 }]);
	});

	it("are saved all the same when one row is refused, which comes back with Xero's sentence", async () => {
		const rows = sales(3).map((row, index) => (index === 1 ? { ...row, account: '999' } : row));
		const { json, pairs } = await on.run('bankTransaction.create', SPENT, rows, goesOn);
		expect(json.map(({ Reference, error }) => Reference ?? error)).toEqual([
			'S-0001',
			"Item 2 (S-0002, Ngaio Sports): Xero says: Account code '999' is not a valid code for this document.",
			'S-0003',
		]);
		expect(pairs).toEqual([0, 1, 2]);
		expect(on.records('BankTransactions')).toHaveLength(2);
	});

	it('keep the line whose Line Item ID is given, and make the others anew', async () => {
		const two = {
			...SPENT,
			LineItems: {
				line: [
					{ Description: 'Fuel', Quantity: '12', UnitAmount: '1.2345', AccountCode: byCode('429') },
					{ Description: 'Tea', UnitAmount: '3', AccountCode: byCode('404') },
				],
			},
			simplify: false,
		};
		const [made] = (await on.run('bankTransaction.create', two, sales(1))).json;
		const [kept, dropped] = made!.LineItems as IDataObject[];
		expect(kept).toMatchObject({ Quantity: 12, UnitAmount: 1.2345, LineAmount: 14.81 });
		const { json, error } = await on.run('bankTransaction.update', {
			BankTransactionID: byId(String(made!.BankTransactionID)),
			LineItems: {
				line: [
					{ Description: 'Diesel', additionalFields: { LineItemID: String(kept!.LineItemID) } },
					{ Description: 'Coffee', UnitAmount: '4', AccountCode: byCode('404') },
				],
			},
			simplify: false,
		});
		expect(error).toBe('');
		const [same, fresh, ...more] = json[0]!.LineItems as IDataObject[];
		expect(same).toEqual({ ...kept, Description: 'Diesel' });
		expect(fresh).toMatchObject({ Description: 'Coffee', Quantity: 1, UnitAmount: 4 });
		expect([kept!.LineItemID, dropped!.LineItemID]).not.toContain(fresh!.LineItemID);
		expect(more).toEqual([]);
		expect(json[0]!.Total).toBe(18.81);
	});

	it('have unit prices of four decimals, written and read', async () => {
		const row = [{ ...sales(1)[0], amount: '0.1256' }];
		const price = async (what: string, parameters: INodeParameters) => {
			const { json } = await on.run(what, { ...parameters, simplify: false }, row);
			return (json[0]!.LineItems as IDataObject[])[0]!.UnitAmount;
		};
		expect(await price('bankTransaction.create', SPENT)).toBe(0.1256);
		const picked = { BankTransactionID: byId(String(on.records('BankTransactions')[0]!.BankTransactionID)) };
		expect(await price('bankTransaction.get', picked)).toBe(0.1256);
		const { json } = await on.run('bankTransaction.getAll', { returnAll: true, simplify: false });
		expect(json.flatMap(({ LineItems }) => column(LineItems as IDataObject[], 'UnitAmount'))).toEqual([0.1256]);
	});

	it('are read to the end, 1,100 in two calls, and 1,050 of them when no more are wanted', async () => {
		await on.run('bankTransaction.create', SPENT, sales(1100));
		on.sandbox.forget();
		const { json } = await on.run('bankTransaction.getAll', { returnAll: true });
		expect(column(json, 'Reference').sort()).toEqual(numbers(1100));
		expect(on.queries('GET /BankTransactions').map(({ page, pageSize }) => [page, pageSize])).toEqual([
			['1', '1000'],
			['2', '1000'],
		]);
		const some = await on.run('bankTransaction.getAll', { returnAll: false, limit: 1050, filters: { order: 'Reference ASC' } });
		expect(column(some.json, 'Reference')).toEqual(numbers(1050));
	});

	it('are narrowed by every filter of the list, both days included', async () => {
		await bank('091', 'Savings');
		const rows = [
			{ date: '2096-02-28', bank: '090', customer: 'Rata Print', type: 'SPEND', reconciled: true },
			{ date: '2096-03-01', bank: '090', customer: 'Rata Print', type: 'RECEIVE', reconciled: false },
			{ date: '2096-03-31', bank: '091', customer: 'Rata Print', type: 'SPEND', reconciled: false },
			{ date: '2096-04-01', bank: '091', customer: 'Ngaio Sports', type: 'RECEIVE-PREPAYMENT', reconciled: true },
		].map((row, at) => ({ ...row, ...sales(4)[at], customer: row.customer, account: row.type === 'SPEND' ? '429' : '200' }));
		const made = await on.run(
			'bankTransaction.create',
			{
				...SPENT,
				Type: '={{ $json.type }}',
				BankAccount: byCode('={{ $json.bank }}'),
				Date: '={{ $json.date }}',
				Reference: '={{ $json.number }}',
				additionalFields: { IsReconciled: '={{ $json.reconciled }}', LineAmountTypes: 'NoTax' },
			},
			rows,
		);
		expect(made.error).toBe('');
		const account = async (Code: string) => {
			const { json } = await on.run('account.getAll', { returnAll: true, filters: { where: `Code=="${Code}"` } });
			return byId(String(json[0]!.AccountID));
		};
		const Contact = byId(String(on.records('Contacts').find(({ Name }) => Name === 'Rata Print')!.ContactID));
		const totals = async (filters: INodeParameters) => {
			const { json, error } = await on.run('bankTransaction.getAll', {
				returnAll: true,
				filters: { order: 'Total ASC', ...filters },
			});
			expect(error).toBe('');
			return column(json, 'Total');
		};
		expect(await totals({ DateFrom: '2096-03-01', DateTo: '2096-03-31' })).toEqual([2, 3]);
		expect(await totals({ DateFrom: '2096-03-31' })).toEqual([3, 4]);
		expect(await totals({ DateTo: '2096-03-01' })).toEqual([1, 2]);
		expect(await totals({ BankAccount: await account('091') })).toEqual([3, 4]);
		expect(await totals({ Contact })).toEqual([1, 2, 3]);
		expect(await totals({ Contact, Type: 'Spend Money' })).toEqual([1, 3]);
		expect(await totals({ Type: 'RECEIVE-PREPAYMENT' })).toEqual([4]);
		expect(await totals({ IsReconciled: true })).toEqual([1, 4]);
		expect(await totals({ IsReconciled: false })).toEqual([2, 3]);
		expect(await totals({ Reference: 'S-0003' })).toEqual([3]);
		await on.run('bankTransaction.delete', { BankTransactionID: byId(String(made.json[1]!.BankTransactionID)) });
		expect(await totals({ Status: 'Deleted' })).toEqual([2]);
		expect(await totals({ Status: 'Authorised', Contact })).toEqual([1, 3]);
		expect(await totals({ where: 'Total==1 OR Total==2', Status: 'Authorised' })).toEqual([1]);
	});
});

describe('Bank transfers', () => {
	const MOVED: INodeParameters = {
		FromBankAccount: byCode('090'),
		ToBankAccount: byCode('091'),
		Amount: '={{ $json.amount }}',
		additionalFields: { Date: '2096-03-01', Reference: '={{ $json.number }}' },
	};
	const BankTransferID = byId('={{ $json.BankTransferID }}');
	/** By reference: Xero got them in any order. */
	const states = () =>
		on
			.records('BankTransfers')
			.map(({ Reference, Status }) => [Reference, Status])
			.sort();

	beforeEach(async () => {
		await bank('091', 'Savings');
		on.sandbox.forget();
	});

	it('are deleted three in one call, and one by itself', async () => {
		const { json: made, pairs } = await on.run('bankTransfer.create', MOVED, sales(4));
		expect(on.asked).toEqual(Array.from({ length: 4 }, () => 'PUT /BankTransfers'));
		expect(pairs).toEqual([0, 1, 2, 3]);
		const { json, error } = await on.run('bankTransfer.delete', { BankTransferID }, made.slice(0, 3));
		expect([error, column(json, 'Status')]).toEqual(['', ['DELETED', 'DELETED', 'DELETED']]);
		expect(column(json, 'BankTransferID')).toEqual(column(made.slice(0, 3), 'BankTransferID'));
		const single = await on.run('bankTransfer.delete', { BankTransferID }, made.slice(3));
		expect(single.json).toMatchObject([{ BankTransferID: made[3]!.BankTransferID, Status: 'DELETED' }]);
		expect(on.asked.slice(4)).toEqual(['POST /BankTransfers', `POST /BankTransfers/${String(made[3]!.BankTransferID)}`]);
		expect(states()).toEqual(numbers(4).map((number) => [number, 'DELETED']));
	});

	it('are deleted all the same when one of them is deleted already', async () => {
		const { json: made } = await on.run('bankTransfer.create', MOVED, sales(3));
		await on.run('bankTransfer.delete', { BankTransferID }, [made[1]!]);
		const { json } = await on.run('bankTransfer.delete', { BankTransferID }, made, goesOn);
		expect(json.map(({ Status, error }) => Status ?? error)).toEqual([
			'DELETED',
			'Item 2: Xero says: The bank transfer has already been deleted.',
			'DELETED',
		]);
	});

	it('are made but for the one that is refused', async () => {
		const rows = sales(4).map((row, index) => (index === 2 ? { ...row, amount: -3 } : row));
		const { json } = await on.run('bankTransfer.create', MOVED, rows, goesOn);
		expect(json.map(({ Reference, error }) => Reference ?? error)).toEqual([
			'S-0001',
			'S-0002',
			'Item 3 (S-0003): Xero says: The Amount field must be greater than zero.',
			'S-0004',
		]);
		expect(states()).toEqual(['S-0001', 'S-0002', 'S-0004'].map((number) => [number, 'AUTHORISED']));
	});

	it('are made once when the answer is lost', async () => {
		on.sandbox.fail({ match: { method: 'PUT', path: '/BankTransfers' }, times: 1, what: { kind: 'dropAfter' } });
		const { json, error } = await on.run('bankTransfer.create', MOVED, sales(3));
		expect([error, column(json, 'Amount')]).toEqual(['', [1, 2, 3]]);
		expect(on.called('PUT /BankTransfers').filter(({ replayed }) => replayed)).toHaveLength(1);
		expect(on.records('BankTransfers')).toHaveLength(3);
		expect(on.records('BankTransactions')).toHaveLength(6);
	});
});
