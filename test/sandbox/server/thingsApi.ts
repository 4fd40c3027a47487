import type { Reply, SandboxApi, SandboxRequest } from '../../../sandbox/route';
import type { BuildApis } from '../../../sandbox/apis';
import { startSandbox } from '../../../sandbox/server';
import type { Sandbox, SandboxOptions } from '../../../sandbox/contract';

export const kereru = '6b1f3c52-8d0e-4a57-9c3b-2e74a1d05f10';
export const harbour = 'c94e27a8-51b6-4f3d-8e02-7ad913b6c4f2';
export const noOrganisation = '00000000-0000-4000-8000-000000000000';

type Thing = { Name: string };

/** A smallest API in the Accounting API's place: things with a name, kept per organisation. */
export const thingsApi: BuildApis = ({ organisations }): SandboxApi[] => {
	const kept = new Map<string, Thing[]>();
	const thingsOf = (tenantId: string): Thing[] => kept.get(tenantId) ?? [];
	const write = ['accounting.invoices'];
	const read = ['accounting.invoices', 'accounting.invoices.read'];
	const add = ({ tenantId, body }: SandboxRequest): Reply => {
		const things = (body as { Things?: Thing[] } | undefined)?.Things;
		if (things === undefined) return { status: 400, body: { Message: 'No things' } };
		kept.set(tenantId, [...thingsOf(tenantId), ...things]);
		return { body: { Status: 'OK', Things: things } };
	};
	const echo = ({ method, path, params, query, tenantId, clientId, userId, origin, raw }: SandboxRequest): Reply => ({
		body: { method, path, params, query, tenantId, clientId, userId, origin, text: raw.toString('utf8') },
	});
	const list = ({ tenantId, query }: SandboxRequest): Reply => {
		const page = Number(query['page'] ?? 1);
		const all = thingsOf(tenantId);
		return {
			body: {
				Status: 'OK',
				pagination: { page, itemCount: all.length },
				Warnings: [],
				Things: all.slice(page * 4 - 4, page * 4),
			},
		};
	};
	const organisation = ({ tenantId }: SandboxRequest): Reply => {
		const found = organisations.find((candidate) => candidate.tenantId === tenantId);
		return { body: { Organisations: [{ OrganisationID: tenantId, Name: found?.name }] } };
	};
	const api: SandboxApi = {
		name: 'Things',
		basePath: '/api.xro/2.0',
		refuse: (status, title, detail) => ({ Type: title, Message: detail, Code: status }),
		records: (tenantId, plural) => (plural === 'Things' ? structuredClone(thingsOf(tenantId)) : []),
		routes: [
			{ operationId: 'getThings', method: 'GET', path: '/Things', scopes: read, handle: list },
			{ operationId: 'createThings', method: 'PUT', path: '/Things', scopes: write, handle: add },
			{ operationId: 'updateThings', method: 'POST', path: '/Things', scopes: write, handle: add },
			{ operationId: 'getThing', method: 'GET', path: '/Things/{ThingID}', scopes: read, handle: echo },
			{
				operationId: 'getSettings',
				method: 'GET',
				path: '/Things/Settings',
				scopes: read,
				handle: () => ({ body: { Settings: [] } }),
			},
			{ operationId: 'deleteThing', method: 'DELETE', path: '/Things/{ThingID}', scopes: write, handle: () => ({ status: 204 }) },
			{ operationId: 'breakThing', method: 'POST', path: '/Things/{ThingID}', scopes: write, handle: broken },
			{ operationId: 'getFile', method: 'GET', path: '/Things/{ThingID}/Attachments/{FileName}', scopes: read, handle: echo },
			{
				operationId: 'getFileById',
				method: 'GET',
				path: '/Things/{ThingID}/Attachments/{AttachmentID}',
				scopes: read,
				handle: echo,
			},
			{ operationId: 'putFile', method: 'PUT', path: '/Things/{ThingID}/Attachments/{FileName}', scopes: write, handle: echo },
			{ operationId: 'getPicture', method: 'GET', path: '/Picture', scopes: read, handle: picture },
			{ operationId: 'getReport', method: 'GET', path: '/Report', scopes: ['accounting.reports.aged.read'], handle: echo },
			{
				operationId: 'getOrganisations',
				method: 'GET',
				path: '/Organisation',
				scopes: ['accounting.settings'],
				handle: organisation,
			},
		],
	};
	return [api];
};

const picture = (): Reply => ({ binary: Buffer.from([0x89, 0x50, 0x4e, 0x47]), contentType: 'image/png' });

function broken(): Reply {
	throw new TypeError('This thing breaks on purpose');
}

/** A sandbox with nothing but things in it. */
export const thingsSandbox = (options: SandboxOptions = {}): Promise<Sandbox> => startSandbox(options, thingsApi);
