import type { Examples } from '../example';
import { byCode, byId, byName, fromList } from '../example';
import { attachmentExamples, historyExamples } from './traits';

const ID = '2f1e0d9c-8b7a-4695-8473-62514032f101';
const OTHER = '2f1e0d9c-8b7a-4695-8473-62514032f102';
const CONTACT = 'c1a0b7e2-55d4-4f0e-8a3b-0d9e7c6b5a02';
const THEME = 'b7a1c0de-0001-4a4a-9b9b-1234567890ab';
const saved = [{ body: { RepeatingInvoices: [{ RepeatingInvoiceID: ID }, { RepeatingInvoiceID: OTHER }] } }];
const lines = { line: [{ Description: 'Rent [Month]', Quantity: '1', UnitAmount: '500', AccountCode: byCode('200') }] };
const sent = [{ Description: 'Rent [Month]', Quantity: 1, UnitAmount: 500, AccountCode: '200' }];

export const repeatingInvoice: Examples = {
	create: [
		{
			parameters: [
				{
					Type: 'ACCREC',
					Contact: fromList(CONTACT),
					Schedule: {
						values: {
							DueDate: '20',
							DueDateType: 'OFFOLLOWINGMONTH',
							EndDate: '2027-03-31',
							Period: '1',
							StartDate: '2026-04-01',
							Unit: 'MONTHLY',
						},
					},
					LineAmountTypes: 'Exclusive',
					LineItems: lines,
					additionalFields: {
						ApprovedForSending: true,
						BrandingThemeID: fromList(THEME),
						CurrencyCode: byCode('NZD'),
						IncludePDF: true,
						MarkAsSent: false,
						Reference: 'Flat 7',
						SendCopy: false,
						Status: 'Approved',
						SubTotal: 500,
						Total: 575,
						TotalTax: 75,
					},
				},
				{
					Type: 'Bill',
					Contact: byName('Hill Street Books'),
					Schedule: {
						values: { Period: 2, Unit: 'WEEKLY', StartDate: '2026-04-06', DueDate: 14, DueDateType: 'DAYSAFTERBILLDATE' },
					},
					LineAmountTypes: 'Exclusive',
					LineItems: lines,
				},
			],
			replies: saved,
			sends: [
				{
					method: 'PUT',
					path: '/RepeatingInvoices',
					query: { summarizeErrors: 'false' },
					body: {
						RepeatingInvoices: [
							{
								Type: 'ACCREC',
								Contact: { ContactID: CONTACT },
								Schedule: {
									DueDate: 20,
									DueDateType: 'OFFOLLOWINGMONTH',
									EndDate: '2027-03-31',
									Period: 1,
									StartDate: '2026-04-01',
									Unit: 'MONTHLY',
								},
								LineItems: sent,
								ApprovedForSending: true,
								BrandingThemeID: THEME,
								CurrencyCode: 'NZD',
								IncludePDF: true,
								LineAmountTypes: 'Exclusive',
								MarkAsSent: false,
								Reference: 'Flat 7',
								SendCopy: false,
								Status: 'AUTHORISED',
								SubTotal: 500,
								Total: 575,
								TotalTax: 75,
							},
							{
								Type: 'ACCPAY',
								Contact: { Name: 'Hill Street Books' },
								Schedule: { DueDate: 14, DueDateType: 'DAYSAFTERBILLDATE', Period: 2, StartDate: '2026-04-06', Unit: 'WEEKLY' },
								LineAmountTypes: 'Exclusive',
								LineItems: sent,
							},
						],
					},
				},
			],
		},
		{
			parameters: ['A', 'B'].map((description) => ({
				input: 'lines',
				documentKey: 'Flat 7',
				Type: 'ACCREC',
				Contact: byId(CONTACT),
				Schedule: { values: { Period: '1', Unit: 'MONTHLY', StartDate: '2026-04-01' } },
				LineAmountTypes: 'Exclusive',
				LineItems: { line: [{ Description: description, Quantity: '1', UnitAmount: '10' }] },
			})),
			sends: [
				{
					method: 'PUT',
					path: '/RepeatingInvoices',
					query: { summarizeErrors: 'false' },
					body: {
						RepeatingInvoices: [
							{
								Type: 'ACCREC',
								Contact: { ContactID: CONTACT },
								Schedule: { Period: 1, StartDate: '2026-04-01', Unit: 'MONTHLY' },
								LineAmountTypes: 'Exclusive',
								LineItems: [
									{ Description: 'A', Quantity: 1, UnitAmount: 10 },
									{ Description: 'B', Quantity: 1, UnitAmount: 10 },
								],
							},
						],
					},
				},
			],
		},
	],
	get: [
		{
			parameters: [{ RepeatingInvoiceID: fromList(ID) }],
			replies: [{ body: { RepeatingInvoices: [{ RepeatingInvoiceID: ID }] } }],
			sends: [{ method: 'GET', path: `/RepeatingInvoices/${ID}` }],
		},
	],
	getAll: [
		{
			parameters: [
				{
					returnAll: true,
					filters: {
						Contact: fromList(CONTACT),
						Status: 'DRAFT',
						Type: 'Sales Invoice',
						where: 'Total>=1000',
						order: 'Total DESC',
					},
				},
			],
			sends: [
				{
					method: 'GET',
					path: '/RepeatingInvoices',
					query: {
						where: `Contact.ContactID==guid("${CONTACT}") AND Status=="DRAFT" AND Type=="ACCREC" AND (Total>=1000)`,
						order: 'Total DESC',
					},
				},
			],
		},
	],
	delete: [
		{
			parameters: [{ RepeatingInvoiceID: fromList(ID) }, { RepeatingInvoiceID: byId(OTHER) }],
			replies: saved,
			sends: [
				{
					method: 'POST',
					path: '/RepeatingInvoices',
					query: { summarizeErrors: 'false' },
					body: {
						RepeatingInvoices: [
							{ RepeatingInvoiceID: ID, Status: 'DELETED' },
							{ RepeatingInvoiceID: OTHER, Status: 'DELETED' },
						],
					},
				},
			],
		},
		{
			parameters: [{ RepeatingInvoiceID: fromList(ID) }],
			sends: [{ method: 'POST', path: `/RepeatingInvoices/${ID}`, body: { RepeatingInvoices: [{ Status: 'DELETED' }] } }],
		},
	],
	...attachmentExamples('/RepeatingInvoices', 'RepeatingInvoiceID', ID),
	...historyExamples('/RepeatingInvoices', 'RepeatingInvoiceID', ID),
};
