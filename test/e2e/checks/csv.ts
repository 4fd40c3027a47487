import assert from 'node:assert/strict';

import type { Check } from '../check';
import { madeCredential } from '../stage';
import { csvWorkflow, postBody } from '../workflows';

/** As a spreadsheet saves it: a byte order mark, CRLF, quotes where a cell needs them, later lines of an invoice without its head. */
const file = [
	'\uFEFFInvoice,Customer,Date,Due,Order,Description,Quantity,Price,Account',
	'CSV-E2E-1,Tūī Street Bakery,02/11/2026,20/11/2026,PO 77,"Flour, 25 kg",4,38.40,200',
	'CSV-E2E-1,,,,,"Tin ""Kauri""",1.5,12.50,200',
	'CSV-E2E-2,Ngaio Sports,03/11/2026,03/12/2026,,Delivery,1,1250.00,260',
	'',
].join('\r\n');

const day = (column: string) => `={{ $json.${column} && DateTime.fromFormat($json.${column}, 'dd/MM/yyyy').toISODate() }}`;

const create = {
	resource: 'invoice',
	operation: 'create',
	input: 'lines',
	documentKey: '={{ $json.Invoice }}',
	Contact: { __rl: true, mode: 'name', value: '={{ $json.Customer }}' },
	Date: day('Date'),
	DueDate: day('Due'),
	InvoiceNumber: '={{ $json.Invoice }}',
	Reference: '={{ $json.Order }}',
	LineAmountTypes: 'Exclusive',
	LineItems: {
		line: [
			{
				Description: '={{ $json.Description }}',
				Quantity: '={{ $json.Quantity }}',
				UnitAmount: '={{ $json.Price }}',
				AccountCode: { __rl: true, mode: 'code', value: '={{ $json.Account }}' },
			},
		],
	},
};

type Stored = Record<string, unknown>;

const only = (record: Stored, ...names: string[]): Stored => Object.fromEntries(names.map((name) => [name, record[name]]));

/** Of a stored invoice all that the file has a say in. */
const told = (invoice: Stored): Stored => ({
	...only(
		invoice,
		'Type',
		'InvoiceNumber',
		'Reference',
		'Status',
		'Date',
		'DueDate',
		'LineAmountTypes',
		'SubTotal',
		'TotalTax',
		'Total',
	),
	Contact: (invoice.Contact as Stored).Name,
	LineItems: (invoice.LineItems as Stored[]).map((line) =>
		only(line, 'Description', 'Quantity', 'UnitAmount', 'AccountCode', 'LineAmount'),
	),
});

export const csvChecks: readonly Check[] = [
	{
		sentence: 'A CSV file as a spreadsheet saves it becomes invoices of one or more lines, with every value in its place',
		async run(stage) {
			const { session, sandbox } = stage;
			const path = 'import-csv';
			await session.publish(await session.createWorkflow(csvWorkflow(stage, path, madeCredential(stage, 'custom'), create)));
			sandbox.forget();
			const { status, answer } = await postBody(stage, path, 'text/csv', file);
			assert.equal(status, 200, JSON.stringify(answer).slice(0, 500));
			const calls = sandbox.calls.filter(({ url }) => url.startsWith('/api.xro/2.0/Invoices'));
			assert.deepEqual(
				calls.map(({ method, status }) => `${method} ${status}`),
				['PUT 200'],
			);
			const stored = sandbox
				.records(sandbox.organisations[0]?.tenantId ?? '', 'Invoices')
				.filter(({ InvoiceNumber }) => /^CSV-E2E-/.test(String(InvoiceNumber)))
				// Xero keeps those of one moment by their ids.
				.sort((a, b) => String(a.InvoiceNumber).localeCompare(String(b.InvoiceNumber)));
			assert.deepEqual(stored.map(told), [
				{
					...{ Type: 'ACCREC', InvoiceNumber: 'CSV-E2E-1', Reference: 'PO 77', Contact: 'Tūī Street Bakery' },
					LineAmountTypes: 'Exclusive',
					...{ Status: 'DRAFT', Date: '2026-11-02', DueDate: '2026-11-20', SubTotal: 172.35, TotalTax: 25.85, Total: 198.2 },
					LineItems: [
						{ Description: 'Flour, 25 kg', Quantity: 4, UnitAmount: 38.4, AccountCode: '200', LineAmount: 153.6 },
						{ Description: 'Tin "Kauri"', Quantity: 1.5, UnitAmount: 12.5, AccountCode: '200', LineAmount: 18.75 },
					],
				},
				{
					...{ Type: 'ACCREC', InvoiceNumber: 'CSV-E2E-2', Reference: '', Contact: 'Ngaio Sports' },
					LineAmountTypes: 'Exclusive',
					...{ Status: 'DRAFT', Date: '2026-11-03', DueDate: '2026-12-03', SubTotal: 1250, TotalTax: 187.5, Total: 1437.5 },
					LineItems: [{ Description: 'Delivery', Quantity: 1, UnitAmount: 1250, AccountCode: '260', LineAmount: 1250 }],
				},
			]);
			return '3 rows, 2 invoices, 1 call';
		},
	},
];
