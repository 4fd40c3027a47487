import { DateTime } from 'luxon';
import {
	choice,
	choices,
	date,
	email,
	flag,
	ids,
	instant,
	json,
	number,
	text,
	texts,
	url,
} from '../../nodes/shared/inputs/scalars';
import { clearing } from '../../nodes/shared/inputs/clearFields';
import { clause } from '../../nodes/shared/inputs/where';
import { group, rows } from '../../nodes/shared/inputs/collections';
import { locator, record } from '../../nodes/shared/inputs/locators';
import type { Field } from '../../nodes/shared/model/field';
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
		expect(no(text('Reference'), {})).toBe('Item 1, Reference: is an object; one value is needed');
		expect(no(text('Reference'), ['a'])).toBe('Item 1, Reference: is a list; one value is needed');
		expect(no(text('Reference'), new Date())).toBe('Item 1, Reference: is a date; one value is needed');
	});

	it('that is too long or too short is refused with the length', () => {
		expect(no(text('Title', { max: 5 }), 'abcdef')).toBe('Item 1, Title “abcdef”: can have at most 5 characters');
		expect(sent(text('Title', { max: 5 }), 'abcde')).toBe('abcde');
	});

	it('that is blank keeps what a record has; what is to be emptied is chosen', () => {
		const fields = { Reference: text('Reference'), Email: email('Email'), Number: number('Number') };
		const update = row({ method: 'POST', optional: { ...fields, ...clearing(fields) }, isUpdate: true });

		expect(gathered(update, { additionalFields: { Reference: '', Email: ' ', Number: 1 } }).body).toEqual({ Number: 1 });
		expect(gathered(update, { additionalFields: { clearFields: ['Email'], Reference: 'PO 77' } }).body).toEqual({
			Reference: 'PO 77',
			Email: '',
		});
		expect(refusal(() => gathered(update, { additionalFields: { clearFields: ['Email'], Email: 'a@b.example' } }))).toBe(
			'Item 1, Email: is to be cleared and has a value. Take it out of one of the two',
		);
		expect(refusal(() => gathered(update, { additionalFields: { clearFields: ['Number'] } }))).toBe(
			'Item 1, Clear Fields “Number”: is none of Reference, Email',
		);
	});
});

describe('An email and a web address', () => {
	it('are sent as they are', () => {
		expect(sent(email('Email'), 'office@hill-farm.example')).toBe('office@hill-farm.example');
		expect(sent(url('Source URL'), 'https://example.com/orders/1?a=b')).toBe('https://example.com/orders/1?a=b');
	});

	it.each([
		['office', 'office'],
		['office@hill', 'off…'],
		['a b@hill.example', 'a b…'],
		['@hill.example', '@hi…'],
	])('%s is no email', (given, value) => {
		expect(no(email('Email'), given)).toBe(`Item 1, Email “${value}”: is not an email address such as name@email.com`);
	});

	it('of another kind than text are refused in words', () => {
		expect(no(email('Email'), {})).toBe('Item 1, Email: is an object; one value is needed');
		expect(no(url('Source URL'), ['x'])).toBe('Item 1, Source URL: is a list; one value is needed');
		expect(no(url('Source URL'), 'example.com')).toBe(
			'Item 1, Source URL “example.com”: is not a web address that starts with https://',
		);
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

	it.each(['12 hours', '1e3', '0x10', 'Infinity', NaN, Infinity, true, '12,345'])('%p is refused', (given) => {
		expect(no(number('Quantity'), given)).toBe(`Item 1, Quantity “${given}”: is not a number written like 1234.50`);
	});

	it.each([
		['1,200.50', '1200.50'],
		['1.200,50', '1200.50'],
		['12,50', '12.50'],
		['(12.50)', '-12.50'],
		["1'234'567", '1234567'],
		['-1 200,5', '-1200.5'],
	])('%s can mean one number only, and the refusal writes it: %s', (given, plain) => {
		expect(no(number('Quantity'), given)).toBe(
			`Item 1, Quantity “${given}”: is not a number written like 1234.50. Give ${plain}`,
		);
	});

	it('that is a list or an object is told by its kind', () => {
		expect(no(number('Quantity'), {})).toBe('Item 1, Quantity: is an object; one value is needed');
		expect(no(number('Quantity'), ['1'])).toBe('Item 1, Quantity: is a list; one value is needed');
	});

	it('outside its bounds is refused with the bound', () => {
		const field = number('Discount', { min: 0, max: 100, whole: true });
		expect(no(field, -1)).toBe('Item 1, Discount “-1”: must be at least 0');
		expect(no(field, '101')).toBe('Item 1, Discount “101”: can be at most 100');
		expect(no(field, 1.5)).toBe('Item 1, Discount “1.5”: must be a whole number');
	});
});

describe('A yes or no', () => {
	it('may come as text', () => {
		expect(['true', 'FALSE ', true, false, ''].map((given) => sent(flag('Sent', 'Whether it was sent'), given))).toEqual([
			true,
			false,
			true,
			false,
			undefined,
		]);
	});

	it('is nothing else', () => {
		for (const given of ['yes', 1])
			expect(no(flag('Sent', 'Whether it was sent'), given)).toBe(`Item 1, Sent “${given}”: is neither true nor false`);
		expect(no(flag('Sent', 'Whether it was sent'), {})).toBe('Item 1, Sent: is an object; one value is needed');
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

	it.each(['PAID', 'constructor', 1])('%j is refused', (given) => {
		expect(no(status, given)).toBe(`Item 1, Status “${given}”: is none of Draft, Approved`);
		expect(no(status, {})).toBe('Item 1, Status: is an object; one value is needed');
	});

	it('of several may be a list or typed with commas', () => {
		const statuses = choices('Statuses', [
			['DRAFT', 'Draft'],
			['AUTHORISED', 'Approved'],
		]);
		expect(asked({ Statuses: statuses }, { Statuses: ['DRAFT', 'approved'] }).query).toEqual({ Statuses: 'DRAFT,AUTHORISED' });
		expect(asked({ Statuses: statuses }, { Statuses: 'draft, Approved' }).query).toEqual({ Statuses: 'DRAFT,AUTHORISED' });
		expect(asked({ Statuses: statuses }, { Statuses: [] }).query).toEqual({});
		expect(refusal(() => asked({ Statuses: statuses }, { Statuses: ['DRAFT', 'PAID'] }))).toBe(
			'Item 1, Statuses “PAID”: is none of Draft, Approved',
		);
		expect(refusal(() => asked({ Statuses: statuses }, { Statuses: { a: 1 } }))).toBe(
			'Item 1, Statuses: is an object; a list is needed',
		);
	});
});

describe('A date', () => {
	it.each([
		['2026-03-31', '2026-03-31'],
		['2026-03-31T00:00:00.000Z', '2026-03-31'],
		['2026-03-31T23:59:59-10:00', '2026-04-01'],
		[DateTime.fromISO('2026-03-31T23:00:00', { zone: 'Pacific/Honolulu' }), '2026-04-01'],
		[new Date('2026-03-31T11:00:00Z'), '2026-04-01'],
		['', undefined],
	])('%j in Auckland is %j', (given, expected) => {
		expect(sent(date('Due Date'), given)).toBe(expected);
	});

	it.each(['2026-02-30', '31/03/2026', '2026', 'tomorrow'])('%s is refused', (given) => {
		expect(no(date('Due Date'), given)).toBe(
			`Item 1, Due Date “${given}”: is not a date like 2026-03-31. Use DateTime in an expression`,
		);
	});

	it.each([
		[46_112, 'Item 1, Due Date “46112”: looks like a date of Excel (31 March 2026). Give 2026-03-31'],
		['46112', 'Item 1, Due Date “46112”: looks like a date of Excel (31 March 2026). Give 2026-03-31'],
		[12, 'Item 1, Due Date “12”: is not a date like 2026-03-31. Use DateTime in an expression'],
		[{}, 'Item 1, Due Date: is an object; one value is needed. Use DateTime in an expression'],
		[new Date(NaN), 'Item 1, Due Date: is a date; one value is needed. Use DateTime in an expression'],
		[DateTime.invalid('made up'), 'Item 1, Due Date: is an object; one value is needed. Use DateTime in an expression'],
	])('%j is refused, told by what it is', (given, message) => {
		expect(no(date('Due Date'), given)).toBe(message);
	});

	it('with a time goes to Xero in UTC', () => {
		const query = { 'If-Modified-Since': instant('Modified After') };
		expect(asked(query, { 'If-Modified-Since': '2026-03-31T09:00:00' })).toEqual({
			query: {},
			headers: { 'If-Modified-Since': '2026-03-30T20:00:00' },
			chunks: {},
		});
		expect(refusal(() => asked(query, { 'If-Modified-Since': 'yesterday' }))).toBe(
			'Item 1, Modified After “yesterday”: is not a date and time like 2026-03-31T09:00:00Z. Use DateTime in an expression',
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
		expect(no(contact, picked('id', 'Hill Farm'))).toBe(
			'Item 1, Contact “Hill Farm”: is not an ID of Xero. Choose it From List, or use By Number or By Name',
		);
	});

	it('by an object or a list is refused in words', () => {
		for (const [given, kind] of [
			[{ ContactID: ID }, 'an object'],
			[[ID], 'a list'],
			[picked('id', { ContactID: ID }), 'an object'],
		] as const)
			expect(no(contact, given)).toBe(
				`Item 1, Contact: is ${kind}; one value is needed. Choose it From List, or use By Number or By Name`,
			);
	});

	it('fills the hole of a path, encoded, and leaves the body', () => {
		const get = row({ method: 'GET', path: '/Accounts/{Account}/Notes', required: { Account: account } });

		expect(gathered(get, { Account: picked('code', '2/0?#é') })).toMatchObject({
			path: '/Accounts/2%2F0%3F%23%C3%A9/Notes',
			pathParameters: { Account: '2/0?#é' },
			body: {},
		});
	});

	it.each(['.', '..'])('cannot lead out of its path with %s', (value) => {
		const get = row({ method: 'GET', path: '/Accounts/{Account}', required: { Account: account } });

		expect(refusal(() => gathered(get, { Account: picked('code', value) }))).toBe(
			`Item 1, Account “${value}”: cannot be a dot. Choose it From List, or use By Code`,
		);
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
		const { query, chunks } = asked({ Numbers: texts('Numbers', { portion: 40 }) }, { Numbers: many });

		expect(query).toEqual({});
		expect(chunks.Numbers!.map((portion) => portion.split(',').length)).toEqual([40, 40, 15]);
		expect(chunks.Numbers!.join(',').split(',')).toEqual(many);
	});

	it('are cut so that the address stays short, however long each of them is', () => {
		const long = Array.from({ length: 30 }, (_, index) => `${'Ä'.repeat(60)}-${index}`);
		const { query, chunks } = asked({ Numbers: texts('Numbers', { portion: 40 }) }, { Numbers: long });

		expect(query).toEqual({});
		for (const portion of chunks.Numbers!) expect(encodeURIComponent(portion).length).toBeLessThan(1800);
		expect(chunks.Numbers!.join(',').split(',')).toEqual(long);
		// 60 letters of six characters each and a number: four of them fit.
		expect(chunks.Numbers!.map((portion) => portion.split(',').length).slice(0, 2)).toEqual([4, 4]);
	});

	it('share the room in the address with each other and with a condition', () => {
		const list = (letter: string) => Array.from({ length: 40 }, (_, index) => `${letter}${'x'.repeat(30)}${index}`);
		const fields = {
			IDs: texts('IDs', { portion: 40 }),
			Numbers: texts('Numbers', { portion: 40 }),
			where: clause('Where', {}),
		};
		const { query, chunks } = asked(fields, { IDs: list('a'), Numbers: list('b'), where: 'y'.repeat(600) });

		expect(Object.keys(query)).toEqual(['where']);
		const longest = [chunks.IDs!, chunks.Numbers!].map((parts) =>
			Math.max(...parts.map((one) => encodeURIComponent(one).length)),
		);
		expect(longest[0]! + longest[1]! + 600).toBeLessThan(1800);
		expect(chunks.IDs!.join(',').split(',')).toEqual(list('a'));
	});

	it('that are none are refused by name', () => {
		expect(refusal(() => asked({ IDs: ids('IDs') }, { IDs: [ID, 'INV-7'] }))).toBe('Item 1, IDs “INV-7”: is not an ID of Xero');
		expect(refusal(() => asked({ Numbers: texts('Numbers') }, { Numbers: [{}] }))).toBe(
			'Item 1, Numbers: is an object; one value is needed',
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
		[[{ Quantity: 1 }, { Quantity: 'two' }], 'Item 4, Line 2, Quantity “two”: is not a number written like 1234.50'],
		[
			[{ Tracking: [{ Name: 'x' }, { Name: 'north' }] }],
			'Item 4, Line 1, Tracking 2, Name “north”: can have at most 4 characters',
		],
		[[{}, {}, {}, {}].map(() => ({ Quantity: 1 })), 'Item 4, Line Items: can have at most 3 rows'],
		['Hours', 'Item 4, Line Items “Hours”: is text; a list is needed'],
		[{ Description: 'Hours' }, 'Item 4, Line Items: is an object; a list is needed'],
		[['Hours'], 'Item 4, Line 1 “Hours”: has no inputs such as Description, Quantity, Account'],
		[[{ Description: 'a' }, { description: 'b' }], 'Item 4, Line 2: has no inputs such as Description, Quantity, Account'],
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
		expect(no(terms, { values: { Day: 1.5 } })).toBe('Item 1, Payment Terms, Day “1.5”: must be a whole number');
		expect(no(terms, 'monthly')).toBe('Item 1, Payment Terms “monthly”: has no inputs such as Day, Type');
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
			expect(no(json('Body'), given)).toBe('Item 1, Body: is not JSON such as {"Name": "Ridgeway University"}');
	});
});
