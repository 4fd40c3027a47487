const { dest, src } = require('gulp');

/** n8n serves an icon from inside the package, relative to the compiled file that names it. */
function icons() {
	return src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));
}

/** n8n looks for the schemas of a node's items beside its compiled file. */
function schemas() {
	return src('nodes/**/__schema__/**/*.json').pipe(dest('dist/nodes'));
}

exports['build:icons'] = icons;
exports['build:schemas'] = schemas;
