// What statements have of their contacts: email addresses, and what Xero itself says that they owe.

import type { IDataObject } from 'n8n-workflow';
import type { OperationContext, RowFinding } from '../../shared/model/context';
import { minorOf } from '../facts/money';
import type { OwingRecords, Side } from '../folds/settlements';
import type { Statement, StatementOptions } from '../folds/statement';
import type { ContactBalances } from '../folds/statementRows';
import type { CallsLimit } from '../load/callsLimit';
import type { ContactFacts } from '../load/contacts';
import { readContacts } from '../load/contacts';
import type { NotReadable } from '../load/trialBalances';

/** Contacts of which Xero's own balance is read where each has an item of its own anyway, or where they are few: one call. */
const FEW = 40;

/** Contacts of whom something is dated after today, which Xero counts already, or who have open credits, which it may count or not. */
const notComparable = ({ documents }: OwingRecords, today: string): Set<string> =>
	new Set(
		documents
			.filter(
				({ list, open, date, payments, allocations }) =>
					date > today ||
					(list !== 'Invoices' && open !== 0n) ||
					[...payments, ...allocations].some((settlement) => settlement.date > today),
			)
			.map(({ contactId }) => contactId),
	);

/** What is read of the contacts of some statements, where it is of use. */
export async function contactsOf(
	call: OperationContext,
	statements: readonly Statement[],
	{ side }: StatementOptions,
	isToday: boolean,
	limit: CallsLimit,
): Promise<ReadonlyMap<string, ContactFacts> | NotReadable> {
	const ids = [...new Set(statements.map(({ contactId }) => contactId))];
	const isOfUse = call.input.rows === 'contacts' || (isToday && ids.length <= FEW);
	return isOfUse ? await readContacts(call, ids, side, limit) : new Map();
}

/** What Xero says that contacts owe, in minor units of the one currency of their statement. */
export function balancesOf(
	contacts: ReadonlyMap<string, ContactFacts>,
	statements: readonly Statement[],
	records: OwingRecords,
	today: string,
): ContactBalances {
	const outstanding = statements.flatMap(({ contactId, decimals }): Array<[string, bigint]> => {
		const given = contacts.get(contactId)?.outstanding;
		return given === undefined ? [] : [[contactId, minorOf(given, decimals)]];
	});
	return { outstanding: new Map(outstanding), notComparable: notComparable(records, today) };
}

/**
 * A contact without anything to show is one thing, an ID that is no contact's another.
 * @throws NodeOperationError where Xero has no contact with one of the IDs; where contacts may not be read nothing is said
 */
export async function assertContacts(
	call: OperationContext,
	ids: readonly string[],
	side: Side,
	limit: CallsLimit,
): Promise<void> {
	const found = await readContacts(call, ids, side, limit);
	const unknown = 'scope' in found ? undefined : ids.find((id) => !found.has(id));
	if (unknown !== undefined)
		call.refuse({
			place: ['Contact'],
			value: unknown,
			says: 'Xero has no contact with this ID',
			todo: 'Choose it From List',
			state: 'refused',
		});
}

/** What is told where contacts may not be read. */
export const contactsNotRead = ({ scope, todo }: NotReadable): RowFinding => ({
	code: 'contactsNotRead',
	says: 'contacts could not be read, so that email addresses are empty and nothing is held against the balances of Xero',
	todo: `${todo}; the scope is ${scope}`,
	details: { scope },
});

/** The statement of a contact as one item: its lines inside, the closing balance of each currency beside them. */
export function contactItem(rows: readonly IDataObject[], contact: ContactFacts | undefined): IDataObject {
	const [first = {}] = rows;
	const closings = rows.filter(({ event }) => event === 'closing');
	const openings = new Map(rows.filter(({ event }) => event === 'opening').map(({ currency, balance }) => [currency, balance]));
	const [only, ...others] = closings;
	const isOne = others.length === 0;
	return {
		report: first.report,
		rowType: 'row',
		organisationId: first.organisationId,
		statement: first.statement,
		type: first.type,
		contactId: first.contactId,
		contactName: first.contactName,
		emailAddress: contact?.emailAddress || null,
		currency: isOne ? only?.currency : null,
		balance: isOne ? only?.balance : null,
		balances: closings.map(({ currency, balance }) => ({ currency, opening: openings.get(currency) ?? null, closing: balance })),
		lines: rows.map(
			({ report: _r, rowType: _t, organisationId: _o, statement: _s, type: _y, contactId: _c, contactName: _n, ...line }) => line,
		),
		from: first.from,
		to: first.to,
	};
}
