/** What Xero Projects keeps, by its own field names. Moments are ISO in UTC, amounts in the project's currency, durations in minutes. */

export const PROJECT_STATES = ['INPROGRESS', 'CLOSED'] as const;
export const CHARGE_TYPES = ['TIME', 'FIXED', 'NON_CHARGEABLE'] as const;
/** Of tasks and of time entries. */
export const STATES = ['ACTIVE', 'LOCKED', 'INVOICED'] as const;

export interface ProjectRow {
	projectId: string;
	contactId: string;
	name: string;
	currencyCode: string;
	deadlineUtc?: string | undefined;
	estimate?: number | undefined;
	status: (typeof PROJECT_STATES)[number];
	/** Expenses have no operations: only the demo data has any. */
	expenses: { invoiced: number; toBeInvoiced: number };
}

export interface TaskRow {
	taskId: string;
	projectId: string;
	name: string;
	/** An hour's price, or that of the whole task when it is FIXED. */
	rate: number;
	chargeType: (typeof CHARGE_TYPES)[number];
	estimateMinutes?: number | undefined;
	status: (typeof STATES)[number];
}

export interface TimeEntryRow {
	timeEntryId: string;
	userId: string;
	projectId: string;
	taskId: string;
	dateUtc: string;
	dateEnteredUtc: string;
	duration: number;
	description?: string | undefined;
	status: (typeof STATES)[number];
	/** The sales invoice it is on. */
	invoiceId?: string | undefined;
}
