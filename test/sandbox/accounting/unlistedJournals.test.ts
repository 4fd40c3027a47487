import type { UnlistedJournal } from '../../../sandbox/bookkeeping';
import { type Desk, type Json, openDesk } from './desk';
import { rowOf } from './reading';

const PAY_RUN: UnlistedJournal = {
	sourceType: 'PAYSLIP',
	date: '2026-02-20',
	reference: 'Fortnight to 20 February',
	lines: [
		{ account: '477', net: 2000, tracking: { Region: 'North' } },
		{ account: '814', net: -2000 },
	],
};
const ITS_PAYMENT: UnlistedJournal = {
	sourceType: 'WAGEPAYABLE',
	date: '2026-02-24',
	lines: [
		{ account: '814', net: 1500 },
		{ account: '090', net: -1500 },
	],
};
const DEPRECIATION: UnlistedJournal = {
	date: '2026-02-28',
	showOnCashBasisReports: false,
	lines: [
		{ account: '416', net: 50 },
		{ account: '711', net: -50 },
	],
};
const SPENT_ELSEWHERE: UnlistedJournal = {
	sourceType: 'EXTERNALSPENDMONEY',
	date: '2026-02-26',
	lines: [
		{ account: '400', net: 100, tax: 15, taxType: 'INPUT2', description: 'Adverts' },
		{ account: '090', net: -115 },
	],
};

let desk: Desk;
beforeEach(() => {
	desk = openDesk('small');
});
const post = (journal: UnlistedJournal) => desk.api.bookkeeping?.postJournal(desk.tenantId, journal);
/** What a row of a report moves by when journals are posted, in whole cents, column by column. */
const moved = (report: string, name: string, ...posted: readonly UnlistedJournal[]): number[] => {
	const read = (): string[] => rowOf(desk.call('GET', `/Reports/${report}`), name) ?? [];
	const before = read();
	posted.forEach(post);
	return read().map((value, at) => Math.round((Number(value) - Number(before[at] ?? 0)) * 100));
};

describe('a journal that no document has', () => {
	it('stands in Journals under its source type, with the tax of its lines on the tax account', () => {
		const { JournalID, JournalNumber } = post(SPENT_ELSEWHERE) ?? {};
		const [journal] = desk.call('GET', `/Journals?offset=${Number(JournalNumber) - 1}`).at('Journals') as Json[];
		expect(journal).toMatchObject({ JournalID, SourceType: 'EXTERNALSPENDMONEY', SourceID: expect.any(String) as string });
		expect((journal?.JournalLines as Json[]).map((one) => [one.AccountCode, one.NetAmount, one.TaxAmount, one.TaxType])).toEqual([
			['400', 100, 15, 'INPUT2'],
			['090', -115, 0, undefined],
			['820', 15, 0, undefined],
		]);
	});

	it('names neither type nor document when Xero posted it of itself', () => {
		const { JournalNumber } = post(DEPRECIATION) ?? {};
		const [journal] = desk.call('GET', `/Journals?offset=${Number(JournalNumber) - 1}`).at('Journals') as Json[];
		expect(Object.keys(journal ?? {})).toEqual(expect.not.arrayContaining(['SourceType', 'SourceID']));
	});

	it('is in no list of documents', () => {
		const lists = ['Invoices', 'BankTransactions', 'Payments', 'ManualJournals', 'BankTransfers', 'ExpenseClaims'];
		const sizes = () => lists.map((plural) => desk.api.records(desk.tenantId, plural).length);
		const before = sizes();
		[PAY_RUN, ITS_PAYMENT, DEPRECIATION, SPENT_ELSEWHERE].forEach(post);
		expect(sizes()).toEqual(before);
	});

	it('is in every report of the ledger', () => {
		expect(moved('TrialBalance?date=2026-02-28', 'Wages Payable - Payroll (814)', PAY_RUN, ITS_PAYMENT).at(-1)).toBe(50_000);
		const profit = 'ProfitAndLoss?fromDate=2026-02-01&toDate=2026-02-28';
		expect(moved(profit, 'Salaries', PAY_RUN)).toEqual([200_000]);
		expect(moved(profit, 'Net Profit', SPENT_ELSEWHERE)).toEqual([-10_000]);
		const bank = 'BankSummary?fromDate=2026-02-01&toDate=2026-02-28';
		expect(moved(bank, 'Business Bank Account', ITS_PAYMENT, SPENT_ELSEWHERE)).toEqual([0, 0, 161_500, -161_500]);
		const sheet = 'BalanceSheet?date=2026-02-28&periods=0';
		expect(moved(sheet, 'Less Accumulated Depreciation on Office Equipment', DEPRECIATION)).toEqual([-5000]);
	});

	it('has the tracking of its lines', () => {
		const id = desk.api.records(desk.tenantId, 'TrackingCategories').find((one) => one.Name === 'Region')?.TrackingCategoryID;
		const profit = `ProfitAndLoss?fromDate=2026-02-01&toDate=2026-02-28&trackingCategoryID=${String(id)}`;
		// Central, East, North, South, West, Unassigned, Total
		expect(moved(profit, 'Salaries', PAY_RUN)).toEqual([0, 0, 200_000, 0, 0, 0, 200_000]);
	});

	it('is on the cash basis unless it says otherwise', () => {
		const trial = 'TrialBalance?date=2026-02-28&paymentsOnly=true';
		expect(moved(trial, 'Salaries (477)', PAY_RUN).at(-2)).toBe(200_000);
		expect(moved(trial, 'Depreciation (416)', DEPRECIATION)).toEqual([]);
	});

	it.each<[string, Partial<UnlistedJournal>]>([
		['Debits and credits of the journal differ by 0.01', { lines: [PAY_RUN.lines[0]!, { account: '814', net: -1999.99 }] }],
		['The organisation has no account 999', { lines: [PAY_RUN.lines[0]!, { account: '999', net: -2000 }] }],
		['Only documents post to the account 610', { lines: [PAY_RUN.lines[0]!, { account: '610', net: -2000 }] }],
		['The date 2026-02-30 is no day in the form YYYY-MM-DD', { date: '2026-02-30' }],
		['A journal has at least two lines', { lines: [] }],
		[
			'0.005 is no amount in whole cents',
			{
				lines: [
					{ account: '477', net: 0.005 },
					{ account: '814', net: -0.005 },
				],
			},
		],
		[
			'The organisation has no tax rate VAT',
			{
				lines: [
					{ account: '477', net: 1, taxType: 'VAT' },
					{ account: '814', net: -1 },
				],
			},
		],
		[
			'The organisation has no tracking option Up of a category Region',
			{
				lines: [
					{ account: '477', net: 1, tracking: { Region: 'Up' } },
					{ account: '814', net: -1 },
				],
			},
		],
		[
			'A journal whose lines are all zero is not posted',
			{
				lines: [
					{ account: '477', net: 0 },
					{ account: '814', net: 0 },
				],
			},
		],
	])('is refused in words: %s', (message, change) => {
		const before = desk.api.records(desk.tenantId, 'Journals').length;
		expect(() => post({ ...PAY_RUN, ...change })).toThrow(message);
		expect(desk.api.records(desk.tenantId, 'Journals')).toHaveLength(before);
	});

	it('is for organisations that are there', () => {
		expect(() => desk.api.bookkeeping?.postJournal('nowhere', PAY_RUN)).toThrow('There is no organisation nowhere');
	});
});
