import { Book } from '../../../sandbox/accounting/book/book';
import { expenseClaimEntry, expenseClaimWrites } from '../../../sandbox/accounting/expenses/expenseClaims';
import { receiptWrites } from '../../../sandbox/accounting/expenses/receipts';
import { organisationRow } from '../../../sandbox/accounting/seed/countries';
import { write } from '../../../sandbox/accounting/seed/records';
import { seedBook } from '../../../sandbox/accounting/seed/seed';
import { stoppedClock } from '../../../sandbox/clock';
import { organisations } from '../../../sandbox/organisations';
import { type Answer, type Desk, type Json, openDesk, START } from './desk';

let desk: Desk;
let User: Json;
beforeEach(() => {
	desk = openDesk('empty');
	User = { UserID: desk.call('GET', '/Users').id('Users.0.UserID') };
});

const line = { Description: 'Taxi', Quantity: 2, UnitAmount: 20, AccountCode: '493' };
const receipt = (more: Json = {}): Json => ({ User, Contact: { Name: 'City Cabs' }, LineItems: [line], ...more });
const put = (...receipts: Json[]): Answer => desk.call('PUT', '/Receipts', { Receipts: receipts });
const make = (more: Json = {}): string => put(receipt(more)).id('Receipts.0.ReceiptID');
const edit = (id: string, more: Json): Answer => desk.call('POST', `/Receipts/${id}`, { Receipts: [more] });
const statusOf = (id: string): unknown => desk.call('GET', `/Receipts/${id}`).at('Receipts.0.Status');
const claim = (...ids: string[]): Answer =>
	desk.call('PUT', '/ExpenseClaims', { ExpenseClaims: [{ User, Receipts: ids.map((ReceiptID) => ({ ReceiptID })) }] });
const move = (id: string, more: Json): Answer => desk.call('POST', `/ExpenseClaims/${id}`, { ExpenseClaims: [more] });

describe('a receipt', () => {
	it('comes back in draft with a number, its user and its totals', () => {
		expect(put(receipt({ Reference: 'Trip', Url: 'https://scan.example/1' })).at('Receipts.0')).toMatchObject({
			ReceiptNumber: '1',
			Status: 'DRAFT',
			User: { FirstName: 'Ada', OrganisationRole: 'STANDARD' },
			Contact: { Name: 'City Cabs' },
			Date: '/Date(1773100800000+0000)/',
			Reference: 'Trip',
			Url: 'https://scan.example/1',
			LineAmountTypes: 'Exclusive',
			LineItems: [{ LineAmount: 40, TaxType: 'INPUT2', TaxAmount: 6 }],
			SubTotal: 40,
			TotalTax: 6,
			Total: 46,
			HasAttachments: false,
		});
	});

	it('takes lines as Lineitems too, as the examples of the specification write them, with four decimals on demand', () => {
		const { LineItems: _lines, ...rest } = receipt();
		const Lineitems = [{ ...line, Quantity: 1, UnitAmount: 12.3456 }];
		const answer = desk.call('PUT', '/Receipts?unitdp=4', { Receipts: [{ ...rest, Lineitems }] });
		expect(answer.at('Receipts.0.LineItems.0')).toMatchObject({ UnitAmount: 12.3456, LineAmount: 12.35 });
	});

	it('needs a user, a contact, lines, and accounts of expense claims', () => {
		expect(put(receipt({ User: undefined })).sentences()).toEqual(['A valid user should be identified using the UserID.']);
		expect(put(receipt({ Contact: {} })).sentences()).toEqual(['A Contact must be specified for this type of transaction.']);
		expect(put(receipt({ LineItems: [] })).sentences()).toEqual(['One or more line items must be specified']);
		expect(put(receipt({ LineItems: [{ ...line, AccountCode: '469' }] })).sentences()).toEqual([
			"Account code '469' is not a valid code for this document.",
		]);
		expect(put(receipt({ Status: 'SUBMITTED' })).sentences()).toEqual([
			"A new receipt must have the status DRAFT; 'SUBMITTED' is not valid.",
		]);
		expect(put(receipt({ Url: 'scan' })).sentences()).toEqual(['The Url field must be a valid absolute URL.']);
	});

	it('is numbered within what its user has not handed in yet', () => {
		const numbers = put(receipt(), receipt()).at('Receipts') as Json[];
		expect(numbers.map((one) => one.ReceiptNumber)).toEqual(['1', '2']);
		claim(...numbers.map((one) => String(one.ReceiptID)));
		expect(put(receipt()).at('Receipts.0.ReceiptNumber')).toBe('1');
	});

	it('changes and can be voided while it is in draft', () => {
		const id = make();
		expect(edit(id, { Reference: 'Trip', Lineitems: [] }).at('Receipts.0')).toMatchObject({ Reference: 'Trip', Total: 46 });
		expect(edit(id, { Status: 'AUTHORISED' }).sentences()).toEqual(['Receipt not of valid status for modification']);
		expect(edit(id, { Status: 'VOIDED' }).at('Receipts.0.Status')).toBe('VOIDED');
		expect(edit(id, { Reference: 'again' }).sentences()).toEqual(['Receipt not of valid status for modification']);
	});

	it('is listed without its lines, by where, order and If-Modified-Since', () => {
		make({ Reference: 'a' });
		desk.clock.advance(60_000);
		make({ Reference: 'b' });
		const references = (query: string, headers = {}): unknown[] =>
			(desk.call('GET', `/Receipts${query}`, undefined, { headers }).at('Receipts') as Json[]).map((one) => one.Reference);
		expect(references('?order=ReceiptNumber DESC')).toEqual(['b', 'a']);
		expect(references('?where=User.FirstName=="Ada" AND Reference=="a"')).toEqual(['a']);
		expect(references('', { 'if-modified-since': '2026-03-09T22:00:30' })).toEqual(['b']);
		expect(desk.call('GET', '/Receipts').at('Receipts.0.LineItems')).toEqual([]);
	});

	it('leaves nothing behind when another one of the call is refused', () => {
		expect(put(receipt(), receipt({ User: {} })).status).toBe(400);
		expect(desk.api.records(desk.tenantId, 'Receipts')).toEqual([]);
		expect(desk.api.records(desk.tenantId, 'Contacts')).toEqual([]);
	});
});

describe('an expense claim', () => {
	it('hands in receipts and owes what they add up to', () => {
		const answer = claim(make(), make());
		expect(answer.at('ExpenseClaims.0')).toMatchObject({
			Status: 'SUBMITTED',
			User: { FirstName: 'Ada' },
			Receipts: [{ Status: 'SUBMITTED', Total: 46 }, { Status: 'SUBMITTED' }],
			Payments: [],
			Total: 92,
			AmountDue: 92,
			AmountPaid: 0,
		});
		expect(answer.at('ExpenseClaims.0.ReportingDate')).toBeUndefined();
		expect(desk.call('GET', '/ExpenseClaims?where=Total==92').at('ExpenseClaims.0.Receipts')).toEqual([]);
	});

	it('needs receipts of its user that are in draft', () => {
		const id = make();
		expect(claim().sentences()).toEqual(['At least one receipt must be specified for an expense claim.']);
		expect(claim(id, id).sentences()).toEqual(['A receipt must be used only once in an expense claim.']);
		expect(claim('11111111-1111-4111-8111-111111111111').sentences()).toEqual([
			'The receipt with the specified ReceiptID could not be found.',
		]);
		claim(id);
		expect(claim(id).sentences()).toEqual(['Only receipts with the status DRAFT can be added to an expense claim.']);
		expect(desk.call('PUT', '/ExpenseClaims', { Receipts: [{ ReceiptID: id }] }).sentences()).toEqual([
			'A valid user should be identified using the UserID.',
		]);
	});

	it('is approved on the day of the organisation, with its receipts, and voided with them', () => {
		const id = make();
		const one = claim(id).id('ExpenseClaims.0.ExpenseClaimID');
		expect(move(one, { Status: 'AUTHORISED' }).at('ExpenseClaims.0')).toMatchObject({
			Status: 'AUTHORISED',
			ReportingDate: '/Date(1773100800000+0000)/',
			AmountDue: 46,
		});
		expect(statusOf(id)).toBe('AUTHORISED');
		expect(edit(id, { Reference: 'x' }).sentences()).toEqual(['Receipt not of valid status for modification']);
		expect(move(one, { Status: 'PAID' }).sentences()).toEqual(['Expense claim not of valid status for modification']);
		expect(move(one, { Status: 'VOIDED' }).at('ExpenseClaims.0')).toMatchObject({ Status: 'VOIDED', Total: 46, AmountDue: 0 });
		expect(statusOf(id)).toBe('VOIDED');
	});

	it('is declined by deleting it: its receipts can be mended and handed in again', () => {
		const id = make();
		move(claim(id).id('ExpenseClaims.0.ExpenseClaimID'), { Status: 'DELETED' });
		expect(statusOf(id)).toBe('DECLINED');
		expect(claim(id).status).toBe(400);
		expect(edit(id, { Status: 'DRAFT' }).at('Receipts.0.Status')).toBe('DRAFT');
		expect(claim(id).status).toBe(200);
	});

	it('takes another choice of receipts while it is submitted', () => {
		const [first, second] = [make(), make({ LineItems: [{ ...line, Quantity: 1 }] })];
		const one = claim(first).id('ExpenseClaims.0.ExpenseClaimID');
		const after = move(one, { Status: 'SUBMITTED', User, Receipts: [{ ReceiptID: second }] });
		expect(after.at('ExpenseClaims.0')).toMatchObject({ Total: 23, AmountDue: 23 });
		expect([statusOf(first), statusOf(second)]).toEqual(['DRAFT', 'SUBMITTED']);
		const changes = desk.call('GET', `/ExpenseClaims/${one}/History`).at('HistoryRecords') as Json[];
		expect(changes.map((record) => record.Changes)).toEqual(['Edited', 'Submitted']);
	});

	it('is not approved while a line has no account, and then nothing has changed', () => {
		const id = make({ LineItems: [{ Description: 'Taxi', UnitAmount: 20 }] });
		const one = claim(id).id('ExpenseClaims.0.ExpenseClaimID');
		const before = desk.api.records(desk.tenantId, 'ExpenseClaims');
		expect(move(one, { Status: 'AUTHORISED' }).sentences()).toEqual(['Account code must be specified']);
		expect(desk.api.records(desk.tenantId, 'ExpenseClaims')).toEqual(before);
		expect(statusOf(id)).toBe('SUBMITTED');
	});

	it('comes with If-Modified-Since', () => {
		claim(make());
		const later = { headers: { 'if-modified-since': '2026-03-09T22:00:01' } };
		expect(desk.call('GET', '/ExpenseClaims', undefined, later).at('ExpenseClaims')).toEqual([]);
	});
});

describe('an expense claim in the ledger', () => {
	const { tenantId: _id, ...organisation } = organisations[0];
	const open = (): Book => {
		const book = new Book(
			organisationRow({ ...organisation, tenantId: organisations[0].tenantId }, '2026-03-10'),
			stoppedClock(START),
		);
		seedBook(book, 'empty');
		return book;
	};
	const claimed = (book: Book) => {
		const user = { UserID: book.users.values()[0]?.UserID };
		const LineItems = [line, { Description: 'Lunch', UnitAmount: 23, AccountCode: '420', TaxType: 'NONE' }];
		const body = { User: user, Contact: { Name: 'City Cabs' }, LineItems, LineAmountTypes: 'Inclusive' };
		const { ReceiptID } = write(book, body, receiptWrites.create);
		return write(book, { User: user, Receipts: [{ ReceiptID }] }, expenseClaimWrites.create);
	};
	const to = (book: Book, row: ReturnType<typeof claimed>, Status: string) =>
		write(book, { Status }, (one, input, call) => expenseClaimWrites.update(one, row, input, call));
	const codes = (book: Book): unknown[] =>
		book.journals.values().map((journal) => ({
			type: journal.SourceType,
			date: journal.JournalDate,
			lines: journal.lines.map((one) => [book.accounts.get(one.AccountID)?.Code, one.NetAmount, one.TaxAmount + 0]),
		}));

	it('is nothing until it is approved; then expenses and tax stand against unpaid expense claims', () => {
		const book = open();
		const row = claimed(book);
		expect(expenseClaimEntry(book, row)).toBeUndefined();
		expect(codes(book)).toEqual([]);
		to(book, row, 'AUTHORISED');
		expect(codes(book)).toEqual([
			{
				type: 'EXPCLAIM',
				date: '2026-03-10',
				lines: [
					['493', 34.78, 5.22],
					['420', 23, 0],
					['820', 5.22, 0],
					['801', -63, 0],
				],
			},
		]);
	});

	it('is taken back by a journal of its own when it is voided', () => {
		const book = open();
		to(book, to(book, claimed(book), 'AUTHORISED'), 'VOIDED');
		expect(codes(book)[1]).toEqual({
			type: 'EXPCLAIM',
			date: '2026-03-10',
			lines: [
				['493', -34.78, -5.22],
				['420', -23, 0],
				['820', -5.22, 0],
				['801', 63, 0],
			],
		});
	});

	it('cannot be approved before a lock date', () => {
		const book = open();
		const row = claimed(book);
		book.organisation = { ...book.organisation, PeriodLockDate: '2026-03-10' };
		expect(() => to(book, row, 'AUTHORISED')).toThrow('The document date cannot be before the period lock date');
	});
});

describe('the payment of an expense claim', () => {
	const approved = (): string => {
		const id = claim(make(), make()).id('ExpenseClaims.0.ExpenseClaimID');
		move(id, { Status: 'AUTHORISED' });
		return id;
	};
	const pay = (id: string, amount: number, more = {}) =>
		desk.api.bookkeeping?.payExpenseClaim(desk.tenantId, id, { account: '090', date: '2026-03-20', amount, ...more });
	const read = (id: string): Json => desk.call('GET', `/ExpenseClaims/${id}`).at('ExpenseClaims.0') as Json;
	beforeEach(() => {
		desk.call('PUT', '/Accounts', { Code: '090', Name: 'Bank', Type: 'BANK', BankAccountNumber: '1' });
	});

	it('leaves a claim approved until all of it is paid', () => {
		const id = approved();
		pay(id, 40);
		expect(read(id)).toMatchObject({ Status: 'AUTHORISED', Total: 92, AmountPaid: 40, AmountDue: 52 });
		pay(id, 52, { reference: 'Rest' });
		expect(read(id)).toMatchObject({ Status: 'PAID', Total: 92, AmountPaid: 92, AmountDue: 0 });
	});

	it('stands in its claim, in lists too, with the account it came from, and in no list of payments', () => {
		const id = approved();
		const { PaymentID } = pay(id, 40, { reference: 'Transfer' }) ?? {};
		expect(desk.call('GET', '/ExpenseClaims').at('ExpenseClaims.0.Payments')).toEqual([
			{
				PaymentID,
				Date: '/Date(1773964800000+0000)/',
				Amount: 40,
				Reference: 'Transfer',
				CurrencyRate: 1,
				Account: { AccountID: expect.any(String) as string, Code: '090' },
				HasAccount: true,
				HasValidationErrors: false,
			},
		]);
		expect(desk.call('GET', '/Payments').at('Payments')).toEqual([]);
	});

	it('takes what is paid off unpaid expense claims and the bank', () => {
		pay(approved(), 40);
		const { SourceType, JournalDate, JournalLines } = desk.api.records(desk.tenantId, 'Journals').at(-1) ?? {};
		expect([SourceType, JournalDate]).toEqual(['EXPPAYMENT', '2026-03-20']);
		expect((JournalLines as Json[]).map((one) => [one.AccountCode, one.NetAmount])).toEqual([
			['801', 40],
			['090', -40],
		]);
	});

	it('keeps its claim from being voided', () => {
		const id = approved();
		pay(id, 40);
		expect(move(id, { Status: 'VOIDED' }).sentences()).toEqual([
			'This document cannot be edited as it has a payment or credit note allocated to it.',
		]);
	});

	it.each([
		['No more than 92.00 is due on the expense claim', 92.01, {}],
		['0 is no amount in whole cents above zero', 0, {}],
		['The organisation has no account 999', 1, { account: '999' }],
		['The account 400 is no bank account and takes no payments', 1, { account: '400' }],
		['The date soon is no day in the form YYYY-MM-DD', 1, { date: 'soon' }],
	])('is refused in words: %s', (message, amount, more) => {
		const id = approved();
		expect(() => pay(id, amount, more)).toThrow(message);
	});

	it('is for approved claims only', () => {
		const id = claim(make()).id('ExpenseClaims.0.ExpenseClaimID');
		expect(() => pay(id, 1)).toThrow(`The organisation has no approved expense claim ${id}`);
	});
});
