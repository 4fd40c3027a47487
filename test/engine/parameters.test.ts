import { bound, clause, quoted } from '../../nodes/shared/inputs/where';
import { number, text } from '../../nodes/shared/inputs/scalars';
import { record } from '../../nodes/shared/inputs/locators';
import { rows } from '../../nodes/shared/inputs/collections';
import { asked, gathered, refusal, row } from './panel';

const ID = '2c5f1a3e-8b7d-4e21-9c46-7f0d5b1a9e33';
const CREATE = row({
	required: { Name: text('Name'), Items: rows('Line Items', 'Line', { Text: text('Text') }) },
	optional: { Number: number('Number') },
	fixedBody: { Status: 'DRAFT' },
	acceptsJson: true,
	linesField: 'Items',
});
const UPDATE = row({
	method: 'POST',
	path: '/Things/{ThingID}',
	required: { ThingID: record('Thing', 'thing') },
	optional: { Number: number('Number'), Name: text('Name') },
	isUpdate: true,
	acceptsJson: true,
});

describe('What an item gives', () => {
	it('becomes the body: what stands on the panel, what was added, what is fixed', () => {
		const values = { Name: 'Hill Farm', Items: { line: [{ Text: 'a' }] }, additionalFields: { Number: '7', Unknown: 'x' } };

		expect(gathered(CREATE, values)).toMatchObject({
			path: '/Things',
			body: { Name: 'Hill Farm', Items: [{ Text: 'a' }], Number: 7, Status: 'DRAFT' },
			input: { Name: 'Hill Farm', Items: [{ Text: 'a' }] },
			options: { Number: 7 },
		});
	});

	it.each([
		[{ Items: { line: [{ Text: 'a' }] } }, 'Item 3: Name is missing'],
		[{ Name: '', Items: { line: [{ Text: 'a' }] } }, 'Item 3: Name is missing'],
		[
			{ Name: 'Hill Farm', Items: {} },
			'Item 3: Line Items is missing. Add rows; an expression cannot stand for all of them: for that use Input: JSON or One Item per Line',
		],
		[
			{ Name: 'Hill Farm', Items: null },
			'Item 3: Line Items is missing. Add rows; an expression cannot stand for all of them: for that use Input: JSON or One Item per Line',
		],
	])('and lacks what Xero needs is refused: %j', (values, message) => {
		expect(refusal(() => gathered(CREATE, values, { item: 2 }))).toBe(message);
	});

	it('is refused with the item for code to read, and a word on what happened', () => {
		let thrown: unknown;
		try {
			gathered(CREATE, {}, { item: 2 });
		} catch (cause) {
			thrown = cause;
		}

		expect(thrown).toMatchObject({
			context: {
				xero: {
					items: [2],
					state: 'notSent',
					sentences: [],
					findings: [
						{ items: [2], says: 'Name is missing' },
						expect.objectContaining({ items: [2], says: 'Line Items is missing' }),
					],
				},
			},
			description: 'Nothing was sent to Xero for this item. Check the values, or the expressions behind them.',
		});
	});

	it('to change nothing is refused', () => {
		expect(refusal(() => gathered(UPDATE, { ThingID: ID, additionalFields: {} }))).toBe(
			'Item 1: there is nothing to change. Add a field, or leave the item out',
		);
		expect(gathered(UPDATE, { ThingID: ID, additionalFields: { Number: 0 } }).body).toEqual({ Number: 0 });
	});
});

describe('JSON as input', () => {
	it.each([
		['{"Name":"Hill Farm","Anything":[1]}', { Name: 'Hill Farm', Anything: [1], Status: 'DRAFT' }],
		[{ Name: 'Hill Farm' }, { Name: 'Hill Farm', Status: 'DRAFT' }],
		[{ Things: [{ Name: 'Hill Farm' }] }, { Name: 'Hill Farm', Status: 'DRAFT' }],
	])('%j is one record', (body, expected) => {
		expect(gathered(CREATE, { body }, { mode: 'json' }).body).toEqual(expected);
	});

	it('still needs the record that a change is about', () => {
		expect(gathered(UPDATE, { ThingID: ID, body: { Number: 1 } }, { mode: 'json' })).toMatchObject({
			path: `/Things/${ID}`,
			body: { Number: 1 },
		});
		expect(refusal(() => gathered(UPDATE, { body: { Number: 1 } }, { mode: 'json' }))).toBe('Item 1: Thing is missing');
	});

	it('takes a list of one record for the record', () => {
		expect(gathered(CREATE, { body: [{ Name: 'a' }] }, { mode: 'json' })).toMatchObject({ body: { Name: 'a' } });
	});

	const SEVERAL = 'holds 2 records; one is taken for each item. Put a Split Out node before this one';
	it.each([
		[{}, 'is empty; one record of Xero is needed'],
		['[]', 'is empty; one record of Xero is needed'],
		[{ Things: [] }, 'is empty; one record of Xero is needed'],
		['null', 'is nothing; one record of Xero is needed'],
		['7', 'is a number; one record of Xero is needed'],
		[{ Things: [{ Name: 'a' }, { Name: 'b' }] }, SEVERAL],
		['[{ "Name": "a" }, { "Name": "b" }]', SEVERAL],
	])('%j is no record', (body, says) => {
		expect(refusal(() => gathered(CREATE, { body }, { mode: 'json' }))).toBe(`Item 1, JSON: ${says}`);
	});

	it('that cannot be read says where, without quoting it', () => {
		const message = refusal(() => gathered(CREATE, { body: '{"Name": "Hill Farm",}' }, { mode: 'json' }));

		expect(message).toBe(
			'Item 1, JSON: cannot be read near its 22nd character. A comma, quotation mark or bracket is missing or too many there',
		);
		expect(refusal(() => gathered(CREATE, { body: 'Hill Farm' }, { mode: 'json' }))).not.toContain('Hill');
	});
});

describe('Filters', () => {
	const filters = {
		Name: quoted('Name', 'Name'),
		DateFrom: bound('Date From', 'Date', '>='),
		DateTo: bound('Date To', 'Date', '<='),
		where: clause('Where', {}),
		order: text('Order'),
		page: number('Page'),
	};

	it('of one condition are a where of one', () => {
		expect(asked(filters, { Name: 'Hill & Farm' }).query).toEqual({ where: 'Name=="Hill & Farm"' });
		expect(asked(filters, { where: 'IsSupplier==true' }).query).toEqual({ where: 'IsSupplier==true' });
	});

	it('of several are joined, the raw one in brackets of its own', () => {
		expect(
			asked(filters, { Name: 'Hill', DateFrom: '2026-03-01', DateTo: '2026-03-31', where: 'A==1 OR B==2', order: 'Name ASC' })
				.query,
		).toEqual({
			where: 'Name=="Hill" AND Date>=DateTime(2026,3,1) AND Date<=DateTime(2026,3,31) AND (A==1 OR B==2)',
			order: 'Name ASC',
		});
	});

	it('keep the brackets of a raw where that is alone', () => {
		expect(asked(filters, { where: '(A==1) OR (B==2)' }).query).toEqual({ where: '(A==1) OR (B==2)' });
	});

	it('with a double quote, for which Xero has no escape, ask for the longest part without one', () => {
		expect(asked(filters, { Name: '" OR Name!="' }).query).toEqual({ where: 'Name!=null AND Name.Contains("OR Name!=")' });
		expect(asked(filters, { Name: '"' }).query).toEqual({ where: 'Name!=null' });
		expect(refusal(() => asked(filters, { Name: {} }))).toBe('Item 1, Name: is an object; one value is needed');
	});

	it('without a value are refused, as the list would be all of it', () => {
		expect(refusal(() => asked(filters, { Name: '', DateFrom: null, where: ' ' }))).toBe(
			[
				'Item 1: Name has no value. Give one, or remove it',
				'Item 1: Date From has no value. Give one, or remove it',
				'Item 1: Where has no value. Give one, or remove it',
			].join('\n'),
		);
	});
});
