import type { IDataObject } from 'n8n-workflow';
import type { PollState } from '../shared/polling/state';
import { short } from '../shared/polling/state';
import type { Phase } from './phases';

/** What is remembered of a record: a mark of its state, and its phase. */
export interface Known {
	readonly mark: string;
	readonly phase: Phase;
}

const PHASES: Readonly<Record<Phase, string>> = { open: 'o', approved: 'a', rejected: 'r', posted: 'p' };
const MARK = short('').length;
/** Characters for one record: its ID and its state as marks, and its phase. */
const ENTRY = 2 * MARK + 1;

const phaseIn = (letter: string): Phase => (Object.entries(PHASES).find(([, own]) => own === letter)?.[0] ?? 'open') as Phase;

/** Records as they were last seen, those that were seen longest ago first: 21 characters each, and nothing of a person. */
export class Memory {
	private readonly byId: Map<string, Known>;

	/**
	 * @param start moment (ms) from which on a record counts as new
	 * @param given what an earlier memory left
	 */
	constructor(
		readonly start: number,
		given?: unknown,
	) {
		const entries = typeof given === 'string' ? (given.match(new RegExp(`.{${ENTRY}}`, 'g')) ?? []) : [];
		this.byId = new Map(
			entries.map((entry) => [
				entry.slice(0, MARK),
				{ mark: entry.slice(MARK, 2 * MARK), phase: phaseIn(entry.slice(2 * MARK)) },
			]),
		);
	}

	/** What an earlier poll left. */
	static from({ start, records }: IDataObject): Memory {
		return new Memory(Number(start), records);
	}

	of(id: string): Known | undefined {
		return this.byId.get(short(id));
	}

	/** Remembers a record as the one seen last. */
	see(id: string, known: Known): void {
		const name = short(id);
		this.byId.delete(name);
		this.byId.set(name, known);
	}

	/**
	 * Forgets the records that were seen longest ago.
	 * @param seen records seen by this poll: none of them is forgotten
	 * @param most how many others may stay
	 */
	forget(seen: number, most: number): void {
		let excess = this.byId.size - seen - most;
		for (const name of this.byId.keys()) {
			if (excess <= 0) break;
			this.byId.delete(name);
			excess -= 1;
		}
	}

	/** For n8n's static data. */
	kept(key: string, more: IDataObject): PollState {
		const records = [...this.byId].map(([id, { mark, phase }]) => id + mark + PHASES[phase]).join('');
		return { key, start: this.start, records, ...more };
	}
}
