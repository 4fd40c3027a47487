import { query } from '../../accounting/resource/request';
import type { SandboxRequest } from '../../route';
import { badQuery } from '../wire/problems';

/** The conditions of a filter: `firstName==John,lastName==Smith`. @throws 400 for another form, and for a name that is not `known` */
export function conditions(request: SandboxRequest, known: readonly string[]): ReadonlyArray<readonly [string, string]> {
	const filter = query(request, 'filter');
	if (filter === undefined) return [];
	return filter.split(',').map((part) => {
		const [, name = '', value = ''] = /^\s*(\w+)\s*==\s*(.*?)\s*$/.exec(part) ?? [];
		const found = known.find((one) => one.toLowerCase() === name.toLowerCase());
		if (found === undefined) throw badQuery(`The filter '${part}' is not valid`);
		return [found, value.replace(/^"(.*)"$/, '$1').toLowerCase()] as const;
	});
}
