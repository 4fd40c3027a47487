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

/** How what a journal is made of is read. */
export interface JournalReading extends Pick<JournalPlaces, 'accountBy'> {
	/** Where the pay run is, and the name under which an answer has it. */
	readonly path: string;
	readonly envelope: string;
	/** The payslips of the pay run, with IDs, total pay and amounts of lines under the names of version 2.0. */
	readPaySlips(call: OperationContext): Promise<readonly IDataObject[]>;
	/** The items of a list. */
	readItems(call: OperationContext, list: ItemList): Promise<readonly IDataObject[]>;
	/** The accounts that payroll posts to: accountID, type, code, name. */
	readAccounts(call: OperationContext): Promise<readonly IDataObject[]>;
}

/** A country's journal: where everything goes, and what it is read by. */
export interface PayRunJournal extends JournalPlaces, JournalReading {
	/** Xero's operations: the pay run, its payslips, each list, the settings. */
	readonly xero: readonly string[];
	readonly description: string;
}

/** The Accounting API, which has every account of the organisation. */
const ACCOUNTING = { basePath: '/api.xro/2.0', path: '/Accounts', envelope: 'Accounts', scope: 'accounting.settings.read' };

const byId = (records: readonly IDataObject[], id: string): ReadonlyMap<string, IDataObject> =>
	new Map(records.map((record) => [idKey(record[id]), record]));

/** How version 2.0 is read; `paySlips`: path of the list of payslips. Items and settings are read once for all pay runs of a run. */
export const journalReading = (paySlips: string): JournalReading => ({
	accountBy: 'accountID',
	path: '/PayRuns/{PayRunID}',
	envelope: 'payRun',
	async readPaySlips(call) {
		await call.request({ path: call.path, envelope: 'payRun' });
		const query = { PayRunID: valueOf(call, 'PayRunID') };
		const request = { path: paySlips, query, envelope: 'paySlips', scope: 'payroll.payslip.read' };
		return await call.listAll(request, PAGES, request.envelope, undefined, 'paySlipID');
	},
	readItems: async (call, { path, envelope, id }) =>
		await call.listOnce({ path, scope: 'payroll.settings.read' }, PAGES, envelope, id),
	async readAccounts(call) {
		const request = { path: '/Settings', envelope: 'settings', scope: 'payroll.settings.read' };
		const answer = await call.once(request.path, async () => await call.request(request));
		return call.recordsIn(answer, 'settings').flatMap(({ accounts }) => objectsIn(accounts));
	},
});

/** All accounts of the organisation; none where the connection may not read them: their IDs or codes have to do then. */
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

/** The accounts of entries: from payroll's settings, and from the organisation's accounts where those do not have them. */
async function namesOf(
	call: OperationContext,
	paySlips: readonly PaySlipEntries[],
	accounts: readonly IDataObject[],
	by: JournalReading['accountBy'],
): Promise<ReadonlyMap<string, AccountNames>> {
	const known = (all: readonly IDataObject[]) =>
		all
			.filter((one) => text(one[by]) !== null)
			.map((one): [string, AccountNames] => [
				idKey(one[by]),
				{ ...(by === 'code' ? { id: text(one.accountID) } : {}), code: text(one.code), name: text(one.name) },
			]);
	const own = new Map(known(accounts));
	const used = new Map(paySlips.flatMap(({ entries }) => entries.map(({ account }) => [idKey(account), account] as const)));
	const missing = [...used].filter(([key]) => !own.has(key));
	const chart = missing.length ? await readChart(call) : [];
	// Of an account that nobody lists its code is known, where it is named by that.
	const coded = by === 'code' ? missing.map(([key, code]): [string, AccountNames] => [key, { id: null, code, name: null }]) : [];
	const more = chart.map(({ AccountID, Code, Name }) => ({ accountID: AccountID, code: Code, name: Name }));
	return new Map([...coded, ...known(more), ...own]);
}

/** What a pay run comes to in the books. */
async function rowsOf(call: OperationContext, journal: PayRunJournal): Promise<readonly OutputItem[]> {
	const paySlips = await journal.readPaySlips(call);
	if (paySlips.length === 0) return [];
	const used = new Set(paySlips.flatMap((paySlip) => placedLines(journal, paySlip)).map(({ place: { items } }) => items));
	const lists = [...new Set(journal.places.flatMap(({ items }) => items ?? []))].filter((list) => used.has(list));
	const [items, accounts] = await Promise.all([
		Promise.all(lists.map(async (list) => [list, byId(await journal.readItems(call, list), list.id)] as const)),
		journal.readAccounts(call),
	]);
	const settings = { accounts, items: new Map(items) };
	const entries = paySlips.map((paySlip) => paySlipEntries(journal, settings, paySlip));
	const names = await namesOf(call, entries, accounts, journal.accountBy);
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
	path: journal.path,
	envelope: journal.envelope,
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
