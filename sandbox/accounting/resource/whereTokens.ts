/** Words and signs of a `where` filter. */
import { exception } from './replies';

/** One word, number, string or sign of a filter. */
export interface Token {
	kind: 'name' | 'number' | 'string' | 'sign' | 'end';
	text: string;
}

const PATTERN = /\s*(?:([A-Za-z_]\w*)|(-?\d+(?:\.\d+)?[mM]?)|"([^"]*)"|(==|!=|<>|<=|>=|&&|\|\||[=<>!().,]))/y;

/** Cuts a filter into its words. @throws 400 QueryParseException for quotes that do not close and signs that mean nothing */
export function tokens(text: string): Token[] {
	const found: Token[] = [];
	const pattern = new RegExp(PATTERN);
	const end = text.trimEnd().length;
	while (pattern.lastIndex < end) {
		const start = pattern.lastIndex;
		const match = pattern.exec(text);
		if (!match) throw exception(16, 'QueryParseException', complaint(text.slice(start).trimStart()));
		const [, name, number, string, sign] = match;
		if (name !== undefined) found.push({ kind: 'name', text: name });
		else if (number !== undefined) found.push({ kind: 'number', text: number.replace(/m$/i, '') });
		else if (string !== undefined) found.push({ kind: 'string', text: string });
		else found.push({ kind: 'sign', text: sign ?? '' });
	}
	return found;
}

function complaint(rest: string): string {
	if (rest.startsWith('"')) return 'Unterminated string literal';
	if (rest.startsWith("'")) return 'Character literal must contain exactly one character';
	return 'Syntax error';
}
