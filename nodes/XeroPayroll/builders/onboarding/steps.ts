// The steps that both countries have; each takes the country's own operation.

import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../../../shared/model/operation';
import { objectsIn } from '../../../shared/model/values';
import { PAGES, WHOLE } from '../conventions';
import { complete } from '../salaryAndWage';
import type { Step } from './step';
import { differing, isBlank, isSame, NOTHING, SAME, sameUnless } from './there';

/** From when and on which calendar: another employment is no second one, it would take the place of the first. */
export const employment = (row: Operation): Step => ({
	key: 'employment',
	name: 'Employment',
	noun: 'employment',
	verb: 'was',
	row,
	outcome: 'created',
	there: (given, [employee = {}]) => {
		const property = differing(given, employee, ['payrollCalendarID', 'startDate']);
		if (property !== undefined) return { is: 'other', property };
		return isBlank(employee.payrollCalendarID) || isBlank(employee.startDate) ? NOTHING : SAME;
	},
});

const FIGURES = ['paymentType', 'annualSalary', 'ratePerUnit', 'numberOfUnitsPerWeek', 'numberOfUnitsPerDay'];

/** Pay from a day on. Other pay that is in force would be ended by it. */
export const salaryAndWages = (row: Operation): Step => ({
	key: 'salaryAndWages',
	name: 'Salary and Wages',
	noun: 'salary and wages',
	verb: 'were',
	row,
	outcome: 'created',
	reads: { path: row.path, envelope: 'salaryAndWages', paging: PAGES },
	there: (given, records) => {
		const same = records.find((one) => ['effectiveFrom', 'earningsRateID'].every((name) => isSame(given[name], one[name])));
		if (same) return sameUnless(given, same, FIGURES);
		const inForce = records.find(({ status }) => status !== 'History');
		if (!inForce) return NOTHING;
		return { is: 'other', property: differing(given, inForce, ['effectiveFrom']) ?? 'earningsRateID' };
	},
	written: complete,
});

/** Types of leave, a request for each. */
export const leaveTypes = (row: Operation): Step => ({
	key: 'leaveTypes',
	name: 'Leave Types',
	noun: 'leave types',
	verb: 'were',
	row,
	each: 'Leave Type',
	outcome: 'created',
	reads: { path: row.path, envelope: 'leaveTypes', paging: WHOLE },
	there: (given, records) => {
		const same = records.find(({ leaveTypeID }) => isSame(given.leaveTypeID, leaveTypeID));
		return same ? sameUnless(given, same, ['scheduleOfAccrual']) : NOTHING;
	},
});

/** Properties of a bank account that tell where the money goes, and how much of it. */
const ACCOUNT = ['accountName', 'accountNumber', 'sortCode', 'calculationType', 'dollarAmount'];

/**
 * How the employee is paid. The bank accounts that are there would be replaced.
 * @param account a bank account as it is sent
 */
export const paymentMethod = (row: Operation, account: (given: IDataObject) => IDataObject = (one) => one): Step => ({
	key: 'paymentMethod',
	name: 'Payment Method',
	noun: 'payment method',
	verb: 'was',
	row,
	outcome: 'saved',
	reads: { path: row.path, envelope: 'paymentMethod' },
	there: (given, [method = {}]) => {
		const [wanted, has] = [objectsIn(given.bankAccounts), objectsIn(method.bankAccounts)];
		const isAlike = isSame(given.paymentMethod, method.paymentMethod);
		if (has.length === 0) return isAlike && wanted.length === 0 ? SAME : NOTHING;
		if (!isAlike) return { is: 'other', property: 'paymentMethod' };
		const areAlike = wanted.length === has.length && wanted.every((one, at) => differing(one, has[at]!, ACCOUNT) === undefined);
		return areAlike ? SAME : { is: 'other', property: 'bankAccounts' };
	},
	written: ({ bankAccounts, ...rest }) => ({
		...rest,
		...(bankAccounts ? { bankAccounts: objectsIn(bankAccounts).map(account) } : {}),
	}),
});
