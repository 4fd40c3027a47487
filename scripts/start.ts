import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { installPack, packFingerprint, readManifest } from '../test/e2e/host/pack';
import { homeFor, runToTheEnd, say } from './localN8n';
import { packNodes } from './tarball';

const home = homeFor('start');

runToTheEnd({
	home,
	async install(memory) {
		const fingerprint = packFingerprint();
		const installed = join(home, '.n8n', 'nodes', 'node_modules', readManifest().name, 'package.json');
		if (memory.pack === fingerprint && existsSync(installed)) return;
		say('Building the nodes and installing them as n8n does');
		const logFile = join(home, 'pack.log');
		await installPack(await packNodes(join(home, 'packed'), logFile), home, logFile);
		memory.pack = fingerprint;
	},
});
