import { DateTime } from 'luxon';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { reports } from '../../nodes/XeroReports/reports';
import { execute } from '../../nodes/shared/run/execute';
import { consentScopes } from '../../sandbox/scopes';
import { fakeExecute } from '../fakeContext';
import { cents, Ledger, sum } from './ledgerOf';
import { byCode, byId, staged } from './stage';
import { heldToSchema } from '../heldToSchema';

const on = staged({ seed: 'demo', shared: true, limits: { minute: 10_000 } });
let ledger: Ledger;
beforeAll(() => {
	ledger = new Ledger(on);
});
afterEach(() => {
	on.sandbox.clearFaults();
	on.connect();
});

const rows = async (what: string, parameters: INodeParameters = {}) => {
	const { json, error } = await on.report(what, parameters);
	expect([what, error]).toEqual([what, '']);
	return json;
};
const labelled = (found: readonly IDataObject[], label: string) => found.find((one) => one.label === label)!;
const end = () => DateTime.fromMillis(on.clock.now(), { zone: 'Pacific/Auckland' }).minus({ months: 2 }).endOf('month');
const month = () => ({ period: 'custom', fromDate: end().toFormat('yyyy-MM-01'), toDate: end().toFormat('yyyy-MM-dd') });
const asOf = (date: string) => ({ asOf: 'custom', date });

describe('The bank summary', () => {
	it('says of each bank account what it held, took in and gave out, as the ledger does', async () => {
		const { fromDate, toDate } = month();
		const found = await rows('currency.bankSummary', month());
		const banks = found.filter(({ accountId }) => accountId !== null);
		expect(banks.length).toBeGreaterThan(2);
		const before = DateTime.fromISO(fromDate).minus({ days: 1 }).toFormat('yyyy-MM-dd');
		const [opening, closing] = [before, toDate].map((day) => ledger.moved('0000-00-00', day));
		for (const one of banks) {
			const id = String(one.accountId);
			expect(one.label).toBe(ledger.accounts.get(id)!.Name);
			expect([one.opening, one.closing].map(cents)).toEqual([opening!.get(id) ?? 0, closing!.get(id) ?? 0]);
			expect(cents(one.received) - cents(one.spent)).toBe((closing!.get(id) ?? 0) - (opening!.get(id) ?? 0));
		}
		const total = labelled(found, 'Total');
		expect(total).toMatchObject({ rowType: 'total', from: fromDate, to: toDate });
		expect((total.amounts as number[]).map(cents)).toEqual(
			[0, 1, 2, 3].map((at) => sum(banks.map(({ amounts }) => cents((amounts as number[])[at])))),
		);
	});
});

describe('The budget summary', () => {
	it('adds up the months of the overall budget, quarter by quarter', async () => {
		const { json } = await on.run('budget.getAll', { returnAll: true });
		const { BudgetID } = json.find(({ Type }) => Type === 'OVERALL')!;
		const now = DateTime.fromMillis(on.clock.now(), { zone: 'Pacific/Auckland' });
		const start = now.month >= 4 ? now.year : now.year - 1;
		const options = { DateFrom: `${start}-04-01`, DateTo: `${start + 1}-03-31` };
		const [budget] = (await on.run('budget.get', { BudgetID: byId(String(BudgetID)), options })).json;
		const lines = budget!.BudgetLines as Array<{ AccountID: string; BudgetBalances: Array<{ Period: string; Amount: number }> }>;
		const date = `${lines[0]!.BudgetBalances[0]!.Period}-01`;
		const found = await rows('statement.budgetSummary', { ...asOf(date), options: { periods: 4, timeframe: 'QUARTER' } });
		const planned = found.filter(({ accountId }) => accountId !== null);
		expect(planned.map(({ accountId, amounts }) => [accountId, amounts]).sort()).toEqual(
			lines
				.map(({ AccountID, BudgetBalances }) => [
					AccountID,
					[0, 3, 6, 9].map((at) => sum(BudgetBalances.slice(at, at + 3).map(({ Amount }) => Amount))),
				])
				.sort(),
		);
		expect(found.filter(({ computed }) => computed).map(({ label }) => label)).toEqual([
			'Total Income',
			'Total Cost of Sales',
			'Gross Profit',
			'Total Operating Expenses',
			'Total Expenses',
			'Net Profit',
		]);
	});
});

describe('The executive summary', () => {
	it('repeats the other reports of its month, with the change in percent', async () => {
		const { toDate } = month();
		const found = await rows('statement.executiveSummary', asOf(toDate));
		const figure = (label: string) => labelled(found, label).amount;
		const [profit, bank, sheet] = [
			await rows('statement.profitAndLoss', month()),
			await rows('currency.bankSummary', month()),
			await rows('statement.balanceSheet', asOf(toDate)),
		];
		const first = (some: readonly IDataObject[], label: string) => labelled(some, label).amount;
		expect(figure('Profit (loss)')).toBe(first(profit, 'Net Profit'));
		expect(figure('Gross profit (loss)')).toBe(first(profit, 'Gross Profit'));
		expect(figure('Expenses')).toBe(first(profit, 'Total Operating Expenses'));
		expect(figure('Closing bank balance')).toBe(labelled(bank, 'Total').closing);
		expect(figure('Cash received')).toBe(labelled(bank, 'Total').received);
		expect(figure('Net assets')).toBe(first(sheet, 'Net Assets'));
		expect(figure('Debtors')).toBe(first(sheet, 'Accounts Receivable'));
		expect(labelled(found, 'Profit (loss)')).toMatchObject({ section: 'Profitability', isPercent: false, to: toDate });
		expect(labelled(found, 'Net profit margin').isPercent).toBe(true);
		expect(on.called('GET /Accounts')).toHaveLength(3);
	});
});

describe('The aged reports', () => {
	it.each([
		['agedReceivablesByContact', ['ACCREC', 'ACCRECCREDIT', 'RECEIVE-OVERPAYMENT']],
		['agedPayablesByContact', ['ACCPAY', 'ACCPAYCREDIT', 'SPEND-OVERPAYMENT']],
	])('%s of five contacts at once say what each document still has open, credits below zero', async (what, types) => {
		/** What is open of a document in cents, by contact; what is left of a credit is below zero, and an overpayment has no number. */
		const opens = (plural: string, number: string, left: string, sign: 1 | -1) =>
			on
				.records(plural)
				.filter(({ Type, Status }) => types.includes(String(Type)) && Status === 'AUTHORISED')
				.map((one) => ({ id: (one.Contact as IDataObject).ContactID, name: one[number] || null, left: sign * cents(one[left]) }))
				.filter(({ left }) => left !== 0);
		const open = [
			...opens('Invoices', 'InvoiceNumber', 'AmountDue', 1),
			...opens('CreditNotes', 'CreditNoteNumber', 'RemainingCredit', -1),
			...opens('Overpayments', '', 'RemainingCredit', -1),
		];
		const ids = [...new Set(open.map(({ id }) => String(id)))].slice(0, 5);
		// Payments can be dated ahead, and what is left of a document has them already.
		const { json, pairs } = await on.report(
			`owing.${what}`,
			{ contactId: byId('={{ $json.id }}'), ...asOf('2099-12-31') },
			ids.map((id) => ({ id })),
		);
		ids.forEach((id, item) => {
			const mine = json.filter((_, at) => pairs[at] === item);
			const due = mine.filter((one) => one.rowType === 'row' && one.due !== 0).map((one) => [one.number, cents(one.due)]);
			const expected = open.filter((one) => one.id === id);
			expect(due.sort()).toEqual(expected.map(({ name, left }) => [name, left]).sort());
			const total = labelled(mine, 'Total');
			expect(total).toMatchObject({
				rowType: 'total',
				contactId: id,
				date: null,
				number: null,
				dueDate: null,
				daysOverdue: null,
				documentId: null,
			});
			expect(cents(total.due)).toBe(sum(expected.map(({ left }) => left)));
		});
		expect(on.asked).toHaveLength(5);
	});

	it('type days as dates, numbers of documents as texts, and leave empty what is empty', async () => {
		const {
			Contact,
			Date: day,
			InvoiceNumber,
			InvoiceID,
		} = on.records('Invoices').find(({ Type, Status }) => Type === 'ACCREC' && Status === 'AUTHORISED')! as unknown as Record<
			string,
			string
		> & { Contact: IDataObject };
		const found = await rows('owing.agedReceivablesByContact', { contactId: byId(String(Contact.ContactID)), asOf: 'today' });
		expect(labelled(found, InvoiceNumber!)).toMatchObject({
			date: day!.slice(0, 10),
			number: InvoiceNumber,
			documentId: InvoiceID,
			contactName: Contact.Name,
			computed: false,
		});
		expect(found.every(({ daysOverdue }) => daysOverdue === null || Number.isInteger(daysOverdue))).toBe(true);
	});
});

describe('Opening balances that Xero does not take', () => {
	it('are refused as a whole, with the reason', async () => {
		const before = on.records('Journals').length;
		const balances = (code: string, more: INodeParameters = {}) => ({
			additionalFields: {
				ConversionBalances: {
					balance: [
						{ AccountCode: byCode('090'), Balance: '5' },
						{ AccountCode: byCode(code), Balance: '-5' },
					],
				},
				...more,
			},
		});
		const ConversionDate = { values: { Month: '4', Year: '2025' } };
		const set = async (parameters: INodeParameters) => (await on.run('setup.setAccountsAndBalances', parameters)).error;
		expect(await set(balances('nope', { ConversionDate }))).toContain(
			"Item 1: Xero says: Account code 'nope' is not a valid code for this document.",
		);
		expect(await set(balances('970'))).toContain(
			'Item 1: Xero says: The ConversionDate must be specified with conversion balances.',
		);
		const early = { ConversionDate: { values: { Month: '4', Year: '2006' } } };
		expect(await set(balances('970', early))).toMatch(/^Item 1, Conversion Date, Year “\d+”: must be at least 2007\n/);
		expect(await set({ additionalFields: {} })).toContain(
			'Item 1: there is nothing to change. Add a field, or leave the item out',
		);
		expect(on.asked).toHaveLength(2);
		expect(on.records('Journals')).toHaveLength(before);
	});
});

describe('The 1099 report of an organisation in the United States', () => {
	it('is an item for each contact of each form, or both forms as they are', async () => {
		const form = (name: string, box: string, amount: number) => ({
			ReportName: `1099-${name} report`,
			ReportDate: '1 Jan 2023 to 31 Dec 2023',
			Fields: [],
			Contacts: [
				{
					[box]: amount,
					Name: 'Bank West',
					FederalTaxIDType: 'SSN',
					State: 'CA',
					TaxID: '234-22-2223',
					ContactId: '81d5706a-8057-4338-8511-747cd85f4c68',
					FederalTaxClassification: 'PARTNERSHIP',
				},
			],
		});
		const Reports = [form('NEC', 'Box4', 1150), form('MISC', 'Box3', 1000)];
		const { ctx, requests } = fakeExecute({
			parameters: ['rows', 'raw'].map((layout) => ({
				organisation: byId('6b1f3c52-8d0e-4a57-9c3b-2e74a1d05f10'),
				resource: 'tax',
				operation: 'tenNinetyNine',
				layout,
				options: { reportYear: '2023' },
			})),
			reply: () => ({ body: { Reports } }),
		});
		const [out] = await execute(reports, ctx);
		expect(requests.map(({ path, query }) => [path, query])).toEqual([
			['/api.xro/2.0/Reports/TenNinetyNine', { reportYear: '2023' }],
			['/api.xro/2.0/Reports/TenNinetyNine', { reportYear: '2023' }],
		]);
		expect(out!.slice(0, 2).map(({ json }) => json)).toMatchObject([
			{ form: '1099-NEC', name: 'Bank West', box4: 1150, taxId: '234-22-2223', from: '2023-01-01' },
			{ form: '1099-MISC', name: 'Bank West', box3: 1000, box4: null },
		]);
		expect(out!.slice(2).map(({ json }) => json)).toEqual(Reports);
		heldToSchema(
			'xeroReports',
			'tax.tenNinetyNine',
			{},
			out!.slice(0, 2).map(({ json }) => json),
		);
	});
});

describe('A report that cannot be had', () => {
	it('for want of its scope is refused with the name of that scope', async () => {
		const own = 'accounting.reports.profitandloss.read';
		on.connect({ scopes: consentScopes.filter((scope) => scope !== own) });
		const { error } = await on.report('statement.profitAndLoss', month());
		expect(error).toContain(`(Read Only) (${own}) and connect again`);
		on.connect({ scopes: ['offline_access', own] });
		expect((await on.report('statement.profitAndLoss', month())).error).toBe('');
	});

	it('as the user has no role for reports says who may have it, and is not asked for again and again', async () => {
		const body = { Type: null, Title: 'Forbidden', Status: 403, Detail: 'AuthenticationUnsuccessful' };
		on.sandbox.fail({ match: { path: '/Reports' }, what: { kind: 'status', status: 403, body } });
		const { error, ran } = await on.report(
			'statement.balanceSheet',
			{},
			Array.from({ length: 40 }, () => ({})),
		);
		expect(error).toContain('The organisation gives no access to this');
		expect(error).toContain('A Standard user needs the role for reports');
		expect(ran.error).toMatchObject({ httpCode: '403' });
		expect(on.asked.length).toBeLessThanOrEqual(5);
	});

	it('as its dates are the wrong way round, its periods too many or its contact missing, is not asked for at all', async () => {
		const { error } = await on.report('currency.bankSummary', {
			period: 'custom',
			fromDate: '2096-03-31',
			toDate: '2096-03-01',
		});
		expect(error).toContain('Item 1, Date To “2096-03-01”: is before Date From (“2096-03-31”)');
		const { error: many } = await on.report('statement.budgetSummary', { options: { periods: 13 } });
		expect(many).toContain('Item 1, Periods “13”: can be at most 12');
		expect((await on.report('owing.agedPayablesByContact', { contactId: byId('={{ $json.nobody }}') })).error).toContain(
			'Item 1: Contact came to nothing. Its expression is {{ $json.nobody }}; the item has no fields',
		);
		expect(on.asked).toEqual([]);
	});
});
