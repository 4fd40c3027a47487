import { randomUUID } from 'node:crypto';

import type { Body } from '../../accounting/resource/replies';
import { query } from '../../accounting/resource/request';
import type { Reply, SandboxRequest } from '../../route';
import { badQuery, type Problem, type Refused } from './problems';

/** Records on a page (Xero's files: "By default the number of the records per set is 100"); no parameter changes it. */
const PAGE_SIZE = 100;

interface Pagination {
	page: number;
	pageSize: number;
	pageCount: number;
	itemCount: number;
}

/** Titles as `httpStatusCode` has them. */
const CODES: Readonly<Record<number, string>> = {
	200: 'OK',
	400: 'BadRequest',
	404: 'NotFound',
	405: 'MethodNotAllowed',
	413: 'RequestEntityTooLarge',
	503: 'ServiceUnavailable',
};

/** The wrapper of every answer, at a moment (ms since the epoch). */
function envelope(now: number, status: number, pagination: Pagination | null, problem: Problem | null): Body {
	return {
		id: randomUUID(),
		providerName: 'Local Xero',
		dateTimeUTC: new Date(now).toISOString().replace('Z', '0000'),
		httpStatusCode: CODES[status] ?? String(status),
		pagination,
		problem,
	};
}

/** Answers with one record, a list of a part of an employee, or null under its name; with nothing at all but the wrapper without one. */
export function wrapped({ clock }: SandboxRequest, record: Body = {}): Reply {
	return { body: { ...envelope(clock.now(), 200, null, null), ...record } };
}

/** Answers with one page of a list. @throws 400 for a page that is not there; the first one always is */
export function paged<Row>(request: SandboxRequest, name: string, rows: readonly Row[], body: (row: Row) => Body): Reply {
	const asked = query(request, 'page') ?? '1';
	const page = Number(asked);
	if (!Number.isInteger(page) || page < 1) throw badQuery(`The page '${asked}' is not valid`);
	const pageCount = Math.ceil(rows.length / PAGE_SIZE);
	if (page > Math.max(pageCount, 1)) throw badQuery('Requested page does not exist');
	const pagination = { page, pageSize: PAGE_SIZE, pageCount, itemCount: rows.length };
	const shown = rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(body);
	return { body: { ...envelope(request.clock.now(), 200, pagination, null), [name]: shown } };
}

/** Answers with a list that has no pages and yet says so; Xero's example counts none for pay templates. */
export function unpaged({ clock }: SandboxRequest, itemCount: number, record: Body): Reply {
	const pagination = { page: 1, pageSize: PAGE_SIZE, pageCount: itemCount === 0 ? 0 : 1, itemCount };
	return { body: { ...envelope(clock.now(), 200, pagination, null), ...record } };
}

/** The body of a refusal. */
export function refusal(now: number, { status, title, detail, invalidFields }: Omit<Refused, 'name' | 'message'>): Body {
	const problem = {
		type: 'application/problem+json',
		title,
		status: String(status),
		detail,
		instance: randomUUID(),
		invalidFields,
	};
	return envelope(now, status, null, problem);
}
