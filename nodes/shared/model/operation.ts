// One entry of the Operation dropdown, the resource it is of, and the API that has both.

import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';
import type {
	AfterSaveContext,
	Binaries,
	JoinedContext,
	JoinedItem,
	JoinedResult,
	OperationContext,
	OutputItem,
} from './context';
import type { Field, Fields } from './field';
import type { Finding } from './findings';
import type { Paging, XeroRequest, XeroResponse } from './request';

/** One record in a request: inside its envelope, by itself, or as an array of one; the envelope is that of the answer then. */
export type Body = 'wrapped' | 'bare' | 'array';

/**
 * By which property the records of a resource are told from others in the same collection of Xero's: sales invoices from bills.
 * It is sent with every record, is a condition of every list, and what another value says of a record is told.
 */
export interface Discriminator {
	readonly property: string;
	readonly value: string;
	/** What is to be told of a record with another value, as a clause, and what to do. */
	readonly others: Readonly<Record<string, Readonly<Required<Pick<Finding, 'says' | 'todo'>>>>>;
}

/** What an item gives besides its body. */
export interface ItemGiven {
	/** Checked values of `optional` and `query`. */
	readonly options: Readonly<Record<string, unknown>>;
	readonly binaries: Binaries;
}

/** One entry of the Operation dropdown. */
export interface Operation<F extends Fields = Fields> {
	/** Xero's operationId(s): ties the row to the specs, for coverage and docs. */
	readonly xero: string | readonly string[];
	/** 'Create': Title Case, resource not repeated. */
	readonly name: string;
	/** 'Create invoice': sentence case. */
	readonly action: string;
	/** What name and action do not say; absent where they say it all. */
	readonly description?: string;
	readonly method: IHttpRequestMethods;
	/** '/Invoices/{InvoiceID}': path parameters are filled from fields, which then leave the body. */
	readonly path: string;
	/** Where several records go in one call when `path` names a single one; the path parameters then travel in the body. */
	readonly batchPath?: string;
	/** On the panel, in this order. */
	readonly required: F;
	/** On the panel as well, but may stay empty. */
	readonly panelOptional?: Fields;
	/** Names of both in the order in which they stand on the panel; those of `required` first unless said. */
	readonly panelOrder?: readonly string[];
	/** One "Additional Fields" collection → body. */
	readonly optional?: Fields;
	/** One "Filters" (lists) or part of the "Options" collection → query string, or header where the key is a header's name. */
	readonly query?: Fields;
	/** Names of those that are no part of the query string: what the operation does besides. */
	readonly keepsToItself?: readonly string[];
	/** Always part of the query string. */
	readonly fixedQuery?: IDataObject;
	/** Always part of the body, e.g. { Status: 'VOIDED' }. */
	readonly fixedBody?: IDataObject;
	/** Where the collection has records of other resources as well. */
	readonly discriminator?: Discriminator;
	/** 'Invoices': wraps what is sent, unwraps what comes back. */
	readonly envelope?: string;
	/**
	 * The properties by which a record in a good answer is known to be there: its own ID, or what Xero's description says of it where it
	 * has none. Absent where Xero answers a write with nothing.
	 */
	readonly confirmedBy?: string | readonly string[];
	/** How one record travels; 'wrapped' unless said. Several `batchPath` takes are wrapped always. */
	readonly body?: Body;
	/** Items per request. */
	readonly batchSize?: number;
	/** Bytes per request, where Xero takes fewer than elsewhere. */
	readonly batchBytes?: number;
	/** Names of the properties by which an upsert finds its record, the strongest first. */
	readonly identity?: readonly string[];
	/** Property with the document that a write settles: what is due of it, or left, goes to the earlier item. */
	readonly settles?: string;
	/** Xero answers element by element when asked to (summarizeErrors=false). */
	readonly perElement?: boolean;
	readonly paging?: Paging;
	/** Xero's `order` for a part of a list, so that it is the newest part. */
	readonly limitedOrder?: string;
	/** The granular scope it needs: named in the message of a 401/403. */
	readonly scope?: string;
	/** Fields kept by Simplify; absent where records are small already. Dotted names reach inside: 'Contact.Name'. */
	readonly simplified?: readonly string[];
	/** Offers Input: JSON. */
	readonly acceptsJson?: boolean;
	/** Offers Input: One Item per Line, and names the field that holds the lines. */
	readonly linesField?: string;
	/** Property that tells a document where Document Key is left empty. */
	readonly documentKeyDefault?: string;
	/** What Document Key begins with, where no one property tells a document. */
	readonly documentKeyPreset?: string;
	/** Changes a record that exists: an empty text in Additional Fields clears what is there, and at least one field must be given. */
	readonly isUpdate?: boolean;
	/** Shown above the fields of operations that move money or cannot be undone. */
	readonly notice?: string;
	/** Answers for the credential as a whole: no organisation is needed. */
	readonly noOrganisation?: boolean;
	/** What is wrong with a body as a whole, found before anything is sent; several findings where it has several parts. */
	validate?(body: IDataObject, given?: ItemGiven): Omit<Finding, 'items'> | ReadonlyArray<Omit<Finding, 'items'>> | undefined;
	/** What a body is about, where neither its path nor its own ID says so: items about the same go one after another. */
	orderBy?(body: IDataObject): string;
	/** What Xero makes of a body in silence, to be told after the run. */
	hint?(body: IDataObject): string | undefined;
	/** What becomes of a record that Xero answered, before Simplify: of whom it is, what its rows come to. `input`: see OperationContext. */
	shape?(record: IDataObject, input: Readonly<Record<string, unknown>>): IDataObject;
	/** What this operation does otherwise than its resource. */
	readonly conventions?: Partial<Conventions>;
	/** Whether the options of an item ask for `afterSave`; they do unless said. */
	afterSaveIf?(options: Readonly<Record<string, unknown>>): boolean;
	/** What is done with a record once it was saved, such as waiting until Xero has worked on it. A refusal is thrown, or is in the record. */
	afterSave?(record: IDataObject, then: AfterSaveContext): Promise<IDataObject>;
	/** For what one request cannot do. */
	run?(call: OperationContext<F>): Promise<readonly OutputItem[]>;
	/**
	 * By what an item finds those that it is done with: the items of an organisation with the same key are one work item, which `runJoined`
	 * does. One that is wrong by itself is refused by itself.
	 */
	joinItems?(item: JoinedItem<F>): string;
	/** Does items that belong together, and tells of each what it came to. What it throws stands for all of them. */
	runJoined?(call: JoinedContext<F>): Promise<readonly JoinedResult[]>;
}

/** A line of "From List". */
export interface ListOption {
	readonly name: string;
	readonly value: string;
	/** Lines with a higher one stand below the others; 0 unless said. */
	readonly rank?: number;
	/** The names by which it may be picked, where a record has several lines and its own names do not tell them apart. */
	readonly names?: readonly string[];
}

/** How the list behind a search is asked for. */
export type ListCall = Pick<
	Operation,
	'path' | 'required' | 'panelOptional' | 'envelope' | 'scope' | 'paging' | 'query' | 'fixedQuery'
> &
	Pick<XeroRequest, 'basePath'>;

/** What people call another record that a line tells of, by its search and its ID; undefined where that is not known. */
export type NameOf = (search: string, id: unknown) => string | undefined;

/** The value of another input of the panel that the list is opened in. */
export type PanelValue = (name: string) => unknown;

/** What is known where a list is opened. */
export interface ListPlace {
	/** The list is of an operation that brings back what is archived. */
	readonly restoring?: boolean;
	readonly nameOf?: NameOf;
	/** Absent where a name is looked up in a run: each item may have another value there. */
	readonly panel?: PanelValue;
}

/** A record → its lines in the list. */
export type ListOptions = (record: IDataObject, place?: ListPlace) => readonly ListOption[];

/** What verbs and traits need to know about one kind of record. */
export interface RecordType {
	/** Xero's noun, singular camelCase; part of people's saved workflows. */
	readonly key: string;
	readonly name: string;
	readonly plural: string;
	/** Collection path and envelope, e.g. 'Invoices'. */
	readonly path: string;
	readonly id: string;
	readonly description: string;
	/** Where the collection has records of other resources as well. */
	readonly discriminator?: Discriminator;
	/** Method and body of the writes that verbs make; PUT, POST and 'wrapped' unless said. */
	readonly writes?: { readonly create: IHttpRequestMethods; readonly update: IHttpRequestMethods; readonly body: Body };
	/** Names under which answers hold one record and many, where they are not `path`. */
	readonly envelopes?: { readonly one: string; readonly many: string };
	/** What this resource does otherwise than its API. */
	readonly conventions?: Partial<Conventions>;
	/** Granular write scope; its `.read` form where Xero has one is derived by the verbs. */
	readonly scope: string;
	/** Fields kept by Simplify (at most 10). */
	readonly simplified?: readonly string[];
	/** IDs of other records that a record makes: kept by Simplify besides. */
	readonly simplifiedBesides?: readonly string[];
	/** Field with the document's lines, where it has some. */
	readonly linesField?: string;
	/** Property by which rows of a spreadsheet find their document where Document Key is left empty. */
	readonly documentKeyDefault?: string;
	/** An expression that Document Key begins with, where no one property tells a document. */
	readonly documentKeyPreset?: string;
	/** Property by which a record is known besides its ID, where there is no upsert whose `identity` says so. */
	readonly number?: string;
	/** Each input written once; used by create, update, upsert, docs. */
	readonly fields: Fields;
	/** Inputs of a new record on the panel, in the order of Xero's screen; those it needs alone unless said. */
	readonly panel?: readonly string[];
	/** What of its list people ask for, in the words of Xero's screen. */
	readonly show?: Field<string>;
	/** Xero's `order` for the searches below, and for a part of the list, where it is paged. */
	readonly searchOrder?: string;
	/** "From List" searches this kind serves, by the name locators use in `finds`. */
	readonly listOptions?: Readonly<Record<string, ListOptions>>;
	/** Searches of other kinds whose records the lines name, where answers have their IDs alone; each needs `namesOf`. */
	readonly linesName?: readonly string[];
	/** What the lines of a search are, where they are not the records. */
	readonly lineKinds?: Readonly<Record<string, Pick<RecordType, 'name' | 'plural'>>>;
	/** The names by which people may pick a record in place of its ID, where pickers take names (Field.namedIn). */
	namesOf?(record: IDataObject): readonly string[];
	/** The list behind these searches, where no operation of the resource reads it: its path, envelope and scope. */
	readonly listedIn?: ListCall;
	/** What narrows a search's list at Xero already, by its name: a picker must not look through what cannot be picked. */
	readonly searchQuery?: Readonly<Record<string, IDataObject>>;
}

export interface Resource extends RecordType {
	readonly operations: Readonly<Record<string, Operation>>;
}

/** How an API tells what became of each record of a call. */
export interface ElementConventions {
	/** The records inside a refusing answer; undefined when it is about the whole call. */
	elementsIn(body: unknown): unknown[] | undefined;
	/** Why a record was refused; none when it was not. */
	reasons(record: IDataObject): string[];
	/** Whether a record was taken, though others of the same answer were refused. */
	isAccepted?(record: IDataObject): boolean;
	/** How to get on after a refusal, where there is more to it than changing what Xero names. */
	advice?(record: IDataObject): string | undefined;
	/** What of a refusal goes into the details of its row, for a workflow to tell one from the other. */
	details?(record: IDataObject): IDataObject;
	/**
	 * Which record of an answer is about which of the bodies sent; undefined for those that it does not tell of, and for all when that is
	 * not clear. Record n is about body n where an API has no more to go by.
	 */
	assign?(bodies: readonly IDataObject[], records: readonly IDataObject[]): ReadonlyArray<IDataObject | undefined> | undefined;
	/** Whether a record says of what it is. */
	isTold?(record: IDataObject): boolean;
}

/** By which names an API writes money; they count in any case. */
export interface MoneyFields {
	/** Properties with an amount in a currency. */
	readonly amounts: readonly string[];
	/** Properties with the price of one unit. */
	readonly prices?: readonly string[];
	/** Property with the currency of a record and of all that is in it. */
	readonly currency?: string;
	/** The properties that a line's amount follows from, and by which a line that exists is known. */
	readonly line?: Readonly<Record<'id' | 'quantity' | 'discountRate' | 'discountAmount' | 'amount', string>>;
}

/** What an answer says of a list: pages and records of the whole of it, and the records of the page that was asked for. */
export interface ListSize {
	readonly pages?: number;
	readonly total?: number;
	readonly here?: number;
}

/** Labels of an input by the path of its property in a body, as `Bank Account 1, Account Name`; undefined where there is none. */
export type LabelOf = (path: string) => string | undefined;

/** What differs between Xero's APIs, and nothing else. */
export interface Conventions {
	/** Names of properties that hold a calendar date (YYYY-MM-DD); all other `/Date()/` values are instants. */
	readonly calendarDates: ReadonlySet<string>;
	/** Whether calendar dates are sent as `/Date(ms+0000)/`; as `YYYY-MM-DD` unless said. */
	readonly writesMsDates?: boolean;
	/** Which properties hold money; absent where nothing of it is written. */
	readonly money?: MoneyFields;
	/** Names of properties that hold a moment in UTC, which Xero may tell without a zone; those that end with UTC do so anyway. */
	readonly moments?: ReadonlySet<string>;
	/** Whether an answer with a good status is a refusal all the same. */
	isRefusal?(body: unknown): boolean;
	/** What calls of a scope take besides it, in sentences for the user: a tier, an approval, a role. '' where nothing is known. */
	accessRequirements(scope: string): string;
	/** Where only organisations of one country have the API: what is asked when one seems to have none, and what is said of one of another. */
	readonly otherCountry?: {
		readonly request: XeroRequest & { readonly scope: string };
		told(answer: XeroResponse): Pick<Finding, 'says' | 'todo'> | undefined;
	};
	/**
	 * Reads the sentences out of a refusal's body. `sent`: what was refused, so that nothing private of it is repeated. `labelOf`: what
	 * people call the input of a property that Xero names, as `bankAccounts[0].accountName`.
	 */
	sentences(body: unknown, sent?: unknown, labelOf?: LabelOf): string[];
	/** What of a sentence of Xero's may be repeated, where it stands in a record and not in a refusal of the whole call. `told`: what was sent, and the record. */
	repeatable?(sentence: string, told: readonly IDataObject[]): string;
	/** Where refusals are told record by record in a way of the API's own. */
	readonly elements?: ElementConventions;
	/** Properties that are sent without blanks at their ends. */
	readonly trimmed?: ReadonlySet<string>;
	/** Property with the moment of a record's last change. */
	readonly updatedAt?: string;
	/** What a person would call a record in a message: `reference` by itself, `name` with whose it is. */
	recordName?(record: IDataObject): { readonly reference: string; readonly name: string };
	/** What the API is known not to keep of a record that it took. `labelOf`: the label of a property's input. */
	notKept?(sent: IDataObject, came: IDataObject, labelOf: (name: string) => string): Array<Omit<Finding, 'items'>>;
	/** Where the API's screens have a page for a record. */
	readonly pages?: {
		/** What is asked for the word by which an organisation's pages are found. */
		readonly request: XeroRequest & { readonly scope: string };
		keyIn(answer: XeroResponse): string | undefined;
		/** The page of a record; undefined where none is known. */
		linkOf(resource: RecordType, record: IDataObject, key: string): string | undefined;
	};
	/** Size of a list, where an answer tells it otherwise than by `pagination` of the whole list. */
	listSize?(body: IDataObject): ListSize;
}

export interface Api {
	/** 'Accounting' */
	readonly name: string;
	/** '/api.xro/2.0' */
	readonly basePath: string;
	/** Records that a page of its lists holds at most; 1,000 unless said. */
	readonly largestPage?: number;
	readonly conventions: Conventions;
	/** The resource that a new node shows; the first unless said. */
	readonly preset?: string;
	readonly resources: readonly Resource[];
}

/** Types one operation's row: `run` sees the types of its `required` fields. */
export const operation = <F extends Fields>(row: Operation<F>): Operation => row as unknown as Operation;

/** Types one resource's file: the operations are made from the kind they belong to. */
export const resource = ({
	operations,
	...kind
}: RecordType & { operations(kind: RecordType): Readonly<Record<string, Operation>> }): Resource => ({
	...kind,
	operations: operations(kind),
});
