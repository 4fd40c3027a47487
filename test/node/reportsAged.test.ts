import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { checks, columns, ofType, pageOf } from './reportRows';
import { byCode, byId, byName, HARBOUR, staged } from './stage';
import { NOISY, postWorkedExample } from './workedExample';

const on = staged({ seed: 'empty', shared: true, limits: { minute: 10_000 } });

let ids: Readonly<Record<string, string>>;
beforeAll(async () => {
	ids = await postWorkedExample(on);
});

const AT_THE_END: INodeParameters = { asOf: 'custom', date: '2046-10-31' };
const EUR = { rate: [{ currency: byCode('EUR'), rate: 0.5 }] };

const documents = (rows: readonly IDataObject[]) => rows.filter(({ level }) => level === 'document');

const aged = async (options: INodeParameters = {}, more: INodeParameters = {}, what = 'owing.agedReceivables') => {
	const { json, error, items, hints } = await on.report(what, { ...AT_THE_END, ...more, options: { rates: EUR, ...options } });
	expect(error).toBe('');
	return { json, items, hints };
};

describe('Aged receivables', () => {
	it('are those of the worked example, document by document and contact by contact', async () => {
		const { json } = await aged();
		expect(
			columns(documents(json), 'contactName', 'number', 'days', 'bucketLabel', 'outstanding', 'amount', 'unrealised'),
		).toEqual([
			[NOISY, 'INV-9', 11, '1-30', 46, 46, 0],
			['Alder Ltd', 'INV-1', 92, 'Older', 750, 750, 0],
			['Alder Ltd', 'INV-2', 30, '1-30', 230, 230, 0],
			['Alder Ltd', 'INV-3', 31, '31-60', 345, 345, 0],
			['Alder Ltd', 'CN-1', 11, '1-30', -95, -95, 0],
			['Birch GmbH', 'INV-4', 0, 'Current', 700, 1400, 53.85],
			['Cedar & Co', '', 26, '1-30', -60, -60, 0],
			['Cedar & Co', 'INV-6', 21, '1-30', 57.5, 57.5, 0],
			['Cedar & Co', 'INV-8', -29, 'Current', 150, 150, 0],
		]);
		const sums = json.filter(({ level }) => level === 'contact' || level === 'report');
		expect(columns(sums, 'rowType', 'contactName', 'current', 'buckets', 'total', 'baseDocumentRate')).toEqual([
			['row', NOISY, 0, [46, 0, 0, 0], 46, 46],
			['row', 'Alder Ltd', 0, [135, 345, 0, 750], 1230, 1230],
			['row', 'Birch GmbH', 1400, [0, 0, 0, 0], 1400, 1346.15],
			['row', 'Cedar & Co', 150, [-2.5, 0, 0, 0], 147.5, 147.5],
			['total', null, 1550, [178.5, 345, 0, 750], 2823.5, 2769.65],
		]);
		expect(checks(json)).toEqual([
			['receivablesTie', 2769.65, 2769.65, 'ties'],
			['documentsAgree', 0, 0, 'ties'],
		]);
	});

	it('as of 27 October have the payment that came before its invoice, and the credit note whole', async () => {
		const { json } = await aged({ currencyView: 'documentRate', totals: 'grand' }, { asOf: 'custom', date: '2046-10-27' });
		const rows = columns(documents(json), 'number', 'documentType', 'outstanding');
		expect(rows).toContainEqual(['INV-8', 'earlyPayment', -50]);
		expect(rows).toContainEqual(['CN-1', 'creditNote', -115]);
		expect(ofType(json, 'total')[0]).toMatchObject({ total: 2549.65 });
		expect(checks(json)[0]).toEqual(['receivablesTie', 2549.65, 2549.65, 'ties']);
	});

	const sumsOf = async (options: INodeParameters) => {
		const { json } = await aged({ ...options, return: ['total'] });
		expect(json).toHaveLength(1);
		const { current, buckets, bucketLabels, credits, total } = json[0]!;
		return { current, buckets, bucketLabels, credits, total };
	};

	it.each<[string, INodeParameters, IDataObject]>([
		[
			'by the date of the document',
			{ ageBy: 'date' },
			{ current: 0, buckets: [1498.5, 575, 0, 750], bucketLabels: ['1-30', '31-60', '61-90', 'Older'], credits: 0 },
		],
		[
			'with what is due on the day overdue',
			{ reportDateIsCurrent: false },
			{ current: 150, buckets: [1578.5, 345, 0, 750], credits: 0 },
		],
		['credits in Current', { credits: 'current' }, { current: 1395, buckets: [333.5, 345, 0, 750], credits: 0 }],
		[
			'credits in a column of their own',
			{ credits: 'ownColumn' },
			{ current: 1550, buckets: [333.5, 345, 0, 750], credits: -155 },
		],
		[
			'in buckets of 10 days, twice',
			{ bucketLength: 10, bucketCount: 2 },
			{ current: 1550, buckets: [0, -49, 1322.5], bucketLabels: ['1-10', '11-20', 'Older'], credits: 0 },
		],
		['in months', { bucketUnit: 'months', bucketCount: 2 }, { current: 1550, buckets: [178.5, 345, 750], credits: 0 }],
		['with prepayments', { includePrepayments: true }, { current: 1550, buckets: [63.5, 345, 0, 750], total: 2708.5 }],
		['at the rate of each document', { currencyView: 'documentRate' }, { current: 1496.15, total: 2769.65 }],
	])('are sorted %s', async (_, options, expected) => {
		expect(await sumsOf(options)).toMatchObject(expected);
	});

	it('take the latest rate that is given until the day, and say which was of a later one', async () => {
		const rate = [
			{ currency: byCode('eur'), rate: 0.7, date: '2046-09-30' },
			{ currency: byCode('EUR'), rate: 0.5, date: '2046-10-15' },
			{ currency: byCode('EUR'), rate: 0.4, date: '2046-11-01' },
		];
		const { json, hints } = await aged({ rates: { rate }, return: ['total'] });
		expect(json[0]).toMatchObject({ total: 2823.5 });
		expect(hints.join()).toContain('the rate of EUR is of 2046-11-01, which is after 2046-10-31, and was not used');
	});

	it('without a rate count a currency at the documents’ own, and say so where it is not the only foreign one', async () => {
		const { json } = await aged({ rates: { rate: [{ currency: byCode('USD'), rate: 0.6 }] } });
		expect(ofType(json, 'total')[0]).toMatchObject({ total: 2769.65 });
		expect(checks(json)[0]).toEqual(['receivablesTie', 2769.65, 2769.65, 'ties']);
	});

	it.each([
		['documents', ['document'], 9],
		['contacts', ['contact'], 4],
		['both', ['contact', 'document'], 13],
	])('come as rows of %s', async (rows, levels, count) => {
		const { json } = await aged({ return: ['row'] }, { rows });
		expect([[...new Set(json.map(({ level }) => level))], json.length]).toEqual([levels, count]);
		expect(new Set(documents(json).map((row) => Object.keys(row).join())).size).toBeLessThan(2);
	});

	it.each([
		['none', []],
		['grand', ['report']],
		['group', ['contact', 'contact', 'contact', 'contact', 'report']],
	])('have totals: %s', async (totals, levels) => {
		const { json } = await aged({ totals }, { rows: 'documents' });
		expect(ofType(json, 'total').map(({ level }) => level)).toEqual(levels);
	});

	it('of contacts by ID in any case and by name are of these alone, and are not held against the account', async () => {
		const contact = [
			{ contactId: byId(ids['Alder Ltd']!.toUpperCase()) },
			{ contactId: byName('cedar & co') },
			{ contactId: byName('={{ $json.name }}') },
		];
		const parameters = { ...AT_THE_END, rows: 'contacts', options: { contacts: { contact } } };
		const { json, error } = await on.report('owing.agedReceivables', parameters, [{ name: NOISY }]);
		expect(error).toBe('');
		expect(columns(ofType(json, 'row', 'total'), 'contactName', 'total')).toEqual([
			[NOISY, 46],
			['Alder Ltd', 1230],
			['Cedar & Co', 147.5],
			[null, 1423.5],
		]);
		expect(checks(json)[0]).toEqual(['receivablesTie', 1423.5, null, 'notChecked']);
	});

	it.each<[string, INodeParameters, string]>([
		[
			'a contact without a value',
			{ contacts: { contact: [{ contactId: byId('') }] } },
			'Item 1, Contact 1, Contact: has no value. Give one, or remove the row',
		],
		['contacts without a row', { contacts: {} }, 'Item 1, Contacts: has no rows. Add one, or remove it'],
		[
			'a name that no contact has',
			{ contacts: { contact: [{ contactId: byName('Elder Ltd') }] } },
			'Item 1, Contact “Elder Ltd”: Xero has no contact so named. Check the name, or choose it From List',
		],
		[
			'a currency that is none',
			{ rates: { rate: [{ currency: byCode('ERU'), rate: 0.5 }] } },
			'Item 1, Rate 1, Currency “ERU”: is not the code of a currency, such as NZD. Choose it From List, or use By Code',
		],
		[
			'a rate of nothing',
			{ rates: { rate: [{ currency: byCode('EUR'), rate: 0 }] } },
			'Item 1, Rate 1, Rate “0”: must be at least 0.000001',
		],
		[
			'a rate as a text',
			{ rates: { rate: [{ currency: byCode('EUR'), rate: 'half' }] } },
			'Item 1, Rate 1, Rate “half”: is not a number written like 1234.50',
		],
		[
			'a rate of two meanings',
			{ rates: { rate: [{ currency: byCode('EUR'), rate: '0,50' }] } },
			'Item 1, Rate 1, Rate “0,50”: is not a number written like 1234.50. Give 0.50',
		],
		[
			'a rate left empty',
			{ rates: { rate: [{ currency: byCode('EUR'), rate: '' }] } },
			'Item 1, Rate 1, Rate: has no value. Give one, or remove the row',
		],
		[
			'a rate of no currency',
			{ rates: { rate: [{ rate: 0.5 }] } },
			'Item 1, Rate 1, Currency: has no value. Give one, or remove the row',
		],
		['no bucket', { bucketCount: 0 }, 'Item 1, Bucket Count “0”: must be at least 1'],
		['half a day', { bucketLength: 0.5 }, 'Item 1, Bucket Length “0.5”: must be at least 1'],
		['an unknown kind of items', { return: ['sums'] }, 'Item 1, Return “sums”: is none of Rows, Totals, Not in the API, Checks'],
		['no call at all', { mostCalls: 0 }, 'Item 1, Most Calls “0”: must be at least 1'],
	])('of %s are refused in words', async (_, options, message) => {
		const { json, error } = await on.report('owing.agedReceivables', { ...AT_THE_END, options });
		expect([json, error.split('\n')[0]]).toEqual([[], message]);
	});

	it.each<[string, INodeParameters, string]>([
		[
			'Custom without its day',
			{ asOf: 'custom' },
			'Item 1, Date: is empty. Give a day such as 2026-03-31, or choose another As Of than Custom',
		],
		[
			'a day of another form',
			{ asOf: 'custom', date: '31/10/2046' },
			'Item 1, Date “31/10/2046”: is not a date like 2026-03-31. Use DateTime in an expression',
		],
		[
			'a day that no month has',
			{ asOf: 'custom', date: '2046-02-30' },
			'Item 1, Date “2046-02-30”: is not a date like 2026-03-31. Use DateTime in an expression',
		],
		[
			'another As Of',
			{ asOf: 'yesterday' },
			'Item 1, As Of “yesterday”: is none of Today, End of Last Month, End of Last Quarter, End of Last Financial Year, Custom',
		],
	])('as of %s are refused before any call', async (_, more, message) => {
		const { error } = await on.report('owing.agedReceivables', more);
		expect([error.split('\n')[0], on.asked]).toEqual([message, []]);
	});

	it('of a day before the first document, of the other side and of an organisation without documents are nothing, which is checked', async () => {
		const nothing = { total: 0, documents: 0, buckets: [0, 0, 0, 0] };
		for (const [what, more, check] of [
			['owing.agedReceivables', { date: '2020-01-01' }, 'receivablesTie'],
			['owing.agedPayables', {}, 'payablesTie'],
		] as const) {
			const { json } = await aged({}, more, what);
			expect(json.map(({ rowType }) => rowType)).toEqual(['total', 'check', 'check']);
			expect(json[0]).toMatchObject(nothing);
			expect(checks(json)[0]).toEqual([check, 0, 0, 'ties']);
		}
		const { json, error } = await on.report('owing.agedReceivables', { ...AT_THE_END, organisation: byId(HARBOUR) });
		expect([error, json[0]]).toEqual(['', expect.objectContaining({ ...nothing, currency: 'AUD', organisationId: HARBOUR })]);
	});

	it('come with a page in which no value is markup', async () => {
		const { items } = await aged({ alsoAsPage: true });
		const { html, fileName, mimeType } = pageOf(items[0]!);
		expect([fileName, mimeType]).toEqual(['Aged Receivables 2046-10-31.html', 'text/html']);
		expect(items.filter(({ binary }) => binary)).toHaveLength(1);
		expect(html).toContain('2,823.50');
		expect(html).toContain('=HYPERLINK(&quot;x&quot;) &lt;b&gt;Fern &amp; &quot;Co&quot;&lt;/b&gt;');
		expect(html).not.toContain('<b>Fern');
	});
});
