import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { INodeType } from 'n8n-workflow';

const root = resolve(__dirname, '..');

/** The compiled file of every node, as package.json tells n8n. */
export const nodeFiles: readonly string[] = (
	JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { n8n: { nodes: string[] } }
).n8n.nodes;

/**
 * A node as n8n makes it, from its source and not from dist.
 * @param compiled one of `nodeFiles`
 * @throws Error when its file exports no class named like the file
 */
export async function sourceNode(compiled: string): Promise<INodeType> {
	// By its whole name: without the ending the JSON file beside it would be found first.
	const source = resolve(root, compiled.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
	const classes = (await import(source)) as Record<string, new () => INodeType>;
	const Class = classes[basename(source, '.node.ts')];
	if (Class === undefined) throw new Error(`${source} exports no class named like the file`);
	return new Class();
}
