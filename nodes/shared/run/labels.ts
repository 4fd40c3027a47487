// What people call an input that Xero names by the path of its property.

import type { Operation } from '../model/operation';
import { placeIn } from '../inputs/fieldIssues';

/** `bankAccounts[0].accountName` → bankAccounts, 0, accountName. */
const stepsOf = (path: string): Array<string | number> =>
	path
		.split(/[.[\]]+/)
		.filter((step) => step !== '')
		.map((step) => (/^\d+$/.test(step) ? Number(step) : step));

/**
 * Labels on the way to an input of an operation, as `Bank Account 1, Account Name`; undefined when Xero names none of its inputs. A path
 * that begins with a number is about a body that is a list of rows.
 */
export function labelOf({ required, panelOptional, optional }: Operation, path: string): string | undefined {
	const fields = { ...optional, ...panelOptional, ...required };
	const steps = stepsOf(path);
	const [first] = steps;
	const key = Object.keys(fields).find((name) =>
		typeof first === 'number'
			? fields[name]!.ui.typeOptions?.multipleValues === true
			: name.toLowerCase() === first?.toLowerCase(),
	);
	return key === undefined
		? undefined
		: placeIn(fields, key, typeof first === 'number' ? steps : steps.slice(1)).place.join(', ');
}
