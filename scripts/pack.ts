import 'reflect-metadata';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import type { ICredentialDataDecryptedObject, ICredentialType, INodeType } from 'n8n-workflow';
import type * as Clocks from '../nodes/shared/http/clock';
import type { Sandbox } from '../sandbox/contract';
import { asN8nResolvesIt } from '../test/credential/asN8nResolvesIt';

/** The built pack as n8n's own loader gives it: node types by full name, and the credential type. */
export interface Pack {
	readonly types: Readonly<Record<string, INodeType>>;
	readonly credential: ICredentialType;
	/** The clock that the built nodes go by: their own copy, apart from the one of the sources. */
	readonly clock: Clocks.Clock;
}

/** Loads `dist` the way n8n does. Throws when the pack is not built. */
export async function loadPack(root = path.resolve(__dirname, '..')): Promise<Pack> {
	const loader = new PackageDirectoryLoader(root);
	await loader.loadAll();
	const types = Object.entries(loader.nodeTypes).map(([name, { type }]) => [`${loader.packageName}.${name}`, type as INodeType]);
	const built = createRequire(path.join(root, 'dist', 'nodes', 'index.js'));
	const { clock } = built('./shared/http/clock.js') as typeof Clocks;
	return {
		clock,
		types: Object.fromEntries(types) as Record<string, INodeType>,
		credential: loader.credentialTypes.xeroSuiteOAuth2Api!.type,
	};
}

/** The data of a credential connected to the sandbox as a Custom Connection: no sign-in, one organisation. */
export const customConnection = ({ apps, url }: Sandbox, { credential }: Pack): ICredentialDataDecryptedObject =>
	asN8nResolvesIt(credential, {
		grantType: 'clientCredentials',
		environment: 'sandbox',
		sandboxUrl: url,
		clientId: apps.custom.clientId,
		clientSecret: apps.custom.clientSecret ?? '',
		// All it was given: what a credential asks for unless told otherwise leaves the reports out.
		access: [],
	});
