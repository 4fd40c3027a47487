import type { IDataObject } from 'n8n-workflow';
import type { Parameters } from '../../nodes/shared/run/parameters';
import { parametersOf } from '../../nodes/shared/run/parameters';
import { documentKey, documents } from '../../nodes/shared/run/documents';
import { number, text } from '../../nodes/shared/inputs/scalars';
import { rows } from '../../nodes/shared/inputs/collections';
import { fakeExecute } from '../fakeContext';
import { row } from './panel';

const CREATE = row({
	required: {
		Contact: text('Contact'),
		LineItems: rows('Line Items', 'Line Item', { Text: text('Text'), Quantity: number('Quantity') }),
	},
	optional: { Reference: text('Reference') },
	acceptsJson: true,
	linesField: 'LineItems',
});

interface Line {
	readonly key: unknown;
	readonly contact?: string;
	readonly text?: string;
	readonly quantity?: unknown;
	readonly reference?: string;
	readonly organisation?: string;
}

/** Documents as their items with the body, or with the message of what is wrong. */
function joined(...lines: readonly Line[]): Array<[readonly number[], IDataObject | string]> {
	const parameters = lines.map(({ key, contact = '', text: said, quantity, reference }): IDataObject => ({
		documentKey: key as string,
		Contact: contact,
		LineItems:
			said === undefined
				? {}
				: { lineItem: [{ Text: said, ...(quantity === undefined ? {} : { Quantity: quantity as number }) }] },
		additionalFields: reference === undefined ? {} : { Reference: reference },
	}));
	const { ctx } = fakeExecute({ parameters });
	const items = lines.map(({ organisation = '' }, item) => {
		let one: Parameters | Error;
		try {
			one = parametersOf(ctx, CREATE, item, 'lines');
		} catch (cause) {
			one = cause as Error;
		}
		return { item, key: documentKey(ctx, CREATE, item, one as Parameters | Error), organisation, parameters: one as Parameters };
	});
	return documents(ctx, CREATE, items).map(({ items: some, parameters }) => [
		some,
		'body' in parameters ? parameters.body : parameters.message,
	]);
}

describe('Items with the same Document Key', () => {
	it('become one document in the order of first items, their lines in theirs', () => {
		expect(
			joined(
				{ key: 'A', contact: 'Hill Farm', text: 'a1' },
				{ key: 'B', contact: 'Ridgeway University', text: 'b1' },
				{ key: 'A', contact: 'Hill Farm', text: 'a2' },
				{ key: ' A ', text: 'a3' },
			),
		).toEqual([
			[[0, 2, 3], { Contact: 'Hill Farm', LineItems: [{ Text: 'a1' }, { Text: 'a2' }, { Text: 'a3' }] }],
			[[1], { Contact: 'Ridgeway University', LineItems: [{ Text: 'b1' }] }],
		]);
	});

	it('may be numbers', () => {
		expect(joined({ key: 7, contact: 'Hill Farm', text: 'a' }, { key: '7', text: 'b' })).toHaveLength(1);
	});

	it('may say what belongs to the document on any of them', () => {
		expect(
			joined(
				{ key: 'A', text: 'a1' },
				{ key: 'A', contact: 'Hill Farm', text: 'a2', reference: 'PO 1' },
				{ key: 'A', reference: 'PO 1', text: 'a3' },
			),
		).toEqual([
			[[0, 1, 2], { Contact: 'Hill Farm', Reference: 'PO 1', LineItems: [{ Text: 'a1' }, { Text: 'a2' }, { Text: 'a3' }] }],
		]);
	});

	it('may carry no line of their own', () => {
		expect(joined({ key: 'A', contact: 'Hill Farm' }, { key: 'A', text: 'a2' })).toEqual([
			[[0, 1], { Contact: 'Hill Farm', LineItems: [{ Text: 'a2' }] }],
		]);
	});

	it('that contradict each other are not sent: label and both items are named', () => {
		expect(
			joined(
				{ key: 'A', contact: 'Hill Farm', text: 'a1' },
				{ key: 'A', text: 'a2' },
				{ key: 'A', contact: 'Ridgeway University', text: 'a3' },
			),
		).toEqual([
			[[0, 1, 2], 'Item 3, Contact “Ridgeway University”: differs from item 1 (“Hill Farm”), which is the same document'],
		]);
		expect(
			joined({ key: 'A', contact: 'Hill Farm', text: 'a1', reference: 'PO 1' }, { key: 'A', text: 'a2', reference: 'PO 2' }),
		).toEqual([[[0, 1], 'Item 2, Reference “PO 2”: differs from item 1 (“PO 1”), which is the same document']]);
	});

	it('of two organisations are two documents', () => {
		expect(
			joined(
				{ key: 'A', contact: 'Hill Farm', text: 'a', organisation: 'harbour' },
				{ key: 'A', contact: 'Hill Farm', text: 'b', organisation: 'kereru' },
			),
		).toEqual([
			[[0], { Contact: 'Hill Farm', LineItems: [{ Text: 'a' }] }],
			[[1], { Contact: 'Hill Farm', LineItems: [{ Text: 'b' }] }],
		]);
	});
});

describe('A document', () => {
	it('of which one line is wrong is not sent, and the others are', () => {
		expect(
			joined(
				{ key: 'A', contact: 'Hill Farm', text: 'a1' },
				{ key: 'A', text: 'a2', quantity: 'two' },
				{ key: 'B', contact: 'Hill Farm', text: 'b1' },
			),
		).toEqual([
			[[0, 1], 'Item 2, Line 1, Quantity “two”: is not a number written like 1234.50'],
			[[2], { Contact: 'Hill Farm', LineItems: [{ Text: 'b1' }] }],
		]);
	});

	it('that lacks what Xero needs on all of its items is not sent', () => {
		expect(joined({ key: 'A', text: 'a1' }, { key: 'A', text: 'a2' })).toEqual([[[0, 1], 'Item 1: Contact is missing']]);
		expect(joined({ key: 'A', contact: 'Hill Farm' }, { key: 'A' })).toEqual([
			[
				[0, 1],
				'Item 1: Line Items is missing. Add rows; an expression cannot stand for all of them: for that use Input: JSON or One Item per Line',
			],
		]);
	});

	it.each(['', '   ', null])('of which the key is %j is not sent, each item on its own', (key) => {
		const says = (item: number): string =>
			`Item ${item + 1}, Document Key: is empty, so it is not known to which document the line belongs`;

		expect(joined({ key, contact: 'Hill Farm', text: 'a' }, { key, contact: 'Hill Farm', text: 'b' })).toEqual([
			[[0], says(0)],
			[[1], says(1)],
		]);
	});
});
