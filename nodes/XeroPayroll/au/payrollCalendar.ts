import type { IDataObject } from 'n8n-workflow';
import { named } from '../../shared/inputs/locators';
import { chosen, date, text } from '../../shared/inputs/scalars';
import { is, modifiedSince, raw } from '../../shared/inputs/where';
import { resource } from '../../shared/model/operation';
import { create, get, list } from '../../shared/operations/crud';
import { UNCOUNTED_PAGES } from '../builders/conventions';
import { periodOf } from '../builders/hours/payPeriods';
import { inWords } from '../builders/inputs';
import { travelsV1 } from '../builders/verbsV1';

export const payrollCalendarPicker = named('Payroll Calendar', 'payrollCalendar', {
	modes: { name: { placeholder: 'e.g. Weekly' } },
});

const TYPES = inWords(['WEEKLY', 'FORTNIGHTLY', 'FOURWEEKLY', 'MONTHLY', 'TWICEMONTHLY', 'QUARTERLY'], {
	WEEKLY: 'Weekly',
	FORTNIGHTLY: 'Fortnightly',
	FOURWEEKLY: 'Four Weekly',
	MONTHLY: 'Monthly',
	TWICEMONTHLY: 'Twice Monthly',
	QUARTERLY: 'Quarterly',
});

/** The last day of the calendar's next period besides, which Xero does not say; absent where it cannot be told. */
const withEnd = (record: IDataObject): IDataObject => {
	const start = String(record.StartDate);
	const period = periodOf({ type: String(record.CalendarType), start }, start);
	return period ? { ...record, PeriodEndDate: period.end } : record;
};

export const payrollCalendar = resource({
	key: 'payrollCalendar',
	name: 'Payroll Calendar',
	plural: 'Payroll Calendars',
	description: 'How often employees are paid, and when the next period begins',
	path: '1.0/PayrollCalendars',
	id: 'PayrollCalendarID',
	scope: 'payroll.settings',
	...travelsV1('PayrollCalendars'),
	fields: {
		Name: text('Name', { min: 1 }),
		CalendarType: chosen('Calendar Type', TYPES),
		StartDate: date('Start Date', { description: 'First day of a pay period' }),
		PaymentDate: date('Payment Date', { description: 'Of the period that begins on Start Date' }),
		ReferenceDate: date('Reference Date'),
	},
	namesOf: ({ Name }) => [String(Name)],
	listOptions: {
		payrollCalendar: ({ Name, StartDate, PayrollCalendarID }) => [
			{ name: `${String(Name)} · next period from ${String(StartDate)}`, value: String(PayrollCalendarID) },
		],
	},
	operations: (kind) => ({
		create: create(kind, 'createPayrollCalendar', ['Name', 'CalendarType', 'StartDate', 'PaymentDate'], {
			notice: 'A payroll calendar cannot be changed or deleted through the API: that is done in Xero',
			shape: withEnd,
		}),
		get: get(kind, 'getPayrollCalendar', {
			required: { PayrollCalendarID: payrollCalendarPicker },
			shape: withEnd,
		}),
		getAll: list(
			kind,
			'getPayrollCalendars',
			{ CalendarType: is('Calendar Type', 'CalendarType', TYPES), ...modifiedSince, ...raw },
			UNCOUNTED_PAGES,
			{ shape: withEnd },
		),
	}),
});
