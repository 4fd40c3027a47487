import type { Example, Examples } from '../example';
import { byName, fromList } from '../example';
import { APPLICATION, EMPLOYEE, LEAVE_TYPE, MON_2, one, page, SCHEDULED, SUN_8, under } from './records';

const EASTER_MON = '/Date(1775433600000+0000)/';
const EASTER_FRI = '/Date(1775779200000+0000)/';
const EASTER_SUN = '/Date(1775952000000+0000)/';

const period = (LeavePeriodStatus: string) => ({
	...{ PayPeriodStartDate: EASTER_MON, PayPeriodEndDate: EASTER_SUN, LeavePeriodStatus, NumberOfUnits: 38 },
});

const asked = {
	...{ LeaveApplicationID: APPLICATION, EmployeeID: EMPLOYEE, LeaveTypeID: LEAVE_TYPE, Title: 'Easter' },
	...{ StartDate: EASTER_MON, EndDate: EASTER_FRI, Description: 'With the family', PayOutType: 'DEFAULT' },
	LeavePeriods: [period('REQUESTED')],
};
const scheduled = { ...asked, LeaveApplicationID: SCHEDULED, LeavePeriods: [period('SCHEDULED')] };

const simple = {
	...{ LeaveApplicationID: APPLICATION, EmployeeID: EMPLOYEE, LeaveTypeID: LEAVE_TYPE, Title: 'Easter' },
	...{ StartDate: '2026-04-06', EndDate: '2026-04-10', Status: 'REQUESTED', NumberOfUnits: 38, PayOutType: 'DEFAULT' },
};

const PATH = '/1.0/LeaveApplications';

const list = (filters: Example['parameters'][number], where: string): Example => ({
	parameters: [{ returnAll: true, filters }],
	replies: [under('LeaveApplications')],
	sends: [{ method: 'GET', path: `${PATH}/v2`, query: { where, ...page } }],
});

export const leaveApplication: Examples = {
	create: [
		{
			parameters: [
				{
					EmployeeID: fromList(EMPLOYEE),
					LeaveTypeID: fromList(LEAVE_TYPE),
					...{ Title: 'Easter', StartDate: '2026-04-06', EndDate: '2026-04-10' },
					additionalFields: {
						Description: 'With the family',
						PayOutType: 'DEFAULT',
						LeavePeriods: {
							leavePeriod: [
								{
									...{ PayPeriodStartDate: '2026-04-06', PayPeriodEndDate: '2026-04-12', NumberOfUnits: '38' },
									additionalFields: { LeavePeriodStatus: 'SCHEDULED' },
								},
							],
						},
					},
				},
			],
			replies: [under('LeaveApplications', scheduled)],
			sends: [
				{
					method: 'POST',
					path: PATH,
					body: [
						{
							...{ EmployeeID: EMPLOYEE, LeaveTypeID: LEAVE_TYPE, Title: 'Easter', StartDate: EASTER_MON, EndDate: EASTER_FRI },
							...{ Description: 'With the family', PayOutType: 'DEFAULT', LeavePeriods: [period('SCHEDULED')] },
						},
					],
				},
			],
			gives: [{ json: { ...simple, LeaveApplicationID: SCHEDULED, Status: 'SCHEDULED' }, pairedItem: one }],
		},
		{
			parameters: [
				{
					EmployeeID: byName('Ana Reyes'),
					LeaveTypeID: fromList(LEAVE_TYPE),
					...{ Title: 'A week', StartDate: '2026-03-02', EndDate: '2026-03-08' },
				},
			],
			replies: [under('Employees', { EmployeeID: EMPLOYEE, FirstName: 'Ana', LastName: 'Reyes', Status: 'ACTIVE' })],
			sends: [
				{ method: 'GET', path: '/1.0/Employees', query: { where: 'Status=="ACTIVE"', ...page } },
				{
					method: 'POST',
					path: PATH,
					body: [{ EmployeeID: EMPLOYEE, LeaveTypeID: LEAVE_TYPE, Title: 'A week', StartDate: MON_2, EndDate: SUN_8 }],
				},
			],
		},
	],
	update: [
		{
			parameters: [{ LeaveApplicationID: fromList(APPLICATION), additionalFields: { Title: 'Easter at home' } }],
			replies: [under('LeaveApplications', asked), under('LeaveApplications', asked)],
			sends: [
				{ method: 'GET', path: `${PATH}/${APPLICATION}` },
				{
					method: 'POST',
					path: `${PATH}/${APPLICATION}`,
					body: [
						{
							...{ EmployeeID: EMPLOYEE, LeaveTypeID: LEAVE_TYPE, Title: 'Easter at home', Description: 'With the family' },
							...{ StartDate: EASTER_MON, EndDate: EASTER_FRI, PayOutType: 'DEFAULT', LeavePeriods: [period('REQUESTED')] },
						},
					],
				},
			],
			gives: [{ json: simple, pairedItem: one }],
		},
		{
			parameters: [
				{
					LeaveApplicationID: fromList(APPLICATION),
					additionalFields: {
						EmployeeID: fromList(EMPLOYEE),
						LeaveTypeID: fromList(LEAVE_TYPE),
						...{ StartDate: '2026-03-02', EndDate: '2026-03-08', clearFields: ['Description'] },
					},
				},
			],
			replies: [under('LeaveApplications', asked), under('LeaveApplications', asked)],
			sends: [
				{ method: 'GET', path: `${PATH}/${APPLICATION}` },
				{
					method: 'POST',
					path: `${PATH}/${APPLICATION}`,
					body: [
						{
							...{ EmployeeID: EMPLOYEE, LeaveTypeID: LEAVE_TYPE, Title: 'Easter', StartDate: MON_2, EndDate: SUN_8 },
							...{ Description: '', PayOutType: 'DEFAULT' },
						},
					],
				},
			],
		},
	],
	approve: [
		{
			parameters: [{ LeaveApplicationID: fromList(APPLICATION) }],
			replies: [under('LeaveApplications', asked), under('LeaveApplications', scheduled)],
			sends: [
				{ method: 'GET', path: `${PATH}/${APPLICATION}` },
				{ method: 'POST', path: `${PATH}/${APPLICATION}/approve` },
			],
			gives: [
				{
					json: { ...simple, LeaveApplicationID: SCHEDULED, Status: 'SCHEDULED', requestID: APPLICATION },
					pairedItem: one,
				},
			],
		},
	],
	reject: [
		{
			parameters: [{ LeaveApplicationID: fromList(SCHEDULED) }],
			replies: [
				under('LeaveApplications', scheduled),
				under('LeaveApplications', { ...asked, LeavePeriods: [period('REJECTED')] }),
			],
			sends: [
				{ method: 'GET', path: `${PATH}/${SCHEDULED}` },
				{ method: 'POST', path: `${PATH}/${SCHEDULED}/reject` },
			],
			gives: [{ json: { ...simple, Status: 'REJECTED', previousID: SCHEDULED }, pairedItem: one }],
		},
	],
	getAll: [
		list({ EmployeeID: fromList(EMPLOYEE) }, `EmployeeID==guid("${EMPLOYEE}")`),
		list({ from: '2026-04-01', to: '2026-04-30' }, 'EndDate>=DateTime(2026,4,1) AND StartDate<=DateTime(2026,4,30)'),
		{
			parameters: [{ returnAll: true, filters: { which: 'scheduled', 'If-Modified-Since': '2026-03-01T00:00:00Z' } }],
			replies: [under('LeaveApplications', scheduled)],
			sends: [{ method: 'GET', path: PATH, query: page, headers: { 'If-Modified-Since': '2026-03-01T00:00:00' } }],
			gives: [{ json: { ...simple, LeaveApplicationID: SCHEDULED, Status: 'SCHEDULED' }, pairedItem: one }],
		},
		{
			// Xero takes no header here: what changed is sifted; and a leave type that the list lacks is read.
			parameters: [
				{
					returnAll: true,
					filters: {
						...{ which: 'all', 'If-Modified-Since': '2026-03-01T00:00:00Z', where: 'PayOutType=="DEFAULT"' },
						order: 'StartDate DESC',
					},
				},
			],
			replies: [
				under(
					'LeaveApplications',
					{ ...scheduled, UpdatedDateUTC: '/Date(1770000000000+0000)/' },
					{ ...asked, LeaveTypeID: undefined, UpdatedDateUTC: '/Date(1773104400000+0000)/' },
				),
				under('LeaveApplications', { ...asked, UpdatedDateUTC: '/Date(1773104400000+0000)/' }),
			],
			sends: [
				{ method: 'GET', path: `${PATH}/v2`, query: { where: 'PayOutType=="DEFAULT"', order: 'StartDate DESC', ...page } },
				{ method: 'GET', path: `${PATH}/${APPLICATION}` },
			],
			gives: [{ json: { ...simple, UpdatedDateUTC: '2026-03-10T01:00:00Z' }, pairedItem: one }],
		},
	],
};
