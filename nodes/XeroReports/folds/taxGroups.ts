// Tax by rate, or by where rates stand on a return.

import type { Decimal } from '../../shared/model/decimal';
import { sum } from '../facts/money';
import type { TaxSide } from '../facts/taxRates';
import { taxAt } from '../facts/taxRates';
import type { TaxLine } from './taxLines';

/** What groups stand for: each rate, or each ReportTaxType. */
export type GroupBy = 'taxType' | 'reportTaxType';

/** Lines of one rate, or of all rates of one ReportTaxType, on one side; minor units of the base currency. */
export interface TaxGroup {
	readonly side: TaxSide;
	/** Null where the lines are of several rates, or name none. */
	readonly taxType: string | null;
	readonly taxName: string | null;
	readonly reportTaxType: string | null;
	/** Null where the lines are of several percentages. */
	readonly percent: Decimal | null;
	readonly net: bigint;
	readonly tax: bigint;
	/** Net × rate, rounded once for each rate; null where no rate says it. */
	readonly expectedTax: bigint | null;
	readonly notional: boolean;
	readonly lines: readonly TaxLine[];
}

const keyOf = ({ side, rate, entry }: TaxLine, groupBy: GroupBy): string =>
	`${side} ${groupBy === 'taxType' ? (entry.taxType ?? '') : (rate?.reportTaxType ?? '')}`;

function parted(lines: readonly TaxLine[], key: (line: TaxLine) => string): TaxLine[][] {
	const parts = new Map<string, TaxLine[]>();
	for (const line of lines) {
		const part = parts.get(key(line));
		if (part) part.push(line);
		else parts.set(key(line), [line]);
	}
	return [...parts.values()];
}

const netOf = (lines: readonly TaxLine[]): bigint => sum(lines.map(({ net }) => net));

/** What the rates say the tax of lines is: each rate's net once, so that roundings of single lines do not add up. */
function expectedTaxOf(lines: readonly TaxLine[]): bigint | null {
	const expected = parted(lines, ({ entry }) => entry.taxType ?? '').flatMap((ofRate) => {
		const known = ofRate.filter((line) => line.expectedTax !== null);
		const percent = known[0]?.rate?.percent;
		return percent === undefined ? [] : [taxAt(netOf(known), percent)];
	});
	return expected.length > 0 ? sum(expected) : null;
}

/** The one value that all have; null where they differ. */
const shared = <T>(values: readonly T[]): T | null => (values.every((one) => one === values[0]) ? (values[0] ?? null) : null);

const writtenPercent = ({ rate }: TaxLine): string => (rate?.percent ? `${rate.percent.digits}e-${rate.percent.decimals}` : '');

function groupOf(lines: readonly TaxLine[]): TaxGroup {
	const [first] = lines as readonly [TaxLine, ...TaxLine[]];
	return {
		side: first.side,
		taxType: shared(lines.map(({ entry }) => entry.taxType)),
		taxName: shared(lines.map(({ rate }) => rate?.name ?? null)),
		reportTaxType: shared(lines.map(({ rate }) => rate?.reportTaxType ?? null)),
		percent: shared(lines.map(writtenPercent)) === null ? null : (first.rate?.percent ?? null),
		net: netOf(lines),
		tax: sum(lines.map(({ tax }) => tax)),
		expectedTax: expectedTaxOf(lines),
		notional: lines.every(({ notional }) => notional),
		lines,
	};
}

const orderOf = ({ side, reportTaxType, taxType }: TaxGroup): string =>
	`${side === 'sales' ? 0 : 1} ${reportTaxType ?? '~'} ${taxType ?? '~'}`;

const inOrder = (a: TaxGroup, b: TaxGroup): number => (orderOf(a) < orderOf(b) ? -1 : Number(orderOf(a) > orderOf(b)));

/** Lines by rate or by ReportTaxType: sales before purchases, each side by ReportTaxType, then by TaxType. */
export const taxGroupsOf = (lines: readonly TaxLine[], groupBy: GroupBy): TaxGroup[] =>
	parted(lines, (line) => keyOf(line, groupBy))
		.map(groupOf)
		.sort(inOrder);
