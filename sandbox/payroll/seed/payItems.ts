import type { Body } from '../../accounting/resource/replies';
import type { Office } from '../office';

/** The accounts of payroll settings: type, code in the chart, and the name of those that the chart does not have. */
const ACCOUNTS = {
	nz: [
		['PAYELIABILITY', '825', 'PAYE Payable'],
		['WAGESPAYABLE', '814', 'Wages Payable - Payroll'],
		['WAGESEXPENSE', '477', 'Salaries'],
		['BANK', '090', undefined],
	],
	uk: [
		['WAGESPAYABLE', '814', 'Wages Payable - Payroll'],
		['WAGESEXPENSE', '477', 'Salaries'],
		['BANK', '090', undefined],
		['PAYELIABILITY', '825', 'PAYE Payable'],
		['NICLIABILITY', '826', 'NIC Payable'],
		['EMPLOYERSNIC', '479', 'Employers National Insurance'],
		['PAYEECONTRIBUTION', '814', 'Wages Payable - Payroll'],
	],
} as const;

/** Name, type, and what an hour is: a rate is filled in where people are paid, a multiple counts that. */
const RATES = {
	nz: [
		['Ordinary Time', 'RegularEarnings', {}],
		['Overtime', 'OvertimeEarnings', { rateType: 'MultipleOfOrdinaryEarningsRate', multipleOfOrdinaryEarningsRate: 1.5 }],
		['Tool Allowance', 'Allowance', { rateType: 'FixedAmount', fixedAmount: 25 }],
		['Bonus', 'Bonus', { rateType: 'FixedAmount' }],
	],
	uk: [
		['Regular Hours', 'RegularEarnings', {}],
		['Overtime Hours', 'OvertimeEarnings', { rateType: 'MultipleOfOrdinaryEarningsRate', multipleOfOrdinaryEarningsRate: 1.5 }],
		['Tool Allowance', 'Allowance', { rateType: 'FixedAmount', fixedAmount: 25 }],
		['Bonus', 'Bonus', { rateType: 'FixedAmount' }],
	],
} as const;

/** Name, whether it is paid, and what else Xero says of the leave type. */
const LEAVE = {
	nz: [
		['Annual Leave', true, { typeOfUnits: 'Weeks', typeOfUnitsToAccrue: 'Weeks' }],
		['Sick Leave', true, { typeOfUnits: 'Hours', typeOfUnitsToAccrue: 'Days' }],
		['Holiday Pay', true, { typeOfUnits: 'Dollars', typeOfUnitsToAccrue: 'Dollars' }],
		['Bereavement Leave', true, { typeOfUnits: 'Hours', typeOfUnitsToAccrue: 'Days' }],
		['Unpaid Leave', false, { typeOfUnits: 'Hours', typeOfUnitsToAccrue: 'Hours' }],
	],
	uk: [
		['Holiday', true, { isStatutoryLeave: false }],
		['Compassionate Leave', true, { isStatutoryLeave: false }],
		['Unpaid Leave', false, { isStatutoryLeave: false }],
		['Statutory Sick Leave', true, { isStatutoryLeave: true }],
	],
} as const;

/** What Xero makes with the payroll of an organisation: settings and pay items. */
export function seedPayItems(office: Office, chart: readonly Body[], trackingCategories: readonly Body[], now: string): void {
	const { key } = office.region;
	const ids = new Map<string, string>();
	const account = (code: string): string => {
		const id = chart.find(({ Code }) => Code === code)?.AccountID ?? ids.get(code) ?? office.newId();
		ids.set(code, String(id));
		return String(id).toLowerCase();
	};
	office.accounts = ACCOUNTS[key].flatMap(([type, code, otherwise]) => {
		const name = chart.find(({ Code }) => Code === code)?.Name ?? otherwise;
		return name === undefined ? [] : [{ accountID: account(code), type, code, name }];
	});
	const [groups, timesheets = groups] = trackingCategories.map(({ TrackingCategoryID }) => TrackingCategoryID);
	office.trackingCategories = { employeeGroupsTrackingCategoryID: groups, timesheetTrackingCategoryID: timesheets };
	for (const [name, earningsType, more] of RATES[key])
		office.earningsRates.put({
			...{ earningsRateID: office.newId(), name, earningsType, rateType: 'RatePerUnit', typeOfUnits: 'Hours' },
			...{ currentRecord: true, expenseAccountID: account('477') },
			...more,
		});
	for (const [name, isPaidLeave, more] of LEAVE[key])
		office.leaveTypes.put({
			leaveTypeID: office.newId(),
			name,
			isPaidLeave,
			showOnPayslip: true,
			isActive: true,
			updatedDateUTC: now,
			...more,
		});
	(key === 'nz' ? newZealand : unitedKingdom)(office, account('825'), account('477'));
	office.reimbursements.put({ reimbursementID: office.newId(), name: 'Travel', accountID: account('493'), currentRecord: true });
}

function newZealand(office: Office, liabilityAccountId: string, expenseAccountId: string): void {
	const item = (more: Body): Body => ({ liabilityAccountId, currentRecord: true, ...more });
	const deductions: ReadonlyArray<readonly [string, string]> = [
		['KiwiSaver Voluntary Contributions', 'KiwiSaverVoluntaryContributions'],
		['Payroll Giving', 'PayrollGiving'],
		['Social Club', 'NzOther'],
	];
	for (const [deductionName, deductionCategory] of deductions)
		office.deductions.put(item({ deductionId: office.newId(), deductionName, deductionCategory }));
	const share = { calculationTypeNZ: 'PercentageOfTaxableEarnings', percentage: 3 };
	office.benefits.put(item({ id: office.newId(), name: 'KiwiSaver', category: 'KiwiSaver', expenseAccountId, ...share }));
	const orders: ReadonlyArray<readonly [string, string]> = [
		['Child Support', 'ChildSupport'],
		['Student Loan', 'StudentLoan'],
		['KiwiSaver', 'KiwiSaver'],
	];
	for (const [name, statutoryDeductionCategory] of orders)
		office.statutoryDeductions.put(item({ id: office.newId(), name, statutoryDeductionCategory }));
}

function unitedKingdom(office: Office, liabilityAccountId: string, expenseAccountId: string): void {
	const item = (more: Body): Body => ({ liabilityAccountId, currentRecord: true, ...more });
	const share = { calculationType: 'PercentageOfGross', subjectToNIC: false, subjectToTax: false };
	office.deductions.put(
		item({
			...{ deductionId: office.newId(), deductionName: 'Workplace Pension (Employee)', deductionCategory: 'StakeholderPension' },
			...{ ...share, percentage: 5, isPension: true, isReducedByBasicRate: false, isCalculatingOnQualifyingEarnings: false },
		}),
	);
	office.deductions.put(item({ deductionId: office.newId(), deductionName: 'Season Ticket Loan', deductionCategory: 'UkOther' }));
	office.benefits.put(
		item({
			...{ id: office.newId(), name: 'Workplace Pension (Employer)', category: 'StakeholderPension', expenseAccountId },
			...{ ...share, percentage: 3, subjectToPension: false, showBalanceToEmployee: false },
		}),
	);
	const orders: ReadonlyArray<readonly [string, string]> = [
		['Attachment of Earnings (Maintenance)', 'PriorityOrder'],
		['Council Tax Order', 'TableBased'],
		['Student Loan', 'StudentLoan'],
	];
	for (const [name, statutoryDeductionCategory] of orders)
		office.statutoryDeductions.put(item({ id: office.newId(), name, statutoryDeductionCategory }));
}
