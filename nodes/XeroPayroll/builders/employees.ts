import type { IDataObject } from 'n8n-workflow';
import type { Choice } from '../../shared/inputs/scalars';
import { date } from '../../shared/inputs/scalars';
import type { ListOption } from '../../shared/model/operation';
import { sifted } from './inputs';

/** `Ana Reyes · Site Lead · ended 2026-01-31`: what people know each other by, and no more; the first day where Xero has no job title. */
export const employeeLine = ({
	firstName,
	lastName,
	jobTitle,
	startDate,
	endDate,
	employeeID,
}: IDataObject): readonly ListOption[] => [
	{
		name: [
			`${String(firstName)} ${String(lastName)}`,
			jobTitle ?? (typeof startDate === 'string' ? `since ${startDate}` : undefined),
			typeof endDate === 'string' ? `ended ${endDate}` : undefined,
		]
			.filter((part) => typeof part === 'string' && part !== '')
			.join(' · '),
		value: String(employeeID),
	},
];

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
