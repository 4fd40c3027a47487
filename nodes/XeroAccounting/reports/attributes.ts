import type { IDataObject } from 'n8n-workflow';
import type { Cell } from './tree';
import { isGuid } from '../../shared/model/values';

/** IDs that Xero makes up for lines without an account, such as Current Year Earnings: 0000…, abab…. */
const MADE_UP = /^([0-9a-f]{2})(?:-?\1)+$/i;

const isAccount = (id: string): boolean => /^account(id)?$/i.test(id);

/** What the cells of one row say beside their texts. */
export interface Said {
	readonly accountId: string | null;
	/** The row stands for a group of accounts: Xero gives it a word in place of an ID (FXGROUPID). */
	readonly grouped: boolean;
	/** Xero's name → its value, or its value by column where the columns differ. */
	readonly attributes: IDataObject;
}

/** Reads the attributes of a row's cells; `names` are the names of their columns. */
export function attributesOf(cells: readonly Cell[], names: readonly string[]): Said {
	const found = new Map<string, Map<string, string>>();
	cells.forEach(({ attributes }, index) => {
		for (const { id, value } of attributes) {
			if (value === '') continue;
			const by = found.get(id) ?? new Map<string, string>();
			const before = by.get(names[index]!);
			by.set(names[index]!, before === undefined || before === value ? value : `${before}, ${value}`);
			found.set(id, by);
		}
	});
	const accounts = [...found].filter(([id]) => isAccount(id)).flatMap(([, by]) => [...by.values()]);
	const accountId = accounts.find((value) => isGuid(value) && !MADE_UP.test(value)) ?? null;
	const kept = [...found].flatMap(([id, by]): Array<[string, string | IDataObject]> => {
		const values = new Set(by.values());
		const [only] = values;
		if (values.size > 1) return [[id, Object.fromEntries(by)]];
		return isAccount(id) && only === accountId ? [] : [[id, only!]];
	});
	return { accountId, grouped: accounts.some((value) => !isGuid(value)), attributes: Object.fromEntries(kept) };
}
