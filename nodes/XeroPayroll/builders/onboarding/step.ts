// A step of setting an employee up: its inputs, what is there of it already, and what it sends.

import type { IDataObject } from 'n8n-workflow';
import { collection, group, rows } from '../../../shared/inputs/collections';
import type { Field, Fields } from '../../../shared/model/field';
import type { Finding } from '../../../shared/model/findings';
import { kindOf } from '../../../shared/model/findings';
import type { Operation } from '../../../shared/model/operation';
import type { Paging } from '../../../shared/model/request';
import { isObject } from '../../../shared/model/values';
import type { There } from './there';

type Fault = Omit<Finding, 'items'>;

/** One step, as a country has it. The runner knows no more of it than this. */
export interface Step {
	/** Its name among the inputs, in the output and in the state of an error: 'salaryAndWages'. */
	readonly key: string;
	/** Label of its inputs: 'Salary and Wages'. */
	readonly name: string;
	/** In a sentence, with its verb: 'salary and wages', 'were'. */
	readonly noun: string;
	readonly verb: 'was' | 'were';
	/** The operation that does it by itself: its inputs and what is wrong with them, its path, how its answer is confirmed. */
	readonly row: Operation;
	/** What one of several is called, where each is a request of its own: 'Leave Type'. */
	readonly each?: string;
	readonly outcome: 'created' | 'saved';
	/** Where what is there is read; it is in the employee's own record unless said. */
	readonly reads?: {
		readonly path: string;
		readonly envelope: string;
		readonly paging?: Paging;
		/** An employee may have none: then Xero answers with null. */
		readonly mayBeNull?: true;
	};
	/** What there is already of what is given. `records`: what was read. */
	there(given: IDataObject, records: readonly IDataObject[]): There;
	/** The body, where it is more than what is given. `before`: what was read, where it is to be sent along. */
	written?(given: IDataObject, before: IDataObject | undefined): IDataObject;
}

/** The operation's inputs, without the picker of the employee. */
function inputsOf({ required, panelOptional = {}, optional = {} }: Operation) {
	const { EmployeeID: _employee, ...needed } = required;
	return { needed, shown: { ...needed, ...panelOptional }, folded: optional };
}

const labelOf = (fields: Fields, key: string): string => fields[key]?.ui.displayName ?? key;

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** Values that are right by themselves, in Xero's shape. */
const written = (fields: Fields, given: IDataObject): IDataObject =>
	Object.fromEntries(
		Object.entries(given).flatMap(([key, value]) => {
			const { schema, write } = fields[key] ?? {};
			if (!schema?.safeParse(value).success) return [];
			const xero = write ? write(value) : value;
			return xero === undefined ? [] : [[key, xero as IDataObject]];
		}),
	);

/**
 * What is missing in the inputs of a step, and what of them does not go together.
 * @param given each input's plain value, or Xero's shape of it
 * @param body the same in Xero's shape
 */
function faultsIn({ row }: Step, place: readonly string[], given: IDataObject, body: IDataObject): Fault[] {
	const { needed } = inputsOf(row);
	const missing = Object.keys(needed)
		.filter((key) => isEmpty(given[key]))
		.map((key): Fault => ({ place: [...place, labelOf(needed, key)], says: 'is missing' }));
	const together = [row.validate?.(body) ?? []].flat().map((fault): Fault => ({
		...fault,
		place: [...place, ...(fault.place ?? [])],
	}));
	// What is missing is told once.
	const told = new Set(missing.map((fault) => String(fault.place)));
	return [...missing, ...together.filter((fault) => !told.has(String(fault.place)))];
}

const placeOf = ({ name, each }: Step, index: number): readonly string[] => [each === undefined ? name : `${each} ${index + 1}`];

/** What is given for a step, part by part: as many requests as it makes. */
export const partsOf = ({ each }: Step, given: unknown): unknown[] =>
	each === undefined ? [given] : Array.isArray(given) ? (given as unknown[]) : [given];

/** The inputs of a step as one input of the panel. */
export function inputOf(step: Step): Field {
	const { needed, shown, folded } = inputsOf(step.row);
	const fields: Fields = { ...shown, ...folded };
	const base: Field =
		step.each !== undefined
			? rows(step.name, step.each, shown, { folded })
			: Object.keys(needed).length
				? group(step.name, shown, { folded })
				: collection(step.name, fields);
	return {
		...base,
		faults: (value) =>
			partsOf(step, value).flatMap((given, index) =>
				isObject(given) ? faultsIn(step, placeOf(step, index), given, written(fields, given)) : [],
			),
	};
}

/** What is wrong with what a body has for a step, given as JSON. */
export function faultsOf(step: Step, body: IDataObject): Fault[] {
	const given = body[step.key];
	if (given === undefined) return [];
	if (step.each !== undefined && !Array.isArray(given))
		return [{ place: [step.name], says: `is ${kindOf(given)}; a list is needed` }];
	return partsOf(step, given).flatMap((one, index) =>
		isObject(one)
			? faultsIn(step, placeOf(step, index), one, one)
			: [{ place: placeOf(step, index), says: `is ${kindOf(one)}; an object is needed` }],
	);
}

/** The label of one of a step's inputs. */
export const labelIn = ({ row }: Step, property: string): string => {
	const { shown, folded } = inputsOf(row);
	return labelOf({ ...shown, ...folded }, property);
};
