import { fetch } from 'undici';

import type { Sandbox } from '../../../sandbox/contract';
import { kereru } from './thingsApi';

/** What a test looks at in an answer. */
export interface Answered {
	status: number;
	headers: Record<string, string>;
	body: unknown;
	text: string;
}

export interface CallOptions {
	method?: string;
	tenant?: string | null;
	token?: string | null;
	headers?: Record<string, string>;
	/** Sent as JSON. */
	json?: unknown;
	/** Sent as it is. */
	body?: string | Buffer;
}

/** Calls the sandbox as a well-behaved client does: token, organisation, Accept. */
export function caller(sandbox: Sandbox, defaultToken: string = sandbox.issue().access_token) {
	return async (
		path: string,
		{ method = 'GET', tenant = kereru, token = defaultToken, headers, json, body }: CallOptions = {},
	): Promise<Answered> => {
		const sent: Record<string, string> = { accept: 'application/json' };
		if (token !== null) sent['authorization'] = `Bearer ${token}`;
		if (tenant !== null) sent['xero-tenant-id'] = tenant;
		if (json !== undefined) sent['content-type'] = 'application/json';
		const response = await fetch(`${sandbox.url}${path}`, {
			method,
			headers: { ...sent, ...headers },
			body: json === undefined ? body : JSON.stringify(json),
			redirect: 'manual',
		});
		return answered(response);
	};
}

/** Posts a form, e.g. to the token endpoint. */
export async function post(
	url: string,
	form: Record<string, string> | URLSearchParams,
	headers: Record<string, string> = {},
): Promise<Answered> {
	return answered(await fetch(url, { method: 'POST', body: new URLSearchParams(form), headers, redirect: 'manual' }));
}

export async function get(url: string): Promise<Answered> {
	return answered(await fetch(url, { redirect: 'manual' }));
}

async function answered(response: Awaited<ReturnType<typeof fetch>>): Promise<Answered> {
	const text = await response.text();
	const json = /\bjson\b/.test(response.headers.get('content-type') ?? '') && text !== '';
	return {
		status: response.status,
		headers: Object.fromEntries(response.headers),
		text,
		body: json ? JSON.parse(text) : undefined,
	};
}

/** The header of HTTP Basic authentication. */
export const basic = (id: string, secret: string): { authorization: string } => ({
	authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
});

/** A body with as many things as names. */
export const things = (...names: string[]): { Things: Array<{ Name: string }> } => ({ Things: names.map((Name) => ({ Name })) });
