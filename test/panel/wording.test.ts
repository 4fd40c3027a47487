import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { accounting } from '../../nodes/XeroAccounting/accounting';
import { XeroAccounting } from '../../nodes/XeroAccounting/XeroAccounting.node';
import { description, pairs, properties, shownFor } from './panel';

const { methods } = new XeroAccounting();

/** A text of the panel and where it stands. */
type Said = readonly [where: string, text: string];

const own = (where: string, { displayName, description, hint, placeholder }: Partial<INodeProperties>): Said[] =>
	[displayName, description, hint, placeholder].filter((text) => text !== undefined).map((text) => [where, text] as const);

function texts(where: string, property: INodeProperties): Said[] {
	const here = `${where} › ${property.displayName}`;
	const options = (property.options ?? []) as Array<INodeProperties & INodePropertyOptions & INodePropertyCollection>;
	return [
		...own(here, property),
		...options.flatMap((option) => {
			if (option.values) return [[here, option.displayName] as const, ...option.values.flatMap((value) => texts(here, value))];
			if (option.type) return texts(here, option);
			return [option.name, option.action, option.description]
				.filter((text) => text !== undefined)
				.map((text) => [here, text] as const);
		}),
		...(property.modes ?? []).flatMap((mode) => own(here, mode as Partial<INodeProperties>)),
	];
}

/** Every input of the panel, those in collections and rows included. */
function all(list: readonly INodeProperties[]): INodeProperties[] {
	return list.flatMap((property) => [
		property,
		...((property.options ?? []) as Array<INodeProperties & INodePropertyCollection>).flatMap((option) =>
			option.values ? all(option.values) : option.type ? all([option]) : [],
		),
	]);
}

const said = properties.flatMap((property) => texts('', property));
const inputs = all(properties);
const operations = properties
	.filter(({ name }) => name === 'operation')
	.flatMap(({ options }) => options as INodePropertyOptions[]);

/** Words that n8n's title case leaves small. */
const SMALL = /^(a|an|and|as|at|but|by|for|from|in|into|nor|of|on|or|per|the|to|up|via|with)$/;

describe('the panel of Xero Accounting', () => {
	test('asks for Organisation, then Resource, then Operation, then for everything else', () => {
		const order = [...new Set(properties.map(({ displayName }) => displayName))];
		expect(order.slice(0, 3)).toEqual(['Organisation', 'Resource', 'Operation']);
		const [last] = properties
			.map(({ name }, index) => [name, index] as const)
			.filter(([name]) => ['organisation', 'resource', 'operation'].includes(name))
			.slice(-1);
		expect(last![1]).toBe(1 + accounting.resources.length);
	});

	test('keeps to the order hole, input, required, collections, Options in every operation', () => {
		for (const [resource, operation] of pairs) {
			const names = shownFor({ resource, operation }).map(({ name }) => name);
			expect(names.slice(0, 3)).toEqual(['organisation', 'resource', 'operation']);
			expect([resource, operation, names.at(-1)]).toEqual([resource, operation, 'options']);
			const collection = names.findIndex((name) => ['additionalFields', 'filters'].includes(name));
			if (collection >= 0)
				expect([resource, operation, names.slice(collection)]).toEqual([resource, operation, [names[collection], 'options']]);
			expect([resource, operation, new Set(names).size]).toEqual([resource, operation, names.length]);
		}
	});

	test('shows every input of an operation once, and none of another', () => {
		for (const { key, operations: of } of accounting.resources) {
			for (const [operation, { required, optional = {}, query = {}, paging }] of Object.entries(of)) {
				const shown = shownFor({ resource: key, operation });
				const inside = (name: string) =>
					((shown.find((one) => one.name === name)?.options ?? []) as INodeProperties[]).map(({ name: inner }) => inner).sort();
				expect([key, operation, Object.keys(required).filter((name) => !shown.some((one) => one.name === name))]).toEqual([
					key,
					operation,
					[],
				]);
				expect([key, operation, inside('additionalFields')]).toEqual([key, operation, Object.keys(optional).sort()]);
				expect([key, operation, inside('filters')]).toEqual([key, operation, paging ? Object.keys(query).sort() : []]);
				expect([key, operation, inside('options')]).toEqual([
					key,
					operation,
					[...(paging ? [] : Object.keys(query)), 'links', 'longestWait', 'timeout'].sort(),
				]);
			}
		}
	});

	test('names every operation in title case and gives it an action in sentence case', () => {
		expect(operations.length).toBeGreaterThan(80);
		for (const { name, action, description: says } of operations) {
			expect([name, action]).toEqual([name, expect.stringMatching(/^[A-Z]/)]);
			expect([
				name,
				action!
					.split(' ')
					.slice(1)
					.filter((word) => /^[A-Z][a-z]/.test(word)),
			]).toEqual([name, []]);
			// A description says what name and action do not, or is not there.
			if (says !== undefined) expect([name, says]).toEqual([name, expect.stringMatching(/^[A-Z]/)]);
			expect([name, says]).not.toEqual([name, action]);
		}
	});

	test('gives no two operations of the node the same action', () => {
		const actions = operations.map(({ action }) => action);
		expect(actions.filter((action, index) => actions.indexOf(action) !== index)).toEqual([]);
	});

	test('writes every label in title case', () => {
		const labels = inputs.filter(({ type }) => type !== 'notice').map(({ displayName }) => displayName);
		const wrong = labels.filter((label) =>
			label.split(/[\s-]+/).some((word, index) => /^[a-z]/.test(word) && (index === 0 || !SMALL.test(word))),
		);
		expect(wrong).toEqual([]);
	});

	test('never speaks of errors, problems, failures or mistakes', () => {
		expect(said.filter(([, text]) => /\b(errors?|problems?|fail(s|ed|ures?)?|mistakes?)\b/i.test(text))).toEqual([]);
	});

	test('says what a yes or no means, starting with Whether', () => {
		const flags = inputs.filter(({ type }) => type === 'boolean');
		expect(flags.filter((one) => !/^Whether /.test(one.description ?? '')).map(({ displayName }) => displayName)).toEqual([]);
	});

	test('ends a single sentence without a full stop and starts placeholders with e.g.', () => {
		expect(said.filter(([, text]) => /^[^.]*\.$/.test(text))).toEqual([]);
		const placeholders = inputs
			.map(({ placeholder }) => placeholder)
			.filter((text) => text !== undefined && !/^(e\.g\. |Add |name@email\.com$)/.test(text));
		expect(placeholders).toEqual([]);
	});

	test('warns before what cannot be undone', () => {
		const irreversible = accounting.resources.flatMap(({ key, operations: of }) =>
			Object.entries(of)
				.filter(([, { name, notice }]) => /^(Delete|Void|Send Email|Refund|Remove All)/.test(name) && !notice)
				.map(([operation]) => `${key} ${operation}`),
		);
		expect(irreversible).toEqual([]);
	});

	test('has a search behind every From List, and no other', () => {
		const wanted = new Set(
			inputs.flatMap(({ modes = [] }) =>
				modes.filter(({ name }) => name === 'list').map(({ typeOptions }) => typeOptions!.searchListMethod!),
			),
		);
		const searches = Object.keys(methods.listSearch);
		expect([...wanted].filter((name) => !searches.includes(name))).toEqual([]);
		expect(searches.length).toBe(new Set(searches).size);
	});

	test('keeps at most ten fields in a simplified record', () => {
		for (const { key, simplified: simple } of accounting.resources)
			expect([key, (simple?.length ?? 0) <= 10]).toEqual([key, true]);
	});

	test('takes at most 160 KiB', () => {
		const size = Buffer.byteLength(JSON.stringify(description), 'utf8');
		process.stdout.write(
			`Description of Xero Accounting: ${size.toLocaleString('en')} bytes in ${properties.length} properties\n`,
		);
		expect(size).toBeLessThanOrEqual(160 * 1024);
	});
});
