// Show: what of a list is asked for, in the words of Xero's screens.

import type { IDataObject } from 'n8n-workflow';
import type { Field } from '../model/field';
import { choice } from './scalars';

/** What one word stands for, by the name it has on the panel. */
export interface View {
	readonly name: string;
	/** Parts of the query, by Xero's names. */
	readonly query?: IDataObject;
	/** A condition of Xero's `where`; `today` is the day in the workflow's time zone, YYYY-MM-DD. */
	where?(today: string): string;
	/** Which of the records found are meant, where Xero cannot be asked. */
	matches?(record: IDataObject): boolean;
}

/** A choice of views, by the values that a workflow saves; the first is what the panel begins with. */
export const views = (of: Readonly<Record<string, View>>): Field<string> => ({
	...choice(
		'Show',
		Object.entries(of).map(([value, { name }]) => [value, name] as const),
	),
	query: (view) => of[view]?.query ?? {},
	where: (view, today) => of[view]?.where?.(today),
	matches: (view) => of[view]?.matches,
});
