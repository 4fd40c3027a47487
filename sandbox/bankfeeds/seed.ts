import { addDays } from '../accounting/values/dates';
import { type Random, random } from '../accounting/seed/random';
import { PLACES, SERVICES, TRADES } from '../accounting/seed/words';
import type { Organisation } from '../organisations';
import type { Sided } from './amounts';
import type { BankAccounts } from './bankAccounts';
import type { ConnectionRow, Feeds, StatementLine } from './feeds';
import { problem } from './problems';

const DAY = 86_400_000;
/** How many accounts are fed, and for how many weeks. */
const SIZES = { demo: { feeds: 3, weeks: 12 }, small: { feeds: 1, weeks: 2 }, empty: { feeds: 0, weeks: 0 } } as const;

/** Feeds of the organisation's first bank accounts with a statement for each past week, the last of them sent twice. */
export function seedFeeds(
	feeds: Feeds,
	{ tenantId, shortCode, countryCode }: Organisation,
	size: keyof typeof SIZES,
	accounts: BankAccounts,
	now: number,
): void {
	const chance = random(`${tenantId} ${size} bank feeds`);
	const counts = SIZES[size];
	for (const [at, account] of accounts.list(tenantId).slice(0, counts.feeds).entries()) {
		const row: ConnectionRow = {
			...{ id: chance.uuid(), tenantId, accountToken: `${shortCode.replace(/\W/g, '')}-${at + 1}`, accountId: account.id },
			...{ accountNumber: account.number, accountName: account.name, accountType: account.type, currency: account.currency },
			...{ country: countryCode, createdAt: now - 200 * DAY },
		};
		feeds.connections.set(row.id, row);
		seedStatements(feeds, row, counts.weeks, chance, now);
	}
}

function seedStatements(feeds: Feeds, { id, tenantId }: ConnectionRow, weeks: number, chance: Random, now: number): void {
	let balance = BigInt(chance.whole(2_000, 9_000)) * 10_000n;
	const today = new Date(now).toISOString().slice(0, 10);
	for (let week = weeks; week >= 1; week -= 1) {
		const startDate = addDays(today, -7 * week);
		const lines = Array.from({ length: chance.whole(1, 4) }, () => line(chance, addDays(startDate, chance.whole(0, 6))));
		const end = lines.reduce((sum, one) => sum + (one.creditDebitIndicator === 'CREDIT' ? one.amount : -one.amount), balance);
		const statement = {
			...{ tenantId, feedConnectionId: id, startDate, endDate: addDays(startDate, 6), lines },
			...{ startBalance: side(balance), endBalance: side(end), createdAt: now - (7 * week - 7) * DAY - DAY / 2, atOnce: true },
		};
		const sent = { ...statement, id: chance.uuid(), errors: [] };
		feeds.statements.set(sent.id, sent);
		if (week === 1) {
			const errors = [problem('duplicate-statement', 'The received statement was marked as a duplicate.')];
			const again = { ...statement, id: chance.uuid(), errors };
			feeds.statements.set(again.id, again);
		}
		balance = end;
	}
}

function line(chance: Random, postedDate: string): StatementLine {
	const payeeName = `${chance.pick(PLACES)} ${chance.pick(TRADES)}`;
	const [amount, transactionId] = [BigInt(chance.whole(500, 60_000)) * 100n, chance.uuid().slice(0, 8)];
	const credit = chance.next() < 0.55;
	const words = { payeeName, description: chance.pick(SERVICES), transactionType: credit ? 'Deposit' : 'Payment' };
	return { postedDate, amount, creditDebitIndicator: credit ? 'CREDIT' : 'DEBIT', transactionId, ...words };
}

function side(balance: bigint): Sided {
	return balance < 0n ? { amount: -balance, creditDebitIndicator: 'DEBIT' } : { amount: balance, creditDebitIndicator: 'CREDIT' };
}
