// One input: how it looks, what it accepts, how it is sent.

import type { INodeProperties, IDataObject } from 'n8n-workflow';
import type { z } from 'zod';
import type { Finding } from './findings';

/** The look of one input in n8n's panel; its name comes from its key in a table, when it shows from its place there. */
export type FieldUi = Omit<INodeProperties, 'name' | 'displayOptions'>;

/** One input: what the user sees and what Xero accepts. Its key in a table is Xero's own name for it. */
export interface Field<T = unknown> {
	readonly ui: FieldUi;
	/** Checks the plain value; every check has its own message, a clause that follows the field's label and value. */
	readonly schema: z.ZodType<T, z.ZodTypeDef, unknown>;
	/** What to do about a value that was refused, as a sentence without its full stop. */
	advice?(value: unknown): string | undefined;
	/** The values of inputs for which it is on the panel, by their names: beside it, or, with a slash before it, on the panel; for all unless said. */
	readonly shownFor?: Readonly<Record<string, readonly string[]>>;
	/** Text that may say nothing: an expression that comes to nothing is no slip there. */
	readonly mayBeBlank?: boolean;
	/** What a cell of a column may leave out: a blank is none, but a column that no item has is a slip. */
	readonly mayBeBlankInCells?: true;
	/** Of a person, such as a birthday or a bank account: no message repeats the value. */
	readonly isPrivate?: boolean;
	/** The search behind a picker that takes names: what is picked by name is looked up in its list, and the input has the ID then. */
	readonly namedIn?: string;
	/** Fields inside this one (rows, groups), so that a message can name them by label. */
	readonly within?: Fields;
	/** A list that Xero takes only so many of at a time: the engine asks in portions of this size. */
	readonly chunkSize?: number;
	/** A list that Xero takes as one parameter for each of its values, instead of joined by commas. */
	readonly repeats?: boolean;
	/** What is wrong with the parts of a group or of rows together, or missing there; each with its whole place. Takes what the field reads. */
	faults?(value: unknown): ReadonlyArray<Omit<Finding, 'items'>>;
	/** n8n's shape (rows, locators, dates) → plain value; `undefined` means not given. `zone` is the workflow's time zone. */
	read?(value: unknown, zone: string): unknown;
	/** Plain value → Xero's shape, e.g. { ContactID }. `undefined` sends nothing. */
	write?(value: T): unknown;
	/**
	 * Plain value → a condition of Xero's `where`; such a field is not sent by its own name. `today`: the day in the workflow's time zone,
	 * YYYY-MM-DD. `undefined`: no condition.
	 */
	where?(value: T, today: string): string | undefined;
	/** Plain value → parts of the query under names of their own; such a field is not sent by its own name. */
	query?(value: T): IDataObject;
	/** Plain value → a part of `filter`, such as name==Ana; such a field is not sent by its own name. `undefined`: Xero cannot be asked for it. */
	filter?(value: T): string | undefined;
	/** Where Xero finds more than is meant, or cannot be asked: which of the records found are. */
	matches?(value: T): ((record: IDataObject) => boolean) | undefined;
}

export type Fields = Readonly<Record<string, Field>>;

/** What the fields of a table give once checked. */
export type Input<F extends Fields> = {
	[K in keyof F]?: F[K] extends Field<infer T> ? T : never;
};
