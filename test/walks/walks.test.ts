import { readdirSync } from 'node:fs';
import { accounting } from '../../nodes/XeroAccounting/accounting';
import { WALKS } from './walk';

test('every resource is walked through, in one file', () => {
	expect(Object.values(WALKS).flat().sort()).toEqual(accounting.resources.map(({ key }) => key).sort());
	expect(readdirSync(__dirname).sort()).toEqual(
		[...Object.keys(WALKS).map((name) => `${name}.test.ts`), 'walk.ts', 'walks.test.ts'].sort(),
	);
});
