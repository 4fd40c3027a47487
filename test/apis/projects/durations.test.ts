import { projects } from '../../../nodes/XeroProjects/projects';
import fc from 'fast-check';
import { Duration } from 'luxon';
import { clockTime, duration, minutesOf } from '../../../nodes/XeroProjects/fields/duration';
import { byId } from '../../examples/example';
import { acting } from '../act';
import { ENTRY, PROJECT, TASK, USER } from '../../examples/projects';

const act = acting(projects);

const minutes = fc.integer({ min: 0, max: 59_940 });

test.each([
	['90', 90],
	[90, 90],
	['1:30', 90],
	['01:30', 90],
	['1:30:00', 90],
	['0:05', 5],
	['1h 30m', 90],
	['1h30', 90],
	['2 hours', 120],
	['1 hr 5 mins', 65],
	['45 minutes', 45],
	['1.5h', 90],
	['1.1 h', 66],
	['PT1H30M', 90],
	[' 15 ', 15],
	[Duration.fromObject({ hours: 2, minutes: 15 }), 135],
])('%p is %i minutes', (written, expected) => {
	expect(minutesOf(written)).toBe(expected);
});

test.each([
	['8.00', 'For hours give 8 h, for minutes 8 min'],
	['2.0', 'For hours give 2 h, for minutes 2 min'],
	['1.5', 'For hours give 1.5 h'],
	['.25', 'For hours give 0.25 h'],
])('D4: %p may be hours, as time trackers export them, and is refused', (written, todo) => {
	const field = duration('Duration', { min: 1 });
	expect(field.schema.safeParse(minutesOf(written)).success).toBe(false);
	expect(field.advice?.(written)).toBe(todo);
});

test('every number of minutes is read back from the way it is shown', () => {
	fc.assert(fc.property(minutes, (given) => minutesOf(clockTime(given)) === given));
});

test('every number of minutes is the same in all ways of writing it', () => {
	fc.assert(
		fc.property(minutes, (given) => {
			const [hours, rest] = [Math.floor(given / 60), given % 60];
			const ways = [
				String(given),
				given,
				`${hours}h ${rest}m`,
				`${hours} hours ${rest} minutes`,
				`${hours}:${String(rest).padStart(2, '0')}:00`,
				`PT${hours}H${rest}M`,
			];
			return ways.every((way) => minutesOf(way) === given);
		}),
	);
});

test('no text becomes anything but a number, nothing, or itself for the check to refuse', () => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			const read = minutesOf(text);
			return read === undefined || read === text || (typeof read === 'number' && Number.isFinite(read));
		}),
	);
});

describe('the check', () => {
	const { schema, read } = duration('Duration', { min: 1, max: 59_940 });
	const says = (value: unknown): string | undefined =>
		schema.safeParse(read!(value, 'utc')).error?.issues.map(({ message }) => message)[0];

	test.each(['soon', '1:75', '-1:30', '1,5h', '90.5', '1:30:10', '0.01h', {}, true])('takes no %p', (value) => {
		expect(says(value)).toBe('is not whole minutes, such as 90, 1:30 or 1h 30m');
	});

	test('takes from one minute to the longest that Xero takes', () => {
		expect([says(1), says('999h')]).toEqual([undefined, undefined]);
		expect(says('0:00')).toBe('must be at least 1 minute');
		expect(says('999:01')).toBe('can be at most 999 hours');
	});
});

test('a row with a duration that cannot be read stops the run before anything is logged, and names its item', async () => {
	const row = { projectId: byId(PROJECT), taskId: byId(TASK), userId: byId(USER), dateUtc: '2026-03-31' };
	const { calls, error } = await act(
		'timeEntry.create',
		[{ ...row, duration: '1:30' }, { ...row, duration: 'half a day' }, row],
		() => ({ body: { timeEntryId: ENTRY } }),
	);
	expect(error).toContain(': is not whole minutes, such as 90, 1:30 or 1h 30m');
	expect(calls).toEqual([]);
});
