/** The records of the worked example of the checks of a close: base NZD, as of 2026-10-31, seen on 2026-11-24. IDs are labels. */

/** Code, name, Type, Class, SystemAccount, balance on the day with debits above zero; of a bank its BankAccountType and currency. */
export type AccountRow = readonly [string, string, string, string, string, number, string?, string?];

export const ACCOUNTS: readonly AccountRow[] = [
	['090', 'Business Account', 'BANK', 'ASSET', '', 3200.0, 'BANK', 'NZD'],
	['091', 'Tax Savings', 'BANK', 'ASSET', '', 1000.0, 'BANK', 'NZD'],
	['092', 'Till Float', 'BANK', 'ASSET', '', -35.2, 'BANK', 'NZD'],
	['093', 'Old Account', 'BANK', 'ASSET', '', 0.0, 'BANK', 'NZD'],
	['095', 'USD Account', 'BANK', 'ASSET', '', 410.0, 'BANK', 'USD'],
	['099', 'Company Card', 'BANK', 'LIABILITY', '', -812.4, 'CREDITCARD', 'NZD'],
	['200', 'Sales', 'REVENUE', 'REVENUE', '', -6400.0],
	['400', 'Advertising', 'EXPENSE', 'EXPENSE', '', 2150.0],
	['416', 'Depreciation', 'DEPRECIATN', 'EXPENSE', '', 350.0],
	['489', 'Telephone', 'EXPENSE', 'EXPENSE', '', -12.0],
	['498', 'Unrealised Currency Gains', 'EXPENSE', 'EXPENSE', 'UNREALISEDCURRENCYGAIN', -40.0],
	['610', 'Accounts Receivable', 'CURRENT', 'ASSET', 'DEBTORS', 2130.0],
	['620', 'Prepayments', 'CURRENT', 'ASSET', '', 100.0],
	['630', 'Inventory', 'INVENTORY', 'ASSET', '', -75.0],
	['710', 'Equipment', 'FIXED', 'ASSET', '', 4000.0],
	['711', 'Less Accumulated Depreciation on Equipment', 'FIXED', 'ASSET', '', -650.0],
	['800', 'Accounts Payable', 'CURRLIAB', 'LIABILITY', 'CREDITORS', -1540.5],
	['801', 'Unpaid Expense Claims', 'CURRLIAB', 'LIABILITY', 'UNPAIDEXPCLM', -134.5],
	['814', 'Wages Payable', 'WAGESPAYABLELIABILITY', 'LIABILITY', 'WAGEPAYABLES', 200.0],
	['820', 'GST', 'CURRLIAB', 'LIABILITY', 'GST', 310.0],
	['835', 'Customer Deposits', 'CURRLIAB', 'LIABILITY', '', -115.0],
	['840', 'Historical Adjustment', 'CURRLIAB', 'LIABILITY', 'HISTORICAL', -40.0],
	['855', 'Suspense', 'CURRLIAB', 'LIABILITY', '', 120.0],
	['856', 'Card Clearing', 'CURRENT', 'ASSET', '', 0.0],
	['860', 'Rounding', 'CURRLIAB', 'LIABILITY', 'ROUNDING', 1.0],
	['877', 'Tracking Transfers', 'CURRLIAB', 'LIABILITY', 'TRACKINGTRANSFERS', 0.0],
	['900', 'Loan', 'TERMLIAB', 'LIABILITY', '', -4000.0],
	['960', 'Retained Earnings', 'EQUITY', 'EQUITY', 'RETAINEDEARNINGS', -1616.4],
	['970', 'Owner Drawings', 'EQUITY', 'EQUITY', '', 1500.0],
];

/** What a document has beside the usual: currency and rate, payments by day and amount, a file. */
export interface MoreOfDocument {
	readonly currency?: string;
	readonly rate?: number;
	readonly paid?: ReadonlyArray<readonly [string, number]>;
	readonly attached?: boolean;
}

/** ID, number, contact, date, total, open now, status. */
export type DocumentRow = readonly [string, string, string, string, number, number, string, MoreOfDocument?];

export const INVOICES: readonly DocumentRow[] = [
	['INV-1', 'INV-1', 'Alder Ltd', '2026-07-15', 1150, 750, 'AUTHORISED', { paid: [['2026-09-10', 400]] }],
	['INV-2', 'INV-2', 'Alder Ltd', '2026-08-02', 300, 235, 'AUTHORISED'],
	['INV-3', 'INV-3', 'Cedar & Co', '2026-08-01', 80, 0, 'PAID', { paid: [['2026-11-05', 80]] }],
	['INV-4', 'INV-4', 'Birch GmbH', '2026-10-09', 520, 520, 'AUTHORISED', { currency: 'EUR', rate: 0.52 }],
	['INV-5', 'INV-5', 'Cedar & Co', '2026-10-12', 230, 172.5, 'AUTHORISED'],
	['INV-6', 'INV-6', 'Alder Ltd', '2026-10-20', 99, 0, 'VOIDED'],
	['INV-7', 'INV-7', 'Alder Ltd', '2026-11-05', 60, 40, 'AUTHORISED', { paid: [['2026-10-28', 20]] }],
	['INV-8', 'INV-8', 'Cedar & Co', '2026-11-24', 45, 45, 'AUTHORISED'],
	['INV-9', 'INV-9', 'Cedar & Co', '2027-10-14', 75, 75, 'AUTHORISED'],
	['INV-10', 'INV-10', 'Alder Ltd', '2026-10-30', 210, 210, 'DRAFT'],
	['INV-11', 'INV-11', 'Alder Ltd', '2026-11-01', 90, 90, 'DRAFT'],
	['INV-12', 'INV-12', 'Alder Ltd', '2026-12-24', 55, 55, 'DRAFT'],
	['INV-13', 'INV-13', 'Cedar & Co', '2026-10-31', 130, 130, 'SUBMITTED'],
	['INV-14', 'INV-14', 'Cedar & Co', '2026-11-02', 140, 140, 'SUBMITTED'],
	['INV-15', 'INV-15', 'Fern Ltd', '2026-10-08', 50, 50, 'AUTHORISED'],
];

export const BILLS: readonly DocumentRow[] = [
	['P-1', '00 123', 'Print Co', '2026-10-05', 460, 460, 'AUTHORISED', { attached: true }],
	['P-2', '123', 'Print Co', '2026-10-19', 465, 465, 'AUTHORISED', { attached: true }],
	['P-3', '123', 'Print Co', '2026-10-06', 460, 0, 'VOIDED'],
	['D-0', '123', 'Depot Ltd', '2026-10-07', 90, 0, 'PAID', { paid: [['2026-10-20', 90]], attached: true }],
	['D-1', 'D-1', 'Depot Ltd', '2026-10-10', 80, 0, 'PAID', { paid: [['2026-10-20', 80]], attached: true }],
	['D-2', 'D-2', 'Depot Ltd', '2026-10-17', 80, 0, 'PAID', { paid: [['2026-11-03', 80]], attached: true }],
	['D-3', 'D-3', 'Depot Ltd', '2026-10-25', 80, 80, 'AUTHORISED', { attached: true }],
	['D-4', 'D-4', 'Depot Ltd', '2026-10-18', 80, 80, 'DRAFT'],
	['D-5', 'd-3 ', 'Depot Ltd', '2026-10-27', 80, 80, 'SUBMITTED'],
	['E-0', 'E-0', 'Elm Power', '2026-09-30', 55, 0, 'PAID', { paid: [['2026-10-02', 55]] }],
	['E-1', 'E-1', 'Elm Power', '2026-10-14', 49.99, 0, 'PAID', { paid: [['2026-10-14', 49.99]] }],
	['E-2', 'E-2', 'Elm Power', '2026-10-15', 50, 50, 'AUTHORISED'],
	['E-3', 'ab-7', 'Elm Power', '2026-10-02', 120, 0, 'PAID', { paid: [['2026-10-16', 120]], attached: true }],
	['E-4', 'AB -7', 'Elm Power', '2026-10-28', 120, 120, 'AUTHORISED', { attached: true }],
	['E-5', 'AB-07', 'Elm Power', '2026-10-29', 33, 33, 'AUTHORISED'],
	['E-6', 'O-2', 'Elm Power', '2026-06-01', 210, 210, 'AUTHORISED'],
	['E-7', 'F-1', 'Elm Power', '2026-11-25', 64, 64, 'AUTHORISED'],
	['H-1', '', 'Hawk Ltd', '2026-10-03', 70, 70, 'AUTHORISED', { attached: true }],
	['H-2', '', 'Hawk Ltd', '2026-10-21', 75, 0, 'PAID', { paid: [['2026-10-30', 75]], attached: true }],
	['H-3', 'O-1', 'Hawk Ltd', '2026-06-30', 200, 0, 'PAID', { paid: [['2026-10-30', 200]], attached: true }],
	['G-1', 'G-1', 'Gull Inc', '2026-10-09', 31, 0, 'PAID', { currency: 'USD', rate: 0.62, paid: [['2026-10-09', 31]] }],
	[
		'G-2',
		'G-2',
		'Gull Inc',
		'2026-10-09',
		93,
		0,
		'PAID',
		{ currency: 'USD', rate: 0.62, paid: [['2026-10-09', 93]], attached: true },
	],
	[
		'G-3',
		'G-3',
		'Gull Inc',
		'2026-10-09',
		70,
		0,
		'PAID',
		{ currency: 'USD', rate: 0.7, paid: [['2026-10-09', 70]], attached: true },
	],
	[
		'G-4',
		'G-4',
		'Gull Inc',
		'2026-10-16',
		60,
		0,
		'PAID',
		{ currency: 'USD', rate: 0.6, paid: [['2026-10-16', 60]], attached: true },
	],
	[
		'G-5',
		'G-5',
		'Gull Inc',
		'2026-10-16',
		66,
		0,
		'PAID',
		{ currency: 'USD', rate: 0.66, paid: [['2026-10-16', 66]], attached: true },
	],
	[
		'G-6',
		'G-6',
		'Gull Inc',
		'2026-10-23',
		55,
		0,
		'PAID',
		{ currency: 'USD', rate: 0.55, paid: [['2026-10-23', 55]], attached: true },
	],
	['G-7', 'G-7', 'Gull Inc', '2026-10-18', 60, 0, 'PAID', { paid: [['2026-10-18', 60]], attached: true }],
	['J-1', 'J-1', 'Kiku KK', '2026-10-06', 4000, 0, 'PAID', { currency: 'JPY', rate: 88, paid: [['2026-10-06', 4000]] }],
];

/** ID, Type, contact, date, total, open now, status, allocations: amount, document, date. */
export type CreditRow = readonly [
	string,
	string,
	string,
	string,
	number,
	number,
	string,
	ReadonlyArray<readonly [number, string, string]>?,
];

export const CREDITS: readonly CreditRow[] = [
	['CN-1', 'ACCRECCREDIT', 'Alder Ltd', '2026-10-20', 115, 50, 'AUTHORISED', [[65, 'INV-2', '2026-11-06']]],
	['CN-2', 'ACCRECCREDIT', 'Hawk Ltd', '2026-07-01', 40, 40, 'AUTHORISED'],
	['CN-3', 'ACCRECCREDIT', 'Fern Ltd', '2026-10-15', 80, 80, 'AUTHORISED'],
	['CN-4', 'ACCRECCREDIT', 'Birch GmbH', '2026-10-18', 30, 30, 'AUTHORISED'],
	['CN-5', 'ACCRECCREDIT', 'Alder Ltd', '2026-10-29', 12, 12, 'DRAFT'],
	['OP-1', 'RECEIVE-OVERPAYMENT', 'Cedar & Co', '2026-10-05', 60, 2.5, 'AUTHORISED', [[57.5, 'INV-5', '2026-11-04']]],
	['PP-1', 'RECEIVE-PREPAYMENT', 'Cedar & Co', '2026-10-08', 115, 115, 'AUTHORISED'],
	['SC-1', 'ACCPAYCREDIT', 'Print Co', '2026-10-22', 25, 25, 'AUTHORISED'],
	['SC-2', 'ACCPAYCREDIT', 'Kea Ltd', '2026-10-24', 15, 15, 'AUTHORISED'],
	['PP-2', 'SPEND-PREPAYMENT', 'Elm Power', '2026-10-11', 100, 100, 'AUTHORISED'],
];

/** What a bank transaction has beside the usual: the credit that it is, and the account of its line. */
export interface MoreOfTransaction {
	readonly currency?: string;
	readonly rate?: number;
	readonly attached?: boolean;
	readonly of?: readonly [string, string];
	readonly line?: string;
}

/** ID, Type, bank account, contact, date, total, status, reconciled. */
export type TransactionRow = readonly [string, string, string, string, string, number, string, boolean, MoreOfTransaction?];

export const TRANSACTIONS: readonly TransactionRow[] = [
	['ST-1', 'SPEND', '090', 'Elm Power', '2026-10-18', 115, 'AUTHORISED', true],
	['ST-2', 'SPEND', '090', 'Depot Ltd', '2026-10-03', 49.99, 'AUTHORISED', false],
	['ST-3', 'RECEIVE', '090', 'Fern Ltd', '2026-10-22', 300, 'AUTHORISED', false],
	['ST-4', 'SPEND', '090', 'Depot Ltd', '2026-11-02', 70, 'AUTHORISED', false],
	['ST-5', 'SPEND', '090', 'Depot Ltd', '2026-10-12', 88, 'DELETED', false],
	['ST-6', 'SPEND', '099', 'Elm Power', '2026-10-25', 60, 'AUTHORISED', false, { attached: true }],
	['ST-7', 'SPEND', '095', 'Gull Inc', '2026-10-13', 45, 'AUTHORISED', true, { currency: 'USD', attached: true }],
	['ST-8', 'SPEND', '095', 'Gull Inc', '2026-10-27', 62, 'AUTHORISED', false, { currency: 'USD', rate: 0.62, attached: true }],
	['ST-9', 'RECEIVE', '092', 'Fern Ltd', '2026-10-31', 10, 'AUTHORISED', false],
	[
		'BT-OP-1',
		'RECEIVE-OVERPAYMENT',
		'090',
		'Cedar & Co',
		'2026-10-05',
		60,
		'AUTHORISED',
		true,
		{ of: ['OverpaymentID', 'OP-1'], line: '610' },
	],
	[
		'BT-PP-1',
		'RECEIVE-PREPAYMENT',
		'090',
		'Cedar & Co',
		'2026-10-08',
		115,
		'AUTHORISED',
		true,
		{ of: ['PrepaymentID', 'PP-1'], line: '835' },
	],
	[
		'BT-PP-2',
		'SPEND-PREPAYMENT',
		'090',
		'Elm Power',
		'2026-10-11',
		100,
		'AUTHORISED',
		true,
		{ attached: true, of: ['PrepaymentID', 'PP-2'], line: '620' },
	],
	['BT-T-1a', 'SPEND-TRANSFER', '090', '', '2026-10-23', 1000, 'AUTHORISED', true],
	['BT-T-1b', 'RECEIVE-TRANSFER', '091', '', '2026-10-23', 1000, 'AUTHORISED', false],
];
