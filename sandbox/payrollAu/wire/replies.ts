import { randomUUID } from 'node:crypto';

import { isBody } from '../../accounting/resource/input';
import { type Body, exception, Refusal } from '../../accounting/resource/replies';
import { Refused } from '../../payroll/wire/problems';
import type { Reply } from '../../route';
import type { Call } from '../office';

/** Answers with records under their plural name, or with one thing under its own. */
export function answer({ request }: Call, name: string, record: unknown): Reply {
	const head = { Id: randomUUID(), Status: 'OK', ProviderName: 'Xero Suite Sandbox' };
	return { body: { ...head, DateTimeUTC: `/Date(${request.clock.now()})/`, [name]: record } };
}

/** 400 ValidationException (10). What was sent stands under the plural of the resource, not under Elements, with what is wrong in it. */
export function refused(name: string, sent: unknown): Refusal {
	const body = { ErrorNumber: 10, Type: 'ValidationException', Message: 'A validation exception occurred', [name]: sent };
	return new Refusal({ status: 400, body });
}

/** What was sent with the sentences of a refusal at it. @throws what else it was refused for */
export function withSentences(sent: Body, refusal: unknown): Body {
	if (!(refusal instanceof Refused) || !refusal.invalidFields) throw refusal;
	return { ...sent, ValidationErrors: refusal.invalidFields.map(({ reason }) => ({ Message: reason })) };
}

/** The elements of a body, which is a bare list. @throws 400: 14 for an object and for what is no list of objects, 17 for nothing */
export function elements({ request: { body } }: Call): Body[] {
	if (body === undefined || body === null || (Array.isArray(body) && body.length === 0))
		throw exception(17, 'NoDataProcessedException', 'No data has been processed for this endpoint.');
	if (!Array.isArray(body) || !body.every(isBody))
		throw exception(14, 'PostDataInvalidException', 'JSON for post data was invalid, a list was expected.');
	return body;
}

/** Writes every element or none, and answers with what `write` gives of each. @throws 400 with the sentences at their elements */
export function written(call: Call, plural: string, write: (sent: Body) => Body): Reply {
	let wrong = false;
	const bodies = elements(call).map((sent) => {
		try {
			return write(sent);
		} catch (refusal) {
			wrong = true;
			return withSentences(sent, refusal);
		}
	});
	if (wrong) throw refused(plural, bodies);
	return answer(call, plural, bodies);
}

/** The same for a call that changes the record in its path. @throws 400 also for more than one element */
export function changed(call: Call, plural: string, write: (sent: Body) => Body): Reply {
	if (elements(call).length > 1) throw exception(14, 'PostDataInvalidException', 'Only one element can be sent in this request.');
	return written(call, plural, write);
}
