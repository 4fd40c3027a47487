// The item of a document, credit or early payment in an aged report (section 4.1).

import type { IDataObject } from 'n8n-workflow';
import type { Decimal } from '../../shared/model/decimal';
import { asNumber, rounded } from '../../shared/model/decimal';
import { amountOf } from '../facts/money';
import type { AgedLine, AgedOptions } from './aged';
import type { RowHead } from './rows';

/** Decimals of a rate in rows: an implied one has more than anyone wants to see. */
const SHOWN_DECIMALS = 10;

const rateOf = (rate: Decimal | undefined): number | null =>
	rate === undefined ? null : asNumber(rounded(rate, SHOWN_DECIMALS));

const orNull = (value: bigint | undefined, decimals: number): number | null =>
	value === undefined ? null : amountOf(value, decimals);

const labelOf = (bucket: number | null, labels: readonly string[]): string =>
	bucket === null ? 'Credits' : (labels[bucket] ?? '');

/** What the rate of the day adds to the value at the document's own; undefined where one of them is not known. */
export const unrealisedOf = ({ atDocumentRate, atAsOfRate }: AgedLine): bigint | undefined =>
	atDocumentRate === undefined || atAsOfRate === undefined ? undefined : atAsOfRate - atDocumentRate;

/**
 * The item of a line.
 * @param labels from `bucketLabels`
 */
export function documentRow(
	head: RowHead,
	line: AgedLine,
	{ asOf, baseDecimals }: AgedOptions,
	labels: readonly string[],
): IDataObject {
	const { outstanding, documentType, date, days, bucket, asOfRate } = line;
	const { document, amount } = outstanding;
	const early = outstanding.kind === 'earlyPayment' ? outstanding.settlement : undefined;
	const open = outstanding.kind === 'document' ? outstanding : undefined;
	return {
		report: head.report,
		rowType: 'row',
		organisationId: head.organisationId,
		level: 'document',
		contactId: document.contactId,
		contactName: document.contactName,
		documentType,
		documentId: document.id,
		paymentId: early?.kind === 'payment' ? early.id : null,
		allocationId: early?.kind === 'allocation' ? early.id : null,
		number: document.number,
		reference: document.reference,
		date,
		dueDate: early ? null : document.dueDate,
		days,
		bucket,
		bucketLabel: labelOf(bucket, labels),
		currency: document.currency,
		total: early ? null : amountOf(document.total, document.decimals),
		outstanding: amountOf(amount, document.decimals),
		amount: orNull(line.value, baseDecimals),
		amountAt: line.value === undefined ? null : line.valuedAt,
		baseDocumentRate: orNull(line.atDocumentRate, baseDecimals),
		baseAsOfRate: orNull(line.atAsOfRate, baseDecimals),
		unrealised: orNull(unrealisedOf(line), baseDecimals),
		rate: rateOf(document.rate),
		asOfRate: rateOf(asOfRate?.rate),
		asOfRateSource: asOfRate?.source ?? null,
		asOfRateQuality: asOfRate?.quality ?? null,
		rateMissing: document.rate === undefined,
		overSettled: open?.overSettled ?? false,
		mismatch: open?.mismatch ?? false,
		outstandingByPayments: open ? amountOf(open.byPayments, document.decimals) : null,
		asOf,
	};
}
