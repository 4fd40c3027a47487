import { payRunCalendars } from '../builders/payItems';

export const payRunCalendar = payRunCalendars(
	['Weekly', 'Fortnightly', 'FourWeekly', 'Monthly', 'Annual', 'Quarterly'],
	'PayRunCalendarID',
);
