import type { Api } from '../../shared/model/operation';
import { apiRequest } from '../../shared/operations/apiRequest';
import { pagesOf, payrollV1Conventions } from '../builders/conventions';
import { deductionType } from './deductionType';
import { earningsRate } from './earningsRate';
import { leaveType } from './leaveType';
import { payItem } from './payItem';
import { payrollCalendar } from './payrollCalendar';
import { reimbursementType } from './reimbursementType';

/** Xero's Payroll API of Australia: version 1.0, and version 2.0 of its timesheets. */
export const payrollAu: Api = {
	name: 'Payroll AU',
	basePath: '/payroll.xro',
	largestPage: 100,
	preset: 'employee',
	conventions: payrollV1Conventions('Australia'),
	resources: [
		// What a person writes is sent as it was written.
		{ ...apiRequest(pagesOf), conventions: { writesMsDates: false } },
		payrollCalendar,
		payItem,
		earningsRate,
		deductionType,
		leaveType,
		reimbursementType,
	],
};
