/** Tests are sentences about behaviour; each runs in Node with n8n's own modules, never with mocks of ours. */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
	transform: {
		'^.+\\.ts$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022' }, module: { type: 'commonjs' } },
		],
	},
	reporters: ['default', '<rootDir>/test/reporter.js'],
	setupFiles: ['reflect-metadata'],
	workerIdleMemoryLimit: '1500MB',
};
