import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pairs, shownFor } from './panel';
import { ADD_NAMES, nothingMissing } from '../whatToDo';
import { inside } from './savedNames';

/** Resource → operation → every name a saved workflow may hold there: parameters, what is inside them, codes, modes. */
type Names = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/**
 * A workflow saved today must run tomorrow: a name may be added, but never vanish. New ones are added on purpose, as the test
 * says when there are some; it takes no name away.
 */
const FILE = join(__dirname, 'frozenNames.json');

/** The same on every operation. */
const EVERYWHERE = new Set(['organisation', 'resource', 'operation', 'notice']);

let frozen = JSON.parse(readFileSync(FILE, 'utf8')) as Names;

function namesOf(resource: string, operation: string): string[] {
	const shown = ['fields', 'json', 'lines'].flatMap((input) => shownFor({ resource, operation, input }));
	const names = shown.filter(({ name }) => !EVERYWHERE.has(name)).flatMap((property) => [property.name, ...inside(property)]);
	return [...new Set(names)].sort();
}

const now: Names = Object.fromEntries(
	[...new Set(pairs.map(([resource]) => resource))].map((resource) => [
		resource,
		Object.fromEntries(
			pairs.filter(([key]) => key === resource).map(([, operation]) => [operation, namesOf(resource, operation)]),
		),
	]),
);

/** Names as lines, `invoice › create › Contact@list`. */
const lines = (names: Names): string[] =>
	Object.entries(names).flatMap(([resource, operations]) =>
		Object.entries(operations).flatMap(([operation, some]) => [
			`${resource} › ${operation}`,
			...some.map((name) => `${resource} › ${operation} › ${name}`),
		]),
	);

function add(): void {
	const union: Record<string, Record<string, string[]>> = {};
	for (const names of [frozen, now]) {
		for (const [resource, operations] of Object.entries(names)) {
			for (const [operation, some] of Object.entries(operations)) {
				const known = (union[resource] ??= {});
				known[operation] = [...new Set([...(known[operation] ?? []), ...some])].sort();
			}
		}
	}
	writeFileSync(FILE, `${JSON.stringify(union, null, '\t')}\n`);
	frozen = union;
}

if (process.env.ADD_NAMES === 'yes') add();

test('no name that a saved workflow may hold has vanished', () => {
	const present = new Set(lines(now));
	expect(lines(frozen).filter((name) => !present.has(name))).toEqual([]);
});

test('a new name was added to the frozen ones on purpose', () => {
	const known = new Set(lines(frozen));
	nothingMissing(
		lines(now).filter((name) => !known.has(name)),
		ADD_NAMES,
	);
});
