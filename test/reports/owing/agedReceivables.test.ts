import { documentsToRead } from '../../../nodes/XeroReports/folds/settlements';
import { picked } from './records';
import { credits, openNow, payments, report, W1 } from './w1';

const documents = (rows: ReturnType<typeof report>) =>
	rows.filter(({ level, rowType }) => level === 'document' && rowType === 'row');
const contacts = (rows: ReturnType<typeof report>) =>
	rows.filter(({ level, rowType }) => level === 'contact' && rowType === 'row');
const totals = (rows: ReturnType<typeof report>) => rows.filter(({ rowType }) => rowType === 'total');
const checks = (rows: ReturnType<typeof report>) =>
	picked(
		rows.filter(({ rowType }) => rowType === 'check'),
		'check',
		'ours',
		'xeros',
		'difference',
		'status',
	);

describe('aged receivables as of 31 October', () => {
	it('have what was open that day of every document, contact by contact, with its age', () => {
		expect(
			picked(documents(report()), 'contactName', 'documentType', 'number', 'outstanding', 'days', 'bucket', 'bucketLabel'),
		).toEqual([
			['Alder Ltd', 'invoice', 'INV-1', 750, 92, 4, 'Older'],
			['Alder Ltd', 'invoice', 'INV-2', 230, 30, 1, '1-30'],
			['Alder Ltd', 'invoice', 'INV-3', 345, 31, 2, '31-60'],
			['Alder Ltd', 'creditNote', 'CN-1', -95, 11, 1, '1-30'],
			['Birch GmbH', 'invoice', 'INV-4', 700, 0, 0, 'Current'],
			['Cedar & Co', 'overpayment', '', -60, 26, 1, '1-30'],
			['Cedar & Co', 'invoice', 'INV-6', 57.5, 21, 1, '1-30'],
			['Cedar & Co', 'invoice', 'INV-8', 150, -29, 0, 'Current'],
		]);
	});

	it('have the same keys in every row of a document', () => {
		expect(documents(report())[2]).toEqual({
			report: 'agedReceivables',
			rowType: 'row',
			organisationId: 'organisation',
			level: 'document',
			contactId: 'contact-Alder Ltd',
			contactName: 'Alder Ltd',
			documentType: 'invoice',
			documentId: 'id-INV-3',
			paymentId: null,
			allocationId: null,
			number: 'INV-3',
			reference: 'PO 77',
			date: '2026-09-02',
			dueDate: '2026-09-30',
			days: 31,
			bucket: 2,
			bucketLabel: '31-60',
			currency: 'NZD',
			total: 345,
			outstanding: 345,
			amount: 345,
			amountAt: 'asOfRate',
			baseDocumentRate: 345,
			baseAsOfRate: 345,
			unrealised: 0,
			rate: 1,
			asOfRate: null,
			asOfRateSource: null,
			asOfRateQuality: null,
			rateMissing: false,
			overSettled: false,
			mismatch: false,
			outstandingByPayments: 345,
			asOf: '2026-10-31',
		});
	});

	it('add up by contact and in all at the rate of the day', () => {
		const rows = report();
		expect(picked(contacts(rows), 'contactName', 'current', 'buckets', 'credits', 'total')).toEqual([
			['Alder Ltd', 0, [135, 345, 0, 750], 0, 1230],
			['Birch GmbH', 1400, [0, 0, 0, 0], 0, 1400],
			['Cedar & Co', 150, [-2.5, 0, 0, 0], 0, 147.5],
		]);
		expect(totals(rows)).toEqual([
			{
				report: 'agedReceivables',
				rowType: 'total',
				organisationId: 'organisation',
				level: 'report',
				contactId: null,
				contactName: null,
				documents: 8,
				currency: 'NZD',
				current: 1550,
				buckets: [132.5, 345, 0, 750],
				bucketLabels: ['1-30', '31-60', '61-90', 'Older'],
				credits: 0,
				total: 2777.5,
				baseDocumentRate: 2723.65,
				baseAsOfRate: 2777.5,
				unrealised: 53.85,
				rateMissing: false,
				asOf: '2026-10-31',
			},
		]);
	});

	it('tie the control account at the rate of the day', () => {
		expect(checks(report())).toEqual([
			['receivablesTie', 2777.5, 2777.5, 0, 'ties'],
			['documentsAgree', 0, 0, 0, 'ties'],
		]);
		expect(checks(report({ balance: 277_751n }))[0]).toEqual(['receivablesTie', 2777.5, 2777.51, 0.01, 'rounding']);
		expect(checks(report({ balance: 280_000n }))[0]).toEqual(['receivablesTie', 2777.5, 2800, 22.5, 'differs']);
	});

	it('add up at the rates of the documents where these are chosen', () => {
		const rows = report({ options: { currencyView: 'documentRate' } });
		expect(picked([...contacts(rows), ...totals(rows)], 'current', 'total', 'baseAsOfRate', 'unrealised')).toEqual([
			[0, 1230, 1230, 0],
			[1346.15, 1346.15, 1400, 53.85],
			[150, 147.5, 147.5, 0],
			[1496.15, 2723.65, 2777.5, 53.85],
		]);
	});

	it('have what falls due that day in the first bucket where it counts as overdue', () => {
		const rows = report({ options: { buckets: { unit: 'days', length: 30, count: 3, reportDateIsCurrent: false } } });
		expect(picked(documents(rows), 'number', 'bucketLabel')[4]).toEqual(['INV-4', '1-30']);
		expect(picked(totals(rows), 'current', 'buckets')).toEqual([[150, [1532.5, 345, 0, 750]]]);
	});

	it('age by the date of the document where that is chosen', () => {
		const rows = report({ options: { ageBy: 'date' } });
		expect(picked(documents(rows), 'number', 'days', 'bucketLabel')).toEqual([
			['INV-1', 122, 'Older'],
			['INV-2', 60, '31-60'],
			['INV-3', 59, '31-60'],
			['CN-1', 11, '1-30'],
			['INV-4', 30, '1-30'],
			['', 26, '1-30'],
			['INV-6', 21, '1-30'],
			['INV-8', 1, '1-30'],
		]);
	});

	it('have credits in Current or in a column of their own', () => {
		const inCurrent = report({ options: { credits: 'current' } });
		expect(picked([...contacts(inCurrent), ...totals(inCurrent)], 'current', 'buckets', 'credits', 'total')).toEqual([
			[-95, [230, 345, 0, 750], 0, 1230],
			[1400, [0, 0, 0, 0], 0, 1400],
			[90, [57.5, 0, 0, 0], 0, 147.5],
			[1395, [287.5, 345, 0, 750], 0, 2777.5],
		]);
		const own = report({ options: { credits: 'ownColumn' } });
		expect(picked([...contacts(own), ...totals(own)], 'current', 'buckets', 'credits', 'total')).toEqual([
			[0, [230, 345, 0, 750], -95, 1230],
			[1400, [0, 0, 0, 0], 0, 1400],
			[150, [57.5, 0, 0, 0], -60, 147.5],
			[1550, [287.5, 345, 0, 750], -155, 2777.5],
		]);
		expect(picked(documents(own), 'bucket', 'bucketLabel')[3]).toEqual([null, 'Credits']);
	});

	it('have prepayments where they are asked for, which are no part of the tie', () => {
		const rows = report({ options: { includePrepayments: true } });
		expect(picked(documents(rows), 'documentType', 'outstanding', 'bucketLabel')[6]).toEqual(['prepayment', -115, '1-30']);
		expect(picked(totals(rows), 'total')).toEqual([[2662.5]]);
		expect(checks(rows)[0]).toEqual(['receivablesTie', 2777.5, 2777.5, 0, 'ties']);
	});

	it('are of chosen contacts, and then are not held against the account of all', () => {
		const rows = report({ options: { contacts: new Set(['contact-Birch GmbH']) } });
		expect(picked(documents(rows), 'number')).toEqual([['INV-4']]);
		expect(picked(totals(rows), 'total')).toEqual([[1400]]);
		expect(checks(rows)[0]).toEqual(['receivablesTie', 2777.5, null, null, 'notChecked']);
	});

	it('have documents, contacts or both, and totals where they are asked for', () => {
		const kinds = (items: Parameters<typeof report>[0]) =>
			picked(report(items), 'rowType', 'level').map(([type, level]) => `${type} ${level}`);
		expect(kinds({ items: { rows: 'contacts', totals: 'none' } }).slice(0, -2)).toEqual([
			'row contact',
			'row contact',
			'row contact',
		]);
		expect(
			kinds({ items: { rows: 'documents', totals: 'group' } })
				.filter((kind) => kind !== 'row document')
				.slice(0, -2),
		).toEqual(['total contact', 'total contact', 'total contact', 'total report']);
		expect(kinds({ items: { rows: 'both', totals: 'group' } }).slice(0, 5)).toEqual([
			'row contact',
			'row document',
			'row document',
			'row document',
			'row document',
		]);
	});
});

describe('aged receivables as of 27 October', () => {
	const asked = { options: { asOf: '2026-10-27', currencyView: 'documentRate' }, balance: 250_365n } as const;

	it('have no later refund, no later invoice, and its payment on a row of its own', () => {
		expect(
			picked(documents(report(asked)), 'documentType', 'number', 'date', 'outstanding', 'days', 'bucketLabel', 'amount'),
		).toEqual([
			['invoice', 'INV-1', '2026-07-01', 750, 88, '61-90', 750],
			['invoice', 'INV-2', '2026-09-01', 230, 26, '1-30', 230],
			['invoice', 'INV-3', '2026-09-02', 345, 27, '1-30', 345],
			['creditNote', 'CN-1', '2026-10-20', -115, 7, '1-30', -115],
			['invoice', 'INV-4', '2026-10-01', 700, -4, 'Current', 1346.15],
			['overpayment', '', '2026-10-05', -60, 22, '1-30', -60],
			['invoice', 'INV-6', '2026-10-10', 57.5, 17, '1-30', 57.5],
			['earlyPayment', 'INV-8', '2026-10-25', -50, 2, '1-30', -50],
		]);
		expect(
			picked(documents(report(asked)).slice(-1), 'documentId', 'paymentId', 'dueDate', 'total', 'outstandingByPayments'),
		).toEqual([['id-INV-8', 'pay-INV-8-1', null, null, null]]);
	});

	it('come to the same as the ledger at the rates of the documents', () => {
		const rows = report(asked);
		expect(picked(totals(rows), 'total', 'baseDocumentRate')).toEqual([[2503.65, 2503.65]]);
		expect(checks(report({ ...asked, given: [] }))[0]).toEqual(['receivablesTie', 2503.65, 2503.65, 0, 'ties']);
	});
});

describe('what has to be read for aged receivables', () => {
	it('is what payments and allocations after the day name and nobody has read', () => {
		const read = { documents: [...openNow, ...credits], payments };
		expect(documentsToRead(read, '2026-10-31', 'receivable')).toEqual([
			{ list: 'Invoices', id: 'id-INV-2', number: 'INV-2' },
			{ list: 'Invoices', id: 'id-INV-6', number: 'INV-6' },
		]);
		expect(documentsToRead(read, '2026-11-07', 'receivable')).toEqual([{ list: 'Invoices', id: 'id-INV-6', number: 'INV-6' }]);
		expect(documentsToRead(read, '2026-10-31', 'receivable', new Set(['contact-Alder Ltd']))).toEqual([
			{ list: 'Invoices', id: 'id-INV-2', number: 'INV-2' },
		]);
		expect(documentsToRead(read, '2026-10-31', 'payable')).toEqual([]);
		expect(documentsToRead(W1, '2026-10-31', 'receivable')).toEqual([]);
	});
});
