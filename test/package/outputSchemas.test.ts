import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { resolveOutputSchemaPath } from 'n8n-core';
import { checkedInSchemas } from '../../scripts/outputSchemas/schemaFiles';
import { NODES, rowsOf } from '../examples/nodes';
import { heldToSchema, nodeFolder, schemaOf } from '../heldToSchema';

const root = resolve(__dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

test('n8n finds a schema of every operation whose items have a known shape, and every schema is of an operation', () => {
	const found = NODES.flatMap(({ api, node }) =>
		rowsOf(api)
			.filter(([resource]) => resource !== 'apiRequest')
			.map(([resource, operation]) => {
				const nodeDir = nodeFolder(node.description.name);
				return relative(root, resolveOutputSchemaPath({ nodeDir, version: 1, resource, operation })!).replaceAll('\\', '/');
			}),
	);
	expect(found.length).toBeGreaterThan(500);
	expect([...new Set(found)].sort()).toEqual(checkedInSchemas());
	expect(found.length).toBe(new Set(found).size);
});

test('a call of one’s own has no schema, as its items are whatever Xero answers', () => {
	expect(NODES.map(({ node }) => schemaOf(node.description.name, 'apiRequest.send'))).toEqual(NODES.map(() => undefined));
});

test('what n8n serves is an object with properties, each of a type that the editor knows', () => {
	const types = /^"type":("(array|boolean|number|object|string)"|\["number","string","boolean"\])$/;
	const odd = checkedInSchemas().filter((file) => {
		const schema = JSON.parse(read(file)) as { type: string; properties: object; version: number };
		const all = JSON.stringify(schema).match(/"type":("\w+"|\[[^\]]*\])/g) ?? [];
		const isWhole = schema.type === 'object' && Object.keys(schema.properties).length > 0 && schema.version === 1;
		return !isWhole || !all.every((one) => types.test(one));
	});
	expect(odd).toEqual([]);
});

test.each([
	[
		'xeroAccounting',
		'invoice.getAll',
		{
			...{ InvoiceID: 'string', InvoiceNumber: 'string', Type: 'string', Status: 'string', ContactName: 'string' },
			...{ Date: 'string', DueDate: 'string', CurrencyCode: 'string', Total: 'number', AmountDue: 'number' },
		},
	],
	['xeroAccounting', 'item.delete', { deleted: 'boolean', ItemID: 'string' }],
	['xeroAccounting', 'invoice.sendEmail', { success: 'boolean', InvoiceID: 'string' }],
	['xeroAccounting', 'quote.getPdf', { QuoteID: 'string', FileName: 'string' }],
	['xeroProjects', 'timeEntry.update', { success: 'boolean', projectId: 'string', timeEntryId: 'string' }],
	[
		'xeroPayrollUk',
		'leaveBalance.getAll',
		{
			...{ employeeID: 'string', firstName: 'string', lastName: 'string', leaveTypeID: 'string', leaveType: 'string' },
			...{ balance: 'number', typeOfUnits: 'string' },
		},
	],
])('%s: before the first run the editor shows what %s gives', (node, what, properties) => {
	expect(Object.entries(schemaOf(node, what)!.properties!).map(([name, { type }]) => [name, type])).toEqual(
		Object.entries(properties),
	);
});

test('an item that is not as its schema says fails the test that it came in', () => {
	const record = { InvoiceID: 'i-1', Total: '1.00', Payments: [] };
	expect(() => heldToSchema('xeroAccounting', 'invoice.getAll', {}, [record])).toThrow(
		'xeroAccounting invoice.getAll: Total is string, the schema says number\nxeroAccounting invoice.getAll: Payments is not in the schema',
	);
	// What Xero sends is simplified first.
	expect(() => heldToSchema('xeroAccounting', 'invoice.getAll', { simplify: false }, [{ ...record, Total: 1 }])).not.toThrow();
});

test('all of them together take no more than 400 KB', () => {
	const bytes = checkedInSchemas().reduce((sum, file) => sum + statSync(join(root, file)).size, 0);
	expect(bytes).toBeLessThan(400_000);
});

test('no trigger has one, as the editor shows none of a trigger', () => {
	const triggers = readdirSync(join(root, 'nodes')).filter((folder) => folder.endsWith('Trigger'));
	expect(triggers.filter((folder) => readdirSync(join(root, 'nodes', folder)).includes('__schema__'))).toEqual([]);
});
