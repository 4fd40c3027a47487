/** What handlers ask of a call: parameters of its path and query, headers. */
import type { SandboxRequest } from '../../route';
import { operations } from '../schema';
import { calendarDate } from '../values/dates';
import { isGuid } from './input';
import { exception, type Refusal } from './replies';

/** A parameter of the path. */
export function pathParameter(request: SandboxRequest, name: string): string {
	return request.params[name] ?? '';
}

/** A query parameter whatever the case of its name, undefined when empty. */
export function query(request: SandboxRequest, name: string): string | undefined {
	const lower = name.toLowerCase();
	const key = Object.keys(request.query).find((candidate) => candidate.toLowerCase() === lower);
	const value = key === undefined ? undefined : request.query[key];
	return value === undefined || value.trim() === '' ? undefined : value;
}

/** Whether a query parameter is `true`. */
export function queryFlag(request: SandboxRequest, name: string): boolean {
	return query(request, name)?.toLowerCase() === 'true';
}

/** A header as one string. */
export function header(request: SandboxRequest, name: string): string | undefined {
	const value = request.headers[name];
	return Array.isArray(value) ? value.join(', ') : value;
}

const withUnitdp = operations
	.filter(({ parameters }) => parameters.has('unitdp'))
	.map(({ method, path }) => ({ method, path: new RegExp(`^${path.replace(/\{.+?\}/g, '[^/]+')}$`, 'i') }));

/** Decimals of unit prices: 4 with `unitdp=4`, where the operation knows it, else 2. */
export function unitdp(request: SandboxRequest): number {
	const named = withUnitdp.some(({ method, path }) => method === request.method && path.test(request.path));
	return named && query(request, 'unitdp') === '4' ? 4 : 2;
}

/** 400 for a value that a parameter cannot have. */
export function invalidParameter(message: string): Refusal {
	return exception(14, 'PostDataInvalidException', message);
}

/** A calendar date among the query parameters. @throws 400 when it is none */
export function dayParameter(request: SandboxRequest, name: string): string | undefined {
	const text = query(request, name);
	const day = text === undefined ? undefined : calendarDate(text.trim());
	if (text !== undefined && day === undefined) throw invalidParameter(`'${text}' in ${name} is not a valid date`);
	return day;
}

/** The entries of a comma-separated parameter, in lower case, or undefined when it is not given. */
export function listed(request: SandboxRequest, name: string): ReadonlySet<string> | undefined {
	const text = query(request, name);
	if (text === undefined) return undefined;
	const entries = text.split(',').map((entry) => entry.trim().toLowerCase());
	return new Set(entries.filter((entry) => entry !== ''));
}

/** The same for ids, each of which must be a GUID. @throws 400 */
export function listedIds(request: SandboxRequest, name: string): ReadonlySet<string> | undefined {
	const ids = listed(request, name);
	for (const id of ids ?? []) if (!isGuid(id)) throw invalidParameter(`'${id}' in ${name} is not a valid Guid`);
	return ids;
}
