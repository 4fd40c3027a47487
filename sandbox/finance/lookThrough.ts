import { divide } from '../accounting/values/decimal';
import { type Ledger, type Movement, sums, total } from './ledger';
import type { Account, Read } from './records';

const OPEN: readonly (string | undefined)[] = ['DEBTORS', 'CREDITORS'];

/** Whether an account only says what is still to be paid. */
const isOpen = ({ SystemAccount }: Account): boolean => OPEN.includes(SystemAccount);

/**
 * Movements in which debtors and creditors give way, where a payment stands on them, to the accounts of the document it pays, in the
 * shares in which the document stands on these. The last account takes what rounding leaves, so that every journal still balances.
 */
export function lookThrough({ movements }: Ledger, read: Read): readonly Movement[] {
	const documents = new Map(read('Payments').map(({ PaymentID, Invoice }) => [PaymentID, Invoice?.InvoiceID]));
	const bySource = new Map<string, Movement[]>();
	for (const one of movements) bySource.set(one.sourceId, [...(bySource.get(one.sourceId) ?? []), one]);
	const shares = new Map<string, readonly Movement[]>();
	return movements.flatMap((one) => {
		const document = isOpen(one.account) ? documents.get(one.sourceId) : undefined;
		if (document === undefined) return [one];
		const parts = shares.get(document) ?? standingOf(bySource.get(document) ?? []);
		shares.set(document, parts);
		const whole = total(parts.map(({ cents }) => cents));
		// What was paid on account is no such document: it is cash itself.
		if (whole === 0n || parts.some(({ account }) => account.Type === 'BANK')) return [one];
		const split = parts.map(({ account, cents }) => ({ ...one, account, cents: divide(one.cents * cents, whole) }));
		const rest = one.cents - total(split.slice(0, -1).map(({ cents }) => cents));
		return split.map((part, at) => (at === split.length - 1 ? { ...part, cents: rest } : part));
	});
}

/** What a document says now on the accounts that are not debtors or creditors: all its journals, with those that took others back. */
function standingOf(movements: readonly Movement[]): readonly Movement[] {
	const found = sums(movements, ({ account }) => !isOpen(account));
	const firsts = new Map(movements.map((one) => [one.account.AccountID, one]));
	return [...found].flatMap(([id, cents]) => {
		const first = firsts.get(id);
		return first && cents !== 0n ? [{ ...first, cents }] : [];
	});
}
