import type { Book } from '../book/book';
import { list } from './list';
import { answer, type Body, notFound } from './replies';
import { type BookRoute, hole, type Kind, type Resource, type Scopes, unitdp } from './resource';

/** The record with the id in the path. @throws 404 */
export function existing<Row extends object>(kind: Kind<Row>, book: Book, id: string): Row {
	const row = kind.table(book).get(id);
	if (!row) throw notFound();
	return row;
}

/** GET /{Plural}/{id}: an array of one, with every detail. */
export function getOne<Row extends object>(kind: Kind<Row>, operationId: string, scopes: Scopes): BookRoute {
	return {
		operationId,
		method: 'GET',
		path: `/${kind.plural}/{${kind.id}}`,
		scopes: scopes.read,
		handle: (book, request) =>
			answer(book, kind.plural, [kind.render(book, existing(kind, book, hole(request, kind.id)), 'full', unitdp(request))]),
	};
}

/** GET /{Plural} with the options of its list. */
export function getMany<Row extends object>(
	kind: Kind<Row>,
	operationId: string,
	scopes: Scopes,
	options: Parameters<typeof list<Row>>[1] = {},
): BookRoute {
	return {
		operationId,
		method: 'GET',
		path: `/${kind.plural}`,
		scopes: scopes.read,
		handle: (book, request) => list(kind, options, book, request),
	};
}

/** Every record of a kind with all details, dates in ISO. */
export function recordsOf<Row extends object>(kind: Kind<Row>): Resource['records'] {
	return (book) =>
		kind
			.table(book)
			.values()
			.map((row): Body => kind.render(book, row, 'full', 4));
}
