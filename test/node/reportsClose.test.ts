import { DateTime } from 'luxon';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { BooksByApi } from './booksByApi';
import { cents } from './ledgerOf';
import { columns } from './reportRows';
import { byId, HARBOUR, KERERU, staged } from './stage';

const on = staged({ seed: 'demo', shared: true, limits: { minute: 10_000 } });

/** The organisation of the generated year: everything that makes books hard. */
const HARD = '91c0b7e4-5d2a-4f86-b3e9-07f4a68d1c25';
const ALL = [KERERU, HARBOUR, HARD];
beforeAll(() => {
	on.sandbox.generateYear(7);
	on.connect({ tenants: ALL });
});

const CLOSE = 'close.closeChecks';
const daysAgo = (days: number) => DateTime.fromMillis(on.openedAt, { zone: 'Pacific/Auckland' }).minus({ days }).toISODate()!;
const close = async (tenant: string, parameters: INodeParameters = {}) => {
	const { json, error } = await on.report(CLOSE, { organisation: byId(tenant), ...parameters });
	expect(error).toBe('');
	return { json };
};
const at = (date: string, options: INodeParameters = {}) => ({ asOf: 'custom', date, options });
const checkOf = (rows: readonly IDataObject[], check: string) =>
	rows.find((row) => row.level === 'check' && row.check === check)!;
const found = (rows: readonly IDataObject[], check: string) =>
	rows.filter((row) => row.level === 'finding' && row.check === check);
const idsOf = (rows: readonly IDataObject[], check: string) =>
	found(rows, check)
		.flatMap(({ documentIds }) => documentIds as string[])
		.sort();

/** What the sandbox holds, in the words of the checks. */
const records = (tenant: string, plural: string): IDataObject[] => on.records(plural, tenant) as IDataObject[];
const dayOf = ({ Date: date }: IDataObject) => String(date).slice(0, 10);
const ids = (some: readonly IDataObject[], key: string) => some.map((one) => String(one[key]));

describe.each([
	['a trading company', KERERU],
	['a studio abroad', HARBOUR],
	['the generated year', HARD],
])('The checks of a close of %s', (_, tenant) => {
	it('find in the books what the books themselves say, as of each day', async () => {
		for (const day of [daysAgo(0), daysAgo(33)]) {
			const { json } = await close(tenant, at(day));
			const until = (plural: string) => records(tenant, plural).filter((one) => dayOf(one) <= day);
			const pending = (Status: string) => [
				...ids(
					until('Invoices').filter((one) => one.Status === Status),
					'InvoiceID',
				),
				...ids(
					until('CreditNotes').filter((one) => one.Status === Status),
					'CreditNoteID',
				),
			];
			const journals = ids(
				until('ManualJournals').filter(({ Status }) => Status === 'DRAFT'),
				'ManualJournalID',
			);
			expect([day, idsOf(json, 'drafts')]).toEqual([day, [...pending('DRAFT'), ...journals].sort()]);
			const receipts = new Map(records(tenant, 'Receipts').map((one) => [one.ReceiptID, dayOf(one)]));
			// A claim that waits has no day of its own: it is of the day of its latest receipt.
			const claims = records(tenant, 'ExpenseClaims').filter(
				({ Status, Receipts }) =>
					Status === 'SUBMITTED' && (Receipts as IDataObject[]).every(({ ReceiptID }) => (receipts.get(ReceiptID) ?? '') <= day),
			);
			expect(idsOf(json, 'toApprove')).toEqual([...pending('SUBMITTED'), ...ids(claims, 'ExpenseClaimID')].sort());
		}
	});

	it('tie what is open to the ledger, and find the balances that the trial balance has', async () => {
		const books = new BooksByApi(on, tenant);
		for (const day of [daysAgo(0), daysAgo(33), daysAgo(140)]) {
			const { json } = await close(tenant, at(day, { checks: ['receivablesTie', 'payablesTie', 'negativeBank', 'suspense'] }));
			expect([day, checkOf(json, 'receivablesTie').severity, checkOf(json, 'payablesTie').severity]).toEqual([day, 'ok', 'ok']);
			const balances = await books.trialBalance(day);
			const negative = records(tenant, 'Accounts').filter(
				({ Type, BankAccountType, AccountID }) =>
					Type === 'BANK' && BankAccountType !== 'CREDITCARD' && (balances.get(String(AccountID)) ?? 0) < 0,
			);
			expect([day, found(json, 'negativeBank').map(({ accountId, amount }) => [accountId, cents(amount)])]).toEqual([
				day,
				negative.map(({ AccountID }) => [AccountID, balances.get(String(AccountID))]),
			]);
		}
	});

	it('count what is not reconciled in each bank account', async () => {
		const day = daysAgo(20);
		const { json } = await close(tenant, at(day, { checks: ['unreconciled'] }));
		const banks = new Set(
			records(tenant, 'Accounts')
				.filter(({ Type }) => Type === 'BANK')
				.map(({ AccountID }) => AccountID),
		);
		const counts = new Map<unknown, number>();
		const count = (account: unknown) => banks.has(account as string) && counts.set(account, (counts.get(account) ?? 0) + 1);
		for (const one of records(tenant, 'BankTransactions'))
			if (one.Status === 'AUTHORISED' && one.IsReconciled !== true && dayOf(one) <= day && !String(one.Type).endsWith('TRANSFER'))
				count((one.BankAccount as IDataObject).AccountID);
		for (const one of records(tenant, 'Payments'))
			if (one.Status === 'AUTHORISED' && String(one.IsReconciled) !== 'true' && dayOf(one) <= day)
				count((one.Account as IDataObject | undefined)?.AccountID);
		for (const one of records(tenant, 'BankTransfers'))
			if (one.Status !== 'DELETED' && dayOf(one) <= day) {
				if (one.FromIsReconciled !== true) count((one.FromBankAccount as IDataObject).AccountID);
				if (one.ToIsReconciled !== true) count((one.ToBankAccount as IDataObject).AccountID);
			}
		expect(new Map(found(json, 'unreconciled').map((row) => [row.accountId, row.count]))).toEqual(counts);
		expect(counts.size).toBeGreaterThan(0);
	});
});

describe('The lines of a month', () => {
	it.each([
		['a trading company', KERERU],
		['the generated year', HARD],
	])('without an option of a category are counted in each record of %s', async (_, tenant) => {
		const classes = new Map(records(tenant, 'Accounts').map(({ Code, Class }) => [Code, Class]));
		const [category] = records(tenant, 'TrackingCategories');
		const id = String(category!.TrackingCategoryID);
		const day = daysAgo(40);
		const { json } = await close(tenant, at(day, { checks: ['noTracking'], trackingCategory: byId(id) }));
		const counts = new Map<string, number>();
		for (const [plural, key, lines] of [
			['Invoices', 'InvoiceID', 'LineItems'],
			['CreditNotes', 'CreditNoteID', 'LineItems'],
			['BankTransactions', 'BankTransactionID', 'LineItems'],
			['ManualJournals', 'ManualJournalID', 'JournalLines'],
		] as const)
			for (const one of records(tenant, plural)) {
				const isOfMonth = dayOf(one).slice(0, 7) === day.slice(0, 7) && dayOf(one) <= day;
				if (!isOfMonth || !['AUTHORISED', 'PAID', 'POSTED'].includes(String(one.Status))) continue;
				const bare = ((one[lines] ?? []) as IDataObject[]).filter(
					({ AccountCode, LineAmount, Tracking }) =>
						['REVENUE', 'EXPENSE'].includes(String(classes.get(AccountCode as string))) &&
						cents(LineAmount) !== 0 &&
						!((Tracking ?? []) as IDataObject[]).some(({ TrackingCategoryID }) => TrackingCategoryID === id),
				);
				if (bare.length > 0) counts.set(String(one[key]), bare.length);
			}
		const ofClaims = new Set(ids(records(tenant, 'ExpenseClaims'), 'ExpenseClaimID'));
		const rows = found(json, 'noTracking').map((row) => [String((row.documentIds as string[])[0]), row.count] as const);
		expect(new Map(rows.filter(([one]) => !ofClaims.has(one)))).toEqual(counts);
		expect(counts.size).toBeGreaterThan(3);
	});
});

describe('The calls', () => {
	const callsOf = async (options: INodeParameters, day = daysAgo(25)) => {
		on.sandbox.forget();
		await close(KERERU, at(day, options));
		return on.asked.map((call) => call.replace('GET /', '')).sort();
	};
	const BOOKS = ['Accounts', 'Organisation'];
	const OWING = ['CreditNotes', 'CreditNotes', 'Invoices', 'Invoices', 'Overpayments', 'Payments', 'Prepayments'];
	const BALANCE = 'Reports/TrialBalance';
	/** How many claims wait is as the books have it. */
	const isSingle = (call: string) => call.startsWith('ExpenseClaims/');

	it.each<[string, INodeParameters, readonly string[]]>([
		['bank accounts below zero', { checks: ['negativeBank', 'suspense'] }, [...BOOKS, BALANCE]],
		['expense claims', { checks: ['claimsTie'] }, [...BOOKS, 'ExpenseClaims', BALANCE]],
		['unreconciled items', { checks: ['unreconciled'] }, [...BOOKS, 'BankTransactions', 'Payments', 'BankTransfers']],
		['drafts', { checks: ['drafts'] }, [...BOOKS, 'Invoices', 'CreditNotes', 'ManualJournals']],
		['what waits for approval', { checks: ['toApprove'] }, [...BOOKS, 'Invoices', 'CreditNotes', 'ExpenseClaims']],
		['duplicate bills', { checks: ['duplicateBills'] }, [...BOOKS, 'Invoices', 'Invoices', 'Invoices', 'Invoices']],
		['missing attachments', { checks: ['missingAttachments'] }, [...BOOKS, 'Invoices', 'BankTransactions']],
		['currency rates', { checks: ['currencyRates'] }, [...BOOKS, 'Invoices', 'CreditNotes', 'CreditNotes', 'BankTransactions']],
		['the future', { checks: ['futureDated'] }, [...BOOKS, 'Invoices', 'CreditNotes', 'CreditNotes', 'BankTransactions']],
		['tracking without a category', { checks: ['noTracking', 'changedSince'] }, BOOKS],
	])('for %s are as few as can be', async (_, options, expected) => {
		const calls = await callsOf(options);
		expect(calls.filter((call) => !isSingle(call))).toEqual([...expected].sort());
	});

	it.each(['receivablesTie', 'payablesTie', 'wrongSide'])('for %s are those of both sides, made once', async (check) => {
		expect(await callsOf({ checks: [check] }, daysAgo(0))).toEqual([...BOOKS, ...OWING, BALANCE].sort());
	});

	it.each(['unusedCredits', 'old'])('for %s are those without a trial balance', async (check) => {
		expect(await callsOf({ checks: [check] }, daysAgo(0))).toEqual([...BOOKS, ...OWING].sort());
	});

	it('for all checks are one load, and one for each claim that says its day in its receipts alone', async () => {
		const together = await callsOf({}, daysAgo(0));
		expect(together.filter(isSingle)).toHaveLength(
			records(KERERU, 'ExpenseClaims').filter(({ Status }) => Status === 'SUBMITTED').length,
		);
		expect(together.filter((call) => !isSingle(call))).toEqual(
			[
				...[...BOOKS, ...OWING, BALANCE],
				...['Invoices', 'Invoices', 'Invoices', 'CreditNotes', 'CreditNotes', 'ManualJournals', 'ExpenseClaims'],
				...['BankTransactions', 'BankTransactions', 'BankTransactions', 'BankTransfers', 'Payments'],
			].sort(),
		);
	});

	it('end after the first pages where they would be more than Most Calls', async () => {
		const { json, error } = await on.report(CLOSE, { organisation: byId(KERERU), ...at(daysAgo(0), { mostCalls: 10 }) });
		expect([json, error.split('\n')[0]]).toEqual([
			[],
			'Item 1, Most Calls “10”: is less than the 22 calls to Xero that this takes so far. Raise it, or choose fewer Checks, or an As Of nearer to today',
		]);
	});
});

describe('Tax by rate', () => {
	it.each([
		['ties with the tax account', KERERU, 'ok'],
		['ties with the tax account abroad', HARBOUR, 'ok'],
		['differs by the tax of money that was spent through another product', HARD, 'error'],
	])('%s, where it is asked for', async (_, tenant, severity) => {
		const { json } = await close(tenant, at(daysAgo(33).slice(0, 8) + '28', { checks: ['taxTie'] }));
		expect(
			columns(
				json.filter(({ level }) => level === 'check'),
				'check',
				'severity',
			),
		).toEqual([['taxTie', severity]]);
	});

	it('takes the calls of the ledger of the month, within Most Calls', async () => {
		on.sandbox.forget();
		const asked = { organisation: byId(KERERU), ...at(daysAgo(33), { checks: ['taxTie'], mostCalls: 10 }) };
		const { error } = await on.report(CLOSE, asked);
		expect(error).toContain('Most Calls “10”');
		expect(on.asked.length).toBeLessThanOrEqual(14);
	});
});
