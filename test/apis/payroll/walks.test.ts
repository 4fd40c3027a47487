import { readdirSync } from 'node:fs';
import { nothingMissing } from '../../whatToDo';
import { COUNTRIES, WALKS } from './walk';

describe.each(['au', 'nz', 'uk'] as const)('Payroll %s', (country) => {
	const { api } = COUNTRIES[country];
	const walks = Object.entries(WALKS).filter(([name]) => name.startsWith(country));
	const walked: string[] = walks.flatMap(([, resources]) => [...resources]);
	const resources = api.resources.map(({ key }) => key).filter((key) => key !== 'apiRequest');

	it('has each of its resources walked through, in one file', () => {
		nothingMissing(
			resources.filter((key) => !walked.includes(key)),
			`Name each of these resources in WALKS in test/apis/payroll/walk.ts, beside the file of ${country} that walks through it:
the file then says which operations have no step yet.`,
		);
		expect([...walked].sort()).toEqual([...resources].sort());
	});
});

test('every walk has its file, and every file of a country is a walk', () => {
	const files = readdirSync(__dirname).filter((name) => /^(au|nz|uk)[A-Z]\w+\.test\.ts$/.test(name));
	expect(files).toEqual(Object.keys(WALKS).map((name) => `${name}.test.ts`));
});
