const { dest, src } = require('gulp');

/** n8n serves an icon from inside the package, relative to the compiled file that names it. */
function icons() {
	return src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));
}

exports['build:icons'] = icons;
