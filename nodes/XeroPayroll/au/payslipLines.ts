import type { IDataObject } from 'n8n-workflow';
import { asNumber, decimalOf, rounded, times } from '../../shared/model/decimal';
import { objectsIn } from '../../shared/model/values';
import type { LineKind } from '../builders/paySlipLines';

/** The lists of a payslip as `asPaySlip` makes them, in the order of their rows. */
export const LINE_KINDS: readonly LineKind[] = [
	{ kind: 'earnings', list: 'EarningsLines', itemID: 'EarningsRateID', pays: 1 },
	// Leave of all types has the ID of the ordinary rate: what it is for cannot be told.
	{ kind: 'leaveEarnings', list: 'LeaveEarningsLines', pays: 1 },
	{ kind: 'timesheetEarnings', list: 'TimesheetEarningsLines', itemID: 'EarningsRateID', pays: 1 },
	{ kind: 'deduction', list: 'DeductionLines', itemID: 'DeductionTypeID', pays: -1 },
	// The net pay of Xero's examples does not have them: 5.40 of wages less 4 of deductions is 1.40, beside 55 of reimbursements.
	{ kind: 'reimbursement', list: 'ReimbursementLines', itemID: 'ReimbursementTypeID' },
	{ kind: 'leaveAccrual', list: 'LeaveAccrualLines', itemID: 'LeaveTypeID' },
	{ kind: 'superannuation', list: 'SuperannuationLines', itemID: 'SuperMembershipID' },
	{
		...{ kind: 'employeeSuperannuation', called: 'superannuation', list: 'EmployeeSuperannuationLines' },
		...{ itemID: 'SuperMembershipID', pays: -1 },
	},
	{ kind: 'employeeTax', list: 'TaxLines', lineID: 'PayslipTaxLineID', pays: -1 },
];

/** Super that comes out of the employee's pay; the employer pays all other. */
const OF_EMPLOYEE = ['SALARYSACRIFICE', 'EMPLOYEE'];

const CONTRIBUTIONS: Readonly<Record<string, string>> = {
	SGC: 'Superannuation Guarantee',
	SALARYSACRIFICE: 'Salary Sacrifice',
	EMPLOYERADDITIONAL: 'Employer Additional',
	EMPLOYEE: 'Employee Contribution',
};

/** Lists whose lines come to no amount. */
const UNITS_ONLY = ['LeaveAccrualLines'];

/** What a line comes to: a fixed amount, an amount, or units at a rate, to the cent, halves away from zero. */
function amountOf({ FixedAmount, Amount, RatePerUnit, NumberOfUnits }: IDataObject): number | undefined {
	const fixed = [FixedAmount, Amount].find((one) => decimalOf(one) !== undefined);
	if (fixed !== undefined) return Number(fixed);
	const [rate, units] = [decimalOf(RatePerUnit), decimalOf(NumberOfUnits)];
	return rate && units ? asNumber(rounded(times(rate, units), 2)) : undefined;
}

/** Names of pay items by their ID in small letters. */
export type ItemNames = ReadonlyMap<string, string>;

const nameOf = (line: IDataObject, list: string, names: ItemNames): unknown => {
	if (list === 'TaxLines') return line.TaxTypeName;
	if (list === 'SuperannuationLines') return CONTRIBUTIONS[String(line.ContributionType)] ?? line.ContributionType;
	if (list === 'LeaveEarningsLines') return undefined;
	const { EarningsRateID, DeductionTypeID, ReimbursementTypeID, LeaveTypeID } = line;
	const id = EarningsRateID ?? DeductionTypeID ?? ReimbursementTypeID ?? LeaveTypeID;
	return names.get(String(id).toLowerCase());
};

/** A line with what rows and journals go by under the names of version 2.0, beside its own. */
const asLine =
	(list: string, names: ItemNames) =>
	(line: IDataObject): IDataObject => ({
		...line,
		displayName: nameOf(line, list, names) as string | undefined,
		numberOfUnits: line.NumberOfUnits,
		ratePerUnit: line.RatePerUnit,
		percentage: line.Percentage,
		amount: UNITS_ONLY.includes(list) ? undefined : amountOf(line),
		description: list === 'LeaveEarningsLines' ? 'leave' : line.Description,
	});

/**
 * A payslip with what rows and journals go by under the names of version 2.0.
 * @param summary what the pay run says of it: its net pay, where the payslip itself does not say it
 * @param payRunID undefined where it is not known: a payslip does not say it
 */
export function asPaySlip(
	payslip: IDataObject,
	{ names, payRunID, summary = {} }: { names: ItemNames; payRunID?: string | undefined; summary?: IDataObject },
): IDataObject {
	const lists = LINE_KINDS.map(({ list }) => [list, objectsIn(payslip[list]).map(asLine(list, names))] as const);
	const { SuperannuationLines = [], ...others } = Object.fromEntries(lists);
	const isOfEmployee = ({ ContributionType }: IDataObject): boolean => OF_EMPLOYEE.includes(String(ContributionType));
	return {
		...others,
		SuperannuationLines: SuperannuationLines.filter((line) => !isOfEmployee(line)),
		EmployeeSuperannuationLines: SuperannuationLines.filter(isOfEmployee),
		paySlipID: payslip.PayslipID ?? summary.PayslipID,
		employeeID: payslip.EmployeeID ?? summary.EmployeeID,
		payRunID,
		totalPay: payslip.NetPay ?? summary.NetPay,
	};
}
