import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { circleIn, graphOf, importsIn, layerOf, LAYERS, wrongArrows } from '../../scripts/importGraph';

const nodes = resolve(__dirname, '../../nodes');

describe('Imports', () => {
	it('go in no circle, types included', () => {
		const graph = graphOf(nodes);

		expect(graph.get('shared/run/execute')).toContain('shared/run/runState');
		expect(circleIn(graph)).toBeUndefined();
	});

	it('go from higher layers to lower ones only', () => {
		const graph = graphOf(nodes);

		expect(wrongArrows(graph)).toEqual([]);
		expect(new Set([...graph.keys()].map(layerOf))).toEqual(new Set(LAYERS.keys()));
	});

	it('of the engine are in files that say in their first line what they are for', () => {
		const files = [...graphOf(nodes).keys()].filter((file) => file.startsWith('shared/'));
		const silent = files.filter((file) => !/^\/\/ [A-Z].{10,100}\.\n\n/.test(readFileSync(resolve(nodes, `${file}.ts`), 'utf8')));

		expect(files.length).toBeGreaterThan(60);
		expect(silent).toEqual([]);
	});

	it('against the direction are seen', () => {
		const graph = new Map([
			['shared/model/field', ['shared/run/execute']],
			['shared/run/execute', ['shared/model/field']],
			['XeroAssets/assets', ['shared/http/client']],
			['shared/http/client', []],
		]);

		expect(wrongArrows(graph)).toEqual([
			{ from: 'shared/model/field', to: 'shared/run/execute' },
			{ from: 'XeroAssets/assets', to: 'shared/http/client' },
		]);
	});

	it.each([
		["import { open } from './client';"],
		["import type { XeroClient } from './client';"],
		["import type {\n\tDoor,\n\tSettings,\n} from './client';"],
		["export type { XeroClient } from './client';"],
		["import './client';"],
		["const client: import('./client').XeroClient = made;"],
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
