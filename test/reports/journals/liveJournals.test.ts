import type { Journal } from '../../../nodes/XeroReports/facts/journals';
import { journalOf } from '../../../nodes/XeroReports/facts/journals';
import { anomaliesOf } from '../../../nodes/XeroReports/folds/journalAnomalies';
import type { DocumentStatus } from '../../../nodes/XeroReports/folds/journalAnomalies';
import type { PairedJournal } from '../../../nodes/XeroReports/folds/journalPairs';
import { pairedJournals } from '../../../nodes/XeroReports/folds/journalPairs';
import type { JournalView } from '../../../nodes/XeroReports/folds/journalView';
import { anomalyChecks, journalChecks } from '../../../nodes/XeroReports/folds/liveJournalChecks';
import { liveJournalRows, rebuiltJournalRows } from '../../../nodes/XeroReports/folds/liveJournalRows';
import { entriesFromDocuments } from '../../../nodes/XeroReports/entries/fromDocuments';
import { codeIn, contextOf, idOf, invoice, line } from '../ledger/records';
import { W4, journal } from './w4';

const journals = W4.map((record) => journalOf(record, 2));
const paired = pairedJournals(journals);
const table = (some: readonly PairedJournal[]) =>
	some.map(({ journal: { number }, status, partner, isLoose }) => [number, status, partner, isLoose]);
const sums = (some: readonly Journal[]) => {
	const totals: Record<string, number> = {};
	for (const { accountId, net } of some.flatMap(({ lines }) => lines))
		totals[codeIn(accountId)] = (totals[codeIn(accountId)] ?? 0) + Number(net);
	return totals;
};
const live = paired.filter(({ status }) => status === 'live').map((one) => one.journal);

const view: JournalView = {
	from: '2026-10-01',
	to: '2026-10-31',
	organisationId: 'o',
	decimals: 2,
	accounts: contextOf().accounts,
	pairs: 'leaveOut',
	totals: 'grand',
};
const voidedInvoice: DocumentStatus = {
	ids: ['V'],
	sourceType: 'ACCREC',
	date: '2026-10-05',
	number: 'INV-V',
	state: 'gone',
	isZero: false,
};
const NONE = { voided: new Set<string>(), missing: [] };

describe('the journals of the worked example', () => {
	it('are paired with what takes them back, within their source alone', () => {
		expect(table(paired)).toEqual([
			[101, 'reversed', 102, false],
			[102, 'reversal', 101, false],
			[103, 'live', null, false],
			// Recoded to another tax type: alike in accounts and amounts alone.
			[104, 'reversed', 112, true],
			[105, 'reversed', 106, false],
			[106, 'reversal', 105, false],
			[107, 'reversed', 108, false],
			[108, 'reversal', 107, false],
			// A manual journal and its reversal of the next month are both real.
			[109, 'live', null, false],
			[110, 'live', null, false],
			[111, 'live', null, false],
			[112, 'reversal', 104, true],
			[113, 'live', null, false],
			[114, 'live', null, false],
		]);
	});

	it('come to the same on every account with and without the pairs', () => {
		const expected = {
			'090': 500000,
			'200': -25750,
			'400': 0,
			'404': 5000,
			'610': 28750,
			'800': -5000,
			'820': -3000,
			'840': -500000,
			'850': 0,
		};
		expect(sums(journals)).toEqual(expected);
		expect({ '800': 0, '400': 0, ...sums(live) }).toEqual(expected);
		expect(journalChecks(paired).map(({ check, ours, xeros, status }) => [check, ours, xeros, status])).toEqual([
			['pairsCount', 0n, 0n, 'ties'],
			['entriesSum', 0n, 0n, 'ties'],
		]);
	});

	it('of October alone have the manual journal of October, and not what it takes back', () => {
		const october = pairedJournals(journals.filter(({ date }) => date >= '2026-10-01' && date <= '2026-10-31'));
		expect(october.filter(({ status }) => status === 'live').map((one) => one.journal.number)).toEqual([103, 110, 113, 114]);
	});

	it('as known before they were taken back all stand', () => {
		const known = pairedJournals(journals.filter(({ createdAt }) => createdAt <= '2026-11-05T10:00:00Z'));
		expect(table(known)).toEqual([
			[101, 'reversed', 102, false],
			[102, 'reversal', 101, false],
			[103, 'live', null, false],
			[104, 'live', null, false],
			[105, 'live', null, false],
		]);
	});

	it('of a voided invoice are an anomaly, and kept', () => {
		const anomalies = anomaliesOf(paired, [voidedInvoice]);
		expect([...anomalies.voided]).toEqual(['j114']);
		const rows = liveJournalRows(paired, anomalies, anomalyChecks(anomalies), view);
		expect(rows.filter(({ anomaly }) => anomaly === 'voided').map(({ journalNumber, net }) => [journalNumber, net])).toEqual([
			[114, 57.5],
			[114, -57.5],
		]);
		expect(rows.filter(({ rowType }) => rowType === 'check')).toMatchObject([
			{ check: 'voidedCount', ours: 1, xeros: 0, status: 'differs' },
			{ check: 'noJournalCount', ours: 0, xeros: 0, status: 'ties' },
		]);
	});

	it('that are missing for a document are a row without a line', () => {
		const posted = { ...voidedInvoice, state: 'standing' as const };
		const lost = { ...posted, ids: ['B2', 'PRE'], number: 'INV-LOST' };
		const empty = { ...posted, ids: ['Z'], isZero: true };
		const anomalies = anomaliesOf(paired, [posted, lost, empty]);
		expect(anomalies.missing).toEqual([lost]);
		const [row] = liveJournalRows([], anomalies, [], view);
		expect(row).toMatchObject({
			status: 'missing',
			anomaly: 'noJournal',
			sourceId: 'B2',
			number: 'INV-LOST',
			accountId: null,
			net: null,
		});
	});
});

describe('pairs', () => {
	const X = ['ACCREC', 'X'] as const;
	const pairsIn = (...records: Array<ReturnType<typeof journal>>) =>
		table(pairedJournals(records.map((record) => journalOf(record, 2))));

	it('prefer what is of the same day, then the latest', () => {
		expect(
			pairsIn(
				journal(101, X, '2026-10-01', ['610', 10], ['200', -10]),
				journal(102, X, '2026-10-02', ['610', 10], ['200', -10]),
				journal(103, X, '2026-10-01', ['610', -10], ['200', 10]),
			),
		).toEqual([
			[101, 'reversed', 103, false],
			[102, 'live', null, false],
			[103, 'reversal', 101, false],
		]);
		expect(
			pairsIn(
				journal(101, X, '2026-10-01', ['610', 10], ['200', -10]),
				journal(102, X, '2026-10-02', ['610', 10], ['200', -10]),
				journal(103, X, '2026-10-03', ['610', -10], ['200', 10]),
			).slice(1),
		).toEqual([
			[102, 'reversed', 103, false],
			[103, 'reversal', 102, false],
		]);
	});

	it('come off an edit that was edited back', () => {
		const [one, other] = [
			[['610', 10] as const, ['200', -10] as const],
			[['610', -10] as const, ['200', 10] as const],
		];
		expect(
			pairsIn(
				journal(101, X, '2026-10-01', ...one!),
				journal(102, X, '2026-10-01', ...other!),
				journal(103, X, '2026-10-01', ...one!),
			),
		).toEqual([
			[101, 'reversed', 102, false],
			[102, 'reversal', 101, false],
			[103, 'live', null, false],
		]);
	});

	it('need as many lines, in whatever order', () => {
		expect(
			pairsIn(
				journal(101, X, '2026-10-01', ['610', 10], ['200', -6], ['200', -4]),
				journal(102, X, '2026-10-01', ['200', 4], ['200', 6], ['610', -10]),
				journal(103, X, '2026-10-01', ['610', 10], ['200', -10]),
				journal(104, X, '2026-10-01', ['610', -10], ['200', 5], ['200', 5]),
			).map(([, status]) => status),
		).toEqual(['reversed', 'reversal', 'live', 'live']);
	});
});

describe('the rows of live journals', () => {
	it('are one for each line, with the journal, its source and the account', () => {
		const [, sales] = liveJournalRows(paired, NONE, [], view);
		expect(sales).toEqual({
			report: 'liveJournals',
			rowType: 'row',
			organisationId: 'o',
			source: 'journals',
			journalId: 'j103',
			journalNumber: 103,
			date: '2026-10-01',
			createdAt: '2026-11-03T10:00:00Z',
			sourceType: 'ACCREC',
			sourceId: 'A',
			number: null,
			reference: null,
			contactId: null,
			contactName: null,
			status: 'live',
			partner: null,
			loose: false,
			anomaly: null,
			accountId: idOf('200'),
			accountCode: '200',
			accountName: 'Sales',
			description: null,
			net: -200,
			tax: -30,
			taxType: 'OUTPUT2',
			options: [{ trackingCategoryId: 't', trackingOptionId: 'n', option: 'North' }],
		});
	});

	it('leave pairs out, or mark them', () => {
		const numbers = (pairs: JournalView['pairs']) => [
			...new Set(liveJournalRows(paired, NONE, [], { ...view, pairs, totals: 'none' }).map(({ journalNumber }) => journalNumber)),
		];
		expect(numbers('leaveOut')).toEqual([103, 109, 110, 111, 113, 114]);
		expect(numbers('mark')).toEqual(journals.map(({ number }) => number));
	});

	it('are added up by account and in all, pairs not among them', () => {
		const rows = liveJournalRows(paired, NONE, [], { ...view, pairs: 'mark', totals: 'group' });
		const totals = rows.filter(({ rowType }) => rowType === 'total');
		expect(totals.map(({ level, accountCode, debit, credit, net }) => [level, accountCode, debit, credit, net])).toEqual([
			['account', '090', 5000, 0, 5000],
			['account', '200', 0, 257.5, -257.5],
			['account', '400', 80, 80, 0],
			['account', '610', 287.5, 0, 287.5],
			['account', '800', 0, 50, -50],
			['account', '820', 0, 30, -30],
			['account', '840', 0, 5000, -5000],
			// 404 and 850, which the chart of this test does not have.
			['account', null, 50, 0, 50],
			['account', null, 80, 80, 0],
			['grand', null, 5497.5, 5497.5, 0],
		]);
	});

	it('are the same when they are rebuilt from documents, without a number', () => {
		const context = contextOf();
		const made = entriesFromDocuments({ Invoices: [invoice('INV-1', '2026-10-02', 115, [line('200', 100, 15)])] }, context);
		const rows = rebuiltJournalRows(made, [], view);
		expect(Object.keys(rows[0]!)).toEqual(Object.keys(liveJournalRows(paired, NONE, [], view)[0]!));
		expect(
			rows
				.slice(0, 3)
				.map(({ source, journalNumber, sourceId, accountCode, net, tax }) => [
					source,
					journalNumber,
					sourceId,
					accountCode,
					net,
					tax,
				]),
		).toEqual([
			['rebuilt', null, 'INV-1', '610', 115, 0],
			['rebuilt', null, 'INV-1', '200', -100, -15],
			['rebuilt', null, 'INV-1', '820', -15, 0],
		]);
		expect(rows.at(-1)).toMatchObject({ rowType: 'total', debit: 115, credit: 115, net: 0 });
	});

	it('name what gave no journal, as its rate is not known', () => {
		const foreign = invoice('INV-2', '2026-10-03', 115, [line('200', 115)], { CurrencyCode: 'USD' });
		const rows = rebuiltJournalRows(entriesFromDocuments({ Invoices: [foreign] }, contextOf()), [], { ...view, totals: 'none' });
		expect(rows).toEqual([
			{
				report: 'liveJournals',
				rowType: 'notInApi',
				organisationId: 'o',
				date: '2026-10-03',
				sourceType: 'ACCREC',
				sourceId: 'INV-2',
				number: 'INV-2',
				contactId: 'c',
				contactName: 'Alder Ltd',
				amount: null,
				reason: 'rateMissing',
				note: 'Xero did not give the currency rate of a foreign transaction on this account.',
			},
		]);
	});
});
