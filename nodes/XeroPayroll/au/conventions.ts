import type { Conventions } from '../../shared/model/operation';
import type { PayrollCountry } from '../builders/otherCountry';
import { payrollConventions, payrollV1Conventions } from '../builders/conventions';

/** As `Conventions.country` and sentences have it. */
export const AUSTRALIA: PayrollCountry = { code: 'AU', name: 'Australia' };

/** Version 1.0, but for how its refusals are read: that takes the table. */
const { calendarDates: daysOfV1 } = payrollV1Conventions(AUSTRALIA, () => []);
const { calendarDates: daysOfV2, moments, isRefusal } = payrollConventions(AUSTRALIA, [], () => []);

/** What hours from rows are written by, among the timesheets of version 2.0: the days and the writing of version 1.0. */
export const CONVENTIONS_V1: Partial<Conventions> = { calendarDates: daysOfV1, writesMsDates: true };

/** What version 2.0 does otherwise. It goes with employees, calendars and pay items of version 1.0, which keep their own days. */
export const CONVENTIONS_V2: Partial<Conventions> = {
	calendarDates: new Set([...daysOfV1, ...daysOfV2]),
	writesMsDates: false,
	...(moments ? { moments } : {}),
	...(isRefusal ? { isRefusal } : {}),
};
