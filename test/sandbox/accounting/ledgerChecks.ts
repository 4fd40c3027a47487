import { type Answer, type Desk, type Json } from './desk';
import { byAccount, rowOf } from './reading';

export const whole = (amount: unknown): number => Math.round(Number(amount) * 100);
export const linesOf = (journal: Json): Json[] => journal.JournalLines as Json[];

/** Sums in whole cents by AccountID. */
export function sums(journals: readonly Json[]): Map<string, number> {
	const all = new Map<string, number>();
	for (const one of journals.flatMap(linesOf))
		all.set(String(one.AccountID), (all.get(String(one.AccountID)) ?? 0) + whole(one.NetAmount));
	return new Map([...all].filter(([, amount]) => amount !== 0).sort());
}

/** Those that nothing later of the same document takes back. */
export function live(journals: readonly Json[]): Json[] {
	const sides = (journal: Json, sign: 1 | -1): string =>
		JSON.stringify(
			linesOf(journal)
				.map((one) => `${String(one.AccountID)} ${sign * whole(one.NetAmount) + 0} ${sign * whole(one.TaxAmount) + 0}`)
				.sort(),
		);
	const standing = new Map<string, Json>();
	for (const journal of journals) {
		const source = `${String(journal.SourceType)} ${String(journal.SourceID)}`;
		const before = standing.get(source);
		if (before === undefined) standing.set(source, journal);
		else {
			expect(sides(journal, -1)).toBe(sides(before, 1));
			standing.delete(source);
		}
	}
	return [...standing.values()];
}

/** Debits less credits of the last two columns of a trial balance, in whole cents by AccountID. */
const trialOf = (answer: Answer): Map<string, number> =>
	new Map([...byAccount(answer)].map(([id, [, , debit = 0, credit = 0]]) => [id, debit - credit] as const).sort());

const systemId = ({ api, tenantId }: Desk, name: string): string =>
	String(api.records(tenantId, 'Accounts').find((one) => one.SystemAccount === name)?.AccountID);
const nonzero = (some: Iterable<[string, number]>) => Object.fromEntries([...some].filter(([, amount]) => amount !== 0).sort());
const accountsOf = ({ api, tenantId }: Desk): Map<string, Json> =>
	new Map(api.records(tenantId, 'Accounts').map((one) => [String(one.AccountID), one]));
const isProfit = (account: Json | undefined): boolean => ['REVENUE', 'EXPENSE'].includes(String(account?.Class));

/** The trial balance of a day adds up, and is account by account the sum of the journals up to it; gives that sum. */
export function trialAgrees(
	desk: Desk,
	journals: readonly Json[],
	date: string,
	yearStart: string,
	cash: boolean,
): Map<string, number> {
	const trial = desk.call('GET', `/Reports/TrialBalance?date=${date}&paymentsOnly=${cash}`);
	const [debit, credit, yearDebit, yearCredit] = rowOf(trial, 'Total') ?? [];
	expect([debit, yearDebit]).toEqual([credit, yearCredit]);

	const accounts = accountsOf(desk);
	const retained = systemId(desk, 'RETAINEDEARNINGS');
	const until = journals.filter((journal) => String(journal.JournalDate) <= date);
	const past = sums(until.filter((journal) => String(journal.JournalDate) < yearStart));
	const expected = sums(until);
	for (const [id, amount] of past) {
		if (!isProfit(accounts.get(id))) continue;
		expected.set(id, (expected.get(id) ?? 0) - amount);
		expected.set(retained, (expected.get(retained) ?? 0) + amount);
	}
	expect(nonzero(trialOf(trial))).toEqual(nonzero(expected));
	return expected;
}

/** The trial balance agrees with the journals, the balance sheet and the profit and loss, account by account. */
export function agree(desk: Desk, journals: readonly Json[], date: string, yearStart: string, cash: boolean): void {
	const { call } = desk;
	const expected = trialAgrees(desk, journals, date, yearStart, cash);
	const accounts = accountsOf(desk);
	const query = `date=${date}&paymentsOnly=${cash}`;
	const sheet = call('GET', `/Reports/BalanceSheet?${query}&periods=0`);
	const [profitOnSheet = 0] = byAccount(sheet).get('00000000-0000-0000-0000-000000000000') ?? [];
	const onSheet = [...byAccount(sheet)].flatMap(([id, [amount = 0]]): Array<[string, number]> => {
		const one = accounts.get(id);
		return one ? [[id, one.Class === 'ASSET' ? amount : -amount]] : [];
	});
	expect(nonzero(onSheet)).toEqual(nonzero([...expected].filter(([id]) => !isProfit(accounts.get(id)))));
	expect(rowOf(sheet, 'Net Assets')).toEqual(rowOf(sheet, 'Total Equity'));

	const earned = call('GET', `/Reports/ProfitAndLoss?fromDate=${yearStart}&toDate=${date}&paymentsOnly=${cash}`);
	const key = (id: string): string => (/CURRENCYGAIN$/.test(String(accounts.get(id)?.SystemAccount)) ? 'FXGROUPID' : id);
	const inProfit = new Map<string, number>();
	for (const [id, amount] of expected)
		if (isProfit(accounts.get(id))) inProfit.set(key(id), (inProfit.get(key(id)) ?? 0) + amount);
	const shown = [...byAccount(earned)].map(([id, [amount = 0]]): [string, number] => [
		id,
		accounts.get(id)?.Class === 'REVENUE' ? -amount : amount,
	]);
	expect(nonzero(shown)).toEqual(nonzero(inProfit));
	expect(whole(rowOf(earned, 'Net Profit')?.[0])).toBe(profitOnSheet);
}

/** The journals of the cash basis, dates in ISO. */
export function cashJournals({ call }: Desk): Json[] {
	const all: Json[] = [];
	for (;;) {
		const offset = Number(all.at(-1)?.JournalNumber ?? 0);
		const page = call('GET', `/Journals?paymentsOnly=true&offset=${offset}`).at('Journals') as Json[];
		if (page.length === 0) return all;
		const iso = (ticks: unknown): string => new Date(Number(/-?\d+/.exec(String(ticks))?.[0])).toISOString().slice(0, 10);
		all.push(...page.map((journal) => ({ ...journal, JournalDate: iso(journal.JournalDate) })));
	}
}

export const isApproved = (row: Json): boolean => row.Status === 'AUTHORISED' || row.Status === 'PAID';
const open = (row: Json): number => whole(row.AmountDue ?? row.RemainingCredit);
/** An amount at a rate of six decimals, in whole cents of the base currency: halves away from zero. */
const inBase = (amount: number, rate: unknown): number => {
	const [over, under] = [BigInt(amount) * 1_000_000n, BigInt(Math.round(Number(rate) * 1_000_000))];
	return Number((2n * over + under) / (2n * under));
};
const CONTROLS = [
	['DEBTORS', 1, 'ACCREC', 'ACCRECCREDIT', 'RECEIVE-OVERPAYMENT'],
	['CREDITORS', -1, 'ACCPAY', 'ACCPAYCREDIT', 'SPEND-OVERPAYMENT'],
] as const;

/** What is open of every document is what was neither paid nor allocated, and never below zero. */
export function openAmounts({ api, tenantId }: Desk): void {
	const records = (plural: string): readonly Json[] => api.records(tenantId, plural);
	const total = (rows: readonly Json[]): number => rows.reduce((sum, row) => sum + whole(row.Amount), 0);
	const credits = ['CreditNotes', 'Prepayments', 'Overpayments'].flatMap(records).filter(isApproved);
	const allocations = credits.flatMap((credit) => credit.Allocations as Json[]);
	const payments = records('Payments').filter((row) => row.Status === 'AUTHORISED');
	const on = (rows: readonly Json[], id: unknown): number => total(rows.filter((row) => (row.Invoice as Json).InvoiceID === id));
	for (const row of [...records('Invoices').filter(isApproved), ...credits]) {
		const id = row.InvoiceID ?? row.CreditNoteID ?? row.PrepaymentID ?? row.OverpaymentID;
		const allocated = row.InvoiceID === undefined ? total(row.Allocations as Json[]) : on(allocations, id);
		expect([id, open(row)]).toEqual([id, whole(row.Total) - on(payments, id) - allocated]);
		expect(open(row)).toBeGreaterThanOrEqual(0);
		expect(row.Status).toBe(open(row) === 0 ? 'PAID' : 'AUTHORISED');
	}
}

/** Debtors and creditors are what is open at the rates of the documents; on the cash basis only overpayments are there. */
export function control(desk: Desk, journals: readonly Json[], cash: readonly Json[]): void {
	const owed = (plural: string, type: string): number =>
		desk.api
			.records(desk.tenantId, plural)
			.filter((row) => row.Type === type && isApproved(row))
			.reduce((sum, row) => sum + inBase(open(row), row.CurrencyRate ?? 1), 0);
	for (const [account, sign, own, note, over] of CONTROLS) {
		const id = systemId(desk, account);
		const [credited, overpaid] = [owed('CreditNotes', note), owed('Overpayments', over)];
		expect(sums(journals).get(id) ?? 0).toBe(sign * (owed('Invoices', own) - credited - overpaid) + 0);
		expect(sums(cash).get(id) ?? 0).toBe(-sign * overpaid + 0);
	}
	const claims = desk.api.records(desk.tenantId, 'ExpenseClaims').filter(isApproved);
	const unpaid = systemId(desk, 'UNPAIDEXPCLM');
	expect(sums(journals).get(unpaid) ?? 0).toBe(0 - claims.reduce((sum, one) => sum + whole(one.AmountDue), 0));
	expect(sums(cash).get(unpaid) ?? 0).toBe(0);
}

/** The bank summary closes at the ledger; the aged reports of all contacts add up to what is open, but for prepayments. */
export function subledgers({ api, call, tenantId }: Desk, journals: readonly Json[]): void {
	const banks = call('GET', '/Reports/BankSummary?fromDate=2025-04-01&toDate=2099-12-31');
	for (const bank of api.records(tenantId, 'Accounts').filter((one) => one.Type === 'BANK')) {
		const [opening = 0, received = 0, spent = 0, closing = 0] = (rowOf(banks, String(bank.Name)) ?? []).map(whole);
		expect([bank.Name, closing]).toEqual([bank.Name, sums(journals).get(String(bank.AccountID)) ?? 0]);
		expect(closing).toBe(opening + received - spent);
	}
	const owed = (plural: string, type: string): number =>
		api
			.records(tenantId, plural)
			.filter((row) => row.Type === type && isApproved(row))
			.reduce((sum, row) => sum + open(row), 0);
	for (const [account, , own, note, over] of CONTROLS) {
		const name = account === 'DEBTORS' ? 'AgedReceivablesByContact' : 'AgedPayablesByContact';
		const due = api.records(tenantId, 'Contacts').reduce((sum, { ContactID }) => {
			const aged = call('GET', `/Reports/${name}?contactId=${String(ContactID)}&date=2099-12-31`);
			return sum + whole(rowOf(aged, 'Total')?.at(-1));
		}, 0);
		expect([name, due]).toEqual([name, owed('Invoices', own) - owed('CreditNotes', note) - owed('Overpayments', over)]);
	}
}
