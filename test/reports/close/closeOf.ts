import type { IDataObject } from 'n8n-workflow';
import type { OperationContext } from '../../../nodes/shared/model/context';
import { accountsOf } from '../../../nodes/XeroReports/facts/accounts';
import { minorOf } from '../../../nodes/XeroReports/facts/money';
import { organisationOf } from '../../../nodes/XeroReports/facts/organisation';
import type { TrialBalance } from '../../../nodes/XeroReports/facts/trialBalance';
import type { CloseCheck } from '../../../nodes/XeroReports/folds/closeChecks/checks';
import { CLOSE_CHECKS } from '../../../nodes/XeroReports/folds/closeChecks/checks';
import type { CloseFacts, CloseOptions } from '../../../nodes/XeroReports/folds/closeChecks/closeFacts';
import { openOn } from '../../../nodes/XeroReports/folds/closeChecks/closeFacts';
import { closeRows } from '../../../nodes/XeroReports/folds/closeChecks/closeRows';
import { callsLimit } from '../../../nodes/XeroReports/load/callsLimit';
import { closeLists, loadClose } from '../../../nodes/XeroReports/load/close';
import type { Lists } from './exampleRecords';
import { CHART } from './exampleRecords';

const ORGANISATION = {
	...{ OrganisationID: 'o', Name: 'Kauri Ltd', BaseCurrency: 'NZD', ShortCode: '!kRu7d', CountryCode: 'NZ' },
	...{ FinancialYearEndDay: 31, FinancialYearEndMonth: 3, Timezone: 'NEWZEALANDSTANDARDTIME' },
};
/** The checks of the worked example, which is older than that of lock dates. */
export const ALL: readonly CloseCheck[] = CLOSE_CHECKS.filter((check) => check !== 'taxTie' && check !== 'lockDates');

const OPTIONS: CloseOptions = {
	...{ attachmentFrom: 5000n, oldDays: 90, duplicateDays: 7, suspenseAccounts: null },
	trackingCategory: { id: 'region', name: 'Region' },
	changedSince: '2026-11-10T00:00:00',
};

/** What a test asks for. */
export interface Asked {
	readonly lists: Lists;
	/** By code; left out where the trial balance could not be read. */
	readonly balances?: Readonly<Record<string, number>>;
	readonly options?: Partial<CloseOptions>;
	readonly checks?: readonly CloseCheck[];
	/** Properties of the organisation besides the usual ones. */
	readonly settings?: IDataObject;
	readonly notRead?: ReadonlyMap<CloseCheck, readonly string[]>;
	/** Accounts besides those of the worked example. */
	readonly chart?: readonly IDataObject[];
}

const trialBalance = (balances: Readonly<Record<string, number>>): TrialBalance => ({
	lines: new Map(
		Object.entries(balances).map(([accountId, balance]) => [
			accountId,
			{ accountId, debit: 0n, credit: 0n, balance: minorOf(balance, 2) },
		]),
	),
	withoutAccount: 0n,
});

/** A Xero that sends whole lists whatever is asked for: what does not count has to be told apart by its own status and date. */
const xero = (lists: Lists): Pick<OperationContext, 'listAll' | 'request' | 'recordsIn'> => ({
	listAll: async (_request, _paging, envelope = '', _limit, _id, reading) => {
		await reading?.counted?.(1);
		const records = lists[envelope] ?? [];
		return records.map((record) => (reading?.shape ? reading.shape(record) : record)) as never;
	},
	request: async () => await Promise.resolve({ status: 200, headers: {}, body: {} }),
	recordsIn: () => [],
});

/** The rows of a close as of 2026-10-31, seen on 2026-11-24. */
export async function closeOf({ lists, balances, options = {}, checks = ALL, notRead, settings, chart = [] }: Asked) {
	const accounts = accountsOf([...CHART, ...chart], 'NZD');
	const organisation = organisationOf({ ...ORGANISATION, ...settings });
	const all = { ...OPTIONS, ...options };
	const asked = {
		...{ checks, hasCategory: all.trackingCategory !== null, hasMoment: all.changedSince !== null },
		...{ asOf: '2026-10-31', today: '2026-11-24', changedSince: all.changedSince },
	};
	const context = { organisation, accounts, from: '2026-10-01', to: '2026-10-31', basis: 'accrual' } as const;
	const read = await loadClose(xero(lists), asked, context, callsLimit(closeLists(asked), 0, 300));
	const facts: CloseFacts = {
		...{ organisation, accounts, asOf: '2026-10-31', today: '2026-11-24', options: all },
		trialBalance: balances && trialBalance(balances),
		outstanding: openOn(read.owing, '2026-10-31'),
		...{ records: read.records, claims: read.claims, unreconciled: read.unreconciled },
	};
	return closeRows(facts, checks, notRead ?? new Map(), 'organisation');
}
