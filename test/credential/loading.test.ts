import { transformFileSync } from '@swc/core';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';

const root = resolve(__dirname, '../..');
let folder: string;

/** The credential as an installed package has it: compiled, with the icons beside it. */
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'xero-suite-credential-'));
	mkdirSync(join(folder, 'dist/credentials'), { recursive: true });
	for (const file of readdirSync(join(root, 'credentials'))) {
		const { code } = transformFileSync(join(root, 'credentials', file), {
			jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
			module: { type: 'commonjs' },
		});
		writeFileSync(join(folder, 'dist/credentials', file.replace(/\.ts$/, '.js')), code);
	}
	cpSync(join(root, 'icons'), join(folder, 'dist/icons'), { recursive: true });
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
	const { name, version, n8n } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, object>;
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version, n8n: { ...n8n, nodes: [] } }));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("n8n's own loader takes the credential with both icons, under a name n8n does not use itself", async () => {
	const loader = new PackageDirectoryLoader(folder);
	await loader.loadAll();
	const loaded = loader.getCredential('xeroSuiteOAuth2Api');
	expect(Object.keys(loader.known.credentials)).toEqual(['xeroSuiteOAuth2Api']);
	expect(loaded.type).toMatchObject({
		displayName: 'Xero Suite OAuth2 API',
		extends: ['oAuth2Api'],
		iconUrl: {
			light: 'icons/n8n-nodes-xero-suite/dist/icons/xero.svg',
			dark: 'icons/n8n-nodes-xero-suite/dist/icons/xero.dark.svg',
		},
	});
});

test('the icons differ for light and dark and are drawn on a square', () => {
	const [light, dark] = ['xero.svg', 'xero.dark.svg'].map((file) => readFileSync(join(root, 'icons', file), 'utf8'));
	expect(light).not.toBe(dark);
	for (const icon of [light, dark]) expect(icon).toContain('viewBox="0 0 60 60"');
});
