import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import layers from './layers.json';

export type Layer = keyof typeof layers;

/** Layers from the lowest to the highest, with those that each may import from besides itself. */
export const LAYERS: ReadonlyMap<Layer, readonly string[]> = new Map(Object.entries(layers) as Array<[Layer, string[]]>);

/** The layer of a file by its path under nodes/. A list search that is no table's, methods and properties belong to their node. */
export function layerOf(file: string): Layer {
	const [, inShared] = /^shared\/(\w+)\//.exec(file) ?? [];
	if (inShared !== undefined) return inShared as Layer;
	if (/^\w+Trigger\//.test(file)) return 'triggers';
	return /(\.node|Search|\/methods|\/properties)$/.test(file) ? 'nodes' : 'tables';
}

/** What a source takes from files of the pack: values and types, by `import`, `export … from` and `import('…')`. */
export const importsIn = (source: string): string[] =>
	[...source.matchAll(/\b(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)].map((match) => match[1]!);

/** File → the files it imports, by their paths under the folder, without extension. */
export function graphOf(folder: string): Map<string, string[]> {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
	return new Map(
		files
			.sort()
			.map((file) => [
				file.replace(/\.ts$/, ''),
				importsIn(readFileSync(join(folder, file), 'utf8')).map((path) =>
					relative(folder, resolve(dirname(join(folder, file)), path)),
				),
			]),
	);
}

type Graph = ReadonlyMap<string, readonly string[]>;

/** The first circle there is, as a path that ends where it began. */
export function circleIn(graph: Graph): string[] | undefined {
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

/** An import from one layer into another. */
export interface Arrow {
	readonly from: string;
	readonly to: string;
}

/** Imports from layer to layer, within nodes/. */
export const arrowsIn = (graph: Graph): Arrow[] =>
	[...graph].flatMap(([from, imported]) =>
		imported.filter((to) => graph.has(to) && layerOf(to) !== layerOf(from)).map((to) => ({ from, to })),
	);

/** Those against the direction. */
export const wrongArrows = (graph: Graph): Arrow[] =>
	arrowsIn(graph).filter(({ from, to }) => !LAYERS.get(layerOf(from))!.includes(layerOf(to)));
