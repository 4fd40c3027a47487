import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

import type { Check } from '../check';
import { readManifest } from '../host/pack';
import { packName } from '../stage';

interface NodeType {
	name: string;
	iconUrl?: string | { light: string; dark: string };
	usableAsTool?: unknown;
}

// n8n takes a node's and a credential's name from its class, whose name is the file's.
const uncapitalised = (path: string) =>
	basename(path)
		.replace(/\.(node|credentials)\.js$/, '')
		.replace(/^./, (first) => first.toLowerCase());

export const loadingChecks: readonly Check[] = [
	{
		sentence: 'n8n lists every node and credential of the packed tarball, with icons for light and dark',
		async run({ session }) {
			const manifest = readManifest();
			const nodes = (await session.ask<NodeType[]>('GET', '/types/nodes.json')).filter(({ name }) =>
				name.startsWith(`${packName}.`),
			);
			const wanted = manifest.n8n.nodes.map((path) => `${packName}.${uncapitalised(path)}`);
			assert.ok(wanted.includes('n8n-nodes-xero-suite.xeroAccounting'), 'the package lists no Xero Accounting node');
			// n8n adds a second type to every node that an AI agent may use.
			const tools = nodes.filter(({ usableAsTool }) => usableAsTool).map(({ name }) => `${name}Tool`);
			const names = nodes.map(({ name }) => name);
			assert.deepEqual(names.filter((name) => !/Tool$/.test(name)).sort(), wanted.sort());
			assert.ok(names.includes('n8n-nodes-xero-suite.xeroAccountingTool'), `no tool for AI agents among ${names.join(', ')}`);

			const credentials = await session.ask<Array<{ name: string }>>('GET', '/types/credentials.json');
			const types = credentials.map(({ name }) => name);
			for (const path of manifest.n8n.credentials) {
				const name = uncapitalised(path);
				assert.ok(types.includes(name), `n8n does not list the credential ${name}`);
			}
			for (const { name, iconUrl } of nodes) {
				assert.ok(typeof iconUrl === 'object', `${name} has no icons for light and dark`);
				for (const url of [iconUrl.light, iconUrl.dark]) {
					const icon = await session.fetch(`/${url}`);
					assert.equal(icon.status, 200, url);
					assert.match(icon.headers.get('content-type') ?? '', /svg/, url);
				}
			}
			return `${names.length - tools.length} nodes, ${tools.length} tools, ${manifest.n8n.credentials.length} credentials`;
		},
	},
	{
		sentence: "n8n's log has no warning and no error about them",
		async run({ n8n }) {
			const lines = readFileSync(n8n.logFile, 'utf8').trim().split('\n');
			const bad = lines.filter((line) => /xero/i.test(line) && !/"level":"(info|debug)"/.test(line));
			assert.deepEqual(bad, []);
			return `${lines.length} lines`;
		},
	},
];
