/** Documents with a status: each is described by a table of its statuses, and refused and written down by the same rules. */
import type { Book } from '../book/book';
import type { Input } from '../resource/input';
import type { Kind } from '../resource/kind';
import type { Call } from '../resource/routes';

/** The statuses of one kind of document. */
export interface Lifecycle<Status extends string> {
	/** What refusals call it: 'purchase order'. */
	readonly name: string;
	/** What a new one may be; the first one when nothing is said. */
	readonly initial: readonly Status[];
	/** Where each status may go by a request (staying is an edit), and the word that getting there has in the history. */
	readonly statuses: Readonly<Record<Status, { readonly to: readonly Status[]; readonly change: string }>>;
	/** Refusals name the step, unless the status is a last one. */
	readonly namesSteps?: boolean;
}

/** `DRAFT, SUBMITTED or AUTHORISED` */
function alternatives(words: readonly string[]): string {
	return [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(' or ');
}

/** The sentence for a change that the status of a document does not allow. */
export function notModifiable({ name }: { readonly name: string }): string {
	return `${name.charAt(0).toUpperCase()}${name.slice(1)} not of valid status for modification`;
}

/** The status that is sent. */
export function statusField<Status extends string>(input: Input, { statuses }: Lifecycle<Status>): Status | undefined {
	return input.choice('Status', Object.keys(statuses) as Status[]);
}

/** The status a document will have, with the sentence when it cannot have it. */
export function nextStatus<Status extends string>(
	input: Input,
	lifecycle: Lifecycle<Status>,
	before: Status | undefined,
): Status {
	const { name, initial, statuses, namesSteps } = lifecycle;
	const wanted = statusField(input, lifecycle);
	if (before === undefined) {
		if (wanted !== undefined && !initial.includes(wanted))
			input.fail(`A new ${name} must have the status ${alternatives(initial)}; '${wanted}' is not valid.`);
		return wanted ?? (initial[0] as Status);
	}
	const [status, { to }] = [wanted ?? before, statuses[before]];
	if (to.includes(status)) return status;
	input.fail(
		namesSteps && to.length > 0 ? `A ${name} of status ${before} cannot be changed to ${status}.` : notModifiable(lifecycle),
	);
	return status;
}

/** Writes into the history what became of a document: that it was created, and what its status, or staying in it, means. */
export function noteChange<Status extends string>(
	book: Book,
	{ initial, statuses }: Lifecycle<Status>,
	id: string,
	before: Status | undefined,
	after: Status,
	details: string,
): void {
	if (before === undefined) book.note(id, 'Created', details);
	if (before !== undefined || after !== initial[0]) book.note(id, before === after ? 'Edited' : statuses[after].change, details);
}

/** The three ways a call writes a document. */
export interface Writes<Row> {
	/** PUT: a new one; an id that exists is refused. */
	create(book: Book, input: Input, call: Call): Row | undefined;
	/** POST: the one with the id, or with the number where that counts, else a new one. */
	upsert(book: Book, input: Input, call: Call): Row | undefined;
	/** POST /{id}. */
	update(book: Book, row: Row, input: Input, call: Call): Row | undefined;
}

/** The writes of a document over one function that saves it; `numbered` finds the one that a body without id means. */
export function writesOf<Row extends object>(
	kind: Kind<Row>,
	{ name }: { readonly name: string },
	save: (book: Book, input: Input, before: Row | undefined, call: Call) => Row | undefined,
	numbered?: (book: Book, input: Input) => Row | undefined,
	unknown = `The ${name} with the specified ${kind.id} could not be found.`,
): Writes<Row> {
	const article = /^[aeiou]/.test(name) ? 'An' : 'A';
	const write: typeof save = (book, input, before, call) => {
		if (before) input.findings.id = kind.idOf(before);
		return save(book, input, before, call);
	};
	return {
		create(book, input, call) {
			const id = input.guid(kind.id);
			if (id !== undefined && kind.table(book).get(id))
				return void input.fail(`${article} ${name} with the specified ${kind.id} already exists.`);
			return write(book, input, undefined, call);
		},
		upsert(book, input, call) {
			const id = input.guid(kind.id);
			if (id === undefined) return write(book, input, numbered?.(book, input), call);
			const row = kind.table(book).get(id);
			return row ? write(book, input, row, call) : void input.fail(unknown);
		},
		update: (book, row, input, call) => write(book, input, row, call),
	};
}
