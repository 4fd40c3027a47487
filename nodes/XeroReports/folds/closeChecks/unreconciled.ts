// Bank accounts with something that is not reconciled.

import { sum } from '../../facts/money';
import type { CloseFacts } from './closeFacts';
import { accountText } from './closeFacts';
import type { CheckOutcome, CloseFinding } from './findings';
import { byDateAndId, counted } from './findings';
import type { UnreconciledItem } from './unreconciledItems';

const NOT_IN_API = 'Statement lines are not in the API: this does not say that the bank agrees';

/** What all of some have in common; null where they differ. */
const shared = (values: ReadonlyArray<string | null>): string | null => (new Set(values).size === 1 ? (values[0] ?? null) : null);

function findingOf(items: readonly UnreconciledItem[]): CloseFinding {
	const sorted = [...items].sort((a, b) => byDateAndId(a.record, b.record));
	const [{ account, record: oldest }] = sorted as [UnreconciledItem, ...UnreconciledItem[]];
	const known = sorted.flatMap(({ amount }) => amount ?? []);
	const missing = sorted.length - known.length;
	const contactId = shared(sorted.map((item) => item.contactId));
	const rates = missing === 0 ? '' : `; ${missing} without a rate are not in the sum`;
	return {
		severity: 'warning',
		count: sorted.length,
		amount: known.length === 0 ? null : sum(known),
		account,
		contactId,
		contactName: contactId === null ? null : (sorted[0]?.contactName ?? null),
		records: sorted.map(({ record }) => record),
		text: `${accountText(account)}: ${counted(sorted.length, 'item')} not reconciled, the oldest of ${oldest.date}${rates}`,
	};
}

/** One finding for each bank account, cards among them. */
export function unreconciled({ unreconciled: items, asOf }: CloseFacts): CheckOutcome {
	const byAccount = new Map<string, UnreconciledItem[]>();
	for (const item of items) {
		if (item.record.date > asOf) continue;
		const of = byAccount.get(item.account.id);
		if (of) of.push(item);
		else byAccount.set(item.account.id, [item]);
	}
	return { findings: [...byAccount.values()].map(findingOf), notes: [NOT_IN_API] };
}
