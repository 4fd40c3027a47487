import fc from 'fast-check';
import type { HoursLine, WhenThere } from '../../../nodes/XeroPayroll/builders/hours/hoursPlan';
import { planHours } from '../../../nodes/XeroPayroll/builders/hours/hoursPlan';
import { asNumber, decimalOf } from '../../../nodes/shared/model/decimal';

type Hours = readonly [day: string, rate: string, units: number, tracking?: string];

const lines = (...all: ReadonlyArray<readonly [id: string, ...Hours]>): HoursLine[] =>
	all.map(([id, day, rate, units, tracking]) => ({ id, day, rate, units: decimalOf(units)!, tracking }));
const rows = (...all: readonly Hours[]) =>
	all.map(([day, rate, units, tracking], item) => ({ item, day, rate, units: decimalOf(units)!, tracking }));

const told = (all: readonly HoursLine[]): string[] =>
	all.map(({ id = 'new', day, rate, units, tracking }) => [id, day, rate, asNumber(units), tracking ?? ''].join(' ').trim());

const plan = (there: readonly HoursLine[], given: ReturnType<typeof rows>, whenThere: WhenThere = 'replaceDays') => {
	const { toCreate, toUpdate, toDelete, results, total } = planHours(there, given, whenThere);
	return {
		create: told(toCreate),
		update: told(toUpdate),
		delete: told(toDelete).map((line) => line.split(' ')[0]),
		results: given.map(({ item }) => results.get(item)),
		total: asNumber(total),
	};
};

const [MON, TUE, WED, THU] = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'] as const;

describe('Hours from rows', () => {
	it('of the same day, rate and tracking option are added up, exactly', () => {
		expect(plan([], rows([MON, 'f1', 7.6], [TUE, 'f1', 3], [TUE, 'f1', 4.6], [WED, 'f2', 2]))).toEqual({
			create: [`new ${MON} f1 7.6`, `new ${TUE} f1 7.6`, `new ${WED} f2 2`],
			update: [],
			delete: [],
			results: ['created', 'created', 'created', 'created'],
			total: 17.2,
		});
	});

	it('change only the lines that differ, and take away those of a day with no hours', () => {
		const there = lines(['b3', MON, 'f3', 8], ['b4', TUE, 'f3', 8], ['b5', WED, 'f3', 4]);

		expect(plan(there, rows([MON, 'f3', 8], [TUE, 'f3', 6], [WED, 'f3', 0], [THU, 'f3', 5]))).toEqual({
			create: [`new ${THU} f3 5`],
			update: [`b4 ${TUE} f3 6`],
			delete: ['b5'],
			results: ['unchanged', 'replaced', 'cleared', 'created'],
			total: 19,
		});
	});

	it('replace every line of their days, whatever its rate, and leave other days alone', () => {
		const there = lines(['b1', MON, 'f1', 8], ['b2', TUE, 'f1', 8], ['b3', TUE, 'f2', 4]);

		expect(plan(there, rows([TUE, 'f1', 6.5], [TUE, 'f1', 1.5, 'a9']))).toEqual({
			create: [`new ${TUE} f1 1.5 a9`],
			update: [`b2 ${TUE} f1 6.5`],
			delete: ['b3'],
			results: ['replaced', 'replaced'],
			total: 16,
		});
	});

	it('can replace all lines there are', () => {
		const there = lines(['b1', MON, 'f1', 8], ['b2', TUE, 'f1', 8]);

		expect(plan(there, rows([TUE, 'f1', 8]), 'replaceAll')).toEqual({
			create: [],
			update: [],
			delete: ['b1'],
			results: ['unchanged'],
			total: 8,
		});
	});

	it('can be added to what is there', () => {
		const there = lines(['b1', MON, 'f1', 7.9], ['b2', TUE, 'f1', 8]);

		expect(plan(there, rows([MON, 'F1', 0.1], [WED, 'f1', 2], [TUE, 'f1', 0], [THU, 'f1', 0]), 'add')).toEqual({
			create: [`new ${WED} f1 2`],
			update: [`b1 ${MON} F1 8`],
			delete: [],
			results: ['added', 'created', 'unchanged', 'unchanged'],
			total: 18,
		});
	});

	it('leave one line of a day, rate and tracking option, where there were two', () => {
		const there = lines(['b1', MON, 'f1', 3], ['b2', MON, 'f1', 5]);

		expect(plan(there, rows([MON, 'f1', 8]))).toEqual({
			create: [],
			update: [`b1 ${MON} f1 8`],
			delete: ['b2'],
			results: ['replaced'],
			total: 8,
		});
		// The hours of the first line stay, those of the second go.
		expect(plan(there, rows([MON, 'f1', 3]))).toEqual({
			create: [],
			update: [],
			delete: ['b2'],
			results: ['replaced'],
			total: 3,
		});
	});

	it('that are given twice change nothing the second time, unless they are added', () => {
		const day = fc.constantFrom(MON, TUE, WED);
		const hours = fc.tuple(
			day,
			fc.constantFrom('f1', 'f2'),
			fc.integer({ min: 0, max: 2400 }).map((units) => units / 100),
		);
		const mode = fc.constantFrom<WhenThere>('replaceDays', 'replaceAll');
		fc.assert(
			fc.property(fc.array(hours), fc.array(hours, { minLength: 1 }), mode, (before, given, whenThere) => {
				const there = lines(...before.map(([d, rate, units], at) => [`b${at}`, d, rate, units] as const));
				const first = planHours(there, rows(...given), whenThere);
				const again = planHours(
					first.lines.map((line, at) => ({ ...line, id: line.id ?? `n${at}` })),
					rows(...given),
					whenThere,
				);

				expect([again.toCreate, again.toUpdate, again.toDelete]).toEqual([[], [], []]);
				expect(asNumber(again.total)).toBe(asNumber(first.total));
			}),
		);
	});
});
