import type { IDataObject } from 'n8n-workflow';
import type { Step } from '../builders/onboarding/step';
import {
	employment as employmentStep,
	leaveTypes,
	paymentMethod as paymentStep,
	salaryAndWages,
} from '../builders/onboarding/steps';
import { isBlank, isSame, NOTHING, SAME, type There } from '../builders/onboarding/there';
import { employeeLeaveType } from './employeeLeaveType';
import { employment } from './employment';
import { openingBalance } from './openingBalance';
import { paymentMethod } from './paymentMethod';
import { salaryAndWage } from './salaryAndWage';

/** Balances that say nothing: an employee who has none is told of with nulls or zeros. */
const isNone = (value: unknown): boolean => isBlank(value) || Number(value) === 0;

function balancesThere(given: IDataObject, [before = {}]: readonly IDataObject[]): There {
	const names = Object.keys(openingBalance.fields);
	const property = names.find((name) => !isNone(given[name]) && !isSame(given[name], before[name]));
	if (property === undefined) return SAME;
	return names.every((name) => isNone(before[name])) ? NOTHING : { is: 'other', property };
}

const balances: Step = {
	key: 'openingBalances',
	name: 'Opening Balances',
	noun: 'opening balances',
	verb: 'were',
	row: openingBalance.operations.create!,
	outcome: 'saved',
	reads: { path: openingBalance.operations.create!.path, envelope: 'openingBalances', mayBeNull: true },
	there: balancesThere,
};

/** In this order: nobody on no calendar can hold a salary. Tax details are set in Xero. */
export const steps: readonly Step[] = [
	employmentStep(employment.operations.create!),
	salaryAndWages(salaryAndWage.operations.create!),
	leaveTypes(employeeLeaveType.operations.create!),
	balances,
	paymentStep(paymentMethod.operations.set!),
];
