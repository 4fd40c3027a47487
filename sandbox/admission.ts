import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

import type { SandboxApp } from './contract';
import type { Connections } from './identity/connections';
import type { Grant, Tokens } from './identity/tokens';
import { match, UndecodablePath } from './matching';
import type { Reply, Route, SandboxApi } from './route';

/** A call that may go on: who calls, what, for which organisation. */
export interface Admitted {
	app: SandboxApp;
	userId: string;
	route: Route;
	params: Record<string, string>;
	path: string;
	/** Empty for calls that need no organisation. */
	tenantId: string;
}

/** Checks a call in Xero's order: token, path and method, scope, organisation. Gives the call's particulars or the refusal. */
export function admit(
	api: SandboxApi,
	{ method, path, headers }: { method: string; path: string; headers: IncomingHttpHeaders },
	{ tokens, connections }: { tokens: Tokens; connections: Connections },
): Admitted | Reply {
	const grant = bearer(headers.authorization, tokens);
	if ('status' in grant) return grant;
	const { app, userId, scopes } = grant;
	const found = matched(api, method, path);
	if ('status' in found) return found;
	const { route } = found;
	if (route.scopes.length > 0 && !route.scopes.some((scope) => scopes.includes(scope))) {
		// Xero's own spelling of the word.
		return unauthorized('AuthorizationUnsuccessful', 'insufficent_scope');
	}
	if (route.noTenant === true) return { app, userId, ...found, tenantId: '' };
	const tenantId = tenant(
		headers['xero-tenant-id'],
		app,
		connections.list(app, userId).map((connection) => connection.tenantId),
	);
	return tenantId === undefined ? forbidden() : { app, userId, ...found, tenantId };
}

function bearer(authorization: string | undefined, tokens: Tokens): Grant | (Reply & { status: number }) {
	const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
	if (token === undefined) return unauthorized('AuthenticationUnsuccessful', 'Bearer');
	const checked = tokens.check(token);
	if (checked === undefined) return unauthorized('AuthenticationUnsuccessful', 'Bearer error="invalid_token"');
	if (!('expiredAt' in checked)) return checked;
	const [, year, month, day, time] = /^(\d+)-(\d\d)-(\d\d)T([\d:]{8})/.exec(new Date(checked.expiredAt).toISOString()) ?? [];
	return unauthorized(`TokenExpired: token expired at ${month}/${day}/${year} ${time}`, 'Bearer error="invalid_token"');
}

function matched(
	api: SandboxApi,
	method: string,
	path: string,
): { route: Route; params: Record<string, string>; path: string } | (Reply & { status: number }) {
	try {
		const found = match(api, method, path);
		if (found === undefined) {
			return { status: 404, body: api.refuse(404, 'NotFound', 'The resource you are looking for cannot be found.') };
		}
		if ('route' in found) return found;
		const body = api.refuse(405, 'MethodNotAllowed', `The requested resource does not support ${method}.`);
		return { status: 405, body, headers: { Allow: found.allowed.join(', ') } };
	} catch (error) {
		if (!(error instanceof UndecodablePath)) throw error;
		return { status: 400, body: api.refuse(400, 'BadRequest', 'The address has a percent sign that starts no valid escape.') };
	}
}

/** The organisation a call is for, if the caller is connected to it. A custom connection has one and need not name it. */
function tenant(header: string | string[] | undefined, { kind }: SandboxApp, connected: readonly string[]): string | undefined {
	const asked = String(header ?? '')
		.trim()
		.toLowerCase();
	if (asked === '') return kind === 'custom' ? connected[0] : undefined;
	return connected.find((tenantId) => tenantId === asked);
}

const unauthorized = (detail: string, challenge: string): Reply & { status: number } => ({
	status: 401,
	body: { Type: null, Title: 'Unauthorized', Status: 401, Detail: detail, Instance: randomUUID(), Extensions: {} },
	headers: { 'WWW-Authenticate': challenge },
});

const forbidden = (): Reply & { status: number } => ({
	status: 403,
	body: {
		Type: null,
		Title: 'Forbidden',
		Status: 403,
		Detail: 'AuthenticationUnsuccessful',
		Instance: randomUUID(),
		Extensions: {},
	},
});
