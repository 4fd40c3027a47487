import { Refusal } from '../accounting/resource/replies';

/** The types of the OpenAPI file's ProblemType that fit a status. */
const TYPES: Readonly<Record<number, string>> = {
	401: 'unauthorized',
	403: 'invalid-application',
	429: 'rate-limit-error',
	500: 'internal-error',
	503: 'service-unavailable',
};

/** The body of a refusal: what the gateway refuses in this API's name is worded by it too. */
export function refuse(status: number, title: string, detail: string): unknown {
	return { type: TYPES[status] ?? 'invalid-request', title, status, detail };
}

/** 400 for a parameter, in the words of the OpenAPI file's examples. */
export function invalid(detail: string): Refusal {
	return new Refusal({ status: 400, body: refuse(400, 'InvalidRequest', detail) });
}

/** 404 for a bank account that the organisation does not have. */
export function noBankAccount(id: string): Refusal {
	const detail = `Bank account ${id} does not exist`;
	return new Refusal({
		status: 404,
		body: { type: 'bank-account-not-found', title: 'BankAccountNotFound', status: 404, detail },
	});
}

/** 403 for an app that was not approved as a lender's. */
export function notApproved(): Refusal {
	return new Refusal({ status: 403, body: refuse(403, 'InvalidApplication', 'The application may not use the Finance API') });
}
