import type { Route, SandboxApi } from './route';

/** Thrown for a percent sign that starts no valid escape. */
export class UndecodablePath extends Error {}

/** What a path leads to: the route with its holes, the methods the path has otherwise, or nothing. */
export type Match = { route: Route; params: Record<string, string>; path: string } | { allowed: readonly string[] } | undefined;

interface Candidate {
	route: Route;
	params: Record<string, string>;
	rank: number[];
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * The API a raw path belongs to: the one with the longest base path that it starts with, and of several the one that serves the
 * organisation. Letter case does not matter.
 */
export function apiOf(apis: readonly SandboxApi[], path: string, tenantId = ''): SandboxApi | undefined {
	const lower = path.toLowerCase();
	const found = apis
		.filter(({ basePath }) => lower === basePath.toLowerCase() || lower.startsWith(`${basePath.toLowerCase()}/`))
		.sort((a, b) => b.basePath.length - a.basePath.length);
	const [first] = found;
	return found.find(({ basePath, serves }) => basePath === first?.basePath && serves?.(tenantId, lower) === true) ?? first;
}

/**
 * Finds the route for a raw path (still percent-encoded, without query). Each hole is decoded exactly once, after the path was cut at its
 * slashes, so that file names with spaces, #, &, %, + and slashes arrive as written. A literal segment wins over a hole; of two
 * holes in the same place the one named ...ID takes UUIDs and the other one the rest (attachments by id or by file name). The path
 * given back has the collection under the name its routes have.
 *
 * @throws UndecodablePath
 */
export function match(api: SandboxApi, method: string, path: string): Match {
	const raw = path.slice(api.basePath.length).split('/').slice(1);
	if (raw.at(-1) === '') raw.pop();
	const [first = '', ...rest] = raw.map(decode);
	const segments = raw.length === 0 ? [] : [api.otherNames?.get(first.toLowerCase()) ?? first, ...rest];
	const candidates = api.routes.map((route) => candidate(route, segments)).filter((found) => found !== undefined);
	if (candidates.length === 0) return undefined;
	const [best] = candidates.filter(({ route }) => route.method === method).sort((a, b) => compare(b.rank, a.rank));
	if (best === undefined) return { allowed: [...new Set(candidates.map(({ route }) => route.method))] };
	return { route: best.route, params: best.params, path: `/${segments.join('/')}` };
}

function candidate(route: Route, segments: readonly string[]): Candidate | undefined {
	const pattern = route.path.split('/').filter((part) => part !== '');
	if (pattern.length !== segments.length) return undefined;
	const params: Record<string, string> = {};
	const rank: number[] = [];
	for (const [index, part] of pattern.entries()) {
		const segment = segments[index] ?? '';
		const hole = /^\{(.+)\}$/.exec(part)?.[1];
		if (hole === undefined) {
			if (part.toLowerCase() !== segment.toLowerCase()) return undefined;
			rank.push(3);
		} else {
			if (segment === '') return undefined;
			params[hole] = segment;
			rank.push(/id$/i.test(hole) === UUID.test(segment) ? 2 : 1);
		}
	}
	return { route, params, rank };
}

function compare(a: readonly number[], b: readonly number[]): number {
	for (const [index, value] of a.entries()) {
		const difference = value - (b[index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}

function decode(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		throw new UndecodablePath(segment);
	}
}
