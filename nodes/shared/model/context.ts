// What an operation's own function works with: one item's input, and its way to Xero.

import type { IDataObject, IBinaryKeyData, IBinaryData } from 'n8n-workflow';
import type { State } from './errorState';
import type { Fields, Input } from './field';
import type { Finding } from './findings';
import type { XeroRequest, XeroResponse, Paging, Connection } from './request';

/** One record that leaves the node. */
export interface OutputItem {
	readonly json: IDataObject;
	/** Simplified already, as its page came. */
	readonly isSimplified?: boolean;
	readonly binary?: IBinaryKeyData;
	/** What is to be looked at in it: said in the row, and under the output. */
	readonly findings?: readonly RowFinding[];
	/** Why it could not be had, though the rest of the item could; `json` is what tells which one it is then. */
	readonly error?: Error;
}

/** What a workflow is told of a row: `code` and `details` are for it to go by, and `details` stay in the row. */
export type RowFinding = Omit<Finding, 'items'> & { readonly code: string; readonly details?: IDataObject };

/** Why an operation does not do what an item asks for. */
export interface RefusalDetails extends Omit<Finding, 'items'> {
	readonly state?: State;
	/** Xero's own sentences, where it is Xero that refused. */
	readonly sentences?: readonly string[];
	/** Refused, but not without a doubt that something was written. */
	readonly open?: true;
	/** What there is to know besides the message. */
	readonly description?: string;
}

/** What is done while a list is read, page by page. */
export interface PageReading<T extends object> {
	/** Makes of a record what stays of it once its page is dropped; it keeps the properties that the paging goes by. */
	shape?(record: IDataObject): T;
	/** Places in a record that `shape` reads, if it reads no others: dates elsewhere may stay as Xero writes them. */
	readonly reads?: ReadonlyArray<readonly string[]>;
	/** Hears how many pages there are before the second one is asked for; what it throws ends the reading. */
	counted?(pages: number): Promise<void>;
}

/** What a bespoke operation works with: one item's checked input and the one client of Xero. */
export interface OperationContext<F extends Fields = Fields> {
	readonly item: number;
	/** The tenant ID of the organisation; '' where none is needed. */
	readonly organisation: string;
	/** Values of `required`, checked, before `write`. */
	readonly input: Input<F>;
	/** Values of the item's `optional` and `query` fields, checked, before `write`. */
	readonly options: Readonly<Record<string, unknown>>;
	/** What the item writes, in Xero's shape: inputs or JSON, path parameters left out. */
	readonly body: IDataObject;
	/** The operation's path with this item's path parameters filled. */
	readonly path: string;
	/** What the item asks for, in Xero's shape; long lists of IDs are not in it. */
	readonly query: IDataObject;
	/** Headers that filters stand for, such as If-Modified-Since. */
	readonly headers: Readonly<Record<string, string>>;
	/** Rows that the item asks for at most; Infinity for all. */
	readonly limit: number;
	/** Whether what is wrong with one record ends the run, so that the others are not worked on any more. */
	readonly stopsAtRefusals: boolean;
	/** Sends through the throttled, retrying client; a refusal by Xero is thrown as NodeApiError naming the item. */
	request(request: XeroRequest): Promise<XeroResponse>;
	/** The records inside an answer, dates made ISO. */
	recordsIn(answer: XeroResponse, envelope?: string): IDataObject[];
	/** Every record of a list, page after page. */
	listAll<T extends object = IDataObject>(
		request: XeroRequest,
		paging: Paging,
		envelope?: string,
		limit?: number,
		id?: string,
		reading?: PageReading<T>,
	): Promise<T[]>;
	/** Every record of a list, read once for all items of the run; an answer without the envelope is none. */
	listOnce(request: XeroRequest, paging: Paging, envelope?: string, id?: string): Promise<IDataObject[]>;
	/**
	 * The records that a write was answered with, once each is seen to be saved; see Operation.confirmedBy, which `confirmedBy` may say otherwise.
	 * Throws NodeOperationError when one is refused or not confirmed, or there is none where there must be one.
	 */
	assertSaved(records: readonly IDataObject[], confirmedBy?: string | readonly string[]): readonly IDataObject[];
	/**
	 * The bytes behind a binary property of the item. Throws NodeOperationError when it is not there.
	 * @param line from 0, which of the items that make a document together; the first unless said
	 */
	readBinary(property: string, line?: number): Promise<{ data: Buffer; name: string; type: string }>;
	/** Wraps bytes as n8n binary data. */
	toBinary(data: Buffer, name: string, type?: string): Promise<IBinaryData>;
	/** YYYY-MM-DD, in a time zone (IANA); in the workflow's unless given. */
	today(zone?: string): string;
	/** The moment it is, ISO 8601 in UTC. */
	now(): string;
	/** Records that a page of the API's lists holds at most. */
	readonly largestPage: number;
	/** The organisations the credential is connected to. */
	connections(): Promise<readonly Connection[]>;
	/** True the first time this run asks for the key: tells two items apart that would write to the same place. */
	isFirst(key: string): boolean;
	/** Work that items of this run share: the first to name the key has it done, the others get what came of it, a refusal as well. */
	once<T>(key: string, work: () => Promise<T>): Promise<T>;
	/**
	 * Work that no other run in this process does at the same time, of those that name the same key for the same organisation: a write that
	 * replaces what others write, too, and the reading it follows from.
	 */
	alone<T>(key: string, work: () => Promise<T>): Promise<T>;
	/** Whether an earlier try of this run (Retry On Fail) sent the write of this name (XeroRequest.step): it may be done, and goes as it went. */
	wasSent(request: XeroRequest): boolean;
	/** Waits, but not past a cancel; ms. */
	pause(ms: number): Promise<void>;
	/** Throws a NodeOperationError for this item: nothing of it was sent, unless `state` says otherwise. */
	refuse(finding: RefusalDetails): never;
}

/** What one of several joined items gives. */
export type JoinedItem<F extends Fields = Fields> = Pick<OperationContext<F>, 'item' | 'input' | 'options' | 'body'>;

/** What one of them came to: its rows, with what is to be told of them, or why it has none. */
export type JoinedResult =
	| {
			readonly item: number;
			readonly rows: readonly OutputItem[];
			readonly findings?: ReadonlyArray<Omit<Finding, 'items'>>;
	  }
	| { readonly item: number; readonly error: Error }
	/** It was kept back by what is wrong with another one. */
	| { readonly item: number; readonly heldBackBy: Error };

/** What an operation works with that does several items in one go. */
export interface JoinedContext<F extends Fields = Fields> extends Omit<
	OperationContext<F>,
	'item' | 'input' | 'options' | 'body' | 'readBinary'
> {
	/** In the order of the input; never empty. */
	readonly joined: ReadonlyArray<JoinedItem<F>>;
	/** The error for one of the items; nothing of it was sent, unless `state` says otherwise. */
	refusalOf(item: number, finding: RefusalDetails): Error;
}

/** Binary fields by name, of each of the items that a record is made of: several where each is a line of a document. */
export type Binaries = ReadonlyArray<Readonly<Record<string, Readonly<Pick<IBinaryData, 'fileName' | 'id' | 'data'>>>>>;

/** What an operation may do with a record it has saved. */
export type AfterSaveContext = Pick<
	OperationContext,
	'item' | 'options' | 'request' | 'recordsIn' | 'assertSaved' | 'readBinary' | 'pause' | 'refuse'
> & {
	readonly binaries: Binaries;
	/** Tells of something that was not done, though the record is saved. */
	warn(finding: Omit<Finding, 'items'>): void;
	/** ms since all records of the run were sent. */
	elapsed(): number;
	/** Work in its turn: a few of the run's at the same time. Those that pause are not among them, or they would keep the others back. */
	limited<T>(work: () => Promise<T>): Promise<T>;
};
