import type { IDataObject } from 'n8n-workflow';
import { labelledSentencesOf } from '../../shared/model/errorMessages';
import type { Conventions } from '../../shared/model/operation';
import type { Paging } from '../../shared/model/request';
import { isObject } from '../../shared/model/values';
import { withoutPersonalData } from './personalData';

/** Every list of version 2.0: pages of 100 that say how many there are; a page past the last one is refused. */
export const PAGES: Paging = { by: 'page', size: 100, fixed: true, counted: true };

/** How a list of which nothing else is known goes on. */
export const pagesOf = (_name: string, { pagination }: IDataObject): Paging | undefined =>
	isObject(pagination) ? PAGES : undefined;

/** Every list of Australia's version 1.0: pages of 100 that do not say how many there are; a page that is not full is the last. */
export const UNCOUNTED_PAGES: Paging = { by: 'page', size: 100, fixed: true };

/** Parts of an employee come whole. */
export const WHOLE: Paging = { by: 'nothing' };

/** Days that both countries have; everything else is a moment. */
const DAYS = [
	'date',
	'dateOfBirth',
	'effectiveFrom',
	'endDate',
	'fixedTermEndDate',
	'paymentDate',
	'periodEndDate',
	'periodStartDate',
	'scheduleOfAccrualDate',
	'startDate',
];

/** A wrapper whose `problem` is not null tells of a refusal, whatever its status. */
const isRefusal = (body: unknown): boolean => isObject(body) && isObject(body.problem);

/** What all of Xero's Payroll APIs have in common. `country`: as in "organisations in New Zealand". */
const common = (country: string): Pick<Conventions, 'accessRequirements' | 'sentences'> => ({
	accessRequirements: (scope) =>
		scope.startsWith('payroll') || scope === ''
			? `Payroll must be set up in Xero for this organisation, the demo company too, and the user who connected it must be a payroll administrator. This node works with organisations in ${country}.`
			: '',
	sentences: (body, sent, labelOf) => labelledSentencesOf(body, labelOf).map((sentence) => withoutPersonalData(sentence, sent)),
});

/**
 * How a country's Payroll API, version 2.0, differs from Xero's others.
 * @param country as in "organisations in New Zealand"
 * @param days its own names of calendar dates
 */
export const payrollConventions = (country: string, days: readonly string[]): Conventions => ({
	...common(country),
	calendarDates: new Set([...DAYS, ...days]),
	moments: new Set(['dateTimeUTC', 'lastEdited', 'postedDateTime']),
	isRefusal,
});

/** How Australia's version 1.0 differs from Xero's other APIs: days travel as `/Date(ms+0000)/`, midnight UTC of the day. */
export const payrollV1Conventions = (country: string): Conventions => ({
	...common(country),
	calendarDates: new Set([
		'DateOfBirth',
		'EndDate',
		'OpeningBalanceDate',
		'PaymentDate',
		'PaymentDateForThisPeriod',
		'PayPeriodEndDate',
		'PayPeriodStartDate',
		'PayRunPeriodEndDate',
		'PayRunPeriodStartDate',
		'ReferenceDate',
		'StartDate',
		'TerminationDate',
	]),
	writesMsDates: true,
});
