import { DateTime } from 'luxon';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { consentScopes } from '../../sandbox/scopes';
import { byCode, byName, byNumber } from '../node/stage';
import { idOf, Walk } from './walk';

// Xero gives the scope of journals on application, so that a consent without more does not have it.
const walk = new Walk('ledger', { scopes: [...consentScopes, 'accounting.journals.read'] });

/** Of the organisation. */
const ZONE = 'Pacific/Auckland';

/** Debit and credit of the month and of the year to date, by what the trial balance of a day calls the accounts. */
async function balancesAt(date: string): Promise<Map<unknown, unknown[]>> {
	const { json, error } = await walk.stage.report('statement.trialBalance', { asOf: 'custom', date });
	expect(error).toBe('');
	return new Map(json.map(({ label, debit, credit, ytdDebit, ytdCredit }) => [label, [debit, credit, ytdDebit, ytdCredit]]));
}
const MARCH = '2096-03-31';

/** Lines of the journals that came from a document: account code and net amount, oldest journal first. */
const booked = async (source: unknown) =>
	(await walk.all('journal.getAll'))
		.filter(({ SourceID }) => SourceID === source)
		.map(({ JournalLines }) => (JournalLines as IDataObject[]).map(({ AccountCode, NetAmount }) => [AccountCode, NetAmount]));

test('a manual journal is drafted, posted, found in the ledger, voided and so reversed', async () => {
	const { line: option, picked: Option } = await walk.choose('trackingOption', 'north');
	expect(option).toBe('Region: North');
	const { line: account, picked: AccountCode } = await walk.choose('accountCode', 'deprec');
	expect(account).toBe('416 · Depreciation');
	const before = (await balancesAt(MARCH)).get('Depreciation (416)');
	const made = await walk.json('manualJournal.create', {
		Narration: 'Van, first quarter',
		LineAmountTypes: 'NoTax',
		JournalLines: {
			line: [
				{
					AccountCode,
					Description: 'Van',
					LineAmount: '250.75',
					Tracking: { category: [{ Option }, { Option: byName('Department: Sales') }] },
				},
				{ AccountCode: byCode('711'), LineAmount: '-250.75' },
			],
		},
		Date: '2096-03-31',
		additionalFields: { Url: 'https://example.com/assets/7' },
	});
	expect(made).toMatchObject({
		Status: 'DRAFT',
		Date: '2096-03-31',
		ShowOnCashBasisReports: true,
		Url: 'https://example.com/assets/7',
		JournalLines: [
			{
				AccountCode: '416',
				LineAmount: 250.75,
				Tracking: [
					{ Name: 'Region', Option: 'North' },
					{ Name: 'Department', Option: 'Sales' },
				],
			},
			{ AccountCode: '711', LineAmount: -250.75, Tracking: [] },
		],
	});
	const ManualJournalID = idOf(made, 'ManualJournalID');
	expect(await booked(made.ManualJournalID)).toEqual([]);
	const again = await walk.json('manualJournal.upsert', {
		Narration: 'Van, first quarter of 2096',
		LineAmountTypes: 'NoTax',
		JournalLines: {
			line: [
				{ AccountCode: byCode('416'), LineAmount: '300' },
				{ AccountCode: byCode('711'), LineAmount: '-300' },
			],
		},
		additionalFields: { ManualJournalID: String(made.ManualJournalID) },
	});
	expect(again).toMatchObject({
		ManualJournalID: made.ManualJournalID,
		Narration: 'Van, first quarter of 2096',
		Status: 'DRAFT',
	});
	await walk.json('manualJournal.update', { ManualJournalID, Narration: 'Van, January to March' });
	const { line, picked } = await walk.choose('manualJournal', 'january to march');
	expect(line).toBe('2096-03-31 · Van, January to March · Draft');
	await walk.attach('manualJournal', { ManualJournalID: picked });
	await walk.note('manualJournal', { ManualJournalID: picked });

	expect((await walk.json('manualJournal.post', { ManualJournalID })).Status).toBe('POSTED');
	const posted = [
		['416', 300],
		['711', -300],
	];
	expect(await booked(made.ManualJournalID)).toEqual([posted]);
	const [debit, credit, year] = (before ?? [0, null, 0, null]) as [number, null, number];
	expect((await balancesAt(MARCH)).get('Depreciation (416)')).toEqual([debit + 300, credit, year + 300, null]);
	const found = await walk.all('manualJournal.getAll', {
		DateFrom: '2096-03-31',
		DateTo: '2096-03-31',
		Narration: 'Van, January to March',
		Status: 'POSTED',
		order: 'Date DESC',
	});
	expect(found.map((one) => one.ManualJournalID)).toEqual([made.ManualJournalID]);
	expect(await walk.json('manualJournal.get', { ManualJournalID })).toMatchObject({
		HasAttachments: true,
		JournalLines: [{ AccountCode: '416', LineAmount: 300 }, { LineAmount: -300 }],
	});

	expect((await walk.json('manualJournal.void', { ManualJournalID })).Status).toBe('VOIDED');
	const reversed = [
		['416', -300],
		['711', 300],
	];
	expect(await booked(made.ManualJournalID)).toEqual([posted, reversed]);
	expect((await balancesAt(MARCH)).get('Depreciation (416)')).toEqual(before);
});

test('a draft of a manual journal is deleted', async () => {
	const { line: account, picked: AccountID } = await walk.choose('activeAccount', 'prepay');
	expect(account).toBe('620 · Prepayments');
	const line = [
		{ AccountCode: byCode('404'), LineAmount: '10' },
		// Chosen by name, as an account without a code would be.
		{ LineAmount: '-10', additionalFields: { AccountID } },
	];
	const made = await walk.json('manualJournal.create', {
		Narration: 'In vain',
		LineAmountTypes: 'NoTax',
		JournalLines: { line },
	});
	const ManualJournalID = idOf(made, 'ManualJournalID');
	expect(made).toMatchObject({ JournalLines: [{ AccountCode: '404' }, { AccountCode: '620', LineAmount: -10 }] });
	expect((await walk.json('manualJournal.delete', { ManualJournalID })).Status).toBe('DELETED');
});

test('a journal is read by its number and by its ID', async () => {
	const [, second] = await walk.all('journal.getAll');
	const read = await walk.json('journal.get', { JournalID: byNumber('2') });
	expect(read).toMatchObject({ JournalID: second!.JournalID, JournalNumber: 2, JournalDate: second!.JournalDate });
	expect((await walk.json('journal.get', { JournalID: idOf(second, 'JournalID') })).JournalNumber).toBe(2);
	// Where it comes from is in lists alone.
	expect([typeof second!.SourceID, read.SourceID]).toEqual(['string', undefined]);
});

test('budgets are read by dates, and one with its months', async () => {
	const { line, picked: BudgetID } = await walk.choose('budget', 'overall');
	expect(line).toBe('Overall Budget');
	// Planned over two financial years from April on.
	const periodsOf = ({ BudgetLines }: IDataObject) =>
		((BudgetLines as IDataObject[])[0]!.BudgetBalances as IDataObject[]).map(({ Period }) => String(Period));
	const year = DateTime.fromMillis(walk.stage.openedAt, { zone: ZONE });
	const start = year.month >= 4 ? year.year : year.year - 1;
	const whole = await walk.json('budget.get', {
		BudgetID,
		options: { DateFrom: `${start}-04-01`, DateTo: `${start + 2}-03-31` },
	});
	expect(whole).toMatchObject({
		Type: 'OVERALL',
		Description: 'Overall Budget',
		BudgetLines: [{ AccountCode: '200' }, {}, {}, {}, {}, {}, {}, {}, {}],
	});
	const all = periodsOf(whole);
	// The month before this one, this one and the next, unless the first of them is not planned.
	const now = DateTime.fromMillis(walk.stage.clock.now(), { zone: ZONE });
	const about = [-1, 0, 1].map((months) => now.plus({ months }).toFormat('yyyy-MM'));
	expect(periodsOf(await walk.json('budget.get', { BudgetID }))).toEqual(about.filter((month) => all.includes(month)));
	expect([all.length, all[1]!.slice(5), all[13]!.slice(5)]).toEqual([24, '05', '05']);
	const between = (first: string, last: string) => ({ DateFrom: `${first}-01`, DateTo: `${last}-28` });
	const part = await walk.json('budget.get', { BudgetID, options: between(all[1]!, all[3]!) });
	expect(periodsOf(part)).toEqual(all.slice(1, 4));
	const kinds = async (filters: INodeParameters) => (await walk.all('budget.getAll', filters)).map(({ Type }) => Type);
	// Those of tracking options are planned for the first of the years.
	expect(await kinds(between(all[13]!, all[13]!))).toEqual(['OVERALL']);
	expect((await kinds({ DateFrom: `${all[1]}-01` })).filter((type) => type === 'TRACKING').length).toBe(9);
	expect(await kinds({ IDs: String(whole.BudgetID) })).toEqual(['OVERALL']);
});

test('accounts and opening balances are set, of which the trial balance and the ledger tell', async () => {
	const [summary] = await walk.run('setup.setAccountsAndBalances', {
		additionalFields: {
			Accounts: JSON.stringify([{ Code: '725', Name: 'Vans', Type: 'FIXED' }]),
			ConversionBalances: {
				balance: [
					{ AccountCode: byCode('725'), Balance: '8000' },
					{
						AccountCode: byCode('093'),
						Balance: '1000',
						BalanceDetails: { amount: [{ Balance: '600', CurrencyCode: byCode('USD'), CurrencyRate: '0.6' }] },
					},
					{ AccountCode: byCode('970'), Balance: '-8500.5' },
				],
			},
			ConversionDate: { values: { Month: '4', Year: '2015' } },
		},
	});
	expect(summary!.json).toMatchObject({ Accounts: { New: 1, Updated: 0, Errored: 0 }, Organisation: { Present: true } });
	const opening = (await walk.all('journal.getAll')).filter(({ Reference }) => Reference === 'Conversion Balance').at(-1)!;
	expect(opening.JournalDate).toBe('2015-03-31');
	expect((opening.JournalLines as IDataObject[]).map(({ AccountCode, NetAmount }) => [AccountCode, NetAmount])).toEqual([
		['725', 8000],
		['093', 1000],
		['970', -8500.5],
		['840', -499.5],
	]);
	const balance = await balancesAt('2015-03-31');
	expect(balance.get('Vans (725)')).toEqual([8000, null, 8000, null]);
	expect(balance.get('Share Capital (970)')).toEqual([null, 8500.5, null, 8500.5]);
	expect(balance.get('Total')).toEqual([9000, 9000, 9000, 9000]);
});
