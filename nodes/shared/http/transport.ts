// One try of one request through n8n's HTTP helper.

import get from 'lodash/get';
import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import { confirmingKeys, property, identifies } from '../model/element';
import type { XeroResponse, XeroRequest } from '../model/request';
import { anyOf } from './abortSignals';
import type { ErrorSubject } from './errors';
import { disconnectedError, unsendableError } from './errors';
import { toError } from '../model/values';

/** Everything of n8n's that may call Xero. */
export type N8nContext = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions | IWebhookFunctions;

/** The credential type of every node of this pack. */
export const CREDENTIAL = 'xeroSuiteOAuth2Api';
const USER_AGENT = 'n8n-nodes-xero-suite';

/** A query as text, `?` included; commas stay commas, as Xero's lists want them. */
export const queryText = (query: IDataObject = {}): string => {
	const pairs = Object.entries(query)
		.flatMap(([key, value]) =>
			Array.isArray(value) ? (value as unknown[]).map((one) => [key, one] as const) : [[key, value] as const],
		)
		.filter(([, value]) => value !== undefined && value !== '')
		.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value)).replace(/%2C/g, ',')}`);
	return pairs.length ? `?${pairs.join('&')}` : '';
};

interface Thrown {
	readonly httpCode?: string | null;
	readonly message?: string;
	/** What it said before n8n put words of its own in its place. */
	readonly messages?: readonly string[];
	readonly description?: string | null;
	readonly code?: string;
	readonly isAxiosError?: boolean;
	readonly response?: { readonly status?: number; readonly headers?: Record<string, unknown>; readonly data?: unknown };
	readonly cause?: Thrown;
}

const NETWORK_CODE = /^(ECONN|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EPIPE|EHOST|ENET|ERR_NETWORK|ERR_STREAM|UND_ERR)/;

/** n8n wraps what its HTTP client threw, once for a call, twice for a token. */
const CAUSES = 4;
const NETWORK_WORDS =
	/socket hang up|aborted|timeout of \d+ms|network|\b(ECONN[A-Z]+|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EPIPE|EHOST[A-Z]+|ENET[A-Z]+)\b/i;

/** All that is said of what was thrown. */
const textOf = ({ cause, message = '', messages = [], description }: Thrown): string =>
	[cause?.message ?? '', message, ...messages, description ?? ''].join(' ');

/** Short code of what kept an answer from coming, or undefined when something else was thrown. */
function networkErrorCode(thrown: Thrown): string | undefined {
	for (let cause: Thrown | undefined = thrown, depth = 0; cause && depth < CAUSES; cause = cause.cause, depth += 1) {
		if (NETWORK_CODE.test(cause.code ?? '')) return cause.code;
		if (cause.isAxiosError && !cause.response) return cause.code ?? 'no connection';
	}
	const code = thrown.httpCode ?? '';
	if (code === '') return NETWORK_WORDS.test(textOf(thrown)) ? 'no connection' : undefined;
	// n8n before 2.36 gives no cause, but its code, in the place of a status. An address that is none is not even called.
	return thrown.cause === undefined && /^(?!ERR_INVALID)[A-Z]/.test(code) ? code : undefined;
}

/** n8n's words for a token that is missing, refused or not to be renewed. */
const TOKEN = /oauth|credential|token|invalid_(grant|client|scope)|unauthorized_client|not connected/i;

/** One request as n8n's HTTP helper takes it. `timeout` in ms. */
export const optionsOf = (
	base: string,
	request: XeroRequest,
	organisation: string,
	key: string | undefined,
	timeout: number,
): IHttpRequestOptions => ({
	method: request.method ?? 'GET',
	// Joined as text, so that no value of the caller's can change the host.
	url: `${base}${request.path}${queryText(request.query)}`,
	headers: {
		Accept: 'application/json',
		'User-Agent': USER_AGENT,
		...request.headers,
		...(organisation ? { 'Xero-Tenant-Id': organisation } : {}),
		...(key ? { 'Idempotency-Key': key } : {}),
	},
	...(request.body === undefined ? {} : { body: request.body }),
	...(request.binary ? { encoding: 'arraybuffer' as const } : { json: !Buffer.isBuffer(request.body) }),
	returnFullResponse: true,
	timeout,
});

/** Longest time of a timer, ms. */
const LONGEST = 2 ** 31 - 1;

/** An answer that took too long, whatever became of it since. */
const tooLate = (): Error => Object.assign(new Error('The answer took too long'), { code: 'ETIMEDOUT' });

/** What comes of an answer, unless it is late: then the error for that, even where the helper does not end by itself. */
async function inTime<T>(answer: Promise<T>, late: AbortSignal): Promise<T> {
	let give = (): void => {};
	const over = new Promise<never>((_, reject) => {
		give = () => reject(tooLate());
		late.addEventListener('abort', give, { once: true });
	});
	try {
		return await Promise.race([answer, over]);
	} catch (cause) {
		throw late.aborted ? tooLate() : toError(cause);
	} finally {
		late.removeEventListener('abort', give);
	}
}

async function http(ctx: N8nContext, options: IHttpRequestOptions, cancelled: AbortSignal | undefined): Promise<XeroResponse> {
	const send = async (ignoreHttpStatusErrors: IHttpRequestOptions['ignoreHttpStatusErrors']): Promise<XeroResponse> => {
		const how = { ...options, ignoreHttpStatusErrors };
		// The timeout of n8n's helper begins anew with each byte: this one bounds the whole answer, however slowly it comes.
		const late = AbortSignal.timeout(Math.min(Math.ceil(options.timeout ?? LONGEST), LONGEST));
		// n8n ends a call by this signal. One that is late must end, too: Xero counts it among the five at once for as long as it lasts.
		const ends = { value: () => anyOf(cancelled, late) };
		const asking = Object.create(ctx, { getExecutionCancelSignal: ends }) as IExecuteFunctions;
		const answer = ctx.helpers.httpRequestWithAuthentication.call(asking, CREDENTIAL, how);
		const { statusCode, headers, body } = (await inTime(answer, late)) as {
			statusCode: number;
			headers: Record<string, unknown>;
			body: unknown;
		};
		return { status: statusCode, headers, body };
	};
	try {
		// Status 401 must reject, or n8n does not refresh the token; all others come back with their headers.
		return await send({ ignore: true, except: [401] });
	} catch (cause) {
		// n8n before 2.36 keeps back the headers of a 401, which say whether a scope is missing: asked once more, it gives them.
		if (String((cause as Thrown).httpCode) === '401' && (cause as Thrown).cause === undefined) return await send(true);
		throw toError(cause);
	}
}

/** Why a good status is no answer of Xero's all the same: taken for one, an empty list or a lost write would go unnoticed. */
function invalidReason({ status, headers, body }: XeroResponse, request: XeroRequest): string | undefined {
	if (status >= 300) return undefined;
	const page = /\bhtml\b/i.test(String(headers['content-type'] ?? ''));
	if (page && !/html|\*\/\*/i.test(request.headers?.Accept ?? '')) return 'a web page came instead';
	const { envelope, confirmedBy } = request;
	if (confirmedBy !== undefined && !Array.isArray(body)) {
		const record = body !== null && typeof body === 'object' ? (body as IDataObject) : {};
		const missing = confirmingKeys({ confirmedBy }).find((name) => !identifies(property(record, name)));
		if (missing !== undefined) return `an answer without ${missing} came`;
	}
	if (envelope === undefined || Array.isArray(body)) return undefined;
	const inside = get(body, envelope);
	return typeof inside === 'object' && inside !== null ? undefined : `an answer without ${envelope} came`;
}

/**
 * One try of one request.
 * @param isRefusal whether an answer with a good status is a refusal all the same: it comes back with status 400 then
 * @returns the answer, or the reason why none came: a code of Node's, or words
 * @throws NodeApiError when n8n would not send it: no token, or no such address
 */
export async function sendOnce(
	ctx: N8nContext,
	options: IHttpRequestOptions,
	request: XeroRequest,
	about: ErrorSubject,
	cancelled: AbortSignal | undefined,
	isRefusal?: (body: unknown) => boolean,
): Promise<XeroResponse | string> {
	let unauthorised: XeroResponse['headers'];
	try {
		const answer = await http(ctx, options, cancelled);
		if (answer.status < 300 && isRefusal?.(answer.body)) return { ...answer, status: 400 };
		if (answer.status !== 401) return invalidReason(answer, request) ?? answer;
		unauthorised = answer.headers;
	} catch (cause) {
		const thrown = cause as Thrown;
		const text = textOf(thrown);
		const response = thrown.cause?.response;
		const status = response?.status ?? Number(thrown.httpCode ?? /status code (5\d\d)\b/.exec(text)?.[1]);
		// n8n aborts the request under way when the execution is cancelled.
		if (cancelled?.aborted) return 'cancelled';
		// An answer that broke off on its way, or stood still for too long, has a status but nothing else: Xero may have done anything.
		if (/stream has been aborted/i.test(text)) return 'ECONNRESET';
		if (status !== 401) {
			// What Xero answered where n8n asked for another token: n8n throws that one.
			if (response?.status !== undefined || status >= 500)
				return { status, headers: response?.headers ?? {}, body: response?.data ?? '' };
			const quiet = networkErrorCode(thrown);
			if (quiet !== undefined) return quiet;
			if (!TOKEN.test(text)) throw unsendableError(ctx.getNode(), thrown.message ?? '', about);
		}
		throw disconnectedError(ctx.getNode(), response?.headers ?? {}, status === 401 ? '' : (thrown.message ?? ''), about);
	}
	throw disconnectedError(ctx.getNode(), unauthorised, '', about);
}

/** Refusals to a call for bytes come as bytes: the JSON in them is opened. */
export function readable(body: unknown): unknown {
	const text = Buffer.isBuffer(body)
		? body.toString('utf8')
		: body instanceof ArrayBuffer
			? Buffer.from(body).toString('utf8')
			: body;
	if (typeof text !== 'string') return text;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
