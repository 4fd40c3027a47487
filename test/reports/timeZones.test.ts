import { DateTime } from 'luxon';
import { ianaZoneOf } from '../../nodes/XeroReports/rows/timeZones';
import { described } from '../xeroDescription';

const named = described('accounting').components.schemas.TimeZone!.enum as string[];

/** Noon of a day without summer time in the north, and of one with it. */
const offsets = (zone: string) =>
	['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z'].map((moment) => DateTime.fromISO(moment, { zone }).offset / 60);

describe('the time zone of an organisation', () => {
	it('is known for each of the 141 names of Xero’s specification, in a zone that luxon has', () => {
		expect(named).toHaveLength(141);
		expect(named.filter((name) => !DateTime.utc().setZone(ianaZoneOf(name)).isValid)).toEqual([]);
	});

	test.each([
		['NEWZEALANDSTANDARDTIME', 'Pacific/Auckland', [13, 12]],
		['AUSEASTERNSTANDARDTIME', 'Australia/Sydney', [11, 10]],
		['EAUSTRALIASTANDARDTIME', 'Australia/Brisbane', [10, 10]],
		['GMTSTANDARDTIME', 'Europe/London', [0, 1]],
		['EASTERNSTANDARDTIME', 'America/New_York', [-5, -4]],
		['PACIFICSTANDARDTIME', 'America/Los_Angeles', [-8, -7]],
		['SINGAPORESTANDARDTIME', 'Asia/Singapore', [8, 8]],
		['SOUTHAFRICASTANDARDTIME', 'Africa/Johannesburg', [2, 2]],
		['INDIASTANDARDTIME', 'Asia/Calcutta', [5.5, 5.5]],
		['NEPALSTANDARDTIME', 'Asia/Katmandu', [5.75, 5.75]],
		['CHATHAMISLANDSSTANDARDTIME', 'Pacific/Chatham', [13.75, 12.75]],
		['LINEISLANDSSTANDARDTIME', 'Pacific/Kiritimati', [14, 14]],
		['UTC11', 'Etc/GMT+11', [-11, -11]],
		['UTC02', 'Etc/GMT+2', [-2, -2]],
		['UTC+13', 'Etc/GMT-13', [13, 13]],
		['DATELINESTANDARDTIME', 'Etc/GMT+12', [-12, -12]],
	])('%s is %s, so many hours from UTC in winter and summer: %j', (name, zone, hours) => {
		expect(ianaZoneOf(name)).toBe(zone);
		expect(offsets(zone)).toEqual(hours);
	});

	test.each(['MARSSTANDARDTIME', '', 'constructor', undefined, null, 12])('%p is not known', (name) => {
		expect(ianaZoneOf(name)).toBeUndefined();
	});

	it('decides which day it is, from 11 hours behind UTC to 14 hours before it', () => {
		const at = (name: string, moment: string) => DateTime.fromISO(moment, { zone: ianaZoneOf(name) }).toISODate();
		expect(at('UTC11', '2026-03-31T10:59:59Z')).toBe('2026-03-30');
		expect(at('UTC11', '2026-03-31T11:00:00Z')).toBe('2026-03-31');
		expect(at('LINEISLANDSSTANDARDTIME', '2026-03-31T09:59:59Z')).toBe('2026-03-31');
		expect(at('LINEISLANDSSTANDARDTIME', '2026-03-31T10:00:00Z')).toBe('2026-04-01');
	});
});
