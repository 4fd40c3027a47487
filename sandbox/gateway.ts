import { admit, type Admitted } from './admission';
import { broken, cut, encoded, type Answer } from './answer';
import type { CallRecord, Clock, Fault, SandboxOptions } from './contract';
import { changed, type Faults } from './faults';
import { LONGEST_KEY, type Idempotency } from './idempotency';
import type { Connections } from './identity/connections';
import type { Tokens } from './identity/tokens';
import { formatOf, hasJson, malformed, parsed, split, xmlOf, type Incoming } from './incoming';
import type { Excess, Limiting } from './limiting';
import { apiOf } from './matching';
import type { Reply, SandboxApi, SandboxRequest } from './route';
import { singular } from './xml';
import { MalformedXml } from './xmlReading';

/** What the gateway works with. Functions are asked at every call, so that a test can change what they give. */
export interface GatewayParts {
	clock: Clock;
	apis: () => readonly SandboxApi[];
	tokens: Tokens;
	connections: Connections;
	limiting: Limiting;
	faults: Faults;
	idempotency: Idempotency;
	remainingAt: SandboxOptions['remainingAt'];
	latency: () => number;
	origin: () => string;
	/** Delays an answer; false when the sandbox stopped meanwhile. */
	waited: (ms: number) => Promise<boolean>;
	record: (call: CallRecord) => void;
}

/** An answer and what to call when the call is no longer under way. */
export interface Outcome {
	answer: Answer;
	leave?: () => void;
}

/** A call that was let in, with all that is known of it. */
interface Whole {
	incoming: Incoming;
	api: SandboxApi;
	admitted: Admitted;
	path: string;
	search: string;
	format: 'json' | 'xml';
	/** The headers that tell the calls left. */
	left: () => Record<string, string>;
}

type Recorded = Omit<CallRecord, 'status'>;

/** The way of every API call: token, path, scope, organisation, limits, faults, Idempotency-Key, and then the route. */
export class Gateway {
	constructor(private readonly parts: GatewayParts) {}

	/** Answers a call. Everything that changes records happens in one synchronous step, so calls never see each other half done. */
	async pass(incoming: Incoming): Promise<Outcome> {
		const { clock, latency, limiting, remainingAt, waited } = this.parts;
		const recorded = this.witness(incoming, clock.now());
		const [path, search] = split(incoming.url);
		const api = apiOf(this.parts.apis(), path, String(incoming.headers['xero-tenant-id'] ?? '').trim());
		if (api === undefined) {
			recorded.unknown = true;
			return this.done(recorded, plain404);
		}
		const format = formatOf(api, incoming.headers.accept);
		const admitted = admit(api, { ...incoming, path }, this.parts);
		if (!('route' in admitted)) {
			await waited(latency());
			if (admitted.status === 404) recorded.unknown = true;
			const always = admitted.status === 401 || admitted.status === 403;
			return this.done(recorded, encoded(admitted, always ? 'json' : format));
		}
		const { tenantId, app, route } = admitted;
		if (tenantId !== '') recorded.tenant = tenantId;
		const free: Whole = { incoming, api, admitted, path, search, format, left: () => ({}) };
		if (route.noTenant === true) return this.work(recorded, free).catch((error: unknown) => this.broke(recorded, error));

		const excess = limiting.enter(app.clientId, tenantId);
		const now = (): Record<string, string> => limiting.headers(app.clientId, tenantId);
		const then = now();
		const whole: Whole = { ...free, left: remainingAt === 'arrival' ? () => ({ ...then }) : now };
		if (excess !== undefined) {
			await waited(latency());
			return this.limited(recorded, whole, excess);
		}
		let inside = true;
		const leave = (): void => {
			if (inside) limiting.leave(app.clientId, tenantId);
			inside = false;
		};
		const outcome = await this.work(recorded, whole).catch((error: unknown) => this.broke(recorded, error));
		return { ...outcome, leave };
	}

	/** The answer to a body above the limit, which was not read to its end. */
	tooLarge({ method, url, headers }: Omit<Incoming, 'raw'>): Answer {
		const api = apiOf(this.parts.apis(), split(url)[0]);
		const recorded = this.witness({ method, url, headers, raw: Buffer.alloc(0) }, this.parts.clock.now());
		const body = api?.refuse(413, 'RequestEntityTooLarge', 'The request is larger than allowed.');
		return this.done(recorded, encoded({ status: 413, body })).answer;
	}

	private async work(recorded: Recorded, whole: Whole): Promise<Outcome> {
		const { latency, waited, limiting, faults } = this.parts;
		const { incoming, api, admitted, path, search, left } = whole;
		const { app, tenantId, route } = admitted;
		if (!(await waited(latency()))) return this.done(recorded, cut);
		const list = route.method === 'GET' && !route.path.endsWith('}');
		const fault = faults.next({ method: incoming.method, path, url: incoming.url, list });
		switch (fault?.kind) {
			case 'latency':
				if (!(await waited(fault.ms))) return this.done(recorded, cut);
				break;
			case 'dropBefore':
				return this.done(recorded, cut);
			case 'status': {
				const answer = broken(fault, api.refuse(fault.status, 'Unavailable', 'The sandbox was told to answer so.'));
				return this.done(recorded, { ...answer, headers: { ...left(), ...answer.headers } });
			}
			case 'limit': {
				const excess = limiting.excess(fault.problem, app.clientId, tenantId);
				return this.limited(recorded, whole, { ...excess, retryAfter: fault.retryAfter ?? excess.retryAfter });
			}
		}
		const query = Object.fromEntries(new URLSearchParams(search));
		if (fault?.kind === 'samePage') {
			if ('page' in query) query['page'] = '1';
			if ('offset' in query) query['offset'] = '0';
		}
		const given = this.answer(recorded, whole, query, fault);
		if (fault?.kind === 'dropAfter') return this.done(recorded, cut);
		const late = fault?.kind === 'slowBody' ? { slow: fault.ms } : fault?.kind === 'drip' ? { drip: fault.ms } : {};
		return this.done(recorded, { ...given, ...late, headers: { ...left(), ...given.headers } });
	}

	/** The route's answer, or the one remembered under the call's Idempotency-Key. Synchronous from asking to remembering. */
	private answer(recorded: Recorded, whole: Whole, query: Record<string, string>, fault: Fault['what'] | undefined): Answer {
		const { incoming, api, admitted, format } = whole;
		const { idempotency } = this.parts;
		const key = ['PUT', 'POST', 'PATCH'].includes(incoming.method) ? recorded.idempotencyKey : undefined;
		const kind = singular(admitted.path.split('/')[1] ?? '');
		const given = (): Answer => encoded(changed(this.replyUnder(whole, query, fault), fault), format, kind);
		if (key === undefined) return given();
		const refuse = (detail: string): Answer => encoded({ status: 400, body: api.refuse(400, 'BadRequest', detail) }, format);
		if (key.length > LONGEST_KEY) return refuse(`Idempotency Key must not be longer than ${LONGEST_KEY} characters.`);
		const request = { ...incoming, clientId: admitted.app.clientId, tenantId: admitted.tenantId };
		const known = idempotency.recall(key, request);
		if (known === 'different') return refuse(`Idempotency Key ${key} is used with a different request.`);
		recorded.replayed = known !== undefined;
		const answer = known ?? given();
		if (known === undefined) idempotency.remember(key, request, answer);
		return answer;
	}

	/** The route's reply; with a fault that lets nothing be written, everything is afterwards as it was. */
	private replyUnder(whole: Whole, query: Record<string, string>, fault: Fault['what'] | undefined): Reply {
		if (fault?.kind !== 'answer' || fault.keepWrite !== false) return this.reply(whole, query);
		// Some APIs write into the books of others.
		const back = this.parts.apis().map((api) => api.restorePoint?.());
		try {
			return this.reply(whole, query);
		} finally {
			for (const restore of back) restore?.();
		}
	}

	private reply({ incoming, api, admitted }: Whole, query: Record<string, string>): Reply {
		const { route, params, path, tenantId, userId, app } = admitted;
		const xml = xmlOf(incoming, route.path);
		if (xml !== undefined && api.xmlBody === undefined) {
			const detail = `The ${api.name} API reads JSON only: send the body with the Content-Type application/json.`;
			return { status: 415, body: api.refuse(415, 'UnsupportedMediaType', detail) };
		}
		const body = xml === undefined ? bodyOf(incoming, route.path) : fromXml(xml, api);
		if (body instanceof Unreadable) {
			return { status: 400, body: api.refuse(400, 'PostDataInvalidException', body.why) };
		}
		const { clock, origin } = this.parts;
		const { method, headers, raw } = incoming;
		const whom = { tenantId, clientId: app.clientId, userId };
		const request: SandboxRequest = { method, path, params, query, headers, body, raw, ...whom, clock, origin: origin() };
		return route.handle(request);
	}

	private limited(recorded: Recorded, { api, left }: Whole, { problem, retryAfter }: Excess): Outcome {
		const detail = `The ${problem} limit is exceeded.`;
		const headers = left();
		const spent = {
			minute: 'X-MinLimit-Remaining',
			day: 'X-DayLimit-Remaining',
			appminute: 'X-AppMinLimit-Remaining',
			concurrent: '',
		}[problem];
		if (spent !== '') headers[spent] = '0';
		headers['X-Rate-Limit-Problem'] = problem;
		if (retryAfter !== undefined) headers['Retry-After'] = String(retryAfter);
		recorded.limit = problem;
		return this.done(recorded, encoded({ status: 429, body: api.refuse(429, 'TooManyRequests', detail), headers }));
	}

	private witness({ method, url, headers, raw }: Incoming, at: number): Recorded {
		const key = String(headers['idempotency-key'] ?? '');
		const body = hasJson({ headers, raw }, url) ? parsed(raw) : undefined;
		return {
			...{ method, url, replayed: false, at },
			headers: headers.authorization === undefined ? { ...headers } : { ...headers, authorization: '(hidden)' },
			...(key === '' ? {} : { idempotencyKey: key }),
			...(body === undefined || body === malformed ? {} : { body }),
		};
	}

	/** A route that threw: a flaw of the sandbox, told on its output. */
	private broke(recorded: Recorded, error: unknown): Outcome {
		console.error(error);
		const body = { Type: null, Title: 'InternalServerError', Status: 500, Detail: 'An error occurred in Xero.' };
		return this.done(recorded, encoded({ status: 500, body }));
	}

	/** Every answer tells the time by the clock that stamps the records. */
	private done(recorded: Recorded, answer: Answer): Outcome {
		this.parts.record({ ...recorded, status: answer.status });
		const Date = new globalThis.Date(this.parts.clock.now()).toUTCString();
		return { answer: { ...answer, headers: { Date, ...answer.headers } } };
	}
}

/** A body that is not what its Content-Type says. */
class Unreadable {
	constructor(readonly why: string) {}
}

function bodyOf(incoming: Incoming, path: string): unknown {
	const body = hasJson(incoming, path) ? parsed(incoming.raw) : undefined;
	return body === malformed ? new Unreadable('The request body is not valid JSON.') : body;
}

function fromXml(source: string, api: SandboxApi): unknown {
	try {
		return api.xmlBody?.(source);
	} catch (error) {
		if (!(error instanceof MalformedXml)) throw error;
		return new Unreadable(`The request body is not valid XML: ${error.message}.`);
	}
}

const plain404: Answer = {
	status: 404,
	headers: { 'Content-Type': 'text/plain; charset=utf-8' },
	payload: Buffer.from("The resource you're looking for cannot be found"),
};
