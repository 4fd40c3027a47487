import type { IDataObject } from 'n8n-workflow';
import type { ListOption } from '../../shared/model/operation';

/** `Ana Reyes · Site Lead · ended 2026-01-31`: what people know each other by, and no more. */
export const employeeLine = ({ firstName, lastName, jobTitle, endDate, employeeID }: IDataObject): readonly ListOption[] => [
	{
		name: [`${String(firstName)} ${String(lastName)}`, jobTitle, typeof endDate === 'string' ? `ended ${endDate}` : undefined]
			.filter((part) => typeof part === 'string' && part !== '')
			.join(' · '),
		value: String(employeeID),
	},
];
