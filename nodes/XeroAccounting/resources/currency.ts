import { z } from 'zod';
import { text } from '../../shared/inputs/scalars';
import { resource } from '../../shared/model/operation';
import { create, list } from '../../shared/operations/crud';
import { raw } from '../../shared/inputs/where';

const code = text('Code', { placeholder: 'e.g. EUR' });

export const currency = resource({
	key: 'currency',
	name: 'Currency',
	plural: 'Currencies',
	description: 'A currency the organisation works with',
	path: 'Currencies',
	id: 'Code',
	scope: 'accounting.settings',
	fields: {
		Code: {
			...code,
			schema: z.string().regex(/^[A-Z]{3}$/, 'is not a currency code of three letters, such as EUR'),
			read: (value) => (typeof value === 'string' ? value.trim().toUpperCase() : value),
		},
		Description: text('Name', { placeholder: 'e.g. Euro' }),
	},
	listOptions: {
		currency: ({ Code, Description }) => [
			{ name: Description ? `${String(Code)} · ${String(Description)}` : String(Code), value: String(Code) },
		],
	},
	operations: (currency) => ({
		create: create(currency, 'createCurrency', ['Code'], {
			body: 'bare',
			action: 'Add a currency',
			description: 'Add a currency to the organisation',
		}),
		getAll: list(currency, 'getCurrencies', raw, { by: 'nothing' }),
	}),
});
