import { Refusal } from '../accounting/resource/replies';

/** Sentences by the field they are about, as ASP.NET names it: `model.Name`. */
export type ModelState = Record<string, string[]>;

/** The body of what the gateway refuses in this API's name. */
export function refuse(_status: number, _title: string, detail: string): unknown {
	return { message: detail, modelState: {} };
}

/** 400 with what is wrong with each field; the form is that of Xero's page on response codes of Projects. */
export function invalid(modelState: ModelState): Refusal {
	return new Refusal({ status: 400, body: { message: 'The request is invalid.', modelState } });
}

/** 400 for what the state of a record forbids. */
export function forbidden(field: string, sentence: string): Refusal {
	return invalid({ [field]: [sentence] });
}

/** 404 for a record that this organisation, or this project, does not have. */
export function notFound(what: string): Refusal {
	return new Refusal({ status: 404, body: refuse(404, 'NotFound', `The ${what} you have specified cannot be found`) });
}
