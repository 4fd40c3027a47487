import type { IDataObject } from 'n8n-workflow';
import { rows } from '../../shared/inputs/collections';
import { choice, text } from '../../shared/inputs/scalars';
import type { RefusalDetails } from '../../shared/model/context';
import type { Field } from '../../shared/model/field';
import { isBlank } from '../../shared/model/sameValue';
import { objectsIn } from '../../shared/model/values';
import { amount, inWords, pay, plainId } from './inputs';
import type { LineKind } from './paySlipLines';
import { personal } from './personalData';

/** Columns of a row that a line may have. */
export type Column = 'numberOfUnits' | 'ratePerUnit' | 'percentage' | 'amount' | 'description';

/** Lines of a kind that Xero takes back. */
export interface WrittenKind extends Pick<LineKind, 'kind' | 'list'> {
	/** Property by which lines of the kind are told apart. */
	readonly id: string;
	/** Property of a line for each column that it has. */
	readonly columns: Readonly<Partial<Record<Column, string>>>;
	/** Xero works its amount out: what is not given of a line stays as it was. */
	readonly isByXero?: true;
	/** What else there is to say of a line: of one that is new, or that has figures of another kind than before. */
	finish?(line: IDataObject, row: IDataObject, before: IDataObject | undefined): IDataObject;
}

/** How a country names what lines come to. */
export interface Figures {
	readonly amounts: readonly string[];
	readonly factors: Readonly<Record<'numberOfUnits' | 'ratePerUnit' | 'percentage', string>>;
}

const FACTORS = ['numberOfUnits', 'ratePerUnit', 'percentage'] as const;

/** The rows of which lines are made. */
export const linesField = (kinds: readonly WrittenKind[]): Field<IDataObject[]> =>
	rows('Lines', 'Line', {
		kind: choice(
			'Kind',
			inWords([...new Set(kinds.map(({ kind }) => kind))]).map(
				([code, name]) => [code, name.charAt(0).toUpperCase() + name.slice(1)] as const,
			),
		),
		itemID: plainId('Item ID', { description: 'Of the rate, deduction, leave type or tax line that the line is for' }),
		numberOfUnits: amount('Number of Units', { min: -100_000 }),
		ratePerUnit: pay('Rate per Unit'),
		amount: pay('Amount', { description: 'A fixed amount, where the line is not units at a rate' }),
		percentage: amount('Percentage', { max: 100 }),
		description: personal(text('Description')),
	});

/** What becomes of the lines that are not given; `replaced` says which are removed. */
export const otherLinesField = (replaced: string): Field<string> => ({
	...choice('Other Lines', [
		['keep', 'Keep', 'Lines of the same kind and item are changed, all others stay'],
		['replace', 'Replace', replaced],
	]),
	write: () => undefined,
});

/** A line without the figures that the ones given take the place of. */
function withoutOldFigures(row: IDataObject, before: IDataObject, { amounts, factors }: Figures): IDataObject {
	const isGiven = (name: string): boolean => row[name] !== undefined;
	const hasFactors = FACTORS.some(isGiven);
	const gone = [
		...(isGiven('amount') || hasFactors ? amounts : []),
		...(isGiven('amount') && !hasFactors ? Object.values(factors) : []),
	];
	return Object.fromEntries(Object.entries(before).filter(([name]) => !gone.includes(name)));
}

/** A given row over the line that it changes, or as a new one. */
function lineOf(kind: WrittenKind, row: IDataObject, before: IDataObject | undefined, figures: Figures): IDataObject {
	const columns = Object.entries(kind.columns).filter(([column]) => row[column] !== undefined);
	const given = Object.fromEntries(columns.map(([column, name]) => [name, row[column]]));
	const own = { ...given, ...(row.itemID === undefined ? {} : { [kind.id]: row.itemID }) };
	const kept = before && (kind.isByXero ? before : withoutOldFigures(row, before, figures));
	const line = { ...kept, ...own };
	return kind.finish?.(line, row, before) ?? line;
}

const sameID = (one: unknown, other: unknown): boolean => String(one).toLowerCase() === String(other).toLowerCase();

const isLineOf =
	({ id }: WrittenKind, { itemID }: IDataObject) =>
	(line: IDataObject): boolean =>
		itemID !== undefined && sameID(line[id], itemID);

const withoutNulls = (record: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== undefined));

/** All lines of a kind with the given rows among them. */
export function changedList(
	kind: WrittenKind,
	figures: Figures,
	payslip: IDataObject,
	given: readonly IDataObject[],
	keeps: boolean,
): IDataObject[] {
	const before = objectsIn(payslip[kind.list]).map(withoutNulls);
	const own = given.filter((row) => row.kind === kind.kind);
	const left = keeps ? before.filter((line) => !own.some((row) => isLineOf(kind, row)(line))) : [];
	return [...left, ...own.map((row) => lineOf(kind, row, before.find(isLineOf(kind, row)), figures))];
}

const COLUMNS: Readonly<Record<Column, string>> = {
	numberOfUnits: 'Number of Units',
	ratePerUnit: 'Rate per Unit',
	percentage: 'Percentage',
	amount: 'Amount',
	description: 'Description',
};

/** A given value that lines of its kind do not have, and that would be lost; undefined where all can be sent. */
export function strangeColumn(kinds: readonly WrittenKind[], given: readonly IDataObject[]): RefusalDetails | undefined {
	for (const [index, row] of given.entries()) {
		const kind = kinds.find((one) => one.kind === row.kind);
		const column = (Object.keys(COLUMNS) as Column[]).find((name) => !isBlank(row[name]) && kind?.columns[name] === undefined);
		if (kind && column)
			return {
				place: [`Line ${index + 1}`, COLUMNS[column]],
				says: 'is nothing that a line of this kind has',
				todo: `It can have ${Object.keys(kind.columns)
					.map((name) => COLUMNS[name as Column])
					.join(', ')}`,
			};
	}
	return undefined;
}

/**
 * A given row that stands for several lines of the payslip, or the second one for a line: Xero has no ID by which they are told apart;
 * undefined where none does.
 */
export function ambiguity(
	kinds: readonly WrittenKind[],
	payslip: IDataObject,
	given: readonly IDataObject[],
	todo: string,
): RefusalDetails | undefined {
	const there = (row: IDataObject): number =>
		kinds
			.filter(({ kind }) => kind === row.kind)
			.reduce((sum, kind) => sum + objectsIn(payslip[kind.list]).filter(isLineOf(kind, row)).length, 0);
	const isSecond = (row: IDataObject, at: number): boolean =>
		given.slice(0, at).some(({ kind, itemID }) => kind === row.kind && sameID(itemID, row.itemID));
	const unclear = given.findIndex((row, at) => there(row) > 1 || (there(row) === 1 && isSecond(row, at)));
	if (unclear < 0) return undefined;
	const row = given[unclear]!;
	return {
		place: [`Line ${unclear + 1}`, 'Item ID'],
		value: String(row.itemID),
		says: there(row) > 1 ? 'stands for several lines of the payslip' : 'is given twice for one line of the payslip',
		todo,
	};
}
