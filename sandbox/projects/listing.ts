import { isGuid } from '../accounting/resource/input';
import type { Body } from '../accounting/resource/replies';
import { query } from '../accounting/resource/request';
import type { Reply, SandboxRequest } from '../route';
import { momentOf } from './fields';
import { invalid, type ModelState } from './refusals';

/** Items on one page unless `pageSize` says otherwise, and the most there can be (OpenAPI: "between 1 and 500"). */
const USUAL = 50;
const MOST = 500;

/** The query of a list: filters are read one by one, and what is wrong with any of them refuses the call. */
export class Search {
	private readonly wrong: ModelState = {};

	constructor(private readonly request: SandboxRequest) {}

	/** The ids of a comma-separated parameter, in lower case. */
	ids(name: string): ReadonlySet<string> | undefined {
		const entries = this.entries(name)?.map((entry) => entry.toLowerCase());
		for (const entry of entries ?? []) if (!isGuid(entry)) this.fail(name, entry);
		return entries && new Set(entries);
	}

	id(name: string): string | undefined {
		const value = query(this.request, name)?.trim().toLowerCase();
		if (value !== undefined && !isGuid(value)) this.fail(name, value);
		return value;
	}

	/** Some of `choices`, comma-separated and in any case. */
	choices(name: string, choices: readonly string[]): ReadonlySet<string> | undefined {
		const entries = this.entries(name)?.map((entry) => entry.toUpperCase());
		for (const entry of entries ?? []) if (!choices.includes(entry)) this.fail(name, entry);
		return entries && new Set(entries);
	}

	flag(name: string): boolean | undefined {
		const value = query(this.request, name)?.trim().toLowerCase();
		if (value !== undefined && value !== 'true' && value !== 'false') this.fail(name, value);
		return value === undefined ? undefined : value === 'true';
	}

	moment(name: string): string | undefined {
		// A zone's plus sign arrives as a space from clients that do not escape it.
		const value = query(this.request, name)?.replace(' ', '+');
		const moment = momentOf(value);
		if (value !== undefined && moment === undefined) this.fail(name, value);
		return moment;
	}

	/** Answers one page of the rows. @throws 400 when a filter, `page` or `pageSize` is wrong */
	page<Row>(rows: () => readonly Row[], body: (row: Row) => Body): Reply {
		const [page, pageSize] = [this.whole('page', 1, Number.MAX_SAFE_INTEGER), this.whole('pageSize', USUAL, MOST)];
		if (Object.keys(this.wrong).length > 0) throw invalid(this.wrong);
		const all = rows();
		const pagination = { page, pageSize, pageCount: Math.ceil(all.length / pageSize), itemCount: all.length };
		return { body: { pagination, items: all.slice((page - 1) * pageSize, page * pageSize).map(body) } };
	}

	private whole(name: string, usual: number, most: number): number {
		const value = query(this.request, name);
		if (value === undefined) return usual;
		const number = Number(value);
		if (Number.isInteger(number) && number >= 1 && number <= most) return number;
		const wanted = most === MOST ? `between 1 and ${MOST}` : 'greater than 0';
		this.wrong[name] = [`${name} must be a number ${wanted}`];
		return usual;
	}

	private entries(name: string): string[] | undefined {
		return query(this.request, name)
			?.split(',')
			.map((entry) => entry.trim())
			.filter((entry) => entry !== '');
	}

	private fail(name: string, value: string): void {
		(this.wrong[name] ??= []).push(`The value '${value}' is not valid for ${name}.`);
	}
}
