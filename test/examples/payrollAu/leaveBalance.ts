import type { Examples } from '../example';
import { fromList } from '../example';
import { EMPLOYEE, LEAVE_TYPE, one, page, RATE, under } from './records';

const LeaveBalances = [
	{ LeaveName: 'Annual Leave', LeaveTypeID: LEAVE_TYPE, NumberOfUnits: 81.25, TypeOfUnits: 'Hours' },
	{ LeaveName: 'Sick Leave', LeaveTypeID: RATE, NumberOfUnits: 12, TypeOfUnits: 'Hours' },
];
const ana = { EmployeeID: EMPLOYEE, FirstName: 'Ana', LastName: 'Reyes', Status: 'ACTIVE' };
const annual = {
	json: {
		...{ employeeID: EMPLOYEE, firstName: 'Ana', lastName: 'Reyes' },
		...{ leaveTypeID: LEAVE_TYPE, leaveType: 'Annual Leave', balance: 81.25, typeOfUnits: 'Hours' },
	},
	pairedItem: one,
};

export const leaveBalance: Examples = {
	getAll: [
		{
			parameters: [{ returnAll: true, employeeID: fromList(EMPLOYEE), filters: { leaveTypeID: fromList(LEAVE_TYPE) } }],
			replies: [under('Employees', { ...ana, LeaveBalances })],
			sends: [{ method: 'GET', path: `/1.0/Employees/${EMPLOYEE}` }],
			gives: [annual],
		},
		{
			parameters: [{ returnAll: false, limit: 1 }],
			replies: [under('Employees', ana), under('Employees', { ...ana, LeaveBalances })],
			sends: [
				{ method: 'GET', path: '/1.0/Employees', query: { where: 'Status=="ACTIVE"', ...page } },
				{ method: 'GET', path: `/1.0/Employees/${EMPLOYEE}` },
			],
			gives: [annual],
		},
	],
};
