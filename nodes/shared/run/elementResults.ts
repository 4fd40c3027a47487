// What an answer says of one record: saved, refused or unconfirmed.

import type { IDataObject } from 'n8n-workflow';
import { NO_REASON } from '../model/findings';
import type { RefusalDetails } from '../model/context';
import { sentencesIn, messages, identifies, property, confirmingKeys } from '../model/element';
import type { ElementConventions, Operation } from '../model/operation';
import type { Parameters } from './parameters';

/** What an answer says of one record that was written. */
export type ElementResult =
	| { readonly is: 'saved'; readonly record: IDataObject; readonly warnings: readonly string[] }
	/** `open` where Xero gives reasons, but does not say that nothing was written. */
	| { readonly is: 'refused'; readonly sentences: readonly string[]; readonly record?: IDataObject; readonly open?: true }
	/** It may have been written, but the answer does not say so, or says two things. */
	| { readonly is: 'unconfirmed'; readonly sentences: readonly string[]; readonly record: IDataObject };

const isRefused = (record: IDataObject): boolean => String(record.StatusAttributeString ?? '').toUpperCase() === 'ERROR';

/** Whether a record, or anything inside it, is refused: by its status, or by reasons, even such as say nothing. */
function refusalWithin(record: unknown): boolean {
	if (record === null || typeof record !== 'object') return false;
	if (Array.isArray(record)) return record.some(refusalWithin);
	const { ValidationErrors } = record as IDataObject;
	if (isRefused(record as IDataObject) || (Array.isArray(ValidationErrors) && ValidationErrors.length > 0)) return true;
	return Object.keys(record).some((key) => key !== 'Warnings' && refusalWithin((record as IDataObject)[key]));
}

/**
 * Reads what became of a record: it is saved only with its own ID and without a refusal anywhere inside it.
 * @param record what Xero answered for it
 */
export function resultOf(
	record: IDataObject,
	operation: Pick<Operation, 'confirmedBy'>,
	each?: Pick<ElementConventions, 'reasons'>,
): ElementResult {
	const reasons = each?.reasons(record) ?? [];
	if (reasons.length) return { is: 'refused', sentences: reasons, record };
	const sentences = sentencesIn(record);
	if (isRefused(record)) return { is: 'refused', sentences, record };
	const identified = confirmingKeys(operation).every((name) => identifies(property(record, name)));
	if (identified && !refusalWithin(record)) return { is: 'saved', record, warnings: messages(record.Warnings) };
	// Without a status a reason alone tells of a refusal, as in Xero's own examples of items, manual journals and receipts, unless the
	// record says that it has none.
	const fine = record.HasErrors === false || record.HasValidationErrors === false;
	const own = messages(record.ValidationErrors).length > 0;
	if (own && !fine && record.StatusAttributeString === undefined) return { is: 'refused', sentences, record };
	if (sentences.length && !identified) return { is: 'refused', sentences, record, open: true };
	return { is: 'unconfirmed', sentences, record };
}

/** The ID of a record that a write names: in its path, or in its body; undefined for one that is new. */
export function targetIdOf(operation: Operation, { pathParameters, body }: Pick<Parameters, 'pathParameters' | 'body'>): unknown {
	const last = /\{(\w+)\}$/.exec(operation.path)?.[1];
	const [id] = confirmingKeys(operation);
	if (last !== undefined) return pathParameters[last];
	if (id === undefined) return undefined;
	return operation.method !== 'PUT' || id in operation.required ? body[id] : undefined;
}

const LOOK = 'Look in Xero before sending it again';

/** How a record that is not saved is told of: Xero's sentences where there are some, else what its answer lacks. */
export function explain(
	result: Exclude<ElementResult, { is: 'saved' }>,
	operation: Pick<Operation, 'confirmedBy'>,
): Omit<RefusalDetails, 'state'> {
	const { sentences, record = {} } = result;
	const [sentence, ...more] = sentences;
	if (result.is === 'refused')
		return {
			...(sentence === undefined ? NO_REASON : { says: `Xero says: ${sentence}` }),
			sentences,
			description: [
				...more,
				result.open
					? 'It may have been written all the same: look in Xero before sending it again.'
					: 'Nothing of this record was written. Change what Xero names and run again.',
			].join(' '),
		};
	const lacking = confirmingKeys(operation).filter((name) => !identifies(property(record, name)));
	const why = sentence === undefined ? `its answer has no ${lacking.join(' and ') || 'good status'}` : `it says: ${sentence}`;
	return {
		says: `Xero did not confirm that it was written: ${why}`,
		todo: LOOK,
		sentences,
		description: [...more, 'It may have been written, but it cannot be told from the answer.'].join(' '),
	};
}
