import type { IDataObject } from 'n8n-workflow';
import type { Fields } from '../../shared/model/field';
import { kept } from '../../shared/operations/replaceRecord';
import { WHOLE } from '../builders/conventions';
import type { Step } from '../builders/onboarding/step';
import {
	employment as employmentStep,
	leaveTypes,
	paymentMethod as paymentStep,
	salaryAndWages,
} from '../builders/onboarding/steps';
import { differing, isBlank, isSame, NOTHING, SAME, type There } from '../builders/onboarding/there';
import { employeeLeaveType } from './employeeLeaveType';
import { employeeTax } from './employeeTax';
import { employment } from './employment';
import { leaveSetup } from './leaveSetup';
import { paymentMethod, withSortCode } from './paymentMethod';
import { salaryAndWage } from './salaryAndWage';
import { workingPattern } from './workingPattern';

const taxFields: Fields = employeeTax.fields;

/** Inland Revenue's code for those who gave none. */
const NO_DECLARATION = 'ND';

/** Tax details are another's work once they have an IRD number or a tax code that someone declared. */
const isSetUp = ({ irdNumber, taxCode }: IDataObject): boolean =>
	!isBlank(irdNumber) || !(isBlank(taxCode) || taxCode === NO_DECLARATION);

/** What is missing is added, and sent with all that is there. */
function taxThere(given: IDataObject, [before = {}]: readonly IDataObject[]): There {
	const names = Object.keys(given);
	if (names.every((name) => isSame(given[name], before[name]))) return SAME;
	const property = isSetUp(before) ? differing(given, before, names) : undefined;
	return property === undefined ? { is: 'nothing', before } : { is: 'other', property };
}

const tax: Step = {
	key: 'tax',
	name: 'Tax',
	noun: 'tax details',
	verb: 'were',
	row: { ...employeeTax.operations.update!, optional: taxFields },
	outcome: 'saved',
	reads: { path: employeeTax.operations.update!.path, envelope: 'employeeTax' },
	there: taxThere,
	written: (given, before = {}) => ({ ...kept(taxFields, before), ...given }),
};

const pattern: Step = {
	key: 'workingPattern',
	name: 'Working Pattern',
	noun: 'working pattern',
	verb: 'was',
	row: workingPattern.operations.create!,
	outcome: 'created',
	reads: { path: workingPattern.operations.create!.path, envelope: 'payeeWorkingPatterns', paging: WHOLE },
	there: ({ effectiveFrom }, records) => (records.some((one) => isSame(effectiveFrom, one.effectiveFrom)) ? SAME : NOTHING),
};

/** Xero cannot be asked for it; but it gives the employee leave types. */
const leave: Step = {
	key: 'leaveSetup',
	name: 'Leave Setup',
	noun: 'leave setup',
	verb: 'was',
	row: leaveSetup.operations.create!,
	outcome: 'created',
	reads: { path: employeeLeaveType.operations.getAll!.path, envelope: 'leaveTypes', paging: WHOLE },
	there: (_given, records) => (records.length ? SAME : NOTHING),
};

/** In this order: nobody on no calendar can hold a salary, and a working pattern needs one. */
export const steps: readonly Step[] = [
	employmentStep(employment.operations.create!),
	tax,
	salaryAndWages(salaryAndWage.operations.create!),
	pattern,
	leave,
	leaveTypes(employeeLeaveType.operations.create!),
	paymentStep(paymentMethod.operations.set!, withSortCode),
];
