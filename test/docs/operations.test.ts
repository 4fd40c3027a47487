import { readFileSync } from 'node:fs';
import path from 'node:path';
import { operationsPage } from '../../scripts/docs';

test('docs/operations.md says what the tables say (npm run docs)', () => {
	const file = path.resolve(__dirname, '../../docs/operations.md');
	expect(readFileSync(file, 'utf8')).toBe(operationsPage());
});
