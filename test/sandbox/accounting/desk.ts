import { get } from 'lodash';
import { stoppedClock, type StoppedClock } from '../../../sandbox/clock';
import { accounting } from '../../../sandbox/accounting/api';
import { match } from '../../../sandbox/matching';
import { organisations } from '../../../sandbox/organisations';
import type { SandboxApi } from '../../../sandbox/route';

export type Json = Record<string, unknown>;

/** An answer as a test looks at it: `body` parsed, `binary` for PDFs and files. */
export interface Answer {
	status: number;
	body: unknown;
	binary?: Buffer;
	contentType?: string;
	operationId: string;
	/** What is at a path of the body, e.g. 'Invoices.0.Total'. */
	at(path: string): unknown;
	/** The same as text, for ids. */
	id(path: string): string;
	/** The sentences at the element of a path (of the first element of a refusal when absent). */
	sentences(path?: string): string[];
}

export interface Desk {
	clock: StoppedClock;
	api: SandboxApi;
	tenantId: string;
	call(method: string, url: string, body?: unknown, options?: { headers?: Record<string, string>; clientId?: string }): Answer;
}

/** 9 March 2026, 22:00 UTC: in Auckland it is already the 10th. */
export const START = Date.UTC(2026, 2, 9, 22);

/** The Accounting API without a server: calls go straight to the routes, bodies through JSON as on the wire. */
export function openDesk(
	seed: 'demo' | 'small' | 'empty' = 'small',
	heard?: (answer: Answer) => void,
	make = (clock: StoppedClock): SandboxApi => accounting({ clock, seed, organisations }),
	tenantId: string = organisations[0].tenantId,
): Desk {
	const clock = stoppedClock(START);
	const api = make(clock);
	return {
		clock,
		api,
		tenantId,
		call(method, url, body, { headers = {}, clientId = 'app' } = {}) {
			const { pathname, searchParams } = new URL(`http://sandbox${api.basePath}${url}`);
			const found = match(api, method, pathname);
			if (found === undefined || !('route' in found)) throw new Error(`no route for ${method} ${url}`);
			const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body === undefined ? '' : JSON.stringify(body));
			const reply = found.route.handle({
				method,
				path: found.path,
				params: found.params,
				query: Object.fromEntries(searchParams),
				headers: { accept: 'application/json', ...headers },
				body: body === undefined || Buffer.isBuffer(body) ? undefined : JSON.parse(JSON.stringify(body)),
				raw: bytes,
				tenantId,
				clientId,
				userId: 'user',
				clock,
				origin: 'http://sandbox',
			});
			const json: unknown = reply.body === undefined ? undefined : JSON.parse(JSON.stringify(reply.body));
			const at = (where: string): unknown => get(json, where);
			const answer: Answer = {
				status: reply.status ?? 200,
				body: json,
				at,
				id: (where) => String(at(where)),
				sentences: (where = 'Elements.0') =>
					((at(`${where}.ValidationErrors`) ?? []) as Array<{ Message: string }>).map((error) => error.Message),
				operationId: found.route.operationId,
				...(reply.binary ? { binary: reply.binary } : {}),
				...(reply.contentType ? { contentType: reply.contentType } : {}),
			};
			heard?.(answer);
			return answer;
		},
	};
}

/** A sales invoice for 2 x 50.00 plus 15% GST. */
export function sale(more: Json = {}): Json {
	return {
		Type: 'ACCREC',
		Contact: { Name: 'Walnut Hall' },
		Date: '2026-03-01',
		DueDate: '2026-03-15',
		LineItems: [{ Description: 'Chairs', Quantity: 2, UnitAmount: 50, AccountCode: '200' }],
		...more,
	};
}
