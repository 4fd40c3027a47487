// Which documents of a period stand, and which are voided or deleted: what journals are held against.

import type { IDataObject } from 'n8n-workflow';
import type { OperationContext } from '../../shared/model/context';
import { isObject } from '../../shared/model/values';
import { isTransferSide } from '../entries/bankTransaction';
import { dayIn } from '../facts/documents';
import { minorOf } from '../facts/money';
import type { DocumentStatus } from '../folds/journalAnomalies';
import type { DayRange } from '../rows/financialYear';
import type { CallsLimit } from './callsLimit';
import type { PartOfList } from './lists';
import { dated, listOf, readList } from './lists';
import type { NotReadable } from './trialBalances';
import { notReadable } from './trialBalances';

type Part = PartOfList & {
	/** Properties with IDs that its journals may have. */
	readonly ids: readonly string[];
	/** Xero's SourceType; '' where the record has it as its Type. */
	sourceType(record: IDataObject): string;
};

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

const typeOf = (record: IDataObject): string => text(record.Type);

/** Lists of documents that have journals of their own. */
function partsOf({ from, to }: DayRange): Part[] {
	const where = dated(from, to);
	const part = (key: string, what: string, ids: readonly string[], sourceType: Part['sourceType'], query = {}): Part => ({
		list: listOf(key),
		what,
		where,
		query,
		ids,
		sourceType,
	});
	const cash = (record: IDataObject): string => (typeOf(record).startsWith('SPEND') ? 'CASHPAID' : 'CASHREC');
	return [
		part('invoice', 'invoices and bills', ['InvoiceID'], typeOf, { Statuses: 'AUTHORISED,PAID,VOIDED' }),
		part('creditNote', 'credit notes', ['CreditNoteID'], typeOf),
		part('bankTransaction', 'bank transactions', ['BankTransactionID', 'PrepaymentID', 'OverpaymentID'], cash),
		part('payment', 'payments', ['PaymentID'], ({ PaymentType }) => text(PaymentType)),
		part('manualJournal', 'manual journals', ['ManualJournalID'], () => 'MANJOURNAL'),
	];
}

/** Names of the lists whose pages `readDocumentStatuses` will count; see CallsLimit. */
export const statusLists = (days: DayRange): string[] => partsOf(days).map(({ what }) => what);

const STATES: Readonly<Record<string, DocumentStatus['state']>> = {
	AUTHORISED: 'standing',
	PAID: 'standing',
	POSTED: 'standing',
	VOIDED: 'gone',
	DELETED: 'gone',
};

/** Whether a record comes to nothing; a manual journal has no total. */
function isZero(record: IDataObject): boolean {
	const amount = record.Total ?? record.Amount;
	if (amount !== undefined) return minorOf(amount, 4) === 0n;
	return Array.isArray(record.JournalLines) && record.JournalLines.every((line) => isObject(line) && !Number(line.LineAmount));
}

function statusOf({ ids, sourceType }: Part, record: IDataObject): DocumentStatus | undefined {
	const state = STATES[text(record.Status)];
	if (state === undefined || isTransferSide(record)) return undefined;
	return {
		ids: ids.map((name) => text(record[name])).filter((id) => id !== ''),
		sourceType: sourceType(record),
		date: dayIn(record),
		number: text(record.InvoiceNumber ?? record.CreditNoteNumber),
		state,
		isZero: isZero(record),
	};
}

/** What was read of a list, or why it may not be read. */
export interface ReadStatuses {
	readonly documents: readonly DocumentStatus[];
	readonly notRead: readonly NotReadable[];
}

/** @throws TooManyCalls; NodeApiError where a list cannot be read for another reason than that the credential may not */
export async function readDocumentStatuses(
	call: Pick<OperationContext, 'listAll'>,
	days: DayRange,
	limit: CallsLimit,
): Promise<ReadStatuses> {
	const read = await Promise.all(
		partsOf(days).map(async (part): Promise<ReadStatuses> => {
			try {
				const records = await readList(call, part, limit, (record) => ({ document: statusOf(part, record) }));
				return { documents: records.flatMap(({ document }) => document ?? []), notRead: [] };
			} catch (cause) {
				return { documents: [], notRead: [notReadable(cause, part.list.scope)] };
			}
		}),
	);
	return { documents: read.flatMap(({ documents }) => documents), notRead: read.flatMap(({ notRead }) => notRead) };
}
