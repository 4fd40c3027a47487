import { chosen, choice, flag, number, text } from '../../shared/inputs/scalars';
import { amount, inWords, sifted, siftedByCode } from '../builders/inputs';
import { folded } from '../../shared/model/sameValue';
import { EARNINGS_RATE } from './payItems/lists';
import { accountCode, payItemKind } from './payItems/payItemKind';

const TYPES = inWords(
	[
		'ORDINARYTIMEEARNINGS',
		'OVERTIMEEARNINGS',
		'ALLOWANCE',
		'BONUSESANDCOMMISSIONS',
		'DIRECTORSFEES',
		'EMPLOYMENTTERMINATIONPAYMENT',
		'FIXED',
		'LUMPSUMA',
		'LUMPSUMB',
		'LUMPSUMD',
		'LUMPSUME',
		'LUMPSUMW',
		'PAIDPARENTALLEAVE',
		'WORKERSCOMPENSATION',
	],
	{
		ORDINARYTIMEEARNINGS: 'Ordinary Time Earnings',
		OVERTIMEEARNINGS: 'Overtime Earnings',
		ALLOWANCE: 'Allowance',
		BONUSESANDCOMMISSIONS: 'Bonuses and Commissions',
		DIRECTORSFEES: "Directors' Fees",
		EMPLOYMENTTERMINATIONPAYMENT: 'Employment Termination Payment',
		FIXED: 'Fixed',
		LUMPSUMA: 'Lump Sum A',
		LUMPSUMB: 'Lump Sum B',
		LUMPSUMD: 'Lump Sum D',
		LUMPSUME: 'Lump Sum E',
		LUMPSUMW: 'Lump Sum W',
		PAIDPARENTALLEAVE: 'Paid Parental Leave',
		WORKERSCOMPENSATION: "Workers' Compensation",
	},
);

const earningsType = choice('Earnings Type', TYPES, { preset: 'ORDINARYTIMEEARNINGS' });

/** Xero has the rate as text. */
const ratePerUnit = amount('Rate per Unit', { description: 'Leave it empty where each employee has a rate of their own' });

export const earningsRateFields = {
	Name: text('Name', { min: 1, max: 100 }),
	AccountCode: accountCode(),
	EarningsType: earningsType,
	RateType: chosen('Rate Type', [
		['RATEPERUNIT', 'Rate per Unit'],
		['MULTIPLE', "Multiple of Employee's Ordinary Earnings Rate"],
		['FIXEDAMOUNT', 'Fixed Amount'],
	]),
	IsQualifyingEarnings: flag('Qualifying Earnings', 'Whether super is worked out on it'),
	AccrueLeave: flag('Accrue Leave', 'Whether leave accrues on these earnings'),
	AllowanceCategory: choice(
		'Allowance Category',
		inWords(['NONDEDUCTIBLE', 'UNIFORM', 'PRIVATEVEHICLE', 'HOMEOFFICE', 'TRANSPORT', 'GENERAL', 'OTHER'], {
			NONDEDUCTIBLE: 'Non-Deductible',
			UNIFORM: 'Uniform',
			PRIVATEVEHICLE: 'Private Vehicle',
			HOMEOFFICE: 'Home Office',
			TRANSPORT: 'Transport',
			GENERAL: 'General',
			OTHER: 'Other',
		}),
	),
	AllowanceContributesToAnnualLeaveRate: flag(
		'Allowance Contributes to Annual Leave Rate',
		'Whether the allowance counts in the rate of annual leave',
	),
	AllowanceContributesToOvertimeRate: flag(
		'Allowance Contributes to Overtime Rate',
		'Whether the allowance counts in the rate of overtime',
	),
	AllowanceType: choice(
		'Allowance Type',
		inWords(['CAR', 'TRANSPORT', 'LAUNDRY', 'MEALS', 'TRAVEL', 'TOOLS', 'TASKS', 'QUALIFICATIONS', 'OTHER'], {
			CAR: 'Car',
			TRANSPORT: 'Transport',
			LAUNDRY: 'Laundry',
			MEALS: 'Meals',
			TRAVEL: 'Travel',
			TOOLS: 'Tools',
			TASKS: 'Tasks',
			QUALIFICATIONS: 'Qualifications',
			OTHER: 'Other',
		}),
	),
	Amount: amount('Fixed Amount'),
	EmploymentTerminationPaymentType: choice('Employment Termination Payment Type', [
		['O', 'O'],
		['R', 'R'],
	]),
	IsExemptFromSuper: flag('Exempt From Super', 'Whether no super is paid on it'),
	IsExemptFromTax: flag('Exempt From Tax', 'Whether no tax is withheld from it'),
	IsReportableAsW1: flag('Reportable as W1', 'Whether it is reported as W1 on the activity statement'),
	Multiplier: number('Multiplier', { min: 0, blank: '', placeholder: 'e.g. 1.5' }),
	RatePerUnit: { ...ratePerUnit, write: String },
	TypeOfUnits: text('Type of Units', { max: 50, placeholder: 'e.g. Hours' }),
};

export const earningsRate = payItemKind({
	kind: EARNINGS_RATE,
	name: 'Earnings Rate',
	plural: 'Earnings Rates',
	description: 'What employees earn by: ordinary hours, overtime, allowances',
	simplified: [
		'EarningsRateID',
		'Name',
		'EarningsType',
		'RateType',
		'RatePerUnit',
		'Multiplier',
		'Amount',
		'TypeOfUnits',
		'AccountCode',
		'CurrentRecord',
	],
	fields: earningsRateFields,
	required: ['Name', 'AccountCode', 'EarningsType', 'RateType', 'IsQualifyingEarnings'],
	filters: {
		EarningsType: siftedByCode('EarningsType', earningsType),
		Name: sifted(text('Name'), (record, name) => folded(record.Name ?? '') === folded(name)),
	},
	shows: 'AccountCode',
	placeholder: 'e.g. Ordinary Hours',
});
