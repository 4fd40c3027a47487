import type { Body } from '../accounting/resource/replies';
import { codes, type Ledger, money, type Movement, total } from './ledger';
import type { Account } from './records';

/** An activity by Xero's name, the account types whose money belongs to it, and what its receipts and its payments are called. */
interface Activity {
	readonly name: string;
	readonly receipts: string;
	readonly payments: string;
	takes(type: string): boolean;
}

const INVESTED = ['FIXED', 'NONCURRENT'];
const FINANCED = ['LIABILITY', 'TERMLIAB', 'EQUITY'];
const ACTIVITIES: readonly Activity[] = [
	{
		name: 'Operating Activities',
		receipts: 'Receipts from customers',
		payments: 'Payments to suppliers and employees',
		takes: (type) => !INVESTED.includes(type) && !FINANCED.includes(type),
	},
	{
		name: 'Investing Activities',
		receipts: 'Proceeds from sale of property, plant and equipment',
		payments: 'Payment for property, plant and equipment',
		takes: (type) => INVESTED.includes(type),
	},
	{
		name: 'Financing Activities',
		receipts: 'Proceeds from borrowings',
		payments: 'Repayment of borrowings',
		takes: (type) => FINANCED.includes(type),
	},
];

const isCash = ({ Type }: Account): boolean => Type === 'BANK';

/** What one account took in or gave out. */
interface Flow {
	readonly account: Account;
	readonly cents: bigint;
}

/**
 * GET /FinancialStatements/Cashflow, by the direct method: for each document that moved money on bank accounts, what its other accounts
 * took in or gave out. A transfer between banks moves nothing. `seen` are the movements with debtors and creditors looked through.
 */
export function cashflow({ movements }: Ledger, seen: readonly Movement[], from: string, to: string): Body {
	const held = (until: (date: string) => boolean): bigint =>
		total(movements.filter((one) => isCash(one.account) && until(one.date)).map(({ cents }) => cents));
	const [opening, closing] = [held((date) => date < from), held((date) => date <= to)];
	const flows = flowsOf(seen.filter(({ date }) => date >= from && date <= to));
	return {
		startDate: from,
		endDate: to,
		cashBalance: {
			openingCashBalance: money(opening),
			closingCashBalance: money(closing),
			netCashMovement: money(closing - opening),
		},
		cashflowActivities: ACTIVITIES.map((activity) => {
			const mine = flows.filter(({ account }) => activity.takes(account.Type));
			const types = [
				{ name: activity.receipts, flows: mine.filter(({ cents }) => cents > 0n) },
				{ name: activity.payments, flows: mine.filter(({ cents }) => cents < 0n) },
			];
			return {
				name: activity.name,
				total: money(total(mine.map(({ cents }) => cents))),
				cashflowTypes: types.filter((type) => type.flows.length > 0).map((type) => write(type.name, type.flows)),
			};
		}),
	};
}

/** Flows of the journals that touch a bank, added up by document: what was paid and taken back is no flow. */
function flowsOf(movements: readonly Movement[]): Flow[] {
	const moving = new Set(movements.filter(({ account }) => isCash(account)).map(({ journal }) => journal));
	const found = new Map<string, Flow>();
	for (const { account, cents, journal, sourceType, sourceId } of movements) {
		if (!moving.has(journal) || isCash(account)) continue;
		const key = `${sourceType} ${sourceId} ${account.AccountID}`;
		found.set(key, { account, cents: (found.get(key)?.cents ?? 0n) - cents });
	}
	return [...found.values()];
}

function write(name: string, flows: readonly Flow[]): Body {
	const accounts = new Map<string, Flow>();
	for (const { account, cents } of flows)
		accounts.set(account.AccountID, { account, cents: (accounts.get(account.AccountID)?.cents ?? 0n) + cents });
	return {
		name,
		total: money(total(flows.map(({ cents }) => cents))),
		accounts: [...accounts.values()].map(({ account, cents }) => {
			const { code, reportingCode } = codes(account);
			const head = { accountId: account.AccountID, accountType: account.Type, accountClass: account.Class };
			return { ...head, code, name: account.Name, reportingCode, total: money(cents) };
		}),
	};
}
