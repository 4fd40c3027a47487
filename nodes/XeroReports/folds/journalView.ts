// How journals are shown, and what every row of them begins with.

import type { IDataObject } from 'n8n-workflow';
import type { Accounts } from '../facts/accounts';
import type { DayRange } from '../rows/financialYear';

/** How journals are shown. */
export interface JournalView extends DayRange {
	readonly organisationId: string | null;
	/** Of the base currency. */
	readonly decimals: number;
	readonly accounts: Accounts;
	/** Whether pairs are left out, or marked. */
	readonly pairs: 'leaveOut' | 'mark';
	readonly totals: 'none' | 'group' | 'grand';
}

/** What a row of a type begins with. */
export const journalHead = ({ organisationId }: JournalView, rowType: string): IDataObject => ({
	report: 'liveJournals',
	rowType,
	organisationId,
});
