import type { IDataObject } from 'n8n-workflow';
import { accounting } from '../../nodes/XeroAccounting/accounting';
import { execute } from '../../nodes/shared/run/execute';
import type { Fake, Reply, Sent } from '../fakeContext';
import { fakeExecute } from '../fakeContext';

const ORGANISATION = { __rl: true, mode: 'id', value: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d' };

/** Contacts and items as Xero keeps them: found without case, created under a new ID. */
class Books {
	readonly records: IDataObject[] = [];

	constructor(...records: IDataObject[]) {
		for (const record of records) this.put('Contacts', record);
	}

	put(plural: string, record: IDataObject): IDataObject {
		const id = plural === 'Contacts' ? 'ContactID' : 'ItemID';
		const made = { [id]: `id-${this.records.length + 1}`, ContactStatus: 'ACTIVE', ...record };
		this.records.push(made);
		return made;
	}

	answer({ method, path, query, body }: Sent): Reply {
		const plural = path.split('/').pop()!;
		if (method === 'PUT') {
			const [record] = (body as Record<string, IDataObject[]>)[plural]!;
			const refusal = {
				Type: 'ValidationException',
				Elements: [{ ValidationErrors: [{ Message: 'Email address is not valid.' }] }],
			};
			if (record!.EmailAddress === 'wrong@example.com') return { statusCode: 400, body: refusal };
			return { body: { [plural]: [this.put(plural, record!)] } };
		}
		const [, property, value] = /^(\w+)=="(.*)"$/.exec(query.where!)!;
		const hits = this.records.filter((one) => String(one[property!] ?? '').toLowerCase() === value!.toLowerCase());
		return { body: { [plural]: hits } };
	}
}

interface Ran {
	readonly json: IDataObject[];
	readonly sent: string[];
	readonly keys: Array<string | undefined>;
	readonly error: (Error & { description?: string }) | undefined;
}

async function run(
	resource: string,
	items: readonly IDataObject[],
	reply: Fake['reply'],
	more: Partial<Fake> = {},
): Promise<Ran> {
	const { ctx, requests } = fakeExecute({
		parameters: items.map((one) => ({
			organisation: ORGANISATION,
			resource,
			operation: 'findOrCreate',
			simplify: false,
			...one,
		})),
		...(reply ? { reply } : {}),
		...more,
	});
	const out = await execute(accounting, ctx).catch((cause: unknown) => cause as Error);
	return {
		json: out instanceof Error ? [] : out[0]!.map(({ json }) => json),
		sent: requests.map(({ method, path }) => `${method} ${path.replace('/api.xro/2.0', '')}`),
		keys: requests.filter(({ method }) => method === 'PUT').map(({ headers }) => headers['Idempotency-Key']),
		error: out instanceof Error ? out : undefined,
	};
}
const contacts = async (books: Books, items: readonly IDataObject[], more: Partial<Fake> = {}): Promise<Ran> =>
	await run('contact', items, (sent) => books.answer(sent), more);
const byEmail = (EmailAddress: string, Name: string) => ({ by: 'EmailAddress', Name, additionalFields: { EmailAddress } });

describe('Find or Create of a contact', () => {
	it('hands on the one that is there, unchanged, and writes nothing', async () => {
		const books = new Books({ Name: 'Ridgeway University', FirstName: 'Robin' });
		const { json, sent } = await contacts(books, [
			{ by: 'Name', Name: 'ridgeway university', additionalFields: { FirstName: 'Sam' } },
		]);
		expect(json).toEqual([
			{ found: true, ContactID: 'id-1', ContactStatus: 'ACTIVE', Name: 'Ridgeway University', FirstName: 'Robin' },
		]);
		expect(sent).toEqual(['GET /Contacts']);
	});

	it('keeps what tells the two apart when the record is simplified', async () => {
		const { json } = await contacts(new Books(), [{ by: 'Name', Name: 'Ngaio Sports', simplify: true }]);
		expect(json).toMatchObject([{ found: false, ContactID: 'id-1', Name: 'Ngaio Sports', ContactStatus: 'ACTIVE' }]);
	});

	it('creates one for several items of a run that name it, whatever their spelling', async () => {
		const books = new Books();
		const names = [
			'Ngaio Sports',
			'NGAIO SPORTS',
			'Hill Street Books',
			'Ngaio Sports',
			' Ngaio Sports ',
			'Ngaio Sports',
			'Ngaio Sports',
		];
		const { json, sent } = await contacts(
			books,
			names.map((Name) => ({ by: 'Name', Name })),
		);
		expect(books.records.map(({ Name }) => Name).sort()).toEqual(['Hill Street Books', 'Ngaio Sports']);
		expect(json.map(({ found }) => found)).toEqual([false, true, false, true, true, true, true]);
		expect(new Set(json.filter((_, index) => index !== 2).map(({ ContactID }) => ContactID)).size).toBe(1);
		expect(sent.filter((one) => one === 'PUT /Contacts')).toHaveLength(2);
		expect(sent).toHaveLength(4);
	});

	it('takes two spellings of a contact number for two, as Xero may', async () => {
		const numbered = (ContactNumber: string, Name: string) => ({
			by: 'ContactNumber',
			Name,
			additionalFields: { ContactNumber },
		});
		const { sent } = await contacts(new Books({ Name: 'A', ContactNumber: 'c-1' }), [numbered('c-1', 'A'), numbered('C-1', 'B')]);
		expect(sent).toEqual(['GET /Contacts', 'GET /Contacts']);
	});

	it('does not choose among several', async () => {
		const books = new Books({ Name: 'A', EmailAddress: 'x@example.com' }, { Name: 'B', EmailAddress: 'x@example.com' });
		const { error, sent } = await contacts(books, [byEmail('x@example.com', 'C')]);
		expect(error?.message).toBe(
			'Item 1, Email “x@e…”: Xero has 2 contacts with it (A (id-1), B (id-2)). Look for something that only one of them has',
		);
		expect(error?.description).toBe('Nothing was created for this item.');
		expect(sent).toEqual(['GET /Contacts']);
	});

	it('counts no archived contact', async () => {
		const books = new Books(
			{ Name: 'A', EmailAddress: 'x@example.com', ContactStatus: 'ARCHIVED' },
			{ Name: 'B', EmailAddress: 'x@example.com' },
		);
		expect((await contacts(books, [byEmail('x@example.com', 'C')])).json).toMatchObject([{ found: true, Name: 'B' }]);
	});

	it.each([
		[{ by: 'ContactNumber', Name: 'A' }, 'Item 1: Contact Number is missing. It is what the record is looked up by'],
		[
			{ by: 'EmailAddress', Name: 'A', additionalFields: { EmailAddress: '' } },
			'Item 1: Email is missing. It is what the record is looked up by',
		],
		[{ by: 'Name' }, 'Item 1: Name is missing'],
		[{ input: 'json', body: '{"FirstName": "Sam"}' }, 'Item 1: Name is missing. It is what the record is looked up by'],
	])('refuses %j before any call', async (values, message) => {
		const { error, sent } = await contacts(new Books(), [values]);
		expect(error?.message).toBe(message);
		expect(sent).toEqual([]);
	});

	it('lets an item speak for itself when an earlier one with the same name was refused', async () => {
		const books = new Books();
		const named = (EmailAddress: string) => ({ by: 'Name', Name: 'Ngaio Sports', additionalFields: { EmailAddress } });
		const { json, sent } = await contacts(
			books,
			['wrong@example.com', 'wrong@example.com', 'right@example.com', 'right@example.com'].map(named),
			{ continueOnFail: true },
		);
		expect(json.map(({ found, error }) => found ?? error)).toEqual([
			expect.stringContaining('Email address is not valid.'),
			expect.stringContaining('Email address is not valid.'),
			false,
			true,
		]);
		expect(json[1]!.error).toContain('Item 2: Xero says: ');
		expect(books.records).toHaveLength(1);
		expect(sent.filter((one) => one === 'PUT /Contacts')).toHaveLength(3);
	});

	it('repeats a write whose answer was lost under the same key', async () => {
		const books = new Books();
		let lost = 0;
		const { json, keys } = await run(
			'contact',
			[
				{ by: 'Name', Name: 'Ngaio Sports' },
				{ by: 'Name', Name: 'Ngaio Sports' },
			],
			(sent) => {
				if (sent.method === 'PUT' && lost === 0) {
					lost += 1;
					return Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
				}
				return books.answer(sent);
			},
		);
		expect(json.map(({ found }) => found)).toEqual([false, true]);
		expect(keys).toHaveLength(2);
		expect(new Set(keys).size).toBe(1);
	});

	it('says when Xero does not name what it created', async () => {
		const { error } = await run('contact', [{ by: 'Name', Name: 'A' }], () => ({ body: { Contacts: [] } }));
		expect(error?.message).toBe(
			'Item 1: Xero did not say what it created. It may have been written all the same: look in Xero before sending it again',
		);
	});

	it('keeps organisations apart', async () => {
		const other = { __rl: true, mode: 'id', value: '1a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d' };
		const { sent } = await contacts(new Books({ Name: 'A' }), [
			{ by: 'Name', Name: 'A' },
			{ by: 'Name', Name: 'A', organisation: other },
		]);
		expect(sent).toEqual(['GET /Contacts', 'GET /Contacts']);
	});
});

describe('Find or Create of an item', () => {
	it('goes by the code and creates each once', async () => {
		const books = new Books();
		const { json, sent } = await run('item', [{ Code: 'GB1' }, { Code: 'GB1' }, { Code: 'GB2' }], (sent) => books.answer(sent));
		expect(json.map(({ found, Code }) => [found, Code])).toEqual([
			[false, 'GB1'],
			[true, 'GB1'],
			[false, 'GB2'],
		]);
		expect(sent.filter((one) => one === 'PUT /Items')).toHaveLength(2);
	});
});
