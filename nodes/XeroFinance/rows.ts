import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../shared/model/values';

/** What the rows of a statement are cut out of: the list they are, and what each level above them adds to a row. */
interface Level {
	/** Names of properties that hold a further level, outermost first; an object is a level of its own, named by its key. */
	readonly key: string;
	readonly as: string;
}

/** Scalars of a level, named after it: { name: 'Operating', total: 5 } of `activity` → { activity: 'Operating', activityTotal: 5 }. */
function above(value: IDataObject, as: string): IDataObject {
	const told: IDataObject = {};
	for (const [key, one] of Object.entries(value)) {
		if (one !== null && typeof one === 'object') continue;
		const own = /^(name|accountType)$/.test(key)
			? as
			: key.startsWith(as)
				? key
				: `${as}${key.charAt(0).toUpperCase()}${key.slice(1)}`;
		told[own] = one;
	}
	return told;
}

/**
 * Cuts a nested answer into rows: one for each element of the innermost list, with what its levels say beside it.
 * A level that is empty gives no row.
 */
export function rowsOf(body: IDataObject, levels: readonly Level[], told: IDataObject = {}): IDataObject[] {
	const [level, ...deeper] = levels;
	if (!level) return [{ ...told, ...body }];
	const inside = body[level.key];
	const list = Array.isArray(inside) ? (inside as unknown[]) : isObject(inside) ? [inside] : [];
	return list.filter(isObject).flatMap((one) => {
		if (deeper.length === 0) return [{ ...told, ...one }];
		return rowsOf(one, deeper, { ...told, ...above(one, level.as) });
	});
}
