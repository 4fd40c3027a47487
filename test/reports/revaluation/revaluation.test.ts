import type { IDataObject } from 'n8n-workflow';
import { decimalOf } from '../../../nodes/shared/model/decimal';
import { valued } from '../../../nodes/XeroReports/folds/revaluation';
import { idOf } from '../ledger/records';
import { picked } from '../owing/records';
import { AFTER, RATES, RECORDS, movements, report } from './w5';

const ofType = (rows: readonly IDataObject[], type: string): IDataObject[] => rows.filter(({ rowType }) => rowType === type);
const FIGURES = ['foreign', 'baseCost', 'revalued', 'cumulativeGain', 'openingGain', 'periodGain', 'realised'] as const;
const figures = (rows: readonly IDataObject[]): unknown[][] => picked(ofType(rows, 'row'), 'number', 'accountCode', ...FIGURES);
const checks = (rows: readonly IDataObject[]): unknown[][] =>
	picked(ofType(rows, 'check'), 'check', 'ours', 'xeros', 'difference', 'status');

/** The rows of the worked example. */
const ROWS = [
	[null, '095', 450, 689.6, 750, 60.4, -5.97, 66.37, null],
	[null, '098', 0, 27.62, 0, -27.62, 0, -27.62, null],
	['INV-U2', '610', 200, 327.87, 333.33, 5.46, 0, 5.46, 2.74],
	['CN-U', '610', -50, -80.65, -83.33, -2.68, 0, -2.68, 0],
	['BILL-E', '800', -150, -272.73, -277.78, -5.05, 0, -5.05, 0],
];

describe('the revaluation of October, at given rates', () => {
	const rows = report();

	it('has what each account and document cost, what it is worth, and what that gained', () => {
		expect(figures(rows)).toEqual(ROWS);
	});

	it('has for each kind what it comes to', () => {
		expect(picked(ofType(rows, 'total'), 'kind', 'cumulativeGain', 'openingGain', 'periodGain', 'realised')).toEqual([
			['bank', 32.78, -5.97, 38.75, 0],
			['receivable', 2.78, 0, 2.78, 2.74],
			['payable', -5.05, 0, -5.05, 0],
			[null, 30.51, -5.97, 36.48, 2.74],
		]);
	});

	it('ties to the accounts in the trial balance', () => {
		expect(checks(rows)).toEqual([
			['bankTie', 750, 750, 0, 'ties'],
			['bankTie', 0, 0, 0, 'ties'],
			['receivablesTie', 250, 250, 0, 'ties'],
			['payablesTie', 277.78, 277.78, 0, 'ties'],
			['bankRevaluation', 38.75, 38.75, 0, 'ties'],
			['unrealised', -2.27, -2.27, 0, 'ties'],
			['realised', 2.74, 2.74, 0, 'ties'],
		]);
	});

	it('has the same keys in every row', () => {
		expect(new Set(ofType(rows, 'row').map((row) => Object.keys(row).join())).size).toBe(1);
		expect(ofType(rows, 'row')[0]).toEqual({
			...{ report: 'currencyRevaluation', rowType: 'row', organisationId: 'organisation', kind: 'bank' },
			...{ accountId: idOf('095'), accountCode: '095', accountName: 'US Dollar Account' },
			...{ documentType: null, documentId: null, number: null, reference: null, contactId: null, contactName: null },
			...{ date: null, documentRate: null, currency: 'USD', rate: 0.6, rateSource: 'given', rateQuality: 'exact' },
			...{ foreign: 450, baseCost: 689.6, revalued: 750, cumulativeGain: 60.4 },
			...{ openingRate: 0.62, openingRateSource: 'given', openingForeign: 700, openingBaseCost: 1135, openingRevalued: 1129.03 },
			...{ openingGain: -5.97, periodGain: 66.37, realised: null, rateMissing: false, from: '2026-10-01', asOf: '2026-10-31' },
		});
	});
});

describe('the rates of a revaluation', () => {
	const EUR = RATES.filter(({ currency }) => currency === 'EUR');

	it('follow from the balance of a bank account, whose own tie is circular then', () => {
		const rows = report({ rates: EUR });
		expect(figures(rows)).toEqual(ROWS);
		expect(picked(ofType(rows, 'row').slice(0, 3), 'rate', 'rateSource', 'openingRateSource')).toEqual([
			[0.6, 'bankAccount', 'bankAccount'],
			[null, null, null],
			[0.6, 'bankAccount', 'bankAccount'],
		]);
		const [tie, ...others] = ofType(rows, 'check');
		expect(picked([tie!], 'check', 'ours', 'xeros', 'status')).toEqual([['bankTie', 750, 750, 'notChecked']]);
		expect(tie!.note).toBe(
			'Circular: the rate of the day comes from this account itself, so that the two agree by construction. Give a rate in Rates.',
		);
		// The gains are held against other accounts than the one that gives the rate.
		expect(others.map(({ status }) => status)).toEqual(['ties', 'ties', 'ties', 'ties', 'ties', 'ties']);
	});

	it('follow from the control account where the currency is its only foreign one, whose tie is circular then', () => {
		const rows = report({ rates: RATES.filter(({ currency }) => currency !== 'EUR') });
		expect(picked(ofType(rows, 'row').slice(-1), 'rate', 'rateSource', 'revalued')).toEqual([
			[0.53999568, 'controlAccount', -277.78],
		]);
		const tie = ofType(rows, 'check').find(({ check }) => check === 'payablesTie')!;
		// At the rate of the bill itself, and less the unrealised gains, there is nothing it could be held against.
		expect([tie.status, tie.ours, tie.xeros]).toEqual(['notChecked', 272.73, 277.78]);
		expect(ofType(rows, 'check').find(({ check }) => check === 'receivablesTie')!.status).toBe('ties');
	});

	it('of the day before the period are not those of its end', () => {
		const rates = RATES.filter(({ currency, date }) => currency !== 'USD' || date === '2026-09-30');
		const [row] = ofType(report({ rates }), 'row');
		expect([row!.openingRateSource, row!.rateSource, row!.rate]).toEqual(['given', 'bankAccount', 0.6]);
	});

	it('are doubted where they are a tenth off those of the transactions, as where money went out that no list has', () => {
		const rows = report({ rates: EUR, moved: movements.filter(({ id }) => id !== 'transfer') });
		expect(picked(ofType(rows, 'row').slice(0, 1), 'foreign', 'rate', 'rateQuality')).toEqual([[950, 1.2666666667, 'doubtful']]);
	});

	it('never follow from an account that began with a balance which is not given, and the check says so', () => {
		const unknownOpenings = [{ accountId: idOf('095'), day: '2026-09-04', balance: 16_000n }];
		const rows = report({
			rates: RATES.filter(({ currency, date }) => currency !== 'USD' || date === '2026-09-30'),
			openings: [],
			unknownOpenings,
		});
		expect(picked(ofType(rows, 'row').slice(0, 1), 'foreign', 'rate', 'rateSource', 'revalued')).toEqual([
			[350, 0.6, 'controlAccount', 583.33],
		]);
		expect(checks(rows)[0]).toEqual(['bankTie', 583.33, 750, 166.67, 'differs']);
		expect(checks(rows)[2]).toEqual(['openingBalance', 0, 160, 160, 'differs']);
		expect(ofType(rows, 'check')[2]!.note).toBe(
			'At 2026-09-04, before its first transaction, the account had a balance. Give it in Opening Balances: its day, what it held, and what that had cost.',
		);
	});
});

describe('the checks of a revaluation', () => {
	const statusOf = (rows: readonly IDataObject[], name: string): unknown =>
		ofType(rows, 'check').find(({ check }) => check === name)?.status;

	it('differ by money that no list has', () => {
		const moved = movements.filter(({ id }) => id !== 'transfer');
		const rows = report({ moved });
		expect(checks(rows)[0]).toEqual(['bankTie', 1583.33, 750, -833.33, 'differs']);
		// Even where the account gives its own rate: what it cost does not follow.
		const implied = report({ moved, rates: RATES.filter(({ currency }) => currency !== 'USD') });
		expect(checks(implied)[0]?.[4]).toBe('notChecked');
		expect(statusOf(implied, 'bankRevaluation')).toBe('differs');
	});

	it('allow a cent for each rounding behind a figure', () => {
		const rows = report({ after: { ...AFTER, '498': 2.29, '970': -1135.02 } });
		expect(statusOf(rows, 'unrealised')).toBe('rounding');
		expect(statusOf(report({ after: { ...AFTER, '498': 2.9 } }), 'unrealised')).toBe('differs');
	});

	it('are not made of part of the scope', () => {
		const rows = report({ only: ['receivable'], hasBanks: false });
		expect(checks(rows).map(([check, , , , status]) => [check, status])).toEqual([
			['receivablesTie', 'ties'],
			['bankRevaluation', 'notChecked'],
			['unrealised', 'notChecked'],
			['realised', 'notChecked'],
		]);
	});

	it('are not made without the trial balance, which is said', () => {
		const rows = ofType(report({ tied: false }), 'check');
		expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['notChecked']));
		expect(new Set(rows.map(({ note }) => note))).toEqual(new Set(['Tie-Out is switched off.']));
		expect(figures(report({ tied: false }))).toEqual(ROWS);
	});
});

describe('a missing rate', () => {
	it('is never 1: what it cost is not known, and stands among what is not in the API', () => {
		const moved = movements.map((one) => (one.id === 'bt-095-09-05' ? { ...one, base: undefined } : one));
		const rows = report({ moved });
		expect(picked(ofType(rows, 'row').slice(0, 1), 'foreign', 'baseCost', 'revalued', 'cumulativeGain', 'rateMissing')).toEqual([
			[450, null, 750, null, true],
		]);
		expect(picked(ofType(rows, 'notInApi'), 'accountCode', 'reason', 'documentId', 'date', 'outstanding', 'currency')).toEqual([
			['095', 'rateMissing', 'bt-095-09-05', '2026-09-05', 1000, 'USD'],
		]);
		expect(checks(rows).find(([check]) => check === 'bankRevaluation')?.[4]).toBe('notChecked');
		expect(picked(ofType(rows, 'total').slice(0, 1), 'periodGain')).toEqual([[null]]);
	});

	it('of a document leaves its unrealised and realised gain unknown', () => {
		const records = {
			...RECORDS,
			Invoices: RECORDS.Invoices!.map(({ CurrencyRate, ...one }) =>
				one.InvoiceID === 'INV-U2' ? one : { ...one, CurrencyRate },
			) as IDataObject[],
		};
		const rows = report({ records });
		expect(picked(ofType(rows, 'row').slice(2, 3), 'number', 'baseCost', 'revalued', 'periodGain')).toEqual([
			['INV-U2', null, 333.33, null],
		]);
		expect(picked(ofType(rows, 'notInApi'), 'reason', 'number')).toEqual([
			['rateMissing', 'INV-U2'],
			['rateMissing', 'INV-U2'],
		]);
		expect(
			checks(rows)
				.slice(-2)
				.map(([check, , , , status]) => [check, status]),
		).toEqual([
			['unrealised', 'notChecked'],
			['realised', 'notChecked'],
		]);
	});
});

describe('Currencies with other decimals', () => {
	const at = (currency: string, rate: string, decimals: number, baseDecimals: number) => ({
		...{ currency, decimals, baseDecimals },
		rates: {
			byCurrency: new Map([[currency, { currency, rate: decimalOf(rate)!, source: 'given', quality: 'exact' } as const]]),
			missing: [],
		},
	});

	it('are worth what their own units are: dinars of a thousand fils, and yen as the base currency', () => {
		// 1.234 BHD ÷ 0.215 = 5.7395; USD 10.05 ÷ 0.0067 = 1500; USD −0.01 ÷ 0.0067 = −1.49.
		const gains = [
			valued({ foreign: 1234n, cost: 570n }, at('BHD', '0.215', 3, 2)),
			valued({ foreign: 1005n, cost: 1490n }, at('USD', '0.0067', 2, 0)),
			valued({ foreign: -1n, cost: 0n }, at('USD', '0.0067', 2, 0)),
		].map(({ revalued, gain }) => [revalued, gain]);
		expect(gains).toEqual([
			[574n, 4n],
			[1500n, 10n],
			[-1n, -1n],
		]);
	});
});
