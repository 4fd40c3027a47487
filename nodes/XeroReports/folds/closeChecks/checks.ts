// The checks of a close, in the order in which their rows stand (section 4.10).

/** The keys of the checks. */
export const CLOSE_CHECKS = [
	'receivablesTie',
	'payablesTie',
	'claimsTie',
	'taxTie',
	'suspense',
	'unreconciled',
	'drafts',
	'toApprove',
	'negativeBank',
	'duplicateBills',
	'missingAttachments',
	'unusedCredits',
	'wrongSide',
	'old',
	'futureDated',
	'noTracking',
	'changedSince',
	'currencyRates',
	'lockDates',
] as const;

/** A check of a close. */
export type CloseCheck = (typeof CLOSE_CHECKS)[number];

/** What a check is called, and how what it finds is put right. */
export interface CloseCheckWords {
	/** As the panel and the page call it. */
	readonly name: string;
	/** What it looks for, as a phrase. */
	readonly description: string;
	/** What to do about what it finds, as a sentence without its full stop. */
	readonly todo: string;
}

/** The words of each check. */
export const CLOSE_CHECK_WORDS: Readonly<Record<CloseCheck, CloseCheckWords>> = {
	receivablesTie: {
		name: 'Receivables Against the Ledger',
		description: 'What customers owe, document by document, beside Accounts Receivable',
		todo: 'Run it again in case something changed meanwhile; then look for manual journals and conversion balances on the account',
	},
	payablesTie: {
		name: 'Payables Against the Ledger',
		description: 'What is owed to suppliers, document by document, beside Accounts Payable',
		todo: 'Run it again in case something changed meanwhile; then look for manual journals and conversion balances on the account',
	},
	claimsTie: {
		name: 'Expense Claims Against the Ledger',
		description: 'Claims that are not paid, beside Unpaid Expense Claims',
		todo: 'Compare the claims with the account; claims of the newer Xero Expenses are not in the API',
	},
	taxTie: {
		name: 'Tax Against the Ledger',
		description: 'Tax by rate beside the movement of the tax account; only where it is chosen',
		todo: 'Get GST or VAT Detail of the period, and look at what was posted straight to the tax account',
	},
	suspense: {
		name: 'Suspense Accounts',
		description: 'Suspense, clearing, rounding and conversion accounts that are not empty',
		todo: 'Open the account’s transactions in Xero and code each to where it belongs',
	},
	unreconciled: {
		name: 'Unreconciled Items',
		description: 'Bank transactions, payments and transfers that are not reconciled',
		todo: 'Reconcile them in Xero, or remove what never went through the bank',
	},
	drafts: {
		name: 'Drafts',
		description: 'Draft invoices, bills, credit notes and manual journals',
		todo: 'Approve or delete it',
	},
	toApprove: {
		name: 'Waiting for Approval',
		description: 'Invoices, bills, credit notes and claims that wait for approval',
		todo: 'Approve it, or send it back',
	},
	negativeBank: {
		name: 'Bank Accounts Below Zero',
		description: 'Bank accounts, other than credit cards, with a balance below zero',
		todo: 'Look for money received that is missing and payments entered twice; if it is an overdraft, it is a debt',
	},
	duplicateBills: {
		name: 'Possible Duplicate Bills',
		description: 'Bills of one supplier with the same number, or with the same total within some days',
		todo: 'Compare them; void the one that is there twice before it is paid',
	},
	missingAttachments: {
		name: 'Missing Attachments',
		description: 'Bills and money spent of the month without a file',
		todo: 'Attach the bill or receipt in Xero',
	},
	unusedCredits: {
		name: 'Unused Credits',
		description: 'Open credits of contacts who have something open as well',
		todo: 'Allocate the credit, or refund it',
	},
	wrongSide: {
		name: 'Balances on the Wrong Side',
		description: 'Assets in credit, liabilities in debit, customers in credit, suppliers in debit',
		todo: 'Look for a payment entered twice or to the wrong account, or a credit that is to be refunded',
	},
	old: {
		name: 'Old Open Documents',
		description: 'Invoices and bills that are open for long',
		todo: 'Collect or pay it, or write it off',
	},
	futureDated: {
		name: 'Dated in the Future',
		description: 'Approved records dated after today, and after the day of the report',
		todo: 'Check the date: a year typed wrong is the usual reason',
	},
	noTracking: {
		name: 'Without Tracking',
		description: 'Lines of income and expenses without an option of the tracking category that is chosen',
		todo: 'Choose the option on the lines in Xero',
	},
	changedSince: {
		name: 'Changed Since',
		description: 'Records of closed days that were changed after a moment that is given',
		todo: 'Find out who changed it and why; report the period again, or take the change back',
	},
	currencyRates: {
		name: 'Currency Rates',
		description: 'Foreign records of the month without a rate, or with one more than 10 % off the others of that day',
		todo: 'Correct the rate on the record in Xero',
	},
	lockDates: {
		name: 'Lock Dates',
		description: 'Whether the books are locked until the day',
		todo: 'Once nothing else is left, set the lock dates in Financial Settings of Xero',
	},
};
