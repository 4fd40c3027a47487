import type { Body } from '../../accounting/resource/replies';
import type { Office } from '../office';
import type { EarningsRateRow } from '../rows';

/** The accounts of payroll settings: type, code in the chart, and the name of those that the chart does not have. */
const ACCOUNTS = [
	['BANK', '090', undefined],
	['WAGESPAYABLELIABILITY', '814', 'Wages Payable - Payroll'],
	['PAYGLIABILITY', '825', 'PAYG Withholdings Payable'],
	['SUPERANNUATIONEXPENSE', '478', 'Superannuation'],
	['SUPERANNUATIONLIABILITY', '826', 'Superannuation Payable'],
	['WAGESEXPENSE', '477', 'Wages and Salaries'],
] as const;

const flags = (exemptFromSuper: boolean) => ({
	...{
		IsExemptFromTax: false,
		IsExemptFromSuper: exemptFromSuper,
		IsReportableAsW1: false,
		IsQualifyingEarnings: !exemptFromSuper,
	},
	...{ AllowanceContributesToAnnualLeaveRate: false, AllowanceContributesToOvertimeRate: false },
});

/** Name, and what else Xero says of the rate. Those of Xero's own stay when they are not sent back. */
const RATES: ReadonlyArray<readonly [name: string, more: Partial<EarningsRateRow>]> = [
	[
		'Ordinary Hours',
		{
			EarningsType: 'ORDINARYTIMEEARNINGS',
			RateType: 'RATEPERUNIT',
			TypeOfUnits: 'Hours',
			RatePerUnit: '30.00',
			...flags(false),
		},
	],
	[
		'Overtime Hours (exempt from super)',
		{
			EarningsType: 'OVERTIMEEARNINGS',
			RateType: 'MULTIPLE',
			TypeOfUnits: 'Hours',
			Multiplier: 1.5,
			AccrueLeave: false,
			...flags(true),
		},
	],
	['Tool Allowance', { EarningsType: 'ALLOWANCE', RateType: 'FIXEDAMOUNT', Amount: 25, AllowanceType: 'TOOLS', ...flags(true) }],
	['Bonus', { EarningsType: 'BONUSESANDCOMMISSIONS', RateType: 'FIXEDAMOUNT', ...flags(false) }],
	[
		'Redundancy',
		{
			EarningsType: 'LUMPSUMD',
			RateType: 'FIXEDAMOUNT',
			...flags(true),
			IsExemptFromTax: true,
			IsReportableAsW1: true,
			own: true,
		},
	],
	[
		'ETP Leave Earning',
		{
			...{ EarningsType: 'EMPLOYMENTTERMINATIONPAYMENT', RateType: 'RATEPERUNIT', TypeOfUnits: 'Hours' },
			...{ EmploymentTerminationPaymentType: 'O', ...flags(true), IsReportableAsW1: true, own: true },
		},
	],
];

const DEDUCTIONS: ReadonlyArray<readonly [name: string, more: Body]> = [
	['Union Fees/Subscriptions', { DeductionCategory: 'UNIONFEES', ReducesTax: false }],
	['Lease Payments', { DeductionCategory: 'NONE', ReducesTax: true }],
];

/** Name, whether it is paid, whether a payslip shows it, and what else Xero says of the leave type. */
const LEAVE: ReadonlyArray<readonly [name: string, paid: boolean, shown: boolean, more: Body]> = [
	['Annual Leave', true, true, { NormalEntitlement: 152, LeaveLoadingRate: 1, LeaveCategoryCode: 'ANNUALLEAVE' }],
	['Personal (Sick/Carer’s) Leave', true, true, { NormalEntitlement: 76, LeaveCategoryCode: 'PERSONALSICKCARERSLEAVE' }],
	['Long Service Leave', true, false, { LeaveCategoryCode: 'LONGSERVICELEAVE' }],
	['Other Unpaid Leave', false, false, {}],
];

/** The settings, and the pay items that Xero makes with the payroll of an organisation. */
export function seedPayItems(office: Office, chart: readonly Body[], trackingCategories: readonly Body[], now: string): void {
	const Accounts = ACCOUNTS.flatMap(([Type, Code, otherwise]) => {
		const own = chart.find((account) => account.Code === Code);
		const Name = own?.Name ?? otherwise;
		const AccountID = String(own?.AccountID ?? office.newId()).toLowerCase();
		return Name === undefined ? [] : [{ AccountID, Type, Code, Name: String(Name) }];
	});
	const [groups, timesheets = groups] = trackingCategories.map(({ TrackingCategoryID, Name }) => ({
		...{ TrackingCategoryID: String(TrackingCategoryID), TrackingCategoryName: String(Name) },
	}));
	office.settings = {
		Accounts,
		TrackingCategories: groups && timesheets ? { EmployeeGroups: groups, TimesheetCategories: timesheets } : {},
	};
	const made = { CurrentRecord: true, UpdatedDateUTC: now };
	for (const [Name, more] of RATES)
		office.earningsRates.put({ EarningsRateID: office.newId(), Name, AccountCode: '477', ...more, ...made } as EarningsRateRow);
	for (const [Name, more] of DEDUCTIONS)
		office.deductionTypes.put({
			...{ DeductionTypeID: office.newId(), Name, AccountCode: '850', ReducesSuper: false, IsExemptFromW1: false },
			...more,
			...made,
		});
	for (const [Name, IsPaidLeave, ShowOnPayslip, more] of LEAVE)
		office.leaveTypes.put({
			...{ LeaveTypeID: office.newId(), Name, TypeOfUnits: 'Hours', IsPaidLeave, ShowOnPayslip, SGCExempt: !IsPaidLeave },
			...{ IsQualifyingEarnings: IsPaidLeave, ...more, ...made },
		});
	for (const Name of ['Travel Costs', 'Other Reimbursable Costs'])
		office.reimbursementTypes.put({ ReimbursementTypeID: office.newId(), Name, AccountCode: '493', ...made });
}

/**
 * Adds the rate Redundancy as organisations of the first years have it: a rate per unit without a type of units, which Xero itself does
 * not take back. The one that Xero made since gives way.
 */
export function addRedundancyRate(office: Office, now: string): void {
	const before = office.earningsRates.values().find(({ Name }) => Name === 'Redundancy');
	const { Amount: _none, ...rest } = before ?? {};
	office.earningsRates.put({
		...{ EarningsRateID: office.newId(), Name: 'Redundancy', AccountCode: '477', CurrentRecord: true, own: true },
		...flags(true),
		...rest,
		...{ EarningsType: 'LUMPSUMD', RateType: 'RATEPERUNIT', UpdatedDateUTC: now },
	});
}
