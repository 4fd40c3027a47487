import { cpSync, mkdirSync, rmSync, statSync, watch, watchFile, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { N8n } from '../test/e2e/host/n8n';
import { projectFolder, readManifest } from '../test/e2e/host/pack';
import type { Session } from '../test/e2e/host/session';
import { homeFor, runToTheEnd, say } from './localN8n';
import { watchBuild } from './watchBuild';

const home = homeFor('dev');
/** Where n8n looks for community nodes. A folder and no link: from a link the checkout's own n8n-workflow would be loaded. */
const installed = join(home, '.n8n', 'nodes', 'node_modules', readManifest().name);

/** Resolves at the next change, or at once when there was one since the last time. */
class Changes {
	private waiting: (() => void) | undefined;
	private there = false;

	/** Tells of one. */
	happen(): void {
		this.there = true;
		this.waiting?.();
	}

	async next(): Promise<void> {
		if (!this.there) await new Promise<void>((resolve) => (this.waiting = resolve));
		this.there = false;
	}
}

const changes = new Changes();
const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** What lies in a folder that holds schemas of items, and the folders on the way there. */
const isSchema = (path: string): boolean => statSync(path).isDirectory() || path.includes('__schema__');

/** Icons, schemas of what operations give, and package.json as n8n's installer leaves it. */
function copyWhatIsNotCompiled(): void {
	const { devDependencies: _dev, peerDependencies: _peer, optionalDependencies: _optional, ...manifest } = readManifest();
	writeFileSync(join(installed, 'package.json'), JSON.stringify(manifest));
	cpSync(join(projectFolder, 'icons'), join(installed, 'dist', 'icons'), { recursive: true });
	cpSync(join(projectFolder, 'nodes'), join(installed, 'dist', 'nodes'), { recursive: true, filter: isSchema });
}

/** Compiles the nodes into n8n's home, now and at each change; resolves when they compile for the first time. */
async function compile(): Promise<void> {
	rmSync(installed, { recursive: true, force: true });
	mkdirSync(installed, { recursive: true });
	copyWhatIsNotCompiled();
	say('Compiling the nodes');
	const began = Date.now();
	const compiled = new Promise<void>((resolve) => {
		watchBuild(join(projectFolder, 'tsconfig.build.json'), join(installed, 'dist'), ({ files, errors }) => {
			for (const error of errors) say(error);
			if (errors.length) say('Waiting for a change that mends it');
			if (files.length === 0) return;
			say(`Compiled ${files.length > 3 ? `${files.length} files` : files.join(', ')}`);
			changes.happen();
			resolve();
		});
	});
	await compiled;
	await changes.next();
	say(`The nodes were compiled in ${seconds(began)}`);
	const copied = (what: string) => () => {
		copyWhatIsNotCompiled();
		say(`${what} changed`);
		changes.happen();
	};
	watch(join(projectFolder, 'icons'), copied('An icon'));
	// A file that editors put another one in the place of.
	watchFile(join(projectFolder, 'package.json'), { interval: 1_000 }, copied('package.json'));
}

/** Nodes of the pack that n8n has loaded, without those it makes of them for AI agents. */
async function loaded(session: Session): Promise<number> {
	const nodes = await session.ask<Array<{ name: string }>>('GET', '/types/nodes.json');
	return nodes.filter(({ name }) => name.startsWith(`${readManifest().name}.`) && !name.endsWith('Tool')).length;
}

async function restart(n8n: N8n, session: Session): Promise<void> {
	const began = Date.now();
	say('Restarting n8n');
	try {
		await n8n.restart();
		const [count, all] = [await loaded(session), readManifest().n8n.nodes.length];
		say(`n8n runs with the change after ${seconds(began)}; reload its page in the browser`);
		if (count < all) say(`It loaded ${count} of the ${all} nodes: see ${n8n.logFile}`);
	} catch (error) {
		say(error instanceof Error ? error.message : String(error));
		say('Waiting for a change that mends it');
	}
}

runToTheEnd({
	home,
	install: compile,
	async attend(n8n, session, signal) {
		say('Watching nodes/, credentials/ and icons/: what you save is compiled, and n8n is restarted with it.\n');
		for (;;) {
			const change = changes.next().then(() => true);
			// An n8n that did not come up again waits for the next change.
			const ended = n8n.alive() ? n8n.ended.then(() => false) : change;
			if (!(await Promise.race([change, ended])) || signal.aborted) return;
			await restart(n8n, session);
		}
	},
});
