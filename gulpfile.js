const { readdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { isDeepStrictEqual } = require('node:util');
const { dest, src } = require('gulp');

/** n8n serves an icon from inside the package, relative to the compiled file that names it. */
function icons() {
	return src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));
}

/** n8n looks for the schemas of a node's items beside its compiled file. */
function schemas() {
	return src('nodes/**/__schema__/**/*.json').pipe(dest('dist/nodes'));
}

/**
 * What a properties.js gives is written beside it as JSON, and read from there: n8n makes every node when it starts, and the tables
 * that a panel is made of are loaded when the node first works.
 */
async function properties() {
	for (const file of readdirSync('dist/nodes', { recursive: true }).filter((name) => /[\\/]properties\.js$/.test(name))) {
		const path = join(__dirname, 'dist/nodes', file);
		const given = { ...require(path) };
		const json = JSON.stringify(given);
		if (!isDeepStrictEqual(JSON.parse(json), given)) throw new Error(`${path} gives what JSON cannot hold`);
		writeFileSync(`${path}on`, json);
		writeFileSync(path, "module.exports = require('./properties.json');\n");
	}
}

exports['build:icons'] = icons;
exports['build:schemas'] = schemas;
exports['build:properties'] = properties;
