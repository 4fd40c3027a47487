import { readFileSync } from 'node:fs';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { CORE_SCHEMA, load } from 'js-yaml';

import { described } from '../../xeroDescription';

interface Schema {
	$ref?: string;
	properties?: Record<string, Schema>;
	items?: Schema;
	required?: string[];
	additionalProperties?: boolean;
	[key: string]: unknown;
}
interface Operation {
	operationId: string;
	parameters?: Array<{ $ref?: string; name?: string }>;
	security: Array<{ OAuth2?: string[] }>;
	responses: Record<string, { $ref?: string; content?: Record<string, { schema: Schema }> }>;
}
interface Spec {
	paths: Record<string, Record<string, Operation>>;
	components: { schemas: Record<string, Schema>; responses: Record<string, { content?: Record<string, { schema: Schema }> }> };
}

/**
 * What Xero's answers carry and its schemas do not name. Each is in the examples of the same file.
 */
const UNNAMED: Readonly<Record<string, readonly string[]>> = {
	// The envelope of every answer.
	'*': ['Id', 'Status', 'ProviderName', 'DateTimeUTC'],
	Invoice: ['DateString', 'DueDateString'],
	HistoryRecord: ['DateUTCString'],
	ContactGroup: ['HasValidationErrors'],
	PurchaseOrder: ['DateString', 'DeliveryDateString', 'ExpectedArrivalDateString', 'HasErrors', 'IsDiscounted', 'Type'],
	Receipt: ['ID'],
	// The two that summarizeErrors=false, a parameter of these operations, adds to every element.
	RepeatingInvoice: ['StatusAttributeString', 'ValidationErrors'],
	Budget: ['Status'],
	// Of the 1099 report.
	Report: ['Fields'],
	TrackingOption: ['HasValidationErrors', 'IsDeleted', 'IsArchived', 'IsActive'],
	CreditNote: ['ID', 'DateString', 'DueDateString', 'Attachments'],
	Prepayment: ['ID', 'DateString'],
	Overpayment: ['ID', 'DateString'],
	BankTransaction: ['DateString', 'Attachments'],
	BankTransfer: ['DateString', 'CreatedDateUTCString', 'Attachments', 'StatusAttributeString'],
	// Every element of an answer to summarizeErrors=false has it, by Xero's pages.
	BatchPayment: ['StatusAttributeString'],
};
/** In a payment, Xero's example writes these two of its batch as texts; in a batch itself they are what the schema says. */
const TEXTS_IN_PAYMENT = { TotalAmount: { type: 'string' }, IsReconciled: { type: 'string' } };
/** A refused element is the element as it was sent: the spec names its ids only. */
const OPEN = ['Element'];

/** Checks answers against the response schemas of the spec; undefined when the spec is not there. */
export function specification():
	| {
			/** Every operationId. */
			operations: string[];
			scopes(operationId: string): string[];
			/** The operationIds whose calls may have a parameter. */
			taking(parameter: string): string[];
			complaints(operationId: string, status: number, body: unknown): string[];
	  }
	| undefined {
	const path = described('xero_accounting.yaml');
	if (path === undefined) return undefined;
	const spec = load(readFileSync(path, 'utf8'), { schema: CORE_SCHEMA }) as Spec;
	const operations = Object.values(spec.paths).flatMap((methods) =>
		Object.values(methods).filter((one) => one.operationId !== undefined),
	);
	for (const [name, schema] of Object.entries(spec.components.schemas)) close(name, schema);
	const { Payment, BatchPayment } = spec.components.schemas;
	if (Payment?.properties && BatchPayment)
		Payment.properties.BatchPayment = { ...BatchPayment, properties: { ...BatchPayment.properties, ...TEXTS_IN_PAYMENT } };
	const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
	ajv.addSchema({ $id: 'xero', components: spec.components });
	const compiled = new Map<string, ValidateFunction>();

	return {
		scopes: (operationId) =>
			operations.find((one) => one.operationId === operationId)?.security.flatMap((one) => one.OAuth2 ?? []) ?? [],
		operations: operations.map((one) => one.operationId),
		taking: (parameter) =>
			operations
				.filter((one) => one.parameters?.some(({ $ref, name }) => ($ref?.split('/').at(-1) ?? name) === parameter))
				.map((one) => one.operationId),
		complaints(operationId, status, body) {
			const operation = operations.find((one) => one.operationId === operationId);
			const response = operation?.responses[String(status)];
			if (!response && status < 400) return [`${operationId} must not answer ${status}`];
			const shared = response?.$ref?.split('/').at(-1);
			const content = (shared ? spec.components.responses[shared] : response)?.content?.['application/json'];
			const ref = content?.schema.$ref ?? (status === 400 ? '#/components/schemas/Error' : undefined);
			if (ref === undefined) return body === undefined || status >= 400 ? [] : [`${operationId} must not have a JSON body`];
			const validate = compiled.get(ref) ?? ajv.compile({ $ref: `xero${ref}` });
			compiled.set(ref, validate);
			if (validate(body)) return [];
			return (validate.errors ?? []).map(
				(error) => `${operationId} ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
			);
		},
	};
}

/** Forbids properties that a schema does not name, but for those in the lists above. */
function close(name: string, schema: Schema): void {
	if (schema.properties && !OPEN.includes(name)) {
		for (const extra of [...(UNNAMED['*'] ?? []), ...(UNNAMED[name] ?? [])]) schema.properties[extra] ??= {};
		schema.additionalProperties = false;
	}
}
