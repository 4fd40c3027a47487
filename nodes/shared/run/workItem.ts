// One unit of work, from panel to result.

import type { IDataObject } from 'n8n-workflow';
import type { OutputItem } from '../model/context';
import type { Refusal } from '../model/errorState';
import type { Finding } from '../model/findings';
import type { Parameters } from './parameters';

/** The only unit of work: one input item, or those whose lines make one document; where it goes; and what was given for it. */
export interface WorkItem {
	readonly items: readonly number[];
	readonly organisation: string;
	readonly parameters: Parameters;
	/** What each of several joined items gives; see Operation.joinItems. */
	readonly joined?: readonly Parameters[];
}

/** One of which the parameters are not known: they could not be read. */
export type UnreadItem = Omit<WorkItem, 'parameters'> & { readonly parameters?: undefined };

/** A work item's place in its run, which is the same in each try. */
export const placeOf = ({ organisation, items }: Pick<WorkItem, 'organisation' | 'items'>): string =>
	`${organisation} ${items.join('+')}`;

/** The places of a work item's single items. */
export const placesOfItems = (place: string): string[] => {
	const [organisation, items = ''] = place.split(' ');
	return items.split('+').map((item) => `${organisation} ${item}`);
};

/** What became of a work item. */
export type WorkResult =
	| {
			readonly is: 'done';
			readonly workItem: WorkItem;
			readonly rows: readonly OutputItem[];
			/** Xero's own. */
			readonly warnings: readonly string[];
			/** What Xero did not keep of what was sent, and what is to be looked at in what was read. */
			readonly findings?: readonly Finding[];
	  }
	| {
			readonly is: 'refused';
			/** One record of a work item, of which the others could be had. */
			readonly isPart?: true;
			readonly workItem: WorkItem | UnreadItem;
			readonly error: Refusal;
			readonly details: IDataObject;
			/** False when it was not begun, because what ended another one would have ended it, too. */
			readonly begun: boolean;
	  };
