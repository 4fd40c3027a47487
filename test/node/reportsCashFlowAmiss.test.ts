import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { consentScopes } from '../../sandbox/scopes';
import { BooksByApi } from './booksByApi';
import { checks, columns, ofType } from './reportRows';
import { byCode, KERERU, staged } from './stage';

const on = staged({ seed: 'empty', shared: true, limits: { minute: 10_000 } });
const october = { period: 'custom', fromDate: '2026-10-01', toDate: '2026-10-31' };
const CASH_FLOW = 'statement.cashFlow';

beforeAll(async () => {
	const books = new BooksByApi(on, KERERU);
	const bank = { Code: '090', Name: 'Cheque', Type: 'BANK', BankAccountNumber: '12-3456-7890123-00' };
	await books.put('Accounts', 'AccountID', bank);
	const owner = { ContactID: await books.put('Contacts', 'ContactID', { Contacts: [{ Name: 'Owner' }] }) };
	const line = (AccountCode: string, UnitAmount: number) => ({ Description: 'October', Quantity: 1, UnitAmount, AccountCode });
	const money = { Contact: owner, BankAccount: { Code: '090' }, Date: '2026-10-12', LineAmountTypes: 'NoTax' };
	const before = { ...money, Type: 'RECEIVE', Date: '2026-09-01', LineItems: [line('970', 1000)] };
	await books.put('BankTransactions', 'BankTransactionID', before);
	const drawn = [line('880', 250), line('881', 100)];
	await books.put('BankTransactions', 'BankTransactionID', { ...money, Type: 'SPEND', LineItems: drawn });
	const InvoiceID = await books.put('Invoices', 'InvoiceID', {
		...{ Type: 'ACCREC', Contact: owner, Date: '2026-10-05', DueDate: '2026-10-20', Status: 'AUTHORISED' },
		...{ LineAmountTypes: 'NoTax', LineItems: [line('200', 900)] },
	});
	const paid = { Invoice: { InvoiceID }, Account: { Code: '090' }, Date: '2026-10-20', Amount: 900 };
	await books.put('Payments', 'PaymentID', paid);
});
afterEach(() => {
	on.sandbox.clearFaults();
	on.connect();
});

const cashFlow = async (options: INodeParameters = {}, parameters: INodeParameters = {}) =>
	await on.report(CASH_FLOW, { ...october, ...parameters, options });
const of = (...activity: IDataObject[]) => ({ activities: { activity } }) as unknown as INodeParameters;

describe('Activities of the cash flow', () => {
	it.each<[string, IDataObject[], string]>([
		['no account', [{ account: byCode(''), activity: 'financing' }], 'Activities 1, Account: has no value'],
		['no activity', [{ account: byCode('880'), activity: '' }], 'Activities 1, Activity: has no value'],
		['no rows', [], 'Activities: has no rows'],
	])('with %s are refused before anything is asked', async (_, rows, says) => {
		const { error } = await cashFlow(of(...rows));
		expect(error).toContain(says);
		expect(on.asked).toEqual([]);
	});

	it.each<[string, IDataObject[], string]>([
		[
			'an account twice',
			[
				{ account: byCode('880'), activity: 'financing' },
				{ account: byCode('880'), activity: 'investing' },
			],
			'Activities, Activity 2, Account “880”: has an activity in a row before. Remove the row',
		],
		[
			'an account that is cash',
			[{ account: byCode('090'), activity: 'operating' }],
			'Activities, Activity 1, Account “090”: is one of the Cash Accounts, which have no activity. Remove the row',
		],
		[
			'the account of revaluations',
			[{ account: byCode('497'), activity: 'operating' }],
			'Activities, Activity 1, Account “497”: has what exchange rates did to cash, which is no activity. Remove the row',
		],
	])('with %s, which would change nothing, are refused', async (_, rows, says) => {
		expect((await cashFlow(of(...rows))).error).toContain(says);
	});

	it('that two accounts may belong to are asked for in one sentence', async () => {
		const { hints } = await cashFlow();
		expect(hints.join()).toContain(
			'880 Owner A Drawings, 881 Owner A Funds Introduced stand under operating activities, as current liabilities do. If they are financing, add them to Activities',
		);
	});
});

describe('The cash flow of documents', () => {
	it('without a list explains nothing of what is apart, and says which list', async () => {
		const whole = await cashFlow({ source: 'documents' });
		expect(checks(whole.json).slice(0, 2)).toEqual([
			['cashCloses', 1550, 1550, 'ties'],
			['operatingTies', 550, 550, 'ties'],
		]);
		on.connect({ tenants: [KERERU], scopes: consentScopes.filter((scope) => !scope.startsWith('accounting.payments')) });
		const { json } = await cashFlow({ source: 'documents' });
		expect(checks(json).slice(0, 2)).toEqual([
			['cashCloses', 650, 1550, 'notChecked'],
			['operatingTies', -350, 550, 'notChecked'],
		]);
		expect(columns(ofType(json, 'notInApi'), 'accountCode', 'amount', 'reason')).toEqual([['090', 900, 'notRead']]);
		expect(ofType(json, 'check')[0]!.note).toContain('Lists that could not be read: Payments (accounting.payments.read)');
	});
});

describe('The cash flow', () => {
	it('is there though Xero refuses to give the bank summary of these days, and says what Xero says', async () => {
		on.sandbox.fail({ match: { path: '/Reports/BankSummary' }, what: { kind: 'status', status: 400 } });
		const { json, error } = await cashFlow();
		expect(error).toBe('');
		expect(columns(ofType(json, 'check'), 'check', 'status', 'note').at(-1)).toEqual([
			...['bankClosing', 'notChecked'],
			'The bank summary could not be read. Xero says: The sandbox was told to answer so.',
		]);
		// Without the trial balance there is none.
		on.sandbox.fail({ match: { path: '/Reports/TrialBalance' }, what: { kind: 'status', status: 400 } });
		expect((await cashFlow()).error).toContain('The sandbox was told to answer so');
	});
});
