import type { Examples } from '../example';
import { byCode, byId, byName, fromList } from '../example';
import { attachmentExamples, historyExamples } from './traits';

const ID = 'f0e1d2c3-b4a5-4697-8879-6a5b4c3d2e01';
const OTHER = 'f0e1d2c3-b4a5-4697-8879-6a5b4c3d2e02';
const ACCOUNT = '5a1d2f30-0c2e-4b7a-9f11-3e8c6d4b2a01';
const CATEGORY = 'aa11bb22-cc33-4d44-8e55-ff6677889900';
const OPTION = 'aa11bb22-cc33-4d44-8e55-ff6677889901';
const each = { summarizeErrors: 'false' };
const saved = [{ body: { ManualJournals: [{ ManualJournalID: ID }, { ManualJournalID: OTHER }] } }];

const balanced = {
	line: [
		{ AccountCode: byCode('416'), LineAmount: '100.00' },
		{ AccountCode: byCode('711'), LineAmount: '-100.00' },
	],
};
const sentBalanced = [
	{ AccountCode: '416', LineAmount: 100 },
	{ AccountCode: '711', LineAmount: -100 },
];

/** Two journals of one change of state go in one request. */
const together = (change: Readonly<Record<string, unknown>>): Examples[string] => [
	{
		parameters: [{ ManualJournalID: fromList(ID) }, { ManualJournalID: byId(OTHER) }],
		replies: saved,
		sends: [
			{
				method: 'POST',
				path: '/ManualJournals',
				query: each,
				body: {
					ManualJournals: [
						{ ManualJournalID: ID, ...change },
						{ ManualJournalID: OTHER, ...change },
					],
				},
			},
		],
	},
	{
		parameters: [{ ManualJournalID: fromList(ID) }],
		sends: [{ method: 'POST', path: `/ManualJournals/${ID}`, body: { ManualJournals: [change] } }],
	},
];

export const manualJournal: Examples = {
	create: [
		{
			parameters: [
				{
					Narration: 'Depreciation in March',
					LineAmountTypes: 'NoTax',
					JournalLines: {
						line: [
							{
								AccountCode: fromList('416'),
								Description: 'Van',
								LineAmount: '250.75',
								TaxType: byCode('NONE'),
								Tracking: {
									category: [{ Option: fromList(`${CATEGORY}/${OPTION}`) }, { Option: byName('Department: Field Services') }],
								},
								additionalFields: { TaxAmount: 0 },
							},
							{
								AccountCode: fromList(''),
								Description: '',
								LineAmount: '-250.75',
								TaxType: fromList(''),
								additionalFields: { AccountID: fromList(ACCOUNT) },
							},
						],
					},
					Date: '2026-03-31',
					Status: 'POSTED',
					additionalFields: {
						ShowOnCashBasisReports: false,
						Url: 'https://example.com/assets/7',
					},
				},
				{ Narration: 'Accrual', LineAmountTypes: 'Exclusive', JournalLines: balanced, Status: 'DRAFT' },
			],
			replies: saved,
			sends: [
				{
					method: 'PUT',
					path: '/ManualJournals',
					query: each,
					body: {
						ManualJournals: [
							{
								Narration: 'Depreciation in March',
								JournalLines: [
									{
										AccountCode: '416',
										Description: 'Van',
										LineAmount: 250.75,
										TaxType: 'NONE',
										TaxAmount: 0,
										Tracking: [
											{ TrackingCategoryID: CATEGORY, TrackingOptionID: OPTION },
											{ Name: 'Department', Option: 'Field Services' },
										],
									},
									{ LineAmount: -250.75, AccountID: ACCOUNT },
								],
								Date: '2026-03-31',
								LineAmountTypes: 'NoTax',
								ShowOnCashBasisReports: false,
								Status: 'POSTED',
								Url: 'https://example.com/assets/7',
							},
							{ Narration: 'Accrual', LineAmountTypes: 'Exclusive', JournalLines: sentBalanced, Status: 'DRAFT' },
						],
					},
				},
			],
		},
		{
			parameters: balanced.line.map((one) => ({
				input: 'lines',
				documentKey: 'Accrual',
				Status: 'DRAFT',
				Narration: 'Accrual',
				LineAmountTypes: 'Exclusive',
				JournalLines: { line: [one] },
			})),
			sends: [
				{
					method: 'PUT',
					path: '/ManualJournals',
					query: each,
					body: {
						ManualJournals: [{ Narration: 'Accrual', LineAmountTypes: 'Exclusive', JournalLines: sentBalanced, Status: 'DRAFT' }],
					},
				},
			],
		},
	],
	upsert: [
		{
			parameters: [ID, ''].map((id) => ({
				Narration: 'Accrual',
				LineAmountTypes: 'Exclusive',
				JournalLines: balanced,
				additionalFields: { ManualJournalID: id, Status: 'Posted' },
			})),
			replies: saved,
			sends: [
				{
					method: 'POST',
					path: '/ManualJournals',
					query: each,
					body: {
						ManualJournals: [
							{
								Narration: 'Accrual',
								LineAmountTypes: 'Exclusive',
								JournalLines: sentBalanced,
								ManualJournalID: ID,
								Status: 'POSTED',
							},
							{ Narration: 'Accrual', LineAmountTypes: 'Exclusive', JournalLines: sentBalanced, Status: 'POSTED' },
						],
					},
				},
			],
		},
	],
	get: [
		{
			parameters: [{ ManualJournalID: fromList(ID) }],
			replies: [{ body: { ManualJournals: [{ ManualJournalID: ID }] } }],
			sends: [{ method: 'GET', path: `/ManualJournals/${ID}` }],
		},
	],
	getAll: [
		{
			parameters: [
				{
					limit: 5,
					filters: {
						DateFrom: '2026-03-01',
						DateTo: '2026-03-31',
						Narration: 'Accrual',
						Status: 'Draft',
						'If-Modified-Since': '2026-03-01T09:00:00Z',
						where: 'Narration.StartsWith("Depreciation")',
						order: 'Date DESC',
					},
				},
			],
			sends: [
				{
					method: 'GET',
					path: '/ManualJournals',
					query: {
						where:
							'Date>=DateTime(2026,3,1) AND Date<=DateTime(2026,3,31) AND Narration=="Accrual" AND Status=="DRAFT" AND (Narration.StartsWith("Depreciation"))',
						order: 'Date DESC',
						page: '1',
						pageSize: '5',
					},
					headers: { 'If-Modified-Since': '2026-03-01T09:00:00' },
				},
			],
		},
	],
	update: [
		{
			parameters: [{ ManualJournalID: fromList(ID), JournalLines: balanced, Date: '2026-04-30' }],
			sends: [
				{
					method: 'POST',
					path: `/ManualJournals/${ID}`,
					body: { ManualJournals: [{ JournalLines: sentBalanced, Date: '2026-04-30' }] },
				},
			],
		},
		{
			parameters: [
				{ ManualJournalID: fromList(ID), Narration: 'Accrual in April' },
				{ ManualJournalID: fromList(OTHER), additionalFields: { ShowOnCashBasisReports: true } },
			],
			replies: saved,
			sends: [
				{
					method: 'POST',
					path: '/ManualJournals',
					query: each,
					body: {
						ManualJournals: [
							{ ManualJournalID: ID, Narration: 'Accrual in April' },
							{ ManualJournalID: OTHER, ShowOnCashBasisReports: true },
						],
					},
				},
			],
		},
	],
	post: together({ Status: 'POSTED' }),
	void: together({ Status: 'VOIDED' }),
	delete: together({ Status: 'DELETED' }),
	...attachmentExamples('/ManualJournals', 'ManualJournalID', ID),
	...historyExamples('/ManualJournals', 'ManualJournalID', ID),
};
