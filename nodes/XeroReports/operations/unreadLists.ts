// What is said of lists that a report could not read.

import type { RowFinding } from '../../shared/model/context';
import type { UnreadList } from '../load/ledger';

/** @param so what that means for the report, as the verb of “what they posted …” */
export const unreadFindings = (unread: readonly UnreadList[], so: string): RowFinding[] =>
	unread.map(({ list, scope, todo }) => ({
		code: 'listNotRead',
		says: `${list} could not be read, so that what they posted ${so}`,
		todo: `${todo}; the scope is ${scope}`,
		details: { list, scope },
	}));
