// One request to Xero, and one answer.

import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

/** One request, without what the client adds (base, organisation, keys). */
export interface XeroRequest {
	readonly method?: IHttpRequestMethods;
	/** Path under the API's base path, path parameters filled and encoded, e.g. /Invoices/0f3c…/History. */
	readonly path: string;
	readonly query?: IDataObject;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: IDataObject | IDataObject[] | Buffer;
	/** The name under which a good answer holds its records: one without it is no answer. */
	readonly envelope?: string;
	/** Properties that a good answer has; without an envelope it is by these that a record is known to be there. */
	readonly confirmedBy?: string | readonly string[];
	/** The granular scope that it needs, where that is not the operation's. */
	readonly scope?: string;
	/** Names a write of several that an item makes, where another try of the run may need fewer of them; they are counted otherwise. */
	readonly step?: string;
	/** Ask for bytes instead of JSON. */
	readonly binary?: boolean;
}

/** One answer of Xero's, whatever its status. Header names are in lower case. */
export interface XeroResponse {
	readonly status: number;
	readonly headers: Readonly<Record<string, unknown>>;
	/** Parsed JSON, text, bytes (when asked for), or '' for nothing. */
	readonly body: unknown;
	/** Of a write that Xero answered with a failure to the last: when it was first sent (ms since the epoch), and whether Xero itself answered each try. */
	readonly tries?: { readonly since: number; readonly allAnswered: boolean };
}

/** An organisation that the credential is connected to. */
export interface Connection {
	readonly id: string;
	readonly tenantId: string;
	readonly tenantName: string;
	readonly tenantType: string;
}

/**
 * How a list is continued. `page`: page number from 1; `size` when the endpoint takes a page size (Xero clamps it), else `fixedBody`;
 * `sizeName` where the size has another name than `pageSize`; `counted` where every answer says how many pages there are, and a page past
 * the last one is refused.
 * `offset`: by the property `from` of the last record; `after` is where an earlier reading stopped.
 */
export type Paging =
	| {
			readonly by: 'page';
			readonly size: number;
			readonly fixed?: boolean;
			readonly sizeName?: string;
			readonly counted?: boolean;
	  }
	| { readonly by: 'offset'; readonly from: string; readonly after?: number }
	| { readonly by: 'nothing' };
