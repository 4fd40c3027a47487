import type { Examples } from '../example';
import { byId, byNumber, fromList } from '../example';

const JOURNAL = '1c2b3a49-5867-4768-9a9b-8c7d6e5f4a01';
const BUDGET = '9f8e7d6c-5b4a-4392-8180-7f6e5d4c3b01';
const OTHER = '9f8e7d6c-5b4a-4392-8180-7f6e5d4c3b02';

export const journal: Examples = {
	get: [
		{
			parameters: [{ JournalID: byNumber('1234') }],
			sends: [{ method: 'GET', path: '/Journals/1234' }],
		},
		{
			parameters: [{ JournalID: byId(JOURNAL) }],
			sends: [{ method: 'GET', path: `/Journals/${JOURNAL}` }],
		},
	],
	getAll: [
		{
			// Goes on after the last number of each answer, until one is empty.
			parameters: [
				{
					returnAll: true,
					filters: { offset: '1200', paymentsOnly: true, 'If-Modified-Since': '2026-03-01T09:00:00Z' },
				},
			],
			replies: [
				{ body: { Journals: [{ JournalNumber: 1201 }, { JournalNumber: 1205 }] } },
				{ body: { Journals: [{ JournalNumber: 1206 }] } },
				{ body: { Journals: [] } },
			],
			sends: [1200, 1205, 1206].map((offset) => ({
				method: 'GET',
				path: '/Journals',
				query: { offset: String(offset), paymentsOnly: 'true' },
				headers: { 'If-Modified-Since': '2026-03-01T09:00:00' },
			})),
			gives: [1201, 1205, 1206].map((JournalNumber) => ({ json: { JournalNumber }, pairedItem: { item: 0 } })),
		},
		{
			parameters: [{ limit: 1 }],
			replies: [{ body: { Journals: [{ JournalNumber: 1 }, { JournalNumber: 2 }] } }],
			sends: [{ method: 'GET', path: '/Journals', query: { offset: '0' } }],
			gives: [{ json: { JournalNumber: 1 }, pairedItem: { item: 0 } }],
		},
	],
};

export const budget: Examples = {
	get: [
		{
			parameters: [{ BudgetID: fromList(BUDGET), options: { DateFrom: '2026-01-01', DateTo: '2026-03-31' } }],
			sends: [{ method: 'GET', path: `/Budgets/${BUDGET}`, query: { DateFrom: '2026-01-01', DateTo: '2026-03-31' } }],
		},
	],
	getAll: [
		{
			parameters: [{ filters: { IDs: `${BUDGET}, ${OTHER}`, DateFrom: '2026-01-01', DateTo: '2026-03-31' } }],
			sends: [
				{
					method: 'GET',
					path: '/Budgets',
					query: { IDs: `${BUDGET},${OTHER}`, DateFrom: '2026-01-01', DateTo: '2026-03-31' },
				},
			],
		},
	],
};
