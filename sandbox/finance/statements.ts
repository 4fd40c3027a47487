import { addDays } from '../accounting/values/dates';
import { monthEnd } from '../accounting/values/calendar';
import { type BankLine, derived } from './bankLines';
import { total } from './ledger';

/** The statement of one month. Balances are those that Xero works out, in whole cents of the account's currency. */
export interface Statement {
	readonly id: string;
	readonly from: string;
	readonly to: string;
	/** ISO in UTC. */
	readonly imported: string;
	readonly opening: bigint;
	readonly closing: bigint;
	readonly lines: readonly BankLine[];
}

/** Cuts the lines of an account, oldest first, into a statement for each month that has any. `opening` is its conversion balance. */
export function statementsOf(accountId: string, lines: readonly BankLine[], opening: bigint, now: number): readonly Statement[] {
	const months = new Map<string, BankLine[]>();
	for (const line of lines) months.set(line.date.slice(0, 7), [...(months.get(line.date.slice(0, 7)) ?? []), line]);
	let balance = opening;
	return [...months].map(([month, mine]): Statement => {
		const before = balance;
		balance += total(mine.map(({ cents }) => cents));
		const imported = Math.min(Date.parse(`${addDays(monthEnd(`${month}-01`), 1)}T12:00:00Z`), now);
		return {
			id: derived('statement', accountId, month),
			from: mine[0]?.date ?? '',
			to: mine.at(-1)?.date ?? '',
			imported: new Date(imported).toISOString(),
			opening: before,
			closing: balance,
			lines: mine,
		};
	});
}
