import { sendOnce, optionsOf } from '../../nodes/shared/http/transport';
import type { N8nContext } from '../../nodes/shared/http/transport';
import { NODE } from './scriptedCaller';

const about = {
	call: 'GET /Contacts',
	writes: false,
	items: [],
	accessRequirements: '',
	timeout: 30,
	longestWait: 0,
	zone: 'UTC',
};

/** n8n's helper, whose own timeout begins anew with each byte: it never ends. */
const dripping = {
	getNode: () => NODE,
	helpers: { httpRequestWithAuthentication: async () => await new Promise<never>(() => undefined) },
} as unknown as N8nContext;

it('gives an answer that drips in up after the time that the whole of it may take', async () => {
	const options = optionsOf('https://api.xero.com', { path: '/api.xro/2.0/Contacts' }, '', undefined, 30);

	expect(await sendOnce(dripping, options, { path: '/api.xro/2.0/Contacts' }, about, undefined)).toBe('ETIMEDOUT');
});

it.each([60_000, 33_333.3, 1e12])('leaves an answer alone that comes within %s ms', async (timeout) => {
	const options = optionsOf('https://api.xero.com', { path: '/api.xro/2.0/Contacts' }, '', undefined, timeout);
	const answering = {
		...dripping,
		helpers: { httpRequestWithAuthentication: async () => ({ statusCode: 200, headers: {}, body: { Contacts: [] } }) },
	} as unknown as N8nContext;

	expect(await sendOnce(answering, options, { path: '/api.xro/2.0/Contacts' }, about, undefined)).toEqual({
		status: 200,
		headers: {},
		body: { Contacts: [] },
	});
});
