// Whether HTML is well formed: what a page must be for any reader of it.

const VOID = new Set(['meta', 'br']);
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+="[^"<>]*")*)\s*>/g;

/** What is wrong with the tags of a page, in its order; none of a page whose tags all open and close as they should. */
export function tagFaults(page: string): string[] {
	const [, body = ''] = page.split('<!DOCTYPE html>\n');
	const faults: string[] = [];
	const open: string[] = [];
	const rest = body.replace(/<style>[^<]*<\/style>/, '').replace(TAG, (_, closing: string, name: string) => {
		if (closing === '' && !VOID.has(name)) open.push(name);
		if (closing !== '' && open.pop() !== name) faults.push(`</${name}>`);
		return '';
	});
	if (/[<>]/.test(rest)) faults.push(`a loose bracket near ${rest.slice(Math.max(0, rest.search(/[<>]/) - 20)).slice(0, 40)}`);
	return [...faults, ...open.map((name) => `<${name}>`)];
}

/** The rows of a page as texts, cell by cell: "INV-1 | | 1 Jul 2026". */
export const rowTexts = (page: string): string[] =>
	[...page.matchAll(/<tr[^>]*>(.*?)<\/tr>/g)].map(([, cells = '']) =>
		[...cells.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)]
			.map(([, text = '']) => text.replace(/<small>/g, ' / ').replace(/<[^>]*>/g, ''))
			.join(' | '),
	);
