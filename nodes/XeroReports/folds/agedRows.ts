// The items of an aged report: documents, contacts, totals, what could not be valued, and checks (sections 2.5 and 4.1).

import type { IDataObject } from 'n8n-workflow';
import { alphabetically } from '../../shared/model/values';
import { amountOf, sum } from '../facts/money';
import type { AgedLine, AgedOptions } from './aged';
import { agedLines } from './aged';
import type { ControlAccount, TieFacts } from './agedChecks';
import { controlTie, documentsAgree } from './agedChecks';
import { documentRow, unrealisedOf } from './agedDocumentRow';
import { bucketLabels } from './aging';
import type { AsOfRates } from './asOfRates';
import type { Outstanding } from './outstanding';
import type { RowHead } from './rows';
import { checkRow } from './rows';
import type { DocumentReference } from './settlements';

/** Which items an aged report has. */
export interface AgedItems {
	readonly rows: 'documents' | 'contacts' | 'both';
	/** `group`: one for each contact, where it has no row of its own, and the grand total. */
	readonly totals: 'none' | 'group' | 'grand';
}

/** What an aged report is made of. */
export interface AgedReport {
	/** All that stands open of the side, from `outstandingAt`. */
	readonly outstanding: readonly Outstanding[];
	readonly rates: AsOfRates;
	readonly account: ControlAccount;
	/** What `documentsToRead` still names in the end: documents that could not be read. */
	readonly notRead?: readonly DocumentReference[];
}

/** The sums of some lines by bucket. */
function sums(
	lines: readonly AgedLine[],
	{ buckets, baseDecimals, baseCurrency, asOf }: AgedOptions,
	labels: readonly string[],
): IDataObject {
	const amount = (values: ReadonlyArray<bigint | undefined>): number =>
		amountOf(sum(values.map((value) => value ?? 0n)), baseDecimals);
	/** A sum that lacks something is none. */
	const known = (values: ReadonlyArray<bigint | undefined>): number | null =>
		values.includes(undefined) ? null : amount(values);
	const inBucket = (bucket: number | null): number =>
		amount(lines.filter((line) => line.bucket === bucket).map(({ value }) => value));
	return {
		documents: lines.length,
		currency: baseCurrency,
		current: inBucket(0),
		buckets: Array.from({ length: buckets.count + 1 }, (_, index) => inBucket(index + 1)),
		bucketLabels: labels.slice(1),
		credits: inBucket(null),
		total: amount(lines.map(({ value }) => value)),
		baseDocumentRate: known(lines.map(({ atDocumentRate }) => atDocumentRate)),
		baseAsOfRate: known(lines.map(({ atAsOfRate }) => atAsOfRate)),
		unrealised: known(lines.map(unrealisedOf)),
		rateMissing: lines.some(({ value }) => value === undefined),
		asOf,
	};
}

/** The lines of each contact, by name; those of a contact by date and number. */
function byContact(lines: readonly AgedLine[]): AgedLine[][] {
	const found = new Map<string, AgedLine[]>();
	for (const line of lines) {
		const { contactId } = line.outstanding.document;
		const list = found.get(contactId);
		if (list) list.push(line);
		else found.set(contactId, [line]);
	}
	const nameOf = ([first]: readonly AgedLine[]): string => first!.outstanding.document.contactName;
	const order = (a: AgedLine, b: AgedLine): number =>
		alphabetically(a.date, b.date) || alphabetically(a.outstanding.document.number, b.outstanding.document.number);
	return [...found.values()].sort((a, b) => alphabetically(nameOf(a), nameOf(b))).map((group) => group.sort(order));
}

/** What could not be valued or read, so that it is in no sum. */
function notInApiRows(head: RowHead, lines: readonly AgedLine[], { account, notRead = [] }: AgedReport): IDataObject[] {
	const row = (reason: string, more: IDataObject): IDataObject => ({
		report: head.report,
		rowType: 'notInApi',
		organisationId: head.organisationId,
		accountId: account.accountId,
		amount: null,
		reason,
		...more,
	});
	const missing = lines
		.filter(({ value }) => value === undefined)
		.map(({ outstanding: { document, amount } }) =>
			row('rateMissing', {
				contactId: document.contactId,
				contactName: document.contactName,
				documentId: document.id,
				number: document.number,
				currency: document.currency,
				outstanding: amountOf(amount, document.decimals),
			}),
		);
	const absent = { contactId: null, contactName: null, currency: null, outstanding: null };
	return [...missing, ...notRead.map(({ id, number }) => row('notRead', { ...absent, documentId: id, number }))];
}

/** The item of a contact, or of all of them: a total, but for the contact's own row. */
function sumRow(
	head: RowHead,
	level: 'contact' | 'report',
	lines: readonly AgedLine[],
	options: AgedOptions,
	labels: readonly string[],
	rowType = 'total',
): IDataObject {
	const document = level === 'contact' ? lines[0]?.outstanding.document : undefined;
	return {
		report: head.report,
		rowType,
		organisationId: head.organisationId,
		level,
		contactId: document?.contactId ?? null,
		contactName: document?.contactName ?? null,
		...sums(lines, options, labels),
	};
}

/** The items of an aged report: contact by contact, then the grand total, what is in no sum, and the checks. */
export function agedRows(
	report: AgedReport,
	options: AgedOptions,
	{ rows, totals }: AgedItems,
	organisationId: string | null,
): IDataObject[] {
	const head = { report: options.side === 'receivable' ? 'agedReceivables' : 'agedPayables', organisationId };
	const labels = bucketLabels(options.buckets);
	const lines = agedLines(report.outstanding, report.rates, options);
	const contacts = byContact(lines).flatMap((group) => [
		...(rows === 'documents' ? [] : [sumRow(head, 'contact', group, options, labels, 'row')]),
		...(rows === 'contacts' ? [] : group.map((line) => documentRow(head, line, options, labels))),
		...(rows === 'documents' && totals === 'group' ? [sumRow(head, 'contact', group, options, labels)] : []),
	]);
	const facts: TieFacts = {
		side: options.side,
		baseDecimals: options.baseDecimals,
		rates: report.rates,
		account: report.account,
		onlySomeContacts: options.contacts !== null,
	};
	return [
		...contacts,
		...(totals === 'none' ? [] : [sumRow(head, 'report', lines, options, labels)]),
		...notInApiRows(head, lines, report),
		checkRow(head, controlTie(report.outstanding, facts), options.baseDecimals),
		checkRow(head, documentsAgree(report.outstanding), 0),
	];
}
