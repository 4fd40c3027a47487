import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { accounting } from '../nodes/XeroAccounting/accounting';
import type { OperationNames } from '../test/panel/savedNames';
import { nodeNames, operationNames } from '../test/panel/savedNames';
import { operationsPage } from './operationsPage';
import { nodeFiles, sourceNode } from './sourceNodes';

const root = resolve(__dirname, '..');

/** A checked-in file that follows from the tables. */
export interface Generated {
	/** From the root of the project. */
	readonly file: string;
	/** What it has to hold; JSON is not formatted yet. */
	readonly text: string;
	/** What a text of it says, one thing in a line, for people to see what changed. */
	linesOf(text: string): string[];
}

const asJson = (value: unknown): string => `${JSON.stringify(value, null, '\t')}\n`;

const operationLines = (text: string): string[] =>
	Object.entries(JSON.parse(text) as OperationNames).flatMap(([resource, operations]) =>
		Object.entries(operations).flatMap(([operation, names]) => [
			`${resource} › ${operation}`,
			...names.map((name) => `${resource} › ${operation} › ${name}`),
		]),
	);

const nodeLines = (text: string): string[] =>
	Object.entries(JSON.parse(text) as Record<string, string[]>).flatMap(([node, names]) =>
		names.map((name) => `${node} › ${name}`),
	);

/** Every such file, as the tables and nodes are now. */
export async function generated(): Promise<Generated[]> {
	const nodes = await Promise.all(nodeFiles.map(sourceNode));
	const isAccounting = (name: string): boolean => name === 'xeroAccounting';
	const names = operationNames(accounting, nodes.find(({ description }) => isAccounting(description.name))!.description);
	const others = nodes.filter(({ description }) => !isAccounting(description.name));
	return [
		{ file: 'test/panel/frozenNames.json', text: asJson(names), linesOf: operationLines },
		{
			file: 'test/panel/frozenOthers.json',
			text: asJson(Object.fromEntries(others.map((node) => [node.description.displayName, nodeNames(node)]))),
			linesOf: nodeLines,
		},
		{ file: 'docs/operations.md', text: operationsPage(), linesOf: (text) => text.split('\n').filter((line) => line !== '') },
	];
}

/** What a file holds that is checked in; '' where there is none yet. */
export function checkedInText({ file }: Pick<Generated, 'file'>): string {
	const path = resolve(root, file);
	return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** How a file that is checked in differs: what it lacks with a plus, what only it has with a minus. */
export function differences({ file, text, linesOf }: Generated, checkedIn = checkedInText({ file })): string[] {
	const [now, then] = [linesOf(text), linesOf(checkedIn)];
	const [present, known] = [new Set(now), new Set(then)];
	return [
		...now.filter((line) => !known.has(line)).map((line) => `+ ${line}`),
		...then.filter((line) => !present.has(line)).map((line) => `- ${line}`),
	];
}
