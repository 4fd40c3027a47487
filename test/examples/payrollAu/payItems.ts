import type { IDataObject } from 'n8n-workflow';
import type { Example, Examples, Wire } from '../example';
import { byCode, byId, fromList } from '../example';
import { DEDUCTION, LEAVE_TYPE, one, RATE, REIMBURSEMENT, under } from './records';

const NEW = '3a00000d-0000-4000-8000-000000000001';

const MOMENT = { UpdatedDateUTC: '/Date(1771804800000+0000)/' };
const ordinary = {
	...{ EarningsRateID: RATE, Name: 'Ordinary Hours', EarningsType: 'ORDINARYTIMEEARNINGS', RateType: 'RATEPERUNIT' },
	...{ AccountCode: '477', TypeOfUnits: 'Hours', IsExemptFromTax: false, IsExemptFromSuper: false },
	...{ IsReportableAsW1: false, IsQualifyingEarnings: true, CurrentRecord: true },
};
const union = {
	...{ DeductionTypeID: DEDUCTION, Name: 'Union Fees', AccountCode: '850', ReducesTax: false, ReducesSuper: false },
	CurrentRecord: true,
};
const annual = {
	...{ LeaveTypeID: LEAVE_TYPE, Name: 'Annual Leave', TypeOfUnits: 'Hours', NormalEntitlement: 152, IsPaidLeave: true },
	...{ ShowOnPayslip: true, IsQualifyingEarnings: true, CurrentRecord: true },
};
const travel = { ReimbursementTypeID: REIMBURSEMENT, Name: 'Travel', AccountCode: '493', CurrentRecord: false };

/** All pay items of the organisation as they are sent. */
const LISTS = { EarningsRates: [ordinary], DeductionTypes: [union], LeaveTypes: [annual], ReimbursementTypes: [travel] };
type Lists = Readonly<Record<keyof typeof LISTS, readonly IDataObject[]>>;

const answer = (lists: Partial<Lists> = {}) => {
	const all = { ...LISTS, ...lists };
	const read = Object.fromEntries(
		Object.entries(all).map(([name, list]) => [name, list.map((item) => ({ ...item, ...MOMENT }))]),
	);
	const { body } = under('PayItems');
	return { body: { ...body, PayItems: read } };
};

const READ: Wire = { method: 'GET', path: '/1.0/PayItems' };

/** What a person fills in, and the lists that are sent then; `made`: as Xero has them afterwards. */
const write = (parameters: IDataObject, sent: Partial<Lists>, made: Partial<Lists> = sent): Example => ({
	parameters: [parameters],
	replies: [answer(), answer(made), answer(made)],
	sends: [READ, { method: 'POST', path: '/1.0/PayItems', body: { ...LISTS, ...sent } }, READ],
});

const fillInUnits = { options: { fillInUnits: true } };

const read = (parameters: IDataObject): Example => ({ parameters: [parameters], replies: [answer()], sends: [READ] });

const weekend = {
	...{ Name: 'Weekend Hours', AccountCode: '477', EarningsType: 'OVERTIMEEARNINGS', RateType: 'MULTIPLE' },
	...{ Multiplier: 2, IsQualifyingEarnings: true },
};

export const earningsRate: Examples = {
	create: [
		{
			...write(
				{
					...{ Name: 'Weekend Hours', AccountCode: byCode('477'), EarningsType: 'OVERTIMEEARNINGS', RateType: 'MULTIPLE' },
					...{ IsQualifyingEarnings: true, additionalFields: { Multiplier: '2' } },
				},
				{ EarningsRates: [ordinary, weekend] },
				{ EarningsRates: [ordinary, { EarningsRateID: NEW, ...weekend, CurrentRecord: true }] },
			),
			gives: [
				{
					json: {
						...{ EarningsRateID: NEW, Name: 'Weekend Hours', EarningsType: 'OVERTIMEEARNINGS', RateType: 'MULTIPLE' },
						...{ Multiplier: 2, AccountCode: '477', CurrentRecord: true },
					},
					pairedItem: one,
				},
			],
		},
		write(
			{
				...{ Name: 'Tools', AccountCode: fromList('477'), EarningsType: 'ALLOWANCE', RateType: 'FIXEDAMOUNT' },
				IsQualifyingEarnings: false,
				additionalFields: {
					...{ Amount: '25.5', AllowanceType: 'TOOLS', AllowanceCategory: 'OTHER', AccrueLeave: false },
					...{ AllowanceContributesToAnnualLeaveRate: true, AllowanceContributesToOvertimeRate: false },
					...{ IsExemptFromSuper: true, IsExemptFromTax: false, IsReportableAsW1: false },
				},
				...fillInUnits,
			},
			{
				EarningsRates: [
					ordinary,
					{
						...{ Name: 'Tools', AccountCode: '477', EarningsType: 'ALLOWANCE', RateType: 'FIXEDAMOUNT', Amount: 25.5 },
						...{ AllowanceType: 'TOOLS', AllowanceCategory: 'OTHER', AccrueLeave: false, IsQualifyingEarnings: false },
						...{ AllowanceContributesToAnnualLeaveRate: true, AllowanceContributesToOvertimeRate: false },
						...{ IsExemptFromSuper: true, IsExemptFromTax: false, IsReportableAsW1: false },
					},
				],
			},
			{ EarningsRates: [ordinary, { EarningsRateID: NEW, Name: 'Tools', CurrentRecord: true }] },
		),
		write(
			{
				...{ Name: 'Night Hours', AccountCode: byCode('477'), EarningsType: 'EMPLOYMENTTERMINATIONPAYMENT' },
				...{ RateType: 'RATEPERUNIT', IsQualifyingEarnings: false },
				additionalFields: { RatePerUnit: '41.25', TypeOfUnits: 'Hours', EmploymentTerminationPaymentType: 'O' },
			},
			{
				EarningsRates: [
					ordinary,
					{
						...{ Name: 'Night Hours', AccountCode: '477', EarningsType: 'EMPLOYMENTTERMINATIONPAYMENT' },
						...{ RateType: 'RATEPERUNIT', IsQualifyingEarnings: false, RatePerUnit: '41.25', TypeOfUnits: 'Hours' },
						EmploymentTerminationPaymentType: 'O',
					},
				],
			},
			{ EarningsRates: [ordinary, { EarningsRateID: NEW, Name: 'Night Hours', CurrentRecord: true }] },
		),
	],
	getAll: [
		read({ returnAll: true, filters: { activeOnly: true, EarningsType: 'ORDINARYTIMEEARNINGS', Name: 'ordinary hours' } }),
	],
	update: [
		write(
			{ EarningsRateID: byId(RATE), additionalFields: { Name: 'Base Hours', CurrentRecord: false } },
			{ EarningsRates: [{ ...ordinary, Name: 'Base Hours', CurrentRecord: false }] },
		),
	],
};

export const deductionType: Examples = {
	create: [
		write(
			{
				...{ Name: 'Charity', AccountCode: byCode('850'), ...fillInUnits },
				additionalFields: {
					...{ DeductionCategory: 'WORKPLACEGIVING', IsExemptFromW1: true, ReducesSuper: false, ReducesTax: true },
				},
			},
			{
				DeductionTypes: [
					union,
					{
						...{ Name: 'Charity', AccountCode: '850', DeductionCategory: 'WORKPLACEGIVING' },
						...{ IsExemptFromW1: true, ReducesSuper: false, ReducesTax: true },
					},
				],
			},
			{ DeductionTypes: [union, { DeductionTypeID: NEW, Name: 'Charity', CurrentRecord: true }] },
		),
	],
	getAll: [read({ returnAll: true, filters: { activeOnly: true } })],
	update: [
		write(
			{ DeductionTypeID: byId(DEDUCTION), additionalFields: { AccountCode: byCode('851'), CurrentRecord: true } },
			{ DeductionTypes: [{ ...union, AccountCode: '851' }] },
		),
	],
};

export const leaveType: Examples = {
	create: [
		write(
			{
				...{ Name: 'Study Leave', TypeOfUnits: 'Hours', IsPaidLeave: true, ShowOnPayslip: false, IsQualifyingEarnings: true },
				...fillInUnits,
				additionalFields: {
					...{ LeaveCategoryCode: 'STUDYLEAVE', LeaveLoadingRate: '17.5', NormalEntitlement: '38', SGCExempt: false },
				},
			},
			{
				LeaveTypes: [
					annual,
					{
						...{ Name: 'Study Leave', TypeOfUnits: 'Hours', IsPaidLeave: true, ShowOnPayslip: false },
						...{ IsQualifyingEarnings: true, LeaveCategoryCode: 'STUDYLEAVE', LeaveLoadingRate: 17.5 },
						...{ NormalEntitlement: 38, SGCExempt: false },
					},
				],
			},
			{ LeaveTypes: [annual, { LeaveTypeID: NEW, Name: 'Study Leave', CurrentRecord: true }] },
		),
	],
	getAll: [read({ returnAll: true, filters: { activeOnly: true } })],
	update: [
		write(
			{ LeaveTypeID: byId(LEAVE_TYPE), additionalFields: { NormalEntitlement: '190', CurrentRecord: true } },
			{ LeaveTypes: [{ ...annual, NormalEntitlement: 190 }] },
		),
	],
};

export const reimbursementType: Examples = {
	create: [
		write(
			{ Name: 'Meals', AccountCode: byCode('493'), ...fillInUnits },
			{ ReimbursementTypes: [travel, { Name: 'Meals', AccountCode: '493' }] },
			{ ReimbursementTypes: [travel, { ReimbursementTypeID: NEW, Name: 'Meals', CurrentRecord: true }] },
		),
	],
	getAll: [read({ returnAll: true, filters: { activeOnly: true } })],
	update: [
		write(
			{ ReimbursementTypeID: byId(REIMBURSEMENT), additionalFields: { CurrentRecord: true } },
			{ ReimbursementTypes: [{ ...travel, CurrentRecord: true }] },
		),
	],
};

export const payItem: Examples = {
	getAll: [
		{
			...read({ returnAll: true, filters: { kind: 'leaveType', activeOnly: true, 'If-Modified-Since': '2026-03-01T00:00:00Z' } }),
			sends: [{ ...READ, headers: { 'If-Modified-Since': '2026-03-01T00:00:00' } }],
			gives: [
				{
					json: { kind: 'leaveType', id: LEAVE_TYPE, Name: 'Annual Leave', TypeOfUnits: 'Hours', CurrentRecord: true },
					pairedItem: one,
				},
			],
		},
	],
	upsert: [
		{
			...write(
				{
					...fillInUnits,
					payItems: JSON.stringify({
						EarningsRates: [weekend],
						ReimbursementTypes: [{ ReimbursementTypeID: REIMBURSEMENT, CurrentRecord: true }],
					}),
				},
				{ EarningsRates: [ordinary, weekend], ReimbursementTypes: [{ ...travel, CurrentRecord: true }] },
				{
					EarningsRates: [ordinary, { EarningsRateID: NEW, ...weekend, CurrentRecord: true }],
					ReimbursementTypes: [{ ...travel, CurrentRecord: true }],
				},
			),
			gives: [
				{
					json: {
						...{ kind: 'earningsRate', id: NEW, Name: 'Weekend Hours', AccountCode: '477', CurrentRecord: true },
						result: 'created',
					},
					pairedItem: one,
				},
				{
					json: {
						...{ kind: 'reimbursementType', id: REIMBURSEMENT, Name: 'Travel', AccountCode: '493', CurrentRecord: true },
						result: 'updated',
					},
					pairedItem: one,
				},
			],
		},
	],
};
