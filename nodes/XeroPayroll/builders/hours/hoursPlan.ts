import groupBy from 'lodash/groupBy';
import type { Decimal } from '../../../shared/model/decimal';
import { isSame, plus, sumOf } from '../../../shared/model/decimal';

/** What hours are told apart by within a timesheet. */
export interface Place {
	/** `YYYY-MM-DD` */
	readonly day: string;
	/** ID of the earnings rate. */
	readonly rate: string;
	/** ID of the tracking option. */
	readonly tracking?: string | undefined;
}

/** Hours as a row gives them. */
export interface GivenHours extends Place {
	readonly item: number;
	readonly units: Decimal;
}

/** Hours as they are in a timesheet, or are to be. */
export interface HoursLine extends Place {
	/** ID of the line; absent in those that are not there yet. */
	readonly id?: string | undefined;
	readonly units: Decimal;
}

/** What becomes of the lines that a timesheet has: those of the days given are replaced, or all of them, or hours are added to them. */
export type WhenThere = 'replaceDays' | 'replaceAll' | 'add';

export type RowResult = 'created' | 'replaced' | 'added' | 'unchanged' | 'cleared';

/** What is to be done with a timesheet, line by line. */
export interface HoursPlan {
	/** All lines that it has in the end. */
	readonly lines: readonly HoursLine[];
	readonly toCreate: readonly HoursLine[];
	/** With the IDs of their lines. */
	readonly toUpdate: readonly HoursLine[];
	readonly toDelete: readonly HoursLine[];
	/** What becomes of each row, by its item. */
	readonly results: ReadonlyMap<number, RowResult>;
	/** Hours of the whole timesheet in the end. */
	readonly total: Decimal;
}

/** The same for hours of the same place. */
export const keyOf = ({ day, rate, tracking = '' }: Place): string => [day, rate.toLowerCase(), tracking.toLowerCase()].join(' ');

export const unitsOf = (hours: ReadonlyArray<{ readonly units: Decimal }>): Decimal => sumOf(hours.map(({ units }) => units));

const isNone = ({ units }: HoursLine): boolean => units.digits === 0n;

/**
 * What is to be done so that a timesheet has the hours given. Rows of the same day, rate and tracking option are added up; hours of 0
 * make no line, and take away what is there where its day is replaced.
 * @param there lines of the timesheet as it is; none for a new one
 */
export function planHours(there: readonly HoursLine[], given: readonly GivenHours[], whenThere: WhenThere): HoursPlan {
	const days = new Set(given.map(({ day }) => day));
	const isReplaced = ({ day }: HoursLine): boolean =>
		whenThere === 'replaceAll' || (whenThere === 'replaceDays' && days.has(day));
	const open = groupBy(there, keyOf);
	const kept: HoursLine[] = there.filter((line) => !isReplaced(line));
	const toCreate: HoursLine[] = [];
	const toUpdate: HoursLine[] = [];
	const results = new Map<number, RowResult>();
	const used = new Set<HoursLine>();

	for (const rows of Object.values(groupBy(given, keyOf))) {
		const { day, rate, tracking } = rows[0]!;
		const [before, ...doubles] = open[keyOf(rows[0]!)] ?? [];
		const sum = unitsOf(rows);
		const wanted: HoursLine = {
			...(before?.id === undefined ? {} : { id: before.id }),
			day,
			rate,
			...(tracking === undefined ? {} : { tracking }),
			units: before && whenThere === 'add' ? plus(before.units, sum) : sum,
		};
		const result = resultOf(
			wanted,
			// A second line of the same place is taken away where its day is replaced: that is a change as well.
			doubles.some(isReplaced) ? undefined : before,
			there.some((line) => line.day === day),
			whenThere,
		);
		for (const { item } of rows) results.set(item, result);
		if (before && !isNone(wanted)) {
			used.add(before);
			if (!isSame(before.units, wanted.units)) toUpdate.push(wanted);
		}
		if (!before && !isNone(wanted)) toCreate.push(wanted);
	}

	const toDelete = there.filter((line) => isReplaced(line) && !used.has(line));
	const changed = new Map(toUpdate.map((line) => [keyOf(line), line]));
	const stays = there
		.filter((line) => kept.includes(line) || used.has(line))
		.map((line) => (used.has(line) ? (changed.get(keyOf(line)) ?? line) : line));
	const lines = [...stays, ...toCreate];
	return { lines, toCreate, toUpdate, toDelete, results, total: unitsOf(lines) };
}

function resultOf(wanted: HoursLine, before: HoursLine | undefined, hadDay: boolean, whenThere: WhenThere): RowResult {
	if (before && isSame(before.units, wanted.units)) return 'unchanged';
	if (whenThere === 'add') return before ? 'added' : isNone(wanted) ? 'unchanged' : 'created';
	if (isNone(wanted)) return hadDay ? 'cleared' : 'unchanged';
	return hadDay ? 'replaced' : 'created';
}
