// Rows of live journals as the node gives them, for pages: made up.

import type { IDataObject } from 'n8n-workflow';
import { check } from './sampleRows';

const line = (
	journalNumber: number | null,
	[accountCode, accountName]: readonly [string, string],
	net: number,
	more: IDataObject = {},
): IDataObject => ({
	report: 'liveJournals',
	rowType: 'row',
	organisationId: 'ORG-1',
	source: journalNumber === null ? 'rebuilt' : 'journals',
	journalId: journalNumber === null ? null : `J-${journalNumber}`,
	journalNumber,
	date: '2026-10-01',
	createdAt: null,
	sourceType: 'ACCREC',
	sourceId: 'A',
	number: null,
	reference: 'PO 77',
	contactId: null,
	contactName: null,
	status: 'live',
	partner: null,
	anomaly: null,
	accountId: `A-${accountCode}`,
	accountCode,
	accountName,
	description: null,
	net,
	tax: 0,
	taxType: null,
	options: [],
	...more,
});

const total = (
	level: string,
	accountCode: string | null,
	accountName: string | null,
	figures: readonly number[],
): IDataObject => ({
	report: 'liveJournals',
	rowType: 'total',
	organisationId: 'ORG-1',
	level,
	accountId: null,
	accountCode,
	accountName,
	debit: figures[0]!,
	credit: figures[1]!,
	net: figures[2]!,
});

const RECEIVABLE = ['610', 'Accounts Receivable'] as const;
const SALES = ['200', 'Sales'] as const;

export const marked: IDataObject[] = [
	line(101, RECEIVABLE, 115, { status: 'reversed', partner: 102 }),
	line(101, SALES, -115, { status: 'reversed', partner: 102, description: 'Timber' }),
	line(102, RECEIVABLE, -115, { status: 'reversal', partner: 101 }),
	line(102, SALES, 115, { status: 'reversal', partner: 101 }),
	line(114, RECEIVABLE, 57.5, { sourceId: 'V', reference: null, anomaly: 'voided' }),
	line(114, SALES, -57.5, { sourceId: 'V', reference: null, anomaly: 'voided' }),
	{
		...line(null, RECEIVABLE, 0),
		...{ source: 'journals', sourceId: 'L', number: 'INV-9', reference: null, status: 'missing', anomaly: 'noJournal' },
		...{ accountId: null, accountCode: null, accountName: null, net: null },
	},
	total('account', '200', 'Sales', [0, 57.5, -57.5]),
	total('grand', null, null, [57.5, 57.5, 0]),
	check('liveJournals', { check: 'voidedCount', ours: 1, xeros: 0, difference: -1, status: 'differs', note: 'Look at them.' }),
];

export const rebuilt: IDataObject[] = [
	line(null, RECEIVABLE, 115, { number: 'INV-21', contactName: 'Alder Ltd' }),
	line(null, SALES, -115, { number: 'INV-21', contactName: 'Alder Ltd', description: 'Timber' }),
];
