import { createRequire } from 'node:module';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

import { credentialRules, nodeRules, packageRules, plugins } from './scripts/n8nRules.mjs';

const LAYERS = createRequire(import.meta.url)('./scripts/layers.json');
const FILES = {
	tables: ['nodes/Xero*/**/*.ts'],
	triggers: ['nodes/Xero*Trigger/**/*.ts'],
	nodes: ['nodes/Xero*/**/*.node.ts', 'nodes/Xero*/*Search.ts', 'nodes/Xero*/**/{methods,properties}.ts'],
};

/** Each layer imports only from those that scripts/layers.json allows it, types included. */
const layerRules = Object.entries(LAYERS).map(([layer, allowed]) => {
	const others = Object.keys(LAYERS).filter((other) => !(other in FILES) && other !== layer && !allowed.includes(other));
	const inEngine = layer in FILES ? 'shared/' : '';
	const group = others.map((other) => `**/${inEngine}${other}/*`);
	const message = `Files of ${layer} import from ${[...allowed, layer].join(', ')} only (scripts/layers.json).`;
	return {
		files: FILES[layer] ?? [`nodes/shared/${layer}/**/*.ts`],
		rules: { 'no-restricted-imports': others.length ? ['error', { patterns: [{ group, message }] }] : 'off' },
	};
});

export default defineConfig(
	{ ignores: ['dist/', 'sandbox/dist/', 'coverage/', '**/node_modules/', '.cache/'] },
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
	...layerRules,
);
