import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import type { ItemList, JournalPlaces, PaySlipEntries } from '../../../nodes/XeroPayroll/builders/journalEntries';
import { paySlipEntries, sharedOut } from '../../../nodes/XeroPayroll/builders/journalEntries';
import { journalRows } from '../../../nodes/XeroPayroll/builders/journalRows';
import { journal as au } from '../../../nodes/XeroPayroll/au/journal';
import { journal as nz } from '../../../nodes/XeroPayroll/nz/journal';
import { journal as uk } from '../../../nodes/XeroPayroll/uk/journal';

/** Every item of every list, each with accounts of its own. */
const ITEMS = ['one', 'two', 'three'];
const itemsOf = ({ places }: JournalPlaces): ReadonlyMap<ItemList, ReadonlyMap<string, IDataObject>> =>
	new Map(
		places.flatMap(({ items }) => {
			if (!items) return [];
			const record = (item: string): IDataObject => ({
				[items.id]: item,
				[items.name]: `${items.path} ${item}`,
				...{ accountID: `${items.path} ${item}`, expenseAccountID: `expense ${item}` },
				...{ expenseAccountId: `expense ${item}`, liabilityAccountId: `liability ${item}`, AccountCode: `code ${item}` },
			});
			return [[items, new Map(ITEMS.map((item) => [item, record(item)]))] as const];
		}),
	);

const ACCOUNTS = [
	...['PAYELIABILITY', 'NICLIABILITY', 'EMPLOYERSNIC', 'WAGESPAYABLE', 'WAGESEXPENSE', 'PAYGLIABILITY'],
	...['SUPERANNUATIONEXPENSE', 'SUPERANNUATIONLIABILITY', 'WAGESPAYABLELIABILITY'],
].map((type) => ({ accountID: type, code: type, type }));

/** A line of any kind, in cents, and with the words by which Xero tells taxes apart. */
const line = fc.record({
	kind: fc.nat(),
	item: fc.constantFrom(...ITEMS),
	cents: fc.integer({ min: 1, max: 2_000_000 }),
	description: fc.constantFrom('PAYE', 'NIC', 'Employee National Insurance', undefined),
});
const employees = fc.array(fc.record({ employee: fc.constantFrom('e1', 'e2', 'e3'), lines: fc.array(line, { maxLength: 12 }) }), {
	minLength: 1,
	maxLength: 6,
});

type Made = ReadonlyArray<{
	readonly employee: string;
	readonly lines: ReadonlyArray<{
		readonly kind: number;
		readonly item: string;
		readonly cents: number;
		readonly description: string | undefined;
	}>;
}>;

/** Payslips with these lines, whose total is what the lines pay. What the employer pays in tax stays below what it is paid out of. */
const paySlipsOf = ({ kinds }: JournalPlaces, made: Made): IDataObject[] =>
	made.map(({ employee, lines }, index) => {
		let cents = 0;
		const payslip: IDataObject & Record<string, IDataObject[]> = {};
		const room = { superannuation: 0 };
		for (const { kind: at, item, cents: given, description } of lines) {
			const { kind, list, itemID, pays = 0 } = kinds[at % kinds.length]!;
			const amount = kind === 'employerTax' && kinds === nz.kinds ? Math.min(given, room.superannuation) : given;
			if (kind === 'superannuation') room.superannuation += amount;
			if (kind === 'employerTax') room.superannuation -= amount;
			cents += pays * amount;
			(payslip[list] ??= []).push({ [itemID ?? 'line']: item, amount: amount / 100, description });
		}
		return { ...payslip, paySlipID: `p${index}`, employeeID: employee, totalPay: cents / 100 };
	});

const entriesOf = (journal: JournalPlaces, made: Made): PaySlipEntries[] => {
	const settings = { items: itemsOf(journal), accounts: ACCOUNTS };
	return paySlipsOf(journal, made).map((payslip) => paySlipEntries(journal, settings, payslip));
};

const rowsOf = (entries: readonly PaySlipEntries[], byEmployee = false): IDataObject[] =>
	journalRows(entries, new Map(), byEmployee).map(({ json }) => json);

const sum = (rows: readonly IDataObject[], side: string): number =>
	rows.reduce((all, row) => all + Math.round(Number(row[side]) * 100), 0);

/** Cents of each account and description on both sides. */
function sums(rows: readonly IDataObject[]): Record<string, number[]> {
	const all: Record<string, number[]> = {};
	for (const { accountID, description, debit, credit } of rows) {
		const key = `${String(accountID)} ${String(description)}`;
		const [debits = 0, credits = 0] = all[key] ?? [];
		all[key] = [debits + Math.round(Number(debit) * 100), credits + Math.round(Number(credit) * 100)];
	}
	return all;
}

describe.each([
	['Australia', au],
	['New Zealand', nz],
	['the United Kingdom', uk],
] as const)('The journal of %s', (_country, journal) => {
	it('has a place for every kind of line that moves money', () => {
		const without = journal.kinds.filter(({ kind }) => !journal.places.some((place) => place.kind === kind));

		expect(without.map(({ kind }) => kind)).toEqual(journal === au ? ['leaveAccrual'] : ['leaveAccrual', 'payment']);
	});

	it('has the same on both sides, whatever the payslips hold', () => {
		fc.assert(
			fc.property(employees, (made) => {
				const entries = entriesOf(journal, made);
				const rows = rowsOf(entries);
				expect(entries.flatMap(({ findings }) => findings)).toEqual([]);
				expect(sum(rows, 'debit')).toBe(sum(rows, 'credit'));
			}),
			{ seed: 20_261_118, numRuns: 150 },
		);
	});

	it('by employee adds up to that of all of them, row by row', () => {
		fc.assert(
			fc.property(employees, (made) => {
				const entries = entriesOf(journal, made);
				expect(sums(rowsOf(entries, true))).toEqual(sums(rowsOf(entries)));
			}),
			{ seed: 20_261_118, numRuns: 150 },
		);
	});

	it('tells of every payslip whose total is another one, by the difference, and of no other', () => {
		fc.assert(
			fc.property(employees, fc.integer({ min: 1, max: 100_000 }), fc.nat(), (made, cents, at) => {
				const payslips = paySlipsOf(journal, made);
				const wrong = at % payslips.length;
				const total = Number(payslips[wrong]!.totalPay);
				payslips[wrong] = { ...payslips[wrong], totalPay: (Math.round(total * 100) + cents) / 100 };
				const settings = { items: itemsOf(journal), accounts: ACCOUNTS };
				const found = payslips.flatMap((payslip) => paySlipEntries(journal, settings, payslip).findings);
				expect(found.map(({ code, value, details }) => [code, value, details])).toEqual([
					['notBalanced', `p${wrong}`, { difference: -cents / 100 }],
				]);
			}),
			{ seed: 20_261_118, numRuns: 150 },
		);
	});
});

describe('Amounts of a journal', () => {
	it('are added in cents: ten times 0.10 and 0.20 leave nothing over', () => {
		const lines = Array.from({ length: 10 }, () => [0.1, 0.2]).flat();
		const payslip = {
			paySlipID: 'p1',
			employeeID: 'e1',
			totalPay: 3,
			earningsLines: lines.map((amount) => ({ earningsRateID: 'one', displayName: 'Tips', amount })),
		};
		const entries = paySlipEntries(nz, { items: itemsOf(nz), accounts: ACCOUNTS }, payslip);

		expect(rowsOf([entries]).map(({ debit, credit }) => [debit, credit])).toEqual([
			[3, 0],
			[0, 3],
		]);
		expect(entries.findings).toEqual([]);
	});

	it('come in the order of the codes as people count, those of accounts without one last', () => {
		const line = (item: string): IDataObject => ({ earningsRateID: item, displayName: item, amount: 1 });
		const payslip = { paySlipID: 'p1', employeeID: 'e1', totalPay: 3, earningsLines: ITEMS.map(line) };
		const entries = paySlipEntries(nz, { items: itemsOf(nz), accounts: ACCOUNTS }, payslip);
		const codes = { 'expense one': '1000', 'expense three': '90', wagespayable: '814' };
		const names = new Map(Object.entries(codes).map(([id, code]) => [id, { code, name: null }] as const));

		expect(journalRows([entries], names, false).map(({ json }) => json.accountCode)).toEqual(['90', '814', '1000', null]);
	});

	it('stay on their side when they are taken back, and those that come to nothing have no row', () => {
		const line = (displayName: string, amount: number): IDataObject => ({ earningsRateID: 'one', displayName, amount });
		const payslip = {
			paySlipID: 'p1',
			employeeID: 'e1',
			totalPay: -20,
			earningsLines: [line('Overpaid', -20), line('Bonus', 50), line('Bonus', -50)],
		};
		const entries = paySlipEntries(nz, { items: itemsOf(nz), accounts: ACCOUNTS }, payslip);

		expect(rowsOf([entries]).map(({ description, debit, credit }) => [description, debit, credit])).toEqual([
			['Overpaid', -20, 0],
			['Net pay', 0, -20],
		]);
	});

	it('of tax that is paid out of several others are shared out by their size, to the cent', () => {
		expect(sharedOut(1000n, [100n, 200n, 0n])).toEqual([100n, 200n, 0n]);
		expect(sharedOut(100n, [100n, 100n, 100n])).toEqual([33n, 33n, 34n]);
		expect(sharedOut(525n, [3000n])).toEqual([525n]);
		expect(sharedOut(5n, [])).toEqual([]);
		expect(sharedOut(5n, [0n])).toEqual([0n]);
	});

	it('of tax that is more than what it is paid out of are told of', () => {
		const payslip = {
			paySlipID: 'p1',
			employeeID: 'e1',
			totalPay: 0,
			superannuationLines: [{ superannuationTypeID: 'one', displayName: 'KiwiSaver', amount: 3 }],
			employerTaxLines: [{ description: 'ESCT', amount: 5 }],
		};
		const { entries, findings } = paySlipEntries(nz, { items: itemsOf(nz), accounts: ACCOUNTS }, payslip);

		expect(entries.map(({ side, description, cents }) => [side, description, cents])).toEqual([
			['debit', 'KiwiSaver, employer', 300n],
			['credit', 'ESCT', 500n],
		]);
		expect(findings.map(({ says, details }) => [says, details])).toEqual([
			['its debits come to less than its credits', { difference: -2 }],
		]);
	});
});
