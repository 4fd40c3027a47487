import { entriesFromDocuments } from '../../../nodes/XeroReports/entries/fromDocuments';
import type { LedgerRecords } from '../../../nodes/XeroReports/entries/ledgerReading';
import { generalLedger } from '../../../nodes/XeroReports/folds/generalLedger';
import { addEntries } from '../../../nodes/XeroReports/folds/ledgerAccounts';
import type { Amounts } from './records';
import { bill, contextOf, creditNote, idOf, invoice, line, money, payment, trialBalance } from './records';

/** Ledger K of October 2026: base NZD, GST 15 %, year end 31 March. */
export const SEPTEMBER: Amounts = {
	'090': 5000,
	'630': 800,
	'710': 3000,
	'711': -600,
	'800': -230,
	'820': -120,
	'900': -4000,
	'960': -1000,
	'970': -1500,
	'200': -4000,
	'310': 900,
	'400': 1050,
	'478': 700,
};

export const OCTOBER: Amounts = {
	'090': 982.5,
	'095': 1034.48,
	'610': 560,
	'630': 500,
	'710': 4000,
	'711': -650,
	'814': -500,
	'820': -67.5,
	'835': -200,
	'900': -3700,
	'960': -1000,
	'970': -1300,
	'200': -5100,
	'310': 1200,
	'400': 1500,
	'416': 50,
	'437': 25,
	'478': 2700,
	'497': -34.48,
};

const region = (Option: string) => ({
	Tracking: [{ TrackingCategoryID: 't', TrackingOptionID: Option, Name: 'Region', Option }],
});
const printCo = { Contact: { ContactID: 'p', Name: 'Print Co' } };
const bank = (code: string) => ({ AccountID: idOf(code), Code: code });

export const RECORDS: LedgerRecords = {
	Invoices: [
		invoice(
			'INV-21',
			'2026-10-02',
			1350,
			[line('200', 1000, 150, region('North')), line('200', 200, 0, { ...region('South'), TaxType: 'ZERORATED' })],
			{
				Payments: [{ PaymentID: 'pay-1', Date: '2026-10-12', Amount: 675 }],
			},
		),
		bill('BILL-9', '2026-10-05', 460, [line('400', 460, 60, { ...region('North'), TaxType: 'INPUT2' })], {
			LineAmountTypes: 'Inclusive',
			Status: 'PAID',
			...printCo,
		}),
		// A draft and a voided one stand nowhere.
		invoice('INV-22', '2026-10-03', 115, [line('200', 100, 15)], { Status: 'DRAFT' }),
		invoice('INV-23', '2026-10-04', 230, [line('200', 200, 30)], { Status: 'VOIDED' }),
	],
	CreditNotes: [
		creditNote('CN-3', '2026-10-15', 115, [line('200', 100, 15, region('North'))], {
			Allocations: [
				{ AllocationID: 'al-1', Date: '2026-10-16', Amount: 115, Invoice: { InvoiceID: 'INV-21', InvoiceNumber: 'INV-21' } },
			],
		}),
	],
	Prepayments: [
		{
			PrepaymentID: 'PRE-1',
			Type: 'RECEIVE-PREPAYMENT',
			Status: 'AUTHORISED',
			Date: '2026-10-22',
			Total: 230,
			RemainingCredit: 230,
			CurrencyCode: 'NZD',
			LineAmountTypes: 'Inclusive',
			LineItems: [line('835', 230, 30)],
			Contact: { ContactID: 'd', Name: 'Cedar & Co' },
		},
	],
	BankTransactions: [
		money('spend-1', '2026-10-18', 1150, [line('710', 1150, 150, { ...region('North'), TaxType: 'INPUT2' })]),
		money('pre-1', '2026-10-22', 230, [line('835', 230, 30)], { Type: 'RECEIVE-PREPAYMENT', PrepaymentID: 'PRE-1' }),
		money('spend-2', '2026-10-25', 200, [line('970', 200)], { LineAmountTypes: 'NoTax' }),
		money('spend-3', '2026-10-28', 325, [line('900', 300), line('437', 25)], { LineAmountTypes: 'NoTax' }),
		money('side-1', '2026-10-23', 1000, [line('', 1000)], { Type: 'SPEND-TRANSFER' }),
		money('side-2', '2026-10-23', 600, [line('', 600)], {
			Type: 'RECEIVE-TRANSFER',
			CurrencyCode: 'USD',
			CurrencyRate: 0.6,
			BankAccount: bank('095'),
		}),
	],
	Payments: [
		payment('pay-1', '2026-10-12', 675, 'INV-21'),
		payment('pay-2', '2026-10-20', 230, 'BILL-8', { PaymentType: 'ACCPAYPAYMENT' }),
		payment('pay-3', '2026-10-20', 460, 'BILL-9', { PaymentType: 'ACCPAYPAYMENT' }),
		payment('pay-4', '2026-10-21', 99, 'INV-21', { Status: 'DELETED' }),
	],
	BankTransfers: [
		{
			BankTransferID: 'tr-1',
			Status: 'AUTHORISED',
			Date: '2026-10-23',
			DateString: '2026-10-23T21:10:00',
			Amount: 1000,
			FromBankAccount: bank('090'),
			ToBankAccount: bank('095'),
			FromBankTransactionID: 'side-1',
			ToBankTransactionID: 'side-2',
		},
	],
	ManualJournals: [
		{
			ManualJournalID: 'MJ-7',
			Status: 'POSTED',
			Date: '2026-10-31',
			Narration: 'Depreciation',
			LineAmountTypes: 'NoTax',
			ShowOnCashBasisReports: true,
			JournalLines: [line('416', 50), line('711', -50)],
		},
	],
	ExpenseClaims: [
		{
			ExpenseClaimID: 'EC-1',
			Status: 'PAID',
			ReportingDate: '2026-10-09',
			Total: 57.5,
			User: { FirstName: 'Ana', LastName: 'Reed' },
			Receipts: [
				{
					ReceiptID: 'r',
					Total: 57.5,
					LineAmountTypes: 'Inclusive',
					LineItems: [line('400', 57.5, 7.5, { ...region('South'), TaxType: 'INPUT2' })],
				},
			],
			Payments: [{ PaymentID: 'pay-5', Date: '2026-10-29', Amount: 57.5, Account: bank('090') }],
		},
	],
};

/** The ledger of October, on the accrual basis, and the entries it is made of. */
export function ledgerK() {
	const context = contextOf();
	const made = entriesFromDocuments(RECORDS, context);
	const trialBalances = new Map([
		['2026-09-30', trialBalance(SEPTEMBER)],
		['2026-10-31', trialBalance(OCTOBER)],
	]);
	return {
		made,
		ledger: generalLedger({ context, trialBalances, movements: addEntries(new Map(), made.entries) }, made.omissions),
	};
}
