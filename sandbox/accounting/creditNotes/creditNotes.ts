/** Credit notes: filters, replies, PDF and operations. */
import type { Book } from '../book/book';
import type { CreditNoteRow } from '../book/moneyRows';
import { printedDocument } from '../documents/pdf';
import { allocationRoutes } from '../payments/allocations';
import { attachmentRoutes } from '../resource/attachmentRoutes';
import { historyRoutes } from '../resource/history';
import { getMany, getOne, resourceOf, update, write } from '../resource/routes';
import { kind } from './creditNote';
import { creditNoteWrites } from './creditNoteWrites';

const pdf = (book: Book, row: CreditNoteRow): Buffer =>
	printedDocument(book, row, {
		title: 'CREDIT NOTE',
		number: row.CreditNoteNumber,
		foot: [`Remaining credit ${row.RemainingCredit.toFixed(2)} ${row.CurrencyCode}`],
	});

export const creditNotes = resourceOf(
	kind,
	{
		getCreditNotes: getMany(kind),
		updateOrCreateCreditNotes: write(kind, creditNoteWrites.upsert),
		createCreditNotes: write(kind, creditNoteWrites.create),
		getCreditNote: getOne(kind, pdf),
		getCreditNoteAsPdf: getOne(kind, pdf),
		updateCreditNote: update(kind, creditNoteWrites.update),
	},
	attachmentRoutes(kind),
	allocationRoutes(kind),
	historyRoutes(kind),
);
