/**
 * A process of n8n's that polls once and never gets to save what the poll left: run by tsx from a test, which kills it.
 * Takes the name of the node's class, credentials, parameters, file and id as JSON; says "handed on" when the poll has given its items.
 */
import { resolve } from 'node:path';
import type { INodeParameters } from 'n8n-workflow';
import type { Credentials } from '../n8n';
import type { PollingNode } from './trigger';
import { Trigger } from './trigger';

const { node, credentials, parameters, file, id } = JSON.parse(process.argv[2]!) as {
	node: string;
	credentials: Credentials;
	parameters: INodeParameters;
	file: string;
	id: string;
};

/** By its whole name: without the ending tsx takes the codex file (.node.json) for it. */
const NODE = resolve(__dirname, `../../nodes/${node}/${node}.node.ts`);

async function main(): Promise<void> {
	const { [node]: Node } = (await import(NODE)) as Record<string, new () => PollingNode>;
	const trigger = new Trigger(new Node!(), credentials, parameters, { file, id });
	const items = await trigger.unsaved();
	console.log(`handed on ${items?.flat().length ?? 0}`);
	setInterval(() => {}, 1_000);
}

void main();
