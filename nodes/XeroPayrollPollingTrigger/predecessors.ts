import type { IDataObject } from 'n8n-workflow';
import { short } from '../shared/polling/state';

/** By what a record that got another ID is known again. */
export interface Identity {
	/** Properties that stay the same; the first names whose record it is. */
	readonly properties: readonly [string, ...string[]];
}

/** A record that may come back under another ID. */
interface Candidate {
	readonly id: string;
	/** Marks: of whose it is, and of all that stays the same. */
	readonly person: string;
	readonly print: string;
}

/** Most records remembered that are no longer in the list. */
const MOST_GONE = 200;

/**
 * Records of a list whose ID changes with their status: which one a record was before. Their IDs are remembered as they are, so that
 * the one before can be told.
 */
export class Predecessors {
	private readonly byId = new Map<string, Candidate>();

	constructor(
		private readonly identity: Identity,
		given: unknown,
	) {
		for (const entry of typeof given === 'string' && given !== '' ? given.split(',') : []) {
			const [id = '', person = '', print = ''] = entry.split(' ');
			this.byId.set(id, { id, person, print });
		}
	}

	private candidate(id: string, record: IDataObject): Candidate {
		const values = this.identity.properties.map((name) => String(record[name] ?? ''));
		return { id, person: short(values[0]!), print: short(values.join(' ')) };
	}

	/**
	 * The ID that each of these records had before, by its ID now: that of a record which is gone and is the same in all its
	 * properties; or the only one of the person that is gone.
	 * @param list all records there are
	 */
	of(records: ReadonlyArray<readonly [id: string, record: IDataObject]>, list: ReadonlySet<string>): Map<string, string> {
		const gone = [...this.byId.values()].filter(({ id }) => !list.has(id));
		const found = new Map<string, string>();
		const take = (id: string, those: readonly Candidate[]): void => {
			const [one, another] = those;
			if (one === undefined || another !== undefined) return;
			found.set(id, one.id);
			gone.splice(gone.indexOf(one), 1);
		};
		const candidates = records.map(([id, record]) => this.candidate(id, record));
		for (const { id, print } of candidates)
			take(
				id,
				gone.filter((one) => one.print === print),
			);
		for (const { id, person } of candidates)
			if (!found.has(id))
				take(
					id,
					gone.filter((one) => one.person === person),
				);
		return found;
	}

	/** Remembers the records there are, and the last ones that are gone. */
	see(records: ReadonlyArray<readonly [id: string, record: IDataObject]>): void {
		for (const [id, record] of records) {
			this.byId.delete(id);
			this.byId.set(id, this.candidate(id, record));
		}
		let excess = this.byId.size - records.length - MOST_GONE;
		for (const id of this.byId.keys()) {
			if (excess <= 0) break;
			this.byId.delete(id);
			excess -= 1;
		}
	}

	/** For n8n's static data. */
	get kept(): string {
		return [...this.byId.values()].map(({ id, person, print }) => `${id} ${person} ${print}`).join(',');
	}
}
