import type { IHttpRequestOptions, INode, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import type { XeroClient } from '../../nodes/shared/http/client';
import type { RequestContext, ClientSettings } from '../../nodes/shared/http/session';
import { openClient } from '../../nodes/shared/http/client';
import { clock } from '../../nodes/shared/http/clock';
import type { XeroRequest } from '../../nodes/shared/model/request';
import type { N8nContext } from '../../nodes/shared/http/transport';

/** Stand in the credential and in what n8n's HTTP client throws: must never be seen in a message. */
export const SECRETS = { token: 'eyJhbGciOi-made-up-token', secret: 'made-up-client-secret', body: 'Ridgeway University' };

export const NODE: INode = {
	id: 'node-1',
	name: 'Xero',
	type: 'xeroAccounting',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
export const HARBOUR = '0a1b2c3d-0000-4000-8000-000000000001';
export const KERERU = '0a1b2c3d-0000-4000-8000-000000000002';

interface Said {
	readonly status: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: unknown;
	/** ms until the answer comes. */
	readonly after?: number;
}

/** What n8n's HTTP client (axios) throws; the name is what n8n looks at. */
class AxiosError extends Error {
	readonly isAxiosError = true;
	readonly config = { headers: { Authorization: `Bearer ${SECRETS.token}` }, data: JSON.stringify({ Name: SECRETS.body }) };

	constructor(
		message: string,
		readonly code?: string,
		readonly response?: { status: number; headers: Readonly<Record<string, string>>; data: unknown },
	) {
		super(message);
		this.name = 'AxiosError';
	}
}

/** No answer: the connection broke, or none came in time. `after` in ms. */
export interface Silence {
	readonly code: string;
	readonly message: string;
	readonly after?: number;
}
export const CUT: Silence = { code: 'ECONNRESET', message: 'socket hang up' };
export const TIMEOUT: Silence = { code: 'ECONNABORTED', message: 'timeout of 100000ms exceeded', after: 100_000 };

/** What one call meets: an answer, silence, or something n8n itself throws. */
export type Step = Said | Silence | Error;

export interface Called {
	/** ms of virtual time at which it was sent. */
	readonly at: number;
	readonly options: IHttpRequestOptions;
	readonly key: string | undefined;
	readonly label: string;
}

interface Script {
	/** What the calls meet, in turn; or by call. */
	readonly steps: readonly Step[] | ((call: Called, index: number) => Step);
	/** As N8NS tells them apart. */
	readonly causeless?: boolean;
	readonly credential?: Readonly<Record<string, string>>;
	readonly settings?: Partial<ClientSettings>;
}

const isAnswer = (step: Step): step is Said => 'status' in step;

/** What n8n makes of what its HTTP client throws. */
function wrapped(cause: Error, causeless: boolean): NodeApiError {
	const error = new NodeApiError(NODE, cause as unknown as JsonObject);
	if (causeless) Object.defineProperty(error, 'cause', { value: undefined });
	return error;
}

/** Answers as n8n's helper does: statuses it was told to ignore come back, others are thrown as n8n throws them. */
async function answered(
	step: Step,
	{ ignoreHttpStatusErrors: ignored }: IHttpRequestOptions,
	causeless: boolean,
): Promise<unknown> {
	if (!(step instanceof Error) && step.after) await clock.sleep(step.after);
	if (step instanceof Error) throw wrapped(step, causeless);
	if (!isAnswer(step)) throw wrapped(new AxiosError(step.message, step.code), causeless);
	const { status, headers = {}, body = '' } = step;
	const fine = status < 300 || (typeof ignored === 'object' ? !ignored.except.includes(status) : ignored === true);
	if (fine) return { statusCode: status, headers, body };
	const response = { status, headers, data: body };
	throw wrapped(new AxiosError(`Request failed with status code ${status}`, 'ERR_BAD_REQUEST', response), causeless);
}

export interface Opened {
	readonly client: XeroClient;
	readonly calls: Called[];
	/** Sends and takes any final answer. */
	send(request: XeroRequest, sending?: Partial<RequestContext>): ReturnType<XeroClient['send']>;
	/** Sends and takes good answers only. */
	ask(request: XeroRequest, sending?: Partial<RequestContext>): ReturnType<XeroClient['request']>;
}

/** A client of a Xero that follows a script. */
export async function scripted({ steps, causeless = false, credential, settings }: Script): Promise<Opened> {
	const calls: Called[] = [];
	const ctx = {
		getNode: () => NODE,
		getTimezone: () => 'Pacific/Auckland',
		getCredentials: async () => ({ clientId: 'app', clientSecret: SECRETS.secret, environment: 'xero', ...credential }),
		helpers: {
			httpRequestWithAuthentication: async (type: string, options: IHttpRequestOptions) => {
				const { pathname, search } = new URL(options.url);
				const key = options.headers?.['Idempotency-Key'] as string | undefined;
				const called: Called = { at: clock.now(), options, key, label: `${type}: ${options.method} ${pathname}${search}` };
				calls.push(called);
				const step = typeof steps === 'function' ? steps(called, calls.length - 1) : steps[calls.length - 1];
				return await answered(step ?? new Error('The script is over'), options, causeless);
			},
		},
	} as unknown as N8nContext;
	const dialect = {
		accessRequirements: (scope: string) => (scope === 'accounting.journals.read' ? 'It takes the Advanced tier.' : ''),
		calendarDates: new Set<string>(),
		sentences: (body: unknown) => {
			const said = body !== null && typeof body === 'object' && 'Message' in body ? [String(body.Message)] : [];
			return typeof body === 'string' ? [body] : said;
		},
	};
	const run: ClientSettings = { longestWait: 5 * 60_000, timeout: 100_000, run: 'execution 1', ...settings };
	const client = await openClient(ctx, { basePath: '/api.xro/2.0', conventions: dialect }, run);
	const sending: RequestContext = { organisation: HARBOUR, serial: '0' };
	return {
		client,
		calls,
		send: async (request, more) => await client.send(request, { ...sending, ...more }),
		ask: async (request, more) => await client.request(request, { ...sending, ...more }),
	};
}

/** What n8n throws has lost its cause in the older of these. */
export const N8NS: ReadonlyArray<readonly [versions: string, causeless: boolean]> = [
	['n8n 2.30 to 2.35', true],
	['n8n 2.36 and later', false],
];
export const OK: Step = { status: 200, body: { Contacts: [] } };
export const READ: XeroRequest = { path: '/Contacts' };
export const WRITE: XeroRequest = { method: 'PUT', path: '/Contacts', body: { Contacts: [{ Name: SECRETS.body }] } };
