import type { RateSources } from '../../../nodes/XeroReports/folds/asOfRates';
import { asOfRates } from '../../../nodes/XeroReports/folds/asOfRates';
import { controlTie } from '../../../nodes/XeroReports/folds/agedChecks';
import type { ControlAccount, UnrealisedGains } from '../../../nodes/XeroReports/folds/agedChecks';
import { outstandingAt } from '../../../nodes/XeroReports/folds/outstanding';
import { plausibleRates } from '../../../nodes/XeroReports/folds/plausibleRates';
import { asNumber, rounded } from '../../../nodes/shared/model/decimal';
import type { Document } from '../../../nodes/XeroReports/facts/documents';
import { creditNote, invoice, picked, prepayment, rate } from './records';
import { report } from './w1';

const contact = 'Alder Ltd';
const home = invoice({ number: 'INV-1', contact, date: '10-01', total: 100, open: 100 });
const usd = invoice({ number: 'INV-U2', contact, date: '10-12', total: 200, open: 200, currency: 'USD', rate: 0.61 });
const usdCredit = creditNote({ number: 'CN-U', contact, date: '10-28', total: 50, open: 50, currency: 'USD', rate: 0.62 });
const eur = invoice({ number: 'INV-E', contact, date: '10-14', total: 150, open: 150, currency: 'EUR', rate: 0.55 });
const jpy = invoice({ number: 'INV-J', contact, date: '10-03', total: 88000, open: 88000, currency: 'JPY', rate: 88 });

const asOf = '2026-10-31';
const open = (documents: readonly Document[]) => outstandingAt({ documents }, asOf, 'receivable');
function found(documents: readonly Document[], sources: Partial<RateSources> = {}) {
	const { byCurrency, missing } = asOfRates(open(documents), { asOf, baseDecimals: 2, controlBalance: null, ...sources });
	return {
		rates: [...byCurrency.values()].map(({ currency, rate: value, source, quality }) => [
			currency,
			asNumber(rounded(value, 6)),
			source,
			quality,
		]),
		missing,
	};
}

describe('the rate of a day', () => {
	it('is what the control account comes to beyond its documents in base currency', () => {
		// 100.00 + 200.00 / 0.60 - 50.00 / 0.60
		expect(found([home, usd, usdCredit], { controlBalance: 35_000n })).toEqual({
			rates: [['USD', 0.6, 'controlAccount', 'exact']],
			missing: [],
		});
	});

	it('is missing where there is nothing to imply it', () => {
		expect(found([home, usd])).toEqual({ rates: [], missing: ['USD'] });
		expect(found([usd, eur], { controlBalance: 60_000n })).toEqual({ rates: [], missing: ['EUR', 'USD'] });
		expect(found([home, usd], { controlBalance: 10_000n })).toEqual({ rates: [], missing: ['USD'] });
		expect(found([home, usd], { controlBalance: 5_000n })).toEqual({ rates: [], missing: ['USD'] });
		expect(found([home])).toEqual({ rates: [], missing: [] });
	});

	it.each<[string, bigint, readonly string[], readonly string[]]>([
		['a third more than the documents’', 34_600n, ['USD'], []],
		['just twice as much', 26_394n, ['USD'], []],
		['more than twice as much', 25_000n, [], ['USD']],
		['less than half', 80_000n, [], ['USD']],
	])('is kept where its documents can have it: %s', (_, controlBalance, kept, missing) => {
		// USD 200.00 at 0.61 are 327.87; beyond 100.00 the account has 246.00, 163.94, 150.00, 700.00.
		const all = open([home, usd]);
		const rates = plausibleRates(asOfRates(all, { asOf, baseDecimals: 2, controlBalance }), all);
		expect([[...rates.byCurrency.keys()], rates.missing]).toEqual([kept, missing]);
	});

	it('is coarse where less than 100 units of the base currency imply it', () => {
		const small = invoice({ number: 'INV-S', contact, date: '10-12', total: 20, open: 20, currency: 'USD', rate: 0.61 });
		expect(found([small], { controlBalance: 3_333n }).rates).toEqual([['USD', 0.60006, 'controlAccount', 'coarse']]);
	});

	it('is that of the bank account of the currency with the largest balance, overdrawn or not', () => {
		const banks = [
			{ currency: 'USD', foreign: 1_000n, base: 1_700n },
			{ currency: 'USD', foreign: -45_000n, base: -75_000n },
			{ currency: 'EUR', foreign: 90_000n, base: 100_000n },
		];
		expect(found([home, usd], { banks, controlBalance: 40_000n }).rates).toEqual([['USD', 0.6, 'bankAccount', 'exact']]);
	});

	it('is what the control account leaves beyond the currencies that bank accounts give, not beyond rates that are given', () => {
		// 100.00 + 200.00 / 0.60 + 150.00 / 0.50
		const banks = [{ currency: 'USD', foreign: 45_000n, base: 75_000n }];
		expect(found([home, usd, eur], { banks, controlBalance: 73_333n })).toEqual({
			rates: [
				['USD', 0.6, 'bankAccount', 'exact'],
				['EUR', 0.5, 'controlAccount', 'exact'],
			],
			missing: [],
		});
		const given = [{ currency: 'USD', rate: rate(0.6) }];
		expect(found([home, usd, eur], { given, controlBalance: 73_333n }).missing).toEqual(['EUR']);
	});

	it('has as many units as a currency without decimals has', () => {
		const banks = [{ currency: 'JPY', foreign: 9_100_000n, base: 100_000n }];
		expect(found([jpy], { banks }).rates).toEqual([['JPY', 91, 'bankAccount', 'exact']]);
		expect(found([jpy], { controlBalance: 96_703n }).rates).toEqual([['JPY', 91.000279, 'controlAccount', 'exact']]);
	});

	it('is before all the one that is given for the day, or the latest one before it', () => {
		const given = [
			{ currency: 'USD', rate: rate(0.62), date: '2026-09-30' },
			{ currency: 'USD', rate: rate(0.6), date: '2026-10-31' },
			{ currency: 'USD', rate: rate(0.5), date: '2026-11-30' },
		];
		const banks = [{ currency: 'USD', foreign: 1_000_000n, base: 1_700_000n }];
		expect(found([usd], { given, banks }).rates).toEqual([['USD', 0.6, 'given', 'exact']]);
		expect(found([usd], { given: given.slice(0, 1) }).rates).toEqual([['USD', 0.62, 'given', 'exact']]);
		expect(found([usd], { given: given.slice(2) })).toEqual({ rates: [], missing: ['USD'] });
		expect(found([usd], { given: [{ currency: 'USD', rate: rate(0.7) }] }).rates).toEqual([['USD', 0.7, 'given', 'exact']]);
	});

	it('is not needed for prepayments, which keep their own', () => {
		const paid = prepayment({ number: 'PP-1', contact, date: '10-01', total: 60, open: 60, currency: 'USD', rate: 0.5 });
		expect(found([home, paid])).toEqual({ rates: [], missing: [] });
		const rows = report({
			records: { documents: [paid] },
			options: { includePrepayments: true },
			given: [{ currency: 'USD', rate: rate(0.6) }],
			balance: 0n,
		});
		expect(picked(rows.slice(1, 2), 'amount', 'baseDocumentRate', 'baseAsOfRate', 'unrealised', 'asOfRate')).toEqual([
			[-120, -120, -120, 0, null],
		]);
	});
});

describe('the tie to the control account', () => {
	const tie = (
		documents: readonly Document[],
		balance: bigint | null,
		unrealised?: UnrealisedGains,
		sources: Partial<RateSources> = {},
	) => {
		const outstanding = open(documents);
		const rates = asOfRates(outstanding, { asOf, baseDecimals: 2, controlBalance: balance, ...sources });
		const account: ControlAccount = { accountId: 'control', balance, unrealised };
		const { check, ours, xeros, status, note } = controlTie(outstanding, {
			side: 'receivable',
			baseDecimals: 2,
			rates,
			account,
			onlySomeContacts: false,
		});
		expect(check).toBe('receivablesTie');
		return [ours, xeros, status, note];
	};
	const CIRCULAR =
		'Circular: the rate of the day comes from this account itself, so that the two agree by construction. Give a rate in Rates.';
	// 200.00 at 0.61 is 327.87, at 0.60 333.33: a gain of 5.46.
	const gain = { balance: -546n, yearStart: '2026-04-01', otherSideIsForeign: false };

	it('is not checked where the rate comes from the account itself', () => {
		expect(tie([home, usd], 43_333n)).toEqual([42_787n, 43_333n, 'notChecked', CIRCULAR]);
	});

	it('is checked without the unrealised gains where these are of this side and year alone', () => {
		expect(tie([home, usd], 43_333n, gain).slice(0, 3)).toEqual([42_787n, 42_787n, 'ties']);
		expect(tie([home, usd], 43_333n, { ...gain, balance: -545n }).slice(0, 3)).toEqual([42_787n, 42_788n, 'rounding']);
	});

	it('is not checked where the unrealised gains may be of something else', () => {
		expect(tie([home, usd], 43_333n, { ...gain, balance: -700n })[2]).toBe('notChecked');
		expect(tie([home, usd], 43_333n, { ...gain, otherSideIsForeign: true })[2]).toBe('notChecked');
	});

	it('is not checked across a year end, where the account of unrealised gains starts at nothing', () => {
		expect(tie([home, usd], 43_333n, { ...gain, yearStart: '2026-10-13' })).toEqual([42_787n, 43_333n, 'notChecked', CIRCULAR]);
		expect(tie([home, usd], 43_333n, { ...gain, yearStart: '2026-10-12' })[2]).toBe('ties');
	});

	it('is checked at the rates of the documents where the trial balance has no revaluation', () => {
		expect(tie([home, usd], 42_787n).slice(0, 3)).toEqual([42_787n, 42_787n, 'ties']);
	});

	it('is checked at a rate that is given or that of a bank account', () => {
		const given = [{ currency: 'USD', rate: rate(0.6) }];
		expect(tie([home, usd], 43_333n, undefined, { given }).slice(0, 3)).toEqual([43_333n, 43_333n, 'ties']);
		expect(tie([home, usd], 43_500n, undefined, { given }).slice(0, 3)).toEqual([43_333n, 43_500n, 'differs']);
		const banks = [{ currency: 'USD', foreign: 45_000n, base: 75_000n }];
		expect(tie([home, usd], 43_334n, undefined, { banks }).slice(0, 3)).toEqual([43_333n, 43_334n, 'rounding']);
	});

	it('has no tolerance where nothing is in another currency', () => {
		expect(tie([home], 10_001n).slice(0, 3)).toEqual([10_000n, 10_001n, 'differs']);
	});

	it('says which rate is missing, and that the trial balance was not read', () => {
		expect(tie([usd, eur], 60_000n)).toEqual([
			60_060n,
			60_000n,
			'notChecked',
			'There is no rate of the day for EUR, USD: give one in Rates.',
		]);
		expect(tie([home], null)).toEqual([10_000n, null, 'notChecked', 'The trial balance was not read.']);
	});
});
