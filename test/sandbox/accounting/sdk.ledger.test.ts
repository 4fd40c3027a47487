import { AccountType, type AccountingApi, LineAmountTypes, ManualJournal, XeroClient } from 'xero-node';
import { stoppedClock } from '../../../sandbox/clock';
import type { Sandbox } from '../../../sandbox/contract';
import { dataScopes } from '../../../sandbox/scopes';
import { startSandbox } from '../../../sandbox/server';
import { START } from './desk';

/** Journals, manual journals, budgets, reports and setup as Xero's own SDK reads and writes them. */
describe("Xero's own SDK", () => {
	let sandbox: Sandbox;
	let xero: AccountingApi;
	let tenant: string;

	beforeAll(async () => {
		sandbox = await startSandbox({ seed: 'small', clock: stoppedClock(START), limits: { minute: 10_000, concurrent: 50 } });
		tenant = sandbox.organisations[0]?.tenantId ?? '';
		xero = client([...dataScopes, 'accounting.journals.read']);
	});
	afterAll(() => sandbox.stop());

	function client(scopes?: readonly string[]): AccountingApi {
		const made = new XeroClient();
		made.setTokenSet({ access_token: sandbox.issue({ app: 'web', ...(scopes ? { scopes } : {}) }).access_token });
		const api = made.accountingApi as AccountingApi;
		api.basePath = `${sandbox.url}/api.xro/2.0`;
		return api;
	}

	const adverts = (more: Partial<ManualJournal> = {}): ManualJournal => ({
		narration: 'Adverts',
		date: '2026-03-02',
		lineAmountTypes: LineAmountTypes.Inclusive,
		status: ManualJournal.StatusEnum.POSTED,
		journalLines: [
			{ accountCode: '400', lineAmount: 115, taxType: 'INPUT2', tracking: [{ name: 'Region', option: 'North' }] },
			{ accountCode: '850', lineAmount: -115, taxType: 'NONE' },
		],
		...more,
	});
	const post = async (): Promise<string> =>
		(await xero.createManualJournals(tenant, { manualJournals: [adverts()] }, true)).body.manualJournals?.[0]?.manualJournalID ??
		'';

	it('posts manual journals, changes them, files and notes on them, and voids them', async () => {
		const id = await post();
		const [row] = (await xero.getManualJournal(tenant, id)).body.manualJournals ?? [];
		expect(row).toMatchObject({
			narration: 'Adverts',
			status: 'POSTED',
			lineAmountTypes: 'Inclusive',
			showOnCashBasisReports: true,
		});
		expect(new Date(row?.date ?? '').toISOString()).toBe('2026-03-02T00:00:00.000Z');
		expect(row?.journalLines?.[0]).toMatchObject({ lineAmount: 115, taxAmount: 15, accountCode: '400', isBlank: false });
		expect(row?.journalLines?.[0]?.tracking?.[0]).toMatchObject({ name: 'Region', option: 'North' });
		const changed = await xero.updateManualJournal(tenant, id, { manualJournals: [{ narration: 'Adverts, spring' }] });
		expect(changed.body.manualJournals?.[0]?.narration).toBe('Adverts, spring');
		const mixed = await xero.updateOrCreateManualJournals(
			tenant,
			{ manualJournals: [adverts({ manualJournalID: id, narration: 'Spring' }), adverts({ narration: '' })] },
			false,
		);
		expect(mixed.body.manualJournals?.map((one) => one.statusAttributeString)).toEqual(['OK', 'ERROR']);
		expect(mixed.body.manualJournals?.[1]?.validationErrors?.[0]?.message).toBe('The Narration field must be specified.');
		await xero.createManualJournalAttachmentByFileName(tenant, id, 'slip.png', Buffer.from([1, 2]));
		await xero.updateManualJournalAttachmentByFileName(tenant, id, 'slip.png', Buffer.from([1, 2, 3]));
		expect((await xero.getManualJournalAttachments(tenant, id)).body.attachments?.[0]?.contentLength).toBe(3);
		await xero.createManualJournalHistoryRecord(tenant, id, { historyRecords: [{ details: 'Checked.' }] });
		expect((await xero.getManualJournalsHistory(tenant, id)).body.historyRecords?.[0]?.details).toBe('Checked.');
		const voided = await xero.updateManualJournal(tenant, id, {
			manualJournals: [{ narration: 'Spring', status: ManualJournal.StatusEnum.VOIDED }],
		});
		expect(voided.body.manualJournals?.[0]?.status).toBe('VOIDED');
	});

	it('pages and filters manual journals', async () => {
		const page = await xero.getManualJournals(tenant, undefined, 'Status=="POSTED"', 'Date DESC', 1, 2);
		expect(page.body.pagination).toMatchObject({ page: 1, pageSize: 2 });
		expect(page.body.manualJournals).toHaveLength(2);
		expect(page.body.manualJournals?.[0]?.journalLines?.length).toBeGreaterThan(1);
		expect((await xero.getManualJournals(tenant, new Date('2030-01-01'))).body.manualJournals).toEqual([]);
	});

	it('reads journals to their end, and each of them by id and by number', async () => {
		const seen: number[] = [];
		for (;;) {
			const { journals = [] } = (await xero.getJournals(tenant, undefined, seen.at(-1) ?? 0)).body;
			if (journals.length === 0) break;
			for (const journal of journals) {
				const cents = (journal.journalLines ?? []).reduce((sum, line) => sum + Math.round((line.netAmount ?? 0) * 100), 0);
				expect(cents).toBe(0);
				seen.push(journal.journalNumber ?? 0);
			}
		}
		expect(seen.length).toBeGreaterThan(20);
		expect(seen).toEqual(seen.map((_, at) => at + 1));
		const [second] = (await xero.getJournalByNumber(tenant, 2)).body.journals ?? [];
		expect(second?.createdDateUTC).toBeInstanceOf(Date);
		expect((await xero.getJournal(tenant, second?.journalID ?? '')).body.journals?.[0]?.journalNumber).toBe(2);
		const cash = (await xero.getJournals(tenant, undefined, 0, true)).body.journals ?? [];
		expect(cash.length).toBeLessThan(seen.length);
		expect(cash.some((journal) => String(journal.sourceType) === 'ACCREC')).toBe(false);
	});

	it('may not read journals with the scopes that apps have by default', async () => {
		await expect(client().getJournals(tenant)).rejects.toContain('"statusCode":401');
	});

	it('reads budgets', async () => {
		const [overall] = (await xero.getBudgets(tenant)).body.budgets ?? [];
		expect(overall?.type).toBe('OVERALL');
		const [budget] = (await xero.getBudget(tenant, overall?.budgetID ?? '', '2026-02-28', '2026-01-01')).body.budgets ?? [];
		expect(budget?.budgetLines?.[0]?.budgetBalances).toHaveLength(2);
		const some = await xero.getBudgets(tenant, [overall?.budgetID ?? ''], '2026-02-28', '2026-01-01');
		expect(some.body.budgets?.map((one) => one.budgetID)).toEqual([overall?.budgetID]);
	});

	it('reads every report', async () => {
		await post();
		const names = async (...answers: Array<Promise<{ body: { reports?: Array<{ reportName?: string }> } }>>) =>
			(await Promise.all(answers)).map(({ body }) => body.reports?.[0]?.reportName);
		const [invoice] = (await xero.getInvoices(tenant, undefined, 'Type=="ACCREC" AND Status=="AUTHORISED"')).body.invoices ?? [];
		const contact = invoice?.contact?.contactID ?? '';
		expect(
			await names(
				xero.getReportTrialBalance(tenant, '2026-03-10', false),
				xero.getReportBalanceSheet(tenant, '2026-03-10', 3, 'MONTH', undefined, undefined, true, false),
				xero.getReportProfitAndLoss(tenant, '2026-01-01', '2026-01-31', 2, 'MONTH'),
				xero.getReportBankSummary(tenant, '2026-01-01', '2026-01-31'),
				xero.getReportBudgetSummary(tenant, '2026-01-01', 2, 3),
				xero.getReportExecutiveSummary(tenant, '2026-02-01'),
				xero.getReportAgedReceivablesByContact(tenant, contact, '2026-03-10', '2025-01-01', '2026-03-10'),
				xero.getReportAgedPayablesByContact(tenant, contact),
			),
		).toEqual([
			'Trial Balance',
			'Balance Sheet',
			'Profit and Loss',
			'Bank Summary',
			'Budget Summary',
			'Executive Summary',
			'Aged Receivables By Contact',
			'Aged Payables By Contact',
		]);
		const [trial] = (await xero.getReportTrialBalance(tenant)).body.reports ?? [];
		expect(trial?.rows?.[0]?.cells?.map((cell) => cell.value)).toEqual(['Account', 'Debit', 'Credit', 'YTD Debit', 'YTD Credit']);
		const [debit, credit] = (trial?.rows?.at(-1)?.rows?.[0]?.cells ?? []).slice(3).map((cell) => cell.value);
		expect(Number(debit)).toBeGreaterThan(0);
		expect(debit).toBe(credit);
		await expect(xero.getReportTenNinetyNine(tenant, '2025')).rejects.toContain('"statusCode":400');
	});

	it('reads the tax returns of New Zealand and the activity statements of Australia', async () => {
		const names = ['GST Return', 'Activity Statement'];
		for (const [at, { tenantId }] of sandbox.organisations.slice(0, 2).entries()) {
			const list = (await xero.getReportsList(tenantId)).body.reports ?? [];
			expect(list.map((one) => one.reportName)).toEqual(Array(3).fill(names[at]));
			const [one] = (await xero.getReportFromId(tenantId, list[0]?.reportID ?? '')).body.reports ?? [];
			expect(one?.fields?.length).toBeGreaterThan(5);
		}
	});

	it('sets up accounts and opening balances', async () => {
		const { importSummary } = (
			await xero.postSetup(tenant, {
				conversionDate: { month: 3, year: 2025 },
				conversionBalances: [{ accountCode: '990', balance: 4000 }],
				accounts: [{ code: '990', name: 'Vans', type: AccountType.FIXED }],
			})
		).body;
		expect(importSummary?.accounts).toMatchObject({ _new: 1, updated: 0, errored: 0, present: true });
		expect(importSummary?.organisation).toMatchObject({ present: true });
	});
});
