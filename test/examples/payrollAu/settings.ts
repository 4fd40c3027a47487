import type { Examples } from '../example';
import { one, TRACKING } from './records';

const Accounts = [
	{ AccountID: TRACKING, Type: 'WAGESEXPENSE', Code: '477', Name: 'Wages and Salaries' },
	{ AccountID: TRACKING, Type: 'PAYGLIABILITY', Code: '825', Name: 'PAYG Withholdings Payable' },
];
const reply = { body: { Settings: { Accounts, TrackingCategories: {}, DaysInPayrollYear: '364', EmployeesAreSTP2: true } } };

export const settings: Examples = {
	get: [
		{
			parameters: [{}],
			replies: [reply],
			sends: [{ method: 'GET', path: '/1.0/Settings' }],
			gives: [{ json: { Accounts, TrackingCategories: {}, DaysInPayrollYear: 364, EmployeesAreSTP2: true }, pairedItem: one }],
		},
		{
			parameters: [{ options: { oneRowPer: 'account' } }],
			replies: [reply],
			sends: [{ method: 'GET', path: '/1.0/Settings' }],
			gives: Accounts.map((json) => ({ json, pairedItem: one })),
		},
	],
};
