import { Linter } from 'eslint';
import { text } from 'node:stream/consumers';
import { parser } from 'typescript-eslint';

import { nodeRules, plugins } from './n8nRules.mjs';

/** Reads `{ source, filename }` from standard input, prints ESLint's messages for it under n8n's rules for nodes. */
const { source, filename } = JSON.parse(await text(process.stdin));
const config = [{ files: ['**/*.ts'], languageOptions: { parser }, plugins, rules: nodeRules }];
const messages = new Linter({ configType: 'flat', cwd: process.cwd() }).verify(source, config, { filename });
process.stdout.write(JSON.stringify(messages));
