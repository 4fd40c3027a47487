// Statements of customers or suppliers: what happened with a running balance, or what is open.

import type { IDataObject } from 'n8n-workflow';
import type { Field, Fields } from '../../shared/model/field';
import type { OperationContext, OutputItem, RowFinding } from '../../shared/model/context';
import type { Operation } from '../../shared/model/operation';
import type { Picked } from '../../shared/inputs/locators';
import { choice, flag } from '../../shared/inputs/scalars';
import { asOfAsked, periodAsked } from './daysAsked';
import type { Organisation } from '../facts/organisation';
import { minorOf } from '../facts/money';
import { asOf, asOfDate, period, periodDays } from '../fields/days';
import { noneSent } from '../fields/notSent';
import { contactChosen, ownReport } from '../fields/ownReports';
import type { OwingRecords, Side } from '../folds/settlements';
import type { Statement, StatementOptions } from '../folds/statement';
import { activityStatements, outstandingStatements } from '../folds/statement';
import type { ContactBalances } from '../folds/statementRows';
import { statementRows } from '../folds/statementRows';
import { BOOKS_CALLS, readBooks } from '../load/books';
import type { CallsLimit } from '../load/callsLimit';
import { contactIdsOf, nameCalls } from '../load/contactIds';
import type { ContactFacts } from '../load/contacts';
import { readContacts } from '../load/contacts';
import { loadOwing, owingLists } from '../load/owing';
import type { NotReadable } from '../load/trialBalances';
import { customerStatementPage } from '../pages/customerStatementPage';
import { addDays } from '../rows/days';
import { ianaZoneOf } from '../rows/timeZones';
import { itemsOf, withinMostCalls } from './ownReport';
import type { PageTitle } from './reportPage';
import { headOf, pageFile, withPage } from './reportPage';

const shownFor = (fields: Fields, conditions: Readonly<Record<string, readonly string[]>>): Fields =>
	Object.fromEntries(
		Object.entries(fields).map(([key, field]): [string, Field] => [
			key,
			{ ...field, shownFor: { ...field.shownFor, ...conditions } },
		]),
	);

const required: Fields = {
	contacts: choice('Contacts', [
		['one', 'One Contact'],
		['all', 'All With Something to Show'],
	]),
	type: choice('Type', [
		['outstanding', 'Outstanding', 'What is open on a day'],
		['activity', 'Activity', 'The opening balance, everything that happened in a period, and the balance after it'],
	]),
	rows: choice('Rows', [
		['lines', 'One Item per Line'],
		['contacts', 'One Item per Contact', 'With its lines inside, its email address, and its page if asked for'],
	]),
};

const panelOptional: Fields = {
	...shownFor({ contactId: contactChosen }, { contacts: ['one'] }),
	...shownFor({ asOf: asOf('endOfLastMonth'), ...asOfDate }, { type: ['outstanding'] }),
	...shownFor({ period, ...periodDays }, { type: ['activity'] }),
};

const options: Fields = {
	suppliers: flag('Suppliers', 'Whether to make statements of suppliers: what is owed to them'),
	...ownReport,
};

/** Contacts of which Xero's own balance is read where each has an item of its own anyway, or where they are few: one call. */
const FEW = 40;

/** The days of a statement; of what is open both are the same. */
async function daysOf(call: OperationContext, findings: RowFinding[]): Promise<{ from: string; to: string }> {
	const tell = (finding: RowFinding): void => void findings.push(finding);
	if (call.input.type === 'activity') return await periodAsked(call, tell);
	const day = await asOfAsked(call, tell);
	return { from: day, to: day };
}

/** The contact that is asked for, as it is picked; none for all of them. */
function contactOf(call: OperationContext): Picked[] {
	if (call.input.contacts === 'all') return [];
	const contact = call.input.contactId as Picked | undefined;
	const empty = { place: ['Contact'], says: 'is empty', todo: 'Choose a contact, or Contacts: All With Something to Show' };
	return [contact ?? call.refuse(empty)];
}

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
async function contactsOf(
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
function balancesOf(
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

/** A contact without anything to show is one thing, an ID that is no contact's another. */
async function assertContacts(call: OperationContext, ids: readonly string[], side: Side, limit: CallsLimit): Promise<void> {
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

const notReadFinding = ({ scope, todo }: NotReadable): RowFinding => ({
	code: 'contactsNotRead',
	says: 'contacts could not be read, so that email addresses are empty and nothing is held against the balances of Xero',
	todo: `${todo}; the scope is ${scope}`,
	details: { scope },
});

/** The statement of a contact as one item: its lines inside, the closing balance of each currency beside them. */
function contactItem(rows: readonly IDataObject[], contact: ContactFacts | undefined): IDataObject {
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

/** One item for each contact, with its page where it is asked for; checks stay items of their own. */
async function byContact(
	call: OperationContext,
	items: readonly OutputItem[],
	contacts: ReadonlyMap<string, ContactFacts>,
	organisation: Organisation,
	title: PageTitle,
): Promise<OutputItem[]> {
	const rows = items.filter(({ json }) => json.rowType === 'row');
	const groups = new Map<unknown, OutputItem[]>();
	for (const item of rows) groups.set(item.json.contactId, [...(groups.get(item.json.contactId) ?? []), item]);
	const head = headOf(call, organisation, title);
	const made = [...groups].map(async ([id, group]): Promise<OutputItem> => {
		const own = group.map(({ json }) => json);
		const findings = group.flatMap((item) => item.findings ?? []);
		const binary =
			call.options.alsoAsPage === true
				? await pageFile(call, customerStatementPage({ head, rows: own }), title, String(own[0]?.contactName))
				: undefined;
		return {
			json: contactItem(own, contacts.get(String(id))),
			...(binary ? { binary } : {}),
			...(findings.length ? { findings } : {}),
		};
	});
	return [...(await Promise.all(made)), ...items.filter(({ json }) => json.rowType !== 'row')];
}

async function statements(call: OperationContext): Promise<OutputItem[]> {
	const findings: RowFinding[] = [];
	const picked = contactOf(call);
	const days = await daysOf(call, findings);
	const { organisation } = await readBooks(call);
	const contactIds = await contactIdsOf(call, picked);
	const { baseCurrency } = organisation;
	const side: Side = call.options.suppliers === true ? 'payable' : 'receivable';
	const isActivity = call.input.type === 'activity';
	const wanted = {
		side,
		asOf: isActivity ? addDays(days.from, -1) : days.to,
		contactIds,
	};
	const asked: StatementOptions = { side, ...days, baseCurrency, contacts: picked.length === 0 ? null : new Set(contactIds) };
	const today = call.today(ianaZoneOf(organisation.timezone));
	const { read, findings: ofReading } = await withinMostCalls(
		call,
		owingLists(wanted),
		BOOKS_CALLS + nameCalls(picked),
		'choose One Contact, or a day nearer to today',
		async (limit) => {
			const records = await loadOwing(call, baseCurrency, wanted, limit);
			const made = (isActivity ? activityStatements : outstandingStatements)(records, asked);
			if (made.length === 0) await assertContacts(call, contactIds, side, limit);
			return { records, made, contacts: await contactsOf(call, made, asked, days.to === today, limit) };
		},
	);
	const contacts = 'scope' in read.contacts ? new Map<string, ContactFacts>() : read.contacts;
	if ('scope' in read.contacts) findings.push(notReadFinding(read.contacts));
	const balances = days.to === today && contacts.size > 0 ? balancesOf(contacts, read.made, read.records, today) : undefined;
	const all = statementRows(read.made, asked, call.organisation, balances);
	const items = itemsOf(call, all, [...findings, ...ofReading]);
	const title: PageTitle = {
		report: side === 'receivable' ? 'Customer Statement' : 'Supplier Statement',
		span: isActivity ? days : { asOf: days.to },
	};
	if (call.input.rows === 'contacts') return await byContact(call, items, contacts, organisation, title);
	return await withPage(call, items, organisation, title, (head) => customerStatementPage({ head, rows: all }));
}

/** The operation. */
export const customerStatementReport: Operation = {
	xero: [
		...['getInvoices', 'getCreditNotes', 'getOverpayments', 'getOrganisations', 'getAccounts'],
		...['getPrepayments', 'getPayments', 'getContacts'],
	],
	name: 'Get Customer Statement',
	action: 'Get customer statement',
	description: 'What a customer owes and why: all that is open, or all that happened, with the balance after each',
	method: 'GET',
	path: '/Invoices',
	envelope: 'Invoices',
	required: noneSent(required),
	panelOptional: noneSent(panelOptional),
	query: noneSent(options),
	scope: 'accounting.invoices.read',
	run: async (call) => await statements(call),
};
