import type { Example, Examples } from '../example';
import { fromList } from '../example';
import { EMPLOYEE, MON_2, one, page, RATE, SUN_8, TIMESHEET, TRACKING, under } from './records';

const PATH = '/1.0/Timesheets';
const before = {
	...{ TimesheetID: TIMESHEET, EmployeeID: EMPLOYEE, StartDate: MON_2, EndDate: SUN_8, Status: 'DRAFT', Hours: 24 },
	TimesheetLines: [{ EarningsRateID: RATE, NumberOfUnits: [8, 8, 8, 0, 0, 0, 0], UpdatedDateUTC: MON_2 }],
};
const sent = { EmployeeID: EMPLOYEE, StartDate: MON_2, EndDate: SUN_8, Status: 'DRAFT' };
const simple = {
	...{ TimesheetID: TIMESHEET, EmployeeID: EMPLOYEE, StartDate: '2026-03-02', EndDate: '2026-03-08', Status: 'DRAFT', Hours: 24 },
};

const day = (Date: string) => ({
	json: { TimesheetID: TIMESHEET, EmployeeID: EMPLOYEE, Date, EarningsRateID: RATE, NumberOfUnits: 8, Status: 'DRAFT' },
	pairedItem: one,
});
const DAYS = [day('2026-03-02'), day('2026-03-03'), day('2026-03-04')];

const list = (filters: Example['parameters'][number], where: string): Example => ({
	parameters: [{ returnAll: true, filters }],
	sends: [{ method: 'GET', path: PATH, query: { where, ...page } }],
});

export const timesheetV1: Examples = {
	create: [
		{
			parameters: [
				{
					...{ EmployeeID: fromList(EMPLOYEE), StartDate: '2026-03-02', EndDate: '2026-03-08' },
					TimesheetLines: {
						line: [
							{ EarningsRateID: fromList(RATE), NumberOfUnits: '8, 8, 7.5, 0, 0, 0, 0', TrackingItemID: TRACKING },
							{ EarningsRateID: fromList(RATE), NumberOfUnits: '0,0,0,0,2,0,0' },
						],
					},
					additionalFields: { Status: 'APPROVED' },
				},
			],
			replies: [under('Timesheets', { ...before, Hours: 24 })],
			sends: [
				{
					method: 'POST',
					path: PATH,
					body: [
						{
							...{ EmployeeID: EMPLOYEE, StartDate: MON_2, EndDate: SUN_8 },
							TimesheetLines: [
								{ EarningsRateID: RATE, NumberOfUnits: [8, 8, 7.5, 0, 0, 0, 0], TrackingItemID: TRACKING },
								{ EarningsRateID: RATE, NumberOfUnits: [0, 0, 0, 0, 2, 0, 0] },
							],
							Status: 'APPROVED',
						},
					],
				},
			],
			gives: [{ json: simple, pairedItem: one }],
		},
	],
	update: [
		{
			parameters: [{ TimesheetID: fromList(TIMESHEET), additionalFields: { Status: 'APPROVED' } }],
			replies: [{ body: { Timesheet: before } }, under('Timesheets', { ...before, Status: 'APPROVED' })],
			sends: [
				{ method: 'GET', path: `${PATH}/${TIMESHEET}` },
				{
					method: 'POST',
					path: `${PATH}/${TIMESHEET}`,
					body: [
						{
							...{ ...sent, Status: 'APPROVED' },
							TimesheetLines: [{ EarningsRateID: RATE, NumberOfUnits: [8, 8, 8, 0, 0, 0, 0] }],
						},
					],
				},
			],
			gives: [{ json: { ...simple, Status: 'APPROVED' }, pairedItem: one }],
		},
		{
			parameters: [
				{
					TimesheetID: fromList(TIMESHEET),
					TimesheetLines: { line: [{ EarningsRateID: fromList(RATE), NumberOfUnits: '8, 0, 0, 0, 0, 0, 0' }] },
				},
			],
			replies: [{ body: { Timesheet: before } }, under('Timesheets', before)],
			sends: [
				{ method: 'GET', path: `${PATH}/${TIMESHEET}` },
				{
					method: 'POST',
					path: `${PATH}/${TIMESHEET}`,
					body: [{ ...sent, TimesheetLines: [{ EarningsRateID: RATE, NumberOfUnits: [8, 0, 0, 0, 0, 0, 0] }] }],
				},
			],
		},
	],
	get: [
		{
			parameters: [{ TimesheetID: fromList(TIMESHEET), options: { oneRowPer: 'day' } }],
			replies: [{ body: { Timesheet: before } }],
			sends: [{ method: 'GET', path: `${PATH}/${TIMESHEET}` }],
			gives: DAYS,
		},
	],
	getAll: [
		list({ EmployeeID: fromList(EMPLOYEE) }, `EmployeeID==guid("${EMPLOYEE}")`),
		list({ Status: 'PROCESSED' }, 'Status=="PROCESSED"'),
		list({ from: '2026-03-01', to: '2026-03-31' }, 'EndDate>=DateTime(2026,3,1) AND StartDate<=DateTime(2026,3,31)'),
		{
			parameters: [
				{
					returnAll: true,
					filters: {
						...{ oneRowPer: 'day', 'If-Modified-Since': '2026-03-01T00:00:00Z', where: 'Hours>0' },
						order: 'StartDate DESC',
					},
				},
			],
			replies: [under('Timesheets', before)],
			sends: [
				{
					...{ method: 'GET', path: PATH, query: { where: 'Hours>0', order: 'StartDate DESC', ...page } },
					headers: { 'If-Modified-Since': '2026-03-01T00:00:00' },
				},
			],
			gives: DAYS,
		},
	],
};
