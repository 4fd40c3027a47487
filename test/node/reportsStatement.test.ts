import type { INodeParameters } from 'n8n-workflow';
import { checks, columns, ofType, pageOf } from './reportRows';
import { BooksByApi } from './booksByApi';
import { byId, byName, KERERU, staged } from './stage';
import { NOISY, postWorkedExample } from './workedExample';

const on = staged({ seed: 'empty', shared: true, limits: { minute: 10_000 } });

let ids: Readonly<Record<string, string>>;
beforeAll(async () => {
	ids = await postWorkedExample(on);
});

const AT_THE_END: INodeParameters = { asOf: 'custom', date: '2046-10-31' };

describe('A statement', () => {
	const statement = async (parameters: INodeParameters, options: INodeParameters = {}) => {
		const { json, error, items, hints } = await on.report('owing.customerStatement', { ...AT_THE_END, ...parameters, options });
		expect(error).toBe('');
		return { json, items, hints };
	};
	const one = (name: string) => ({ contacts: 'one', contactId: byName(name) });
	const OCTOBER = { type: 'activity', period: 'custom', fromDate: '2046-10-01', toDate: '2046-10-31' };
	const LINE = ['date', 'event', 'number', 'amount', 'memoAmount', 'balance'] as const;

	it('of what is open has each document with what is left of it, and their sum', async () => {
		const { json } = await statement({ ...one('Alder Ltd'), type: 'outstanding' });
		expect(columns(ofType(json, 'row'), ...LINE)).toEqual([
			['2046-07-01', 'invoice', 'INV-1', 750, null, 750],
			['2046-09-01', 'invoice', 'INV-2', 230, null, 980],
			['2046-09-02', 'invoice', 'INV-3', 345, null, 1325],
			['2046-10-20', 'creditNote', 'CN-1', -95, null, 1230],
			['2046-10-31', 'closing', '', null, null, 1230],
		]);
		expect(checks(json)).toEqual([['statementClosesCount', 0, 0, 'ties']]);
	});

	it('of what happened begins with what was open and has everything since, with the balance after each', async () => {
		const alder = await statement({ ...one('Alder Ltd'), ...OCTOBER });
		expect(columns(ofType(alder.json, 'row'), ...LINE)).toEqual([
			['2046-10-01', 'opening', '', null, null, 1325],
			['2046-10-20', 'creditNote', 'CN-1', -115, null, 1210],
			['2046-10-28', 'refund', 'CN-1', 20, null, 1230],
			['2046-10-31', 'closing', '', null, null, 1230],
		]);
		const cedar = await statement({ ...one('Cedar & Co'), ...OCTOBER });
		expect(columns(ofType(cedar.json, 'row'), ...LINE)).toEqual([
			['2046-10-01', 'opening', '', null, null, 0],
			['2046-10-05', 'overpayment', '', -60, null, -60],
			['2046-10-08', 'prepayment', 'INV-0001', 0, 115, -60],
			['2046-10-10', 'invoice', 'INV-6', 57.5, null, -2.5],
			['2046-10-25', 'payment', 'INV-8', -50, null, -52.5],
			['2046-10-30', 'invoice', 'INV-8', 200, null, 147.5],
			['2046-10-31', 'closing', '', null, null, 147.5],
		]);
	});

	it('of a foreign customer is in its currency', async () => {
		const { json } = await statement({ ...one('Birch GmbH'), ...OCTOBER });
		expect(columns(ofType(json, 'row'), 'currency', 'event', 'amount', 'balance')).toEqual([
			['EUR', 'opening', null, 0],
			['EUR', 'invoice', 1000, 1000],
			['EUR', 'payment', -300, 700],
			['EUR', 'closing', null, 700],
		]);
	});

	it('of each contact is one item with its lines inside, its address and its page', async () => {
		const { json, items } = await statement({ contacts: 'all', type: 'outstanding', rows: 'contacts' }, { alsoAsPage: true });
		expect(columns(ofType(json, 'row'), 'contactName', 'emailAddress', 'currency', 'balance')).toEqual([
			[NOISY, null, 'NZD', 46],
			['Alder Ltd', 'accounts@alder.example', 'NZD', 1230],
			['Birch GmbH', null, 'EUR', 700],
			['Cedar & Co', null, 'NZD', 147.5],
		]);
		const files = items.filter(({ binary }) => binary).map(pageOf);
		expect(files.map(({ fileName }) => fileName)).toEqual([
			'Customer Statement =HYPERLINK(-x-) -b-Fern & -Co---b- 2046-10-31.html',
			'Customer Statement Alder Ltd 2046-10-31.html',
			'Customer Statement Birch GmbH 2046-10-31.html',
			'Customer Statement Cedar & Co 2046-10-31.html',
		]);
		expect(files.map(({ html }) => ['INV-9', 'INV-1', 'INV-4', 'INV-8'].filter((number) => html.includes(number)))).toEqual([
			['INV-9'],
			['INV-1'],
			['INV-4'],
			['INV-8'],
		]);
		expect(files[0]!.html).not.toContain('<b>Fern');
	});

	it('of all contacts is one item per line, with one page', async () => {
		const { json, items } = await statement({ contacts: 'all', ...OCTOBER, rows: 'lines' }, { alsoAsPage: true });
		expect(
			columns(
				json.filter(({ event }) => event === 'closing'),
				'contactName',
				'balance',
			),
		).toEqual([
			[NOISY, 46],
			['Alder Ltd', 1230],
			['Birch GmbH', 700],
			['Cedar & Co', 147.5],
		]);
		expect(
			new Set(
				ofType(json, 'row').map((row) =>
					Object.keys(row)
						.filter((key) => key !== '_findings')
						.join(),
				),
			).size,
		).toBe(1);
		expect(items.filter(({ binary }) => binary)).toHaveLength(1);
		expect(pageOf(items[0]!).fileName).toBe('Customer Statement 2046-10-31.html');
	});

	it('of a contact without documents is empty, and of an ID that is no contact’s is refused', async () => {
		const { json } = await statement({ ...one('Dunlin Ltd'), type: 'outstanding' });
		expect(json.map(({ rowType }) => rowType)).toEqual(['check']);
		const { error } = await on.report('owing.customerStatement', {
			...AT_THE_END,
			contacts: 'one',
			contactId: byId('0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d'),
		});
		expect(error.split('\n')[0]).toBe(
			'Item 1, Contact “0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d”: Xero has no contact with this ID. Choose it From List',
		);
	});

	it('of a contact that is archived is found by its ID and by its name', async () => {
		const ContactID = ids['Dunlin Ltd']!;
		await new BooksByApi(on, KERERU).ask('/Contacts', { ContactID, ContactStatus: 'ARCHIVED' }, 'POST');
		for (const contactId of [byId(ContactID), byName('Dunlin Ltd')]) {
			const { json } = await statement({ contacts: 'one', contactId, type: 'outstanding' });
			expect(json.map(({ rowType }) => rowType)).toEqual(['check']);
		}
	});

	it('of suppliers is of nobody here', async () => {
		const { json } = await statement({ contacts: 'all', type: 'outstanding' }, { suppliers: true });
		expect(checks(json)).toEqual([['statementClosesCount', 0, null, 'notChecked']]);
	});

	it('reads neither As Of of activities nor Period of what is open', async () => {
		const activity = await statement({ ...one('Alder Ltd'), ...OCTOBER, asOf: 'custom', date: '' });
		expect(ofType(activity.json, 'row')).toHaveLength(4);
		const open = await statement({ ...one('Alder Ltd'), type: 'outstanding', period: 'custom', fromDate: '', toDate: '' });
		expect(ofType(open.json, 'row')).toHaveLength(5);
	});

	it.each<[string, INodeParameters, string]>([
		['no contact', { contacts: 'one' }, 'Item 1, Contact: is empty. Choose a contact, or Contacts: All With Something to Show'],
		[
			'an ID that is none',
			{ contacts: 'one', contactId: byId('42') },
			'Item 1, Contact “42”: is not an ID of Xero. Choose it From List, or use By Name',
		],
		[
			'a period the wrong way round',
			{ contacts: 'all', type: 'activity', period: 'custom', fromDate: '2046-10-31', toDate: '2046-10-01' },
			'Item 1, Date To “2046-10-01”: is before Date From (“2046-10-31”). Give a Date To that is the same day or later',
		],
		[
			'half a period',
			{ contacts: 'all', type: 'activity', period: 'custom', fromDate: '2046-10-31' },
			'Item 1, Date To: is empty. Give a day such as 2026-03-31, or choose another Period than Custom',
		],
	])('of %s is refused before any call', async (_, parameters, message) => {
		const { error } = await on.report('owing.customerStatement', parameters);
		expect([error.split('\n')[0], on.asked]).toEqual([message, []]);
	});
});
