// Statements of customers or suppliers: what happened with a running balance, or what is open.

import type { Field, Fields } from '../../shared/model/field';
import type { OperationContext, OutputItem, RowFinding } from '../../shared/model/context';
import type { Operation } from '../../shared/model/operation';
import type { Picked } from '../../shared/inputs/locators';
import { choice, flag } from '../../shared/inputs/scalars';
import { asOfAsked, periodAsked } from './daysAsked';
import type { Organisation } from '../facts/organisation';
import { asOf, asOfDate, period, periodDays } from '../fields/days';
import { noneSent } from '../fields/notSent';
import { contactChosen, ownReport } from '../fields/ownReports';
import type { Side } from '../folds/settlements';
import type { StatementOptions } from '../folds/statement';
import { activityStatements, outstandingStatements } from '../folds/statement';
import { statementRows } from '../folds/statementRows';
import { BOOKS_CALLS, readBooks } from '../load/books';
import { contactIdsOf, nameCalls } from '../load/contactIds';
import type { ContactFacts } from '../load/contacts';
import { loadOwing, owingLists } from '../load/owing';
import { customerStatementPage } from '../pages/customerStatementPage';
import { addDays } from '../rows/days';
import { ianaZoneOf } from '../rows/timeZones';
import { itemsOf, withinMostCalls } from './ownReport';
import type { PageTitle } from './reportPage';
import { headOf, pageFile, withPage } from './reportPage';
import { assertContacts, balancesOf, contactItem, contactsNotRead, contactsOf } from './statementContacts';

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
	if ('scope' in read.contacts) findings.push(contactsNotRead(read.contacts));
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
		...['getInvoices', 'getOrganisations', 'getAccounts', 'getCreditNotes', 'getOverpayments'],
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
