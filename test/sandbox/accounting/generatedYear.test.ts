import { accounting } from '../../../sandbox/accounting/api';
import { generatedOrganisation, organisations } from '../../../sandbox/organisations';
import { type Desk, type Json, openDesk } from './desk';
import {
	agree,
	cashJournals,
	control,
	isApproved,
	linesOf,
	openAmounts,
	subledgers,
	sums,
	trialAgrees,
	whole,
} from './ledgerChecks';
import { specification } from './spec';

function openYear(seed: number): Desk {
	return openDesk(
		'empty',
		undefined,
		(clock) => {
			const api = accounting({ clock, seed: 'empty', organisations });
			api.bookkeeping?.generateYear(seed);
			return api;
		},
		generatedOrganisation.tenantId,
	);
}

const LISTS = [
	...['Invoices', 'CreditNotes', 'Prepayments', 'Overpayments', 'Payments', 'BatchPayments', 'BankTransactions'],
	...['BankTransfers', 'ManualJournals', 'ExpenseClaims', 'Receipts'],
];
const records = ({ api, tenantId }: Desk, plural: string): readonly Json[] => api.records(tenantId, plural);
const lines = (row: Json): Json[] => (row.LineItems ?? []) as Json[];
const allocationsOf = (desk: Desk): Array<{ credit: Json; allocation: Json; invoice: Json }> => {
	const invoices = new Map(records(desk, 'Invoices').map((one) => [one.InvoiceID, one]));
	return ['CreditNotes', 'Prepayments', 'Overpayments'].flatMap((plural) =>
		records(desk, plural).flatMap((credit) =>
			(credit.Allocations as Json[]).map((allocation) => ({
				...{ credit, allocation },
				invoice: invoices.get((allocation.Invoice as Json).InvoiceID) ?? {},
			})),
		),
	);
};

/** What the year must have, each with how many of it there are. */
const FEATURES: Readonly<Record<string, (desk: Desk) => number>> = {
	'documents in dollars': (desk) => records(desk, 'Invoices').filter((one) => one.CurrencyCode === 'USD').length,
	'bills in euros': (desk) => records(desk, 'Invoices').filter((one) => one.CurrencyCode === 'EUR').length,
	'documents in yen': (desk) => records(desk, 'Invoices').filter((one) => one.CurrencyCode === 'JPY').length,
	'money in yen': (desk) => records(desk, 'BankTransactions').filter((one) => one.CurrencyCode === 'JPY').length,
	'part payments': (desk) =>
		records(desk, 'Invoices').filter(
			(one) => (one.Payments as Json[]).length > 1 || (one.Status === 'AUTHORISED' && one.AmountPaid !== 0),
		).length,
	'early payments': (desk) => {
		const dates = new Map(records(desk, 'Invoices').map((one) => [one.InvoiceID, String(one.Date)]));
		return records(desk, 'Payments').filter((one) => String(one.Date) < (dates.get((one.Invoice as Json).InvoiceID) ?? ''))
			.length;
	},
	'deleted payments': (desk) => records(desk, 'Payments').filter((one) => one.Status === 'DELETED').length,
	'batches of bills': (desk) => records(desk, 'BatchPayments').filter((one) => one.Type === 'PAYBATCH').length,
	'batches of sales': (desk) => records(desk, 'BatchPayments').filter((one) => one.Type === 'RECBATCH').length,
	refunds: (desk) =>
		records(desk, 'Payments').filter((one) => /CREDIT|PREPAYMENT|OVERPAYMENT/.test(String(one.PaymentType))).length,
	'allocations in a later month': (desk) =>
		allocationsOf(desk).filter(({ credit, allocation }) => String(allocation.Date).slice(0, 7) > String(credit.Date).slice(0, 7))
			.length,
	'allocations before the invoice': (desk) =>
		allocationsOf(desk).filter(({ allocation, invoice }) => String(allocation.Date) < String(invoice.Date)).length,
	'foreign transfers': (desk) => records(desk, 'BankTransfers').filter((one) => one.CurrencyRate !== 1).length,
	'deleted money': (desk) => records(desk, 'BankTransactions').filter((one) => one.Status === 'DELETED').length,
	'manual journals with tax': (desk) =>
		records(desk, 'ManualJournals').filter((one) => one.LineAmountTypes === 'Inclusive').length,
	'manual journals not on the cash basis': (desk) =>
		records(desk, 'ManualJournals').filter((one) => one.ShowOnCashBasisReports === false).length,
	'paid claims': (desk) => records(desk, 'ExpenseClaims').filter((one) => one.Status === 'PAID').length,
	'part paid claims': (desk) =>
		records(desk, 'ExpenseClaims').filter((one) => one.Status === 'AUTHORISED' && one.AmountPaid !== 0).length,
	'unpaid claims': (desk) =>
		records(desk, 'ExpenseClaims').filter((one) => one.Status === 'AUTHORISED' && one.AmountPaid === 0).length,
	discounts: (desk) => records(desk, 'Invoices').filter((one) => one.IsDiscounted === true).length,
	'four decimals': (desk) =>
		records(desk, 'Invoices')
			.flatMap(lines)
			.filter((one) => Number(one.UnitAmount) * 100 !== Math.round(Number(one.UnitAmount) * 100)).length,
	'lines that include tax': (desk) => records(desk, 'Invoices').filter((one) => one.LineAmountTypes === 'Inclusive').length,
	'documents without tax': (desk) => records(desk, 'Invoices').filter((one) => one.LineAmountTypes === 'NoTax').length,
	'tax on imports': (desk) =>
		records(desk, 'Invoices')
			.flatMap(lines)
			.filter((one) => one.TaxType === 'GSTONIMPORTS' && one.LineAmount === 0).length,
	'typed-over tax': (desk) =>
		records(desk, 'Invoices')
			.filter((one) => one.LineAmountTypes === 'Exclusive')
			.flatMap(lines)
			.filter((one) => one.Description === 'Repair' && Math.abs(Number(one.TaxAmount) - Number(one.LineAmount) * 0.15) > 0.006)
			.length,
	'lines with tracking': (desk) =>
		records(desk, 'Invoices')
			.flatMap(lines)
			.filter((one) => (one.Tracking as Json[]).length > 0).length,
	'sold stock': (desk) =>
		records(desk, 'Invoices')
			.filter((one) => one.Type === 'ACCREC')
			.flatMap(lines)
			.filter((one) => one.ItemCode !== undefined).length,
	'voided invoices': (desk) => records(desk, 'Invoices').filter((one) => one.Status === 'VOIDED').length,
	'deleted drafts': (desk) => records(desk, 'Invoices').filter((one) => one.Status === 'DELETED').length,
	drafts: (desk) => records(desk, 'Invoices').filter((one) => one.Status === 'DRAFT').length,
	'rounding of foreign lines': (desk) =>
		records(desk, 'Journals')
			.flatMap(linesOf)
			.filter((one) => one.AccountCode === '860' && Math.abs(Number(one.NetAmount)) < 0.02).length,
	'pay runs': (desk) => records(desk, 'Journals').filter((one) => one.SourceType === 'PAYSLIP').length,
	'paid wages': (desk) => records(desk, 'Journals').filter((one) => one.SourceType === 'WAGEPAYABLE').length,
	'money spent elsewhere': (desk) => records(desk, 'Journals').filter((one) => one.SourceType === 'EXTERNALSPENDMONEY').length,
	'depreciation runs': (desk) =>
		records(desk, 'Journals').filter((one) => one.Reference === 'Depreciation' && one.SourceType === undefined).length,
	'stock counts': (desk) => records(desk, 'Journals').filter((one) => one.Reference === 'Stock count').length,
	'conversion balances': (desk) => records(desk, 'Journals').filter((one) => one.Reference === 'Conversion Balance').length,
};

describe('the generated year', () => {
	const desk = openYear(1);

	it.each(Object.entries(FEATURES))('has %s', (_name, count) => {
		expect(count(desk)).toBeGreaterThan(0);
	});

	it('is of a size to be read in a moment', () => {
		const documents = LISTS.filter((plural) => plural !== 'Payments' && plural !== 'Receipts');
		const count = documents.reduce((sum, plural) => sum + records(desk, plural).length, 0);
		expect(count).toBeGreaterThan(500);
		expect(count).toBeLessThan(700);
	});

	it('begins with balances in foreign currency at their own rates', () => {
		const [opening] = records(desk, 'Journals').filter((one) => one.Reference === 'Conversion Balance');
		expect(opening?.JournalDate).toBe('2025-01-31');
		// 8,250.40 dollars at 0.5873, and 612,500 yen at 87.41.
		expect(
			(opening ? linesOf(opening) : []).filter((one) => /^09/.test(String(one.AccountCode))).map((one) => one.NetAmount),
		).toEqual([42_317.85, 15_000, 14_048.02, 7_007.21]);
	});

	it('has yen without decimals in every document, payment and transfer', () => {
		const yen = ['Invoices', 'CreditNotes', 'Prepayments', 'Overpayments', 'BankTransactions']
			.flatMap((plural) => records(desk, plural))
			.filter((one) => one.CurrencyCode === 'JPY');
		const amounts = yen.flatMap((one) => [
			one.Total,
			one.TotalTax,
			one.AmountDue ?? 0,
			...lines(one).map((row) => row.LineAmount),
		]);
		expect(amounts.length).toBeGreaterThan(100);
		expect(amounts.filter((amount) => !Number.isInteger(amount))).toEqual([]);
	});

	it('is the same for the same seed, and another one for another', () => {
		const [again, other] = [openYear(1), openYear(2)];
		for (const plural of [...LISTS, 'Journals'])
			expect([plural, records(again, plural)]).toEqual([plural, records(desk, plural)]);
		expect(records(other, 'Invoices').map((one) => one.Total)).not.toEqual(records(desk, 'Invoices').map((one) => one.Total));
	});

	it('was written down on its days, and nothing of it later than now', () => {
		const created = records(desk, 'Journals').map((one) => String(one.CreatedDateUTC));
		expect(created).toEqual([...created].sort());
		expect(created[1]?.slice(0, 10)).toBe('2025-01-31');
		expect((created.at(-1) ?? '') < '2026-03-09T22:00:00.000Z').toBe(true);
	});

	it('fits the schemas of Xero in every list and every record', () => {
		const spec = specification();
		const answers = [...LISTS, 'Journals', 'Accounts', 'Contacts', 'Items'].flatMap((plural) => {
			const id = `${plural.slice(0, -1)}ID`;
			const alone =
				plural === 'Journals'
					? []
					: records(desk, plural)
							.slice(0, 25)
							.map((one) => `/${plural}/${String(one[id])}`);
			return [`/${plural}`, `/${plural}?page=1`, ...alone].map((path) => desk.call('GET', path));
		});
		expect(answers.filter((answer) => answer.status !== 200)).toEqual([]);
		const complaints = answers.flatMap((answer) => spec.complaints(answer.operationId, answer.status, answer.body));
		expect([...new Set(complaints)]).toEqual([]);
	});
});

describe.each([1, 2, 3])('the ledger of the year generated from seed %i', (seed) => {
	const desk = openYear(seed);
	const journals = records(desk, 'Journals');
	const cash = cashJournals(desk);

	it('balances in every journal, on both bases, and counts them without gaps', () => {
		expect(journals.map((one) => one.JournalNumber)).toEqual(journals.map((_, at) => at + 1));
		for (const journal of [...journals, ...cash])
			expect(linesOf(journal).reduce((sum, one) => sum + whole(one.NetAmount), 0)).toBe(0);
	});

	it.each([
		...[
			['2025-01-31', '2024-04-01'],
			['2025-02-28', '2024-04-01'],
			['2025-03-31', '2024-04-01'],
			['2025-04-30', '2025-04-01'],
		],
		...['2025-05-31', '2025-06-30', '2025-07-31', '2025-08-31', '2025-09-30', '2025-10-31'].map((day) => [day, '2025-04-01']),
		...['2025-11-30', '2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31'].map((day) => [day, '2025-04-01']),
	])('agrees with its trial balance, balance sheet and profit and loss at %s', (day = '', yearStart = '') => {
		agree(desk, journals, day, yearStart, false);
		agree(desk, cash, day, yearStart, true);
	});

	it.each([
		['2025-02-11', '2024-04-01'],
		['2025-03-30', '2024-04-01'],
		['2025-04-01', '2025-04-01'],
		['2025-08-17', '2025-04-01'],
		['2026-01-02', '2025-04-01'],
		['2026-03-09', '2025-04-01'],
	])('has a trial balance of any day that is the sum of the journals up to it: %s', (day, yearStart) => {
		trialAgrees(desk, journals, day, yearStart, false);
		trialAgrees(desk, cash, day, yearStart, true);
	});

	it('has on debtors, creditors and unpaid claims what is open, in aged reports too', () => {
		openAmounts(desk);
		control(desk, journals, cash);
		subledgers(desk, journals);
	});

	it('differs on the inventory account from its items by what was counted', () => {
		const id = records(desk, 'Accounts').find((one) => one.Code === '630')?.AccountID;
		const counted = journals.filter((one) => one.Reference === 'Stock count');
		const stock = records(desk, 'Items').reduce((sum, one) => sum + whole(one.TotalCostPool ?? 0), 0);
		expect((sums(journals).get(String(id)) ?? 0) - (sums(counted).get(String(id)) ?? 0)).toBe(stock);
	});

	it('has journals of every approved document', () => {
		const sources = new Set(journals.map((one) => one.SourceID));
		for (const [plural, id] of [
			['Invoices', 'InvoiceID'],
			['CreditNotes', 'CreditNoteID'],
			['ExpenseClaims', 'ExpenseClaimID'],
		] as const)
			expect(records(desk, plural).filter((one) => isApproved(one) && !sources.has(one[id]))).toEqual([]);
	});
});

describe('a year that ends on 29 February', () => {
	const desk = openYear(5);
	const journals = records(desk, 'Journals');

	it.each([
		['2025-02-28', '2024-03-01'],
		['2025-03-01', '2025-03-01'],
		['2025-12-31', '2025-03-01'],
		['2026-02-27', '2025-03-01'],
		['2026-02-28', '2025-03-01'],
		['2026-03-09', '2026-03-01'],
	])('agrees with its trial balance at %s', (day, yearStart) => {
		trialAgrees(desk, journals, day, yearStart, false);
		trialAgrees(desk, cashJournals(desk), day, yearStart, true);
	});

	it('is told by the organisation', () => {
		const told = desk.call('GET', '/Organisation').at('Organisations.0');
		expect(told).toMatchObject({ FinancialYearEndDay: 29, FinancialYearEndMonth: 2 });
	});
});

it('is in no organisation that did not ask for it', () => {
	const api = openDesk('empty').api;
	expect(api.records(generatedOrganisation.tenantId, 'Accounts')).toEqual([]);
});
