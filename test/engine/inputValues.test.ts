import type { IDataObject, IExecuteFunctions, INode, INodeType } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { parameterOf } from '../../nodes/shared/run/inputValues';
import { oneNode, runWorkflow } from '../n8n';

const ITEM: IDataObject = {
	Rate: '1,234.50',
	count: 7,
	paid: false,
	empty: '',
	'Order No': 'A-1',
	formula: '={{ $json.Rate }}',
	none: null,
	list: ['a'],
	inner: { a: 1 },
	'half"quote': 'q',
};

/** Inputs of a node as n8n gives them for an item, or the message of what it throws; how often it was asked beside. */
async function seen(parameters: INode['parameters'], item: IDataObject = ITEM) {
	let asked = 0;
	let given: unknown;
	let byN8n: unknown;
	const orMessage = (make: () => unknown): unknown => {
		try {
			return make();
		} catch (cause) {
			return (cause as Error).message;
		}
	};
	const node: INodeType = {
		description: {
			displayName: 'Asking',
			name: 'asking',
			group: ['transform'],
			version: 1,
			description: 'Asks for its inputs',
			defaults: { name: 'Asking' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties: [{ displayName: 'Input', name: 'input', type: 'string', default: '' }],
		},
		async execute() {
			const ctx: IExecuteFunctions = Object.create(this, {
				getNodeParameter: {
					value: (...args: Parameters<IExecuteFunctions['getNodeParameter']>) => {
						asked += 1;
						return this.getNodeParameter(...args) as unknown;
					},
				},
			}) as IExecuteFunctions;
			given = orMessage(() => parameterOf(ctx, 'input', 1, null));
			byN8n = orMessage(() => this.getNodeParameter('input', 1, null));
			return [[]];
		},
	};
	await runWorkflow(oneNode('asking', parameters, [{ Rate: 'of another item' }, item]), {
		types: { asking: node },
		credentials: {},
	});
	return { given, asked, byN8n };
}

describe('An input whose expression only names a column', () => {
	it.each([
		['={{ $json.Rate }}', '1,234.50'],
		['={{$json.Rate}}', '1,234.50'],
		['={{ $json["Rate"] }}', '1,234.50'],
		['={{ $json["Order No"] }}', 'A-1'],
		['={{ $json.count }}', 7],
		['={{ $json.paid }}', false],
		['={{ $json.empty }}', ''],
		['={{ $json.formula }}', '={{ $json.Rate }}'],
	])('is read from the item, as n8n would give it: %s', async (input, value) => {
		expect(await seen({ input })).toEqual({ given: value, asked: 0, byN8n: value });
	});

	it('may stand inside of rows and locators', async () => {
		const line = [
			{ Item: { __rl: true, mode: 'id', value: '={{ $json["Order No"] }}' }, Quantity: '={{ $json.count }}', Unit: 2 },
		];
		const value = { line: [{ Item: { __rl: true, mode: 'id', value: 'A-1' }, Quantity: 7, Unit: 2 }] };

		expect(await seen({ input: { line } as never })).toEqual({ given: value, asked: 0, byN8n: value });
	});
});

describe('n8n is asked', () => {
	it.each([
		['={{ $json.none }}', null],
		['={{ $json.missing }}', undefined],
		['={{ $json.list }}', ['a']],
		['={{ $json.inner }}', { a: 1 }],
		['={{ $json.inner.a }}', 1],
		['={{ $json.count + 1 }}', 8],
		['={{ $json.Rate }} a day', '1,234.50 a day'],
		[' ={{ $json.Rate }}', ' ={{ $json.Rate }}'],
		['= {{ $json.Rate }}', ' 1,234.50'],
		['=Rate', 'Rate'],
		['={{ $json["half\\"quote"] }}', 'q'],
		['={{ $json.toString }}', 'this is a function, please add ()'],
	])('for every other: %s', async (input, value) => {
		expect(await seen({ input })).toEqual({ given: value, asked: 1, byN8n: value });
	});

	it('for names that it does not let expressions read', async () => {
		const { given, byN8n, asked } = await seen({ input: '={{ $json.constructor }}' }, { constructor: 'mine' } as never);

		expect([given, asked]).toEqual([byN8n, 1]);
		expect(given).not.toBe('mine');
	});

	it('for all of an input of which one part is more than a column', async () => {
		const input = { a: '={{ $json.count }}', b: '={{ $json.count * 2 }}' };

		expect(await seen({ input })).toEqual({ given: { a: 7, b: 14 }, asked: 1, byN8n: { a: 7, b: 14 } });
	});

	it('once for one without an expression', async () => {
		expect(await seen({ input: 'text' })).toEqual({ given: 'text', asked: 1, byN8n: 'text' });
	});
});
