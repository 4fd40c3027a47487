/** Tracking categories and their options. */
import type { SandboxRequest } from '../../route';
import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import type { LineRow, TrackingCategoryRow, TrackingOptionRow } from '../book/rows';
import { namedInLines } from '../documents/codeUses';
import { Findings, Input } from '../resource/input';
import { kindOf } from '../resource/kind';
import { list } from '../resource/list';
import { answer, type Body, broke, invalidOne, notFound } from '../resource/replies';
import { pathParameter, queryFlag } from '../resource/request';
import { answerOne, getOne, recordOf, resourceOf, writeSingle } from '../resource/routes';
import { elements, writeOne } from '../resource/writing';

/** Xero's limits: active categories of an organisation, and options of a category. */
const CATEGORIES = 2;
const OPTIONS = 100;

const kind = kindOf<TrackingCategoryRow>('TrackingCategory', {
	plural: 'TrackingCategories',
	table: (book) => book.trackingCategories,
	without: ['Option', 'TrackingOptionID'],
	render: (_book, row) => withOptions(row, true),
});

function withOptions(row: TrackingCategoryRow, archived: boolean): Body {
	const options = row.Options.filter((option) => option.Status === 'ACTIVE' || (archived && option.Status === 'ARCHIVED'));
	return { Name: row.Name, Status: row.Status, TrackingCategoryID: row.TrackingCategoryID, Options: options.map(renderOption) };
}

function renderOption(option: TrackingOptionRow): Body {
	const { Status } = option;
	const flags = {
		HasValidationErrors: false,
		IsDeleted: Status === 'DELETED',
		IsArchived: Status === 'ARCHIVED',
		IsActive: Status === 'ACTIVE',
	};
	return { TrackingOptionID: option.TrackingOptionID, Name: option.Name, Status, ...flags };
}

function live(book: Book): TrackingCategoryRow[] {
	return book.trackingCategories.values().filter((row) => row.Status !== 'DELETED');
}

/** A category by its id or its name, unless it was deleted. */
export function trackingCategory(book: Book, id: string | undefined, name: string | undefined): TrackingCategoryRow | undefined {
	return live(book).find((row) =>
		id !== undefined ? row.TrackingCategoryID === id : name !== undefined && fold(row.Name) === fold(name),
	);
}

/** An option of a category by its id or its name, unless it was deleted. */
export function trackingOption(
	row: TrackingCategoryRow,
	id: string | undefined,
	name: string | undefined,
): TrackingOptionRow | undefined {
	return row.Options.find(
		(option) =>
			option.Status !== 'DELETED' &&
			(id !== undefined ? option.TrackingOptionID === id : name !== undefined && fold(option.Name) === fold(name)),
	);
}

/** The name that is sent. @throws 500 when it ends in a blank, as users of Xero have found */
function name(input: Input, taken: (name: string) => boolean, what: string): string {
	const text = input.text('Name', 100) ?? '';
	if (/\S\s+$/.test(text)) throw broke();
	if (text.trim() === '') input.fail('The Name field must be specified.');
	else if (taken(text)) input.fail(`A tracking ${what} with the name '${text}' already exists.`);
	return text;
}

function create(book: Book, input: Input): TrackingCategoryRow | undefined {
	const title = name(input, (text) => trackingCategory(book, undefined, text) !== undefined, 'category');
	const active = live(book).filter((row) => row.Status === 'ACTIVE').length;
	if (active >= CATEGORIES)
		input.fail(`There are already ${CATEGORIES} active tracking categories. Archive or delete one of them first.`);
	if (input.findings.failed) return undefined;
	return book.trackingCategories.put({ TrackingCategoryID: book.newId(), Name: title, Status: 'ACTIVE', Options: [] });
}

function change(book: Book, row: TrackingCategoryRow, input: Input): TrackingCategoryRow | undefined {
	const status = input.choice('Status', ['ACTIVE', 'ARCHIVED']) ?? row.Status;
	const other = (text: string) => live(book).some((one) => one !== row && fold(one.Name) === fold(text));
	const title = input.given('Name') ? name(input, other, 'category') : row.Name;
	const active = live(book).filter((one) => one.Status === 'ACTIVE' && one !== row).length;
	if (status === 'ACTIVE' && active >= CATEGORIES) input.fail(`There are already ${CATEGORIES} active tracking categories.`);
	return input.findings.failed ? undefined : book.trackingCategories.put({ ...row, Name: title, Status: status });
}

function category(book: Book, request: SandboxRequest): TrackingCategoryRow {
	const row = recordOf(kind, book, request);
	if (row.Status === 'DELETED') throw notFound();
	return row;
}

/** Writes one option of a bare body and answers with it. @throws 400 with the sentences */
function writeOption(book: Book, body: unknown, write: (input: Input) => TrackingOptionRow) {
	const element = elements(body, 'Options', 'TrackingOption')[0] ?? {};
	const findings = new Findings();
	const option = write(new Input(element, findings));
	const [error] = findings.errors;
	if (error) throw invalidOne(element, error.message);
	return answer(book, 'Options', [renderOption(option)]);
}

function saveOption(book: Book, row: TrackingCategoryRow, option: TrackingOptionRow): TrackingOptionRow {
	const others = row.Options.filter((one) => one.TrackingOptionID !== option.TrackingOptionID);
	book.trackingCategories.put({ ...row, Options: [...others, option].sort((a, b) => a.Name.localeCompare(b.Name, 'en')) });
	return option;
}

function option(row: TrackingCategoryRow, request: SandboxRequest): TrackingOptionRow {
	const found = trackingOption(row, pathParameter(request, 'TrackingOptionID').toLowerCase(), undefined);
	if (!found) throw notFound();
	return found;
}

/** Throws when documents or journals name a category or option. @throws 400 */
function refuseUsed(book: Book, what: 'category' | 'option', id: string, body: Body): void {
	const posted = [book.journals, book.manualJournals].some((table) => table.all('option', id).length > 0);
	if (posted || namedInLines(book, 'option', id))
		throw invalidOne(body, `The tracking ${what} cannot be deleted as it is used by transactions. Archive it instead.`);
}

/** The tracking of a line with the names it has now. */
export function trackingOf(book: Book, tracking: LineRow['Tracking']): Body[] {
	return tracking.map((one) => {
		const row = trackingCategory(book, one.TrackingCategoryID, undefined);
		const chosen = row && trackingOption(row, one.TrackingOptionID, undefined);
		return { Name: row?.Name, Option: chosen?.Name, ...one };
	});
}

export const trackingCategories = resourceOf(kind, {
	getTrackingCategories(book, request, operation) {
		const archived = queryFlag(request, 'includeArchived');
		const keep = () => (row: TrackingCategoryRow) => row.Status === 'ACTIVE' || (archived && row.Status === 'ARCHIVED');
		return list({ ...kind, render: (_book, row) => withOptions(row, archived) }, { keep }, book, request, operation);
	},
	createTrackingCategory: writeSingle(kind, create),
	getTrackingCategory: getOne(kind),
	updateTrackingCategory(book, request) {
		const row = category(book, request);
		return writeOne(kind, book, request, (input) => change(book, row, input));
	},
	deleteTrackingCategory(book, request) {
		const row = category(book, request);
		refuseUsed(book, 'category', row.TrackingCategoryID, withOptions(row, true));
		return answerOne(kind, book, book.trackingCategories.put({ ...row, Status: 'DELETED', Options: [] }));
	},
	createTrackingOptions(book, request) {
		const row = category(book, request);
		return writeOption(book, request.body, (input) => {
			const title = name(input, (text) => trackingOption(row, undefined, text) !== undefined, 'option');
			const count = row.Options.filter((one) => one.Status !== 'DELETED').length;
			if (count >= OPTIONS) input.fail(`A tracking category must have no more than ${OPTIONS} options.`);
			return saveOption(book, row, { TrackingOptionID: book.newId(), Name: title, Status: 'ACTIVE' });
		});
	},
	updateTrackingOptions(book, request) {
		const row = category(book, request);
		const before = option(row, request);
		return writeOption(book, request.body, (input) => {
			const taken = (text: string) => ![undefined, before].includes(trackingOption(row, undefined, text));
			const title = input.given('Name') ? name(input, taken, 'option') : before.Name;
			const status = input.choice('Status', ['ACTIVE', 'ARCHIVED']) ?? before.Status;
			return saveOption(book, row, { ...before, Name: title, Status: status });
		});
	},
	deleteTrackingOptions(book, request) {
		const row = category(book, request);
		const before = option(row, request);
		refuseUsed(book, 'option', before.TrackingOptionID, renderOption(before));
		return answer(book, 'Options', [renderOption(saveOption(book, row, { ...before, Status: 'DELETED' }))]);
	},
});
