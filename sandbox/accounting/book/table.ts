/** A row that a change put in another's place or took away: what stood there before, undefined when nothing did. */
export interface Replaced {
	table: object;
	/** In lower case. */
	id: string;
	before: object | undefined;
}

interface Step {
	back: () => void;
	replaced: Replaced | undefined;
}

/** Remembers how to take changes back, so that a refused element or call leaves nothing behind. */
export class Undo {
	/** Counts every change of a row, and every one that is taken back. */
	changes = 0;
	private steps: Step[] = [];
	private depth = 0;

	/** Whether steps are remembered at the moment. */
	get recording(): boolean {
		return this.depth > 0;
	}

	/** Adds one step; outside of `attempt` (seeding) nothing is remembered. */
	record(back: () => void, replaced?: Replaced): void {
		if (this.depth > 0) this.steps.push({ back, replaced });
	}

	/** Starts an attempt that the function returned ends: it takes back every change since, and nobody is told of them. */
	point(): () => void {
		const start = this.steps.length;
		this.depth += 1;
		return () => {
			this.depth -= 1;
			for (const step of this.steps.splice(start).reverse()) step.back();
		};
	}

	/**
	 * Runs `work`. When it throws, or `keep` says no to its result, every change since the start is taken back. The outermost attempt
	 * tells `stands` every row that was replaced for good, in order.
	 */
	attempt<T>(work: () => T, keep: (result: T) => boolean = () => true, stands?: (replaced: readonly Replaced[]) => void): T {
		const start = this.steps.length;
		this.depth += 1;
		let kept = false;
		try {
			const result = work();
			kept = keep(result);
			return result;
		} finally {
			this.depth -= 1;
			if (!kept) for (const step of this.steps.splice(start).reverse()) step.back();
			if (this.depth === 0) {
				const replaced = this.steps.flatMap((step) => step.replaced ?? []);
				this.steps = [];
				if (replaced.length > 0) stands?.(replaced);
			}
		}
	}
}

type Key = string | readonly string[] | undefined;

/** By what else than its id a row is found. */
export type Indexes<Row, Index extends string> = Readonly<Record<Index, (row: Row) => Key>>;

/**
 * Rows by their Xero id, with indexes. Rows are never changed in place: `put` replaces them, which is what lets a
 * refused call be taken back. Ids are compared without regard to case, as GUIDs are.
 */
export class Table<Row extends object, Index extends string = never> {
	private readonly rows = new Map<string, Row>();
	private readonly indexes = new Map<string, { key: (row: Row) => Key; ids: Map<string, Set<string>> }>();
	private sorted: readonly Row[] | undefined;

	constructor(
		private readonly undo: Undo,
		private readonly id: (row: Row) => string,
		indexes: Indexes<Row, Index>,
		private readonly compare?: (a: Row, b: Row) => number,
	) {
		for (const name of Object.keys(indexes) as Index[]) this.indexes.set(name, { key: indexes[name], ids: new Map() });
	}

	get size(): number {
		return this.rows.size;
	}

	get(id: string): Row | undefined {
		return this.rows.get(id.toLowerCase());
	}

	/** The first row under `key`. */
	first(index: Index, key: string): Row | undefined {
		const [id] = this.indexes.get(index)?.ids.get(key) ?? [];
		return id === undefined ? undefined : this.rows.get(id);
	}

	/** Every row under `key`, oldest entry first. */
	all(index: Index, key: string): Row[] {
		const ids = this.indexes.get(index)?.ids.get(key) ?? [];
		return [...ids].flatMap((id) => this.rows.get(id) ?? []);
	}

	/** All rows in the table's own order (as they were added when it has none). */
	values(): readonly Row[] {
		this.sorted ??= this.compare ? [...this.rows.values()].sort(this.compare) : [...this.rows.values()];
		return this.sorted;
	}

	put(row: Row): Row {
		this.replace(this.id(row).toLowerCase(), row);
		return row;
	}

	remove(id: string): void {
		this.replace(id.toLowerCase(), undefined);
	}

	/** Takes over every row of a table of the same kind; rows are shared, as none is ever changed in place. */
	adopt(other: Table<Row, Index>): void {
		for (const [id, row] of other.rows) this.rows.set(id, row);
		for (const [name, { ids }] of other.indexes) for (const [key, set] of ids) this.indexes.get(name)?.ids.set(key, new Set(set));
		this.sorted = other.sorted;
	}

	private replace(id: string, row: Row | undefined): void {
		const before = this.rows.get(id);
		this.set(id, row);
		if (this.undo.recording) this.undo.record(() => this.set(id, before), { table: this, id, before });
	}

	private set(id: string, row: Row | undefined): void {
		this.undo.changes += 1;
		const before = this.rows.get(id);
		for (const { key, ids } of this.indexes.values()) {
			const old = before ? keys(key(before)) : [];
			const now = row ? keys(key(row)) : [];
			for (const k of old) if (!now.includes(k)) ids.get(k)?.delete(id);
			for (const k of now) {
				const set = ids.get(k);
				if (set) set.add(id);
				else ids.set(k, new Set([id]));
			}
		}
		if (row) this.rows.set(id, row);
		else this.rows.delete(id);
		this.sorted = undefined;
	}
}

function keys(key: Key): readonly string[] {
	return key === undefined ? [] : typeof key === 'string' ? [key] : key;
}
