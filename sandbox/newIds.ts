import { randomUUID } from 'node:crypto';

/**
 * Makes GUIDs that count up, as those of a database do: of records changed in the same millisecond, which Xero lists by their ID, the one
 * made first comes first. All but the count is random, so that no two sandboxes share an ID.
 */
export function newIds(): () => string {
	let made = 0;
	return () => {
		made += 1;
		return made.toString(16).padStart(8, '0') + randomUUID().slice(8);
	};
}
