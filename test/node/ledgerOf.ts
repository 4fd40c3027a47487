import type { IDataObject } from 'n8n-workflow';
import type { Stage } from './stage';

/** An account as the sandbox holds it. */
interface Account {
	readonly AccountID: string;
	readonly Code?: string;
	readonly Name: string;
	readonly Type: string;
	readonly Class: string;
	readonly SystemAccount?: string;
}

/** One line of the ledger in whole cents, debits above zero. */
interface Move {
	readonly day: string;
	readonly account: string;
	readonly cents: number;
	/** Names of options by category. */
	readonly options: Readonly<Record<string, string>>;
	/** Xero's SourceType; '' where the journal has none. */
	readonly source: string;
}

export const cents = (value: unknown): number => Math.round(Number(value) * 100);
export const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** What the reports must say, added up anew from the sandbox's journals. */
export class Ledger {
	readonly accounts: ReadonlyMap<string, Account>;
	private readonly moves: readonly Move[];

	/** @param tenant the usual one unless said */
	constructor(stage: Stage, tenant?: string) {
		const accounts = stage.records('Accounts', tenant) as unknown as Account[];
		this.accounts = new Map(accounts.map((one) => [one.AccountID, one]));
		this.moves = stage.records('Journals', tenant).flatMap(({ JournalDate, JournalLines, SourceType }) =>
			(JournalLines as IDataObject[]).map((line) => ({
				day: String(JournalDate).slice(0, 10),
				account: String(line.AccountID),
				cents: cents(line.NetAmount),
				source: String(SourceType ?? ''),
				options: Object.fromEntries(
					(line.TrackingCategories as IDataObject[]).map(({ Name, Option }) => [String(Name), String(Option)]),
				),
			})),
		);
	}

	private isProfit(account: string): boolean {
		return ['REVENUE', 'EXPENSE'].includes(this.accounts.get(account)!.Class);
	}

	/** By account: what moved from one day to another, of the lines that `keep` lets through. */
	moved(from: string, to: string, keep: (options: Move['options'], source: string) => boolean = () => true): Map<string, number> {
		const sums = new Map<string, number>();
		for (const { day, account, cents: amount, options, source } of this.moves)
			if (day >= from && day <= to && keep(options, source)) sums.set(account, (sums.get(account) ?? 0) + amount);
		return sums;
	}

	/** By account: what stands in the books; income and expenses of earlier years are part of retained earnings. */
	standing(day: string, yearStart: string): Map<string, number> {
		const sums = this.moved('0000-00-00', day);
		const year = this.moved(yearStart, day);
		const retained = [...this.accounts.values()].find(({ SystemAccount }) => SystemAccount === 'RETAINEDEARNINGS')!.AccountID;
		for (const [account, amount] of [...sums]) {
			if (!this.isProfit(account)) continue;
			const now = year.get(account) ?? 0;
			sums.set(account, now);
			sums.set(retained, (sums.get(retained) ?? 0) + amount - now);
		}
		return sums;
	}

	/** What was earned, above zero for a profit. */
	profit(from: string, to: string, keep?: (options: Move['options'], source: string) => boolean): number {
		return -sum([...this.moved(from, to, keep)].filter(([account]) => this.isProfit(account)).map(([, amount]) => amount)) + 0;
	}
}
