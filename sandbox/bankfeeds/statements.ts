import { isGuid } from '../accounting/resource/input';
import { pathParameter } from '../accounting/resource/request';
import type { Reply, Route, SandboxRequest } from '../route';
import { sidedBody } from './amounts';
import { scopes } from './connections';
import { drafted, sameness } from './drafting';
import type { Feeds, StatementDraft, StatementRow } from './feeds';
import { itemsOf } from './fields';
import { paged } from './pages';
import { asProblem, type Body, problem, type Problem, refused } from './problems';

/** The largest body of POST /Statements in bytes (the OpenAPI file's example of 413). */
const LARGEST = 3_000_000;

const noFeed = problem('invalid-feed-connection', 'The feed connection does not exist in this organisation.');
/** Xero's example. */
const duplicate = problem('duplicate-statement', 'The received statement was marked as a duplicate.');

/** A statement as it is read: without its lines, of which only the number is told (OpenAPI file's examples). */
export function statementBody(feeds: Feeds, row: StatementRow): Body {
	const { id, feedConnectionId, startDate, endDate, startBalance, endBalance, lines } = row;
	const { status, errors } = feeds.outcome(row, noFeed);
	return {
		...{ id, feedConnectionId, status, startDate, endDate },
		startBalance: sidedBody(startBalance),
		endBalance: sidedBody(endBalance),
		statementLineCount: lines.length,
		...(errors.length > 0 ? { errors } : {}),
	};
}

/** What an item of a request has come to: taken, a duplicate that is kept as rejected, or refused. */
interface Outcome {
	answer: Body;
	errors: readonly Problem[];
}

/**
 * Each statement stands alone: those that can be taken are PENDING. When none can, the call has the status of the first one's first
 * error, and a call with a single statement gives that error as its whole body, but for duplicates (OpenAPI file's examples).
 */
function create(feeds: Feeds, request: SandboxRequest, newId: () => string): Reply {
	const size = request.raw.length;
	if (size > LARGEST) {
		const detail = `Request size of ${size} bytes exceeds the limit of ${LARGEST} bytes.`;
		return {
			status: 413,
			body: { type: 'invalid-request', title: 'Request too large', status: 413, detail },
			headers: asProblem,
		};
	}
	const items = itemsOf(request.body);
	if (!items) return refused(problem('invalid-request', "For the request field 'Items' a value must be provided."));
	const outcomes = items.map((item) => take(feeds, request, item, newId));
	const body = { items: outcomes.map(({ answer }) => answer) };
	const [first] = outcomes[0]?.errors ?? [];
	if (!first || outcomes.some(({ errors }) => errors.length === 0)) return { status: 202, body };
	if (items.length === 1 && first.type !== 'duplicate-statement') return refused(first);
	return { status: first.status ?? 400, body, headers: asProblem };
}

function take(feeds: Feeds, { tenantId, clock }: SandboxRequest, item: Body, newId: () => string): Outcome {
	const problems: Problem[] = [];
	const draft = drafted(item, clock.now(), problems);
	const connection = feeds.connectionsOf(tenantId).find(({ id }) => id === draft?.feedConnectionId);
	if (draft && (!connection || connection.deletedAt !== undefined)) problems.unshift(noFeed);
	if (!draft || problems.length > 0) {
		const { feedConnectionId } = item;
		const known = isGuid(String(feedConnectionId)) ? { feedConnectionId } : {};
		return { answer: { ...known, status: 'REJECTED', errors: problems }, errors: problems };
	}
	const like = earlier(feeds, tenantId, draft);
	// Only what was delivered is known: the double of a statement on its way is found out when its own turn comes.
	const atOnce = like !== undefined && !feeds.isPending(like.createdAt);
	const errors = like ? [duplicate] : [];
	const row = { id: newId(), tenantId, ...draft, createdAt: clock.now(), errors, atOnce };
	feeds.statements.set(row.id, row);
	const { id, feedConnectionId } = row;
	if (!atOnce) return { answer: { id, feedConnectionId, status: 'PENDING' }, errors: [] };
	return { answer: { id, feedConnectionId, status: 'REJECTED', errors }, errors };
}

/** The same statement, received before and not rejected. */
function earlier(feeds: Feeds, tenantId: string, draft: StatementDraft): StatementRow | undefined {
	const same = sameness(draft);
	return feeds
		.statementsOf(tenantId)
		.find((row) => feeds.outcome(row, noFeed).status !== 'REJECTED' && row.errors.length === 0 && sameness(row) === same);
}

/** Statements: sent, listed, looked after. */
export function statementRoutes(feeds: Feeds, newId: () => string): readonly Route[] {
	return [
		{
			operationId: 'getStatements',
			method: 'GET',
			path: '/Statements',
			scopes,
			handle: (request) => ({
				body: paged(request, feeds.statementsOf(request.tenantId), (row) => statementBody(feeds, row)),
			}),
		},
		{
			operationId: 'createStatements',
			method: 'POST',
			path: '/Statements',
			scopes,
			handle: (request) => create(feeds, request, newId),
		},
		{
			operationId: 'getStatement',
			method: 'GET',
			path: '/Statements/{statementId}',
			scopes,
			handle(request) {
				const row = feeds.statements.get(pathParameter(request, 'statementId').toLowerCase());
				if (row?.tenantId !== request.tenantId) return refused(problem('statement-not-found', 'The statement was not found.'));
				return { body: statementBody(feeds, row) };
			},
		},
	];
}
