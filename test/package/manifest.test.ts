import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const read = (file: string) => readFileSync(resolve(root, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
	name: string;
	license: string;
	keywords: string[];
	files: string[];
	engines: Record<string, string>;
	author: { name: string; email: string };
	scripts: Record<string, string>;
	n8n: { n8nNodesApiVersion: number; nodes: string[]; credentials: string[] };
	peerDependencies: Record<string, string>;
	devDependencies: Record<string, string>;
	[key: string]: unknown;
};

describe('package.json', () => {
	test('has no run-time dependencies, because n8n takes no pack that has some', () => {
		for (const kind of ['dependencies', 'optionalDependencies', 'bundledDependencies', 'bundleDependencies', 'overrides']) {
			expect(manifest).not.toHaveProperty(kind);
		}
	});

	test('names n8n-workflow, in any version, as its only peer', () => {
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});

	test('pins every development dependency to one version', () => {
		for (const [name, version] of Object.entries(manifest.devDependencies)) {
			expect(`${name} ${version}`).toMatch(/ \d+\.\d+\.\d+$/);
		}
	});

	test('has the types of the Playwright that drives the browser', () => {
		const host = JSON.parse(read('test/e2e/host/package.json')) as { dependencies: Record<string, string> };
		expect(manifest.devDependencies['playwright-core']).toBe(host.dependencies['playwright-core']);
	});

	test('ships dist and nothing else, under MIT', () => {
		expect(manifest.files).toEqual(['dist']);
		expect(manifest.license).toBe('MIT');
		expect(read('LICENSE')).toContain(manifest.author.name);
	});

	test('can be found by n8n: name, keyword and version of the nodes API', () => {
		expect(manifest.name).toBe('n8n-nodes-xero-suite');
		expect(manifest.keywords).toContain('n8n-community-node-package');
		expect(manifest.n8n.n8nNodesApiVersion).toBe(1);
	});

	test('asks for Node 20.15 or later', () => {
		expect(manifest.engines).toEqual({ node: '>=20.15' });
	});

	test('lists nodes and credentials that exist as sources', () => {
		expect(manifest.n8n.credentials).toEqual(['dist/credentials/XeroSuiteOAuth2Api.credentials.js']);
		for (const compiled of [...manifest.n8n.nodes, ...manifest.n8n.credentials]) {
			const source = compiled.replace(/^dist\//, '').replace(/\.js$/, '.ts');
			expect([source, existsSync(resolve(root, source))]).toEqual([source, true]);
		}
	});

	test('lists nodes that have a codex file, so that n8n can place them', () => {
		for (const compiled of manifest.n8n.nodes) {
			const codex = compiled.replace(/^dist\//, '').replace(/\.js$/, '.json');
			expect([codex, existsSync(resolve(root, codex))]).toEqual([codex, true]);
		}
	});

	test('runs nothing when it is installed', () => {
		for (const hook of ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish', 'preprepare', 'postprepare']) {
			expect(manifest.scripts).not.toHaveProperty(hook);
		}
		expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
	});

	test('is published and packed with a build of its own, though scripts are off for everything else', () => {
		expect(manifest.scripts.prepack).toBe('npm run build');
		expect(manifest.scripts.pack).toBe('npm pack --ignore-scripts=false --pack-destination=.');
		expect(manifest.publishConfig).toEqual({ 'ignore-scripts': false });
		expect(read('.npmrc')).toMatch(/^pack-destination=use-npm-run-pack$/m);
		expect(existsSync(resolve(root, 'use-npm-run-pack'))).toBe(false);
	});
});

describe('CONTRIBUTING.md', () => {
	const described = [...read('CONTRIBUTING.md').matchAll(/^- `npm (?:run )?([a-z0-9:]+)` .+\.$/gm)].map(([, script]) => script);

	test('explains every script in one line, and no script that does not exist', () => {
		expect(described.sort()).toEqual(Object.keys(manifest.scripts).sort());
	});
});

describe('the lock files', () => {
	test.each([
		'package-lock.json',
		'scripts/scan/package-lock.json',
		'scripts/scan/oldest/package-lock.json',
		'test/e2e/host/package-lock.json',
	])('%s names no registry host', (lock) => {
		expect(read(lock)).not.toContain('"resolved"');
	});
});
