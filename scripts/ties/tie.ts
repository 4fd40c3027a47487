// One figure of a report beside the sandbox's, and how a report is run for it.

import type { IDataObject, INodeParameters } from 'n8n-workflow';

/** One figure of a report beside the sandbox's. */
export interface Line {
	readonly report: string;
	readonly of: string;
	/** How many accounts, contacts or documents are held against it. */
	readonly held: number;
	/** In cents. */
	readonly ours: number;
	readonly xeros: number;
	/** The largest difference of one of them, in cents. */
	readonly apart: number;
	readonly calls: number;
}

/** One organisation of the sandbox: its reports through n8n, and its records. */
export interface Runs {
	run(what: string, parameters: INodeParameters): Promise<{ rows: IDataObject[]; calls: number }>;
	records(list: string): IDataObject[];
	/** Whether no document of any list has a journal of the source. */
	isHidden(sourceType: unknown): boolean;
	/** What no list of the API has moved on each account of some days, by its code, in cents. */
	hidden(from: string, to: string): Map<string, number>;
}

/** An amount in whole cents. */
export const cents = (amount: unknown): number => Math.round(Number(amount ?? 0) * 100);

/** Adds to the amount of a key. */
export const addTo = (sums: Map<string, number>, key: string, amount: number): Map<string, number> =>
	sums.set(key, (sums.get(key) ?? 0) + amount);

/** Two tables of amounts side by side: what they add up to without their signs, and how far the worst of them is apart. */
export function sideBySide(
	ours: ReadonlyMap<string, number>,
	xeros: ReadonlyMap<string, number>,
): Pick<Line, 'held' | 'ours' | 'xeros' | 'apart'> {
	const keys = [...new Set([...ours.keys(), ...xeros.keys()])];
	const size = (sums: ReadonlyMap<string, number>): number => [...sums.values()].reduce((all, one) => all + Math.abs(one), 0);
	const apart = Math.max(0, ...keys.map((key) => Math.abs((ours.get(key) ?? 0) - (xeros.get(key) ?? 0))));
	return { held: keys.length, ours: size(ours), xeros: size(xeros), apart };
}
