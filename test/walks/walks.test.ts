import { readdirSync } from 'node:fs';
import { accounting } from '../../nodes/XeroAccounting/accounting';
import { nothingMissing } from '../whatToDo';
import { WALKS } from './walk';

test('every resource is walked through, in one file', () => {
	const walked = Object.values(WALKS).flat();
	nothingMissing(
		accounting.resources.map(({ key }) => key).filter((key) => !walked.includes(key)),
		'Name each of these resources in WALKS in test/walks/walk.ts, beside the file that walks through it.',
	);
	expect([...walked].sort()).toEqual(accounting.resources.map(({ key }) => key).sort());
	expect(readdirSync(__dirname).sort()).toEqual(
		[...Object.keys(WALKS).map((name) => `${name}.test.ts`), 'walk.ts', 'walks.test.ts'].sort(),
	);
});
