import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

import { credentialRules, nodeRules, packageRules, plugins } from './scripts/n8nRules.mjs';

export default defineConfig(
	{ ignores: ['dist/', 'coverage/', '**/node_modules/', '.cache/'] },
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },
	{
		files: ['**/*.ts'],
		extends: [tseslint.configs.recommended],
		languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
		rules: {
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
			// `const { secret, ...rest } = object` takes a field away.
			'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
			eqeqeq: 'error',
		},
	},
	{ files: ['package.json'], languageOptions: { parser: tseslint.parser }, plugins, rules: packageRules },
	{ files: ['credentials/**/*.ts'], plugins, rules: credentialRules },
	{ files: ['nodes/**/*.ts'], plugins, rules: nodeRules },
);
