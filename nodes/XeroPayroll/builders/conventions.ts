import once from 'lodash/once';
import type { IDataObject } from 'n8n-workflow';
import type { PayrollCountry } from './otherCountry';
import { otherCountry } from './otherCountry';
import { labelledSentencesOf } from '../../shared/model/errorMessages';
import type { Conventions, Resource } from '../../shared/model/operation';
import type { Paging } from '../../shared/model/request';
import { isObject } from '../../shared/model/values';
import { personalNamesIn, withoutPersonalData } from './personalData';

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

/** Version 1.0 tells of a refused record under the plural of its kind, where Xero's other APIs have `Elements`. */
function withElements(body: unknown): unknown {
	if (!isObject(body) || body.ErrorNumber === undefined) return body;
	const lists = Object.entries(body).filter(([, value]) => Array.isArray(value));
	const rest = Object.fromEntries(Object.entries(body).filter(([, value]) => !Array.isArray(value)));
	return { ...rest, Elements: lists.flatMap(([, list]) => list as unknown[]) };
}

/** The resources of a table; asked for once a sentence is to be read, as they come with the conventions of their API. */
type Table = () => readonly Resource[];

/** What all of Xero's Payroll APIs have in common. */
function common(
	country: PayrollCountry,
	table: Table,
): Pick<Conventions, 'accessRequirements' | 'otherCountry' | 'sentences' | 'repeatable'> {
	const names = once(() => personalNamesIn(table().flatMap(({ operations }) => Object.values(operations))));
	const repeatable = (sentence: string, sent: unknown): string => withoutPersonalData(sentence, sent, names());
	return {
		otherCountry: otherCountry(country),
		accessRequirements: (scope) =>
			scope.startsWith('payroll') || scope === ''
				? `Payroll must be set up in Xero for this organisation, the demo company too, and the user who connected it must be a payroll administrator. This node works with organisations in ${country.name}.`
				: '',
		sentences: (body, sent, labelOf) =>
			labelledSentencesOf(withElements(body), labelOf).map((sentence) => repeatable(sentence, sent)),
		repeatable,
	};
}

/**
 * How a country's Payroll API, version 2.0, differs from Xero's others.
 * @param days its own names of calendar dates
 * @param table its resources, whose inputs say what is of a person
 */
export const payrollConventions = (country: PayrollCountry, days: readonly string[], table: Table): Conventions => ({
	...common(country, table),
	calendarDates: new Set([...DAYS, ...days]),
	moments: new Set(['dateTimeUTC', 'lastEdited', 'postedDateTime']),
	isRefusal,
});

/** How Australia's version 1.0 differs from Xero's other APIs: days travel as `/Date(ms+0000)/`, midnight UTC of the day. */
export const payrollV1Conventions = (country: PayrollCountry, table: Table): Conventions => ({
	...common(country, table),
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
