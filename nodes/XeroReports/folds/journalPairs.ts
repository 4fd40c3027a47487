// Which journals were taken back, and by which: Xero never changes a journal, it posts its opposite.

import type { Journal, JournalLine } from '../facts/journals';

/** `live`: it stands. `reversed`: another one takes it back. `reversal`: it takes another one back. */
export type JournalStatus = 'live' | 'reversed' | 'reversal';

/** A journal with what became of it. */
export interface PairedJournal {
	readonly journal: Journal;
	readonly status: JournalStatus;
	/** The number of the one that it is a pair with; null of live ones. */
	readonly partner: number | null;
	/** Whether the two are alike in accounts and amounts alone, not in tax types and tracking. */
	readonly isLoose: boolean;
}

interface Pair {
	readonly original: Journal;
	readonly reversal: Journal;
	readonly isLoose: boolean;
}

type Sign = 1n | -1n;
type LineText = (line: JournalLine, sign: Sign) => string;

const exact: LineText = ({ accountId, taxType, options, net, tax }, sign) =>
	[accountId, taxType ?? '', ...options.map((one) => one.trackingOptionId ?? one.option).sort(), sign * net, sign * tax].join(
		'\t',
	);

const loose: LineText = ({ accountId, net, tax }, sign) => [accountId, sign * net, sign * tax].join('\t');

/** All lines of a journal as a text, in an order of its own; journals of other lines have other texts. */
const signatureOf = ({ lines }: Journal, textOf: LineText, sign: Sign): string =>
	lines
		.map((line) => textOf(line, sign))
		.sort()
		.join('\n');

/** Of several that a journal may take back: one of the same day, then the latest. */
function bestOf(candidates: readonly Journal[], { date }: Journal): Journal | undefined {
	const ofDay = candidates.filter((one) => one.date === date);
	return (ofDay.length > 0 ? ofDay : candidates).at(-1);
}

/**
 * Pairs of one source, by number: a journal takes back an earlier one that is not taken back yet, and is its opposite line by line.
 * @param journals of one source, by number, none of them in a pair
 */
function pairsIn(journals: readonly Journal[], textOf: LineText, isLoose: boolean): Pair[] {
	const open = new Map<string, Journal[]>();
	return journals.flatMap((journal): Pair[] => {
		const opposite = signatureOf(journal, textOf, -1n);
		const candidates = open.get(opposite) ?? [];
		const original = bestOf(candidates, journal);
		if (original) {
			open.set(
				opposite,
				candidates.filter((one) => one !== original),
			);
			return [{ original, reversal: journal, isLoose }];
		}
		const own = signatureOf(journal, textOf, 1n);
		open.set(own, [...(open.get(own) ?? []), journal]);
		return [];
	});
}

function pairsOf(journals: readonly Journal[]): Pair[] {
	const found = pairsIn(journals, exact, false);
	const paired = new Set(found.flatMap(({ original, reversal }) => [original, reversal]));
	const rest = journals.filter((one) => !paired.has(one));
	return [...found, ...pairsIn(rest, loose, true)];
}

/** Journals by source; one without a source is taken back by none. */
function bySource(journals: readonly Journal[]): Journal[][] {
	const groups = new Map<string, Journal[]>();
	for (const journal of journals) {
		if (journal.sourceId === '') continue;
		const key = `${journal.sourceType} ${journal.sourceId}`;
		const group = groups.get(key);
		if (group) group.push(journal);
		else groups.set(key, [journal]);
	}
	return [...groups.values()];
}

/**
 * Pairs journals that take each other back, within their source alone: two equal bills, and a manual journal and its reversal of the next
 * period, are all real. Those that are alike but for tax types and tracking are paired after all others.
 * @param journals of the period, as known at one time: what is reversed later stands
 * @returns them by number
 */
export function pairedJournals(journals: readonly Journal[]): PairedJournal[] {
	const sorted = [...journals].sort((a, b) => a.number - b.number);
	const paired = new Map<Journal, PairedJournal>();
	for (const { original, reversal, isLoose } of bySource(sorted).flatMap(pairsOf)) {
		paired.set(original, { journal: original, status: 'reversed', partner: reversal.number, isLoose });
		paired.set(reversal, { journal: reversal, status: 'reversal', partner: original.number, isLoose });
	}
	return sorted.map((journal) => paired.get(journal) ?? { journal, status: 'live', partner: null, isLoose: false });
}
