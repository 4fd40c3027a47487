// What stood open on the day: credits that could be used, documents that are old, contacts on the wrong side.

import { daysBetween } from '../../rows/days';
import type { Document } from '../../facts/documents';
import { isCredit } from '../../facts/documents';
import { absolute, amountText, sum } from '../../facts/money';
import { documentTypeOf } from '../documentTypes';
import type { OpenDocument, Outstanding } from '../outstanding';
import { atDocumentRate, isPrepayment } from '../outstanding';
import type { Side } from '../settlements';
import { accountsOnWrongSide } from './accountBalances';
import type { CloseFacts } from './closeFacts';
import type { CheckOutcome, CloseFinding, FoundRecord } from './findings';
import { byDateAndId, counted, namedText } from './findings';

const SIDES: readonly Side[] = ['receivable', 'payable'];

/** Numbers that are named; the others are counted. */
const NAMED = 5;

const found = (document: Document): FoundRecord => {
	const { type, id, number, date, status } = document;
	return { kind: documentTypeOf(document), type, id, number, date, status };
};

const isDocument = (one: Outstanding): one is OpenDocument => one.kind === 'document';

const openOf = (facts: CloseFacts, side: Side): OpenDocument[] =>
	(facts.outstanding?.[side] ?? []).filter(isDocument).sort((a, b) => byDateAndId(a.document, b.document));

function groupedBy<T>(ones: readonly T[], keyOf: (one: T) => string): T[][] {
	const groups = new Map<string, T[]>();
	for (const one of ones) {
		const group = groups.get(keyOf(one));
		if (group) group.push(one);
		else groups.set(keyOf(one), [one]);
	}
	return [...groups.values()];
}

/** The value of some at the documents' own rates; null where one of them has none. */
function valueOf(ones: readonly Outstanding[], decimals: number): bigint | null {
	const values = ones.map((one) => atDocumentRate(one, decimals));
	const known = values.filter((value) => value !== undefined);
	return known.length === values.length ? sum(known) : null;
}

function numbersOf(documents: readonly OpenDocument[], otherwise: string): string {
	const numbers = documents.map(({ document }) => document.number.trim() || otherwise);
	const rest = numbers.length - NAMED;
	return `${numbers.slice(0, NAMED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** Credits of a contact, prepayments among them, beside what it has open on the same side in the same currency. */
function unusedCreditsOf(open: readonly OpenDocument[], side: Side, decimals: number): CloseFinding[] {
	const credits = open.filter(({ document, amount }) => isCredit(document) && amount < 0n);
	const owed = open.filter(({ document, amount }) => !isCredit(document) && amount > 0n);
	const [first] = credits;
	if (first === undefined || owed.length === 0) return [];
	const value = valueOf(credits, decimals);
	const against = numbersOf(owed, side === 'receivable' ? 'an invoice' : 'a bill');
	return [
		{
			severity: 'info',
			count: credits.length,
			amount: value === null ? null : -value,
			contactId: first.document.contactId,
			contactName: first.document.contactName,
			records: credits.map(({ document }) => found(document)),
			text: `${first.document.contactName} has ${counted(credits.length, 'open credit')} that can be used against ${against}`,
		},
	];
}

/** Open credits of contacts who have something open as well. */
export function unusedCredits(facts: CloseFacts): CheckOutcome {
	const keyOf = ({ document }: OpenDocument): string => `${document.contactId} ${document.currency}`;
	const findings = SIDES.flatMap((side) =>
		groupedBy(openOf(facts, side), keyOf).flatMap((open) => unusedCreditsOf(open, side, facts.organisation.decimals)),
	);
	return { findings };
}

/** Invoices and bills that are open for more than so many days after their date. */
export function oldDocuments(facts: CloseFacts): CheckOutcome {
	const { asOf, options, organisation } = facts;
	const findings = SIDES.flatMap((side) => openOf(facts, side))
		.filter(({ document, amount }) => !isCredit(document) && amount > 0n)
		.map((one) => ({ one, days: daysBetween(one.document.date, asOf) }))
		.filter(({ days }) => days > options.oldDays)
		.map(({ one, days }): CloseFinding => {
			const { document } = one;
			const word = document.type === 'ACCPAY' ? 'Bill' : 'Invoice';
			const { number, contactName: of, date, currency, decimals } = document;
			const name = namedText({ word, number, of, date, currency, decimals, amount: one.amount });
			const since = document.status === 'PAID' ? ', paid since' : '';
			return {
				severity: 'info',
				count: 1,
				amount: atDocumentRate(one, organisation.decimals) ?? null,
				contactId: document.contactId,
				contactName: document.contactName,
				records: [found(document)],
				text: `${name} was open for ${days} days${since}`,
			};
		});
	return { findings };
}

/** Contacts of a side whose balance, without prepayments and at the documents' own rates, is below zero. */
function contactsOnWrongSide(facts: CloseFacts, side: Side): CloseFinding[] {
	const { decimals } = facts.organisation;
	const onControl = (facts.outstanding?.[side] ?? []).filter((one) => !isPrepayment(one));
	return groupedBy(onControl, ({ document }) => document.contactId).flatMap((ones): CloseFinding[] => {
		const value = valueOf(ones, decimals);
		if (value === null || value >= 0n) return [];
		const { contactId, contactName } = ones[0]!.document;
		const credits = ones.filter(isDocument).filter(({ document, amount }) => isCredit(document) && amount < 0n);
		const [who, how] = side === 'receivable' ? ['Customer', 'credit'] : ['Supplier', 'debit'];
		return [
			{
				severity: 'warning',
				count: 1,
				amount: side === 'receivable' ? value : -value,
				contactId,
				contactName,
				records: credits.map(({ document }) => found(document)).sort(byDateAndId),
				text: `${who} ${contactName} is ${amountText(absolute(value), decimals)} in ${how}`,
			},
		];
	});
}

/** Accounts and contacts whose balance is on the wrong side. */
export const wrongSide = (facts: CloseFacts): CheckOutcome => ({
	findings: [...accountsOnWrongSide(facts), ...SIDES.flatMap((side) => contactsOnWrongSide(facts, side))],
});
