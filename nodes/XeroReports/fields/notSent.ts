// Inputs that are said to this node, and are no parameters of a call.

import type { Field, Fields } from '../../shared/model/field';

/** An input of this node alone. */
export const notSent = <T>(field: Field<T>): Field<T> => ({ ...field, write: () => undefined });

/** The same for a table of them. */
export const noneSent = (fields: Fields): Fields =>
	Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, notSent(field)]));
