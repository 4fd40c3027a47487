import type { Body } from '../accounting/resource/replies';
import { between, codes, type Ledger, money, sums, total } from './ledger';

/** The titles that Xero names, each with its account types; 1 shows debits above zero, -1 credits. */
const REVENUE: readonly Section[] = [
	{ title: 'Trading Income', types: ['REVENUE', 'SALES'], sign: -1n },
	{ title: 'Other Income', types: ['OTHERINCOME'], sign: -1n },
];
const EXPENSE: readonly Section[] = [
	{ title: 'Direct Cost', types: ['DIRECTCOSTS'], sign: 1n },
	{ title: 'Operating Expenses', types: ['EXPENSE', 'OVERHEADS', 'DEPRECIATN'], sign: 1n },
];

interface Section {
	readonly title: string;
	readonly types: readonly string[];
	readonly sign: 1n | -1n;
}

/** GET /FinancialStatements/ProfitAndLoss: what moved from one day to another. A section without data is left out. */
export function profitAndLoss({ accounts, movements }: Ledger, from: string, to: string): Body {
	const found = sums(movements, between(from, to));
	const side = (sections: readonly Section[]): { cents: bigint; body: Body } => {
		const filled = sections
			.map(({ title, types, sign }) => {
				const mine = accounts
					.filter(({ Type, AccountID }) => types.includes(Type) && (found.get(AccountID) ?? 0n) !== 0n)
					.map((account) => ({ account, cents: sign * (found.get(account.AccountID) ?? 0n) }));
				return { title, mine, cents: total(mine.map(({ cents }) => cents)) };
			})
			.filter(({ mine }) => mine.length > 0);
		const cents = total(filled.map((section) => section.cents));
		const accountTypes = filled.map(({ title, mine, cents: sum }) => ({
			total: money(sum),
			title,
			accounts: mine.map(({ account, cents: amount }) => {
				const { code, reportingCode } = codes(account);
				const head = { accountID: account.AccountID, accountType: account.Type, code, name: account.Name };
				return { ...head, reportingCode, total: money(amount) };
			}),
		}));
		return { cents, body: { total: money(cents), accountTypes } };
	};
	const [revenue, expense] = [side(REVENUE), side(EXPENSE)];
	const netProfitLoss = money(revenue.cents - expense.cents);
	return { startDate: from, endDate: to, netProfitLoss, revenue: revenue.body, expense: expense.body };
}
