import type { IDataObject } from 'n8n-workflow';
import type { Choice } from '../../shared/inputs/scalars';
import { chosen, choice, date, flag, text } from '../../shared/inputs/scalars';
import type { Fields } from '../../shared/model/field';
import type { Finding } from '../../shared/model/findings';
import type { Resource } from '../../shared/model/operation';
import { account, activeOnly, amount, daysInOrder, inWords, siftedByCode } from './inputs';
import { namedActive, settingsKind } from './settingsKind';

const RATES: Readonly<Record<string, readonly [property: string, label: string]>> = {
	RatePerUnit: ['ratePerUnit', 'Rate per Unit'],
	MultipleOfOrdinaryEarningsRate: ['multipleOfOrdinaryEarningsRate', 'Multiple of Ordinary Earnings Rate'],
	FixedAmount: ['fixedAmount', 'Fixed Amount'],
};

/** A rate has the figure of its type, and no other. */
function rateFault(body: IDataObject): Omit<Finding, 'items'> | undefined {
	const [own, label] = RATES[String(body.rateType)] ?? [];
	if (own === undefined) return undefined;
	const other = Object.values(RATES).find(([property]) => property !== own && body[property] !== undefined);
	if (other)
		return { place: [other[1]], says: 'does not go with the rate type', todo: `Take it away, or choose another Rate Type` };
	return body.rateType === 'MultipleOfOrdinaryEarningsRate' && body[own] === undefined
		? { place: [label!], says: 'is missing', todo: 'Such a rate is a multiple of the ordinary one' }
		: undefined;
}

/** What employees earn by; `types` as the country has them. */
export const earningsRates = (types: readonly Choice[]): Resource => {
	const fields = {
		name: text('Name', { min: 1 }),
		earningsType: choice('Earnings Type', types, { preset: 'RegularEarnings' }),
		rateType: chosen(
			'Rate Type',
			inWords(Object.keys(RATES), { MultipleOfOrdinaryEarningsRate: 'Multiple of Ordinary Earnings Rate' }),
		),
		typeOfUnits: text('Type of Units', { min: 1, placeholder: 'e.g. Hours' }),
		expenseAccountID: account('Expense Account', 'expenseAccount'),
		fixedAmount: amount('Fixed Amount'),
		multipleOfOrdinaryEarningsRate: amount('Multiple of Ordinary Earnings Rate', { placeholder: 'e.g. 1.5' }),
		ratePerUnit: amount('Rate per Unit'),
	};
	return settingsKind({
		key: 'earningsRate',
		name: 'Earnings Rate',
		plural: 'Earnings Rates',
		description: 'What employees earn by: ordinary hours, overtime, allowances',
		path: 'EarningsRates',
		id: 'earningsRateID',
		envelopes: ['earningsRate', 'earningsRates'],
		hole: 'EarningsRateID',
		fields,
		xero: { getAll: 'getEarningsRates', get: 'getEarningsRate', create: 'createEarningsRate' },
		needed: ['name', 'earningsType', 'rateType', 'typeOfUnits', 'expenseAccountID'],
		filters: { activeOnly, earningsType: siftedByCode('earningsType', fields.earningsType) },
		listOptions: { earningsRate: namedActive('name', 'earningsRateID', 'typeOfUnits') },
		validate: rateFault,
	});
};

/** Types of leave; `more` are inputs that only a country has, `searches` lists of some of them. */
export const leaveTypes = (more: Fields = {}, searches: Resource['listOptions'] = {}): Resource =>
	settingsKind({
		key: 'leaveType',
		name: 'Leave Type',
		plural: 'Leave Types',
		description: 'A type of leave that the organisation has',
		path: 'LeaveTypes',
		id: 'leaveTypeID',
		envelopes: ['leaveType', 'leaveTypes'],
		hole: 'LeaveTypeID',
		fields: {
			name: text('Name', { min: 1 }),
			isPaidLeave: flag('Is Paid Leave', 'Whether the leave is paid'),
			showOnPayslip: flag('Show on Payslip', 'Whether the balance shows on payslips'),
			...more,
		},
		xero: { getAll: 'getLeaveTypes', get: 'getLeaveType', create: 'createLeaveType' },
		needed: ['name', 'isPaidLeave', 'showOnPayslip'],
		filters: { ActiveOnly: flag('Active Only', 'Whether to leave out what is no longer in use', true) },
		listOptions: { leaveType: namedActive('name', 'leaveTypeID', 'typeOfUnits'), ...searches },
	});

/** What employees are paid back; `more` are inputs that only a country has. */
export const reimbursements = (more: Fields = {}): Resource =>
	settingsKind({
		key: 'reimbursement',
		name: 'Reimbursement',
		plural: 'Reimbursements',
		description: 'What employees are paid back, such as travel',
		path: 'Reimbursements',
		id: 'reimbursementID',
		envelopes: ['reimbursement', 'reimbursements'],
		hole: 'ReimbursementID',
		fields: { name: text('Name', { min: 1 }), accountID: account('Account'), ...more },
		xero: { getAll: 'getReimbursements', get: 'getReimbursement', create: 'createReimbursement' },
		needed: ['name', 'accountID'],
		filters: { activeOnly },
		listOptions: { reimbursement: namedActive('name', 'reimbursementID') },
	});

/** Pay calendars; `types` and the name of the ID in the path as the country has them. */
export const payRunCalendars = (types: readonly string[], hole: string): Resource => {
	const calendarType = choice('Calendar Type', inWords(types), { preset: 'Weekly' });
	return settingsKind({
		key: 'payRunCalendar',
		name: 'Pay Run Calendar',
		plural: 'Pay Run Calendars',
		description: 'How often employees are paid, and for which days',
		path: 'PayRunCalendars',
		id: 'payrollCalendarID',
		envelopes: ['payRunCalendar', 'payRunCalendars'],
		hole,
		fields: {
			name: text('Name', { min: 1 }),
			calendarType,
			periodStartDate: date('Period Start', { description: 'First day of the first pay period; its end follows from the type' }),
			paymentDate: date('Payment Date', { description: 'When the first pay period is paid' }),
		},
		xero: { getAll: 'getPayRunCalendars', get: 'getPayRunCalendar', create: 'createPayRunCalendar' },
		needed: ['name', 'calendarType', 'periodStartDate', 'paymentDate'],
		filters: { calendarType: siftedByCode('calendarType', calendarType) },
		listOptions: {
			payRunCalendar: ({ name, periodStartDate, payrollCalendarID }) => [
				{ name: `${String(name)} · next period from ${String(periodStartDate)}`, value: String(payrollCalendarID) },
			],
		},
		validate: daysInOrder('periodStartDate', 'paymentDate', 'Payment Date'),
	});
};
