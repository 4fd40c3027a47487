import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { arrowsIn, circleIn, graphOf, type Layer, layerOf, LAYERS, wrongArrows } from './importGraph';

const nodes = resolve(__dirname, '..', 'nodes');
const graph = graphOf(nodes);
const source = (file: string): string => readFileSync(resolve(nodes, `${file}.ts`), 'utf8');
const lines = (file: string): number => source(file).split('\n').length - 1;
const filesOf = (layer: Layer): string[] => [...graph.keys()].filter((file) => layerOf(file) === layer);

/** What a file is for: its first line. */
const purpose = (file: string): string => /^\/\/ (.*)/.exec(source(file))?.[1] ?? '';

const engine = [...LAYERS.keys()].filter((layer) => filesOf(layer).every((file) => file.startsWith('shared/')));
for (const layer of engine) {
	const files = filesOf(layer);
	console.log(`\nshared/${layer}: ${files.length} files, ${files.reduce((sum, file) => sum + lines(file), 0)} lines`);
	for (const file of files)
		console.log(`  ${file.split('/').pop()!.padEnd(18)} ${String(lines(file)).padStart(4)}  ${purpose(file)}`);
}
const others = [...LAYERS.keys()].filter((layer) => !engine.includes(layer));
for (const layer of others) {
	const files = filesOf(layer);
	console.log(`\n${layer}: ${files.length} files, ${files.reduce((sum, file) => sum + lines(file), 0)} lines`);
}

console.log('\nImports from layer to layer:');
const arrows = arrowsIn(graph);
for (const from of LAYERS.keys()) {
	const counts = [...LAYERS.keys()].flatMap((to) => {
		const count = arrows.filter((arrow) => layerOf(arrow.from) === from && layerOf(arrow.to) === to).length;
		return count ? [`${to} ${count}`] : [];
	});
	console.log(`  ${from.padEnd(10)} → ${counts.join(', ') || 'none'}`);
}
const wrong = wrongArrows(graph);
for (const { from, to } of wrong) console.log(`  against the direction: ${from} → ${to}`);
const circle = circleIn(graph);
console.log(`Against the direction: ${wrong.length}. Circle: ${circle ? circle.join(' → ') : 'none'}`);
if (wrong.length || circle) process.exitCode = 1;
