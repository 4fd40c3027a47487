// Xero's own sentences, read out of the body of a refusal.

import { sentencesIn } from './element';
import type { LabelOf } from './operation';
import { isObject, objectsIn } from './values';

const LONGEST = 300;

type Json = Readonly<Record<string, unknown>>;

/** Projects name the field beside its sentence, which often does so itself. */
const named = (field: string, sentence: string): string => {
	const name = field.split('.').pop() ?? field;
	return name === '' || sentence.toLowerCase().includes(name.toLowerCase()) ? sentence : `${name}: ${sentence}`;
};

const texts = (value: unknown): string[] => {
	if (typeof value === 'string') return [value];
	return Array.isArray(value) ? value.flatMap(texts) : [];
};

/** A property by its name in either case: 401 and 403 come as Title, Detail or title, detail. */
const said = (body: Json, name: string): string[] => texts(body[name] ?? body[name.charAt(0).toLowerCase() + name.slice(1)]);

/** Pages of load balancers say what matters in their title; plain text says it in its first line. */
function inText(body: string): string[] {
	if (/<html|<!doctype/i.test(body)) return texts(/<title[^>]*>([^<]*)/i.exec(body)?.[1]);
	return texts(body.trim().split(/\r?\n/)[0]).map((line) => line.slice(0, LONGEST));
}

/** Assets tell of fields by name: "purchaseDate: …" (xero-facts 2.8). */
const ofFields = (value: unknown): string[] =>
	objectsIn(value).flatMap((one) => {
		const sentence = [one.localisedMessage, one.detail, one.title].find((text) => typeof text === 'string' && text !== '');
		return typeof sentence === 'string' ? [one.fieldName ? `${String(one.fieldName)}: ${sentence}` : sentence] : [];
	});

/** Payroll names the field beside each reason, some by a path; `_default` stands for the whole record. */
const inFields = ({ invalidFields }: Json, labelOf: LabelOf): string[] =>
	objectsIn(invalidFields).flatMap(({ name, reason }) => {
		const field = name === '_default' ? '' : String(name ?? '');
		return texts(reason).map((one) => named(labelOf(field) ?? field, one));
	});

/** Bank Feeds tell of each statement or connection in `error` or `errors`. */
export const ofItem = ({ error, errors }: Json): string[] =>
	[...objectsIn(error === undefined ? [] : [error]), ...objectsIn(errors)].flatMap((one) =>
		said(one, 'Detail').concat(said(one, 'Title')).slice(0, 1),
	);

function inObject(body: Json, labelOf: LabelOf): string[] {
	const { Elements, ...rest } = body;
	const fields = isObject(body.problem) ? inFields(body.problem, labelOf) : [];
	const particular = [
		...(Array.isArray(Elements) ? Elements.flatMap((element) => sentencesIn(element)) : []),
		...sentencesIn(rest),
		...ofFields(body.fieldValidationErrors),
		...ofFields(body.resourceValidationErrors),
		...objectsIn(body.items).flatMap(ofItem),
		...fields,
	];
	const { problem, modelState } = body;
	const further = [
		...(isObject(modelState)
			? Object.entries(modelState).flatMap(([field, says]) => texts(says).map((one) => named(field, one)))
			: []),
		...(isObject(problem) && fields.length === 0 ? [...said(problem, 'Detail'), ...said(problem, 'Title')] : []),
		...said(body, 'Message'),
		...said(body, 'Detail'),
		...said(body, 'Title'),
	];
	// "A validation exception occurred" says nothing beside the sentences it stands for.
	return [
		...particular,
		...further.filter((sentence) => particular.length === 0 || !/^a validation exception occurred/i.test(sentence)),
	];
}

/**
 * Reads Xero's sentences out of the body of a refusal, the most particular first, each once (xero-facts 2.8):
 * ValidationErrors wherever they stand, fieldValidationErrors, items with errors, Message, modelState, problem, Detail, Title,
 * plain text, the title of an HTML page.
 */
export const sentencesOf = (body: unknown): string[] => labelledSentencesOf(body);

/** The same, with the labels of the inputs that an answer tells of by a path. */
export function labelledSentencesOf(body: unknown, labelOf: LabelOf = () => undefined): string[] {
	const found =
		typeof body === 'string'
			? inText(body)
			: Array.isArray(body)
				? body.flatMap((one: unknown) => labelledSentencesOf(one, labelOf))
				: isObject(body)
					? inObject(body, labelOf)
					: [];
	return [...new Set(found.map((sentence) => sentence.trim()))].filter((sentence) => sentence !== '');
}
