import type { Examples } from '../example';
import { CALENDAR, MON_2, one, page, SUN_8, under } from './records';

export const payrollCalendar: Examples = {
	create: [
		{
			parameters: [
				{
					Name: 'Weekly',
					CalendarType: 'WEEKLY',
					StartDate: '2026-03-02',
					PaymentDate: '2026-03-08',
					additionalFields: { ReferenceDate: '2026-03-02' },
				},
			],
			replies: [
				under('PayrollCalendars', {
					...{ PayrollCalendarID: CALENDAR, Name: 'Weekly', CalendarType: 'WEEKLY', StartDate: MON_2, PaymentDate: SUN_8 },
				}),
			],
			sends: [
				{
					method: 'POST',
					path: '/1.0/PayrollCalendars',
					body: [{ Name: 'Weekly', CalendarType: 'WEEKLY', StartDate: MON_2, PaymentDate: SUN_8, ReferenceDate: MON_2 }],
				},
			],
			gives: [
				{
					json: {
						...{ PayrollCalendarID: CALENDAR, Name: 'Weekly', CalendarType: 'WEEKLY', StartDate: '2026-03-02' },
						...{ PaymentDate: '2026-03-08', PeriodEndDate: '2026-03-08' },
					},
					pairedItem: one,
				},
			],
		},
	],
	getAll: [
		{
			parameters: [{ returnAll: true, filters: { CalendarType: 'TWICEMONTHLY' } }],
			sends: [{ method: 'GET', path: '/1.0/PayrollCalendars', query: { where: 'CalendarType=="TWICEMONTHLY"', ...page } }],
		},
	],
};
