/** Journals: the ledger as Xero shows it, read only. */
import type { Reply, SandboxRequest } from '../../route';
import type { Book } from '../book/book';
import type { JournalLineRow, JournalRow } from '../book/ledgerRows';
import { modifiedSinceOf } from '../resource/list';
import { answer, type Body, notFound } from '../resource/replies';
import { invalidParameter, pathParameter, query, queryFlag } from '../resource/request';
import { type Resource, routes } from '../resource/routes';
import { fieldsOf } from '../schema';
import { trackingOf } from '../settings/trackingCategories';
import { sum } from '../values/decimal';
import { cashJournals } from './cashBasis';
import { CONVERSION } from './conversion';
import { NO_SOURCE } from './unlistedJournals';

/** Journals of these come from no document that Xero would name. */
const NAMELESS: ReadonlySet<string> = new Set([CONVERSION, NO_SOURCE]);

/** Most journals in one reply. */
const MOST = 100;

/** A line of a journal as Xero shows it; control accounts and the tax account have no tax of their own. */
function journalLine(book: Book, row: JournalLineRow): Body {
	const account = book.accounts.get(row.AccountID);
	return {
		JournalLineID: row.JournalLineID,
		AccountID: row.AccountID,
		AccountCode: account?.Code,
		AccountType: account?.Type,
		AccountName: account?.Name,
		Description: row.Description ?? '',
		NetAmount: row.NetAmount,
		GrossAmount: sum([row.NetAmount, row.TaxAmount]),
		TaxAmount: row.TaxAmount,
		...(row.TaxType === undefined ? {} : { TaxType: row.TaxType, TaxName: book.taxRates.get(row.TaxType)?.Name }),
		TrackingCategories: trackingOf(book, row.Tracking),
	};
}

/** A journal; only lists say what it comes from, and some come from no document. */
function render(book: Book, row: JournalRow, inList: boolean): Body {
	const { SourceID, SourceType, ...fields } = fieldsOf('Journal', row);
	return {
		...fields,
		...(inList && !NAMELESS.has(row.SourceType) ? { SourceID, SourceType } : {}),
		JournalLines: row.lines.map((line) => ({ ...(inList ? {} : { TaxType: '', TaxName: '' }), ...journalLine(book, line) })),
	};
}

/** Journals after the one with the number `offset`, oldest first; a client goes on until nothing comes. @throws 400 */
function page(book: Book, request: SandboxRequest): readonly JournalRow[] {
	const sent = query(request, 'offset') ?? '0';
	const offset = Number(sent);
	if (!Number.isInteger(offset) || offset < 0)
		throw invalidParameter(`'${sent}' is not a valid offset: it must be the number of a journal`);
	const time = modifiedSinceOf(request) ?? -Infinity;
	const rows = queryFlag(request, 'paymentsOnly') ? cashJournals(book) : book.journals.values();
	return rows.filter((row) => row.JournalNumber > offset && Date.parse(row.CreatedDateUTC) >= time).slice(0, MOST);
}

function one(book: Book, row: JournalRow | undefined): Reply {
	if (!row) throw notFound();
	return answer(book, 'Journals', [render(book, row, false)]);
}

export const journals: Resource = {
	plural: 'Journals',
	records: (book) => book.journals.values().map((row) => render(book, row, true)),
	routes: routes({
		getJournals(book, request) {
			const rows = page(book, request).map((row) => render(book, row, true));
			return answer(book, 'Journals', rows);
		},
		getJournal: (book, request) => one(book, book.journals.get(pathParameter(request, 'JournalID'))),
		getJournalByNumber(book, request) {
			const number = pathParameter(request, 'JournalNumber');
			return one(book, /^\d{1,9}$/.test(number) ? book.journals.first('number', String(Number(number))) : undefined);
		},
	}),
};
