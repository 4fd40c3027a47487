/** One field that is wrong; `_default` stands for the whole record. */
export interface InvalidField {
	name: string;
	reason: string;
}

/** What the envelope of a refusal carries. */
export interface Problem {
	type: string;
	title: string;
	status: string;
	detail: string;
	instance: string;
	invalidFields: readonly InvalidField[] | null;
}

/** Thrown anywhere in a handler: the call is answered with the problem and nothing it did is kept. */
export class Refused extends Error {
	constructor(
		readonly status: number,
		readonly title: string,
		readonly detail: string,
		readonly invalidFields: readonly InvalidField[] | null = null,
	) {
		super(`refused with ${status}`);
	}
}

/** 400 with what is wrong with each field. */
export function invalid(fields: readonly InvalidField[]): Refused {
	return new Refused(400, 'BadRequest', 'Validation error occurred.', fields);
}

/** 400 for what is wrong with the record as a whole, or with what it is just now. */
export function forbidden(reason: string, name = '_default'): Refused {
	return invalid([{ name, reason }]);
}

/** 400 for a query that cannot be answered. */
export function badQuery(detail: string): Refused {
	return new Refused(400, 'InvalidRequest', detail);
}

/** 404 for a record that this organisation, or this employee, does not have. */
export function notFound(what: string): Refused {
	return new Refused(404, 'NotFound', `The ${what} could not be found`);
}
