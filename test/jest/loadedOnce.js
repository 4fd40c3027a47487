const { createHash } = require('node:crypto');

/** In place of a package's module: what Node's own `require` gives for it, which is the same for all test files of a worker. */
module.exports = {
	process: (_source, path) => ({
		code: `module.exports = globalThis[Symbol.for('n8n-nodes-xero-suite.require')](${JSON.stringify(path)});`,
	}),
	getCacheKey: (_source, path) => createHash('sha256').update(`${__filename} ${path}`).digest('hex'),
};
