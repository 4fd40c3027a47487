import type { Examples } from '../example';
import { byName, fromList } from '../example';
import { CALENDAR, EMPLOYEE, LINE, one, page, RATE, TIMESHEET, TRACKING, under, wrapped } from './records';

const PATH = '/2.0/Timesheets';
const week = { startDate: '2026-03-02', endDate: '2026-03-08' };
const made = {
	...{ timesheetID: TIMESHEET, payrollCalendarID: CALENDAR, employeeID: EMPLOYEE, status: 'Draft', totalHours: 0 },
	...{ startDate: '2026-03-02T00:00:00', endDate: '2026-03-08T00:00:00' },
};
const line = {
	...{ timesheetLineID: LINE, date: '2026-03-02T00:00:00', earningsRateID: RATE, numberOfUnits: 8 },
	trackingItemID: null,
};
const simple = {
	...{ timesheetID: TIMESHEET, employeeID: EMPLOYEE, payrollCalendarID: CALENDAR, ...week, status: 'Draft' },
};

export const timesheet: Examples = {
	create: [
		{
			parameters: [{ employeeID: byName('ana reyes'), ...week }],
			replies: [
				under('Employees', { EmployeeID: EMPLOYEE, FirstName: 'Ana', LastName: 'Reyes', Status: 'ACTIVE' }),
				under('Employees', { EmployeeID: EMPLOYEE, PayrollCalendarID: CALENDAR }),
				wrapped('timesheet', made),
			],
			sends: [
				{ method: 'GET', path: '/1.0/Employees', query: { where: 'Status=="ACTIVE"', ...page } },
				{ method: 'GET', path: `/1.0/Employees/${EMPLOYEE}` },
				{ method: 'POST', path: PATH, body: { payrollCalendarID: CALENDAR, employeeID: EMPLOYEE, ...week } },
			],
			gives: [{ json: { ...simple, totalHours: 0 }, pairedItem: one }],
		},
		{
			parameters: [
				{
					...{ employeeID: fromList(EMPLOYEE), payrollCalendarID: fromList(CALENDAR), ...week },
					timesheetLines: {
						line: [
							{ date: '2026-03-02', earningsRateID: fromList(RATE), numberOfUnits: '8' },
							{ date: '2026-03-03', earningsRateID: fromList(RATE), numberOfUnits: '7.5', trackingItemID: TRACKING },
						],
					},
				},
			],
			replies: [
				wrapped('timesheet', made),
				wrapped('timesheetLine', line),
				wrapped('timesheetLine', line),
				wrapped('timesheet', { ...made, totalHours: 15.5 }),
			],
			sends: [
				{ method: 'POST', path: PATH, body: { payrollCalendarID: CALENDAR, employeeID: EMPLOYEE, ...week } },
				{
					method: 'POST',
					path: `${PATH}/${TIMESHEET}/Lines`,
					body: { date: '2026-03-02', earningsRateID: RATE, numberOfUnits: 8 },
				},
				{
					method: 'POST',
					path: `${PATH}/${TIMESHEET}/Lines`,
					body: { date: '2026-03-03', earningsRateID: RATE, numberOfUnits: 7.5, trackingItemID: TRACKING },
				},
				{ method: 'GET', path: `${PATH}/${TIMESHEET}` },
			],
			gives: [{ json: { ...simple, totalHours: 15.5 }, pairedItem: one }],
		},
	],
	get: [
		{
			parameters: [{ TimesheetID: fromList(TIMESHEET), options: { oneRowPer: 'line' } }],
			replies: [wrapped('timesheet', { ...made, timesheetLines: [line] })],
			sends: [{ method: 'GET', path: `${PATH}/${TIMESHEET}` }],
			gives: [
				{
					json: {
						...{ timesheetID: TIMESHEET, employeeID: EMPLOYEE, timesheetLineID: LINE, date: '2026-03-02' },
						...{ earningsRateID: RATE, numberOfUnits: 8 },
					},
					pairedItem: one,
				},
			],
		},
	],
	approve: [
		{
			parameters: [{ TimesheetID: fromList(TIMESHEET) }],
			replies: [wrapped('timesheet', { ...made, status: 'Approved' })],
			sends: [{ method: 'POST', path: `${PATH}/${TIMESHEET}/Approve` }],
		},
	],
	revertToDraft: [
		{
			parameters: [{ TimesheetID: fromList(TIMESHEET) }],
			replies: [wrapped('timesheet', made)],
			sends: [{ method: 'POST', path: `${PATH}/${TIMESHEET}/RevertToDraft` }],
		},
	],
	getAll: [
		{
			parameters: [{ returnAll: false, limit: 1, simplify: false, filters: { lines: true } }],
			replies: [
				{ body: { problem: null, pagination: { page: 1, pageSize: 100, pageCount: 1, itemCount: 1 }, timesheets: [made] } },
				wrapped('timesheet', { ...made, timesheetLines: [line] }),
			],
			sends: [
				{ method: 'GET', path: PATH, query: page },
				{ method: 'GET', path: `${PATH}/${TIMESHEET}` },
			],
			gives: [
				{
					json: { ...simple, totalHours: 0, timesheetLines: [{ ...line, date: '2026-03-02' }] },
					pairedItem: one,
				},
			],
		},
		{
			parameters: [
				{
					returnAll: true,
					filters: {
						...{ employeeId: fromList(EMPLOYEE), payrollCalendarId: fromList(CALENDAR), status: 'Approved' },
						...{ startDate: '2026-03-01', endDate: '2026-03-31', sort: 'startDate' },
					},
				},
			],
			replies: [{ body: { problem: null, pagination: { page: 1, pageSize: 100, pageCount: 0, itemCount: 0 }, timesheets: [] } }],
			sends: [
				{
					method: 'GET',
					path: PATH,
					query: {
						filter: `employeeId==${EMPLOYEE},payrollCalendarId==${CALENDAR}`,
						...{ status: 'Approved', startDate: '2026-03-01', endDate: '2026-03-31', sort: 'startDate', ...page },
					},
				},
			],
		},
	],
};

export const timesheetLine: Examples = {
	create: [
		{
			parameters: [
				{
					...{ TimesheetID: fromList(TIMESHEET), date: '2026-03-02', earningsRateID: fromList(RATE), numberOfUnits: '8' },
					additionalFields: { trackingItemID: TRACKING },
				},
			],
			replies: [wrapped('timesheetLine', line)],
			sends: [
				{
					method: 'POST',
					path: `${PATH}/${TIMESHEET}/Lines`,
					body: { date: '2026-03-02', earningsRateID: RATE, numberOfUnits: 8, trackingItemID: TRACKING },
				},
			],
		},
	],
	update: [
		{
			parameters: [
				{ TimesheetID: fromList(TIMESHEET), TimesheetLineID: fromList(LINE), additionalFields: { numberOfUnits: '6' } },
			],
			replies: [
				wrapped('timesheet', { ...made, timesheetLines: [line] }),
				wrapped('timesheetLine', { ...line, numberOfUnits: 6 }),
			],
			sends: [
				{ method: 'GET', path: `${PATH}/${TIMESHEET}` },
				{
					method: 'PUT',
					path: `${PATH}/${TIMESHEET}/Lines/${LINE}`,
					body: { date: '2026-03-02', earningsRateID: RATE, numberOfUnits: 6 },
				},
			],
		},
	],
};
