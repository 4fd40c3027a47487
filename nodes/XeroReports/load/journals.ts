// Xero's journals of a period, which apps on its Advanced tier and above can read.

import type { IDataObject } from 'n8n-workflow';
import type { OperationContext } from '../../shared/model/context';
import { listOf } from './lists';
import type { CallsLimit } from './callsLimit';

/**
 * Reads journals from the oldest on, one page after another, as the next page begins behind the last number of this one; the last page is
 * empty. They are not in the order of their dates, so that all have to be read.
 * @param basis on the cash basis Xero gives what was paid
 * @param take hears of each page, which is dropped then
 * @throws TooManyCalls
 */
export async function readJournals(
	call: Pick<OperationContext, 'request' | 'recordsIn'>,
	basis: 'accrual' | 'cash',
	limit: CallsLimit,
	take: (page: readonly IDataObject[]) => void,
): Promise<void> {
	const { name, path, scope } = listOf('journal');
	for (let offset = 0; ;) {
		limit.add('journals', 1);
		const query = { offset, ...(basis === 'cash' ? { paymentsOnly: true } : {}) };
		const page = call.recordsIn(await call.request({ path, scope, query, envelope: name }), name);
		const last = Math.max(...page.map(({ JournalNumber }) => Number(JournalNumber)));
		// A page that goes back would be read for ever.
		if (page.length === 0 || !(last > offset)) return;
		take(page);
		offset = last;
	}
}
