// One unit of work and its end.

import type { IDataObject } from 'n8n-workflow';
import type { OutputItem } from '../model/context';
import type { Refusal } from '../model/errorState';
import type { Finding } from '../model/findings';
import type { Parameters } from './parameters';

/** One unit of work: one item, or the items whose lines make one document. */
export interface Job {
	readonly items: readonly number[];
	readonly organisation: string;
	readonly gathered: Parameters | undefined;
}

/** A job's place in its run, which is the same in each try. */
export const placeOf = ({ organisation, items }: Pick<Job, 'organisation' | 'items'>): string =>
	`${organisation} ${items.join('+')}`;

/** How a job ended. */
export type WorkResult =
	| {
			readonly is: 'done';
			readonly job: Job;
			readonly rows: readonly OutputItem[];
			/** Xero's own. */
			readonly warnings: readonly string[];
			/** What Xero did not keep of what was sent. */
			readonly findings?: readonly Finding[];
	  }
	| {
			readonly is: 'refused';
			readonly job: Job;
			readonly error: Refusal;
			readonly details: IDataObject;
			/** False when the job was not begun, because what ended another one would have ended it, too. */
			readonly begun: boolean;
	  };
