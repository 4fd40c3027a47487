import { choice, flag, text } from '../../shared/inputs/scalars';
import { amount, inWords } from '../builders/inputs';
import { LEAVE_TYPE } from './payItems/lists';
import { payItemKind } from './payItems/payItemKind';

const CATEGORIES = {
	ANNUALLEAVE: 'Annual Leave',
	LONGSERVICELEAVE: 'Long Service Leave',
	PERSONALSICKCARERSLEAVE: "Personal (Sick/Carer's) Leave",
	ROSTEREDDAYOFF: 'Rostered Day Off',
	TIMEOFFINLIEU: 'Time Off in Lieu',
	COMPASSIONATEANDBEREAVEMENTLEAVE: 'Compassionate and Bereavement Leave',
	STUDYLEAVE: 'Study Leave',
	FAMILYANDDOMESTICVIOLENCELEAVE: 'Family and Domestic Violence Leave',
	SPECIALPAIDLEAVE: 'Special Paid Leave',
	COMMUNITYSERVICELEAVE: 'Community Service Leave',
	JURYDUTYLEAVE: 'Jury Duty Leave',
	DEFENCERESERVELEAVE: 'Defence Reserve Leave',
};

export const leaveTypeFields = {
	Name: text('Name', { min: 1, max: 100 }),
	TypeOfUnits: text('Type of Units', { min: 1, placeholder: 'e.g. Hours' }),
	IsPaidLeave: flag('Paid Leave', 'Whether the leave is paid'),
	ShowOnPayslip: flag('Show on Payslip', 'Whether the balance shows on payslips'),
	IsQualifyingEarnings: flag('Qualifying Earnings', 'Whether super is worked out on it'),
	LeaveCategoryCode: choice('Leave Category', inWords(Object.keys(CATEGORIES), CATEGORIES)),
	LeaveLoadingRate: amount('Leave Loading Rate', { placeholder: 'e.g. 17.5' }),
	NormalEntitlement: amount('Normal Entitlement', { description: 'Units a year of someone who works full time' }),
	SGCExempt: flag('Exempt From Superannuation Guarantee', 'Whether no super guarantee is paid on it'),
};

export const leaveType = payItemKind({
	kind: LEAVE_TYPE,
	name: 'Leave Type',
	plural: 'Leave Types',
	description: 'A type of leave that the organisation has',
	simplified: [
		'LeaveTypeID',
		'Name',
		'TypeOfUnits',
		'NormalEntitlement',
		'LeaveLoadingRate',
		'IsPaidLeave',
		'ShowOnPayslip',
		'LeaveCategoryCode',
		'CurrentRecord',
	],
	fields: leaveTypeFields,
	required: ['Name', 'TypeOfUnits', 'IsPaidLeave', 'ShowOnPayslip', 'IsQualifyingEarnings'],
	shows: 'TypeOfUnits',
	placeholder: 'e.g. Annual Leave',
});
