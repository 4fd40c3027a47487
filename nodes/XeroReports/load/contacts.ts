// What is read of contacts besides their documents: where a statement is sent to, and what Xero says that they owe.

import type { IDataObject } from 'n8n-workflow';
import type { OperationContext } from '../../shared/model/context';
import { isObject } from '../../shared/model/values';
import type { Side } from '../folds/settlements';
import type { CallsLimit } from './callsLimit';
import { listOf } from './lists';
import { recordsById } from './recordsById';
import type { NotReadable } from './trialBalances';
import { notReadable } from './trialBalances';

/** What statements ask of a contact. */
export interface ContactFacts {
	readonly id: string;
	/** '' where it has none. */
	readonly emailAddress: string;
	/** Outstanding of Balances, as Xero gives it: currencies added up unconverted; undefined where Xero gives none. */
	readonly outstanding: number | undefined;
}

const SIDES: Readonly<Record<Side, string>> = { receivable: 'AccountsReceivable', payable: 'AccountsPayable' };

function factsOf(record: IDataObject, side: Side): ContactFacts {
	const balances = isObject(record.Balances) ? record.Balances : {};
	const of = balances[SIDES[side]];
	const outstanding = isObject(of) ? of.Outstanding : undefined;
	return {
		id: String(record.ContactID),
		emailAddress: typeof record.EmailAddress === 'string' ? record.EmailAddress : '',
		outstanding: typeof outstanding === 'number' ? outstanding : undefined,
	};
}

/** The contacts by their IDs, or why they may not be read. */
export async function readContacts(
	call: Pick<OperationContext, 'listAll'>,
	ids: readonly string[],
	side: Side,
	limit: CallsLimit,
): Promise<ReadonlyMap<string, ContactFacts> | NotReadable> {
	const list = listOf('contact');
	try {
		const query = { includeArchived: true };
		const facts = (record: IDataObject): ContactFacts => factsOf(record, side);
		const read = await recordsById(call, ids, { list, what: 'contacts', query }, limit, facts, query);
		return new Map(read.map((contact) => [contact.id, contact]));
	} catch (cause) {
		return notReadable(cause, list.scope);
	}
}
