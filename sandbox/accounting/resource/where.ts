/** The language of `where` filters. */
import type { Column, Columns } from '../schema';
import { exception, type Refusal } from './replies';
import { type Token, tokens } from './whereTokens';

/** A filter or a part of one: its type, known before any row is looked at, and its value for a row. */
interface Expression<Row> {
	type: Column | 'null';
	/** Times are ms since the epoch, ids and texts lower case; null when the row has none. */
	value(row: Row): string | number | boolean | null;
}

type Read<Row> = (row: Row, path: readonly string[]) => unknown;

const TYPE_NAMES = { text: 'String', number: 'Decimal', flag: 'Boolean', time: 'DateTime', id: 'Guid', null: 'Null' } as const;

/** 400 QueryParseException (16): the filter or the order cannot be understood. */
export function queryError(message: string): Refusal {
	return exception(16, 'QueryParseException', message);
}

/** The column that a dotted path names, whatever its case. @throws the 400 of an unknown field */
export function column(columns: Columns, path: readonly string[], owner: string): { path: readonly string[]; type: Column } {
	let at: Columns | Column = columns;
	let type = owner;
	const found: string[] = [];
	for (const step of path) {
		const name: string | undefined =
			typeof at === 'string' ? undefined : Object.keys(at).find((key) => key.toLowerCase() === step.toLowerCase());
		if (typeof at === 'string' || name === undefined) throw queryError(`No property or field '${step}' exists in type '${type}'`);
		at = at[name] as Columns | Column;
		found.push(name);
		type = name;
	}
	if (typeof at !== 'string') throw queryError(`No applicable operator for type '${type}'`);
	return { path: found, type: at };
}

/**
 * Reads a `where` filter: `==` `=` `!=` `<>` `<` `<=` `>` `>=`, AND/&&, OR/||, !, parentheses, strings in double quotes, numbers,
 * true/false/null, DateTime(y,m,d[,h,m,s]), DateTime.Parse("…"), Guid("…"), and on texts .Contains .StartsWith .EndsWith .ToLower .ToUpper.
 * Texts are compared without regard to case, as Xero's database does. @throws the 400 QueryParseException
 */
export function parseWhere<Row>(text: string, columns: Columns, owner: string, read: Read<Row>): (row: Row) => boolean {
	const all = tokens(text);
	let at = 0;
	const peek = (): Token => all[at] ?? { kind: 'end', text: '' };
	const next = (): Token => all[at++] ?? { kind: 'end', text: '' };
	const is = (...words: string[]): boolean => peek().kind !== 'string' && words.includes(peek().text.toUpperCase());
	const expect = (word: string): void => {
		if (!is(word)) throw queryError(word === ')' ? "')' or operator expected" : 'Syntax error');
		next();
	};

	function either(): Expression<Row> {
		let left = both();
		while (is('OR', '||')) {
			next();
			left = logical(left, both(), (a, b) => a || b);
		}
		return left;
	}
	function both(): Expression<Row> {
		let left = comparison();
		while (is('AND', '&&')) {
			next();
			left = logical(left, comparison(), (a, b) => a && b);
		}
		return left;
	}
	function comparison(): Expression<Row> {
		if (is('!', 'NOT')) {
			next();
			const inner = comparison();
			return { type: 'flag', value: (row) => inner.value(row) !== true };
		}
		const left = operand();
		if (!is('==', '=', '!=', '<>', '<', '<=', '>', '>=')) return left;
		const operator = next().text;
		const right = operand();
		return compared(left, operator, right);
	}
	function operand(): Expression<Row> {
		let value = primary();
		while (is('.')) {
			next();
			value = method(value, next().text);
		}
		return value;
	}
	function method(target: Expression<Row>, name: string): Expression<Row> {
		const known = ['Contains', 'StartsWith', 'EndsWith', 'ToLower', 'ToUpper'].find(
			(candidate) => candidate.toLowerCase() === name.toLowerCase(),
		);
		if (target.type !== 'text' || known === undefined)
			throw queryError(`No property or field '${name}' exists in type '${TYPE_NAMES[target.type]}'`);
		expect('(');
		if (known === 'ToLower' || known === 'ToUpper') {
			expect(')');
			return target;
		}
		const argument = operand();
		expect(')');
		if (argument.type !== 'text') throw queryError(`No applicable method '${known}' exists in type 'String'`);
		return {
			type: 'flag',
			value(row) {
				const [text, part] = [target.value(row), argument.value(row)];
				if (typeof text !== 'string' || typeof part !== 'string') return false;
				return known === 'Contains' ? text.includes(part) : known === 'StartsWith' ? text.startsWith(part) : text.endsWith(part);
			},
		};
	}
	function primary(): Expression<Row> {
		const token = next();
		if (token.kind === 'string') return constant('text', token.text.toLowerCase());
		if (token.kind === 'number') return constant('number', Number(token.text));
		if (token.text === '(') {
			const inner = either();
			expect(')');
			return inner;
		}
		if (token.kind !== 'name') throw queryError('Expression expected');
		const word = token.text.toLowerCase();
		if (word === 'true' || word === 'false') return constant('flag', word === 'true');
		if (word === 'null') return { type: 'null', value: () => null };
		if (word === 'guid' && is('(')) return constant('id', literal().toLowerCase());
		if (word === 'datetime' && is('(', '.')) return constant('time', moment());
		return field(token.text);
	}
	function literal(): string {
		expect('(');
		const token = next();
		if (token.kind !== 'string') throw queryError('Syntax error');
		expect(')');
		return token.text;
	}
	function moment(): number {
		if (is('.')) {
			next();
			if (next().text.toLowerCase() !== 'parse') throw queryError("No property or field exists in type 'DateTime'");
			const text = literal();
			const time = Date.parse(/(Z|[+-]\d{2}:?\d{2})$/i.test(text) || !text.includes('T') ? text : `${text}Z`);
			if (Number.isNaN(time)) throw queryError('String was not recognized as a valid DateTime.');
			return time;
		}
		expect('(');
		const parts: number[] = [];
		do {
			const token = next();
			if (token.kind !== 'number') throw queryError('Expression expected');
			parts.push(Number(token.text));
		} while (is(',') && next());
		expect(')');
		const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts;
		const time = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
		if (parts.length < 3 || time.getUTCMonth() !== month - 1 || time.getUTCDate() !== day)
			throw queryError("No applicable constructor exists in type 'DateTime'");
		return time.getTime();
	}
	function field(first: string): Expression<Row> {
		const path = [first];
		// A dot leads on to a nested field as long as the path so far is an object, and to a method of a text otherwise.
		while (is('.') && nested(columns, path)) {
			next();
			path.push(next().text);
		}
		const found = column(columns, path, owner);
		return { type: found.type, value: (row) => comparable(read(row, found.path), found.type) };
	}

	const filter = either();
	if (peek().kind !== 'end') throw queryError('Syntax error');
	if (filter.type !== 'flag') throw queryError("Expression of type 'Boolean' expected");
	return (row) => filter.value(row) === true;
}

/** A row's value in the form that filters and orders compare. */
export function comparable(value: unknown, type: Column): string | number | boolean | null {
	if (value === undefined || value === null) return type === 'flag' ? false : null;
	if (type === 'time') return Date.parse(String(value));
	if (type === 'text' || type === 'id') return String(value).toLowerCase();
	return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function nested(columns: Columns, path: readonly string[]): boolean {
	let at: Columns | Column | undefined = columns;
	for (const step of path) {
		if (at === undefined || typeof at === 'string') return false;
		const name: string | undefined = Object.keys(at).find((key) => key.toLowerCase() === step.toLowerCase());
		at = name === undefined ? undefined : at[name];
	}
	return typeof at === 'object';
}

function constant<Row>(type: Column, value: string | number | boolean): Expression<Row> {
	return { type, value: () => value };
}

function logical<Row>(left: Expression<Row>, right: Expression<Row>, join: (a: boolean, b: boolean) => boolean): Expression<Row> {
	if (left.type !== 'flag' || right.type !== 'flag') throw queryError("Expression of type 'Boolean' expected");
	return { type: 'flag', value: (row) => join(left.value(row) === true, right.value(row) === true) };
}

function compared<Row>(left: Expression<Row>, operator: string, right: Expression<Row>): Expression<Row> {
	const ordered = !['==', '=', '!=', '<>'].includes(operator);
	const mismatch = left.type !== right.type && left.type !== 'null' && right.type !== 'null';
	if (mismatch || (ordered && (left.type === 'flag' || left.type === 'id' || left.type === 'null' || right.type === 'null'))) {
		throw queryError(
			`Operator '${operator}' incompatible with operand types '${TYPE_NAMES[left.type]}' and '${TYPE_NAMES[right.type]}'`,
		);
	}
	return {
		type: 'flag',
		value(row) {
			const [a, b] = [left.value(row), right.value(row)];
			if (operator === '==' || operator === '=') return a === b;
			if (operator === '!=' || operator === '<>') return a !== b;
			if (a === null || b === null) return false;
			return operator === '<' ? a < b : operator === '<=' ? a <= b : operator === '>' ? a > b : a >= b;
		},
	};
}
