import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

import { callsOf, described, type Schema } from '../../xeroDescription';

/**
 * What Xero's answers carry and its schemas do not name. Each is in the examples of Xero's file.
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

/** Xero's own description of the Accounting API, to hold answers against. */
export interface Specification {
	/** Every operationId. */
	operations: string[];
	scopes(operationId: string): readonly string[];
	/** The operationIds whose calls may have a parameter. */
	taking(parameter: string): string[];
	complaints(operationId: string, status: number, body: unknown): string[];
}

/** Makes the checker. */
export function specification(): Specification {
	const description = described('accounting');
	const { components } = description;
	const calls = new Map(callsOf(description).map((call) => [call.id, call]));
	for (const [name, schema] of Object.entries(components.schemas)) close(name, schema);
	const { Payment, BatchPayment } = components.schemas;
	if (Payment?.properties && BatchPayment)
		Payment.properties.BatchPayment = { ...BatchPayment, properties: { ...BatchPayment.properties, ...TEXTS_IN_PAYMENT } };
	const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
	ajv.addSchema({ $id: 'xero', components });
	const compiled = new Map<string, ValidateFunction>();

	return {
		operations: [...calls.keys()],
		scopes: (operationId) => calls.get(operationId)?.scopes ?? [],
		taking: (parameter) =>
			[...calls.values()].filter(({ parameters }) => parameters.some(({ name }) => name === parameter)).map(({ id }) => id),
		complaints(operationId, status, body) {
			const answer = calls.get(operationId)?.answers[String(status)];
			if (!answer && status < 400) return [`${operationId} must not answer ${status}`];
			const content = answer?.['application/json'];
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
