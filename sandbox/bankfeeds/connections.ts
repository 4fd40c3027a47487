import { isGuid } from '../accounting/resource/input';
import { pathParameter } from '../accounting/resource/request';
import type { Reply, Route, SandboxRequest } from '../route';
import type { BankAccounts } from './bankAccounts';
import { connect, type Connecting } from './connecting';
import type { ConnectionRow, Feeds } from './feeds';
import { Fields, itemsOf } from './fields';
import { paged } from './pages';
import { type Body, problem, type Problem, refused } from './problems';

/** `bankfeeds` has no read-only form. */
export const scopes = ['bankfeeds'];

/** A connection as lists show it; while it or its deletion is pending it says so. */
export function connectionBody(feeds: Feeds, row: ConnectionRow): Body {
	const { id, accountToken, accountType, accountNumber, accountName, accountId, currency, country } = row;
	const status = feeds.isPending(row.deletedAt ?? row.createdAt) ? { status: 'PENDING' } : {};
	return { id, accountToken, accountType, accountNumber, accountName, accountId, currency, country, ...status };
}

function rejected(item: Body, error: Problem): Body {
	const { id, accountToken } = item;
	const known = { ...(isGuid(String(id)) ? { id } : {}), ...(typeof accountToken === 'string' ? { accountToken } : {}) };
	return { ...known, status: 'REJECTED', error };
}

/** Each item stands alone; the call is refused when none of them stands. */
function create(where: Omit<Connecting, 'now'>, { body, clock }: SandboxRequest): Reply {
	const items = itemsOf(body);
	if (!items) return refused(problem('invalid-request', "For the request field 'Items' a value must be provided."));
	const answers = items.map((item): Body => {
		const made = connect(item, { ...where, now: clock.now() });
		if ('detail' in made) return rejected(item, made);
		where.feeds.connections.set(made.id, made);
		return { id: made.id, accountToken: made.accountToken, status: 'PENDING' };
	});
	return { status: answers.some(({ status }) => status === 'PENDING') ? 202 : 400, body: { items: answers } };
}

/** Takes connections away, named by id or by token. What cannot be is told at its item; the call itself is always taken. */
function remove(feeds: Feeds, { body, clock, tenantId }: SandboxRequest): Reply {
	const items = itemsOf(body);
	if (!items) return refused(problem('invalid-request', "For the request field 'Items' a value must be provided."));
	const answers = items.map((item): Body => {
		const problems: Problem[] = [];
		const fields = new Fields(item, problems);
		const [id, token] = [fields.guid('id'), fields.text('accountToken', 50)];
		if (id === undefined && token === undefined && problems.length === 0) fields.missing('id');
		const [first] = problems;
		if (first) return rejected(item, first);
		const row = id === undefined ? feeds.byToken(token ?? '') : feeds.connections.get(id);
		if (!row || row.deletedAt !== undefined) {
			return rejected(
				item,
				problem('feed-not-found-or-already-deleted', 'The feed connection was not found or is already deleted.'),
			);
		}
		if (row.tenantId !== tenantId) return rejected(item, problem('feed-connected-in-different-organisation', elsewhere));
		feeds.connections.set(row.id, { ...row, deletedAt: clock.now() });
		return { id: row.id, status: 'PENDING' };
	});
	return { status: 202, body: { items: answers } };
}

/** Xero's example. */
const elsewhere =
	'The AccountToken is connected to another Xero Bank Account associated with this bank. This Xero Bank Account belongs to a different Xero Organisation.';

/** Feed connections; `connecting` gives what those of an organisation are made with. */
export function connectionRoutes(
	feeds: Feeds,
	accounts: BankAccounts,
	connecting: (tenantId: string) => Pick<Connecting, 'organisation' | 'newId'> | undefined,
): readonly Route[] {
	return [
		{
			operationId: 'getFeedConnections',
			method: 'GET',
			path: '/FeedConnections',
			scopes,
			// The OpenAPI file has 202 for this list, and for no other.
			handle: (request) => ({
				status: 202,
				body: paged(request, feeds.connectionsOf(request.tenantId), (row) => connectionBody(feeds, row)),
			}),
		},
		{
			operationId: 'createFeedConnections',
			method: 'POST',
			path: '/FeedConnections',
			scopes,
			handle(request) {
				const where = connecting(request.tenantId);
				if (!where) return refused(problem('internal-error', 'There is no such organisation.'));
				return create({ feeds, accounts, ...where }, request);
			},
		},
		{
			operationId: 'getFeedConnection',
			method: 'GET',
			path: '/FeedConnections/{id}',
			scopes,
			handle(request) {
				const id = pathParameter(request, 'id').toLowerCase();
				if (!isGuid(id)) return refused(problem('invalid-request', "For the request field 'Id' the value is not valid."));
				const row = feeds.connectionsOf(request.tenantId).find((one) => one.id === id);
				if (!row) return refused(problem('bank-feed-not-found', 'The feed connection was not found.'));
				return { body: connectionBody(feeds, row) };
			},
		},
		{
			operationId: 'deleteFeedConnections',
			method: 'POST',
			path: '/FeedConnections/DeleteRequests',
			scopes,
			handle: (request) => remove(feeds, request),
		},
	];
}
