import { isGuid } from '../../shared/model/values';
import type { Cell } from './tree';

/** IDs that Xero makes up for lines without an account, such as Current Year Earnings: 0000…, abab…. */
const MADE_UP = /^([0-9a-f]{2})(?:-?\1)+$/i;

const isAccount = (id: string): boolean => /^account(id)?$/i.test(id);
const isDocument = (id: string): boolean => /^(invoice|creditnote|overpayment|prepayment)id$/i.test(id);

/** What the cells of one row name beside their texts. */
export interface RowIds {
	readonly accountId: string | null;
	/** The row stands for several accounts: Xero gives it a word in place of an ID (FXGROUPID). */
	readonly isGroup: boolean;
	/** The invoice, bill or credit that a row of an aged report is. */
	readonly documentId: string | null;
}

/** Reads the attributes of a row's cells. */
export function idsIn(cells: readonly Cell[]): RowIds {
	const given = cells.flatMap(({ attributes }) => attributes).filter(({ value }) => value !== '');
	const accounts = given.filter(({ id }) => isAccount(id)).map(({ value }) => value);
	const documents = given.filter(({ id }) => isDocument(id)).map(({ value }) => value);
	return {
		accountId: accounts.find((value) => isGuid(value) && !MADE_UP.test(value)) ?? null,
		isGroup: accounts.some((value) => !isGuid(value)),
		documentId: documents.find(isGuid) ?? null,
	};
}
