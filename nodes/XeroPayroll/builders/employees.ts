import type { IDataObject } from 'n8n-workflow';
import type { Choice } from '../../shared/inputs/scalars';
import { date } from '../../shared/inputs/scalars';
import type { ListOption } from '../../shared/model/operation';
import { sifted } from './inputs';

const isText = (part: unknown): part is string => typeof part === 'string' && part !== '';

/** `Ana Reyes · Site Lead · ended 2026-01-31`: what people know each other by, and no more; the first day where Xero has no job title. */
export function employeeLine(employee: IDataObject): readonly ListOption[] {
	const { firstName, lastName, jobTitle, startDate, endDate, employeeID } = employee;
	const since = isText(startDate) ? `since ${startDate}` : undefined;
	const ended = isText(endDate) ? `ended ${endDate}` : undefined;
	const name = [`${String(firstName)} ${String(lastName)}`, isText(jobTitle) ? jobTitle : since, ended]
		.filter(isText)
		.join(' · ');
	return [{ name, value: String(employeeID) }];
}

/** What a row of a spreadsheet may call an employee by. */
export const employeeNames = ({ firstName, lastName, email }: IDataObject): readonly string[] => [
	`${String(firstName)} ${String(lastName)}`,
	...(typeof email === 'string' ? [email] : []),
];

/** Whether an employee is employed on a day (YYYY-MM-DD); the last one counts. */
export const isEmployedOn = ({ startDate, endDate }: IDataObject, day: string): boolean =>
	(typeof startDate !== 'string' || startDate <= day) && (typeof endDate !== 'string' || endDate >= day);

/** Who is employed on a day. */
export const employedOn = sifted(date('Employed On'), isEmployedOn);

/** The two that Xero knows. */
export const GENDERS: readonly Choice[] = [
	['F', 'Female'],
	['M', 'Male'],
];
