import { accounting } from '../../../sandbox/accounting/api';
import { finance } from '../../../sandbox/finance/api';
import { type Json, openDesk, sale } from '../accounting/desk';
import { type FinanceDesk, openFinance } from './desk';

/** Books with a bank account, an approved sale of 115.00 with tax, and a bill of 230.00 with tax for office equipment. */
function opened(): FinanceDesk & { invoiceId: string; billId: string } {
	const desk = openFinance('empty');
	const { call } = desk.books;
	call('PUT', '/Accounts', { Code: '090', Name: 'Bank', Type: 'BANK', BankAccountNumber: '1' });
	const invoiceId = call('PUT', '/Invoices', sale({ Status: 'AUTHORISED' })).id('Invoices.0.InvoiceID');
	const LineItems = [{ Description: 'Desk', Quantity: 1, UnitAmount: 200, AccountCode: '710' }];
	const bill = sale({
		Type: 'ACCPAY',
		Contact: { Name: 'Chestnut Supplies' },
		InvoiceNumber: 'B-1',
		Status: 'AUTHORISED',
		LineItems,
	});
	const billId = call('PUT', '/Invoices', bill).id('Invoices.0.InvoiceID');
	return { ...desk, invoiceId, billId };
}

function pay(desk: FinanceDesk, InvoiceID: string, Amount: number, more: Json = {}): string {
	const body = { Invoice: { InvoiceID }, Account: { Code: '090' }, Date: '2026-03-05', Amount, ...more };
	return desk.books.call('PUT', '/Payments', body).id('Payments.0.PaymentID');
}

describe('The statements of the local Finance API', () => {
	it('have the balance sheet by class, type and account, at the very day', () => {
		const desk = opened();
		pay(desk, desk.invoiceId, 50);
		const { body } = desk.finance.call('GET', '/FinancialStatements/BalanceSheet?balanceDate=2026-03-05');
		const account = (code: string, name: string, total: number) => ({ code, accountID: desk.account(code), name, total });
		const none = '00000000-0000-0000-0000-000000000000';
		const one = (accountType: string, found: Json) => ({ accountType, accounts: [found], total: found.total });
		expect(body).toEqual({
			balanceDate: '2026-03-05',
			asset: {
				accountTypes: [
					one('BANK', account('090', 'Bank', 50)),
					one('CURRENT', account('610', 'Accounts Receivable', 65)),
					one('FIXED', account('710', 'Office Equipment', 200)),
				],
				total: 315,
			},
			liability: {
				accountTypes: [
					{
						accountType: 'CURRLIAB',
						accounts: [account('800', 'Accounts Payable', 230), account('820', 'Tax', -15)],
						total: 215,
					},
				],
				total: 215,
			},
			equity: { accountTypes: [one('EQUITY', { accountID: none, name: 'Current Year Earnings', total: 100 })], total: 100 },
		});
		expect(desk.finance.call('GET', '/FinancialStatements/BalanceSheet?balanceDate=2026-02-28').at('asset')).toEqual({
			accountTypes: [],
			total: 0,
		});
	});

	it('have the profit and loss with the titles of the specification, over twelve months unless other days are asked for', () => {
		const desk = opened();
		const { body } = desk.finance.call('GET', '/FinancialStatements/ProfitAndLoss');
		const sales = {
			accountID: desk.account('200'),
			accountType: 'REVENUE',
			code: '200',
			name: 'Sales',
			reportingCode: 'REV.TRA.GOO',
		};
		expect(body).toEqual({
			startDate: '2025-03-10',
			endDate: '2026-03-10',
			netProfitLoss: 100,
			revenue: { total: 100, accountTypes: [{ total: 100, title: 'Trading Income', accounts: [{ ...sales, total: 100 }] }] },
			expense: { total: 0, accountTypes: [] },
		});
	});

	it('have the trial balance with both sides of what moved this year', () => {
		const desk = opened();
		const id = pay(desk, desk.invoiceId, 50);
		desk.books.call('POST', `/Payments/${id}`, { Status: 'DELETED' });
		const answer = desk.finance.call('GET', '/FinancialStatements/TrialBalance?endDate=2026-03-31');
		expect(answer.at('startDate')).toBe('2025-04-01');
		const find = (code: string) => (answer.at('accounts') as Json[]).find((one) => one.accountCode === code);
		expect(find('610')).toEqual({
			accountId: desk.account('610'),
			accountType: 'CURRENT',
			accountCode: '610',
			accountClass: 'ASSET',
			status: 'ACTIVE',
			accountName: 'Accounts Receivable',
			balance: { value: 115, entryType: 'DEBIT' },
			signedBalance: 115,
			accountMovement: {
				debits: 165,
				credits: 50,
				movement: { value: 115, entryType: 'DEBIT' },
				signedMovement: 115,
			},
		});
		expect(find('200')).toMatchObject({ balance: { value: 100, entryType: 'CREDIT' }, signedBalance: 100 });
		expect(find('090')).toMatchObject({
			balance: { value: 0, entryType: 'DEBIT' },
			accountMovement: { debits: 50, credits: 50 },
		});
	});

	it('have the cash flow look through a payment to what it pays, and past what was taken back', () => {
		const desk = opened();
		pay(desk, desk.invoiceId, 57.5);
		pay(desk, desk.billId, 230);
		desk.books.call('POST', `/Payments/${pay(desk, desk.invoiceId, 10)}`, { Status: 'DELETED' });
		const answer = desk.finance.call('GET', '/FinancialStatements/Cashflow?startDate=2026-03-01&endDate=2026-03-31');
		expect(answer.at('cashBalance')).toEqual({ openingCashBalance: 0, closingCashBalance: -172.5, netCashMovement: -172.5 });
		const short = (answer.at('cashflowActivities') as Json[]).map(({ name, total, cashflowTypes }) => [
			name,
			total,
			...(cashflowTypes as Json[]).map((one) => [
				one.name,
				...(one.accounts as Json[]).map(({ code, total: sum }) => [code, sum]),
			]),
		]);
		expect(short).toEqual([
			[
				'Operating Activities',
				27.5,
				['Receipts from customers', ['200', 50], ['820', 7.5]],
				['Payments to suppliers and employees', ['820', -30]],
			],
			['Investing Activities', -200, ['Payment for property, plant and equipment', ['710', -200]]],
			['Financing Activities', 0],
		]);
	});

	it('have income by contact without tax, split into what is paid and what is open', () => {
		const desk = opened();
		pay(desk, desk.invoiceId, 46);
		const journal = {
			Narration: 'Correction',
			Date: '2026-03-02',
			Status: 'POSTED',
			JournalLines: [
				{ AccountCode: '400', LineAmount: 7, TaxType: 'NONE' },
				{ AccountCode: '200', LineAmount: -7, TaxType: 'NONE' },
			],
		};
		desk.books.call('PUT', '/ManualJournals', journal);
		const query = 'startDate=2026-03-01&endDate=2026-03-31&includeManualJournals=true';
		const { body } = desk.finance.call('GET', `/FinancialStatements/contacts/revenue?${query}`);
		const contactId = desk.records('Contacts').find((one) => one.Name === 'Walnut Hall')?.ContactID;
		const totalDetail = { totalPaid: 40, totalOutstanding: 60, totalCreditedUnApplied: 0 };
		const totalOther = { totalOutstandingAged: 0, totalVoided: 0, totalCredited: 0 };
		expect(body).toEqual({
			startDate: '2026-03-01',
			endDate: '2026-03-31',
			...{ total: 100, totalDetail, totalOther },
			contacts: [
				{
					...{ contactId, name: 'Walnut Hall', total: 100, totalDetail },
					totalOther: { ...totalOther, transactionCount: 1 },
					accountCodes: ['200'],
				},
			],
			manualJournals: { total: 7 },
		});
		const without = desk.finance.call('GET', '/FinancialStatements/contacts/expense?endDate=2026-07-31');
		expect(without.at('manualJournals')).toBeUndefined();
		expect(without.at('contacts')).toEqual([]);
		const aged = desk.finance.call('GET', '/FinancialStatements/contacts/revenue?endDate=2026-07-31');
		expect(aged.at('totalOther.totalOutstandingAged')).toBe(60);
		const other = '11111111-1111-4111-8111-111111111111';
		expect(desk.finance.call('GET', `/FinancialStatements/contacts/revenue?contactIds=${other}`).at('contacts')).toEqual([]);
		const asked = desk.finance.call('GET', `/FinancialStatements/contacts/revenue?contactIds=${other},${String(contactId)}`);
		expect(asked.at('contacts')).toHaveLength(1);
	});

	it('have voided and credited amounts by contact', () => {
		const desk = opened();
		desk.books.call('POST', `/Invoices/${desk.invoiceId}`, { Status: 'VOIDED' });
		const note = { Type: 'ACCRECCREDIT', Contact: { Name: 'Walnut Hall' }, Date: '2026-03-03', Status: 'AUTHORISED' };
		const LineItems = [{ Description: 'Returned', Quantity: 1, UnitAmount: 30, AccountCode: '200' }];
		desk.books.call('PUT', '/CreditNotes', { ...note, LineItems });
		expect(desk.finance.call('GET', '/FinancialStatements/contacts/revenue').body).toMatchObject({
			total: -30,
			totalDetail: { totalPaid: 0, totalOutstanding: 0, totalCreditedUnApplied: 30 },
			totalOther: { totalVoided: 100, totalCredited: 30 },
		});
	});
});

describe('The bank side of the local Finance API', () => {
	it('has a statement line for what is reconciled, matched with its payment and document', () => {
		const desk = opened();
		const paymentId = pay(desk, desk.invoiceId, 115, { IsReconciled: true, Reference: 'Chairs' });
		const path = `/BankStatementsPlus/statements?BankAccountID=${desk.account('090')}&FromDate=2026-03-01&ToDate=2026-03-10`;
		const contactId = desk.records('Contacts').find((one) => one.Name === 'Walnut Hall')?.ContactID;
		const answer = desk.finance.call('GET', path);
		expect(answer.body).toMatchObject({
			bankAccountId: desk.account('090'),
			bankAccountName: 'Bank',
			bankAccountCurrencyCode: 'NZD',
			statements: [
				{ startDate: '2026-03-05', endDate: '2026-03-05', startBalance: 0, endBalance: 115, indicativeEndBalance: 115 },
			],
		});
		const contact = { contactId, contactName: 'Walnut Hall' };
		expect(answer.at('statements.0.statementLines.0')).toMatchObject({
			...{ postedDate: '2026-03-05', payee: 'Walnut Hall', reference: 'Chairs', amount: 115, type: 'Credit', isReconciled: true },
			payments: [{ paymentId, date: '2026-03-05', amount: 115, bankAmount: 115, currencyRate: 1 }],
			bankTransactions: [],
		});
		const invoice = 'statements.0.statementLines.0.payments.0.invoice';
		expect(answer.at(invoice)).toEqual({ invoiceId: desk.invoiceId, contact });
		expect(desk.finance.call('GET', `${path}&SummaryOnly=false`).at(invoice)).toEqual({
			invoiceId: desk.invoiceId,
			contact,
			total: 115,
			lineItems: [{ accountId: desk.account('200'), reportingCode: 'REV.TRA.GOO', lineAmount: 100, accountType: 'REVENUE' }],
		});
	});

	it('validates the cash: what the statements say beside what the books say', () => {
		const desk = opened();
		pay(desk, desk.invoiceId, 115, { IsReconciled: true });
		pay(desk, desk.billId, 30, { IsReconciled: true, Date: '2026-03-06' });
		const [checked] = desk.finance.call('GET', '/CashValidation').body as Json[];
		expect(checked).toMatchObject({
			accountId: desk.account('090'),
			statementBalance: { value: 85, type: 'DEBIT' },
			statementBalanceDate: '2026-03-06',
			bankStatement: {
				statementLines: {
					reconciledLines: 2,
					reconciledAmountPos: 115,
					reconciledAmountNeg: -30,
					unreconciledLines: 0,
					totalAmount: 85,
					earliestReconciledTransaction: '2026-03-05',
					latestReconciledTransaction: '2026-03-06',
					dataSource: { directBankFeed: 85, directBankFeedPos: 115, directBankFeedNeg: -30, fileUpload: 0, manual: 0 },
				},
				currentStatement: { startDate: '2026-03-05', endDate: '2026-03-06', startBalance: 0, endBalance: 85 },
			},
			cashAccount: { startingBalance: 0, accountBalance: 85, unreconciledAmountPos: 0, balanceCurrency: 'NZD' },
		});
		const [before] = desk.finance.call('GET', '/CashValidation?balanceDate=2026-03-05').body as Json[];
		expect(before).toMatchObject({ statementBalance: { value: 115 }, cashAccount: { accountBalance: 115 } });
		const [unknown] = desk.finance.call('GET', '/CashValidation?asAtSystemDate=2026-03-01').body as Json[];
		expect(unknown).toMatchObject({ statementBalance: { value: 0, type: 'DEBIT' }, cashAccount: { accountBalance: 0 } });
		expect(unknown).not.toHaveProperty('statementBalanceDate');
		const [late] = desk.finance.call('GET', '/CashValidation?beginDate=2026-03-06').body as Json[];
		expect(late).toMatchObject({ bankStatement: { statementLines: { totalAmount: -30 } }, cashAccount: { accountBalance: 85 } });
	});

	it('has the demo data reconciled for the most part, with batches as one line', () => {
		const desk = openFinance('demo');
		const path = `/BankStatementsPlus/statements?BankAccountID=${desk.account('090')}&FromDate=2025-03-10&ToDate=2026-03-10`;
		const lines = (desk.finance.call('GET', path).at('statements') as Json[]).flatMap((one) => one.statementLines as Json[]);
		const open = lines.filter((one) => one.isReconciled !== true);
		expect(lines.length).toBeGreaterThan(500);
		expect(open.length).toBeGreaterThan(20);
		expect(open.every((one) => (one.payments as Json[]).length + (one.bankTransactions as Json[]).length === 0)).toBe(true);
		const [checked] = desk.finance.call('GET', '/CashValidation').body as Json[];
		expect((checked?.bankStatement as { statementLines: Json }).statementLines).toMatchObject({ deletedAmount: 0 });
	});
});

describe('The refusals of the local Finance API', () => {
	const desk = openFinance('small');
	const bank = desk.account('090');
	const whole = `BankAccountID=${bank}&FromDate=2026-01-01&ToDate=2026-02-01`;

	it.each([
		['/CashValidation?balanceDate=2020-01', "Invalid BalanceDate: '2020-01'"],
		['/CashValidation?asAtSystemDate=soon', "Invalid AsAtSystemDate: 'soon'"],
		[
			'/CashValidation?beginDate=2026-03-02&balanceDate=2026-03-01',
			"Invalid BeginDate: '2026-03-02' is after BalanceDate '2026-03-01'",
		],
		['/FinancialStatements/BalanceSheet?balanceDate=2026-02-30', "Invalid BalanceDate: '2026-02-30'"],
		['/FinancialStatements/ProfitAndLoss?startDate=1.2.2026', "Invalid StartDate: '1.2.2026'"],
		[
			'/FinancialStatements/Cashflow?startDate=2026-03-02&endDate=2026-03-01',
			"Invalid StartDate: '2026-03-02' is after EndDate '2026-03-01'",
		],
		['/FinancialStatements/TrialBalance?endDate=2026', "Invalid EndDate: '2026'"],
		['/FinancialStatements/contacts/revenue?contactIds=me', "Invalid ContactIds: 'me'"],
		['/FinancialStatements/contacts/expense?includeManualJournals=maybe', "Invalid IncludeManualJournals: 'maybe'"],
		['/BankStatementsPlus/statements', 'AccountId was not supplied'],
		['/BankStatementsPlus/statements?BankAccountID=mine', "Invalid AccountId: 'mine'"],
		[`/BankStatementsPlus/statements?BankAccountID=${bank}`, 'FromDate was not supplied'],
		[`/BankStatementsPlus/statements?BankAccountID=${bank}&FromDate=2026-01-01`, 'ToDate was not supplied'],
		[
			`/BankStatementsPlus/statements?${whole.replace('2026-02-01', '2026-03-11')}`,
			"Invalid ToDate: '2026-03-11' is in the future",
		],
		[
			`/BankStatementsPlus/statements?${whole.replace('2026-01-01', '2025-01-31')}`,
			'The query period must not be more than 12 months',
		],
		[`/BankStatementsPlus/statements?${whole}&SummaryOnly=some`, "Invalid SummaryOnly: 'some'"],
	])('say of %s what is wrong', (path, detail) => {
		const answer = desk.finance.call('GET', path);
		expect(answer.status).toBe(400);
		expect(answer.body).toEqual({ type: 'invalid-request', title: 'InvalidRequest', status: 400, detail });
	});

	it('are 404 for a bank account there is not', () => {
		const path = `/BankStatementsPlus/statements?${whole.replace(bank, desk.account('200'))}`;
		expect(desk.finance.call('GET', path).body).toMatchObject({ type: 'bank-account-not-found', status: 404 });
	});

	it('are 403 for an app that was not approved', () => {
		const closed = openFinance('empty', { approved: (clientId) => clientId === 'lender' });
		const refused = closed.finance.call('GET', '/CashValidation');
		expect(refused.status).toBe(403);
		expect(refused.body).toMatchObject({ type: 'invalid-application', title: 'InvalidApplication', status: 403 });
		expect(closed.finance.call('GET', '/CashValidation', undefined, { clientId: 'lender' }).status).toBe(200);
	});

	it('are given for a cash flow in the United States', () => {
		const { tenantId } = desk.finance;
		const given = { tenantId, name: 'Pinecone Inc', shortCode: '!pine', baseCurrency: 'USD', countryCode: 'US' };
		const { call } = openDesk('empty', undefined, (clock) =>
			finance({ books: accounting({ clock, seed: 'empty', organisations: [given] }) }),
		);
		expect(call('GET', '/FinancialStatements/Cashflow').status).toBe(400);
		expect(call('GET', '/FinancialStatements/BalanceSheet').status).toBe(200);
	});
});
