import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import type { BatchElementResult } from '../../nodes/shared/run/batches';
import { BATCH_LIMITS, batchesOf, elementResultsOf, requestOf } from '../../nodes/shared/run/batches';
import type { Parameters } from '../../nodes/shared/run/parameters';
import type { WorkItem } from '../../nodes/shared/run/workItem';
import { sentencesIn } from '../../nodes/shared/model/element';
import type { Operation } from '../../nodes/shared/model/operation';

const CREATE: Operation = {
	xero: 'createInvoices',
	name: 'Create',
	action: 'Create an invoice',
	description: 'Create an invoice in Xero',
	method: 'PUT',
	path: '/Invoices',
	envelope: 'Invoices',
	required: {},
	batchSize: 50,
	perElement: true,
};
const SUMMARISED: Operation = { ...CREATE, perElement: false };
const UPDATE: Operation = { ...CREATE, method: 'POST', path: '/Invoices/{InvoiceID}', batchPath: '/Invoices' };
const SINGLE: Operation = {
	...CREATE,
	method: 'PUT',
	path: '/Accounts',
	envelope: 'Accounts',
	body: 'bare',
	batchSize: undefined,
	perElement: false,
};

type Given = Partial<Pick<WorkItem, 'organisation'> & Pick<Parameters, 'path' | 'pathParameters' | 'query' | 'headers' | 'body'>>;

const workItem = (item: number, { organisation = 'harbour', ...parameters }: Given = {}): WorkItem => ({
	items: [item],
	organisation,
	parameters: {
		item,
		path: '/Invoices',
		pathParameters: {},
		query: {},
		headers: {},
		body: { InvoiceNumber: `INV-${item}` },
		chunks: {},
		keeps: [],
		input: {},
		options: {},
		matchesNothing: false,
		leftOut: [],
		blank: {},
		searches: new Set(),
		unknown: [],
		results: { limit: Infinity, simplify: false },
		...parameters,
	},
});
const workItems = (count: number, more: (item: number) => Given = () => ({})): WorkItem[] =>
	Array.from({ length: count }, (_, item) => workItem(item, more(item)));
const sizes = async (operation: Operation, some: readonly WorkItem[]): Promise<number[]> =>
	(await batchesOf(operation, some)).map((batch) => batch.workItems.length);
const itemsOf = async (operation: Operation, some: readonly WorkItem[]): Promise<number[][]> =>
	(await batchesOf(operation, some)).map((batch) => batch.workItems.map(({ items }) => items[0]!));
const of = (bytes: number): Given => ({ body: { Text: 'x'.repeat(bytes) } });

describe('Records are cut into requests', () => {
	it.each([
		[0, []],
		[1, [1]],
		[50, [50]],
		[51, [50, 1]],
		[120, [50, 50, 20]],
		[1_000, Array(20).fill(50)],
	])('of at most 50: %i', async (count, expected) => {
		expect(await sizes(CREATE, workItems(count))).toEqual(expected);
	});

	it('of at most 3.5 MB', async () => {
		expect(
			await sizes(
				CREATE,
				workItems(10, () => of(1024 * 1024)),
			),
		).toEqual([3, 3, 3, 1]);
	});

	it('by bytes, not by characters', async () => {
		expect(
			await sizes(
				CREATE,
				workItems(4, () => ({ body: { Text: '雪'.repeat(600_000) } })),
			),
		).toEqual([2, 2]);
	});

	it('of one, when one alone is larger than that', async () => {
		const large = [workItem(0), workItem(1, of(4 * 1024 * 1024)), workItem(2), workItem(3)];

		expect(await itemsOf(CREATE, large)).toEqual([[0], [1], [2, 3]]);
	});

	it('by organisation, place, query and headers', async () => {
		const mixed = [
			workItem(0),
			workItem(1, { organisation: 'kereru' }),
			workItem(2),
			workItem(3, { query: { unitdp: '4' } }),
			workItem(4, { organisation: 'kereru' }),
			workItem(5, { headers: { 'If-Modified-Since': 'x' } }),
			workItem(6, { path: '/Invoices/7' }),
		];

		expect(await itemsOf(CREATE, mixed)).toEqual([[0, 2], [1, 4], [3], [5], [6]]);
	});

	it('of one where Xero takes one', async () => {
		expect(await sizes(SINGLE, workItems(3))).toEqual([1, 1, 1]);
	});

	it('so that each record is in one of them once, in order, and none is too large', async () => {
		const one = fc.record({
			organisation: fc.constantFrom('harbour', 'kereru'),
			bytes: fc.oneof(fc.nat(100), fc.nat(2_000_000)),
			dp: fc.boolean(),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(one, { maxLength: 130 }), async (given) => {
				const all = given.map(({ organisation, bytes, dp }, item) =>
					workItem(item, { organisation, query: dp ? { unitdp: '4' } : {}, ...of(bytes) }),
				);
				const cut = await batchesOf(CREATE, all);
				const seen = cut.flatMap((batch) => batch.workItems.map(({ items }) => items[0]!));

				expect([...seen].sort((a, b) => a - b)).toEqual(all.map((_, item) => item));
				for (const { workItems: some, request } of cut) {
					const order = some.map(({ items }) => items[0]!);
					expect(order).toEqual([...order].sort((a, b) => a - b));
					expect(
						new Set(some.map(({ organisation, parameters: { query } }) => `${organisation} ${JSON.stringify(query)}`)).size,
					).toBe(1);
					expect(some.length).toBeLessThanOrEqual(50);
					if (some.length > 1)
						expect(Buffer.byteLength(JSON.stringify(request.body))).toBeLessThanOrEqual(BATCH_LIMITS.bytes + 20);
				}
			}),
			{ numRuns: 40 },
		);
	});
});

describe('A request', () => {
	it('carries its records in the envelope and asks for answers one by one', () => {
		expect(requestOf(CREATE, workItems(2))).toEqual({
			method: 'PUT',
			path: '/Invoices',
			query: { summarizeErrors: 'false' },
			headers: {},
			envelope: 'Invoices',
			body: { Invoices: [{ InvoiceNumber: 'INV-0' }, { InvoiceNumber: 'INV-1' }] },
		});
	});

	const changed = (item: number): WorkItem =>
		workItem(item, { path: `/Invoices/id-${item}`, pathParameters: { InvoiceID: `id-${item}` }, body: { Reference: 'R' } });

	it('for one change goes to the record itself, which knows no answers one by one', () => {
		expect(requestOf(UPDATE, [changed(0)])).toEqual({
			method: 'POST',
			path: '/Invoices/id-0',
			query: {},
			headers: {},
			envelope: 'Invoices',
			body: { Invoices: [{ Reference: 'R' }] },
		});
	});

	it('for several changes goes to the list, each with its ID', () => {
		expect(requestOf(UPDATE, [changed(0), changed(1)])).toMatchObject({
			path: '/Invoices',
			query: { summarizeErrors: 'false' },
			body: {
				Invoices: [
					{ InvoiceID: 'id-0', Reference: 'R' },
					{ InvoiceID: 'id-1', Reference: 'R' },
				],
			},
		});
	});

	it('changes the record that was picked, whatever ID a JSON body holds', () => {
		const { parameters } = changed(1);
		const strange: WorkItem = {
			...changed(1),
			parameters: { ...parameters, body: { InvoiceID: 'another', Reference: 'R' } },
		};

		expect(requestOf(UPDATE, [changed(0), strange]).body).toEqual({
			Invoices: [
				{ InvoiceID: 'id-0', Reference: 'R' },
				{ InvoiceID: 'id-1', Reference: 'R' },
			],
		});
	});

	it('sends a bare body where Xero takes one, and none where there is nothing to send', () => {
		expect(requestOf(SINGLE, [workItem(0, { path: '/Accounts', body: { Code: '200' } })]).body).toEqual({ Code: '200' });
		expect(requestOf({ ...SINGLE, method: 'DELETE' }, [workItem(0, { body: {} })])).not.toHaveProperty('body');
	});
});

const batchOf = (operation: Operation, count: number) => ({
	workItems: workItems(count),
	request: requestOf(operation, workItems(count)),
});
const resultsOf = (operation: Operation, count: number, status: number, body: unknown): BatchElementResult[] => {
	const records = (body as IDataObject | null)?.Invoices;
	return elementResultsOf(
		operation,
		batchOf(operation, count),
		{ status, headers: {}, body },
		Array.isArray(records) ? (records as IDataObject[]) : [],
	);
};
const kinds = (of: readonly BatchElementResult[]): string[] => of.map(({ is }) => is);

describe('An answer', () => {
	it('of 200 gives each record back to the item it came from, refused and saved mixed', () => {
		const records = Array.from({ length: 50 }, (_, index) =>
			index % 10 === 3
				? {
						StatusAttributeString: 'ERROR',
						InvoiceNumber: `INV-${index}`,
						ValidationErrors: [{ Message: `Nothing fits ${index}` }],
					}
				: { StatusAttributeString: 'OK', InvoiceID: `id-${index}` },
		);
		const ends = resultsOf(CREATE, 50, 200, { Invoices: records });

		expect(ends[13]).toEqual({ is: 'refused', sentences: ['Nothing fits 13'], record: records[13] });
		expect(ends[14]).toEqual({ is: 'saved', record: { StatusAttributeString: 'OK', InvoiceID: 'id-14' }, warnings: [] });
		expect(kinds(ends).filter((is) => is === 'refused')).toHaveLength(5);
	});

	it('with a warning is saved', () => {
		const record = { StatusAttributeString: 'WARNING', InvoiceID: '1', Warnings: [{ Message: 'Account code is archived' }] };

		expect(resultsOf(CREATE, 1, 200, { Invoices: [record] })).toEqual([
			{ is: 'saved', record, warnings: ['Account code is archived'] },
		]);
	});

	it('is read by HasErrors where there is no status', () => {
		const bad = { HasErrors: true, ValidationErrors: [{ Message: 'Account code is needed' }] };
		const odd = { HasErrors: true, ValidationErrors: [] };

		expect(kinds(resultsOf(CREATE, 2, 200, { Invoices: [bad, odd] }))).toEqual(['refused', 'saved']);
	});

	it("is read by its reasons where there is neither, as in Xero's example of manual journals", () => {
		const bad = {
			Narration: 'Foo bar',
			ValidationErrors: [{ Message: 'The total debits (100.00) must equal total credits (-10.00)' }],
		};
		const good = { Narration: 'Foo bar', ValidationErrors: [] };

		expect(resultsOf(CREATE, 2, 200, { Invoices: [bad, good] })).toEqual([
			{ is: 'refused', sentences: ['The total debits (100.00) must equal total credits (-10.00)'], record: bad },
			{ is: 'saved', record: good, warnings: [] },
		]);
	});

	it('with another number of records than were sent is not guessed at', () => {
		expect(kinds(resultsOf(CREATE, 3, 200, { Invoices: [{ InvoiceID: '1' }, { InvoiceID: '2' }] }))).toEqual([
			'failed',
			'failed',
			'failed',
		]);
		expect(kinds(resultsOf(CREATE, 3, 200, '<html></html>'))).toEqual(['failed', 'failed', 'failed']);
	});

	it('without a body means that it was done where no record is promised, and nothing where one is', () => {
		const EMAIL: Operation = {
			...CREATE,
			method: 'POST',
			path: '/Invoices/{InvoiceID}/Email',
			envelope: undefined,
			batchSize: undefined,
		};

		expect(resultsOf(EMAIL, 1, 204, '')).toEqual([{ is: 'saved', record: {}, warnings: [] }]);
		expect(resultsOf(CREATE, 1, 204, '')).toEqual([{ is: 'failed' }]);
	});

	it.each([401, 403, 404, 413, 429, 500, 503])('of %i is everybody’s', (status) => {
		expect(kinds(resultsOf(CREATE, 3, status, {}))).toEqual(['failed', 'failed', 'failed']);
	});
});

describe('A 400 for the whole request', () => {
	const bad = { ValidationErrors: [{ Message: 'Contact is needed' }] };

	it('names the bad ones, and the others go again without them', () => {
		const ends = resultsOf(SUMMARISED, 3, 400, { Type: 'ValidationException', Elements: [{}, bad, { ValidationErrors: [] }] });

		expect(ends).toEqual([{ is: 'resend' }, { is: 'refused', sentences: ['Contact is needed'], record: bad }, { is: 'resend' }]);
	});

	it('names the one there is', () => {
		expect(kinds(resultsOf(SUMMARISED, 1, 400, { Elements: [bad] }))).toEqual(['refused']);
	});

	it('without elements lets several go again in parts, one not', () => {
		expect(kinds(resultsOf(CREATE, 4, 400, { Message: 'JSON for post data was invalid' }))).toEqual([
			'resend',
			'resend',
			'resend',
			'resend',
		]);
		expect(kinds(resultsOf(CREATE, 1, 400, { Message: 'JSON for post data was invalid' }))).toEqual(['failed']);
	});

	it('with another number of elements than were sent is not guessed at', () => {
		expect(kinds(resultsOf(SUMMARISED, 3, 400, { Elements: [bad] }))).toEqual(['resend', 'resend', 'resend']);
	});

	it('where Xero was asked to answer one by one still names the bad ones', () => {
		expect(resultsOf(CREATE, 2, 400, { Elements: [bad, bad] })).toEqual([
			{ is: 'refused', sentences: ['Contact is needed'], record: bad },
			{ is: 'refused', sentences: ['Contact is needed'], record: bad },
		]);
	});
});

describe("Xero's sentences", () => {
	it('are found in lines, addresses and contacts, with the number of the line', () => {
		const record = {
			ValidationErrors: [{ Message: 'Invoice not of valid status' }],
			Contact: { ValidationErrors: [{ Message: 'The contact name must be given' }] },
			LineItems: [{}, { ValidationErrors: [{ Message: 'Account code 999 is not valid' }] }],
		};

		expect(sentencesIn(record)).toEqual([
			'Invoice not of valid status',
			'The contact name must be given',
			'LineItems 2: Account code 999 is not valid',
		]);
	});

	it('may be called Description, and each comes once', () => {
		expect(
			sentencesIn({ ValidationErrors: [{ Description: 'Code is taken' }, { Message: 'Code is taken' }, { Message: '' }, {}] }),
		).toEqual(['Code is taken']);
	});

	it('are not taken from warnings', () => {
		expect(sentencesIn({ Warnings: [{ Message: 'Only a hint', ValidationErrors: [{ Message: 'Odd' }] }] })).toEqual([]);
	});

	it('are none in what is no record', () => {
		expect([null, undefined, 'text', 7, []].map((value) => sentencesIn(value))).toEqual([[], [], [], [], []]);
	});
});
