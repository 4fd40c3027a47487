import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { TRIGGER_ON } from '../../nodes/XeroPollingTrigger/triggerOn';
import { byId, staged, thrown } from './stage';

const from = { startFrom: '2000-01-01T00:00:00Z', tellNew: false };

type Inside = Record<string, IDataObject | undefined>;
type Wanted = (record: IDataObject) => boolean;

describe('Filters', () => {
	const stage = staged({ shared: true });

	/** IDs of what a trigger hands on from the beginning, and of what Xero has. */
	async function both(
		resource: string,
		filters: INodeParameters,
	): Promise<[told: unknown[], records: IDataObject[], id: string]> {
		const { resource: of, query } = TRIGGER_ON.find(({ key }) => key === resource)!;
		const items = await stage.trigger(resource, { simplify: false, filters, options: from }).poll();
		const type = /Type=="(\w+)"/.exec(String(query.where))?.[1];
		const records = (stage.records(of.path) as IDataObject[]).filter(({ Type }) => type === undefined || Type === type);
		return [items.map((item) => item[of.id]), records, of.id];
	}

	const statuses: ReadonlyArray<readonly [resource: string, ...of: string[]]> = [
		['account', 'ACTIVE'],
		['bankTransaction', 'AUTHORISED'],
		['bankTransfer', 'AUTHORISED'],
		['batchPayment', 'AUTHORISED'],
		['bill', 'AUTHORISED', 'DRAFT'],
		['creditNote', 'AUTHORISED', 'PAID'],
		['expenseClaim', 'SUBMITTED', 'AUTHORISED'],
		['invoice', 'PAID'],
		['invoice', 'AUTHORISED', 'SUBMITTED'],
		['manualJournal', 'POSTED'],
		['overpayment', 'AUTHORISED'],
		['payment', 'AUTHORISED'],
		['prepayment', 'AUTHORISED'],
		['purchaseOrder', 'AUTHORISED', 'BILLED'],
		['quote', 'SENT', 'ACCEPTED'],
		['receipt', 'DRAFT'],
	];
	it.each(statuses)('by Status let through those that have one of them: %s', async (resource, ...of) => {
		const [told, records, id] = await both(resource, { Status: of });
		const wanted = records.filter(({ Status }) => of.includes(String(Status)));

		expect(new Set(told)).toEqual(new Set(wanted.map((record) => record[id])));
	});

	it('by Status go by that of a contact as well', async () => {
		const [told, records] = await both('contact', { Status: ['ARCHIVED'] });

		expect(told).toHaveLength(records.filter(({ ContactStatus }) => ContactStatus === 'ARCHIVED').length);
	});

	const contactOf = (record: IDataObject): unknown =>
		((record as Inside).Contact ?? ((record as Inside).Invoice as Inside | undefined)?.Contact)?.ContactID;

	it.each([
		'bankTransaction',
		'bill',
		'creditNote',
		'invoice',
		'overpayment',
		'payment',
		'prepayment',
		'purchaseOrder',
		'quote',
		'receipt',
	])('by Contact let through its own: %s', async (resource) => {
		const [all, records, id] = await both(resource, {});
		expect(all).toHaveLength(records.length);
		const contact = contactOf(records[0]!);
		const [told] = await both(resource, { Contact: byId(String(contact).toUpperCase()) });
		const wanted = records.filter((record) => contactOf(record) === contact).map((record) => record[id]);

		expect(wanted.length).toBeGreaterThan(0);
		expect(new Set(told)).toEqual(new Set(wanted));
	});

	const amounts: ReadonlyArray<readonly [resource: string, property: string]> = [
		['bankTransaction', 'Total'],
		['bankTransfer', 'Amount'],
		['batchPayment', 'TotalAmount'],
		['bill', 'Total'],
		['creditNote', 'Total'],
		['expenseClaim', 'Total'],
		['invoice', 'Total'],
		['overpayment', 'Total'],
		['payment', 'Amount'],
		['prepayment', 'Total'],
		['purchaseOrder', 'Total'],
		['quote', 'Total'],
		['receipt', 'Total'],
	];
	it.each(amounts)('by Minimum Amount let through that amount and more: %s', async (resource, property) => {
		const [, records, id] = await both(resource, {});
		const sizes = records.map((record) => Number(record[property])).sort((a, b) => a - b);
		const least = sizes[Math.floor(sizes.length / 2)]!;
		const [told] = await both(resource, { MinimumAmount: String(least) });
		const wanted = records.filter((record) => Number(record[property]) >= least).map((record) => record[id]);

		expect(wanted.length).toBeGreaterThan(0);
		expect(new Set(told)).toEqual(new Set(wanted));
	});

	const others: ReadonlyArray<readonly [resource: string, filters: INodeParameters, wanted: Wanted]> = [
		[
			'bankTransaction',
			{ Type: ['SPEND', 'RECEIVE-OVERPAYMENT'] },
			({ Type }) => ['SPEND', 'RECEIVE-OVERPAYMENT'].includes(String(Type)),
		],
		['batchPayment', { Type: ['RECBATCH'] }, ({ Type }) => Type === 'RECBATCH'],
		['creditNote', { Type: ['ACCRECCREDIT'] }, ({ Type }) => Type === 'ACCRECCREDIT'],
		['overpayment', { Type: ['RECEIVE-OVERPAYMENT'] }, ({ Type }) => Type === 'RECEIVE-OVERPAYMENT'],
		['payment', { Type: ['ACCPAYPAYMENT'] }, ({ PaymentType }) => PaymentType === 'ACCPAYPAYMENT'],
		['prepayment', { Type: ['SPEND-PREPAYMENT'] }, ({ Type }) => Type === 'SPEND-PREPAYMENT'],
		[
			'invoice',
			{ Status: ['PAID', 'AUTHORISED'], MinimumAmount: '100' },
			({ Status, Total }) => ['PAID', 'AUTHORISED'].includes(String(Status)) && Number(Total) >= 100,
		],
	];
	it.each(others)('let through what fits all of them: %s %j', async (resource, filters, wanted) => {
		const [told, records, id] = await both(resource, filters);

		expect(new Set(told)).toEqual(new Set(records.filter(wanted).map((record) => record[id])));
	});

	it.each([
		['bankTransaction', ['BankAccount']],
		['bankTransfer', ['FromBankAccount', 'ToBankAccount']],
		['batchPayment', ['Account']],
		['payment', ['Account']],
	])('by Bank Account let through what went through it: %s', async (resource, properties) => {
		const [, records, id] = await both(resource, {});
		const bankOf = (record: IDataObject): unknown[] => properties.map((property) => (record as Inside)[property]?.AccountID);
		const [bank] = bankOf(records[0]!);
		const [told] = await both(resource, { BankAccount: byId(String(bank)) });
		const wanted = records.filter((record) => bankOf(record).includes(bank)).map((record) => record[id]);

		expect(wanted.length).toBeGreaterThan(0);
		expect(new Set(told)).toEqual(new Set(wanted));
	});
});

describe('What the panel cannot take', () => {
	const stage = staged({ shared: true });

	it.each([
		[{ filters: { Status: ['OPEN'] } }, 'Status “OPEN”: is none of Approved, Awaiting Approval, Deleted, Draft, Paid, Voided'],
		[{ filters: { MinimumAmount: '1,200.50' } }, 'Minimum Amount “1,200.50”: is not a number written like 1234.50. Give 1200.50'],
		[{ filters: { MinimumAmount: '-1' } }, 'Minimum Amount “-1”: must be at least 0'],
		[{ filters: { Contact: byId('Ngaio Sports') } }, 'Contact “Ngaio Sports”: is not an ID of Xero. Choose it From List'],
		[
			{ options: { startFrom: 'yesterday' } },
			'Start From “yesterday”: is not a date and time like 2026-03-31T09:00:00Z. Use DateTime in an expression',
		],
		[{ options: { longestWait: 'long' } }, 'Longest Wait (Minutes) “long”: is not a number written like 1234.50'],
		[{ event: 'deleted' }, 'Event “deleted”: is none of New, Updated, New or Updated'],
		[{ resource: 'invoiceOverdue', filters: { DaysOverdue: 0 } }, 'Days Overdue “0”: must be at least 1'],
		[{ resource: 'invoiceOverdue', filters: { DaysOverdue: 1.5 } }, 'Days Overdue “1.5”: must be a whole number'],
	] as ReadonlyArray<readonly [INodeParameters, string]>)(
		'is refused with the label and no call: %j',
		async (parameters, says) => {
			const error = await thrown(stage.trigger('invoice', parameters).raw());

			expect(error.message).toBe(says);
			expect(error.description).toBe('Nothing was asked of Xero. Check the value, or the expression behind it.');
			expect(stage.asked).toEqual([]);
		},
	);

	it('may be the words of the screen', async () => {
		const trigger = stage.trigger('invoice', {
			filters: { Status: ['paid', 'Approved'] },
			options: from,
			simplify: false,
		});

		expect(new Set((await trigger.poll()).map(({ Status }) => Status))).toEqual(new Set(['PAID', 'AUTHORISED']));
	});
});
