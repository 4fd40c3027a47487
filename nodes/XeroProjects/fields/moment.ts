import { DateTime } from 'luxon';
import { utcInstant } from '../../shared/inputs/dates';
import type { Words } from '../../shared/inputs/scalars';
import { instant } from '../../shared/inputs/scalars';
import type { Field } from '../../shared/model/field';

/** A day alone, as rows have it, or the midnight that n8n's date picker and `$today` make of one. Midnight by Xero's Z is a moment. */
const DAY = /^(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?([+-]\d{2}:?\d{2})?$/;

function lastSecond(value: unknown): unknown {
	if (DateTime.isDateTime(value)) return Number(value) === Number(value.startOf('day')) ? value.endOf('day') : value;
	// As new Date('2026-03-31') makes it; see calendarDate.
	if (value instanceof Date && value.getTime() % 86_400_000 === 0) return `${value.toISOString().slice(0, 10)}T23:59:59`;
	const [, day, offset = ''] = (typeof value === 'string' && DAY.exec(value.trim())) || [];
	return day === undefined ? value : `${day}T23:59:59${offset}`;
}

/** A moment, sent in UTC with Z. A text without a zone counts in the workflow's; a day alone is its beginning. */
export const moment = (name: string, more: Words = {}): Field<string> => ({
	...instant(name, more),
	write: (value) => `${value}Z`,
});

/** A day that is picked without a time and sent as a moment: its beginning, or its last second, in the workflow's zone. */
export const day = (name: string, at: 'beginning' | 'end', more: Words = {}): Field<string> => {
	const field = moment(name, more);
	return {
		...field,
		ui: { ...field.ui, typeOptions: { dateOnly: true } },
		read: (value, zone) => (value === '' ? undefined : utcInstant(at === 'end' ? lastSecond(value) : value, zone)),
	};
};
