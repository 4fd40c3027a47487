import groupBy from 'lodash/groupBy';
import type { OutputItem, RowFinding } from '../../shared/model/context';
import { amountIn, sumOfCents } from './cents';
import type { JournalEntry, PaySlipEntries } from './journalEntries';
import { idKey } from './journalEntries';

/** What is known of an account. */
export interface AccountNames {
	/** That by which entries name it, unless said. */
	readonly id?: string | null;
	readonly code: string | null;
	readonly name: string | null;
}

/** By code as people count, those without one last. */
const byCode = (a: string | null, b: string | null): number =>
	a === null || b === null ? Number(a === null) - Number(b === null) : a.localeCompare(b, 'en', { numeric: true });

/** What a row is told of: what concerns its payslips, or all of it where a payslip has no row of its own. */
function told(group: readonly JournalEntry[], paySlips: readonly PaySlipEntries[], isByEmployee: boolean): RowFinding[] {
	const own = new Set(group.map(({ employeeID }) => employeeID));
	return paySlips
		.filter(({ entries: [first] }) => !isByEmployee || first === undefined || own.has(first.employeeID))
		.flatMap(({ findings }) => findings);
}

/**
 * Entries of payslips as rows: one for each account, side and description, and for each employee where that is asked for, sorted by code.
 * Amounts have two decimals; one below zero stays on its side. What is wrong with a payslip is said in the rows it is part of.
 * @param names accounts by what entries name them by, in small letters
 */
export function journalRows(
	paySlips: readonly PaySlipEntries[],
	names: ReadonlyMap<string, AccountNames>,
	isByEmployee: boolean,
): OutputItem[] {
	const groups = groupBy(
		paySlips.flatMap(({ entries }) => entries),
		({ account, side, description, employeeID }) =>
			JSON.stringify([idKey(account), side, description, isByEmployee ? employeeID : null]),
	);
	const rows = Object.values(groups).flatMap((group) => {
		const [first] = group as [JournalEntry, ...JournalEntry[]];
		const { id = first.account, code = null, name = null } = names.get(idKey(first.account)) ?? {};
		const cents = sumOfCents(group.map((entry) => entry.cents));
		return cents === 0n ? [] : [{ group, first, id, code, name, amount: amountIn(cents) }];
	});
	rows.sort((a, b) => byCode(a.code, b.code) || a.first.order - b.first.order);
	return rows.map(({ group, first, id, code, name, amount }) => {
		const { side, description, employeeID } = first;
		const findings = told(group, paySlips, isByEmployee);
		return {
			json: {
				accountID: id,
				accountCode: code,
				accountName: name,
				description,
				debit: side === 'debit' ? amount : 0,
				credit: side === 'credit' ? amount : 0,
				...(isByEmployee ? { employeeID } : {}),
			},
			...(findings.length ? { findings } : {}),
		};
	});
}
