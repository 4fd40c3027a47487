import { DateTime } from 'luxon';
import { day, moment } from '../../../nodes/XeroProjects/fields/moment';
import type { Field } from '../../../nodes/shared/model/field';

const ZONE = 'Pacific/Auckland';
const sent = (field: Field<string>, value: unknown): unknown => {
	const read = field.read!(value, ZONE);
	return typeof read === 'string' && field.schema.safeParse(read).success ? field.write!(read) : read;
};

test.each([
	['2026-03-31', '2026-03-30T11:00:00Z'],
	['2026-03-31T09:00:00', '2026-03-30T20:00:00Z'],
	['2026-03-31 09:00', '2026-03-30T20:00:00Z'],
	['2026-03-31T09:00:00+02:00', '2026-03-31T07:00:00Z'],
	['2026-03-31T09:00:00.500Z', '2026-03-31T09:00:00Z'],
	[DateTime.fromISO('2026-03-31T09:00:00', { zone: 'Europe/London' }), '2026-03-31T08:00:00Z'],
])('the moment %s goes to Xero as %s', (given, expected) => {
	expect(sent(moment('Date'), given)).toBe(expected);
});

test.each([
	['2026-03-31', '2026-03-31T10:59:59Z'],
	['2026-03-31T00:00:00', '2026-03-31T10:59:59Z'],
	['2026-03-31T00:00:00.000+02:00', '2026-03-31T21:59:59Z'],
	['2026-03-31T00:00:00Z', '2026-03-31T00:00:00Z'],
	['2026-03-31T17:30:00', '2026-03-31T04:30:00Z'],
	[DateTime.fromISO('2026-03-31', { zone: ZONE }), '2026-03-31T10:59:59Z'],
	[DateTime.fromISO('2026-03-31T12:00:00', { zone: ZONE }), '2026-03-30T23:00:00Z'],
])('a day that ends with %s ends at Xero with %s', (given, expected) => {
	expect(sent(day('Deadline', 'end'), given)).toBe(expected);
});

test('a day begins at midnight of the workflow, summer time or not', () => {
	expect(sent(day('Date From', 'beginning'), '2026-03-31')).toBe('2026-03-30T11:00:00Z');
	expect(sent(day('Date From', 'beginning'), '2026-04-30')).toBe('2026-04-29T12:00:00Z');
});

test('an empty box is no date, and a word is refused in words', () => {
	expect(sent(moment('Date'), '')).toBeUndefined();
	expect(sent(day('Deadline', 'end'), '')).toBeUndefined();
	expect(moment('Date').schema.safeParse('tomorrow').error?.issues[0]?.message).toBe(
		'is not a date and time like 2026-03-31T09:00:00Z',
	);
});
