import { divide, units } from '../accounting/values/decimal';
import type { Body } from '../accounting/resource/replies';
import { daysBetween } from '../accounting/values/calendar';
import { between, type Ledger, money, type Movement, total } from './ledger';
import type { Contact } from './records';
import type { FindSource, Source } from './sources';

/** What is asked for; days are `YYYY-MM-DD`, ids in lower case. */
export interface Asked {
	readonly side: 'REVENUE' | 'EXPENSE';
	readonly from: string;
	readonly to: string;
	readonly contactIds: ReadonlySet<string> | undefined;
	readonly includeManualJournals: boolean;
}

/** Whole cents of one document, and what it counts towards. */
interface Share {
	readonly contact: Contact;
	readonly total: bigint;
	readonly outstanding: bigint;
	readonly unapplied: bigint;
	readonly aged: bigint;
	readonly voided: bigint;
	readonly credited: bigint;
	readonly accountCodes: readonly string[];
}

/** How many days old an invoice is when its open part counts as aged (OpenAPI: "more than 90 days old"). */
const AGED = 90;

/**
 * GET /FinancialStatements/contacts/revenue and /expense: the income or the expenses of the ledger by contact, without tax and in the
 * base currency. What is not outstanding and not an unapplied credit is paid. All contacts and manual journals make the profit and loss.
 */
export function byContact(ledger: Ledger, find: FindSource, asked: Asked): Body {
	const { side, from, to, contactIds, includeManualJournals } = asked;
	const inRange = between(from, to);
	const mine = ledger.movements.filter((one) => one.account.Class === side && inRange(one));
	const manual = mine.filter(({ sourceType }) => sourceType === 'MANJOURNAL');
	const documents = new Map<string, Movement[]>();
	for (const one of mine) {
		if (one.sourceType === 'MANJOURNAL') continue;
		const key = `${one.sourceType} ${one.sourceId}`;
		documents.set(key, [...(documents.get(key) ?? []), one]);
	}
	const shares = [...documents.values()]
		.flatMap((movements) => shareOf(movements, find, asked))
		.filter(({ contact }) => contactIds?.has(contact.ContactID.toLowerCase()) ?? true);
	const contacts = new Map<string, Share[]>();
	for (const share of shares) contacts.set(share.contact.ContactID, [...(contacts.get(share.contact.ContactID) ?? []), share]);
	return {
		startDate: from,
		endDate: to,
		...totals(shares),
		contacts: [...contacts.values()].map(contactDetail).sort((a, b) => a.name.localeCompare(b.name, 'en')),
		...(includeManualJournals
			? { manualJournals: { total: money(total(manual.map(({ cents }) => signOf(side) * cents))) } }
			: {}),
	};
}

/** Income is above zero when it is a credit, an expense when it is a debit. */
const signOf = (side: Asked['side']): 1n | -1n => (side === 'REVENUE' ? -1n : 1n);

function shareOf(movements: readonly Movement[], find: FindSource, { side, to }: Asked): Share[] {
	const [first] = movements;
	if (!first) return [];
	const source = find(first.sourceType, first.sourceId);
	const sum = signOf(side) * total(movements.map(({ cents }) => cents));
	const open = openPart(sum, source);
	const isOld = source.date !== '' && daysBetween(source.date, to) > AGED;
	return [
		{
			contact: source.contact,
			total: sum,
			outstanding: source.kind === 'invoice' ? open : 0n,
			unapplied: source.kind === 'credit' ? -open : 0n,
			aged: source.kind === 'invoice' && isOld ? open : 0n,
			voided: source.isVoided ? firstAmount(movements, side) : 0n,
			credited: source.kind === 'credit' ? -sum : 0n,
			accountCodes: movements.flatMap(({ account }) => account.Code ?? []),
		},
	];
}

/** The part of an amount that belongs to what of its document is not settled. */
function openPart(cents: bigint, { total: whole, open }: Source): bigint {
	return whole === 0 ? 0n : divide(cents * units(open, 2), units(whole, 2));
}

/** What a document that was voided had said before: its first journal. */
function firstAmount(movements: readonly Movement[], side: Asked['side']): bigint {
	const first = Math.min(...movements.map(({ journal }) => journal));
	return signOf(side) * total(movements.filter(({ journal }) => journal === first).map(({ cents }) => cents));
}

function totals(shares: readonly Share[]): Body {
	const all = (key: 'total' | 'outstanding' | 'unapplied' | 'aged' | 'voided' | 'credited'): bigint =>
		total(shares.map((share) => share[key]));
	return {
		total: money(all('total')),
		totalDetail: {
			totalPaid: money(all('total') - all('outstanding') + all('unapplied')),
			totalOutstanding: money(all('outstanding')),
			totalCreditedUnApplied: money(all('unapplied')),
		},
		totalOther: {
			totalOutstandingAged: money(all('aged')),
			totalVoided: money(all('voided')),
			totalCredited: money(all('credited')),
		},
	};
}

function contactDetail(shares: readonly Share[]): Body & { name: string } {
	const { ContactID = '', Name = '' } = shares[0]?.contact ?? {};
	const { total: sum, totalDetail, totalOther } = totals(shares);
	const accountCodes = [...new Set(shares.flatMap((share) => share.accountCodes))].sort();
	return {
		contactId: ContactID,
		name: Name,
		total: sum,
		totalDetail,
		totalOther: { ...(totalOther as Body), transactionCount: shares.length },
		accountCodes,
	};
}
