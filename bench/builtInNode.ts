import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

import type { IDataObject, IExecuteFunctions, INodeType } from 'n8n-workflow';

/** Version of n8n-nodes-base that is measured. */
export const builtInVersion = '2.41.2';

/** All that its Xero node needs of it; beside its own files that node requires n8n-workflow alone. */
const needed = ['package/package.json', 'package/dist/nodes/Xero'];
const hardCoded = 'https://api.xero.com';
const organisationHeader = 'Xero-tenant-id';

/** Downloads n8n-nodes-base once, outside the work tree (it is not this project's to ship), and keeps its Xero node. */
function download(): string {
	const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'n8n-nodes-xero-suite');
	const folder = join(cache, `n8n-nodes-base-${builtInVersion}`);
	if (existsSync(folder)) return folder;
	console.log(`Downloading n8n-nodes-base ${builtInVersion} for its Xero node (12 MB, once)`);
	mkdirSync(cache, { recursive: true });
	const unfinished = mkdtempSync(join(cache, 'download-'));
	execFileSync('npm', ['pack', `n8n-nodes-base@${builtInVersion}`, '--silent', '--pack-destination', unfinished], {
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	execFileSync('tar', ['-xzf', join(unfinished, `n8n-nodes-base-${builtInVersion}.tgz`), '-C', unfinished, ...needed]);
	try {
		renameSync(join(unfinished, 'package'), folder);
	} catch (cause) {
		// Another run may have been faster: its copy is the same.
		if (!existsSync(folder)) throw cause;
	}
	rmSync(unfinished, { recursive: true, force: true });
	return folder;
}

/** n8n's built-in Xero node, downloaded when it is not there yet. @throws when npm cannot reach its registry */
export function builtInNode(): INodeType {
	const folder = download();
	// The way n8n itself lets nodes outside its own folder find n8n-workflow.
	process.env.NODE_PATH = resolve(__dirname, '..', 'node_modules');
	(Module as unknown as { _initPaths(): void })._initPaths();
	const { Xero } = createRequire(join(folder, 'package.json'))('./dist/nodes/Xero/Xero.node.js') as { Xero: new () => INodeType };
	return new Xero();
}

/** What the node hands to n8n's client for one call. */
interface LegacyRequest extends IDataObject {
	uri: string;
	headers: Record<string, string>;
}

/**
 * The node with its calls sent to `host` (scheme, name and port): it has Xero's own in its code. Nothing else of a call is changed,
 * and n8n's own client sends it.
 * @param repaired puts the organisation back into calls that lack it: the node forgets it from the second page of a list on
 */
export const sentTo = (node: INodeType, host: string, repaired = false): INodeType => ({
	description: node.description,
	async execute() {
		const { requestOAuth2 } = this.helpers;
		let organisation: string | undefined;
		const send = async (credential: string, request: LegacyRequest): Promise<unknown> => {
			organisation ??= request.headers[organisationHeader];
			const kept = repaired && organisation ? { [organisationHeader]: organisation } : {};
			const uri = request.uri.replace(hardCoded, host);
			return (await requestOAuth2.call(this, credential, {
				...request,
				uri,
				headers: { ...request.headers, ...kept },
			})) as unknown;
		};
		const helpers = Object.create(this.helpers, { requestOAuth2: { value: send } }) as IExecuteFunctions['helpers'];
		return await node.execute!.call(Object.create(this, { helpers: { value: helpers } }) as IExecuteFunctions);
	},
});
