import { labelOf } from '../../nodes/shared/run/labels';
import { group, rows } from '../../nodes/shared/inputs/collections';
import { date, text } from '../../nodes/shared/inputs/scalars';
import type { Operation } from '../../nodes/shared/model/operation';

const operation = (fields: Pick<Operation, 'required' | 'panelOptional' | 'optional'>): Operation => ({
	...{ xero: 'createThing', name: 'Create', action: 'Create a thing', method: 'POST', path: '/Things' },
	...fields,
});

const thing = operation({
	required: { startDate: date('Start Date') },
	panelOptional: { bankAccounts: rows('Bank Accounts', 'Bank Account', { accountName: text('Account Name') }) },
	optional: { address: group('Address', { city: text('City') }), SickLeave: text('Sick Leave to Accrue') },
});

describe('An input that Xero names in a refusal', () => {
	it.each([
		['by its property', 'startDate', 'Start Date'],
		['in another case than the schema', 'sickLeave', 'Sick Leave to Accrue'],
		['inside of a group', 'address.city', 'Address, City'],
		['in a row', 'bankAccounts[1].accountName', 'Bank Account 2, Account Name'],
		['as a row', 'bankAccounts[0]', 'Bank Account 1'],
	])('is called as on the panel: %s', (_how, path, label) => {
		expect(labelOf(thing, path)).toBe(label);
	});

	it('is called by its row where the body is a list of rows', () => {
		const lines = operation({ required: { id: text('ID'), lines: rows('Lines', 'Line', { rate: text('Rate') }) } });
		expect(labelOf(lines, '[2].rate')).toBe('Line 3, Rate');
	});

	it('has no label when it is none of the operation', () => {
		expect([labelOf(thing, 'employeeID'), labelOf(thing, ''), labelOf(operation({ required: {} }), '[0].rate')]).toEqual([
			...[undefined, undefined, undefined],
		]);
	});
});
