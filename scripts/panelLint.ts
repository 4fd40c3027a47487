import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { INodeType } from 'n8n-workflow';
import { nodeFiles } from './sourceNodes';

const root = resolve(__dirname, '..');

/** A key as a person would write it: n8n's rules read names, not strings. */
const key = (name: string) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));

/** A value as TypeScript source, one entry per line so that a finding's line says where it is. */
function literal(value: unknown, indent: string): string {
	if (value === undefined) return 'undefined';
	if (value === null || typeof value !== 'object') return JSON.stringify(value);
	const deeper = `${indent}\t`;
	if (Array.isArray(value)) {
		return value.length === 0 ? '[]' : `[\n${value.map((each) => `${deeper}${literal(each, deeper)},\n`).join('')}${indent}]`;
	}
	const entries = Object.entries(value).filter(([, each]) => each !== undefined);
	if (entries.length === 0) return '{}';
	return `{\n${entries.map(([name, each]) => `${deeper}${key(name)}: ${literal(each, deeper)},\n`).join('')}${indent}}`;
}

/** `inputs` and `outputs` as the constant n8n's rules ask for. */
const connections = (value: unknown) =>
	JSON.stringify(value) === '["main"]' ? '[NodeConnectionTypes.Main]' : JSON.stringify(value);

/** The hooks of a webhook by name, as far as the rules look: that they are there. */
function hooks({ webhookMethods }: INodeType): string {
	if (webhookMethods === undefined) return '';
	const each = Object.entries(webhookMethods).map(
		([name, methods]) =>
			`${name}: { ${Object.keys(methods)
				.map((method) => `async ${method}() { return true; }`)
				.join(', ')} }`,
	);
	return `\n\twebhookMethods = { ${each.join(', ')} };\n`;
}

/** The node's class with its finished description written out, as if nothing in it were computed. */
export function printPanel(node: INodeType): string {
	const { name } = node.constructor;
	const { inputs, outputs, ...rest } = node.description;
	const entries = Object.entries(rest).map(([field, value]) => `\t\t${key(field)}: ${literal(value, '\t\t')},\n`);
	return `import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

export class ${name} implements INodeType {
	description: INodeTypeDescription = {
${entries.join('')}		inputs: ${connections(inputs)},
		outputs: ${connections(outputs)},
	};
${hooks(node)}}
`;
}

/**
 * Runs the rules of both n8n ESLint plugins over the finished panel of a node. n8n's lint of the sources cannot see what
 * functions compute, and nearly the whole panel is computed.
 * @param node an instance of a node class named as its file; its icons are looked for from there
 * {@link endLint} must follow the last panel.
 * @returns one line per finding: the parameter it is in, the sentence, the rule; empty when there is none
 */
export async function lintPanel(node: INodeType): Promise<string[]> {
	const source = printPanel(node);
	const lines = source.split('\n');
	const compiled = nodeFiles.find((file) => file.endsWith(`/${node.constructor.name}.node.js`))!;
	const filename = resolve(root, compiled.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
	const findings = await lint(source, filename);
	return findings.map(({ line, message, ruleId }) => {
		const text = lines[line - 1]?.trim() ?? '';
		return `${path(lines, line)}: ${message} (${ruleId ?? 'parser'}) at ${text.slice(0, 100)}`;
	});
}

/** One message of ESLint; `line` counts from 1. */
interface Finding {
	line: number;
	message: string;
	ruleId: string | null;
}

interface Process {
	readonly child: ChildProcessWithoutNullStreams;
	readonly answers: AsyncIterator<string>;
}

/** Loading n8n's rules takes a second: one process does for all panels of this one. */
let linting: Process | undefined;
/** The last answer that was asked for: answers come in the order of the questions. */
let last: Promise<unknown> = Promise.resolve();

// The plugin of n8n is an ES module, which jest cannot load on Node 20: the rules run in a process of their own.
function start(): Process {
	const child = spawn(process.execPath, [resolve(__dirname, 'lintAsNode.mjs')], {
		cwd: root,
		// Under NODE_ENV=test the rules of eslint-plugin-n8n-nodes-base take every file for Test.node.ts.
		env: { ...process.env, NODE_ENV: 'production' },
		stdio: ['pipe', 'pipe', 'pipe'],
	});
	child.stderr.pipe(process.stderr);
	return { child, answers: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
}

async function lint(source: string, filename: string): Promise<Finding[]> {
	linting ??= start();
	const { child, answers } = linting;
	child.stdin.write(`${JSON.stringify({ source, filename })}\n`);
	const answer = last.then(async () => await answers.next());
	last = answer;
	const { value, done } = await answer;
	if (done) throw new Error("The process with n8n's rules has ended");
	return JSON.parse(value) as Finding[];
}

/** Ends the process that holds the rules, if there is one. */
export async function endLint(): Promise<void> {
	if (!linting) return;
	const { child } = linting;
	linting = undefined;
	const ended = once(child, 'exit');
	child.stdin.end();
	await ended;
}

/** The labels around a line, outermost first, e.g. `Xero Accounting › Additional Fields › Due Date`. */
function path(lines: readonly string[], line: number): string {
	const indent = (at: number) => /^\t*/.exec(lines[at] ?? '')?.[0].length ?? 0;
	const steps: string[] = [];
	let depth = indent(line - 1) + 1;
	for (let at = line - 1; at > 0; at--) {
		const label = /^\t+displayName: "(.*)",$/.exec(lines[at] ?? '')?.[1];
		if (label === undefined || indent(at) >= depth) continue;
		depth = indent(at);
		steps.unshift(label);
	}
	return steps.join(' › ');
}
