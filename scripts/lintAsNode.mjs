import { Linter } from 'eslint';
import { createInterface } from 'node:readline';
import { parser } from 'typescript-eslint';

import { nodeRules, plugins } from './n8nRules.mjs';

/**
 * Answers every line `{ source, filename }` on standard input with a line: ESLint's messages for it under n8n's rules for nodes.
 * Ends with its input.
 */
const config = [{ files: ['**/*.ts'], languageOptions: { parser }, plugins, rules: nodeRules }];
const linter = new Linter({ configType: 'flat', cwd: process.cwd() });
for await (const line of createInterface({ input: process.stdin })) {
	const { source, filename } = JSON.parse(line);
	process.stdout.write(`${JSON.stringify(linter.verify(source, config, { filename }))}\n`);
}
