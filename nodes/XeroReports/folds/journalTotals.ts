// What lines of journals come to, on each account and on all.

import type { IDataObject } from 'n8n-workflow';
import type { JournalLine } from '../facts/journals';
import { amountOf, sum } from '../facts/money';
import type { JournalView } from './journalView';
import { journalHead } from './journalView';
import { accountKeys } from './transactionRows';

/** What a line of a journal moves on its account. */
export type Moving = Pick<JournalLine, 'accountId' | 'net'>;

function byAccount(lines: readonly Moving[]): Map<string, Moving[]> {
	const accounts = new Map<string, Moving[]>();
	for (const line of lines) {
		const own = accounts.get(line.accountId);
		if (own) own.push(line);
		else accounts.set(line.accountId, [line]);
	}
	return accounts;
}

function totalRow(accountId: string | null, lines: readonly Moving[], view: JournalView): IDataObject {
	const amount = (of: readonly bigint[]): number => amountOf(sum(of), view.decimals);
	const nets = lines.map(({ net }) => net);
	return {
		...journalHead(view, 'total'),
		level: accountId === null ? 'grand' : 'account',
		...accountKeys(accountId ?? '', view.accounts.byId.get(accountId ?? '')),
		debit: amount(nets.filter((net) => net > 0n)),
		credit: amount(nets.filter((net) => net < 0n).map((net) => -net)),
		net: amount(nets),
		from: view.from,
		to: view.to,
	};
}

/** What lines come to, on each account by code, and on all. */
export function totalRows(lines: readonly Moving[], view: JournalView): IDataObject[] {
	if (view.totals === 'none') return [];
	const grand = totalRow(null, lines, view);
	if (view.totals === 'grand') return [grand];
	const code = (id: string): string => `${view.accounts.byId.get(id)?.code || '~'} ${id}`;
	const accounts = [...byAccount(lines)].sort(([a], [b]) => (code(a) < code(b) ? -1 : 1));
	return [...accounts.map(([id, own]) => totalRow(id, own, view)), grand];
}
