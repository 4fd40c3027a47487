import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { isFarOff, twiceMedian } from '../../../nodes/XeroReports/folds/closeChecks/currencyRates';
import { plainNumber } from '../../../nodes/XeroReports/folds/closeChecks/duplicateBills';
import type { Decimal } from '../../../nodes/shared/model/decimal';
import { closeOf } from './closeOf';
import { BALANCES_A, SET_A } from './exampleRecords';

const RUNS = { seed: 42, numRuns: 60 };

/** A bill of October as Xero lists it. */
const bill = (id: number, who: string, number: string, day: number, Total: number, Status: string): IDataObject => ({
	InvoiceID: `bill-${id}`,
	Type: 'ACCPAY',
	InvoiceNumber: number,
	Status,
	...{ Total, AmountDue: Status === 'PAID' ? 0 : Total, CurrencyCode: 'NZD' },
	Contact: { ContactID: who, Name: who },
	Date: `2026-10-${String(day).padStart(2, '0')}T00:00:00`,
});

const bills = fc
	.array(
		fc.tuple(
			fc.constantFrom('Depot Ltd', 'Elm Power'),
			fc.constantFrom('', '7', '007', ' 7 a', '7A', 'b-1', 'B-1', 'B-01'),
			fc.integer({ min: 1, max: 31 }),
			fc.constantFrom(0, 50, 80, 80.5),
			fc.constantFrom('AUTHORISED', 'PAID', 'SUBMITTED', 'VOIDED', 'DRAFT'),
		),
		{ maxLength: 14 },
	)
	.map((all) => all.map((one, index) => bill(index, ...one)));

const duplicatesOf = async (Invoices: readonly IDataObject[], duplicateDays = 7): Promise<IDataObject[]> => {
	const rows = await closeOf({ lists: { Invoices }, checks: ['duplicateBills'], options: { duplicateDays } });
	return rows.filter(({ level }) => level === 'finding');
};
const groups = (rows: readonly IDataObject[]): string[] => rows.map(({ documentIds }) => (documentIds as string[]).join()).sort();

describe('possible duplicates', () => {
	test('are the same in whatever order Xero lists the bills', async () => {
		await fc.assert(
			fc.asyncProperty(bills, fc.infiniteStream(fc.double({ noNaN: true })), async (all, chances) => {
				const shuffled = all
					.map((one) => [chances.next().value as number, one] as const)
					.sort(([a], [b]) => a - b)
					.map(([, one]) => one);
				expect(groups(await duplicatesOf(shuffled))).toEqual(groups(await duplicatesOf(all)));
			}),
			RUNS,
		);
	});

	test('are every two that have a supplier and a number in common, or a supplier, a total and so few days between them', async () => {
		await fc.assert(
			fc.asyncProperty(bills, fc.integer({ min: 0, max: 31 }), async (all, days) => {
				const found = (await duplicatesOf(all, days)).map(({ documentIds }) => documentIds as string[]);
				const together = (a: IDataObject, b: IDataObject): boolean =>
					found.some((group) => group.includes(String(a.InvoiceID)) && group.includes(String(b.InvoiceID)));
				const counted = all.filter(({ Status }) => ['AUTHORISED', 'PAID', 'SUBMITTED'].includes(String(Status)));
				const who = ({ Contact }: IDataObject): unknown => (Contact as IDataObject).ContactID;
				const on = ({ Date: date }: IDataObject): number => Number(String(date).slice(8, 10));
				for (const a of counted)
					for (const b of counted) {
						if (a === b || who(a) !== who(b)) continue;
						const number = plainNumber(String(a.InvoiceNumber));
						const sameNumber = number !== '' && number === plainNumber(String(b.InvoiceNumber));
						const sameTotal = a.Total === b.Total && a.Total !== 0 && Math.abs(on(a) - on(b)) <= days;
						if (sameNumber || sameTotal)
							expect([a.InvoiceID, b.InvoiceID, together(a, b)]).toEqual([a.InvoiceID, b.InvoiceID, true]);
					}
				const known = new Set(counted.map(({ InvoiceID }) => InvoiceID));
				for (const group of found) expect(group.filter((id) => !known.has(id))).toEqual([]);
			}),
			RUNS,
		);
	});

	test('grow with the days they may be apart', async () => {
		await fc.assert(
			fc.asyncProperty(bills, fc.integer({ min: 0, max: 20 }), async (all, days) => {
				const inSome = async (within: number): Promise<Set<string>> =>
					new Set((await duplicatesOf(all, within)).flatMap(({ documentIds }) => documentIds as string[]));
				const [few, many] = [await inSome(days), await inSome(days + 5)];
				expect([...few].filter((id) => !many.has(id))).toEqual([]);
			}),
			RUNS,
		);
	});
});

describe('a number of a bill', () => {
	test.each([
		['00 123', '123'],
		['ab -7', 'AB-7'],
		['AB-07', 'AB-07'],
		[' d-3 ', 'D-3'],
		['000', ''],
		['', ''],
		['\u00a0I\u200bNV 1', 'INV1'],
	])('%j is compared as %j', (number, plain) => {
		expect(plainNumber(number)).toBe(plain);
	});

	test('that is plain stays as it is', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (number) => {
				expect(plainNumber(plainNumber(number))).toBe(plainNumber(number));
			}),
			RUNS,
		);
	});
});

describe('a rate', () => {
	const rate = (text: string): Decimal => {
		const [whole = '', fraction = ''] = text.split('.');
		return { digits: BigInt(whole + fraction), decimals: fraction.length };
	};

	test.each<[string, string[], boolean]>([
		['0.66', ['0.60'], false],
		['0.660001', ['0.60'], true],
		['0.54', ['0.60'], false],
		['0.539999', ['0.60'], true],
		['0.70', ['0.62', '0.62'], true],
		['0.62', ['0.62', '0.70'], false],
		['0.60', ['0.66'], false],
		['91', ['88', '100'], false],
		['1', ['0.60', '0.61', '0.62', '1.64'], true],
	])('of %s beside %j is more than 10 %% off: %s', (one, others, isOff) => {
		expect(isFarOff(rate(one), twiceMedian(others.map(rate))!)).toBe(isOff);
	});

	test('beside the same rate is never off, however many there are', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 9 }), (digits, count) => {
				const one: Decimal = { digits: BigInt(digits), decimals: 6 };
				expect(isFarOff(one, twiceMedian(Array.from({ length: count }, () => one))!)).toBe(false);
			}),
			RUNS,
		);
		expect(twiceMedian([])).toBeUndefined();
	});
});

test('all rows are the same in whatever order Xero sends its lists', async () => {
	const reversed = Object.fromEntries(Object.entries(SET_A).map(([list, records]) => [list, [...records].reverse()]));
	expect(await closeOf({ lists: reversed, balances: BALANCES_A })).toEqual(await closeOf({ lists: SET_A, balances: BALANCES_A }));
});

describe('a threshold', () => {
	const found = async (check: 'old' | 'missingAttachments', options: object): Promise<unknown[]> =>
		(await closeOf({ lists: SET_A, checks: [check], options }))
			.filter(({ level }) => level === 'finding')
			.map(({ documentIds }) => (documentIds as string[])[0]);

	test('of days leaves out what is exactly so old', async () => {
		expect(await found('old', { oldDays: 89 })).toEqual(['INV-1', 'INV-2', 'INV-3', 'E-6']);
		expect(await found('old', { oldDays: 90 })).toEqual(['INV-1', 'INV-3', 'E-6']);
		expect(await found('old', { oldDays: 152 })).toEqual([]);
		expect(await found('old', { oldDays: 151 })).toEqual(['E-6']);
	});

	test('of an amount has what is exactly so much', async () => {
		expect(await found('missingAttachments', { attachmentFrom: 5001n })).toEqual(['ST-1']);
		expect(await found('missingAttachments', { attachmentFrom: 11500n })).toEqual(['ST-1']);
		expect(await found('missingAttachments', { attachmentFrom: 11501n })).toEqual([]);
		expect((await found('missingAttachments', { attachmentFrom: 4999n })).sort()).toEqual(['E-1', 'E-2', 'G-1', 'ST-1', 'ST-2']);
	});
});
