import type { IDataObject } from 'n8n-workflow';
import { isoDates } from './dates';
import type { Dialect } from './model';
import type { Page } from './pages';
import type { Answer } from './request';

const objects = (value: unknown): IDataObject[] =>
	Array.isArray(value) ? value.filter((one): one is IDataObject => one !== null && typeof one === 'object') : [];

/**
 * The records inside an answer, dates made ISO: what stands under the envelope's name, a bare array, or the body itself.
 * 304 (nothing new since If-Modified-Since) and an empty body hold none.
 */
export function opened({ status, body }: Answer, envelope: string | undefined, dialect: Dialect): IDataObject[] {
	if (status === 304 || body === null || typeof body !== 'object' || Buffer.isBuffer(body)) return [];
	const inside = envelope === undefined ? undefined : (body as IDataObject)[envelope];
	const records = Array.isArray(body)
		? body
		: inside === undefined
			? envelope === undefined
				? [body]
				: []
			: Array.isArray(inside)
				? inside
				: [inside];
	return isoDates(objects(records), dialect.calendarDates);
}

/** One page of a list with what Xero says of the whole. */
export function page(answer: Answer, envelope: string | undefined, dialect: Dialect): Page {
	const records = opened(answer, envelope, dialect);
	const { pagination, TotalCount, PerPage } = (answer.body ?? {}) as Readonly<Record<string, unknown>>;
	const { pageCount, itemCount } = (pagination ?? {}) as Readonly<Record<string, unknown>>;
	// Files count in words of their own.
	const total = itemCount ?? TotalCount;
	const pages =
		pageCount ?? (Number(TotalCount) > 0 && Number(PerPage) > 0 ? Math.ceil(Number(TotalCount) / Number(PerPage)) : undefined);
	return {
		records,
		...(typeof pages === 'number' ? { pages } : {}),
		...(typeof total === 'number' ? { total } : {}),
	};
}

/** 'Contact.Name' → ContactName, 'Contact.ContactID' → ContactID. */
const flatName = (path: string): string => path.split('.').reduce((name, part) => (part.startsWith(name) ? part : name + part));

const reach = (record: IDataObject, path: string): unknown =>
	path
		.split('.')
		.reduce<unknown>(
			(value, part) => (value !== null && typeof value === 'object' ? (value as IDataObject)[part] : undefined),
			record,
		);

/** What the pack itself adds to a record; Simplify keeps it. */
const isOurs = (key: string): boolean => key.startsWith('_') || ['deleted', 'note', 'success'].includes(key);

/**
 * The fields Simplify keeps, flat; null where the record does not have one, so that every row has the same columns.
 * What only says that something was done, or has none of the fields, stays as it is.
 */
export function simplified(record: IDataObject, keep: readonly string[]): IDataObject {
	if (record.success === true || keep.every((path) => reach(record, path) === undefined)) return record;
	const flat: IDataObject = {};
	for (const path of keep) flat[flatName(path)] = (reach(record, path) ?? null) as IDataObject;
	const ours = Object.entries(record).filter(([key]) => isOurs(key));
	return { ...flat, ...Object.fromEntries(ours) };
}

/** Numbers that name no document: those of banks, tax offices and phones stay out of messages. */
const NOT_ITS_OWN = /^(BankAccount|Account|Company|Phone|Tax)Number$/;

const numberIn = (record: unknown): unknown =>
	record !== null && typeof record === 'object'
		? Object.entries(record).find(
				([key, value]) => /^[A-Z]\w*Number$/.test(key) && !NOT_ITS_OWN.test(key) && typeof value === 'string',
			)?.[1]
		: undefined;

/** A record in a message: what a person would call it, with whose it is. */
export function nameOf(record: IDataObject): string {
	const { Name } = (record.Contact ?? {}) as IDataObject;
	return [referenceOf(record), typeof Name === 'string' ? Name.slice(0, 60) : ''].filter((part) => part !== '').join(', ');
}

/** What a person would call a record in a message: its number, that of the document it settles, its name or code. */
export function referenceOf(record: IDataObject): string {
	const { Invoice, CreditNote, Name, Code, Reference, Narration } = record;
	const said = [numberIn(record), numberIn(Invoice), numberIn(CreditNote), Name, Code, Reference, Narration].find(
		(value) => typeof value === 'string' && value !== '',
	);
	return typeof said === 'string' ? said.slice(0, 60) : '';
}
