import { z } from 'zod';
import type { Words } from '../shared/inputs/scalars';
import { asText, fieldUi } from '../shared/inputs/scalars';
import type { Field } from '../shared/model/field';
import { sided, tenThousandths } from './amounts';

const SAYS = 'is not an amount such as -1200.50, with at most two decimals and 15 digits in all';

/**
 * An amount with a sign, as people think of it: above zero is money, below zero is owed or went out. Written in Xero's shape, an amount
 * and the side it is on. The box is one for text, so that it may stay empty, and so that no digit is lost on the way.
 */
export const money = (name: string, words: Words = {}): Field<bigint> => ({
	ui: fieldUi(name, 'string', { placeholder: 'e.g. -1200.50', ...words }, {}),
	schema: z.bigint({ invalid_type_error: SAYS }),
	read: (value) => {
		if (value === undefined || value === null || (typeof value === 'string' && value.trim() === '')) return undefined;
		return tenThousandths(value) ?? asText(value);
	},
	write: sided,
});
