import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Reply } from '../fakeContext';

/** A call as Xero gets it. Headers that every call has (Accept: application/json, keys, organisation) are left out. */
export interface Wire {
	readonly method: string;
	/** Path below /api.xro/2.0, as encoded on the wire; a whole address for what is elsewhere. */
	readonly path: string;
	readonly query?: Readonly<Record<string, string>>;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: unknown;
}

/** What a person fills in, one object per item, and the calls it must become. */
export interface Example {
	readonly parameters: readonly IDataObject[];
	readonly items?: readonly INodeExecutionData[];
	/** Answers in order, for what comes after them; an empty success unless given. */
	readonly replies?: readonly Reply[];
	readonly sends: readonly Wire[];
	/** What the node hands on, where it is more than Xero's records. */
	readonly gives?: readonly INodeExecutionData[];
}

/** Examples by operation. */
export type Examples = Readonly<Record<string, readonly Example[]>>;

const picked = (mode: string) => (value: string) => ({ __rl: true, mode, value });
export const fromList = picked('list');
export const byId = picked('id');
export const byCode = picked('code');
export const byNumber = picked('number');
export const byName = picked('name');

/** One item with a file in its binary field `data`. */
export const withFile = (fileName: string, mimeType: string, content: string): INodeExecutionData => ({
	json: {},
	binary: { data: { fileName, mimeType, data: Buffer.from(content).toString('base64') } },
});
