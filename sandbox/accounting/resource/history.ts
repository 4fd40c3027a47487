import type { Book } from '../book/book';
import { momentString } from '../values/dates';
import { answer, type Body, notFound } from './replies';
import { type BookRoute, hole, type Kind, type Scopes } from './resource';
import type { HistoryRow } from '../book/rows';
import { writeAll } from './writing';

/** Longest note, in characters. */
const NOTE = 450;

const historyRecords: Kind<HistoryRow> = {
	singular: 'HistoryRecord',
	plural: 'HistoryRecords',
	id: 'Details',
	idOf: (row) => row.id,
	table: (book) => book.history,
	columns: {},
	render: (_book, row) => ({
		Changes: row.Changes,
		DateUTCString: momentString(row.DateUTC).slice(0, 19),
		DateUTC: row.DateUTC,
		User: row.User,
		Details: row.Details,
	}),
};

/**
 * GET and PUT /{id}/History of a kind of record: what happened to it, newest first, and notes. Notes cannot be changed.
 * `ids` are the operationIds, where the specification does not name them after the record.
 */
export function historyRoutes<Row extends object>(
	kind: Kind<Row>,
	scopes: Scopes,
	ids = { get: `get${kind.singular}History`, create: `create${kind.singular}History` },
): BookRoute[] {
	const path = `/${kind.plural}/{${kind.id}}/History`;
	const owner = (book: Book, id: string): string => {
		const row = kind.table(book).get(id);
		if (!row) throw notFound();
		return kind.idOf(row);
	};
	return [
		{
			operationId: ids.get,
			method: 'GET',
			path,
			scopes: scopes.read,
			handle(book, request) {
				const rows = book.history.all('owner', owner(book, hole(request, kind.id))).reverse();
				return answer(
					book,
					'HistoryRecords',
					rows.map((row): Body => historyRecords.render(book, row, 'full', 2)),
				);
			},
		},
		{
			operationId: ids.create,
			method: 'PUT',
			path,
			scopes: scopes.write,
			handle(book, request) {
				const id = owner(book, hole(request, kind.id));
				return writeAll(historyRecords, book, request, (input) => {
					const details = input.text('Details', NOTE);
					if (details === undefined || details.trim() === '') input.fail('The Details field must be specified.');
					return book.note(id, 'Note', details ?? '');
				});
			},
		},
	];
}
