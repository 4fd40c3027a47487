import get from 'lodash/get';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { execute } from '../../nodes/shared/run/execute';
import type { Api } from '../../nodes/shared/model/operation';
import { inVirtualTime } from '../engine/virtualTime';
import type { Sent } from '../fakeContext';
import { fakeExecute } from '../fakeContext';
import type { Example } from '../examples/example';
import { NODES } from '../examples/nodes';
import { goodAnswer } from './goodAnswer';
import type { Subject } from './subjects';
import { subjectsOf } from './subjects';

/**
 * Every input of every node, filled in as its example has it but for one value that an expression may come to by a slip: it is sent
 * where the call was to go, or refused in words; nothing else may happen. Each input is given every third of the values, in turn;
 * HOSTILE=all gives it all of them.
 */
const EVERY = process.env.HOSTILE === 'all' ? 1 : 3;

const VALUES: readonly unknown[] = [
	'',
	'.',
	'..',
	'../Contacts',
	'%2e%2e',
	'/',
	'?where=true',
	'#',
	'a"b',
	"'; --",
	'{"a":1}',
	'\u0000',
	'\ud800',
	'__proto__',
	'constructor',
	'x'.repeat(5000),
	'null',
	'NaN',
	'1e400',
	'2026-02-30',
	Number.NaN,
	Number.POSITIVE_INFINITY,
	-0,
	1e21,
	-1,
	0.1 + 0.2,
	true,
	null,
	undefined,
	{},
	{ a: 1 },
	[],
	[[]],
	[null],
	[{ a: 1 }],
	new Date(Number.NaN),
	new Date(0),
	() => 1,
	9007199254740993n,
];

/** Says how the others are read, or names the node's own parts: an expression cannot stand there. */
const FIXED = new Set(['resource', 'operation', '__rl', 'mode', 'organisation', 'input']);

type Path = ReadonlyArray<string | number>;

/** The places of single values in what a person filled in. */
function leaves(value: unknown, path: Path = []): Path[] {
	if (Array.isArray(value)) return value.flatMap((one, index) => leaves(one, [...path, index]));
	if (value === null || typeof value !== 'object') return [path];
	return Object.entries(value).flatMap(([key, one]) => (FIXED.has(key) ? [] : leaves(one, [...path, key])));
}

/** The same with another value at one place. */
function withValue(value: unknown, [step, ...rest]: Path, put: unknown): unknown {
	if (step === undefined) return put;
	if (Array.isArray(value)) return value.map((one: unknown, index) => (index === step ? withValue(one, rest, put) : one));
	return { ...(value as object), [step]: withValue((value as IDataObject)[step], rest, put) };
}

const ORGANISATION = { __rl: true, mode: 'id', value: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d' };

/** Every single value that the calls of a run carry, as text: of paths, queries, bodies. */
function carried(requests: readonly Sent[]): Set<string> {
	const found = new Set<string>();
	const walk = (value: unknown): void => {
		if (Array.isArray(value)) value.forEach(walk);
		else if (value !== null && typeof value === 'object' && !Buffer.isBuffer(value)) Object.values(value).forEach(walk);
		else found.add(String(value));
	};
	for (const { path, query, body } of requests) {
		path.split('/').forEach((step) => walk(decodeURIComponent(step)));
		walk(query);
		walk(body);
	}
	return found;
}

const steps = (api: Api, { path }: Sent): string[] => path.slice(api.basePath.length + 1).split('/');

const time = inVirtualTime();

const isNothing = (put: unknown): boolean => put === undefined || put === null || put === '';

/** They say how much is asked for, and how long: other calls follow from them. JSON is what it says. */
const READ_OTHERWISE = new Set(['returnAll', 'limit', 'waitForConnection', 'waitForDelivery', 'body']);

/** Find or Create goes on to write what it did not find, and tells Xero so. */
const CREATES_TOO = 'true';

/** Pages as long as Xero has them, where a list has to be gone through. */
const LONGEST_PAGE = '1000';

/**
 * Values that a run carries because of the one put in, and that are not it. A code may be in capitals, a number to Xero's decimals,
 * and a text with a quote is looked for by its longest part without one; a colon parts a category from its option. What is blank leaves a
 * text as it is.
 */
function changedFrom(put: unknown, at: Path, usual: ReadonlySet<string>, now: ReadonlySet<string>, given: IDataObject): string[] {
	if (isNothing(put) || typeof put === 'object' || typeof put === 'function' || READ_OTHERWISE.has(String(at.at(-1)))) return [];
	const own = new Set([LONGEST_PAGE, CREATES_TOO, ...leaves(given).map((path) => String(get(given, path)))]);
	const parts = String(put).toLowerCase().split(/[":]/);
	const isIt = (one: string): boolean =>
		parts.some((part) => part !== '' && one.toLowerCase().includes(part)) ||
		(typeof put === 'number' && Math.abs(Number(one) - put) < 1e-4);
	return [...now].filter((one) => !usual.has(one) && !own.has(one) && !isIt(one));
}

const known = new Map<Example, Set<string>>();

/** What the example's own run carries. */
async function usuallyCarried(subject: Subject): Promise<Set<string>> {
	const { api, resource, name, row, id, example } = subject;
	const before = known.get(example);
	if (before) return before;
	const { ctx, requests } = fakeExecute({
		parameters: example.parameters.map((one) => ({ organisation: ORGANISATION, resource, operation: name, ...one })),
		...(example.items ? { items: example.items } : {}),
		reply: (sent, index) => example.replies?.[index] ?? goodAnswer(sent, row, id),
	});
	await time().until(execute(api, ctx));
	const all = carried(requests);
	known.set(example, all);
	return all;
}

/** What is wrong with how a run ended. */
async function wrongWith(subject: Subject, at: Path, put: unknown): Promise<string[]> {
	const { api, resource, name, row, id, example } = subject;
	const [first, ...more] = example.parameters;
	const given = { organisation: ORGANISATION, resource, operation: name, ...(withValue(first, at, put) as IDataObject) };
	const rest = more.map((one) => ({ organisation: ORGANISATION, resource, operation: name, ...one }));
	const { ctx, requests } = fakeExecute({
		parameters: [given, ...rest],
		...(example.items ? { items: example.items } : {}),
		// What comes to nothing stands on the panel as the expression that did.
		...(isNothing(put) ? { node: { parameters: withValue(first, at, '={{ $json.none }}') as INodeParameters } } : {}),
		reply: (sent, index) => example.replies?.[index] ?? goodAnswer(sent, row, id),
	});
	let error: unknown;
	try {
		await time().until(execute(api, ctx));
	} catch (cause) {
		error = cause;
	}
	const refusal = error instanceof NodeOperationError || error instanceof NodeApiError ? error : undefined;
	const inWords = error === undefined || refusal?.context.xero !== undefined;
	// Names may be looked up in the books, where a picker's list is theirs.
	const bases = [api.basePath, ...api.resources.flatMap(({ listedIn }) => listedIn?.basePath ?? [])];
	const foreign = requests.filter(
		({ host, path }) => host !== 'https://api.xero.com' || !bases.some((base) => path.startsWith(`${base}/`)),
	);
	const others = changedFrom(put, at, await usuallyCarried(subject), carried(requests), given);
	const astray = requests.filter((sent) =>
		steps(api, sent).some((step) => step === '' || /^(\.|%2e){1,2}$/i.test(step) || step === '..'),
	);
	return [
		...(inWords ? [] : [`ends with ${String(error).slice(0, 200)}`]),
		...(foreign.length ? [`goes to ${foreign[0]!.host}${foreign[0]!.path}`] : []),
		...(error === undefined && others.length
			? [`becomes ${others.map((one) => JSON.stringify(one.slice(0, 100))).join(', ')}`]
			: []),
		...(astray.length ? [`goes astray to ${astray[0]!.path}`] : []),
		...(/\bundefined\b|\[object/.test(refusal?.message ?? '') ? [`says ${refusal!.message.slice(0, 200)}`] : []),
	];
}

describe.each(NODES)('$api.name: a hostile value', (one) => {
	const rows = subjectsOf(one, 2);
	it.each([...new Set(rows.map(({ resource }) => resource))])(
		'in any input of %s is sent as it is or refused in words',
		async (resource) => {
			const wrong: string[] = [];
			for (const subject of rows.filter((each) => each.resource === resource))
				for (const [place, at] of leaves(subject.example.parameters[0]).entries())
					for (const put of VALUES.filter((_, index) => (index + place) % EVERY === 0))
						for (const says of await wrongWith(subject, at, put))
							wrong.push(
								`${subject.name} ${at.join('.')} = ${typeof put === 'bigint' ? `${put}n` : JSON.stringify(put)}: ${says}`,
							);
			expect(wrong.slice(0, 40)).toEqual([]);
		},
	);
});
