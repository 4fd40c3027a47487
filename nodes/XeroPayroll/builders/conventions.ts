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

/** The node for each country that Xero has a Payroll API for, by ISO 3166. */
const NODES = { GB: 'Xero Payroll UK', NZ: 'Xero Payroll NZ' };

/** A country as sentences name it, and its code. */
export interface PayrollCountry {
	readonly code: keyof typeof NODES;
	/** As in "organisations in New Zealand". */
	readonly name: string;
}

/**
 * How a country's Payroll API, version 2.0, differs from Xero's others.
 * @param days its own names of calendar dates
 */
export const payrollConventions = ({ code, name }: PayrollCountry, days: readonly string[]): Conventions => ({
	country: { code, nodes: NODES },
	calendarDates: new Set([...DAYS, ...days]),
	moments: new Set(['dateTimeUTC', 'lastEdited', 'postedDateTime']),
	isRefusal,
	accessRequirements: (scope) =>
		scope.startsWith('payroll') || scope === ''
			? `Payroll must be set up in Xero for this organisation, the demo company too, and the user who connected it must be a payroll administrator. This node works with organisations in ${name}.`
			: '',
	sentences: (body, sent, labelOf) => labelledSentencesOf(body, labelOf).map((sentence) => withoutPersonalData(sentence, sent)),
});
