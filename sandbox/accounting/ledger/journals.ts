import type { SandboxRequest } from '../../route';
import type { Book } from '../book/book';
import { cashJournals } from './cashBasis';
import { CONVERSION } from './conversion';
import { modifiedSince } from '../values/dates';
import { journalLine } from './journalLines';
import { answer, type Body, exception, notFound } from '../resource/replies';
import { type BookRoute, header, hole, journalsScope, query, type Resource } from '../resource/resource';
import type { JournalRow } from '../book/ledgerRows';

/** Most journals in one reply. */
const MOST = 100;

/** A journal; only lists say what it comes from, and opening balances come from no document. */
function render(book: Book, row: JournalRow, listed: boolean): Body {
	const { SourceID, SourceType } = row;
	return {
		JournalID: row.JournalID,
		JournalDate: row.JournalDate,
		JournalNumber: row.JournalNumber,
		CreatedDateUTC: row.CreatedDateUTC,
		Reference: row.Reference,
		...(listed && SourceType !== CONVERSION ? { SourceID, SourceType } : {}),
		JournalLines: row.lines.map((line) => ({ ...(listed ? {} : { TaxType: '', TaxName: '' }), ...journalLine(book, line) })),
	};
}

/** Journals after the one with the number `offset`, oldest first; a client goes on until nothing comes. @throws 400 */
function page(book: Book, request: SandboxRequest): readonly JournalRow[] {
	const sent = query(request, 'offset') ?? '0';
	const offset = Number(sent);
	if (!Number.isInteger(offset) || offset < 0)
		throw exception(14, 'PostDataInvalidException', `'${sent}' is not a valid offset: it must be the number of a journal`);
	const since = header(request, 'if-modified-since');
	const time = since === undefined ? -Infinity : modifiedSince(since);
	if (time === undefined)
		throw exception(14, 'PostDataInvalidException', `The If-Modified-Since header '${since}' is not a valid date`);
	const rows = query(request, 'paymentsOnly')?.toLowerCase() === 'true' ? cashJournals(book) : book.journals.values();
	return rows.filter((row) => row.JournalNumber > offset && Date.parse(row.CreatedDateUTC) >= time).slice(0, MOST);
}

function one(operationId: string, name: string, find: (book: Book, key: string) => JournalRow | undefined): BookRoute {
	return {
		operationId,
		method: 'GET',
		path: `/Journals/{${name}}`,
		scopes: journalsScope.read,
		handle(book, request) {
			const row = find(book, hole(request, name));
			if (!row) throw notFound();
			return answer(book, 'Journals', [render(book, row, false)]);
		},
	};
}

export const journals: Resource = {
	plural: 'Journals',
	records: (book) => book.journals.values().map((row) => render(book, row, true)),
	routes: [
		{
			operationId: 'getJournals',
			method: 'GET',
			path: '/Journals',
			scopes: journalsScope.read,
			handle: (book, request) =>
				answer(
					book,
					'Journals',
					page(book, request).map((row) => render(book, row, true)),
				),
		},
		one('getJournal', 'JournalID', (book, key) => book.journals.get(key)),
		one('getJournalByNumber', 'JournalNumber', (book, key) =>
			/^\d{1,9}$/.test(key) ? book.journals.first('number', String(Number(key))) : undefined,
		),
	],
};
