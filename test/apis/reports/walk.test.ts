import { DateTime } from 'luxon';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { reports } from '../../../nodes/XeroReports/reports';
import { XeroReports } from '../../../nodes/XeroReports/XeroReports.node';
import { ApiStage, KERERU } from '../stage';

const stage = new ApiStage(new XeroReports(), reports);
stage.leavesNothingOut('test/apis/reports/walk.test.ts');

/** A day so long before the sandbox was opened. */
const day = (ago: number) =>
	DateTime.fromMillis(stage.stage.openedAt, { zone: 'Pacific/Auckland' }).minus({ days: ago }).toISODate()!;

const labels = (some: IDataObject[]): unknown[] =>
	some.flatMap(({ RowType, Cells, Rows }) => [
		...(RowType !== 'Header' && Cells ? [(Cells as IDataObject[])[0]!.Value] : []),
		...labels((Rows ?? []) as IDataObject[]),
	]);

test.each<[string, () => INodeParameters]>([
	['statement.balanceSheet', () => ({})],
	['statement.profitAndLoss', () => ({ period: 'custom', fromDate: day(92), toDate: day(1) })],
	['statement.trialBalance', () => ({})],
	['statement.budgetSummary', () => ({})],
	['statement.executiveSummary', () => ({})],
	['currency.bankSummary', () => ({})],
])('%s comes as rows with the same keys in each, as amounts, and as Xero sends it', async (what, days) => {
	const read = await stage.all(what, { layout: 'rows', ...days() });
	expect(read.length).toBeGreaterThan(3);
	expect(new Set(read.map((row) => Object.keys(row).join())).size).toBe(1);
	const raw = await stage.json(what, { ...days(), layout: 'raw' });
	expect((raw.Rows as IDataObject[])[0]).toMatchObject({ RowType: 'Header' });
	expect(new Set(read.map(({ reportName, report }) => `${String(reportName)} ${String(report)}`))).toEqual(
		new Set([`${String(raw.ReportName)} ${what.split('.')[1]}`]),
	);
	expect(read.map(({ label }) => label)).toEqual(labels(raw.Rows as IDataObject[]));
	const long = await stage.all(what, { layout: 'amounts', ...days() });
	const width = ((raw.Rows as IDataObject[])[0]!.Cells as unknown[]).length - 1;
	expect(long.length).toBe(read.length * width);
	expect(new Set(long.map((row) => Object.keys(row).join())).size).toBe(1);
});

test('every input of the statements is understood', async () => {
	const { line, picked: trackingCategoryID } = await stage.choose('trackingCategory', 'statement.profitAndLoss', {}, 'region');
	expect(line).toBe('Region');
	const { picked: trackingOptionID } = await stage.choose('trackingOption', 'statement.profitAndLoss', {}, 'north');
	const compared = { periods: 2, timeframe: 'QUARTER', standardLayout: true, paymentsOnly: true };
	const last = async (what: string, parameters: INodeParameters) => (await stage.all(what, parameters)).at(-1)!;
	const third = { period: 'custom', fromDate: '2026-07-01', toDate: '2026-09-30' };
	const september = { asOf: 'custom', date: '2026-09-15' };
	// With days of one's own each ends on the same day of its month, as Xero has it.
	expect((await last('statement.profitAndLoss', { ...third, options: compared })).comparatives).toMatchObject([
		{ label: '30 Jun 26', to: '2026-06-30' },
		{ label: '30 Mar 26', to: '2026-03-30' },
	]);
	const tracked = await last('statement.profitAndLoss', { ...third, options: { trackingCategoryID } });
	expect((tracked.options as IDataObject[]).map(({ option }) => option)).toEqual([
		'Central',
		'East',
		'North',
		'South',
		'West',
		'Unassigned',
	]);
	const one = await last('statement.profitAndLoss', { ...third, options: { trackingOptionID } });
	expect(one.options).toMatchObject([{ option: 'North', trackingOptionId: String(trackingOptionID.value).split('/')[1] }]);
	const sheet = await last('statement.balanceSheet', {
		...september,
		options: { ...compared, trackingOptionID1: trackingOptionID },
	});
	expect([sheet.asOf, (sheet.comparatives as IDataObject[]).map(({ asOf }) => asOf)]).toEqual([
		'2026-09-30',
		['2026-06-30', '2026-03-31'],
	]);
	const budget = await last('statement.budgetSummary', { ...september, options: { periods: 2, timeframe: 'QUARTER' } });
	expect(budget.months).toMatchObject([{ month: '2026-11' }, { month: '2027-02' }]);
	expect(await last('statement.executiveSummary', september)).toMatchObject({ from: '2026-09-01', to: '2026-09-30' });
	expect(await last('statement.trialBalance', { ...september, options: { paymentsOnly: true } })).toMatchObject({
		label: 'Total',
		basis: 'cash',
		asOf: '2026-09-15',
	});
	expect(await last('currency.bankSummary', third)).toMatchObject({ label: 'Total', from: '2026-07-01', to: '2026-09-30' });
});

test('a customer chosen from the list owes what the aged report says, and a supplier is owed', async () => {
	const documents = stage.stage
		.records('Invoices')
		.filter(({ Status, AmountDue }) => Status === 'AUTHORISED' && Number(AmountDue) > 0);
	for (const [what, type] of [
		['owing.agedReceivablesByContact', 'ACCREC'],
		['owing.agedPayablesByContact', 'ACCPAY'],
	] as const) {
		const invoice = documents.find(({ Type }) => Type === type)!;
		const { Name, ContactID } = invoice.Contact as IDataObject;
		const { line, picked: contactId } = await stage.choose('contact', what, {}, String(Name));
		expect([line.split(' · ')[0], contactId.value]).toEqual([Name, ContactID]);
		const late = { contactId, asOf: 'custom', date: '2099-12-31' };
		const read = await stage.all(what, { ...late, options: { fromDate: '2015-01-01', toDate: '2099-12-31' } });
		expect(read.find((one) => one.documentId === invoice.InvoiceID)).toMatchObject({
			contactId: ContactID,
			contactName: Name,
			number: invoice.InvoiceNumber,
			date: String(invoice.Date).slice(0, 10),
			dueDate: String(invoice.DueDate).slice(0, 10),
			total: invoice.Total,
			due: invoice.AmountDue,
			asOf: '2099-12-31',
		});
		expect(read.find((one) => one.documentId === invoice.InvoiceID)!.daysOverdue).toBeGreaterThan(20_000);
		const raw = await stage.json(what, { contactId, layout: 'raw' });
		expect((raw.ReportTitles as string[])[1]).toBe(Name);
	}
});

test('what is owed, statements and the general ledger go together', async () => {
	const today = { asOf: 'today' };
	const total = async (what: string): Promise<unknown> => {
		const read = await stage.all(what, {
			...today,
			rows: 'contacts',
			options: { currencyView: 'documentRate', totals: 'grand' },
		});
		const contacts = read.filter(({ rowType }) => rowType === 'row');
		const sum = contacts.reduce((all, one) => all + Math.round(Number(one.total) * 100), 0);
		const grand = read.find(({ rowType }) => rowType === 'total')!;
		expect(sum).toBe(Math.round(Number(grand.total) * 100));
		return grand.total;
	};
	const accounts = await stage.all('ledger.generalLedger', { period: 'monthToDate', rows: 'accounts' });
	const closing = (code: string): unknown =>
		accounts.find(({ accountCode, level }) => level === 'account' && accountCode === code)?.closing;
	expect(closing('610')).toBe(await total('owing.agedReceivables'));
	expect(closing('800')).toBe(-Number(await total('owing.agedPayables')));
	const [first] = await stage.all('owing.agedReceivables', { ...today, rows: 'contacts' });
	const contactId = { __rl: true, mode: 'id', value: String(first!.contactId) };
	const statement = await stage.all('owing.customerStatement', { contacts: 'one', contactId, type: 'outstanding', ...today });
	expect(statement.find(({ event }) => event === 'closing')).toMatchObject({
		contactName: first!.contactName,
		balance: first!.total,
	});
});

test('the checks of a close tie with the aged report, and every input of theirs is understood', async () => {
	const { picked: trackingCategory } = await stage.choose('trackingCategory', 'close.closeChecks', {}, 'region');
	const rows = await stage.all('close.closeChecks', {
		...{ asOf: 'today', rows: 'both' },
		options: {
			...{ trackingCategory, attachmentFrom: 100, oldDays: 30, duplicateDays: 14 },
			changedSince: `${day(30)}T00:00:00Z`,
		},
	});
	const checks = rows.filter(({ level }) => level === 'check');
	expect(checks.map(({ check }) => check)).toEqual([
		...['receivablesTie', 'payablesTie', 'claimsTie', 'suspense', 'unreconciled', 'drafts', 'toApprove', 'negativeBank'],
		...['duplicateBills', 'missingAttachments', 'unusedCredits', 'wrongSide', 'old', 'futureDated', 'noTracking'],
		...['changedSince', 'currencyRates', 'lockDates'],
	]);
	expect(checks.filter(({ severity }) => severity === 'notChecked')).toEqual([]);
	for (const { check, count, severity } of checks) {
		const found = rows.filter((row) => row.level === 'finding' && row.check === check);
		expect([check, count, severity === 'ok']).toEqual([check, found.length, found.length === 0]);
	}
	const aged = await stage.all('owing.agedReceivables', { asOf: 'today', rows: 'documents', options: { ageBy: 'date' } });
	const old = aged.filter(
		({ level, documentType, days, outstanding }) =>
			level === 'document' && documentType === 'invoice' && Number(days) > 30 && Number(outstanding) > 0,
	);
	const found = rows.filter(
		({ level, check, text }) => level === 'finding' && check === 'old' && String(text).startsWith('Invoice'),
	);
	expect(found.flatMap(({ documentIds }) => documentIds as string[]).sort()).toEqual(
		old.map(({ documentId }) => String(documentId)).sort(),
	);
});

test('a revaluation has the foreign bank account, chosen from its list, and the foreign documents', async () => {
	stage.stage.sandbox.bookkeeping.setRevaluation(KERERU, true);
	const { line, picked: accountId } = await stage.choose('bankAccount', 'currency.currencyRevaluation', {}, 'dollar');
	expect(line).toBe('093 · US Dollar Account');
	const [from, to] = [day(40), day(10)];
	const dated = ['AUD', 'EUR', 'GBP', 'USD'].flatMap((code) =>
		[day(41), to].map((date) => ({
			...{ currency: { __rl: true, mode: 'code', value: code }, date },
			rate: stage.stage.sandbox.bookkeeping.rateOn(KERERU, code, date),
		})),
	);
	const read = await stage.all('currency.currencyRevaluation', {
		...{ period: 'custom', fromDate: from, toDate: to },
		options: {
			openings: { openingBalance: [{ accountId, date: '2015-01-01', foreign: 0, base: 0 }] },
			rates: { rate: dated },
		} as unknown as INodeParameters,
	});
	const checks = read.filter(({ rowType }) => rowType === 'check');
	expect(checks.map(({ check }) => check)).toEqual([
		...['bankTie', 'receivablesTie', 'payablesTie', 'bankRevaluation', 'unrealised', 'realised'],
	]);
	expect(checks.filter(({ status }) => status !== 'ties' && status !== 'rounding')).toEqual([]);
	stage.stage.sandbox.bookkeeping.setRevaluation(KERERU, false);
});

test('published tax returns are listed and read', async () => {
	const published = await stage.all('tax.getAll', { returnAll: true });
	expect(published.map(({ ReportName }) => ReportName)).toEqual(['GST Return', 'GST Return', 'GST Return']);
	const time = String(published.at(-1)!.ReportDate);
	expect(time).toMatch(/^1 \w{3} \d{4} to \d\d \w{3} \d{4}$/);
	const { line, picked: ReportID } = await stage.choose('report', 'tax.get', {}, time);
	expect(line).toBe(`GST Return · ${time}`);
	const read = await stage.all('tax.get', { ReportID });
	const [from, to] = ['From', 'To'].map((label) => read.find((one) => one.label === label)!);
	expect(from).toMatchObject({ field: 'From', xeroRowType: 'Field', value: read[0]!.from });
	expect(to).toMatchObject({ field: '2', value: read[0]!.to });
	expect(await stage.json('tax.get', { ReportID, layout: 'raw' })).toMatchObject({
		Fields: [{ FieldID: '1' }, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}],
	});
});

test('the 1099 report is refused outside the United States, in words that say so', async () => {
	expect(await stage.refused('tax.tenNinetyNine', { options: { reportYear: '2015' } })).toBe(
		'Item 1: Xero says: The 1099 report is only available for organisations in the United States\n' +
			'Check what was asked for (dates, filters, Where, Order By), and run again.',
	);
});

test('accounts and budgets are offered from the lists of Accounting', async () => {
	const { line } = await stage.choose('account', 'statement.trialBalance', {}, 'deprec');
	expect(line).toBe('416 · Depreciation');
	expect((await stage.choose('budget', 'statement.budgetSummary', {}, 'overall')).line).toBe('Overall Budget');
});

test('the cash flow of a month and its live journals are read from documents and trial balances', async () => {
	const days = { period: 'custom', fromDate: day(45), toDate: day(15) };
	const flow = await stage.all('statement.cashFlow', { ...days, method: 'indirect' });
	const totals = new Map(flow.map(({ total, amount }) => [total, Math.round(Number(amount) * 100)]));
	const moved = ['operating', 'investing', 'financing', 'exchangeEffect'].reduce((sum, one) => sum + totals.get(one)!, 0);
	expect(totals.get('opening')! + moved).toBe(totals.get('closing'));
	const journals = await stage.all('ledger.liveJournals', { ...days, source: 'documents' });
	const nets = journals.filter(({ rowType }) => rowType === 'row').map(({ net }) => Math.round(Number(net) * 100));
	expect(nets.length).toBeGreaterThan(10);
	expect(nets.reduce((sum, net) => sum + net, 0)).toBe(0);
});

test('tax, tracking and budgets are read from what is chosen in lists', async () => {
	const tax = await stage.all('tax.taxDetail', { period: 'lastMonth', rows: 'rates' });
	expect(tax.find(({ check }) => check === 'taxAccounts')).toMatchObject({ status: 'ties' });
	const { picked: trackingCategory } = await stage.choose('trackingCategory', 'statement.trialBalanceByTracking', {}, 'region');
	const chosen = { trackingCategory, asOf: 'endOfLastMonth' };
	const tracked = await stage.all('statement.trialBalanceByTracking', chosen);
	const statuses = tracked.filter(({ rowType }) => rowType === 'check').map(({ status }) => status);
	expect(new Set(statuses)).toEqual(new Set(['ties']));
	const { picked: budget } = await stage.choose('budget', 'statement.budgetVsActual', {}, 'overall');
	const planned = await stage.all('statement.budgetVsActual', { period: 'lastMonth', columns: 'period', options: { budget } });
	expect(planned.find(({ level }) => level === 'netProfit')).toMatchObject({ label: 'Net Profit', budgetName: 'Overall Budget' });
});
