/** The history and the notes of every record. */
import type { HistoryRow } from '../book/rows';
import { momentString } from '../values/dates';
import { type Kind, kindOf } from './kind';
import { answer } from './replies';
import { type BookRoute, recordOf, routesAt } from './routes';
import { writeAll } from './writing';

/** Longest note, in characters. */
const NOTE = 450;

const notes = kindOf<HistoryRow>('HistoryRecord', {
	id: 'Details',
	table: (book) => book.history,
	render: (_book, row) => ({
		Changes: row.Changes,
		DateUTCString: momentString(row.DateUTC).slice(0, 19),
		DateUTC: row.DateUTC,
		User: row.User,
		Details: row.Details,
	}),
});

/** GET and PUT /{id}/History of a kind of record: what happened to it, newest first, and notes. Notes cannot be changed. */
export function historyRoutes<Row extends object>(kind: Kind<Row>): BookRoute[] {
	return routesAt(`/${kind.plural}/{${kind.id}}/History`, {
		GET(book, request) {
			const rows = book.history.all('owner', kind.idOf(recordOf(kind, book, request))).reverse();
			const bodies = rows.map((row) => notes.render(book, row, 'full', 2));
			return answer(book, notes.plural, bodies);
		},
		PUT(book, request) {
			const id = kind.idOf(recordOf(kind, book, request));
			return writeAll(notes, book, request, (input) => {
				const details = input.text('Details', NOTE);
				if (details === undefined || details.trim() === '') input.fail('The Details field must be specified.');
				return book.note(id, 'Note', details ?? '');
			});
		},
	});
}
