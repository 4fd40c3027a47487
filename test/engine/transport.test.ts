import { attempt, optionsOf } from '../../nodes/shared/http/transport';
import type { Caller } from '../../nodes/shared/http/transport';
import { NODE } from './scriptedCaller';

const about = { call: 'GET /Contacts', writes: false, items: [], beyond: '', timeout: 30, patience: 0, zone: 'UTC' };

/** n8n's helper, whose own timeout begins anew with each byte: it never ends. */
const dripping = {
	getNode: () => NODE,
	helpers: { httpRequestWithAuthentication: async () => await new Promise<never>(() => undefined) },
} as unknown as Caller;

it('gives an answer that drips in up after the time that the whole of it may take', async () => {
	const options = optionsOf('https://api.xero.com', { path: '/api.xro/2.0/Contacts' }, '', undefined, 30);

	expect(await attempt(dripping, options, { path: '/api.xro/2.0/Contacts' }, about, undefined)).toBe('ETIMEDOUT');
});

it.each([60_000, 33_333.3, 1e12])('leaves an answer alone that comes within %s ms', async (timeout) => {
	const options = optionsOf('https://api.xero.com', { path: '/api.xro/2.0/Contacts' }, '', undefined, timeout);
	const answering = {
		...dripping,
		helpers: { httpRequestWithAuthentication: async () => ({ statusCode: 200, headers: {}, body: { Contacts: [] } }) },
	} as unknown as Caller;

	expect(await attempt(answering, options, { path: '/api.xro/2.0/Contacts' }, about, undefined)).toEqual({
		status: 200,
		headers: {},
		body: { Contacts: [] },
	});
});
