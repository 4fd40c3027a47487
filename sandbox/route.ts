import type { Bookkeeping } from './bookkeeping';
import type { Clock, WebhookCategory, WebhookEvent } from './contract';

/** What a route sees of one call, after the gateway checked token, scopes, organisation, limits and the Idempotency-Key. */
export interface SandboxRequest {
	method: string;
	/** Path below the API's base path, decoded. */
	path: string;
	/** The holes of the route's path, decoded (file names with spaces, #, & and non-ASCII come out as written). */
	params: Readonly<Record<string, string>>;
	/** Decoded query; a repeated key keeps the last value. */
	query: Readonly<Record<string, string>>;
	headers: Readonly<Record<string, string | string[] | undefined>>;
	/** Parsed body of JSON (or XML, where the API reads it), or undefined. What cannot be parsed never gets here: the gateway answers 400. */
	body: unknown;
	/** The bytes of the body as they came (attachments). */
	raw: Buffer;
	tenantId: string;
	clientId: string;
	userId: string;
	clock: Clock;
	/** Scheme and host of the sandbox, for links in answers. */
	origin: string;
}

/** What a route answers. `body` is sent as JSON; `binary` as bytes with `contentType`; neither means an empty body. */
export interface Reply {
	status?: number;
	body?: unknown;
	binary?: Buffer;
	contentType?: string;
	headers?: Record<string, string>;
}

/** One operation of one of Xero's APIs, tied to the spec by its operationId. */
export interface Route {
	operationId: string;
	method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';
	/** Xero's own path with holes, e.g. /Invoices/{InvoiceID}. */
	path: string;
	/** Any one of these scopes is enough (granular and, for older apps, broad ones). */
	scopes: readonly string[];
	/** Answers without an organisation (identity's connections). */
	noTenant?: boolean;
	/** Must be synchronous: one call is one atomic change. */
	handle(request: SandboxRequest): Reply;
}

/** A record that a call created or updated, of a kind that Xero has webhooks for. Told once the whole call stands. */
export interface RecordChange {
	tenantId: string;
	category: WebhookCategory;
	/** Xero's plural name, as in the path. */
	plural: string;
	id: string;
	isNew: boolean;
	/** Its UpdatedDateUTC, ISO in UTC with milliseconds. */
	at: string;
	/** What its events tell of it besides. */
	data?: WebhookEvent['data'];
}

/** One of Xero's APIs: its base path, its routes, and how it words what the gateway refuses (unknown path, bad JSON). */
export interface SandboxApi {
	name: string;
	basePath: string;
	routes: readonly Route[];
	/** Which organisations, at which path (in lower case), it is for, where several APIs share a base path; all of them when absent. */
	serves?(tenantId: string, path: string): boolean;
	/** The first segments of paths under the other names that they are known by, in lower case. */
	otherNames?: ReadonlyMap<string, string>;
	/** The body of an answer that the gateway gives in this API's name. */
	refuse(status: number, title: string, detail: string): unknown;
	/** A body of XML as the JSON it stands for; the APIs without it read JSON alone. @throws MalformedXml */
	xmlBody?(source: string): unknown;
	/** Remembers what the API holds; the function returned takes back all that changed since. */
	restorePoint?(): () => void;
	/** Does what only a person does in Xero: posts a draft pay run. False when there is none of the id. */
	postPayRun?(tenantId: string, payRunID: string): boolean;
	/** What people and other products do in the books, of the API that keeps them. */
	bookkeeping?: Bookkeeping;
	/** Gives an organisation an earnings rate that Xero does not take back. False when the organisation has no such payroll. */
	addRedundancyRate?(tenantId: string): boolean;
	/** What an organisation holds under Xero's plural name, to be read only. */
	records(tenantId: string, plural: string): ReadonlyArray<Record<string, unknown>>;
}
