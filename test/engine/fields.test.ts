import { DateTime } from 'luxon';
import { choice, choices, date, email, flag, ids, instant, json, number, text, texts, url } from '../../nodes/shared/fields';
import { clause } from '../../nodes/shared/conditions';
import { group, rows } from '../../nodes/shared/rows';
import { locator, record } from '../../nodes/shared/pickers';
import type { Field } from '../../nodes/shared/model';
import { asked, gathered, refusal, row, sent } from './panel';

const ID = '2c5f1a3e-8b7d-4e21-9c46-7f0d5b1a9e33';
const OTHER = '7d0c5b1a-9e33-4e21-9c46-2c5f1a3e8b7d';
const no = (field: Field, value: unknown): string => refusal(() => sent(field, value));

describe('Text', () => {
	it.each([
		['Consulting', 'Consulting'],
		[' spaces stay ', ' spaces stay '],
		[1001, '1001'],
		[true, 'true'],
		['', undefined],
		[null, undefined],
		[undefined, undefined],
	])('%j is sent as %j', (given, expected) => {
		expect(sent(text('Reference'), given)).toBe(expected);
	});

	it('that is none is refused', () => {
		for (const given of [{}, ['a'], new Date()]) expect(no(text('Reference'), given)).toBe('Reference must be text [item 0]');
	});

	it('that is too long or too short is refused with the length', () => {
		expect(no(text('Title', { max: 5 }), 'abcdef')).toBe('Title can have at most 5 characters [item 0]');
		expect(sent(text('Title', { max: 5 }), 'abcde')).toBe('abcde');
	});

	it('empties a field of a record that is updated', () => {
		const update = row({
			method: 'POST',
			optional: { Reference: text('Reference'), Email: email('Email') },
			changes: true,
		});

		expect(gathered(update, { additionalFields: { Reference: '', Email: '' } }).body).toEqual({ Reference: '', Email: '' });
	});
});

describe('An email and a web address', () => {
	it('are sent as they are', () => {
		expect(sent(email('Email'), 'office@hill-farm.example')).toBe('office@hill-farm.example');
		expect(sent(url('Source URL'), 'https://example.com/orders/1?a=b')).toBe('https://example.com/orders/1?a=b');
	});

	it.each(['office', 'office@hill', 'a b@hill.example', '@hill.example'])('%s is no email', (given) => {
		expect(no(email('Email'), given)).toBe('Email must be an email address such as name@email.com [item 0]');
	});

	it('of another kind than text are refused in words', () => {
		expect(no(email('Email'), {})).toBe('Email must be text [item 0]');
		expect(no(url('Source URL'), ['x'])).toBe('Source URL must be text [item 0]');
		expect(no(url('Source URL'), 'example.com')).toBe('Source URL must be a web address that starts with https:// [item 0]');
	});
});

describe('A number', () => {
	it.each([
		[12.5, 12.5],
		[0, 0],
		['1200.50', 1200.5],
		[' -3 ', -3],
		['.5', 0.5],
		['', undefined],
		['  ', undefined],
	])('%j is sent as %j', (given, expected) => {
		expect(sent(number('Quantity'), given)).toBe(expected);
	});

	it.each(['1,200.50', '1.200,50', '12 hours', '1e3', '0x10', 'Infinity', NaN, Infinity, true, {}, ['1']])(
		'%j is refused',
		(given) => {
			expect(no(number('Quantity'), given)).toBe('Quantity must be a number such as 1200.50 [item 0]');
		},
	);

	it('outside its bounds is refused with the bound', () => {
		const field = number('Discount', { min: 0, max: 100, whole: true });
		expect(no(field, -1)).toBe('Discount must be at least 0 [item 0]');
		expect(no(field, '101')).toBe('Discount can be at most 100 [item 0]');
		expect(no(field, 1.5)).toBe('Discount must be a whole number [item 0]');
	});
});

describe('A yes or no', () => {
	it('may come as text', () => {
		expect(['true', 'false', true, false, ''].map((given) => sent(flag('Sent', 'Whether it was sent'), given))).toEqual([
			true,
			false,
			true,
			false,
			undefined,
		]);
	});

	it('is nothing else', () => {
		for (const given of ['yes', 1, {}])
			expect(no(flag('Sent', 'Whether it was sent'), given)).toBe('Sent must be true or false [item 0]');
	});
});

describe('A choice', () => {
	const status = choice('Status', [
		['DRAFT', 'Draft'],
		['AUTHORISED', 'Approved', 'Awaiting payment'],
	]);

	it.each([
		['AUTHORISED', 'AUTHORISED'],
		['authorised', 'AUTHORISED'],
		['Approved', 'AUTHORISED'],
		[' approved ', 'AUTHORISED'],
		['', undefined],
	])('%j is sent as %j', (given, expected) => {
		expect(sent(status, given)).toBe(expected);
	});

	it.each(['PAID', 'constructor', 1, {}])('%j is refused', (given) => {
		expect(no(status, given)).toMatch(/^Status must be one of (Draft \(DRAFT\), Approved \(AUTHORISED\)|the options) \[item 0]$/);
	});

	it('of several may be a list or typed with commas', () => {
		const statuses = choices('Statuses', [
			['DRAFT', 'Draft'],
			['AUTHORISED', 'Approved'],
		]);
		expect(asked({ Statuses: statuses }, { Statuses: ['DRAFT', 'approved'] }).query).toEqual({ Statuses: 'DRAFT,AUTHORISED' });
		expect(asked({ Statuses: statuses }, { Statuses: 'draft, Approved' }).query).toEqual({ Statuses: 'DRAFT,AUTHORISED' });
		expect(asked({ Statuses: statuses }, { Statuses: [] }).query).toEqual({});
		expect(refusal(() => asked({ Statuses: statuses }, { Statuses: ['DRAFT', 'PAID'] }))).toMatch(
			/^Statuses, row 2 must be one of Draft/,
		);
		expect(refusal(() => asked({ Statuses: statuses }, { Statuses: { a: 1 } }))).toBe(
			'Statuses must be a list of options [item 0]',
		);
	});
});

describe('A date', () => {
	it.each([
		['2026-03-31', '2026-03-31'],
		['2026-03-31T00:00:00.000Z', '2026-03-31'],
		['2026-03-31T23:59:59-10:00', '2026-03-31'],
		[DateTime.fromISO('2026-03-31T23:00:00', { zone: 'Pacific/Honolulu' }), '2026-03-31'],
		[new Date('2026-03-31T11:00:00Z'), '2026-04-01'],
		['', undefined],
	])('%j in Auckland is %j', (given, expected) => {
		expect(sent(date('Due Date'), given)).toBe(expected);
	});

	it.each(['2026-02-30', '31/03/2026', '2026', 'tomorrow', 46_112, {}, new Date(NaN), DateTime.invalid('made up')])(
		'%j is refused',
		(given) => {
			expect(no(date('Due Date'), given)).toBe('Due Date must be a date such as 2026-03-31 [item 0]');
		},
	);

	it('with a time goes to Xero in UTC', () => {
		const query = { 'If-Modified-Since': instant('Modified After') };
		expect(asked(query, { 'If-Modified-Since': '2026-03-31T09:00:00' })).toEqual({
			query: {},
			headers: { 'If-Modified-Since': '2026-03-30T20:00:00' },
			portions: {},
		});
		expect(refusal(() => asked(query, { 'If-Modified-Since': 'yesterday' }))).toBe(
			'Modified After must be a date and time such as 2026-03-31T09:00:00Z [item 0]',
		);
	});
});

describe('A record that is picked', () => {
	const contact = locator('Contact', 'contact', { id: 'ContactID', number: 'ContactNumber', name: 'Name' });
	const account = record('Account', 'account', ['id', 'code']);
	const picked = (mode: string, value: unknown) => ({ __rl: true, mode, value, cachedResultName: 'Hill Farm' });

	it.each([
		['from the list', picked('list', ID), { ContactID: ID }],
		['by ID', picked('id', ID), { ContactID: ID }],
		['by a link of Xero', picked('id', `https://go.xero.com/app/!abc/contacts/contact/${ID}?x=1`), { ContactID: ID }],
		['by number', picked('number', 'C-7'), { ContactNumber: 'C-7' }],
		['by a number that is a number', picked('number', 1007), { ContactNumber: '1007' }],
		['by name', picked('name', ' Hill Farm '), { Name: 'Hill Farm' }],
		['by nothing', picked('list', ''), undefined],
		['by blanks', picked('name', '   '), undefined],
		['by null', picked('id', null), undefined],
		['by bare text of an expression, an ID', ID, { ContactID: ID }],
		['by bare text of an expression, something else', 'C-7', { ContactNumber: 'C-7' }],
		['by an empty text', '', undefined],
	])('%s', (_, given, expected) => {
		expect(sent(contact, given)).toEqual(expected);
	});

	it('is written as its bare ID or code where Xero takes that', () => {
		expect(sent(account, picked('code', '200'))).toBe('200');
		expect(sent(account, 200)).toBe('200');
		expect(sent(account, ID)).toBe(ID);
	});

	it('takes the property of the list where its lines are no IDs', () => {
		const tax = locator('Tax Rate', 'taxRate', { id: 'TaxRateID', list: 'TaxType' });
		expect(sent(tax, picked('list', 'OUTPUT2'))).toEqual({ TaxType: 'OUTPUT2' });
	});

	it('by an ID that is none is refused', () => {
		expect(no(contact, picked('id', 'Hill Farm'))).toBe('Contact is not an ID of Xero (8-4-4-4-12 hexadecimal digits) [item 0]');
	});

	it('by an object or a list is refused in words', () => {
		for (const given of [{ ContactID: ID }, [ID], picked('id', { ContactID: ID })])
			expect(no(contact, given)).toBe(
				'Contact must name one contact: choose it from the list, or give it in the way chosen beside the box [item 0]',
			);
	});

	it('fills the hole of a path, encoded, and leaves the body', () => {
		const get = row({ method: 'GET', path: '/Accounts/{Account}/Notes', required: { Account: account } });

		expect(gathered(get, { Account: picked('code', '2/0?#é') })).toMatchObject({
			path: '/Accounts/2%2F0%3F%23%C3%A9/Notes',
			holes: { Account: '2/0?#é' },
			body: {},
		});
	});

	it.each(['.', '..'])('cannot lead out of its path with %s', (value) => {
		const get = row({ method: 'GET', path: '/Accounts/{Account}', required: { Account: account } });

		expect(refusal(() => gathered(get, { Account: picked('code', value) }))).toBe('Account cannot be a dot [item 0]');
	});
});

describe('Several IDs and texts', () => {
	it('may be a list or typed with commas; each is asked for once', () => {
		expect(asked({ IDs: ids('IDs') }, { IDs: ` ${ID} ,${OTHER},, ${ID}` }).query).toEqual({ IDs: `${ID},${OTHER}` });
		expect(asked({ Numbers: texts('Numbers') }, { Numbers: [7, 'INV-8', ''] }).query).toEqual({ Numbers: '7,INV-8' });
		expect(asked({ Numbers: texts('Numbers') }, { Numbers: ' , ' }).query).toEqual({});
	});

	it('are asked for in portions where there are many', () => {
		const many = Array.from({ length: 95 }, (_, index) => `INV-${index}`);
		const { query, portions } = asked({ Numbers: texts('Numbers', { portion: 40 }) }, { Numbers: many });

		expect(query).toEqual({});
		expect(portions.Numbers!.map((portion) => portion.split(',').length)).toEqual([40, 40, 15]);
		expect(portions.Numbers!.join(',').split(',')).toEqual(many);
	});

	it('are cut so that the address stays short, however long each of them is', () => {
		const long = Array.from({ length: 30 }, (_, index) => `${'Ä'.repeat(60)}-${index}`);
		const { query, portions } = asked({ Numbers: texts('Numbers', { portion: 40 }) }, { Numbers: long });

		expect(query).toEqual({});
		for (const portion of portions.Numbers!) expect(encodeURIComponent(portion).length).toBeLessThan(1800);
		expect(portions.Numbers!.join(',').split(',')).toEqual(long);
		// 60 letters of six characters each and a number: four of them fit.
		expect(portions.Numbers!.map((portion) => portion.split(',').length).slice(0, 2)).toEqual([4, 4]);
	});

	it('share the room in the address with each other and with a condition', () => {
		const list = (letter: string) => Array.from({ length: 40 }, (_, index) => `${letter}${'x'.repeat(30)}${index}`);
		const fields = {
			IDs: texts('IDs', { portion: 40 }),
			Numbers: texts('Numbers', { portion: 40 }),
			where: clause('Where', {}),
		};
		const { query, portions } = asked(fields, { IDs: list('a'), Numbers: list('b'), where: 'y'.repeat(600) });

		expect(Object.keys(query)).toEqual(['where']);
		const longest = [portions.IDs!, portions.Numbers!].map((parts) =>
			Math.max(...parts.map((one) => encodeURIComponent(one).length)),
		);
		expect(longest[0]! + longest[1]! + 600).toBeLessThan(1800);
		expect(portions.IDs!.join(',').split(',')).toEqual(list('a'));
	});

	it('that are none are refused by name', () => {
		expect(refusal(() => asked({ IDs: ids('IDs') }, { IDs: [ID, 'INV-7'] }))).toBe(
			'IDs, row 2 holds “INV-7”, which is not an ID of Xero (8-4-4-4-12 hexadecimal digits) [item 0]',
		);
		expect(refusal(() => asked({ Numbers: texts('Numbers') }, { Numbers: [{}] }))).toBe(
			'Numbers, row 1 must be texts separated by commas [item 0]',
		);
	});
});

describe('Rows', () => {
	const lines = rows(
		'Line Items',
		'Line Item',
		{ Description: text('Description'), Quantity: number('Quantity'), Account: record('Account', 'account', ['code']) },
		{ max: 3, folded: { Tracking: rows('Tracking', 'Category', { Name: text('Name', { max: 4 }) }) } },
	);
	const written = [{ Description: 'Hours', Quantity: 2, Account: '200' }];

	it.each([
		[
			'of the panel',
			{ lineItem: [{ Description: 'Hours', Quantity: 2, Account: { __rl: true, mode: 'code', value: '200' } }] },
			written,
		],
		['from an expression', [{ Description: 'Hours', Quantity: '2', Account: '200' }], written],
		[
			'with nothing in them are left out',
			[{ Description: '', Quantity: '' }, {}, { Description: 'Hours' }],
			[{ Description: 'Hours' }],
		],
		['of none', { lineItem: [] }, undefined],
		['not touched', {}, undefined],
		[
			'with further inputs',
			{ lineItem: [{ Description: 'a', additionalFields: { Tracking: { category: [{ Name: 'Site' }] } } }] },
			[{ Description: 'a', Tracking: [{ Name: 'Site' }] }],
		],
	])('%s', (_, given, expected) => {
		expect(sent(lines, given)).toEqual(expected);
	});

	it.each([
		[[{ Quantity: 1 }, { Quantity: 'two' }], 'Line Items, row 2, Quantity must be a number such as 1200.50 [item 3]'],
		[
			[{ Tracking: [{ Name: 'x' }, { Name: 'north' }] }],
			'Line Items, row 1, Tracking, row 2, Name can have at most 4 characters [item 3]',
		],
		[[{}, {}, {}, {}].map(() => ({ Quantity: 1 })), 'Line Items can have at most 3 rows [item 3]'],
		['Hours', 'Line Items must be a list of Line Item rows [item 3]'],
		[{ Description: 'Hours' }, 'Line Items must be a list of Line Item rows [item 3]'],
		[['Hours'], 'Line Items, row 1 must be an object with inputs such as Description, Quantity, Account [item 3]'],
		[
			[{ Description: 'a' }, { description: 'b' }],
			'Line Items, row 2 must be an object with inputs such as Description, Quantity, Account [item 3]',
		],
	])('%j are refused: %s', (given, message) => {
		expect(refusal(() => sent(lines, given, { item: 3 }))).toBe(message);
	});
});

describe('Inputs that belong together', () => {
	const terms = group('Payment Terms', {
		Day: number('Day', { whole: true }),
		Type: choice('Type', [['DAYSAFTERBILLDATE', 'After Bill Date']]),
	});

	it('are written as one object, or not at all', () => {
		expect(sent(terms, { values: { Day: '20', Type: 'after bill date' } })).toEqual({ Day: 20, Type: 'DAYSAFTERBILLDATE' });
		expect(sent(terms, { Day: 20 })).toEqual({ Day: 20 });
		expect([sent(terms, {}), sent(terms, { values: {} }), sent(terms, '')]).toEqual([undefined, undefined, undefined]);
	});

	it('are refused by label', () => {
		expect(no(terms, { values: { Day: 1.5 } })).toBe('Payment Terms, Day must be a whole number [item 0]');
		expect(no(terms, 'monthly')).toBe('Payment Terms must be an object with inputs such as Day, Type [item 0]');
	});
});

describe('JSON', () => {
	it('may be typed or come from an expression', () => {
		expect([
			sent(json('Body'), '{"a":1}'),
			sent(json('Body'), { a: 1 }),
			sent(json('Body'), ''),
			sent(json('Body'), '[1]'),
		]).toEqual([{ a: 1 }, { a: 1 }, undefined, [1]]);
	});

	it('that cannot be read is refused', () => {
		for (const given of ['{a', '7', 7])
			expect(no(json('Body'), given)).toBe('Body must be JSON such as {"Name": "Ridgeway University"} [item 0]');
	});
});
