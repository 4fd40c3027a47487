import { NodeOperationError } from 'n8n-workflow';
import { failed } from '../../nodes/shared/run/failures';
import { operationError, stateOf, withProgress } from '../../nodes/shared/model/errorState';
import type { Finding } from '../../nodes/shared/model/findings';
import { formatFinding, formatFindings, itemsInWords, shown } from '../../nodes/shared/model/findings';
import { NODE } from './scriptedCaller';

const price = (item: number, value = '12,5O'): Finding => ({
	items: [item],
	place: ['Line 2', 'Price'],
	value,
	says: 'is not a number written like 1234.50',
});

describe('A finding', () => {
	it.each<[Finding, string]>([
		[price(0), 'Item 1, Line 2, Price “12,5O”: is not a number written like 1234.50'],
		[{ ...price(0), todo: 'Give 12.50' }, 'Item 1, Line 2, Price “12,5O”: is not a number written like 1234.50. Give 12.50'],
		[
			{ items: [0], record: 'SP-9001, Inkwell Bakery', says: 'Xero says: Account code is archived.' },
			'Item 1 (SP-9001, Inkwell Bakery): Xero says: Account code is archived.',
		],
		[
			{ items: [2, 3], says: 'Xero says: Is it paid?', todo: 'Look in Xero' },
			'Items 3 and 4: Xero says: Is it paid? Look in Xero',
		],
		[
			{ items: [], says: 'the connection to Xero has ended.', todo: 'Connect again' },
			'The connection to Xero has ended. Connect again',
		],
		[{ items: [], place: ['Trigger On'], says: 'is none of the list' }, 'Trigger On: is none of the list'],
	])('reads as place, value, what is so and what to do: %j', (finding, text) => {
		expect(formatFinding(finding)).toBe(text);
	});

	it.each([
		[[4], 'item 5'],
		[[0, 1], 'items 1 and 2'],
		[[6, 2, 8, 9, 10, 10], 'items 3, 7, 9 to 11'],
	])('counts items %j as people do: %s', (items, words) => {
		expect(itemsInWords(items)).toBe(words);
	});
});

describe('A value in a message', () => {
	it.each([
		['PO 77', 'PO 77'],
		[1234.5, '1234.5'],
		[false, 'false'],
		['two\n lines', 'two lines'],
		['x'.repeat(61), `${'x'.repeat(59)}…`],
		['2c5f1a3e-8b7d-4e21-9c46-7f0d5b1a9e33', '2c5f1a3e-8b7d-4e21-9c46-7f0d5b1a9e33'],
		['nathan@example.com', 'nat…'],
		['12-3456-0000001-00', '12-…'],
		['Bearer made-up', 'Bea…'],
		['eyJhbGciOi-made-up-token', 'eyJ…'],
		['0123456789abcdef0123456789abcdef', '012…'],
		['', undefined],
		[['a'], undefined],
		[{ Name: 'a' }, undefined],
		[null, undefined],
	])('%j is shown as %j', (value, text) => {
		expect(shown(value)).toBe(text);
	});
});

describe('Findings', () => {
	it('of one are one line', () => {
		expect(formatFindings([price(0)])).toBe('Item 1, Line 2, Price “12,5O”: is not a number written like 1234.50');
	});

	it('of several are a list', () => {
		expect(formatFindings([price(0), { items: [3], says: 'Contact is missing' }])).toBe(
			'Item 1, Line 2, Price “12,5O”: is not a number written like 1234.50\nItem 4: Contact is missing',
		);
	});

	it('that say the same of several items are folded into one line', () => {
		const account = (item: number): Finding => ({
			items: [item],
			record: `SP-${item}`,
			place: ['Account'],
			value: '90',
			says: 'Xero has no such account',
		});
		const items = [2, 6, 8, 9, 10, 11];

		expect(formatFindings([...items.map(account), price(7)])).toBe(
			'Items 3, 7, 9 to 12, Account “90”: Xero has no such account\nItem 8, Line 2, Price “12,5O”: is not a number written like 1234.50',
		);
	});

	it('of more than twenty lines are counted from there on', () => {
		const lines = formatFindings(Array.from({ length: 34 }, (_, item) => price(item, `${item},O`))).split('\n');

		expect(lines).toHaveLength(21);
		expect(lines[19]).toBe('Item 20, Line 2, Price “19,O”: is not a number written like 1234.50');
		expect(lines[20]).toBe('and 14 more');
	});
});

describe('What an error says to code', () => {
	const refused = () =>
		operationError(NODE, { items: [1], record: 'SP-2', says: 'Xero says: No.' }, { state: 'refused', sentences: ['No.'] });
	const job = (...items: number[]) => ({ items, organisation: 'one', gathered: undefined });
	const errorOf = (workResult: ReturnType<typeof failed>): Error | undefined =>
		workResult.is === 'refused' ? workResult.error : undefined;

	it('stands beside its message, as data', () => {
		expect(stateOf(refused())).toEqual({
			items: [1],
			state: 'refused',
			sentences: ['No.'],
			findings: [{ items: [1], record: 'SP-2', says: 'Xero says: No.' }],
		});
		expect(stateOf(new NodeOperationError(NODE, 'Item 1: anything'))).toBeUndefined();
		expect(stateOf(undefined)).toBeUndefined();
	});

	it('is told anew for other items that it stands for, and kept for a document that one of its items is in', () => {
		expect(errorOf(failed(job(4, 5), refused()))).toMatchObject({
			message: 'Items 5 and 6: Xero says: No.',
			context: { xero: { items: [4, 5], state: 'refused', sentences: ['No.'] } },
		});
		expect(errorOf(failed(job(0, 1), refused()))).toMatchObject({ message: 'Item 2 (SP-2): Xero says: No.' });
	});

	it('keeps a value that reads like one of the codes for which n8n has texts of its own', () => {
		const error = operationError(
			NODE,
			{ items: [0], place: ['Name'], value: 'ENOENT', says: 'is too short' },
			{ state: 'notSent' },
		);

		expect(error.message).toBe('Item 1, Name “ENOENT”: is too short');
	});

	it('tells how far the work came before it', () => {
		expect(withProgress(refused(), 'uploaded', ['a.pdf', 'b.pdf'])).toMatchObject({
			message: 'Item 2 (SP-2): Xero says: No; uploaded before it: a.pdf, b.pdf',
			context: { xero: { state: 'refused', progress: ['a.pdf', 'b.pdf'] } },
		});
	});
});
