import { Refusal } from '../accounting/resource/replies';

/** What is wrong with one field: its name as .NET spells it, what was sent, and the sentence for people. */
export interface Complaint {
	readonly field: string;
	readonly value: unknown;
	readonly message: string;
}

const TYPES = 'http://common.service.xero.com/errors';

function body(type: string, title: string, detail: string, fields: readonly Complaint[] = [], resource?: string): unknown {
	const named = (sentence: string) => ({ title: 'Validation Error', detail: sentence });
	return {
		resourceValidationErrors:
			resource === undefined
				? []
				: [{ resourceName: resource, localisedMessage: detail, type: `${TYPES}/validation/resource`, ...named(detail) }],
		fieldValidationErrors: fields.map(({ field, value, message }) => ({
			fieldName: field,
			valueProvided:
				value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value),
			localisedMessage: message,
			type: `${TYPES}/validation/field`,
			...named(message),
		})),
		type: `${TYPES}/${type}`,
		title,
		detail,
	};
}

/** The body of what the gateway refuses in this API's name. */
export function refuse(_status: number, title: string, detail: string): unknown {
	return body(title.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase(), title, detail);
}

/** 400 with the fields that are wrong; words and types are those of the example in the OpenAPI file. */
export function invalid(complaints: readonly Complaint[]): Refusal {
	const text = body('validation', 'The resource update failed validation.', 'Validation Errors', complaints);
	return new Refusal({ status: 400, body: text });
}

/** 404 for an asset that this organisation does not have. */
export function notFound(what: string): Refusal {
	return new Refusal({ status: 404, body: refuse(404, 'NotFound', `${what} was not found`) });
}

/** 409 for an asset type that is there already (OpenAPI: "a type already exists"). */
export function taken(message: string): Refusal {
	return new Refusal({
		status: 409,
		body: body('validation', 'The resource update failed validation.', message, [], 'AssetType'),
	});
}
