// What a part of the ties takes and gives.

import type { IDataObject, INodeParameters } from 'n8n-workflow';

/** The reports of an organisation, and what the sandbox holds of it. */
export interface TieBooks {
	run(what: string, parameters: INodeParameters): Promise<{ rows: IDataObject[]; calls: number }>;
	records(list: string): IDataObject[];
	/** Whether no document of any list has a journal of the source. */
	isHidden(sourceType: unknown): boolean;
}

/** One figure of a report beside the sandbox's, in cents. */
export interface Tie {
	readonly report: string;
	readonly of: string;
	readonly held: number;
	readonly ours: number;
	readonly xeros: number;
	readonly apart: number;
	readonly calls: number;
}
