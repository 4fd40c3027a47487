import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { rows } from '../../shared/inputs/collections';
import { record } from '../../shared/inputs/locators';
import { choice, date, fieldUi } from '../../shared/inputs/scalars';
import { bound, is, modifiedSince, raw } from '../../shared/inputs/where';
import type { OperationContext, OutputItem } from '../../shared/model/context';
import type { Field } from '../../shared/model/field';
import type { Finding } from '../../shared/model/findings';
import { resource } from '../../shared/model/operation';
import { objectsIn } from '../../shared/model/values';
import { create, get, list } from '../../shared/operations/crud';
import { replaceRecord } from '../../shared/operations/replaceRecord';
import { UNCOUNTED_PAGES } from '../builders/conventions';
import { daysInOrder, earningsRate, employee, inWords, rowPer, trackingOption } from '../builders/inputs';
import { travelsV1 } from '../builders/verbsV1';
import { activeEmployee, whereIs } from './inputs';

const PATH = '1.0/Timesheets';

const STATUSES = inWords(['DRAFT', 'APPROVED', 'PROCESSED', 'REQUESTED', 'REJECTED'], {
	DRAFT: 'Draft',
	APPROVED: 'Approved',
	PROCESSED: 'Processed',
	REQUESTED: 'Requested',
	REJECTED: 'Rejected',
});

const NOT_UNITS = 'is no list of numbers such as 8, 8, 7.5';

/** Numbers, one for each day, typed with commas between them or given as a list. */
const unitsOfDays: Field<number[]> = {
	ui: fieldUi(
		'Units of Each Day',
		'string',
		{
			placeholder: 'e.g. 8, 8, 7.5, 8, 8, 0, 0',
			description: 'A number for each day of the timesheet, with commas between them',
		},
		{},
	),
	schema: z.array(z.number({ invalid_type_error: 'is not a number written like 7.5' }).min(0, 'holds a number below 0'), {
		invalid_type_error: NOT_UNITS,
	}),
	read: (value) => {
		const list = typeof value === 'string' ? value.split(',') : typeof value === 'number' ? [value] : value;
		if (!Array.isArray(list)) return list;
		if (list.length === 1 && String(list[0]).trim() === '') return undefined;
		return list.map((one: unknown) => (typeof one === 'string' && /^\s*\d+(\.\d+)?\s*$/.test(one) ? Number(one) : one));
	},
};

const fields = {
	EmployeeID: activeEmployee,
	StartDate: date('Start Date', { description: 'First day of the pay period' }),
	EndDate: date('End Date', { description: 'Last day of the pay period' }),
	TimesheetLines: rows('Lines', 'Line', {
		EarningsRateID: earningsRate,
		NumberOfUnits: unitsOfDays,
		TrackingItemID: trackingOption,
	}),
	Status: choice('Status', STATUSES.slice(0, 2)),
};

const inOrder = daysInOrder('StartDate', 'EndDate', 'End Date');
const dayOf = (value: unknown): DateTime => DateTime.fromISO(String(value), { zone: 'utc' });

/** A timesheet whose days are in order, with as many numbers in each line as it has days; days in another writing are left to Xero. */
function unitsFault(timesheet: IDataObject): ReadonlyArray<Omit<Finding, 'items'>> | Omit<Finding, 'items'> | undefined {
	const { StartDate, EndDate, TimesheetLines } = timesheet;
	const fault = inOrder(timesheet);
	const days = dayOf(EndDate).diff(dayOf(StartDate), 'days').days + 1;
	if (fault || Number.isNaN(days)) return fault;
	return objectsIn(TimesheetLines).flatMap(({ NumberOfUnits }, index) => {
		const count = Array.isArray(NumberOfUnits) ? NumberOfUnits.length : 0;
		return count === days
			? []
			: [
					{
						place: [`Line ${index + 1}`, 'Units of Each Day'],
						says: `has ${count} ${count === 1 ? 'number' : 'numbers'}, and the timesheet ${days} ${days === 1 ? 'day' : 'days'}`,
						todo: 'Give one for each, 0 for a day without work',
					},
				];
	});
}

/** The days of a timesheet on which something is written, a row for each rate. */
function daysOf({ TimesheetID, EmployeeID, StartDate, Status, TimesheetLines }: IDataObject): IDataObject[] {
	const first = dayOf(StartDate);
	return objectsIn(TimesheetLines).flatMap(({ EarningsRateID, TrackingItemID, NumberOfUnits }) =>
		(Array.isArray(NumberOfUnits) ? (NumberOfUnits as number[]) : []).flatMap((units, index) =>
			Number(units) === 0
				? []
				: [
						{
							...{ TimesheetID, EmployeeID, Date: first.plus({ days: index }).toISODate(), EarningsRateID },
							...{ TrackingItemID: TrackingItemID ?? null, NumberOfUnits: units, Status },
						},
					],
		),
	);
}

const ROW_PER = rowPer([
	['timesheet', 'Timesheet'],
	['day', 'Day', 'And earnings rate, where there is something'],
]);

const rowsOf = (call: OperationContext, timesheets: readonly IDataObject[]): OutputItem[] =>
	call.options.oneRowPer === 'day'
		? timesheets.flatMap(daysOf).map((json) => ({ json, isSimplified: true }))
		: timesheets.map((json) => ({ json }));

async function timesheets(call: OperationContext): Promise<readonly OutputItem[]> {
	const request = { path: call.path, query: call.query, headers: call.headers, envelope: 'Timesheets' };
	const found = await call.listAll(request, UNCOUNTED_PAGES, 'Timesheets', call.limit);
	return rowsOf(call, found).slice(0, call.limit);
}

async function timesheet(call: OperationContext): Promise<readonly OutputItem[]> {
	return rowsOf(call, call.recordsIn(await call.request({ path: call.path, envelope: 'Timesheet' }), 'Timesheet'));
}

const member = `/${PATH}/{TimesheetID}`;
const picker = { TimesheetID: record('Timesheet', 'timesheetV1') };

export const timesheetV1 = resource({
	key: 'timesheetV1',
	name: 'Timesheet (Version 1)',
	plural: 'Timesheets (Version 1)',
	description: "Hours of an employee in a pay period, with all days of a rate in one line as Xero's screen has them",
	path: PATH,
	id: 'TimesheetID',
	scope: 'payroll.timesheets',
	...travelsV1('Timesheets'),
	simplified: ['TimesheetID', 'EmployeeID', 'StartDate', 'EndDate', 'Status', 'Hours', 'UpdatedDateUTC'],
	fields,
	listOptions: {
		timesheetV1: ({ EmployeeID, StartDate, EndDate, Status, Hours, TimesheetID }, { nameOf } = {}) => [
			{
				name: [
					nameOf?.('employee', EmployeeID),
					`${String(StartDate)} to ${String(EndDate)}`,
					STATUSES.find(([code]) => code === Status)?.[1],
					typeof Hours === 'number' ? `${Hours} h` : undefined,
				]
					.filter((part) => part !== undefined)
					.join(' · '),
				value: String(TimesheetID),
			},
		],
	},
	linesName: ['employee'],
	operations: (kind) => ({
		create: create(kind, 'createTimesheet', ['EmployeeID', 'StartDate', 'EndDate'], {
			action: 'Create a version 1 timesheet',
			panelOptional: { TimesheetLines: fields.TimesheetLines },
			optional: { Status: fields.Status },
			notice: 'The days must be those of a pay period of the calendar',
			validate: unitsFault,
		}),
		update: replaceRecord(kind, {
			xero: ['updateTimesheet', 'getTimesheet'],
			action: 'Update a version 1 timesheet',
			method: 'POST',
			body: 'array',
			path: member,
			required: picker,
			before: { path: member, envelope: 'Timesheet', id: 'TimesheetID' },
			whole: fields,
			panelOptional: { TimesheetLines: fields.TimesheetLines },
			optional: { EndDate: fields.EndDate, StartDate: fields.StartDate, Status: fields.Status },
			description: 'What is not given keeps its value; the record is read first',
			notice: 'Given lines replace all lines',
			check: unitsFault,
		}),
		get: {
			...get(kind, 'getTimesheet', {
				action: 'Get a version 1 timesheet',
				required: picker,
				query: { oneRowPer: ROW_PER },
				envelope: 'Timesheet',
			}),
			run: timesheet,
		},
		getAll: {
			...list(
				kind,
				'getTimesheets',
				{
					EmployeeID: whereIs('EmployeeID', employee),
					Status: is('Status', 'Status', STATUSES),
					from: bound('From', 'EndDate', '>='),
					to: bound('To', 'StartDate', '<='),
					oneRowPer: ROW_PER,
					...modifiedSince,
					...raw,
				},
				UNCOUNTED_PAGES,
				{ action: 'Get many version 1 timesheets' },
			),
			run: timesheets,
		},
	}),
});
