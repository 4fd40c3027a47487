import { type Answer, type Desk, type Json, openDesk } from './desk';

let desk: Desk;
beforeEach(() => {
	desk = openDesk('empty');
});

const lines = (amount = 100, more: Json = {}): Json[] => [
	{ AccountCode: '400', LineAmount: amount, ...more },
	{ AccountCode: '850', LineAmount: -amount },
];
const entry = (more: Json = {}): Json => ({ Narration: 'Adverts', Date: '2026-03-02', JournalLines: lines(), ...more });
const put = (...journals: Json[]): Answer => desk.call('PUT', '/ManualJournals', { ManualJournals: journals });
const refusal = (more: Json): string[] => put(entry(more)).sentences();
const make = (more: Json = {}): string => put(entry(more)).id('ManualJournals.0.ManualJournalID');
const update = (id: string, more: Json): Answer => desk.call('POST', `/ManualJournals/${id}`, { ManualJournals: [more] });
/** What is posted, as account code, net amount and tax. */
const posted = (id: string): unknown[][] =>
	desk.api
		.records(desk.tenantId, 'Journals')
		.filter((journal) => journal.SourceID === id)
		.map((journal) => (journal.JournalLines as Json[]).map((line) => [line.AccountCode, line.NetAmount, line.TaxAmount]));

describe('a manual journal', () => {
	it('is a draft without tax that is shown on cash reports, unless it says otherwise', () => {
		expect(put(entry({ Date: undefined })).at('ManualJournals.0')).toMatchObject({
			Narration: 'Adverts',
			Status: 'DRAFT',
			Date: '/Date(1773100800000+0000)/',
			LineAmountTypes: 'NoTax',
			ShowOnCashBasisReports: true,
			HasAttachments: false,
			UpdatedDateUTC: '/Date(1773093600000+0000)/',
			JournalLines: [
				{ AccountCode: '400', LineAmount: 100, TaxType: 'NONE', TaxAmount: 0, Tracking: [], IsBlank: false },
				{ AccountCode: '850', LineAmount: -100, TaxType: 'NONE', TaxAmount: 0, Tracking: [], IsBlank: false },
			],
		});
	});

	it('needs a narration and two lines that balance, also as a draft', () => {
		expect(refusal({ Narration: ' ' })).toEqual(['The Narration field must be specified.']);
		expect(refusal({ JournalLines: [] })).toEqual(['A manual journal must have at least two journal lines.']);
		expect(
			refusal({
				JournalLines: [
					{ AccountCode: '400', LineAmount: 100 },
					{ AccountCode: '850', LineAmount: -10 },
				],
			}),
		).toEqual(['The total debits (100.00) must equal total credits (-10.00)']);
		expect(refusal({ JournalLines: [{ AccountCode: '400' }, { AccountCode: '850', LineAmount: 0 }] })).toEqual([
			'The LineAmount field must be specified for each journal line.',
		]);
	});

	it('may neither name debtors, creditors, retained earnings nor a bank account', () => {
		desk.call('PUT', '/Accounts', { Code: '090', Name: 'Bank', Type: 'BANK', BankAccountNumber: '1' });
		for (const code of ['610', '800', '960', '090'])
			expect(
				refusal({
					JournalLines: [
						{ AccountCode: code, LineAmount: 1 },
						{ AccountCode: '850', LineAmount: -1 },
					],
				}),
			).toEqual([`Account code '${code}' is not a valid code for this document.`]);
	});

	it('loses an account that is not known with a warning as a draft, and is refused when it is posted', () => {
		const unknown = { JournalLines: [...lines(), { AccountCode: '476', LineAmount: 0, Description: 'x' }] };
		const draft = put(entry(unknown));
		expect(draft.at('ManualJournals.0.Warnings')).toEqual([
			{ Message: "Account code '476' has been removed as it does not match a recognised account." },
		]);
		expect(draft.at('ManualJournals.0.JournalLines.2')).toEqual({
			Description: 'x',
			LineAmount: 0,
			TaxAmount: 0,
			TaxType: 'NONE',
			Tracking: [],
			IsBlank: false,
		});
		expect(refusal({ ...unknown, Status: 'POSTED' })).toEqual([
			"Account code '476' is not a valid code for this document.",
			'Account code must be specified',
		]);
		expect(update(draft.id('ManualJournals.0.ManualJournalID'), { Status: 'POSTED' }).sentences()).toEqual([
			'Account code must be specified',
		]);
	});

	it('takes accounts by id, leaves blank lines out, and carries at most two tracking categories', () => {
		const account = desk.call('GET', '/Accounts?where=Code=="400"').id('Accounts.0.AccountID');
		desk.call('PUT', '/TrackingCategories', { Name: 'Region' });
		const category = desk.call('GET', '/TrackingCategories').id('TrackingCategories.0.TrackingCategoryID');
		desk.call('PUT', `/TrackingCategories/${category}/Options`, { Name: 'North' });
		const answer = put(
			entry({
				JournalLines: [
					{ AccountID: account, LineAmount: 100, Tracking: [{ Name: 'Region', Option: 'North' }] },
					{ IsBlank: true },
					{ AccountCode: '850', LineAmount: -100 },
				],
			}),
		);
		expect(answer.at('ManualJournals.0.JournalLines')).toMatchObject([
			{ AccountCode: '400', AccountID: account, Tracking: [{ Name: 'Region', Option: 'North', TrackingCategoryID: category }] },
			{ AccountCode: '850' },
		]);
		const option = answer.id('ManualJournals.0.JournalLines.0.Tracking.0.TrackingOptionID');
		expect(desk.call('DELETE', `/TrackingCategories/${category}/Options/${option}`).status).toBe(400);
	});

	it('puts tax on top of its lines or finds it inside them, and posts it to the tax account', () => {
		const gross = [
			{ AccountCode: '400', LineAmount: 100, TaxType: 'INPUT2' },
			{ AccountCode: '850', LineAmount: -115, TaxType: 'NONE' },
		];
		const onTop = make({ LineAmountTypes: 'Exclusive', JournalLines: gross, Status: 'POSTED' });
		expect(posted(onTop)).toEqual([
			[
				['400', 100, 15],
				['850', -115, 0],
				['820', 15, 0],
			],
		]);
		const inside = make({ LineAmountTypes: 'Inclusive', JournalLines: lines(115, { TaxType: 'INPUT2' }), Status: 'POSTED' });
		expect(posted(inside)).toEqual([
			[
				['400', 100, 15],
				['850', -115, 0],
				['820', 15, 0],
			],
		]);
		expect(refusal({ LineAmountTypes: 'Inclusive', JournalLines: lines(115, { TaxType: 'OUTPUT2' }) })).toEqual([
			"The TaxType code 'OUTPUT2' cannot be used with account code '400'.",
		]);
		expect(refusal({ LineAmountTypes: 'Inclusive', JournalLines: lines(115, { TaxType: 'GONE' }) })).toEqual([
			'The TaxType code GONE does not exist or cannot be used for this type of transaction.',
		]);
	});

	it('takes the tax of its accounts when it becomes one with tax', () => {
		const id = make({ JournalLines: lines(115) });
		expect(update(id, { LineAmountTypes: 'Inclusive' }).at('ManualJournals.0.JournalLines')).toMatchObject([
			{ TaxType: 'INPUT2', TaxAmount: 15 },
			{ TaxType: 'NONE', TaxAmount: 0 },
		]);
	});

	it('is in the books from being posted to being void; edits are reversals and new journals', () => {
		const id = make();
		expect(posted(id)).toEqual([]);
		update(id, { Status: 'POSTED' });
		update(id, { JournalLines: lines(250) });
		update(id, { Narration: 'Adverts', Url: 'https://adverts.example' });
		update(id, { Status: 'VOIDED' });
		expect(posted(id).map((journal) => journal[0])).toEqual([
			['400', 100, 0],
			['400', -100, 0],
			['400', 250, 0],
			['400', -250, 0],
		]);
		expect(
			(desk.call('GET', `/ManualJournals/${id}/History`).at('HistoryRecords') as Json[]).map((record) => record.Changes),
		).toEqual(['Voided', 'Edited', 'Edited', 'Posted', 'Created']);
	});

	it('goes from draft to posted, deleted or archived, and from posted to void, and stays there', () => {
		const sentence = ['Manual journal not of valid status for modification'];
		const walk = (...statuses: string[]): string[] => {
			const id = make();
			return statuses.flatMap((Status) => update(id, { Status }).sentences());
		};
		expect(walk('DELETED')).toEqual([]);
		expect(walk('ARCHIVED', 'DRAFT', 'POSTED', 'VOIDED')).toEqual([]);
		expect(walk('VOIDED')).toEqual(sentence);
		expect(walk('POSTED', 'DRAFT')).toEqual(sentence);
		expect(walk('POSTED', 'DELETED')).toEqual(sentence);
		expect(walk('DELETED', 'DRAFT')).toEqual(sentence);
		expect(walk('POSTED', 'VOIDED', 'POSTED')).toEqual(sentence);
		expect(refusal({ Status: 'VOIDED' })).toEqual([
			"A new manual journal must have the status DRAFT or POSTED; 'VOIDED' is not valid.",
		]);
	});

	it('does not touch locked days', () => {
		const sentence = ['The document date cannot be before the end of year lock date'];
		expect(refusal({ Date: '2024-03-31', Status: 'POSTED' })).toEqual(sentence);
		const draft = make({ Date: '2024-03-31' });
		expect(update(draft, { Status: 'POSTED' }).sentences()).toEqual(sentence);
		expect(update(draft, { Status: 'POSTED', Date: '2024-04-01' }).status).toBe(200);
		expect(update(draft, { Date: '2024-03-30' }).sentences()).toEqual(sentence);
	});

	it('is updated by POST with its id, made by POST without, and refused with an id that is not known', () => {
		const id = make();
		const post = (body: Json) => desk.call('POST', '/ManualJournals', { ManualJournals: [body] });
		expect(post({ ManualJournalID: id, Narration: 'New words' }).at('ManualJournals.0')).toMatchObject({
			ManualJournalID: id,
			Narration: 'New words',
			JournalLines: [{ LineAmount: 100 }, { LineAmount: -100 }],
		});
		expect(post(entry()).id('ManualJournals.0.ManualJournalID')).not.toBe(id);
		expect(post({ ManualJournalID: '11111111-1111-4111-8111-111111111111', Narration: 'x' }).sentences()).toEqual([
			'The manual journal with the specified ManualJournalID could not be found.',
		]);
		expect(put(entry({ ManualJournalID: id })).sentences()).toEqual([
			'A manual journal with the specified ManualJournalID already exists.',
		]);
		expect(desk.call('GET', '/ManualJournals/11111111-1111-4111-8111-111111111111', undefined).status).toBe(404);
	});

	it('leaves nothing behind when one of its call is refused, and stands alone with summarizeErrors=false', () => {
		const bad = entry({ Narration: '' });
		expect(put(entry({ Status: 'POSTED' }), bad).status).toBe(400);
		expect(desk.api.records(desk.tenantId, 'ManualJournals')).toEqual([]);
		expect(desk.api.records(desk.tenantId, 'Journals')).toEqual([]);
		const each = desk.call('PUT', '/ManualJournals?summarizeErrors=false', {
			ManualJournals: [entry({ Status: 'POSTED' }), bad],
		});
		expect((each.at('ManualJournals') as Json[]).map((one) => one.StatusAttributeString)).toEqual(['OK', 'ERROR']);
		expect(desk.api.records(desk.tenantId, 'Journals').map((one) => one.JournalNumber)).toEqual([1]);
	});
});

describe('the list of manual journals', () => {
	it('has lines only page by page, and a pagination object', () => {
		for (let at = 0; at < 3; at += 1) make({ Narration: `Number ${at}`, Status: at === 1 ? 'POSTED' : 'DRAFT' });
		const all = desk.call('GET', '/ManualJournals');
		expect(all.at('pagination')).toBeUndefined();
		expect((all.at('ManualJournals') as Json[]).map((one) => one.JournalLines)).toEqual([[], [], []]);
		const page = desk.call('GET', '/ManualJournals?page=2&pageSize=2&order=Narration');
		expect(page.at('pagination')).toEqual({ page: 2, pageSize: 2, pageCount: 2, itemCount: 3 });
		expect(page.at('ManualJournals.0')).toMatchObject({ Narration: 'Number 2', JournalLines: [{}, {}] });
		expect(
			(desk.call('GET', '/ManualJournals?where=Status=="POSTED"').at('ManualJournals') as Json[]).map((one) => one.Narration),
		).toEqual(['Number 1']);
	});

	it('gives what changed since a moment, files included', () => {
		const id = make();
		desk.clock.advance(60_000);
		const since = { headers: { 'if-modified-since': '2026-03-09T22:00:30' } };
		expect(desk.call('GET', '/ManualJournals', undefined, since).at('ManualJournals')).toEqual([]);
		desk.call('PUT', `/ManualJournals/${id}/Attachments/slip.txt`, Buffer.from('slip'));
		expect(desk.call('GET', '/ManualJournals', undefined, since).at('ManualJournals.0')).toMatchObject({
			ManualJournalID: id,
			HasAttachments: true,
		});
		expect(desk.call('GET', `/ManualJournals/${id}`).at('ManualJournals.0.Attachments.0.FileName')).toBe('slip.txt');
	});
});

describe('an account or option that journals name', () => {
	it('cannot be deleted, not even for a draft', () => {
		const vans = desk.call('PUT', '/Accounts', { Code: '990', Name: 'Vans', Type: 'FIXED' }).id('Accounts.0.AccountID');
		const id = make({
			JournalLines: [
				{ AccountCode: '990', LineAmount: 5 },
				{ AccountCode: '850', LineAmount: -5 },
			],
		});
		expect(desk.call('DELETE', `/Accounts/${vans}`).status).toBe(400);
		update(id, { Status: 'DELETED' });
		expect(desk.call('DELETE', `/Accounts/${vans}`).status).toBe(200);
	});

	it('follows a new code', () => {
		const vans = desk.call('PUT', '/Accounts', { Code: '990', Name: 'Vans', Type: 'FIXED' }).id('Accounts.0.AccountID');
		const id = make({
			JournalLines: [
				{ AccountCode: '990', LineAmount: 5 },
				{ AccountCode: '850', LineAmount: -5 },
			],
		});
		desk.call('POST', `/Accounts/${vans}`, { Code: '991' });
		expect(desk.call('GET', `/ManualJournals/${id}`).at('ManualJournals.0.JournalLines.0.AccountCode')).toBe('991');
	});
});
