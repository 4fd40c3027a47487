import type { Conventions } from '../../shared/model/operation';
import { payrollConventions, payrollV1Conventions } from '../builders/conventions';

/** Version 1.0, but for how its refusals are read: that takes the table. */
const { calendarDates: daysOfV1 } = payrollV1Conventions('Australia', () => []);
const { calendarDates: daysOfV2, moments, isRefusal } = payrollConventions('Australia', [], () => []);

/** What version 2.0 does otherwise. It goes with employees, calendars and pay items of version 1.0, which keep their own days. */
export const CONVENTIONS_V2: Partial<Conventions> = {
	calendarDates: new Set([...daysOfV1, ...daysOfV2]),
	writesMsDates: false,
	...(moments ? { moments } : {}),
	...(isRefusal ? { isRefusal } : {}),
};
