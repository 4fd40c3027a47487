import type { IDataObject } from 'n8n-workflow';

/** Numbers that name no document: those of banks, tax offices and phones stay out of messages. */
const NOT_ITS_OWN = /^(BankAccount|Account|Company|Phone|Tax)Number$/;
const numberIn = (record: unknown): unknown =>
	record !== null && typeof record === 'object'
		? Object.entries(record).find(
				([key, value]) => /^[A-Z]\w*Number$/.test(key) && !NOT_ITS_OWN.test(key) && typeof value === 'string',
			)?.[1]
		: undefined;
/** A record in a message: what a person would call it, with whose it is. */
function nameOf(record: IDataObject): string {
	const { Name } = (record.Contact ?? {}) as IDataObject;
	return [referenceOf(record), typeof Name === 'string' ? Name.slice(0, 60) : ''].filter((part) => part !== '').join(', ');
}

/** What a person would call a record in a message: its number, that of the document it settles, its name or code. */
function referenceOf(record: IDataObject): string {
	const { Invoice, CreditNote, Name, Code, Reference, Narration } = record;
	const said = [numberIn(record), numberIn(Invoice), numberIn(CreditNote), Name, Code, Reference, Narration].find(
		(value) => typeof value === 'string' && value !== '',
	);
	return typeof said === 'string' ? said.slice(0, 60) : '';
}

/** What a person would call a record in a message. */
export const recordName = (record: IDataObject): { readonly name: string; readonly reference: string } => ({
	name: nameOf(record),
	reference: referenceOf(record),
});
