import type { IDataObject } from 'n8n-workflow';
import { rows } from '../../shared/inputs/collections';
import { record } from '../../shared/inputs/locators';
import type { Choice } from '../../shared/inputs/scalars';
import { choice, flag, number, text } from '../../shared/inputs/scalars';
import type { ListOption } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { create, get, list, setStatus, update, upsert, without } from '../../shared/operations/crud';
import { amountsAre, issueDate, joined, sourceUrl, wordsFor } from '../fields/document';
import { dated } from '../fields/filters';
import { accountCode, existing, taxType } from '../fields/pickers';
import { tracking } from '../fields/tracking';
import { is, modifiedSince, quoted, raw } from '../../shared/inputs/where';
import { APPROVED, DELETED, VOIDED } from '../notices';
import { attachments } from '../operations/attachments';
import { history } from '../operations/history';
import { noTaxWithout } from '../taxBasis';

const STATUSES: readonly Choice[] = [
	['DRAFT', 'Draft'],
	['POSTED', 'Posted'],
	['DELETED', 'Deleted'],
	['VOIDED', 'Voided'],
	['ARCHIVED', 'Archived'],
];
const WORDS = wordsFor(STATUSES);

const line = ({ ManualJournalID, Date, Narration, Status }: IDataObject): ListOption => ({
	name: joined([Date, Narration, WORDS[String(Status)] ?? Status]),
	value: String(ManualJournalID),
});

/** Several journals of one change go in one request. */
const many = { batchPath: '/ManualJournals', batchSize: 50, perElement: true } as const;
const CHANGES = ['updateManualJournal', 'updateOrCreateManualJournals'];
const OF = ['Narration', 'LineAmountTypes', 'JournalLines'];
const PANEL = ['Narration', 'Date', 'LineAmountTypes', 'JournalLines', 'Status'];

export const manualJournal = resource({
	key: 'manualJournal',
	name: 'Manual Journal',
	plural: 'Manual Journals',
	description: 'Debits and credits entered by hand',
	path: 'ManualJournals',
	id: 'ManualJournalID',
	scope: 'accounting.manualjournals',
	simplified: [
		'ManualJournalID',
		'Narration',
		'Date',
		'Status',
		'LineAmountTypes',
		'ShowOnCashBasisReports',
		'HasAttachments',
		'Url',
		'UpdatedDateUTC',
	],
	linesField: 'JournalLines',
	documentKeyDefault: 'Reference',
	fields: {
		Narration: text('Narration', { placeholder: 'e.g. Depreciation in March' }),
		JournalLines: rows(
			'Journal Lines',
			'Line',
			{
				Description: text('Description', { rows: 2 }),
				AccountCode: accountCode('Account'),
				TaxType: taxType(),
				Tracking: tracking,
				LineAmount: number('Amount', { blank: '', description: 'A debit above zero, a credit below' }),
			},
			{
				inOrder: true,
				foldedName: 'More',
				folded: {
					AccountID: record('Account Without Code', 'activeAccount'),
					TaxAmount: number('Tax Amount', { blank: '', description: 'Xero calculates it when left out' }),
				},
			},
		),
		Date: issueDate,
		LineAmountTypes: amountsAre,
		ShowOnCashBasisReports: flag('Show on Cash Basis Reports', 'Whether cash basis reports show it, which is so when left out'),
		Status: choice('Status', STATUSES.slice(0, 2), { description: 'Draft when left out' }),
		Url: sourceUrl,
	},
	panel: PANEL,
	searchOrder: 'Date DESC',
	listOptions: { manualJournal: (journal) => [line(journal)] },
	operations: (journal) => ({
		create: create(journal, 'createManualJournals', OF, { ...noTaxWithout, batchSize: 50, perElement: true }),
		upsert: upsert(journal, 'updateOrCreateManualJournals', OF, 'its ID only, and creates another without one', {
			...noTaxWithout,
			identity: ['ManualJournalID'],
			optional: { ManualJournalID: existing('Manual Journal ID'), ...without(journal.fields, [...OF, 'Date']) },
			batchSize: 50,
			perElement: true,
		}),
		get: get(journal, 'getManualJournal'),
		getAll: list(
			journal,
			'getManualJournals',
			{
				...dated,
				Narration: quoted('Narration', 'Narration'),
				Status: is('Status', 'Status', STATUSES),
				...modifiedSince,
				...raw,
			},
			{ by: 'page', size: 1000 },
		),
		update: update(journal, CHANGES, { ...many, leave: ['Status'] }),
		post: setStatus(journal, CHANGES, 'Post', { Status: 'POSTED' }, 'Post a draft, so that reports include it', {
			...many,
			notice: APPROVED,
		}),
		void: setStatus(journal, CHANGES, 'Void', { Status: 'VOIDED' }, 'Void a posted manual journal', {
			...many,
			notice: VOIDED,
		}),
		delete: setStatus(journal, CHANGES, 'Delete', { Status: 'DELETED' }, 'Delete a draft', {
			...many,
			notice: DELETED,
		}),
		...attachments(journal, {
			get: 'getManualJournalAttachments',
			byId: 'getManualJournalAttachmentById',
			byName: 'getManualJournalAttachmentByFileName',
			create: 'createManualJournalAttachmentByFileName',
			replace: 'updateManualJournalAttachmentByFileName',
		}),
		...history(journal, { get: 'getManualJournalsHistory', create: 'createManualJournalHistoryRecord' }),
	}),
});
