import type { IDataObject } from 'n8n-workflow';
import { flag } from '../../shared/inputs/scalars';
import type { OperationContext, OutputItem } from '../../shared/model/context';
import { stateOf } from '../../shared/model/errorState';
import type { Operation } from '../../shared/model/operation';
import { objectsIn, toError } from '../../shared/model/values';
import { valueOf } from '../../shared/operations/crud';
import { PAGES } from './conventions';
import { payRun } from './inputs';
import type { ItemList, JournalPlaces, PaySlipEntries } from './journalEntries';
import { idKey, paySlipEntries, placedLines } from './journalEntries';
import type { AccountNames } from './journalRows';
import { journalRows } from './journalRows';

/** A country's journal: where everything goes, and what it is read by. */
export interface PayRunJournal extends JournalPlaces {
	/** Xero's operations: the pay run, its payslips, each list, the settings. */
	readonly xero: readonly string[];
	/** Path of the list of payslips. */
	readonly paySlips: string;
	readonly description: string;
}

/** The Accounting API, which has every account of the organisation. */
const ACCOUNTING = { basePath: '/api.xro/2.0', path: '/Accounts', envelope: 'Accounts', scope: 'accounting.settings.read' };

const byId = (records: readonly IDataObject[], id: string): ReadonlyMap<string, IDataObject> =>
	new Map(records.map((record) => [idKey(record[id]), record]));

/** The items of a list by their ID; read once for all pay runs of a run. */
async function readItems(call: OperationContext, { path, envelope, id }: ItemList): Promise<ReadonlyMap<string, IDataObject>> {
	return byId(await call.listOnce({ path, scope: 'payroll.settings.read' }, PAGES, envelope, id), id);
}

/** The accounts that payroll posts to. */
async function readAccounts(call: OperationContext): Promise<IDataObject[]> {
	const request = { path: '/Settings', envelope: 'settings', scope: 'payroll.settings.read' };
	const answer = await call.once(request.path, async () => await call.request(request));
	return call.recordsIn(answer, 'settings').flatMap(({ accounts }) => objectsIn(accounts));
}

/** All accounts of the organisation; none where the connection may not read them: their IDs have to do then. */
async function readChart(call: OperationContext): Promise<IDataObject[]> {
	try {
		const answer = await call.once(ACCOUNTING.path, async () => await call.request(ACCOUNTING));
		return call.recordsIn(answer, ACCOUNTING.envelope);
	} catch (cause) {
		const { lacks } = stateOf(cause) ?? {};
		if (lacks === 'scope' || lacks === 'access') return [];
		throw toError(cause);
	}
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Code and name of the accounts of entries: from payroll's settings, and from the organisation's accounts where those do not have them. */
async function namesOf(
	call: OperationContext,
	paySlips: readonly PaySlipEntries[],
	accounts: readonly IDataObject[],
): Promise<ReadonlyMap<string, AccountNames>> {
	const own = accounts.map(({ accountID, code, name }) => [idKey(accountID), { code: text(code), name: text(name) }] as const);
	const known = new Map(own);
	const isMissing = paySlips.some(({ entries }) => entries.some(({ accountID }) => !known.has(idKey(accountID))));
	const chart = isMissing ? await readChart(call) : [];
	return new Map([
		...chart.map(({ AccountID, Code, Name }) => [idKey(AccountID), { code: text(Code), name: text(Name) }] as const),
		...own,
	]);
}

/** What a pay run comes to in the books. */
async function rowsOf(call: OperationContext, journal: PayRunJournal): Promise<readonly OutputItem[]> {
	await call.request({ path: call.path, envelope: 'payRun' });
	const query = { PayRunID: valueOf(call, 'PayRunID') };
	const request = { path: journal.paySlips, query, envelope: 'paySlips', scope: 'payroll.payslip.read' };
	const paySlips = await call.listAll(request, PAGES, request.envelope, undefined, 'paySlipID');
	if (paySlips.length === 0) return [];
	const used = new Set(paySlips.flatMap((paySlip) => placedLines(journal, paySlip)).map(({ place: { items } }) => items));
	const lists = [...new Set(journal.places.flatMap(({ items }) => items ?? []))].filter((list) => used.has(list));
	const [items, accounts] = await Promise.all([
		Promise.all(lists.map(async (list) => [list, await readItems(call, list)] as const)),
		readAccounts(call),
	]);
	const settings = { accounts, items: new Map(items) };
	const entries = paySlips.map((paySlip) => paySlipEntries(journal, settings, paySlip));
	const names = await namesOf(call, entries, accounts);
	const rows = journalRows(entries, names, call.options.byEmployee === true);
	// A warning needs a row to stand in.
	const [warning] = rows.length ? [] : entries.flatMap(({ findings }) => findings);
	if (warning === undefined) return rows;
	const { code: _code, details: _details, ...finding } = warning;
	return call.refuse({ ...finding, state: 'refused' });
}

/** Journal rows of a pay run: what its payslips come to on each side of each account. */
export const getJournalRows = (journal: PayRunJournal): Operation => ({
	xero: journal.xero,
	name: 'Get Journal Rows',
	action: 'Get journal rows of a pay run',
	description: journal.description,
	method: 'GET',
	path: '/PayRuns/{PayRunID}',
	envelope: 'payRun',
	required: { PayRunID: payRun },
	query: {
		byEmployee: {
			...flag('By Employee', 'Whether each employee has rows of their own, with the employee ID', true),
			write: () => undefined,
		},
	},
	scope: 'payroll.payruns.read',
	notice:
		'Xero has entered a posted pay run in its own ledger already. Use these rows for another ledger, or to check. Amounts that do not add up, and accounts that are not known, are told of in the rows.',
	run: async (call) => await rowsOf(call, journal),
});
