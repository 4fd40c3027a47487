/**
 * Prints jest's own counts as one plain last line, e.g. `412 passed, 0 failed, 0 skipped`, and above it the files that did not come to
 * their tests or failed after them: jest counts none of those, and fails the run for them.
 */
module.exports = class {
	onRunComplete(_contexts, { numFailedTests, numPassedTests, numPendingTests, numTodoTests, testResults }) {
		const broken = testResults.filter(({ testExecError }) => testExecError).map(({ testFilePath }) => testFilePath);
		const counts = `${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests + numTodoTests} skipped`;
		process.on('exit', () =>
			process.stdout.write([...broken.map((file) => `Failed outside of its tests: ${file}`), counts, ''].join('\n')),
		);
	}
};
