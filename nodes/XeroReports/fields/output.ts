// How the rows of a report come out.

import { choice } from '../../shared/inputs/scalars';
import type { Choice } from '../../shared/inputs/scalars';
import type { Field, Fields } from '../../shared/model/field';

/** Said to this node, not to Xero. */
const notSent = <T>(field: Field<T>): Field<T> => ({ ...field, write: () => undefined });

const ROWS: Choice = ['rows', 'One Item per Row', 'The same keys in every row and in every month, numbers as numbers'];
const AMOUNTS: Choice = ['amounts', 'One Item per Amount', 'The row once for each column, for pivot tables and sheets'];
const RAW: Choice = ['raw', 'As Xero Sends It', 'The whole report as one item, every value a text'];

const layoutOf = (...choices: readonly Choice[]): Field<string> => notSent(choice('Layout of Items', choices));

/** For reports with several columns of amounts. */
export const layout: Fields = { layout: layoutOf(ROWS, AMOUNTS, RAW) };

/** For reports whose columns are of different kinds. */
export const plainLayout: Fields = { layout: layoutOf(ROWS, RAW) };

/** For reports about accounts. */
export const accountLayout: Fields = {
	...layout,
	rows: notSent(
		choice('Rows', [
			['all', 'All'],
			['accounts', 'Accounts Only', 'Without totals and results, so that amounts can be added up'],
		]),
	),
};
