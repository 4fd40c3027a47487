import { z } from 'zod';
import type { Picked } from '../../shared/inputs/locators';
import { named, record } from '../../shared/inputs/locators';
import type { Choice, Words } from '../../shared/inputs/scalars';
import { choice, date, flag, instant, number, text } from '../../shared/inputs/scalars';
import type { Field, Fields } from '../../shared/model/field';
import type { Finding } from '../../shared/model/findings';
import type { IDataObject } from 'n8n-workflow';
import { personal } from './personalData';

/** Pickers that several resources share. */
export const employee = named('Employee', 'employee', {
	modes: { name: { displayName: 'By Name or Email', placeholder: 'e.g. Ana Reyes' } },
});
export const payrollCalendar = named('Payroll Calendar', 'payRunCalendar', { modes: { name: { placeholder: 'e.g. Weekly' } } });
export const earningsRate = named('Earnings Rate', 'earningsRate', { modes: { name: { placeholder: 'e.g. Ordinary Hours' } } });
export const leaveType = named('Leave Type', 'leaveType', { modes: { name: { placeholder: 'e.g. Annual Leave' } } });
export const trackingOption = named('Tracking Option', 'timesheetTracking', {
	description: "Of the category that payroll uses for timesheets. The list needs access to the organisation's settings.",
	modes: { name: { placeholder: 'e.g. North' } },
});
export const payRun = record('Pay Run', 'payRun');

/** The lists of the Accounting API behind pickers of accounts. */
export const ACCOUNTS = ['activeAccount', 'expenseAccount', 'liabilityAccount'] as const;

/** An account of the organisation's: of those that can be booked on, or of one side of payroll. */
export const account = (name: string, finds: (typeof ACCOUNTS)[number] = 'activeAccount'): Field<Picked> =>
	record(name, finds, ['id'], { description: "The list needs access to the organisation's settings" });

/** The employee that a path leads through. */
export const ofEmployee: Fields = { EmployeeID: employee };

/** A number that may stay empty. */
export const amount = (name: string, more: Words & { min?: number; max?: number; whole?: boolean } = {}): Field<number> =>
	number(name, { min: 0, blank: '', ...more });

/** The same of what someone is paid. */
export const pay = (name: string, more: Words = {}): Field<number> => personal(amount(name, more));

export const percentage = (name: string, more: Words = {}): Field<number> => amount(name, { max: 100, ...more });

/** Hours or other units of work: Xero refuses none. */
export const units = (name = 'Number of Units', more: Words = {}): Field<number> => {
	const field = number(name, { blank: '', ...more });
	return { ...field, schema: field.schema.refine((value) => value > 0, 'must be more than 0') };
};

/** Says to the node, and not to Xero, what the rows stand for. */
export const rowPer = (choices: readonly Choice[]): Field<string> => ({
	...choice('One Row Per', choices),
	write: () => undefined,
});

const READ = 'All are read, and those that match are kept';

/** A filter that Xero does not have: the records are sifted once they are read. */
export const sifted = <T>(field: Field<T>, isMeant: (record: IDataObject, value: T) => boolean): Field<T> => ({
	...field,
	ui: { ...field.ui, ...(field.ui.description === undefined || field.ui.type === 'dateTime' ? { description: READ } : {}) },
	write: () => undefined,
	matches: (value) => (record) => isMeant(record, value),
});

/** A picked record by one of its properties. */
export const siftedBy = (property: string, field: Field<Picked>): Field<Picked> =>
	sifted(field, (record, { value }) => String(record[property]).toLowerCase() === value.toLowerCase());

/** One of several codes by the property that has it. */
export const siftedByCode = (property: string, field: Field<string>): Field<string> =>
	sifted(field, (record, value) => record[property] === value);

/** Days of a property from or up to a day, which counts. */
export const siftedFrom = (property: string, label: string): Field<string> =>
	sifted(date(label), (record, day) => String(record[property] ?? '') >= day);
export const siftedTo = (property: string, label: string): Field<string> =>
	sifted(date(label), (record, day) => record[property] !== undefined && String(record[property]) <= day);

/** Records that are in use. */
export const activeOnly = sifted(
	flag('Active Only', 'Whether to leave out what is no longer in use; all are read', true),
	(record, value) => !value || (record.currentRecord !== false && record.isActive !== false),
);

export const modifiedSince = sifted(instant('Modified Since'), (record, since) => String(record.updatedDateUTC ?? '') >= since);

/** What a value of Xero's `filter` cannot hold. */
const TELLS_APART = /[,=]/;

/** A text by which Xero filters; one that its filter cannot hold is looked for here. */
export const filteredText = (property: string, field: Field<string>): Field<string> => ({
	...field,
	filter: (value) => (TELLS_APART.test(value) ? undefined : `${property}==${value.trim()}`),
	matches: (value) =>
		TELLS_APART.test(value)
			? (record) => String(record[property]).trim().toLowerCase() === value.trim().toLowerCase()
			: undefined,
});

/** A picked record by which Xero filters. */
export const filteredBy = (property: string, field: Field<Picked>): Field<Picked> => ({
	...field,
	filter: ({ value }) => `${property}==${value}`,
});

export const filteredFlag = (property: string, field: Field<boolean>): Field<boolean> => ({
	...field,
	filter: (value) => `${property}==${value}`,
});

/** What is wrong with two days of a body that are in the wrong order. */
export const daysInOrder =
	(start: string, end: string, place: string) =>
	(body: IDataObject): Omit<Finding, 'items'> | undefined =>
		typeof body[start] === 'string' && typeof body[end] === 'string' && body[end] < body[start]
			? { place: [place], says: 'is before the start', todo: 'Give days in order' }
			: undefined;

/** Two letters or a name: a choice of all countries would be long. */
export const countryName = text('Country', { placeholder: 'e.g. NZ' });

/** A code with the words of Xero's screens made of it: 'FixedAmount' → 'Fixed Amount'. */
export const inWords = (codes: readonly string[], words: Readonly<Record<string, string>> = {}): readonly Choice[] =>
	codes.map(
		(code) => [code, words[code] ?? code.replace(/([a-z])(?=[A-Z0-9])/g, '$1 ').replace(/(\d)(?=[A-Z])/g, '$1 ')] as const,
	);

/** A text that is one of Xero's IDs. */
export const plainId = (name: string, more: Words = {}): Field<string> => {
	const field = text(name, more);
	return { ...field, schema: z.string().uuid('is not an ID of Xero'), mayBeBlank: false };
};
