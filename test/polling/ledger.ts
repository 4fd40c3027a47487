import type { IDataObject, IHttpRequestOptions, INode, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { XeroPollingTrigger } from '../../nodes/XeroPollingTrigger/XeroPollingTrigger.node';
import { forgetLimits } from '../../nodes/shared/http/rateLimiter';
import { clock as nodesClock } from '../../nodes/shared/http/clock';
import { KERERU } from './stage';

const node = new XeroPollingTrigger();
let made = 0;

/** What one list of Xero's may do differently from what its description says. */
export interface Ways {
	/** Most records in a page, whatever is asked for. */
	readonly most?: number;
	/** Says how many pages and records there are. */
	readonly counts?: boolean;
	/** Goes by this instead of the order asked for. */
	readonly order?: (a: Entry, b: Entry) => number;
	/** If-Modified-Since leaves out what is of that very second. */
	readonly exclusive?: boolean;
	/** Times come without milliseconds. */
	readonly wholeSeconds?: boolean;
	/** ms that each call takes. */
	readonly takes?: number;
}

export interface Entry {
	readonly id: string;
	readonly created: number;
	updated: number;
	more: IDataObject;
}

/** Calls come as [path, since (s), page]. */
export type Call = readonly [path: string, since: number, page: number];

const START = Date.UTC(2026, 2, 2, 9);
const BASE = '/api.xro/2.0';
const stamp = (ms: number): string => `/Date(${ms}+0000)/`;
const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/**
 * A list of Xero's in memory, with a trigger that watches it through n8n's HTTP helper: for what would take too long against the
 * sandbox (thousands of records), or what only Xero can do (another order, another idea of a second).
 */
export class Ledger {
	readonly entries = new Map<string, Entry>();
	readonly calls: Call[] = [];
	/** What happens before call number `index` is answered; what it gives back is answered instead. */
	before: (call: Call, index: number) => IDataObject | Error | undefined | void = () => undefined;
	data: IDataObject = {};
	now = START;
	private readonly id: string;
	private readonly plural: string;
	private readonly idName: string;

	constructor(
		private readonly resource: 'invoice' | 'quote' = 'invoice',
		private readonly ways: Ways = {},
		private readonly parameters: IDataObject = {},
		private readonly budget?: number,
	) {
		made += 1;
		this.id = `ledger-${made}`;
		this.plural = resource === 'invoice' ? 'Invoices' : 'Quotes';
		this.idName = resource === 'invoice' ? 'InvoiceID' : 'QuoteID';
		forgetLimits();
		const sleep = async (ms: number): Promise<void> => void (this.now += ms);
		Object.assign(nodesClock, { now: () => this.now, sleep, random: () => 0.5 });
	}

	private time(): number {
		return this.ways.wholeSeconds ? Math.floor(this.now / 1000) * 1000 : this.now;
	}

	create(more: IDataObject = {}): string {
		const id = idOf(this.entries.size + 1);
		this.entries.set(id, { id, created: this.time(), updated: this.time(), more });
		return id;
	}

	update(id: string, more: IDataObject = {}): void {
		const entry = this.entries.get(id)!;
		this.entries.set(id, { ...entry, updated: this.time(), more: { ...entry.more, ...more } });
	}

	/** Many at once, each so many ms after the other. */
	createMany(count: number, apart: number): string[] {
		return Array.from({ length: count }, () => {
			this.now += apart;
			return this.create();
		});
	}

	private list({ searchParams, headers }: { searchParams: URLSearchParams; headers: IDataObject }): IDataObject {
		const text = headers['If-Modified-Since'];
		const since = text === undefined ? 0 : Date.parse(`${String(text)}Z`);
		const { most = Infinity, counts = this.resource === 'invoice', exclusive = false } = this.ways;
		const size = Math.min(Number(searchParams.get('pageSize') ?? 100), most);
		const page = Number(searchParams.get('page') ?? 1);
		const sign = searchParams.get('order')?.endsWith('DESC') ? -1 : 1;
		const order = this.ways.order ?? ((a, b) => sign * (a.updated - b.updated || (a.id < b.id ? -1 : 1)));
		const found = [...this.entries.values()]
			.filter(({ updated }) => (exclusive ? updated > since : updated >= since))
			.sort(order);
		const records = found.slice((page - 1) * size, page * size);
		const pagination = { page, pageSize: size, pageCount: Math.ceil(found.length / size), itemCount: found.length };
		return {
			DateTimeUTC: `/Date(${this.now})/`,
			...(counts ? { pagination } : {}),
			[this.plural]: records.map(({ id, updated, more }) => ({ [this.idName]: id, UpdatedDateUTC: stamp(updated), ...more })),
		};
	}

	private history(id: string): IDataObject {
		const { created, updated } = this.entries.get(id)!;
		const entry = (Changes: string, at: number): IDataObject => ({ Changes, DateUTC: stamp(at), Details: '' });
		return { HistoryRecords: [...(updated > created ? [entry('Edited', updated)] : []), entry('Created', created)] };
	}

	private answer(options: IHttpRequestOptions): { statusCode: number; headers: IDataObject; body: unknown } {
		const { pathname, searchParams } = new URL(options.url);
		const path = pathname.replace(BASE, '');
		const headers = (options.headers ?? {}) as IDataObject;
		const since = Date.parse(`${String(headers['If-Modified-Since'])}Z`) / 1000;
		const call: Call = [path, since, Number(searchParams.get('page') ?? 0)];
		this.calls.push(call);
		this.now += this.ways.takes ?? 1;
		const instead = this.before(call, this.calls.length - 1);
		if (instead instanceof Error) throw instead;
		if (instead?.statusCode !== undefined) return instead as never;
		const id = /\/([^/]+)\/History$/.exec(path)?.[1];
		const body = instead ?? (id === undefined ? this.list({ searchParams, headers }) : this.history(id));
		return { statusCode: 200, headers: {}, body: JSON.parse(JSON.stringify(body)) as unknown };
	}

	private context(): IPollFunctions {
		const self: INode = { id: 'n', name: 'Xero', type: 'x', typeVersion: 1, position: [0, 0], parameters: {} };
		const parameters: IDataObject = { resource: this.resource, organisation: KERERU, simplify: false, ...this.parameters };
		const { budget } = this;
		const parts = {
			getMode: () => 'trigger',
			getNode: () => self,
			getTimezone: () => 'Pacific/Auckland',
			getWorkflow: () => ({ id: this.id, name: 'Workflow', active: true }),
			getWorkflowStaticData: () => this.data,
			getCredentials: async () => ({ clientId: this.id, environment: 'xero' }),
			getNodeParameter: (name: string, fallback?: unknown) => parameters[name] ?? fallback,
			...(budget === undefined ? {} : { getPollBudgetMs: () => budget }),
			helpers: {
				httpRequestWithAuthentication: async (_type: string, options: IHttpRequestOptions) => this.answer(options),
			},
		};
		return parts as unknown as IPollFunctions;
	}

	async raw(): Promise<INodeExecutionData[][] | null> {
		return await node.poll.call(this.context());
	}

	/** IDs that one poll hands on, in their order. */
	async poll(): Promise<string[]> {
		return (await this.items()).map(({ [this.idName]: id }) => String(id));
	}

	async items(): Promise<IDataObject[]> {
		return ((await this.raw()) ?? []).flat().map(({ json }) => json);
	}

	/** The poll at activation; its calls are forgotten. */
	async activate(): Promise<this> {
		expect(await this.raw()).toBeNull();
		this.calls.length = 0;
		return this;
	}
}

/** Whole records without asking which are new: the shortest way from a change to an item. */
export const PLAIN: IDataObject = { options: { tellNew: false } };
