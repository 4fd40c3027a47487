import { text } from '../../shared/inputs/scalars';
import { resource } from '../../shared/model/operation';
import { list } from '../../shared/operations/crud';
import { WHOLE } from '../builders/conventions';
import { officialNumber } from '../builders/personalData';

export const superFundProduct = resource({
	key: 'superFundProduct',
	name: 'Super Fund Product',
	plural: 'Super Fund Products',
	description: 'A product of a regulated super fund, by whose USI the fund is added',
	path: '1.0/SuperfundProducts',
	id: 'USI',
	scope: 'payroll.settings.read',
	envelopes: { one: 'SuperFundProducts', many: 'SuperFundProducts' },
	fields: {},
	operations: (kind) => ({
		getAll: list(kind, 'getSuperfundProducts', {}, WHOLE, {
			panelOptional: {
				ABN: officialNumber('ABN', /^\d{11}$/, 'is not a number of 11 digits', { description: 'Or give USI' }),
				USI: text('USI', { placeholder: 'e.g. RDG0001AU', description: 'Or give ABN' }),
			},
			validate: ({ ABN, USI }) =>
				ABN === undefined && USI === undefined ? { place: ['ABN'], says: 'is missing', todo: 'Give it, or USI' } : undefined,
		}),
	}),
});
