import { Duration } from 'luxon';
import { z } from 'zod';
import type { Words } from '../../shared/inputs/scalars';
import { fieldUi } from '../../shared/inputs/scalars';
import type { Field } from '../../shared/model/field';

const CLOCK = /^(\d+):([0-5]\d)(?::([0-5]\d))?$/;
const UNITS = /^(?:(\d+(?:\.\d+)?)\s*h(?:(?:ou)?rs?)?)?\s*(?:(\d+)\s*(?:m|mins?|minutes?)?)?$/i;
const SAYS = 'is not whole minutes, such as 90, 1:30 or 1h 30m';

/** Decimal hours may miss a whole minute by a hair: 1.1 hours are 66 minutes. */
const tidy = (minutes: number): number => Math.round(minutes * 1e6) / 1e6;

/**
 * A duration as people and time trackers write it → minutes: 90, `90`, `1:30`, `1:30:00`, `1h 30m`, `1.5 hours`, `PT1H30M`,
 * or luxon's Duration. Time trackers export hours as `8.00`: a number with decimals is none of these, as it might be taken for minutes.
 * What is none of these is handed on as it is, for the field's check to refuse.
 */
export function minutesOf(value: unknown): unknown {
	if (Duration.isDuration(value)) return tidy(value.as('minutes'));
	if (typeof value !== 'string') return value;
	const text = value.trim();
	if (text === '') return undefined;
	if (/^\d+$/.test(text)) return Number(text);
	const [, hours, minutes, seconds = '0'] = CLOCK.exec(text) ?? [];
	if (hours !== undefined) return Number(hours) * 60 + Number(minutes) + Number(seconds) / 60;
	const [, inHours = '0', inMinutes = '0'] = UNITS.exec(text) ?? [];
	if (UNITS.test(text)) return tidy(Number(inHours) * 60 + Number(inMinutes));
	const iso = /^P/i.test(text) ? Duration.fromISO(text) : undefined;
	return iso?.isValid ? tidy(iso.as('minutes')) : value;
}

/** What to give instead of a number that may be hours as well as minutes. */
function advice(value: unknown): string | undefined {
	const number = /^\s*\d*\.\d+\s*$/.test(String(value)) ? Number(value) : undefined;
	if (number === undefined) return undefined;
	return `For hours give ${number} h${Number.isInteger(number) ? `, for minutes ${number} min` : ''}`;
}

/** 90 → `1:30`, as Xero's screens show time. */
export const clockTime = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** An amount of time, sent in whole minutes; `min` and `max` in minutes. */
export const duration = (name: string, more: Words & { min: number; max?: number }): Field<number> => {
	const { min, max = Number.MAX_SAFE_INTEGER, ...words } = more;
	return {
		ui: fieldUi(
			name,
			'string',
			{ placeholder: 'e.g. 90, 1:30 or 1h 30m', description: 'Minutes, or hours and minutes', ...words },
			{},
		),
		schema: z
			.number({ invalid_type_error: SAYS })
			.int(SAYS)
			.min(min, `must be at least ${min} minute${min === 1 ? '' : 's'}`)
			.max(max, `can be at most ${Math.floor(max / 60)} hours`),
		read: minutesOf,
		advice,
	};
};
