import { type Answer, type Desk, type Json, openDesk } from './desk';
import { rowOf } from './reading';

let desk: Desk;
beforeEach(() => {
	desk = openDesk('empty');
});

const setUp = (body: unknown): Answer => desk.call('POST', '/Setup', body);
const march = { Month: 3, Year: 2025 };
const journals = (): unknown[] =>
	desk.api
		.records(desk.tenantId, 'Journals')
		.map((journal) => [journal.JournalDate, (journal.JournalLines as Json[]).map((line) => [line.AccountCode, line.NetAmount])]);

describe('the setup of an organisation', () => {
	it('creates and updates accounts, counts them, and only counts those it refuses', () => {
		const answer = setUp({
			ConversionDate: {},
			ConversionBalances: [],
			Accounts: [
				{ Code: '200', Name: 'Sales of goods', Type: 'SALES', ReportingCode: 'REV.TRA.GOO' },
				{ Code: '610', Name: 'Accounts Receivable', Type: 'CURRENT', SystemAccount: 'DEBTORS', ReportingCode: 'ASS.CUR.REC.TRA' },
				{ Code: '990', Name: 'Vans', Type: 'FIXED' },
				{ Code: '991', Name: 'No type' },
				{ Code: '800', Type: 'FIXED' },
			],
		});
		expect(answer.body).toMatchObject({
			Status: 'OK',
			ImportSummary: {
				Accounts: {
					Total: 51,
					New: 1,
					Updated: 2,
					Deleted: 0,
					Locked: 0,
					System: 12,
					Errored: 2,
					Present: true,
					NewOrUpdated: 3,
				},
				Organisation: { Present: false },
			},
		});
		const account = (code: string) => desk.call('GET', `/Accounts?where=Code=="${code}"`).at('Accounts.0');
		expect(account('200')).toMatchObject({ Name: 'Sales of goods', Type: 'SALES', ReportingCode: 'REV.TRA.GOO' });
		expect(account('610')).toMatchObject({ ReportingCode: 'ASS.CUR.REC.TRA' });
		expect(account('990')).toMatchObject({ Name: 'Vans', Class: 'ASSET' });
		expect(account('991')).toBeUndefined();
		expect(account('800')).toMatchObject({ Type: 'CURRLIAB' });
	});

	it('posts balances the day before the month, what they leave open as a historical adjustment', () => {
		const answer = setUp({
			ConversionDate: march,
			ConversionBalances: [
				{ AccountCode: '720', Balance: 1200 },
				{ AccountCode: '900', Balance: -1000 },
			],
		});
		expect(answer.at('ImportSummary')).toMatchObject({
			Accounts: { Present: false, Updated: 0 },
			Organisation: { Present: true },
		});
		expect(journals()).toEqual([
			[
				'2025-02-28',
				[
					['720', 1200],
					['900', -1000],
					['840', -200],
				],
			],
		]);
		expect(rowOf(desk.call('GET', '/Reports/BalanceSheet?date=2025-02-01'), 'Net Assets')).toEqual(['0.00', '0.00']);
		const [first] = desk.call('GET', '/Journals').at('Journals') as Json[];
		expect(first).toMatchObject({ Reference: 'Conversion Balance', JournalNumber: 1 });
		expect(first).not.toHaveProperty('SourceType');
	});

	it('puts new balances in the place of the ones there were', () => {
		setUp({ ConversionDate: march, ConversionBalances: [{ AccountCode: '720', Balance: 10 }] });
		setUp({ ConversionDate: march, ConversionBalances: [{ AccountCode: '720', Balance: 10 }] });
		setUp({ ConversionDate: { Month: 4, Year: 2025 }, ConversionBalances: [{ AccountCode: '720', Balance: 20 }] });
		expect(journals()).toEqual([
			[
				'2025-02-28',
				[
					['720', 10],
					['840', -10],
				],
			],
			[
				'2025-02-28',
				[
					['720', -10],
					['840', 10],
				],
			],
			[
				'2025-03-31',
				[
					['720', 20],
					['840', -20],
				],
			],
		]);
	});

	it('takes balances of accounts it has just made, in foreign currencies as well', () => {
		desk.call('PUT', '/Currencies', { Code: 'USD' });
		setUp({
			Accounts: [{ Code: '990', Name: 'Vans', Type: 'FIXED' }],
			ConversionDate: march,
			ConversionBalances: [
				{
					AccountCode: '990',
					BalanceDetails: [{ Balance: 10 }, { Balance: 6, CurrencyCode: 'USD', CurrencyRate: 0.6 }],
				},
			],
		});
		expect(journals()).toEqual([
			[
				'2025-02-28',
				[
					['990', 20],
					['840', -20],
				],
			],
		]);
	});

	it('is refused as a whole for a date or balance that breaks a rule, with nothing left behind', () => {
		const refused = (body: Json): string[] => {
			const answer = setUp({ Accounts: [{ Code: '990', Name: 'Vans', Type: 'FIXED' }], ConversionDate: march, ...body });
			expect(answer.status).toBe(400);
			return answer.sentences();
		};
		expect(refused({ ConversionDate: { Month: 13, Year: 2006 } })).toEqual([
			'The Month field must be between 1 and 12.',
			'The Year field must be greater than 2006.',
		]);
		expect(refused({ ConversionBalances: [{ AccountCode: '999', Balance: 1 }] })).toEqual([
			"Account code '999' is not a valid code for this document.",
		]);
		expect(refused({ ConversionBalances: [{ AccountCode: '720' }] })).toEqual(['The Balance field must be specified.']);
		expect(refused({ ConversionBalances: [{ AccountCode: '720', Balance: 1, BalanceDetails: [{ Balance: 2 }] }] })).toEqual([
			'The Balance 1.00 does not match the total 2.00 of its BalanceDetails.',
		]);
		expect(
			refused({ ConversionBalances: [{ AccountCode: '720', BalanceDetails: [{ Balance: 2, CurrencyCode: 'USD' }] }] }),
		).toEqual(['Organisation is not subscribed to currency USD']);
		expect(refused({ ConversionDate: {}, ConversionBalances: [{ AccountCode: '720', Balance: 1 }] })).toEqual([
			'The ConversionDate must be specified with conversion balances.',
		]);
		expect(journals()).toEqual([]);
		expect(desk.call('GET', '/Accounts?where=Code=="990"').at('Accounts')).toEqual([]);
		expect(setUp({}).body).toMatchObject({ ErrorNumber: 17 });
		expect(setUp([]).body).toMatchObject({ ErrorNumber: 14 });
	});
});
