import type { IDataObject } from 'n8n-workflow';
import { rows } from '../../shared/inputs/collections';
import { named, record } from '../../shared/inputs/locators';
import type { Choice, Words } from '../../shared/inputs/scalars';
import { choice, date, number } from '../../shared/inputs/scalars';
import type { OperationContext, OutputItem } from '../../shared/model/context';
import type { Field, Fields } from '../../shared/model/field';
import type { ListOptions, Resource } from '../../shared/model/operation';
import { operation, resource } from '../../shared/model/operation';
import { pathSegment } from '../../shared/model/path';
import { objectsIn } from '../../shared/model/values';
import { importHours } from './hours/importHours';
import { TimesheetsV2 } from './hours/timesheetsV2';
import {
	amount,
	daysInOrder,
	earningsRate,
	employee,
	filteredBy,
	payrollCalendar,
	rowPer,
	trackingOption,
	units,
} from './inputs';
import { travels, verbs } from './verbs';

const lineFields = {
	date: date('Date'),
	earningsRateID: earningsRate,
	numberOfUnits: units(),
	trackingItemID: trackingOption,
};

const fields = {
	employeeID: employee,
	payrollCalendarID: named('Payroll Calendar', 'payRunCalendar', { description: "The employee's own when it is empty" }),
	startDate: date('Start Date', { description: 'First day of the pay period' }),
	endDate: date('End Date', { description: 'Last day of the pay period' }),
	timesheetLines: rows('Lines', 'Line', lineFields),
};

/** `Ana Reyes · 2026-03-02 to 2026-03-08 · Draft · 38 h` */
const line: ListOptions = (timesheet, _restoring, nameOf) => {
	const { employeeID, startDate, endDate, status, totalHours, timesheetID } = timesheet;
	const hours = typeof totalHours === 'number' ? `${totalHours} h` : undefined;
	const parts = [nameOf?.('employee', employeeID), `${String(startDate)} to ${String(endDate)}`, status, hours];
	return [{ name: parts.filter((part) => typeof part === 'string').join(' · '), value: String(timesheetID) }];
};

/** What a row of hours gives besides. */
const rowFields = {
	employeeID: employee,
	date: lineFields.date,
	numberOfUnits: amount('Units', { description: 'Hours, or what the rate is counted in; 0 takes away what is there' }),
};

/** Says to the node, and not to Xero, how hours are written. */
const choiceOf = (name: string, choices: readonly Choice[], more: Words = {}): Field<string> => ({
	...choice(name, choices, more),
	write: () => undefined,
});

const importOptions: Fields = {
	ifTimesheetExists: choiceOf('If the Timesheet Exists', [
		['replaceDays', 'Replace Days Given', 'Lines of other days stay'],
		['replaceAll', 'Replace All Lines'],
		['add', 'Add', 'To the line of the same day, rate and tracking option'],
		['refuse', 'Refuse'],
	]),
	ifApproved: choiceOf('If It Is Approved', [
		['refuse', 'Refuse'],
		['change', 'Change and Approve Again'],
	]),
	afterwards: choiceOf('Afterwards', [
		['leave', 'Leave as It Is'],
		['approve', 'Approve'],
	]),
	mostUnits: {
		...number('Most Units a Day', { description: 'Of one employee, over all rates', min: 0, blank: '24' }),
		write: () => undefined,
	},
	periodEnd: {
		...date('Period End', { description: 'With Period Start, in place of what the calendar says' }),
		write: () => undefined,
	},
	periodStart: {
		...date('Period Start', { description: 'With Period End, in place of what the calendar says' }),
		write: () => undefined,
	},
};

const SIMPLE = [
	'timesheetID',
	'employeeID',
	'payrollCalendarID',
	'startDate',
	'endDate',
	'status',
	'totalHours',
	'updatedDateUTC',
];

/** A timesheet, or a row for each of its lines with what tells whose it is. */
async function timesheetRows(call: OperationContext): Promise<readonly OutputItem[]> {
	const [timesheet = {}] = call.recordsIn(await call.request({ path: call.path, envelope: 'timesheet' }));
	if (call.options.oneRowPer !== 'line') return [{ json: timesheet }];
	const { timesheetID, employeeID, timesheetLines } = timesheet;
	return objectsIn(timesheetLines).map((own) => ({ json: { timesheetID, employeeID, ...own }, isSimplified: true }));
}

/** The calendar that an employee is on. @throws NodeOperationError when it is on none */
async function calendarOf(call: OperationContext, employeeID: string): Promise<IDataObject[string]> {
	const path = `/Employees/${pathSegment(employeeID)}`;
	const [found] = call.recordsIn(await call.request({ path, envelope: 'employee' }), 'employee');
	return (
		found?.payrollCalendarID ??
		call.refuse({
			place: ['Employee'],
			says: 'has no pay calendar',
			todo: 'Create an employment for the employee, or choose Payroll Calendar',
		})
	);
}

/** Makes a timesheet on the calendar that is given, or on the employee's. */
async function makeTimesheet(call: OperationContext): Promise<readonly OutputItem[]> {
	const { payrollCalendarID, ...rest } = call.body;
	const employeeID = String(rest.employeeID);
	const calendar =
		payrollCalendarID ?? (await call.once(`calendar of ${employeeID}`, async () => await calendarOf(call, employeeID)));
	const body = { payrollCalendarID: calendar, ...rest };
	const answer = await call.request({ method: 'POST', path: call.path, body, envelope: 'timesheet' });
	return call.assertSaved(call.recordsIn(answer)).map((json) => ({ json }));
}

/** Timesheets of version 2.0 and their lines; `statuses` as the country has them. */
export function timesheets(statuses: readonly Choice[]): readonly [timesheet: Resource, timesheetLine: Resource] {
	const filters: Fields = {
		employeeId: filteredBy('employeeId', employee),
		payrollCalendarId: filteredBy('payrollCalendarId', payrollCalendar),
		status: choice('Status', statuses),
		startDate: date('Starts On or After'),
		endDate: date('Ends On or Before'),
		sort: choice('Sort', [['startDate', 'Start Date, Newest First', 'Instead of the oldest first']]),
	};
	const timesheet = resource({
		key: 'timesheet',
		name: 'Timesheet',
		plural: 'Timesheets',
		description: 'Hours of an employee in a pay period',
		path: 'Timesheets',
		id: 'timesheetID',
		scope: 'payroll.timesheets',
		...travels('timesheet', 'timesheets'),
		simplified: SIMPLE,
		fields,
		listOptions: {
			timesheet: line,
			draftTimesheet: line,
			// What an employee has handed in is approved as a draft is.
			timesheetToApprove: (timesheet, ...rest) =>
				/^(draft|requested)$/i.test(String(timesheet.status)) ? line(timesheet, ...rest) : [],
			approvedTimesheet: line,
		},
		linesName: ['employee'],
		searchQuery: { draftTimesheet: { status: 'Draft' }, approvedTimesheet: { status: 'Approved' } },
		operations: (kind) => {
			const own = verbs(kind, { hole: 'TimesheetID' });
			return {
				getAll: own.getAll('getTimesheets', filters, undefined, { description: 'Without the lines of each: Get has those' }),
				get: {
					...own.get('getTimesheet', {
						query: {
							oneRowPer: rowPer([
								['timesheet', 'Timesheet'],
								['line', 'Line'],
							]),
						},
					}),
					run: timesheetRows,
				},
				create: {
					...own.create('createTimesheet', ['employeeID', 'startDate', 'endDate', 'timesheetLines'], {
						panelOptional: { payrollCalendarID: fields.payrollCalendarID, timesheetLines: fields.timesheetLines },
						required: { employeeID: fields.employeeID, startDate: fields.startDate, endDate: fields.endDate },
						notice: 'The days must be those of a pay period of the calendar',
						validate: daysInOrder('startDate', 'endDate', 'End Date'),
					}),
					run: makeTimesheet,
				},
				approve: own.act('approveTimesheet', 'Approve', 'Approve', 'Its hours go into the next pay run', {
					required: { TimesheetID: record('Timesheet', 'timesheetToApprove') },
				}),
				import: operation<typeof rowFields>({
					xero: 'createTimesheet',
					name: 'Import Rows',
					action: 'Import timesheet rows',
					description: 'Write hours from rows into timesheets, one row for an employee and day',
					method: 'POST',
					path: '/Timesheets',
					required: rowFields,
					panelOptional: {
						earningsRateID: {
							...named('Earnings Rate', 'earningsRate', {
								description: "The employee's own when it is empty",
								modes: { name: { placeholder: 'e.g. Overtime' } },
							}),
							// Of a spreadsheet's column only what is not the usual rate is filled in.
							mayBeBlankInCells: true,
						},
						trackingItemID: { ...trackingOption, mayBeBlankInCells: true },
					},
					query: importOptions,
					scope: kind.scope,
					notice: 'Rows of one employee and pay period become one timesheet',
					joinItems: () => '',
					runJoined: importHours((call) => new TimesheetsV2(call)),
				}),
				revertToDraft: own.act(
					'revertTimesheet',
					'Revert to Draft',
					'RevertToDraft',
					'Set an approved timesheet back, to change its lines',
					{
						action: 'Revert a timesheet to draft',
						required: { TimesheetID: record('Timesheet', 'approvedTimesheet') },
					},
				),
				delete: own.delete('deleteTimesheet', { notice: 'A deleted timesheet cannot be brought back', envelope: 'timesheet' }),
			};
		},
	});
	const inTimesheet: Fields = { TimesheetID: record('Timesheet', 'draftTimesheet') };
	const timesheetLine = resource({
		key: 'timesheetLine',
		name: 'Timesheet Line',
		plural: 'Timesheet Lines',
		description: 'The hours of one day at one rate; the timesheet must be a draft',
		path: 'Timesheets/{TimesheetID}/Lines',
		id: 'timesheetLineID',
		scope: 'payroll.timesheets',
		...travels('timesheetLine', 'timesheetLines'),
		fields: lineFields,
		listOptions: {
			/** `2026-03-03 · Ordinary Hours · 7.6` */
			timesheetLine: ({ date: day, earningsRateID, numberOfUnits, timesheetLineID }, _restoring, nameOf) => [
				{
					name: [day, nameOf?.('earningsRate', earningsRateID), numberOfUnits].filter((part) => part !== undefined).join(' · '),
					value: String(timesheetLineID),
				},
			],
		},
		linesName: ['earningsRate'],
		listedIn: {
			path: '/Timesheets/{TimesheetID}',
			envelope: 'timesheet.timesheetLines',
			scope: 'payroll.timesheets.read',
			required: inTimesheet,
		},
		operations: (kind) => {
			const own = verbs(kind, { hole: 'TimesheetLineID', inside: inTimesheet });
			return {
				create: own.create('createTimesheetLine', ['date', 'earningsRateID', 'numberOfUnits']),
				update: own.update(['updateTimesheetLine', 'getTimesheet'], lineFields, {
					before: { path: '/Timesheets/{TimesheetID}', envelope: 'timesheet.timesheetLines', id: 'timesheetLineID' },
				}),
				delete: own.delete('deleteTimesheetLine', { notice: 'A deleted timesheet line cannot be brought back' }),
			};
		},
	});
	return [timesheet, timesheetLine];
}
