'use strict';

/**
 * Loads an unpacked pack with n8n-core's own loader, and every file of it, and prints the names of nodes and credentials as JSON. The
 * files of the pack resolve their imports from where they lie; only this script sees the development dependencies. Throws when
 * something does not load.
 */
require('reflect-metadata');
const { existsSync, readdirSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { PackageDirectoryLoader } = require('n8n-core');

const folder = process.argv[2];

for (const name of ['undici', 'fastify', 'n8n-core']) {
	let found;
	try {
		found = createRequire(join(folder, 'package.json')).resolve(name);
	} catch {
		continue;
	}
	throw new Error(`${name} resolves from the unpacked package (${found}): the check would prove nothing`);
}

async function main() {
	const loader = new PackageDirectoryLoader(folder);
	await loader.loadAll();
	const { nodes, credentials } = loader.packageJson.n8n;
	const names = [...Object.keys(loader.known.nodes), ...Object.keys(loader.known.credentials)];
	if (names.length !== nodes.length + credentials.length) throw new Error(`Only ${names.join(', ')} loaded`);
	// What a node loads at its first run has to be found as well.
	for (const file of readdirSync(join(folder, 'dist'), { recursive: true })) {
		if (file.endsWith('.js')) require(join(folder, 'dist', file));
	}
	const prefix = `icons/${loader.packageName}/`;
	for (const { type } of [...Object.values(loader.nodeTypes), ...Object.values(loader.credentialTypes)]) {
		const { iconUrl, displayName } = type.description ?? type;
		const icons = typeof iconUrl === 'string' ? [iconUrl] : [iconUrl?.light, iconUrl?.dark];
		for (const icon of icons) {
			if (!icon?.startsWith(prefix) || !existsSync(join(folder, icon.slice(prefix.length))))
				throw new Error(`${displayName} has no icon`);
		}
	}
	process.stdout.write(JSON.stringify(names));
}

main().catch((error) => {
	// The first cause says which import did not resolve.
	console.error(error.cause ?? error);
	process.exit(1);
});
