import type { IDataObject } from 'n8n-workflow';
import { closeOf } from './closeOf';
import { BALANCES_A, BALANCES_B, SET_A, SET_B } from './exampleRecords';

/** A row as the example has it: check, severity, count, amount, account, contact, documents. */
const written = (rows: readonly IDataObject[]): unknown[][] =>
	rows.map(({ level, check, severity, count, amount, accountCode, contactName, documentIds }) => [
		`${level === 'check' ? '' : '  '}${String(check)}`,
		...[severity, count, amount, accountCode, contactName],
		(documentIds as string[]).join(', '),
	]);

const EVERYTHING: readonly unknown[][] = [
	['receivablesTie', 'error', 1, 25, null, null, ''],
	['  receivablesTie', 'error', 1, 25, '610', null, ''],
	['payablesTie', 'error', 1, -12.5, null, null, ''],
	['  payablesTie', 'error', 1, -12.5, '800', null, ''],
	['claimsTie', 'error', 1, -35, null, null, ''],
	['  claimsTie', 'error', 1, -35, '801', null, ''],
	['suspense', 'warning', 2, 80, null, null, ''],
	['  suspense', 'warning', 1, -40, '840', null, ''],
	['  suspense', 'warning', 1, 120, '855', null, ''],
	['unreconciled', 'warning', 5, 1040.01, null, null, ''],
	['  unreconciled', 'warning', 4, 190.01, '090', null, 'ST-2, payment of D-1, ST-3, payment of INV-7'],
	['  unreconciled', 'warning', 1, 1000, '091', null, 'T-1'],
	['  unreconciled', 'warning', 1, 10, '092', 'Fern Ltd', 'ST-9'],
	['  unreconciled', 'warning', 1, -100, '095', 'Gull Inc', 'ST-8'],
	['  unreconciled', 'warning', 1, -60, '099', 'Elm Power', 'ST-6'],
	['drafts', 'warning', 4, 778, null, null, ''],
	['  drafts', 'warning', 1, -12, null, 'Alder Ltd', 'CN-5'],
	['  drafts', 'warning', 1, 210, null, 'Alder Ltd', 'INV-10'],
	['  drafts', 'warning', 1, 80, null, 'Depot Ltd', 'D-4'],
	['  drafts', 'warning', 1, 500, null, null, 'MJ-2'],
	['toApprove', 'warning', 3, 241, null, null, ''],
	['  toApprove', 'warning', 1, 130, null, 'Cedar & Co', 'INV-13'],
	['  toApprove', 'warning', 1, 80, null, 'Depot Ltd', 'D-5'],
	['  toApprove', 'warning', 1, 31, null, null, 'EC-4'],
	['negativeBank', 'warning', 1, -35.2, null, null, ''],
	['  negativeBank', 'warning', 1, -35.2, '092', null, ''],
	['duplicateBills', 'warning', 4, 745, null, null, ''],
	['  duplicateBills', 'warning', 2, 80, null, 'Depot Ltd', 'D-1, D-2'],
	['  duplicateBills', 'warning', 2, 80, null, 'Depot Ltd', 'D-3, D-5'],
	['  duplicateBills', 'warning', 2, 120, null, 'Elm Power', 'E-3, E-4'],
	['  duplicateBills', 'warning', 2, 465, null, 'Print Co', 'P-1, P-2'],
	['missingAttachments', 'info', 3, 215, null, null, ''],
	['  missingAttachments', 'info', 1, 50, null, 'Elm Power', 'E-2'],
	['  missingAttachments', 'info', 1, 115, null, 'Elm Power', 'ST-1'],
	['  missingAttachments', 'info', 1, 50, null, 'Gull Inc', 'G-1'],
	['unusedCredits', 'info', 5, 495, null, null, ''],
	['  unusedCredits', 'info', 1, 115, null, 'Alder Ltd', 'CN-1'],
	['  unusedCredits', 'info', 2, 175, null, 'Cedar & Co', 'OP-1, PP-1'],
	['  unusedCredits', 'info', 1, 100, null, 'Elm Power', 'PP-2'],
	['  unusedCredits', 'info', 1, 80, null, 'Fern Ltd', 'CN-3'],
	['  unusedCredits', 'info', 1, 25, null, 'Print Co', 'SC-1'],
	['wrongSide', 'warning', 5, 70, null, null, ''],
	['  wrongSide', 'warning', 1, -75, '630', null, ''],
	['  wrongSide', 'warning', 1, 200, '814', null, ''],
	['  wrongSide', 'warning', 1, -30, null, 'Fern Ltd', 'CN-3'],
	['  wrongSide', 'warning', 1, -40, null, 'Hawk Ltd', 'CN-2'],
	['  wrongSide', 'warning', 1, 15, null, 'Kea Ltd', 'SC-2'],
	['old', 'info', 3, 1040, null, null, ''],
	['  old', 'info', 1, 750, null, 'Alder Ltd', 'INV-1'],
	['  old', 'info', 1, 80, null, 'Cedar & Co', 'INV-3'],
	['  old', 'info', 1, 210, null, 'Elm Power', 'E-6'],
	['futureDated', 'warning', 2, 139, null, null, ''],
	['  futureDated', 'warning', 1, 75, null, 'Cedar & Co', 'INV-9'],
	['  futureDated', 'warning', 1, 64, null, 'Elm Power', 'E-7'],
	['noTracking', 'warning', 3, 480, null, null, ''],
	['  noTracking', 'warning', 1, 30, null, 'Cedar & Co', 'INV-5'],
	['  noTracking', 'warning', 1, 400, null, 'Print Co', 'P-1'],
	['  noTracking', 'warning', 1, 50, null, null, 'MJ-1'],
	['changedSince', 'warning', 4, 287, null, null, ''],
	['  changedSince', 'warning', 1, 99, null, 'Alder Ltd', 'INV-6'],
	['  changedSince', 'warning', 1, 88, null, 'Depot Ltd', 'ST-5'],
	['  changedSince', 'warning', 1, 50, null, 'Elm Power', 'E-2'],
	['  changedSince', 'warning', 1, 50, null, null, 'MJ-1'],
	['currencyRates', 'error', 2, 100, null, null, ''],
	['  currencyRates', 'warning', 1, 100, null, 'Gull Inc', 'G-3'],
	['  currencyRates', 'error', 1, null, null, 'Gull Inc', 'ST-7'],
];

const of = (rows: readonly IDataObject[], check: string): IDataObject[] => rows.filter((row) => row.check === check);

describe('the worked example of the checks of a close', () => {
	test('has a row for each check and for each finding, and nothing of the near misses', async () => {
		expect(written(await closeOf({ lists: SET_A, balances: BALANCES_A }))).toEqual(EVERYTHING);
	});

	test('is ok in every check where there is nothing to find, each said in a row', async () => {
		const rows = await closeOf({ lists: SET_B, balances: BALANCES_B });
		expect(written(rows)).toEqual(
			[
				...['receivablesTie', 'payablesTie', 'claimsTie', 'suspense', 'unreconciled', 'drafts', 'toApprove', 'negativeBank'],
				...['duplicateBills', 'missingAttachments', 'unusedCredits', 'wrongSide', 'old', 'futureDated', 'noTracking'],
				...['changedSince', 'currencyRates'],
			].map((check) => [check, 'ok', 0, check === 'receivablesTie' ? 0.01 : 0, null, null, '']),
		);
		expect(rows.filter(({ text }) => !String(text).startsWith('Nothing found'))).toEqual([]);
		expect(of(rows, 'unreconciled')[0]!.text).toBe(
			'Nothing found. Statement lines are not in the API: this does not say that the bank agrees.',
		);
		expect(of(rows, 'suspense')[0]!.text).toBe('Nothing found. Suspense accounts were looked for by name.');
		expect(rows.map(({ todo, url }) => [todo, url])).toEqual(rows.map(() => [null, null]));
	});

	test('says of what could not be looked at that it was not checked, and keeps what else was found', async () => {
		const reason = 'the trial balance could not be read (accounting.reports.trialbalance.read)';
		const lacking = ['receivablesTie', 'payablesTie', 'claimsTie', 'suspense', 'negativeBank', 'wrongSide'] as const;
		const rows = await closeOf({
			lists: SET_A,
			options: { trackingCategory: null, changedSince: null },
			notRead: new Map(lacking.map((check) => [check, [reason]])),
		});
		expect(rows).toHaveLength(51);
		const notChecked = rows.filter(({ severity }) => severity === 'notChecked');
		expect(notChecked.map(({ check, level, count, amount, text }) => [check, level, count, amount, text])).toEqual([
			['receivablesTie', 'check', null, null, `Not checked: ${reason}.`],
			['payablesTie', 'check', null, null, `Not checked: ${reason}.`],
			['claimsTie', 'check', null, null, `Not checked: ${reason}.`],
			['suspense', 'check', null, null, `Not checked: ${reason}.`],
			['negativeBank', 'check', null, null, `Not checked: ${reason}.`],
			['noTracking', 'check', null, null, 'Not checked: No Tracking Category is chosen.'],
			['changedSince', 'check', null, null, 'Not checked: No moment is given in Changed Since.'],
		]);
		expect(written(of(rows, 'wrongSide'))).toEqual([
			['wrongSide', 'warning', 3, -55, null, null, ''],
			['  wrongSide', 'warning', 1, -30, null, 'Fern Ltd', 'CN-3'],
			['  wrongSide', 'warning', 1, -40, null, 'Hawk Ltd', 'CN-2'],
			['  wrongSide', 'warning', 1, 15, null, 'Kea Ltd', 'SC-2'],
		]);
		expect(of(rows, 'wrongSide')[0]!.text).toBe(`3 findings. Not checked: ${reason}.`);
	});

	test('is the same for one check alone as among all', async () => {
		for (const [check] of EVERYTHING.filter(([name]) => !String(name).startsWith(' '))) {
			const alone = await closeOf({ lists: SET_A, balances: BALANCES_A, checks: [check as 'old'] });
			expect(written(alone)).toEqual(EVERYTHING.filter(([name]) => String(name).trim() === check));
		}
	});

	test('has the same keys in every row', async () => {
		const rows = [
			...(await closeOf({ lists: SET_A, balances: BALANCES_A })),
			...(await closeOf({ lists: SET_B, options: { changedSince: null } })),
		];
		expect(new Set(rows.map((row) => Object.keys(row).join()))).toEqual(
			new Set([
				[
					...['report', 'rowType', 'organisationId', 'level', 'check', 'name', 'severity', 'count', 'amount', 'currency'],
					...['accountId', 'accountCode', 'accountName', 'contactId', 'contactName', 'documentIds', 'documentNumbers'],
					...['text', 'todo', 'url', 'asOf'],
				].join(),
			]),
		);
	});
});

describe('what a finding says', () => {
	test.each([
		[
			'receivablesTie',
			'Documents 2065.00, ledger 2090.00. At the documents’ own rates, against the account without unrealised gains.',
		],
		['claimsTie', 'Claims -99.50, ledger -134.50. Claims of the newer Xero Expenses are not in the API.'],
		['suspense', '840 Historical Adjustment has -40.00.'],
		['unreconciled', '090 Business Account: 4 items not reconciled, the oldest of 2026-10-03.'],
		['drafts', 'Credit note CN-5 of Alder Ltd (2026-10-29, NZD 12.00) is a draft.'],
		['negativeBank', '092 Till Float is -35.20.'],
		['duplicateBills', '2 bills of Depot Ltd over NZD 80.00, 7 days apart.'],
		['missingAttachments', 'Bill E-2 of Elm Power (2026-10-15, NZD 50.00) has no attachment.'],
		['unusedCredits', 'Alder Ltd has 1 open credit that can be used against INV-1, INV-2.'],
		['wrongSide', '630 Inventory is 75.00 in credit.'],
		['old', 'Invoice INV-1 of Alder Ltd (2026-07-15, NZD 750.00) was open for 108 days.'],
		['futureDated', 'Invoice INV-9 of Cedar & Co (2027-10-14, NZD 75.00) is dated after 2026-11-24.'],
		['noTracking', 'Invoice INV-5 of Cedar & Co (2026-10-12, NZD 230.00) has 1 line without Region.'],
		['changedSince', 'Invoice INV-6 of Alder Ltd (2026-10-20, NZD 99.00) was voided after 2026-11-10 00:00:00 UTC.'],
		['currencyRates', 'Bill G-3 of Gull Inc (2026-10-09, USD 70.00) has the rate 0.7, others of that day 0.62: 12.9 % off.'],
	])('of %s is a sentence for people', async (check, text) => {
		const rows = of(await closeOf({ lists: SET_A, balances: BALANCES_A }), check);
		expect(rows[1]!.text).toBe(text);
		expect(String(rows[1]!.todo)).toMatch(/^[A-Z].+\.$/);
	});

	test('names records without a number by what they are for, or by who claims', async () => {
		const rows = await closeOf({ lists: SET_A, balances: BALANCES_A });
		expect([of(rows, 'drafts')[4]!.text, of(rows, 'toApprove')[3]!.text, of(rows, 'missingAttachments')[2]!.text]).toEqual([
			'Manual journal To be sorted out (2026-10-31, NZD 500.00) is a draft.',
			'Expense claim of Ben (2026-10-30, NZD 31.00) waits for approval.',
			'Spend money of Elm Power (2026-10-18, NZD 115.00) has no attachment.',
		]);
	});

	test('leads to the page of the record, of the contact where it is about several, and nowhere where no page is known', async () => {
		const rows = await closeOf({ lists: SET_A, balances: BALANCES_A });
		const url = (check: string, index: number): unknown => of(rows, check)[index]!.url;
		const login = 'https://go.xero.com/organisationlogin/default.aspx?shortcode=!kRu7d&redirecturl=';
		expect(url('drafts', 2)).toBe('https://go.xero.com/app/!kRu7d/invoicing/view/INV-10');
		expect(url('drafts', 1)).toBe(`${login}/AccountsReceivable/ViewCreditNote.aspx?creditNoteID=CN-5`);
		expect(url('drafts', 3)).toBe(`${login}/AccountsPayable/Edit.aspx?InvoiceID=D-4`);
		expect(url('drafts', 4)).toBe(`${login}/Journal/View.aspx?invoiceID=MJ-2`);
		expect(url('missingAttachments', 1)).toBe(`${login}/AccountsPayable/View.aspx?InvoiceID=E-2`);
		expect(url('missingAttachments', 2)).toBe(`${login}/Bank/ViewTransaction.aspx?bankTransactionID=ST-1`);
		expect(url('duplicateBills', 4)).toBe('https://go.xero.com/app/!kRu7d/contacts/contact/contact-Print%20Co');
		expect([url('suspense', 1), url('toApprove', 3), url('drafts', 0)]).toEqual([null, null, null]);
	});
});

describe('lock dates', () => {
	const locked = async (settings: IDataObject): Promise<unknown[][]> =>
		(await closeOf({ lists: {}, checks: ['lockDates'], settings })).map(({ level, severity, count, amount, text }) => [
			...[level, severity, count, amount, text],
		]);

	test.each<[string, IDataObject, string]>([
		['are not set', {}, 'Nothing is locked: records until 2026-10-31 can be changed.'],
		[
			'are of the month before',
			{ PeriodLockDate: '2026-09-30T00:00:00', EndOfYearLockDate: '2026-03-31T00:00:00' },
			'Only what is dated until 2026-09-30 is locked: records until 2026-10-31 can be changed.',
		],
	])('that %s are found', async (_, settings, text) => {
		expect(await locked(settings)).toEqual([
			['check', 'info', 1, null, '1 finding.'],
			['finding', 'info', 1, null, text],
		]);
	});

	test('of the day or later are ok, and it is said for whom', async () => {
		expect(await locked({ PeriodLockDate: '2026-10-31T00:00:00' })).toEqual([
			['check', 'ok', 0, 0, 'Nothing found. Locked until 2026-10-31 for everybody but advisers.'],
		]);
		expect(await locked({ PeriodLockDate: '2026-11-30T00:00:00', EndOfYearLockDate: '2027-03-31T00:00:00' })).toEqual([
			['check', 'ok', 0, 0, 'Nothing found. Locked for everybody until 2027-03-31.'],
		]);
	});
});

test('the check of tax says that it was not made as long as there is no tax detail', async () => {
	const rows = await closeOf({ lists: {}, checks: ['taxTie'] });
	expect(rows.map(({ level, severity, count, text }) => [level, severity, count, text])).toEqual([
		['check', 'notChecked', null, 'Not checked: The tax detail was not made.'],
	]);
});

test('a payment of a batch that is reconciled is not found, though its own flag says otherwise', async () => {
	const payment = (PaymentID: string, IsReconciled: string): IDataObject => ({
		...{ PaymentID, Date: '2026-10-05T00:00:00', Amount: 10, Status: 'AUTHORISED', PaymentType: 'ACCPAYPAYMENT' },
		...{ IsReconciled: false, Account: { AccountID: '090' }, Invoice: { InvoiceID: 'B', InvoiceNumber: 'B' } },
		BatchPayment: { IsReconciled },
	});
	const rows = await closeOf({
		lists: { Payments: [payment('one', 'true'), payment('other', 'false')] },
		checks: ['unreconciled'],
	});
	expect(written(rows)).toEqual([
		['unreconciled', 'warning', 1, -10, null, null, ''],
		['  unreconciled', 'warning', 1, -10, '090', null, 'other'],
	]);
});

test('of accounts that are looked for by name, clearing counts in the balance sheet alone', async () => {
	const rows = await closeOf({
		lists: {},
		balances: { '856': 12.5, '425': 90 },
		checks: ['suspense'],
		chart: [{ AccountID: '425', Code: '425', Name: 'Customs Clearing', Type: 'DIRECTCOSTS', Class: 'EXPENSE' }],
	});
	expect(written(rows)).toEqual([
		['suspense', 'warning', 1, 12.5, null, null, ''],
		['  suspense', 'warning', 1, 12.5, '856', null, ''],
	]);
});

test('what is open in foreign currencies at an unknown rate of the day is left to the aged reports, which take one', async () => {
	const bill = {
		...{ InvoiceID: 'U', InvoiceNumber: 'U', Type: 'ACCPAY', Status: 'AUTHORISED', Date: '2026-02-01T00:00:00', Total: 100 },
		...{ AmountDue: 100, CurrencyCode: 'USD', CurrencyRate: 0.7, Contact: { ContactID: 'c', Name: 'Gull Inc' }, LineItems: [] },
	};
	const rows = await closeOf({ lists: { Invoices: [bill] }, balances: { '800': -164.31 }, checks: ['payablesTie'] });
	expect(rows.map(({ severity, text, todo }) => [severity, text, todo])).toEqual([
		[
			'notChecked',
			'Not checked: The API gives no rate of the day for what is open in foreign currencies. Get Aged Payables and give it in Rates there.',
			null,
		],
	]);
});
