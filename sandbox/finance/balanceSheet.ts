import type { Body } from '../accounting/resource/replies';
import type { AccountClass } from '../accounting/book/rows';
import { codes, earns, type Ledger, money, standing, total } from './ledger';

/** What Xero puts in place of an AccountID where no account is: the profit of the current year. */
const NO_ACCOUNT = '00000000-0000-0000-0000-000000000000';

interface Entry {
	readonly type: string;
	readonly cents: bigint;
	readonly body: Body;
}

/** GET /FinancialStatements/BalanceSheet: what stands at the end of a day; liabilities and equity are above zero when they are credits. */
export function balanceSheet(ledger: Ledger, balanceDate: string): Body {
	const found = standing(ledger, balanceDate);
	const entries = (of: AccountClass): Entry[] =>
		ledger.accounts
			.filter(({ Class, AccountID }) => Class === of && (found.get(AccountID) ?? 0n) !== 0n)
			.map((account) => {
				const cents = (of === 'ASSET' ? 1n : -1n) * (found.get(account.AccountID) ?? 0n);
				const { code, reportingCode } = codes(account);
				const body = { code, accountID: account.AccountID, name: account.Name, reportingCode, total: money(cents) };
				return { type: account.Type, cents, body };
			});
	const earned = -total(ledger.accounts.filter(earns).map(({ AccountID }) => found.get(AccountID) ?? 0n));
	const profit: Entry = {
		type: 'EQUITY',
		cents: earned,
		body: { accountID: NO_ACCOUNT, name: 'Current Year Earnings', total: money(earned) },
	};
	return {
		balanceDate,
		asset: group(entries('ASSET')),
		liability: group(entries('LIABILITY')),
		equity: group([...entries('EQUITY'), ...(earned === 0n ? [] : [profit])]),
	};
}

/** Accounts by their type, with a sum for each type and for all. */
function group(entries: readonly Entry[]): Body {
	const types = [...new Set(entries.map(({ type }) => type))];
	return {
		accountTypes: types.map((accountType) => {
			const mine = entries.filter(({ type }) => type === accountType);
			return { accountType, accounts: mine.map(({ body }) => body), total: money(total(mine.map(({ cents }) => cents))) };
		}),
		total: money(total(entries.map(({ cents }) => cents))),
	};
}
