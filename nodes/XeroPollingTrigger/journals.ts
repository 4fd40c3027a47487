import type { IDataObject } from 'n8n-workflow';
import { AGAIN } from '../shared/polling/pollClient';
import { momentIn } from '../shared/polling/changes';
import type { PollResult, TriggerItem } from './pollChanges';
import type { RecordsClient } from './pollParameters';

const numberOf = ({ JournalNumber }: IDataObject): number => Number(JournalNumber);

/** Up to 100 journals after a number, the oldest first; empty only where there are no more (xero-facts 2.3). */
async function after(pollClient: RecordsClient, number: number): Promise<IDataObject[]> {
	const { records } = await pollClient.list({ offset: number });
	if (records.some((record) => !(numberOf(record) > number)))
		throw pollClient.refuse('Xero gave journals that come before those asked for', AGAIN);
	return [...records].sort((a, b) => numberOf(a) - numberOf(b));
}

/** Journal numbers between the first two guesses; each guess further on is this many times as far. */
const STEP = 1_000;
const FACTOR = 4;

/**
 * The number of the last journal made before a moment (ms), or of the last of all. Journals can be read from a number on only, so the
 * number is guessed, ever further until nothing is behind it, then by halves: some twenty calls for a million journals, once.
 * If-Modified-Since would take one call, but Xero warns that it may leave journals out.
 */
async function lastBefore(pollClient: RecordsClient, moment: number): Promise<number> {
	/** The last one before the moment among those after a number. */
	const ahead = async (number: number): Promise<number | undefined> => {
		if (pollClient.timeBudget.isSpent())
			throw pollClient.refuse('There was not enough time to start', 'Xero took too long to answer. Activate the workflow again');
		const journals = await after(pollClient, number);
		const past = journals.filter((journal) => (momentIn(journal, 'CreatedDateUTC') ?? 0) < moment);
		const last = past[past.length - 1];
		return last && numberOf(last);
	};
	let low = (await ahead(0)) ?? 0;
	let high = low === 0 ? 0 : Infinity;
	for (let step = STEP; low < high; step *= FACTOR) {
		const guess = high === Infinity ? low + step : Math.max(low, Math.floor((low + high) / 2) - 50);
		const further = await ahead(guess);
		if (further === undefined) high = guess;
		else low = further;
	}
	return low;
}

/** One poll of journals: those after the last number, until an empty answer. What there is no time for waits for the next poll. */
export async function journals(pollClient: RecordsClient, key: string, earlier: IDataObject | undefined): Promise<PollResult> {
	const { startFrom } = pollClient.parameters;
	let last = earlier ? Number(earlier.last) : await lastBefore(pollClient, startFrom ?? Infinity);
	if (!earlier && startFrom === undefined) return { items: [], state: { key, last } };
	const told: TriggerItem[] = [];
	for (;;) {
		const ask = async (): Promise<IDataObject[]> => await after(pollClient, last);
		const records = told.length === 0 ? await ask() : await pollClient.further(ask);
		if (records === undefined || records.length === 0) break;
		told.push(...records.map((record): TriggerItem => ({ type: 'new', record })));
		last = numberOf(records[records.length - 1]!);
	}
	return { items: told, state: { key, last } };
}
