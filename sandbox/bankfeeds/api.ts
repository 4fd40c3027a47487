import type { Clock } from '../contract';
import { newIds } from '../newIds';
import type { Organisation } from '../organisations';
import type { SandboxApi } from '../route';
import { sidedBody } from './amounts';
import type { BankAccounts } from './bankAccounts';
import { connectionBody, connectionRoutes } from './connections';
import { Feeds, type StatementRow } from './feeds';
import { type Body, refuse } from './problems';
import { seedFeeds } from './seed';
import { statementBody, statementRoutes } from './statements';

/*
 * What this rests on, by the marks of the evidence: [S] Xero's OpenAPI file, [M] a guess. Guesses are on the strict side. What is neither
 * here nor quoted at the code is in the OpenAPI file.
 *
 * | rule | mark |
 * |---|---|
 * | Lists of connections and creations answer 202, lists of statements 200; pagination and items | S |
 * | Pages count from 1; a page or size that is no number from 1 counts as not sent; no size is too large; itemCount is that of the page | S (its texts disagree on the first page), M |
 * | Lists are in order of creation | M |
 * | Refusals of a whole call are {type, title, status, detail} as application/problem+json | S |
 * | Which of the types have which status and title, beyond those in the examples | M |
 * | A connection that is asked for is PENDING for a time and has no status afterwards; rejected ones are not kept | S (examples), M |
 * | All connections of a call rejected: 400 with items, some of them: 202 | S (examples), M |
 * | accountId must be an active bank account; accountNumber finds one of the type, else opens one with accountName in a currency of the organisation, at once | S, M |
 * | One feed for an account, one account for a token, over all organisations and all apps of the sandbox | S, M |
 * | country must be the organisation's own when it is sent | M |
 * | Deletions answer 202 whatever they find; the connection is listed until its deletion is done, and takes no more statements | S (example), M |
 * | feed-connected-in-different-organisation has no status | S (example) |
 * | Statements stand alone within a call: 202 with PENDING and REJECTED items, or the status of the first error when all are rejected | M |
 * | A single statement that is refused gives its error as the body; a duplicate gives items with an id | S (examples) |
 * | A duplicate of a delivered statement is known at once (409), that of a pending one when it stops being pending | M |
 * | Duplicates agree in connection, dates, balances, days, amounts and transactionId (else description) of their lines | S (transactionId), M |
 * | A statement whose connection is deleted before it is delivered is rejected | M |
 * | Start date at most a year old; nothing dated after today, the latest one on Earth | S, M |
 * | Amounts are unsigned with four decimals, numbers or texts; balances add up exactly, credits above zero | S |
 * | Answers have amounts and counts as numbers | S (schema; the examples write texts) |
 * | startDate, endDate, balances, statementLines, postedDate, amount, creditDebitIndicator are required; no lines are fine | M |
 * | Bodies above 3,000,000 bytes: 413 | S (example) |
 * | An id that is no GUID is 400, one that is unknown 404 bank-feed-not-found; unknown statements are 404 | M, S |
 * | Every app is a partner's: invalid-application is answered by a fault only | M |
 */

/**
 * Xero's Bank Feeds API over feeds in memory. Of seed 'demo' three accounts of each organisation are fed, of 'small' one, of 'empty'
 * none. `accounts` are the bank accounts of the books; `pending` is how long (ms of the clock, 2,000 when absent) what was asked for
 * is under way.
 */
export function bankFeeds(options: {
	clock: Clock;
	seed: 'demo' | 'small' | 'empty';
	organisations: readonly Organisation[];
	accounts: BankAccounts;
	pending?: number;
}): SandboxApi {
	const { clock, seed, organisations, accounts, pending = 2000 } = options;
	const feeds = new Feeds(pending, () => clock.now());
	for (const organisation of organisations) seedFeeds(feeds, organisation, seed, accounts, clock.now());
	const newId = newIds();
	return {
		name: 'Bank Feeds',
		basePath: '/bankfeeds.xro/1.0',
		routes: [
			...connectionRoutes(feeds, accounts, (tenantId) => {
				const organisation = organisations.find((one) => one.tenantId === tenantId);
				return organisation && { organisation, newId };
			}),
			...statementRoutes(feeds, newId),
		],
		refuse,
		restorePoint: () => feeds.restorePoint(),
		records(tenantId, plural) {
			if (plural === 'FeedConnections') return feeds.connectionsOf(tenantId).map((row) => connectionBody(feeds, row));
			if (plural !== 'Statements') return [];
			const lines = ({ lines }: StatementRow): Body[] => lines.map((line) => ({ ...line, ...sidedBody(line) }));
			const all = feeds.statementsOf(tenantId).map((row) => ({ ...statementBody(feeds, row), statementLines: lines(row) }));
			return JSON.parse(JSON.stringify(all)) as Body[];
		},
	};
}
