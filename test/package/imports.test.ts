import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const nodes = resolve(__dirname, '../../nodes');

/** What a source takes from files of the pack: values and types, by `import`, `export … from` and `import('…')`. */
const importsIn = (source: string): string[] =>
	[...source.matchAll(/\b(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)].map((match) => match[1]!);

/** File → the files it imports, by their paths under nodes/, without extension. */
function graphOf(folder: string): Map<string, string[]> {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
	return new Map(
		files.map((file) => [
			file.replace(/\.ts$/, ''),
			importsIn(readFileSync(join(folder, file), 'utf8')).map((path) =>
				relative(folder, resolve(dirname(join(folder, file)), path)),
			),
		]),
	);
}

/** The first circle there is, as a path that ends where it began. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
	const done = new Set<string>();
	const search = (file: string, path: readonly string[]): string[] | undefined => {
		if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
		if (done.has(file)) return undefined;
		for (const other of graph.get(file) ?? []) {
			const found = search(other, [...path, file]);
			if (found) return found;
		}
		done.add(file);
		return undefined;
	};
	for (const file of graph.keys()) {
		const found = search(file, []);
		if (found) return found;
	}
	return undefined;
}

describe('Imports', () => {
	it('go in no circle, types included', () => {
		const graph = graphOf(nodes);

		expect(graph.get('shared/execute')).toContain('shared/run');
		expect(circleIn(graph)).toBeUndefined();
	});

	it.each([
		["import { open } from './client';"],
		["import type { Door } from './client';"],
		["import type {\n\tDoor,\n\tSettings,\n} from './client';"],
		["export type { Door } from './client';"],
		["import './client';"],
		["const door: import('./client').Door = made;"],
	])('of every form are seen: %s', (source) => {
		expect(importsIn(source)).toEqual(['./client']);
	});

	it('are followed through any number of files', () => {
		const graph = new Map([
			['a', ['b']],
			['b', ['c', 'd']],
			['c', []],
			['d', ['b']],
		]);

		expect(circleIn(graph)).toEqual(['b', 'd', 'b']);
	});
});
