/** Tests are sentences about behaviour; each runs in Node with n8n's own modules, never with mocks of ours. */

/** What time it is when a test file begins: `now` takes the real one, once for the whole run. */
const { TEST_NOW = '2026-11-18T02:30:00Z' } = process.env;
process.env.TEST_NOW = TEST_NOW === 'now' ? new Date().toISOString() : TEST_NOW;

/** Loaded once for a worker, not for each test file. */
const packages = [
	...[
		'ajv',
		'ajv-formats',
		'axios',
		'fast-check',
		'fastify',
		'jose',
		'js-yaml',
		'lodash',
		'luxon',
		'n8n-core',
		'n8n-workflow',
		'openid-client',
		'p-limit',
	],
	...['reflect-metadata', 'undici', 'xero-node', 'zod'],
];

module.exports = {
	testEnvironment: '<rootDir>/test/jest/environment.js',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
	transformIgnorePatterns: [],
	transform: {
		[`/node_modules/(${packages.join('|')})/`]: '<rootDir>/test/jest/loadedOnce.js',
		'^.+\\.ts$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022' }, module: { type: 'commonjs' } },
		],
	},
	reporters: ['default', '<rootDir>/test/jest/reporter.js'],
	setupFiles: ['reflect-metadata'],
	// Twenty times what a test takes on a quiet machine: being busy is not a failure.
	testTimeout: 120_000,
	maxWorkers: '100%',
	workerIdleMemoryLimit: '1500MB',
};
