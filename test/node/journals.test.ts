import type { IDataObject } from 'n8n-workflow';
import { byCode, byId, byName, KERERU, staged } from './stage';

const SCOPES = ['offline_access', 'accounting.journals.read', 'accounting.manualjournals', 'accounting.settings'];

const numbersOf = (found: readonly IDataObject[]) => found.map(({ JournalNumber }) => Number(JournalNumber));
/** Whole numbers after the first up to the last. */
const after = (first: number, last: number) => Array.from({ length: last - first }, (_, index) => first + 1 + index);

/** Items of a manual journal that moves an amount from 404 to 620. */
const accruals = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({ name: `Accrual ${index + 1}`, amount: index + 1, account: '404' }));
const ACCRUAL = {
	Narration: '={{ $json.name }}',
	LineAmountTypes: 'NoTax',
	JournalLines: {
		line: [
			{ AccountCode: byCode('={{ $json.account }}'), LineAmount: '={{ $json.amount }}' },
			{ AccountCode: byCode('620'), LineAmount: '={{ -$json.amount }}' },
		],
	},
	Date: '2096-03-31',
	Status: 'POSTED',
};

describe('Journals', () => {
	const on = staged({ seed: 'demo', shared: true, limits: { minute: 10_000 } });
	const offsets = () => on.queries('GET /Journals').map(({ offset }) => Number(offset));
	let last = 0;
	beforeAll(() => {
		last = Math.max(...numbersOf(on.records('Journals') as IDataObject[]));
	});
	beforeEach(() => on.connect({ scopes: SCOPES }));
	afterEach(() => on.sandbox.clearFaults());

	it('are read a hundred at a time from where Xero stopped, until an answer is empty', async () => {
		const start = last - 350;
		const { json, error, pairs } = await on.run('journal.getAll', { returnAll: true, filters: { offset: start } });
		expect(error).toBe('');
		expect(numbersOf(json)).toEqual(after(start, last));
		expect(offsets()).toEqual([start, start + 100, start + 200, start + 300, last]);
		expect(new Set(pairs)).toEqual(new Set([0]));
	});

	it('go on after an answer that is short in the middle, and none is missing or comes twice', async () => {
		const start = last - 350;
		on.sandbox.fail({ match: { path: '/Journals' }, after: 1, times: 1, what: { kind: 'halfPage' } });
		const { json, error } = await on.run('journal.getAll', { returnAll: true, filters: { offset: start } });
		expect(error).toBe('');
		expect(numbersOf(json)).toEqual(after(start, last));
		expect(offsets()).toEqual([start, start + 100, start + 150, start + 250, start + 350]);
	});

	it('end with an answer that comes twice, in place of being read for ever', async () => {
		on.sandbox.fail({ match: { path: '/Journals' }, what: { kind: 'samePage' } });
		const { json, error } = await on.run('journal.getAll', { returnAll: true, filters: { offset: last - 350 } });
		expect(json).toEqual([]);
		expect(error).toContain(
			'Item 1: the list gave the same page twice. Run again; if it stays so, narrow the list with a filter',
		);
		expect(offsets()).toHaveLength(2);
	});

	it('are no more than Limit, and not more calls than that takes', async () => {
		expect(numbersOf((await on.run('journal.getAll', { limit: 5 })).json)).toEqual([1, 2, 3, 4, 5]);
		expect(offsets()).toEqual([0]);
		on.sandbox.forget();
		expect(numbersOf((await on.run('journal.getAll', { limit: 150 })).json)).toEqual(after(0, 150));
		expect(offsets()).toEqual([0, 100]);
	});

	it('are found anew after the last number that is known: nothing until there is something, then only that', async () => {
		const more = () =>
			on.run('journal.getAll', { returnAll: true, filters: { offset: '={{ $json.known }}' } }, [{ known: last }]);
		expect(await more()).toMatchObject({ json: [], error: '' });
		const { json } = await on.run('manualJournal.create', ACCRUAL, accruals(2));
		const sources = json.map(({ ManualJournalID }) => ManualJournalID);
		const found = (await more()).json;
		expect(numbersOf(found)).toEqual([last + 1, last + 2]);
		expect(found.map(({ SourceID, SourceType }) => [SourceType, SourceID])).toEqual(sources.map((id) => ['MANJOURNAL', id]));
		last += 2;
	});

	it('of the cash basis are those in which money moves, and each balances', async () => {
		const start = last - 600;
		const read = async (paymentsOnly: boolean) =>
			(await on.run('journal.getAll', { returnAll: true, filters: { offset: start, paymentsOnly } })).json;
		const [accrual, cash] = [await read(false), await read(true)];
		const types = (found: readonly IDataObject[]) => new Set(found.map(({ SourceType }) => SourceType));
		expect([types(accrual).has('ACCREC'), types(cash).has('ACCREC')]).toEqual([true, false]);
		expect(cash.length).toBeGreaterThan(50);
		expect(numbersOf(cash).every((one) => numbersOf(accrual).includes(one))).toBe(true);
		const cents = ({ JournalLines }: IDataObject) =>
			(JournalLines as IDataObject[]).reduce((sum, { NetAmount }) => sum + Math.round(Number(NetAmount) * 100), 0);
		expect([...accrual, ...cash].filter((one) => cents(one) !== 0)).toEqual([]);
		// What a customer owes is no matter of money that moved; what was paid too much, and given back of it, is.
		const owed = cash.filter(({ JournalLines }) =>
			(JournalLines as IDataObject[]).some(({ AccountCode }) => AccountCode === '610'),
		);
		expect([...types(owed)].sort()).toEqual(['ARCREDITPAYMENT', 'AROVERPAYMENT']);
	});

	it('after a moment are those made since, sent as Xero takes it', async () => {
		const { CreatedDateUTC } = on.records('Journals').find(({ JournalNumber }) => JournalNumber === last - 20)!;
		const { json } = await on.run('journal.getAll', {
			returnAll: true,
			filters: { offset: last - 100, 'If-Modified-Since': String(CreatedDateUTC) },
		});
		expect(json.length).toBeGreaterThan(20);
		expect(json.every((one) => String(one.CreatedDateUTC) >= String(CreatedDateUTC))).toBe(true);
		expect(on.called('GET /Journals')[0]!.headers['if-modified-since']).toBe(String(CreatedDateUTC).slice(0, 19));
	});

	it('without their scope are refused with its name and the tier that has it', async () => {
		on.connect();
		const { error, ran } = await on.run('journal.getAll', { returnAll: true });
		expect(error).toContain(
			'This credential may not touch Journals. In the credential tick Access: Journals (Read Only) (accounting.journals.read) and connect again',
		);
		expect(error).toContain('Xero gives journals only to apps on its Advanced tier and above, on application.');
		expect(ran.error).toMatchObject({ httpCode: '401' });
		// n8n renews the token once after any 401.
		expect(on.asked).toEqual(['GET /Journals', 'GET /Journals']);
	});

	it('of an app on a lower tier, or for a user without reports, are refused with both reasons', async () => {
		on.sandbox.fail({
			match: { path: '/Journals' },
			what: {
				kind: 'status',
				status: 403,
				body: { Type: null, Title: 'Forbidden', Status: 403, Detail: 'AuthenticationUnsuccessful' },
			},
		});
		const { error, ran } = await on.run('journal.getAll');
		expect(error).toContain('The organisation gives no access to this');
		expect(error).toContain('A Standard user needs the role for reports, which journals take as well');
		expect(error).toContain('only to apps on its Advanced tier and above');
		expect(ran.error).toMatchObject({ httpCode: '403' });
	});

	it('that are not there are told by their number', async () => {
		const { error } = await on.run('journal.get', { JournalID: { __rl: true, mode: 'number', value: '99999999' } });
		expect(error).toContain('Item 1, Journal “99999999”: is not in the organisation chosen');
		expect(error).toContain('GET /Journals/99999999');
	});
});

describe('Manual journals', () => {
	const on = staged({ seed: 'empty' });
	const put = { method: 'PUT', path: '/ManualJournals' };
	const names = () => on.records('ManualJournals').map(({ Narration }) => Narration);
	const expected = (count: number) => accruals(count).map(({ name }) => name);

	it('a hundred and twenty go in three calls, in their order, and each is in the books once', async () => {
		const { json, pairs, error } = await on.run('manualJournal.create', ACCRUAL, accruals(120));
		expect(error).toBe('');
		expect(on.asked).toEqual(['PUT /ManualJournals', 'PUT /ManualJournals', 'PUT /ManualJournals']);
		expect(json.map(({ Narration, Status }) => [Narration, Status])).toEqual(expected(120).map((name) => [name, 'POSTED']));
		expect(pairs).toEqual(Array.from({ length: 120 }, (_, index) => index));
		expect(on.records('Journals')).toHaveLength(120);
	});

	it('are not doubled when answers are lost', async () => {
		on.sandbox.fail({ match: put, times: 2, what: { kind: 'dropAfter' } });
		const { json, error } = await on.run('manualJournal.create', ACCRUAL, accruals(120));
		expect(error).toBe('');
		expect(json.map(({ Narration }) => Narration)).toEqual(expected(120));
		expect(names().sort()).toEqual([...expected(120)].sort());
		expect(on.records('Journals')).toHaveLength(120);
		expect(on.called('PUT /ManualJournals').filter(({ replayed }) => replayed)).toHaveLength(2);
	});

	it('one that does not balance or has no account is refused by its narration, the others are written', async () => {
		const items = accruals(4).map((row, index) => (index === 2 ? { ...row, account: '999' } : row));
		const { json, error } = await on.run('manualJournal.create', ACCRUAL, items, {
			settings: { onError: 'continueRegularOutput' },
		});
		expect(error).toBe('');
		expect(json.map(({ Narration, error: says }) => Narration ?? says)).toEqual([
			'Accrual 1',
			'Accrual 2',
			expect.stringContaining("Item 3 (Accrual 3): Xero says: Account code '999' is not a valid code for this document."),
			'Accrual 4',
		]);
		expect(json[2]!.details).toMatchObject({ reference: 'Accrual 3' });
		expect(names()).toEqual(['Accrual 1', 'Accrual 2', 'Accrual 4']);
		const crooked = {
			...ACCRUAL,
			JournalLines: { line: [ACCRUAL.JournalLines.line[0]!, { AccountCode: byCode('620'), LineAmount: '-1' }] },
		};
		const odd = await on.run('manualJournal.create', crooked, [{ name: 'Crooked', amount: 2, account: '404' }]);
		expect(odd.error).toContain('Item 1 (Crooked): Xero says: The total debits (2.00) must equal total credits (-1.00)');
	});

	it('are made of one item per line, tax and tracking of each line with it', async () => {
		on.connect();
		const lines = {
			input: 'lines',
			documentKey: '={{ $json.journal }}',
			Narration: '={{ $json.narration }}',
			LineAmountTypes: 'Exclusive',
			JournalLines: {
				line: [
					{
						AccountCode: byCode('={{ $json.account }}'),
						Description: '={{ $json.what }}',
						LineAmount: '={{ $json.amount }}',
						TaxType: byCode('={{ $json.tax }}'),
					},
				],
			},
			Date: '2096-03-31',
			Status: 'POSTED',
		};
		const { items, json, error } = await on.run('manualJournal.create', lines, [
			{ journal: 'J1', narration: 'Recharge', account: '429', what: 'Share of costs', amount: 100, tax: 'INPUT2' },
			{ journal: 'J2', narration: 'Accrual', account: '404', what: '', amount: 12.5, tax: 'NONE' },
			{ journal: 'J1', narration: '', account: '620', what: '', amount: -115, tax: 'NONE' },
			{ journal: 'J2', narration: '', account: '620', what: '', amount: -12.5, tax: 'NONE' },
		]);
		expect(error).toBe('');
		expect(on.asked).toEqual(['PUT /ManualJournals']);
		expect(json.map(({ Narration }) => Narration)).toEqual(['Recharge', 'Accrual']);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			[{ item: 0 }, { item: 2 }],
			[{ item: 1 }, { item: 3 }],
		]);
		const lineOf = (one: Record<string, unknown>) => [one.AccountCode, one.NetAmount, one.TaxAmount];
		const booked = on.records('Journals').map(({ JournalLines }) => (JournalLines as Array<Record<string, unknown>>).map(lineOf));
		expect(booked).toEqual([
			[
				['429', 100, 15],
				['620', -115, 0],
				['820', 15, 0],
			],
			[
				['404', 12.5, 0],
				['620', -12.5, 0],
			],
		]);
	});

	it('are posted and voided together, and one that was voided already is told apart', async () => {
		const { json } = await on.run('manualJournal.create', { ...ACCRUAL, Date: '2096-03-31' }, accruals(3));
		on.sandbox.forget();
		const which = { ManualJournalID: byId('={{ $json.ManualJournalID }}') };
		expect((await on.run('manualJournal.post', which, json)).json.map(({ Status }) => Status)).toEqual([
			'POSTED',
			'POSTED',
			'POSTED',
		]);
		expect((await on.run('manualJournal.void', which, [json[1]!])).json[0]!.Status).toBe('VOIDED');
		expect(on.asked).toEqual(['POST /ManualJournals', `POST /ManualJournals/${String(json[1]!.ManualJournalID)}`]);
		const voided = await on.run('manualJournal.void', which, json, { settings: { onError: 'continueRegularOutput' } });
		expect(voided.json.map(({ Status, error }) => Status ?? error)).toEqual([
			'VOIDED',
			expect.stringContaining('Item 2: Xero says: Manual journal not of valid status for modification'),
			'VOIDED',
		]);
		// Every journal was reversed by another one.
		expect(on.records('Journals', KERERU)).toHaveLength(6);
	});

	it('are drafts unless they are posted, which Create or Update does as well, and their lines have tracking', async () => {
		const Tracking = { category: [{ Option: byName('Region: North') }] };
		const lines = ACCRUAL.JournalLines.line.map((line) => ({ ...line, Tracking }));
		const drafted = { ...ACCRUAL, JournalLines: { line: lines }, Status: 'DRAFT' };
		const { json } = await on.run('manualJournal.create', drafted, accruals(1));
		expect(json[0]!.Status).toBe('DRAFT');
		expect(on.called('PUT /ManualJournals')[0]!.body).toMatchObject({
			ManualJournals: [{ JournalLines: [404, 620].map(() => ({ Tracking: [{ Name: 'Region', Option: 'North' }] })) }],
		});
		const { Status, ...rest } = ACCRUAL;
		const again = { ...rest, additionalFields: { ManualJournalID: String(json[0]!.ManualJournalID), Status } };
		const posted = await on.run('manualJournal.upsert', again, accruals(1));
		expect([posted.error, posted.json[0]!.Status]).toEqual(['', 'POSTED']);
		expect(on.records('ManualJournals')).toHaveLength(1);
	});

	it('keep what an update does not give, and have their lines replaced by those it gives', async () => {
		const { json } = await on.run('manualJournal.create', ACCRUAL, accruals(1));
		const ManualJournalID = byId(String(json[0]!.ManualJournalID));
		await on.run('manualJournal.update', {
			ManualJournalID,
			Narration: 'Renamed',
			additionalFields: { Url: 'https://example.com/1' },
		});
		await on.run('manualJournal.update', {
			ManualJournalID,
			JournalLines: {
				line: [
					{ AccountCode: byCode('408'), LineAmount: '7' },
					{ AccountCode: byCode('620'), LineAmount: '-7' },
				],
			},
		});
		const { json: read } = await on.run('manualJournal.get', { ManualJournalID, simplify: false });
		expect(read[0]).toMatchObject({
			Narration: 'Renamed',
			Date: '2096-03-31',
			Status: 'POSTED',
			Url: 'https://example.com/1',
			JournalLines: [
				{ AccountCode: '408', LineAmount: 7 },
				{ AccountCode: '620', LineAmount: -7 },
			],
		});
		expect((read[0]!.JournalLines as unknown[]).length).toBe(2);
		await on.run('manualJournal.update', { ManualJournalID, additionalFields: { clearFields: ['Url'] } });
		expect((await on.run('manualJournal.get', { ManualJournalID, simplify: false })).json[0]!.Url || '').toBe('');
	});
});
