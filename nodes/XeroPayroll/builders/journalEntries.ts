import type { IDataObject } from 'n8n-workflow';
import type { RowFinding } from '../../shared/model/context';
import { amountIn, apart, centsOf, sumOfCents } from './cents';
import type { LineKind } from './paySlipLines';
import { centsOfLine, linesOf, paySlipFinding } from './paySlipLines';

/** A list of what lines are for, and Xero's names in it. */
export interface ItemList {
	readonly path: string;
	readonly envelope: string;
	readonly id: string;
	readonly name: string;
}

/** An account: that which a line names in a property, else its item, else that of a type in payroll's settings. */
export interface AccountPlace {
	readonly inLine?: string;
	readonly inItem?: string;
	readonly ofType?: string;
}

/** Where lines of a kind go. */
export interface JournalPlace {
	readonly kind: string;
	/** Which lines of the kind it is for: all that no place before it takes, unless said. */
	takes?(line: IDataObject): boolean;
	/** What the lines are for. */
	readonly items?: ItemList;
	readonly debit?: AccountPlace;
	readonly credit?: AccountPlace;
	/** Kind of lines that are paid out of the credit, which is less by them. */
	readonly lessKind?: string;
	/** What the rows say. `name`: that of the line, else of its item. */
	describe(line: IDataObject, name: string): string;
}

/** Where all that a country's payslips have goes. */
export interface JournalPlaces {
	readonly kinds: readonly LineKind[];
	/** In the order of rows with the same account. */
	readonly places: readonly JournalPlace[];
	readonly netPay: AccountPlace;
	/** By which of their properties lines, items and settings name accounts. */
	readonly accountBy: 'accountID' | 'code';
}

/** What payroll has besides the payslips: the items of each list by their ID in small letters, and the accounts of its settings. */
export interface PayrollSettings {
	readonly items: ReadonlyMap<ItemList, ReadonlyMap<string, IDataObject>>;
	readonly accounts: readonly IDataObject[];
}

/** An amount of a payslip on one side of an account. */
export interface JournalEntry {
	readonly paySlipID: string;
	readonly employeeID: IDataObject[string];
	/** ID or code of the account. */
	readonly account: string;
	readonly side: 'debit' | 'credit';
	readonly description: string;
	/** Place of its kind among all. */
	readonly order: number;
	/** Less than zero for what is taken back. */
	readonly cents: bigint;
}

/** What a payslip comes to in the books. */
export interface PaySlipEntries {
	readonly entries: readonly JournalEntry[];
	readonly findings: readonly RowFinding[];
}

export const idKey = (id: unknown): string => String(id).toLowerCase();

/** What is to go into a journal, before its account is known. */
interface Amount {
	readonly account: AccountPlace;
	readonly line: IDataObject;
	readonly item: IDataObject;
	readonly side: JournalEntry['side'];
	readonly description: string;
	readonly order: number;
	readonly cents: bigint;
}

/** A line with all that says where it goes. */
interface PlacedLine {
	readonly place: JournalPlace;
	readonly order: number;
	readonly line: IDataObject;
	readonly itemID: unknown;
	readonly cents: bigint;
}

/** The lines of a payslip that have a place in a journal, in the order of the places. */
export function placedLines({ kinds, places }: JournalPlaces, payslip: IDataObject): PlacedLine[] {
	return places.flatMap((place, order) => {
		const kind = kinds.find((one) => one.kind === place.kind)!;
		const before = places.slice(0, order).filter((one) => one.kind === place.kind);
		const isOwn = (line: IDataObject): boolean =>
			(place.takes?.(line) ?? true) && !before.some((one) => one.takes?.(line) ?? true);
		return linesOf(kind, payslip)
			.filter(isOwn)
			.map((line) => ({
				place,
				order,
				line,
				itemID: kind.itemID === undefined ? undefined : line[kind.itemID],
				cents: centsOfLine(line),
			}));
	});
}

/**
 * A sum shared out over amounts by their size, to the cent; no more than they come to.
 * @returns as many parts as there are amounts
 */
export function sharedOut(sum: bigint, amounts: readonly bigint[]): bigint[] {
	const whole = sumOfCents(amounts);
	if (whole <= 0n) return amounts.map(() => 0n);
	const most = sum < whole ? sum : whole;
	let reached = 0n;
	let given = 0n;
	return amounts.map((amount) => {
		reached += amount;
		const part = (most * reached) / whole - given;
		given += part;
		return part;
	});
}

/** By how many cents the credit of a line is less, as others are paid out of it. */
function lessened({ places }: JournalPlaces, lines: readonly PlacedLine[]): ReadonlyMap<PlacedLine, bigint> {
	return new Map(
		[...new Set(places.flatMap(({ lessKind }) => lessKind ?? []))].flatMap((kind) => {
			const credited = lines.filter(({ place }) => place.lessKind === kind);
			const taken = sumOfCents(lines.filter(({ place }) => place.kind === kind).map(({ cents }) => cents));
			const amounts = credited.map(({ cents }) => cents);
			return sharedOut(taken, amounts).map((part, index) => [credited[index]!, part] as const);
		}),
	);
}

/** The amounts of a payslip: of its lines on their sides, and what is paid out. */
function amountsOf(journal: JournalPlaces, { items }: PayrollSettings, payslip: IDataObject): Amount[] {
	const lines = placedLines(journal, payslip);
	const less = lessened(journal, lines);
	const ofLines = lines.flatMap((one): Amount[] => {
		const { place, order, line, itemID, cents } = one;
		const item = (place.items && items.get(place.items)?.get(idKey(itemID))) ?? {};
		const name = String(line.displayName ?? (place.items ? item[place.items.name] : undefined) ?? place.kind);
		const shared = { line, item, order, description: place.describe(line, name) };
		return [
			...(place.debit ? [{ ...shared, account: place.debit, side: 'debit' as const, cents }] : []),
			...(place.credit
				? [{ ...shared, account: place.credit, side: 'credit' as const, cents: cents - (less.get(one) ?? 0n) }]
				: []),
		];
	});
	const net = { line: {}, item: {}, order: journal.places.length, description: 'Net pay', cents: centsOf(payslip.totalPay) };
	return [...ofLines, { ...net, account: journal.netPay, side: 'credit' }];
}

/** The ID or code of an account; undefined where neither the line nor its item nor payroll's settings name one. */
function accountOf(
	{ inLine, inItem, ofType }: AccountPlace,
	{ line, item }: Pick<Amount, 'line' | 'item'>,
	accounts: readonly IDataObject[],
	by: JournalPlaces['accountBy'],
): string | undefined {
	const named = [
		inLine === undefined ? undefined : line[inLine],
		inItem === undefined ? undefined : item[inItem],
		ofType === undefined ? undefined : accounts.find(({ type }) => type === ofType)?.[by],
	];
	return named.find((one): one is string => typeof one === 'string' && one !== '');
}

/** What keeps a payslip from being whole in the books: accounts that nobody knows, and a difference between its sides. */
function findingsOf(payslip: IDataObject, unknown: readonly Amount[], entries: readonly JournalEntry[]): RowFinding[] {
	const names = [...new Set(unknown.map(({ side, description }) => `${description} (${side})`))];
	const [debits, credits] = (['debit', 'credit'] as const).map((side) =>
		sumOfCents(entries.filter((entry) => entry.side === side).map(({ cents }) => cents)),
	) as [bigint, bigint];
	const listed = names.join(', ');
	const says =
		names.length === 1
			? `the account of ${listed} is not known, and no row has it`
			: `the accounts of ${listed} are not known, and no row has them`;
	const unknownAccount = paySlipFinding(payslip, { code: 'unknownAccount', says, todo: "Look at payroll's settings in Xero" });
	const notBalanced = paySlipFinding(payslip, {
		code: 'notBalanced',
		says: `its debits come to ${apart(debits, credits)} its credits`,
		todo: 'Compare the lines of the payslip with its total pay in Xero',
		details: { difference: amountIn(debits - credits) },
	});
	return [...(names.length ? [unknownAccount] : []), ...(debits === credits ? [] : [notBalanced])];
}

/** A payslip as journal entries. What has no account is in none of them, and nothing is put in to make the sides equal: both is said. */
export function paySlipEntries(journal: JournalPlaces, settings: PayrollSettings, payslip: IDataObject): PaySlipEntries {
	const amounts = amountsOf(journal, settings, payslip)
		.filter(({ cents }) => cents !== 0n)
		.map((amount) => ({ ...amount, named: accountOf(amount.account, amount, settings.accounts, journal.accountBy) }));
	const entries = amounts.flatMap(({ named, side, description, order, cents }): JournalEntry[] =>
		named === undefined
			? []
			: [
					{
						paySlipID: String(payslip.paySlipID),
						employeeID: payslip.employeeID,
						account: named,
						side,
						description,
						order,
						cents,
					},
				],
	);
	const unknown = amounts.filter(({ named }) => named === undefined);
	return { entries, findings: findingsOf(payslip, unknown, entries) };
}
