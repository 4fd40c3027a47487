// What is said of lists that a report could not read.

import type { RowFinding } from '../../shared/model/context';
import type { UnreadList } from '../load/ledger';

/**
 * Lists that could not be read: what they posted is in the ledger of Xero, and in no row of the report.
 * @param so what becomes of it, as the end of a sentence
 */
export const unreadFindings = (
	unread: readonly UnreadList[],
	so = 'what they posted stands under “not in the API”',
): RowFinding[] =>
	unread.map(({ list, scope, todo }) => ({
		code: 'listNotRead',
		says: `${list} could not be read, so that ${so}`,
		todo: `${todo}; the scope is ${scope}`,
		details: { list, scope },
	}));
