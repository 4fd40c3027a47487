import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';
import { calendarDate, utcInstant } from '../../nodes/shared/inputs/dates';
import { makeDatesIso, makeDatesIsoAt, withMsDates } from '../../nodes/shared/model/xeroDates';

const CALENDAR = new Set(['Date', 'DueDate', 'PeriodLockDate', 'EndOfYearLockDate']);
const iso = (record: object): unknown => {
	makeDatesIso(record, { calendarDates: CALENDAR });
	return record;
};

describe("Xero's dates", () => {
	it('are days where the calendar counts, moments in UTC elsewhere', () => {
		expect(iso({ Date: '/Date(1772409600000+0000)/', UpdatedDateUTC: '/Date(1772444096000+0000)/' })).toEqual({
			Date: '2026-03-02',
			UpdatedDateUTC: '2026-03-02T09:34:56Z',
		});
	});

	it('keep milliseconds where there are some', () => {
		expect(iso({ UpdatedDateUTC: '/Date(1439434356790)/' })).toEqual({ UpdatedDateUTC: '2015-08-13T02:52:36.790Z' });
	});

	it('are in UTC whatever offset they carry', () => {
		expect(iso({ Date: '/Date(1419937200000+1300)/', UpdatedDateUTC: '/Date(1439434356790-0800)/' })).toEqual({
			Date: '2014-12-30',
			UpdatedDateUTC: '2015-08-13T02:52:36.790Z',
		});
	});

	it('may lie before 1970', () => {
		expect(iso({ Date: '/Date(-86400000)/', DueDate: '/Date(-1)/' })).toEqual({ Date: '1969-12-31', DueDate: '1969-12-31' });
	});

	it('that lock a period and are midnight in the organisation’s zone name its day', () => {
		// Xero's own sample: 30 December 11:00 UTC is 31 December in New Zealand.
		expect(iso({ PeriodLockDate: '/Date(1419937200000+0000)/', EndOfYearLockDate: '/Date(1419984000000+0000)/' })).toEqual({
			PeriodLockDate: '2014-12-31',
			EndOfYearLockDate: '2014-12-31',
		});
	});

	it('come as text as well, without a zone', () => {
		expect(
			iso({
				DateString: '2026-03-02T00:00:00',
				DueDateString: '2026-03-02T13:30:00',
				UpdatedDateUTCString: '2026-03-02T09:34:56.0000000',
			}),
		).toEqual({
			DateString: '2026-03-02',
			DueDateString: '2026-03-02T13:30:00',
			UpdatedDateUTCString: '2026-03-02T09:34:56Z',
		});
	});

	it('are found in lists and records at any depth; everything else stays as it is', () => {
		const record = {
			Payments: [{ Date: '/Date(0)/', Amount: 1.1, Note: 'paid /Date(0)/ twice', Account: null, Open: false }],
			Tags: ['2026-03-02T00:00:00'],
		};

		expect(iso(record)).toEqual({
			Payments: [{ Date: '1970-01-01', Amount: 1.1, Note: 'paid /Date(0)/ twice', Account: null, Open: false }],
			Tags: ['2026-03-02T00:00:00'],
		});
	});

	it('of any day come back as that day, and of any moment as that moment', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: -30_000, max: 60_000 }),
				fc.integer({ min: -9e11, max: 4e12 }),
				fc.constantFrom('', '+0000', '+1300', '-0800'),
				(day, ms, offset) => {
					const record = iso({
						Date: `/Date(${day * 86_400_000}${offset})/`,
						UpdatedDateUTC: `/Date(${ms}${offset})/`,
					}) as Record<string, string>;

					expect(Date.parse(record.Date!)).toBe(day * 86_400_000);
					expect(Date.parse(record.UpdatedDateUTC!)).toBe(ms);
					expect(record.Date).toMatch(/^\d{4}-\d\d-\d\d$/);
				},
			),
		);
	});
});

describe('A calendar date that is given', () => {
	it.each([
		['2026-03-31', '2026-03-31'],
		[' 2026-03-31 ', '2026-03-31'],
		['2026-03-31T00:00:00', '2026-03-31'],
		['2026-03-31 09:30', '2026-03-31'],
		['2026-03-31T00:00:00.000Z', '2026-03-31'],
	])('as text %s keeps its day in every zone', (given, day) => {
		for (const zone of ['UTC', 'Pacific/Auckland', 'America/Los_Angeles', 'Pacific/Kiritimati'])
			expect(calendarDate(given, zone)).toBe(day);
	});

	it('as a Date counts in the zone of the workflow', () => {
		const moment = new Date('2026-03-31T12:30:00Z');

		expect(calendarDate(moment, 'UTC')).toBe('2026-03-31');
		expect(calendarDate(moment, 'Pacific/Auckland')).toBe('2026-04-01');
		expect(calendarDate(new Date('2026-03-31T02:30:00Z'), 'America/Los_Angeles')).toBe('2026-03-30');
	});

	it.each([
		[DateTime.fromISO('2026-03-31T23:30:00', { zone: 'America/Los_Angeles' }), '2026-04-01'],
		[DateTime.fromISO('2026-03-31', { zone: 'utc' }), '2026-03-31'],
		['2026-03-31T23:30:00-08:00', '2026-04-01'],
		['2026-03-31T00:30:00+13:00', '2026-03-31'],
		['2026-03-31T11:00:00Z', '2026-04-01'],
		['2026-03-31T11:00:00+00:00', '2026-04-01'],
		['2026-03-31T00:00:00+00:00', '2026-03-31'],
		['2026-03-31T00:00:01Z', '2026-03-31'],
		['2026-03-15 23:12:45 +1300', '2026-03-15'],
		['2026-03-31 02:00 -10', '2026-04-01'],
	])('as the moment %j is the day that it is in the zone of the workflow, Auckland: %s', (moment, day) => {
		expect(calendarDate(moment, 'Pacific/Auckland')).toBe(day);
	});

	it('is the same day as a text and as a Date object, in every zone', () => {
		fc.assert(
			fc.property(
				fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
				fc.constantFrom('UTC', 'Pacific/Auckland', 'Pacific/Honolulu', 'America/New_York', 'Asia/Kolkata'),
				(moment, zone) => {
					expect(calendarDate(moment.toISOString(), zone)).toBe(calendarDate(moment, zone));
					expect(calendarDate(DateTime.fromJSDate(moment, { zone }), zone)).toBe(
						DateTime.fromJSDate(moment, { zone }).toISODate(),
					);
				},
			),
		);
	});

	it.each([
		'2026',
		'2026-03',
		'12:30',
		'20260331',
		'2026-W14',
		'2026-090',
		'31/03/2026',
		'03/31/2026',
		'2026-02-30',
		'2026-02-30T10:00:00Z',
		'2026-03-31T25:00:00',
		'tomorrow',
		'2026-3-1',
		46_112,
		{},
		true,
	])('as %j is no date, and handed on for the check to refuse', (given) => {
		expect(calendarDate(given, 'UTC')).toBe(given);
	});
});

describe('A moment that is given', () => {
	it.each([
		['2026-03-31T09:00:00Z', '2026-03-31T09:00:00'],
		['2026-03-31T09:00:00+13:00', '2026-03-30T20:00:00'],
		['2026-03-31T09:00:00', '2026-03-30T20:00:00'],
		['2026-03-31', '2026-03-30T11:00:00'],
	])('as %s in Auckland is %s in UTC', (given, utc) => {
		expect(utcInstant(given, 'Pacific/Auckland')).toBe(utc);
	});

	it('as a Date or a DateTime is that moment in any zone', () => {
		const moment = new Date('2026-03-31T09:00:00.900Z');

		expect(utcInstant(moment, 'Pacific/Auckland')).toBe('2026-03-31T09:00:00');
		expect(utcInstant(DateTime.fromJSDate(moment, { zone: 'Asia/Tokyo' }), 'UTC')).toBe('2026-03-31T09:00:00');
	});
});

describe('Days that are sent in Xero’s own writing', () => {
	const DAYS = new Set(['StartDate', 'DateOfBirth']);

	it('are midnight UTC of the day, in groups and rows as well', () => {
		expect(
			withMsDates(
				[{ StartDate: '2026-03-02', Title: '2026-03-02', Periods: [{ StartDate: '1969-12-31', Units: [8, 0] }] }],
				DAYS,
			),
		).toEqual([
			{
				StartDate: '/Date(1772409600000+0000)/',
				Title: '2026-03-02',
				Periods: [{ StartDate: '/Date(-86400000+0000)/', Units: [8, 0] }],
			},
		]);
	});

	it('stay as they are when they are no day, or written so already', () => {
		const body = { StartDate: 'soon', DateOfBirth: '/Date(1772409600000+0000)/' };
		expect(withMsDates(body, DAYS)).toEqual(body);
	});

	it('come back as the day that was sent, whichever it is', () => {
		fc.assert(
			fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
				const StartDate = date.toISOString().slice(0, 10);
				const sent = withMsDates({ StartDate }, DAYS);
				makeDatesIso(sent, { calendarDates: DAYS });
				expect(sent).toEqual({ StartDate });
			}),
		);
	});
});

describe('Dates of a record of which a few fields are read', () => {
	const NAMES = { calendarDates: new Set(['Date', 'NextDate']) };
	const record = (): IDataObject => ({
		Date: '/Date(1774915200000+0000)/',
		DueDateString: '2026-04-30T00:00:00',
		UpdatedDateUTC: '/Date(1774915200000+0000)/',
		Contact: { Name: 'Ada', UpdatedDateUTC: '/Date(1774915200500+0000)/' },
		Schedule: { NextDate: '/Date(1774915200000+0000)/', Ends: [{ Date: '/Date(1774915200000+0000)/' }] },
	});
	const dated = (...places: string[]): IDataObject => {
		const made = record();
		const paths = places.map((place) => place.split('.'));
		makeDatesIsoAt(made, paths, NAMES);
		return made;
	};

	it('are made ISO where they are read, and nowhere else', () => {
		expect(dated('Date', 'Contact.UpdatedDateUTC', 'Schedule.NextDate', 'Missing', 'Date.Inside')).toEqual({
			Date: '2026-03-31',
			DueDateString: '2026-04-30T00:00:00',
			UpdatedDateUTC: '/Date(1774915200000+0000)/',
			Contact: { Name: 'Ada', UpdatedDateUTC: '2026-03-31T00:00:00.500Z' },
			Schedule: { NextDate: '2026-03-31', Ends: [{ Date: '/Date(1774915200000+0000)/' }] },
		});
	});

	it('are made ISO in all of a part that is read whole', () => {
		expect(dated('Schedule').Schedule).toEqual({ NextDate: '2026-03-31', Ends: [{ Date: '2026-03-31' }] });
	});

	it('are all made ISO where the record has none of the fields, since it is given whole then', () => {
		expect(dated('Missing', 'Contact.Missing')).toEqual({
			Date: '2026-03-31',
			DueDateString: '2026-04-30',
			UpdatedDateUTC: '2026-03-31T00:00:00Z',
			Contact: { Name: 'Ada', UpdatedDateUTC: '2026-03-31T00:00:00.500Z' },
			Schedule: { NextDate: '2026-03-31', Ends: [{ Date: '2026-03-31' }] },
		});
	});
});
