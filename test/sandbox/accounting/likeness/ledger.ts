import { type Desk, type Json, sale } from '../desk';
import { attachments, history } from './parts';

/** Journals, manual journals, budgets, reports and setup. Calls every operation at least once, with good and with bad bodies. */
export function ledger({ api, call, tenantId }: Desk): void {
	const invoice = call('PUT', '/Invoices', sale({ Status: 'AUTHORISED' })).id('Invoices.0.InvoiceID');
	const contact = call('GET', `/Invoices/${invoice}`).id('Invoices.0.Contact.ContactID');

	const lines = [
		{
			AccountCode: '400',
			LineAmount: 115,
			Description: 'Adverts',
			TaxType: 'INPUT2',
			Tracking: [{ Name: 'Region', Option: 'North' }],
		},
		{ AccountCode: '850', LineAmount: -115, TaxType: 'NONE' },
	];
	const body = {
		Narration: 'Adverts paid by the owner',
		LineAmountTypes: 'Inclusive',
		Status: 'POSTED',
		Date: '2026-03-02',
		JournalLines: lines,
		Url: 'https://adverts.example/1',
	};
	const unbalanced = { ...body, JournalLines: [{ AccountCode: '400', LineAmount: 1 }, lines[1]] };
	const manual = call('PUT', '/ManualJournals', { ManualJournals: [body] }).id('ManualJournals.0.ManualJournalID');
	call('PUT', '/ManualJournals', { ManualJournals: [unbalanced] });
	call('PUT', '/ManualJournals?summarizeErrors=false', { ManualJournals: [unbalanced, body] });
	const unknown = [
		{ AccountCode: '476', LineAmount: 10 },
		{ AccountCode: '400', LineAmount: -10 },
	];
	call('POST', '/ManualJournals?summarizeErrors=false', {
		ManualJournals: [
			{ ManualJournalID: manual, Narration: 'Adverts' },
			{ Narration: 'Unknown', JournalLines: unknown },
			{ Narration: '' },
		],
	});
	call('POST', `/ManualJournals/${manual}`, { ManualJournals: [{ Narration: 'Adverts, spring' }] });
	call('POST', `/ManualJournals/${manual}`, { ManualJournals: [{ Status: 'DELETED' }] });
	history(call, `/ManualJournals/${manual}`);
	attachments(call, `/ManualJournals/${manual}`);
	call('GET', `/ManualJournals/${manual}`);
	call('POST', `/ManualJournals/${manual}`, { ManualJournals: [{ Status: 'VOIDED' }] });
	call('GET', '/ManualJournals');
	call('GET', '/ManualJournals?page=1&pageSize=2');

	const wages = [
		{ account: '477', net: 10, taxType: 'NONE', tracking: { Region: 'North' } },
		{ account: '814', net: -10 },
	];
	api.bookkeeping?.postJournal(tenantId, { sourceType: 'PAYSLIP', date: '2026-03-02', lines: wages });
	api.bookkeeping?.postJournal(tenantId, { date: '2026-03-02', lines: wages });
	const journals = call('GET', '/Journals').at('Journals') as Json[];
	call('GET', '/Journals?offset=5&paymentsOnly=true');
	call('GET', '/Journals?offset=five');
	call('GET', `/Journals/${String(journals[0]?.JournalID)}`);
	call('GET', `/Journals/${String(journals[1]?.JournalNumber)}`);

	const budget = call('GET', '/Budgets').id('Budgets.0.BudgetID');
	call('GET', `/Budgets?IDs=${budget}&DateFrom=2025-04-01&DateTo=2026-03-31`);
	call('GET', `/Budgets/${budget}?DateFrom=2026-01-01&DateTo=2026-02-28`);
	call('GET', `/Budgets/${budget}?DateFrom=soon`);

	const [region = {}, department = {}] = call('GET', '/TrackingCategories').at('TrackingCategories') as Json[];
	const option = String((region.Options as Json[])[0]?.TrackingOptionID);
	call('GET', '/Reports/TrialBalance?date=2026-03-09');
	call('GET', '/Reports/TrialBalance?paymentsOnly=true');
	call('GET', '/Reports/BalanceSheet');
	call('GET', `/Reports/BalanceSheet?date=2026-02-10&periods=3&timeframe=QUARTER&trackingOptionID1=${option}`);
	call('GET', '/Reports/BalanceSheet?periods=12');
	call('GET', '/Reports/ProfitAndLoss');
	call('GET', '/Reports/ProfitAndLoss?fromDate=2026-01-01&toDate=2026-01-31&periods=2&timeframe=MONTH&standardLayout=true');
	call(
		'GET',
		`/Reports/ProfitAndLoss?trackingCategoryID=${String(region.TrackingCategoryID)}&trackingCategoryID2=${String(department.TrackingCategoryID)}`,
	);
	call('GET', '/Reports/ProfitAndLoss?timeframe=WEEK');
	call('GET', '/Reports/BankSummary?fromDate=2026-02-01&toDate=2026-02-28');
	call('GET', '/Reports/BudgetSummary?date=2026-03-01&periods=4&timeframe=3');
	call('GET', '/Reports/ExecutiveSummary?date=2026-02-28');
	call('GET', `/Reports/AgedReceivablesByContact?contactId=${contact}&fromDate=2026-01-01`);
	call('GET', `/Reports/AgedPayablesByContact?contactId=${contact}`);
	call('GET', '/Reports/AgedPayablesByContact');
	call('GET', '/Reports/TenNinetyNine?reportYear=2025');
	const published = call('GET', '/Reports').id('Reports.0.ReportID');
	call('GET', `/Reports/${published}`);

	const Accounts = [
		{ Code: '200', Name: 'Sales', Type: 'SALES', ReportingCode: 'REV.TRA.GOO' },
		{ Code: '990', Name: 'Vans', Type: 'FIXED' },
		{ Code: '991' },
	];
	call('POST', '/Setup', {
		ConversionDate: { Month: 2, Year: 2025 },
		ConversionBalances: [{ AccountCode: '990', Balance: 4000 }],
		Accounts,
	});
	call('POST', '/Setup', {
		ConversionDate: { Month: 13, Year: 2025 },
		ConversionBalances: [{ AccountCode: 'none', Balance: 1 }],
	});
}
