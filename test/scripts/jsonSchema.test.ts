import { columns, jsonSchemaOf, listOf, notInSchema, recordOf } from '../../scripts/outputSchemas/jsonSchema';

test('the schema of a record has the types of its values, and nothing of what is empty', () => {
	const record = {
		Name: 'Rata',
		Total: 1.5,
		IsPaid: true,
		Contact: { ContactID: 'c-1' },
		Lines: [{ Quantity: 2 }],
		Tags: [],
		More: {},
	};
	expect(jsonSchemaOf(record)).toEqual({
		type: 'object',
		properties: {
			Name: { type: 'string' },
			Total: { type: 'number' },
			IsPaid: { type: 'boolean' },
			Contact: { type: 'object', properties: { ContactID: { type: 'string' } } },
			Lines: { type: 'array', items: { type: 'object', properties: { Quantity: { type: 'number' } } } },
			Tags: { type: 'array' },
			More: { type: 'object' },
		},
	});
});

test('columns are texts unless they say otherwise, in their order', () => {
	expect(Object.entries(columns('number total:number isOpen:boolean labels:texts'))).toEqual([
		['number', { type: 'string' }],
		['total', { type: 'number' }],
		['isOpen', { type: 'boolean' }],
		['labels', { type: 'array', items: { type: 'string' } }],
	]);
});

test('a column of a type that is not known is refused by name', () => {
	expect(() => columns('total:money')).toThrow('total:money: columns have one of the types any, boolean,');
});

test('what a schema does not say of an item is told by its path', () => {
	const schema = {
		...recordOf('number total:number'),
		properties: { ...columns('number total:number'), lines: listOf('net:number') },
	};
	const item = { number: 7, total: null, due: 3, lines: [{ net: 1 }, { net: '1.00', tax: 2 }] };
	expect(notInSchema(item, schema)).toEqual([
		'number is number, the schema says string',
		'due is not in the schema',
		'lines[].net is string, the schema says number',
		'lines[].tax is not in the schema',
	]);
});

test('what is in an object or a list that the schema leaves open may be anything', () => {
	expect(notInSchema({ contact: { name: 'Rata' }, lines: [1, 'a'] }, recordOf('contact:record lines:list'))).toEqual([]);
	expect(notInSchema({ value: 12 }, recordOf('value:any'))).toEqual([]);
	expect(notInSchema({ value: [12] }, recordOf('value:any'))).toEqual([
		'value is array, the schema says number or string or boolean',
	]);
});
