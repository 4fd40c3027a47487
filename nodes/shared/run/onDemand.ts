// Lists of a node whose tables are loaded when the first of them is opened.

import type { Search } from './listSearch';

/**
 * Searches under their names, which n8n looks for before it calls one; it makes every node when it starts, and few lists are opened then.
 * @param load gives all of them, once it is wanted
 */
export const onDemand = (
	names: readonly string[],
	load: () => Promise<Readonly<Record<string, Search>>>,
): Record<string, Search> =>
	Object.fromEntries(
		names.map((name): [string, Search] => [
			name,
			async function (filter, token) {
				return await (await load())[name]!.call(this, filter, token);
			},
		]),
	);
