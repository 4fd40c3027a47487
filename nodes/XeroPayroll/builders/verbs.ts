import type { IDataObject } from 'n8n-workflow';
import type { Picked } from '../../shared/inputs/locators';
import { named, record } from '../../shared/inputs/locators';
import type { Field, Fields } from '../../shared/model/field';
import { asNumber, decimalOf, sumOf } from '../../shared/model/decimal';
import type { Operation, RecordType } from '../../shared/model/operation';
import type { Paging } from '../../shared/model/request';
import type { RowOverrides } from '../../shared/operations/crud';
import { aNoun, create, get, list, remove, setStatus } from '../../shared/operations/crud';
import type { Before, Replacing } from '../../shared/operations/replaceRecord';
import { replaceRecord } from '../../shared/operations/replaceRecord';
import { PAGES } from './conventions';

/** How the records of version 2.0 travel: alone and bare; `one` and `many` wrap what comes back. */
export const travels = (one: string, many: string): Pick<RecordType, 'writes' | 'envelopes'> => ({
	writes: { create: 'POST', update: 'PUT', body: 'bare' },
	envelopes: { one, many },
});

/** What the names of a kind do not say. */
interface Wording {
	/** Name of the record in its path, in Xero's spelling: 'LeaveID'. */
	readonly hole?: string;
	/** What is picked before it. */
	readonly inside?: Fields;
	/** The list behind its picker. */
	readonly finds?: string;
	/** What picks the record, where it is not made from its name. */
	readonly pickedBy?: Field;
	/** As in 'Get leave', where 'Get a leave' is no English. */
	readonly noun?: string;
	readonly shape?: Operation['shape'];
}

/** Of whom a part of an employee is: Xero's answer does not say so. */
export const withEmployee: NonNullable<Operation['shape']> = (record, input) => ({
	employeeID: (input.EmployeeID as Picked).value,
	...record,
});

/** The rows of a resource of version 2.0, made from its kind. */
export function verbs(kind: RecordType, { hole = kind.id, inside = {}, finds = kind.key, pickedBy, noun, shape }: Wording = {}) {
	const own = pickedBy ?? (kind.namesOf ? named : record)(kind.name, finds);
	const picker: Fields = { ...inside, [hole]: own };
	const member = `/${kind.path}/{${hole}}`;
	const a = noun ?? aNoun(kind);
	const shaped = shape ? { shape } : {};
	return {
		/** Where one record is. */
		member,
		picker,
		getAll: (
			xero: string | readonly string[],
			filters: Fields = {},
			paging: Paging = PAGES,
			extra: RowOverrides = {},
		): Operation => ({
			...list(kind, xero, filters, paging),
			required: inside,
			...shaped,
			...extra,
		}),
		get: (xero: string, extra: RowOverrides = {}): Operation => ({
			...get(kind, xero),
			action: `Get ${a}`,
			path: member,
			required: picker,
			...shaped,
			...extra,
		}),
		create: (xero: string | readonly string[], required: readonly string[], extra: RowOverrides = {}): Operation => {
			const row = create(kind, xero, required);
			return { ...row, action: `Create ${a}`, required: { ...inside, ...row.required }, ...shaped, ...extra };
		},
		/** Read first, where it cannot be read alone in a list. */
		update: (xero: readonly string[], whole: Fields, extra: Partial<Replacing> & { before?: Before } = {}): Operation =>
			replaceRecord(kind, {
				xero,
				action: `Update ${a}`,
				path: member,
				required: picker,
				whole,
				...shaped,
				...extra,
			}),
		delete: (xero: string, extra: RowOverrides = {}): Operation => ({
			...remove(kind, xero),
			action: `Delete ${a}`,
			description: `Delete ${a} permanently`,
			path: member,
			required: picker,
			// The answer wraps nothing, or is nothing.
			envelope: kind.envelopes?.one ?? kind.path,
			body: 'bare',
			...extra,
		}),
		/** POST without a body that changes a state. */
		act: (xero: string, name: string, step: string, description: string, extra: RowOverrides = {}): Operation => ({
			...setStatus(kind, xero, name, {}, description),
			method: 'POST',
			path: `${member}/${step}`,
			required: picker,
			...shaped,
			...extra,
		}),
	};
}

/** Units of several rows together, without what adding up leaves in the last places. */
export const totalOf = (rows: readonly IDataObject[], property: string): number =>
	asNumber(sumOf(rows.flatMap((row) => decimalOf(row[property]) ?? [])));
