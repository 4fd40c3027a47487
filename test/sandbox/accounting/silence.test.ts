import { accounting } from '../../../sandbox/accounting/api';
import { organisations } from '../../../sandbox/organisations';
import { type Answer, type Desk, type Json, openDesk, sale } from './desk';

let desk: Desk;
beforeEach(() => {
	desk = openDesk('small');
});

const line = (more: Json = {}): Json => ({ Description: 'Chairs', Quantity: 2, UnitAmount: 50, AccountCode: '200', ...more });
const put = (more: Json, query = ''): Answer => desk.call('PUT', `/Invoices${query}`, { Invoices: [sale(more)] });
const spent = (more: Json = {}): Json =>
	sale({
		Type: 'SPEND',
		BankAccount: { Code: '090' },
		LineItems: [{ Description: 'Rent', Quantity: 1, UnitAmount: 100, AccountCode: '469' }],
		...more,
	});

describe('unit prices', () => {
	const small = { LineAmountTypes: 'NoTax', LineItems: [line({ Quantity: 7000, UnitAmount: 0.1648 })] };

	it('are rounded to two decimals, and amounts with them, unless the call has unitdp=4', () => {
		expect(put(small).at('Invoices.0')).toMatchObject({ Total: 1120, LineItems: [{ UnitAmount: 0.16, LineAmount: 1120 }] });
		expect(put(small, '?unitdp=4').at('Invoices.0')).toMatchObject({
			Total: 1153.6,
			LineItems: [{ UnitAmount: 0.1648, LineAmount: 1153.6 }],
		});
		expect(put(small, '?unitdp=2').at('Invoices.0.Total')).toBe(1120);
	});

	it('have four decimals at most', () => {
		const finer = { LineAmountTypes: 'NoTax', LineItems: [line({ Quantity: 10_000, UnitAmount: 0.16485 })] };
		expect(put(finer, '?unitdp=4').at('Invoices.0.LineItems.0')).toMatchObject({ UnitAmount: 0.1649, LineAmount: 1649 });
	});

	it.each([
		['CreditNotes', { ...sale(small), Type: 'ACCRECCREDIT' }],
		['BankTransactions', { ...spent(small), Type: 'RECEIVE' }],
	])('are rounded so in %s', (plural, body) => {
		expect(desk.call('PUT', `/${plural}`, body).at(`${plural}.0.Total`)).toBe(1120);
		expect(desk.call('PUT', `/${plural}?unitdp=4`, body).at(`${plural}.0.Total`)).toBe(1153.6);
		const id = desk.call('PUT', `/${plural}?unitdp=4`, body).id(`${plural}.0.${plural.slice(0, -1)}ID`);
		expect(desk.call('GET', `/${plural}/${id}`).at(`${plural}.0.LineItems.0.UnitAmount`)).toBe(0.16);
		expect(desk.call('GET', `/${plural}/${id}?unitdp=4`).at(`${plural}.0.LineItems.0.UnitAmount`)).toBe(0.1648);
	});

	it('of items are rounded so too', () => {
		const item = { Code: 'PIN', SalesDetails: { UnitPrice: 0.1648 } };
		expect(desk.call('PUT', '/Items', item).at('Items.0.SalesDetails.UnitPrice')).toBe(0.16);
		expect(desk.call('POST', '/Items?unitdp=4', item).at('Items.0.SalesDetails.UnitPrice')).toBe(0.1648);
	});

	it('of purchase orders always have four, and other operations do not know unitdp', () => {
		const order = {
			Contact: { Name: 'Walnut Hall' },
			Date: '2026-03-01',
			...small,
			LineItems: [line({ Quantity: 7000, UnitAmount: 0.1648, AccountCode: '400' })],
		};
		expect(desk.call('PUT', '/PurchaseOrders', order).at('PurchaseOrders.0.Total')).toBe(1153.6);
		const prepaid = spent({ ...small, Type: 'RECEIVE-PREPAYMENT' });
		const id = desk.call('PUT', '/BankTransactions?unitdp=4', prepaid).id('BankTransactions.0.PrepaymentID');
		const listed = (query: string): unknown => desk.call('GET', `/Prepayments?page=1&${query}`).at('Prepayments') as Json[];
		expect(listed('unitdp=4')).toContainEqual(
			expect.objectContaining({ PrepaymentID: id, LineItems: [expect.objectContaining({ UnitAmount: 0.1648 })] }),
		);
		expect(desk.call('GET', `/Prepayments/${id}?unitdp=4`).at('Prepayments.0.LineItems.0.UnitAmount')).toBe(0.16);
	});
});

describe('tracking', () => {
	const north = { Name: 'Region', Option: 'North' };
	const kept = (...Tracking: unknown[]): unknown =>
		put({ LineItems: [line({ Tracking })] }).at('Invoices.0.LineItems.0.Tracking');

	it('that Xero does not know is left out, and the document saved', () => {
		expect(kept({ Name: 'Regoin', Option: 'South' })).toEqual([]);
		expect(kept({ Name: 'Region', Option: 'Mars' })).toEqual([]);
		expect(kept({ TrackingCategoryID: '11111111-1111-4111-8111-111111111111' }, north)).toMatchObject([north]);
	});

	it('that is misshapen is left out', () => {
		expect(
			kept('North', null, {}, { Name: { a: 1 }, Option: 'North' }, { Option: 'North' }, { TrackingCategoryID: 'x' }, north),
		).toMatchObject([north]);
	});

	it('is left out of manual journals and bank transfers as well', () => {
		const JournalLines = [1, -1].map((sign) => ({
			AccountCode: '400',
			LineAmount: sign * 10,
			Tracking: [{ Name: 'Planet', Option: 'Mars' }],
		}));
		const journal = desk.call('PUT', '/ManualJournals', { Narration: 'Move', JournalLines });
		expect(journal.at('ManualJournals.0.JournalLines.0.Tracking')).toEqual([]);
		const transfer = {
			FromBankAccount: { Code: '090' },
			ToBankAccount: { Code: '091' },
			Amount: 5,
			FromTracking: [{ Name: 'Planet', Option: 'Mars' }],
		};
		expect(desk.call('PUT', '/BankTransfers', transfer).at('BankTransfers.0.FromTracking')).toEqual([]);
	});

	it('with a blank at the end of a name breaks the call', () => {
		for (const blank of [
			{ ...north, Option: 'North ' },
			{ ...north, Name: 'Region ' },
		])
			expect(put({ LineItems: [line({ Tracking: [blank] })] }).status).toBe(500);
		const category = desk.call('GET', '/TrackingCategories').id('TrackingCategories.0.TrackingCategoryID');
		expect(desk.call('PUT', `/TrackingCategories/${category}/Options`, { Name: 'Test ' }).status).toBe(500);
		expect(desk.call('POST', `/TrackingCategories/${category}`, { Name: 'Test ' }).status).toBe(500);
	});
});

describe('sums that are sent', () => {
	it('must be those of the lines', () => {
		expect(put({ Total: 100 }).sentences()).toEqual(['The document total does not equal the total of the lines.']);
		const wrong = { SubTotal: 99, TotalTax: 14, Total: 113 };
		const sentences = [
			'The document sub total does not equal the sub total of the lines.',
			'The document total tax does not equal the total tax of the lines.',
			'The document total does not equal the total of the lines.',
		];
		expect(put(wrong).sentences()).toEqual(sentences);
		expect(desk.call('PUT', '/CreditNotes', sale({ Type: 'ACCRECCREDIT', ...wrong })).sentences()).toEqual(sentences);
		expect(desk.call('PUT', '/BankTransactions', spent(wrong)).sentences()).toEqual(sentences);
	});

	it('are taken when they are, as numbers or texts', () => {
		const right = { SubTotal: 100, TotalTax: '15.00', Total: 115 };
		expect(put(right).at('Invoices.0.Total')).toBe(115);
		expect(desk.call('PUT', '/CreditNotes', sale({ Type: 'ACCRECCREDIT', ...right })).at('CreditNotes.0.Total')).toBe(115);
		expect(desk.call('PUT', '/BankTransactions', spent(right)).at('BankTransactions.0.Total')).toBe(115);
	});

	it('of a record read before do not fit its new lines', () => {
		const before = put({}).at('Invoices.0') as Json;
		const changed = { ...before, LineItems: [line({ Quantity: 3 })] };
		expect(desk.call('POST', '/Invoices', changed).sentences()).toHaveLength(3);
	});
});

describe('a bill', () => {
	const bill = (more: Json): Answer => put({ Type: 'ACCPAY', LineItems: [line({ AccountCode: '400' })], ...more });

	it('keeps no Reference: the number of the supplier is its InvoiceNumber', () => {
		const answer = bill({ Reference: 'R-1', InvoiceNumber: 'S-1' });
		expect(answer.status).toBe(200);
		expect(answer.at('Invoices.0.InvoiceNumber')).toBe('S-1');
		expect(desk.call('GET', `/Invoices/${answer.id('Invoices.0.InvoiceID')}`).at('Invoices.0.Reference')).toBeUndefined();
	});

	it('may have the number of another one', () => {
		const [one, two] = [bill({ InvoiceNumber: 'S-1' }), bill({ InvoiceNumber: 'S-1' })];
		expect([one.status, two.status]).toEqual([200, 200]);
		expect(one.id('Invoices.0.InvoiceID')).not.toBe(two.id('Invoices.0.InvoiceID'));
	});
});

describe('amounts', () => {
	it('are exclusive of tax when LineAmountTypes is not sent', () => {
		const answer = desk.call(
			'PUT',
			'/BankTransactions',
			spent({ LineItems: [{ Description: 'Rent', UnitAmount: 115, AccountCode: '469' }] }),
		);
		expect(answer.at('BankTransactions.0')).toMatchObject({ LineAmountTypes: 'Exclusive', Total: 132.25 });
	});

	it('of a manual journal have no tax then, whatever its lines say', () => {
		const JournalLines = [100, -100].map((LineAmount) => ({ AccountCode: '400', LineAmount, TaxType: 'INPUT2' }));
		expect(desk.call('PUT', '/ManualJournals', { Narration: 'Move', JournalLines }).at('ManualJournals.0')).toMatchObject({
			LineAmountTypes: 'NoTax',
			JournalLines: [
				{ TaxType: 'NONE', TaxAmount: 0 },
				{ TaxType: 'NONE', TaxAmount: 0 },
			],
		});
	});

	it('of a payment are rounded to cents', () => {
		const InvoiceID = put({ Status: 'AUTHORISED' }).id('Invoices.0.InvoiceID');
		const payment = { Invoice: { InvoiceID }, Account: { Code: '090' }, Date: '2026-03-05', Amount: 1.005 };
		expect(desk.call('PUT', '/Payments', payment).at('Payments.0.Amount')).toBe(1.01);
	});
});

describe('a contact', () => {
	const post = (more: Json): Answer => desk.call('POST', '/Contacts', more);

	it('that an upsert finds by its name in another case is called so from then on', () => {
		const id = post({ Name: 'Walnut Hall' }).id('Contacts.0.ContactID');
		expect(post({ Name: 'WALNUT hall' }).at('Contacts.0')).toMatchObject({ ContactID: id, Name: 'WALNUT hall' });
		expect(put({ Contact: { Name: 'walnut Hall' } }).at('Invoices.0.Contact')).toMatchObject({
			ContactID: id,
			Name: 'walnut Hall',
		});
	});

	it('is not merged by MergedToContactID', () => {
		const [one, two] = ['Walnut Hall', 'Oak Hall'].map((Name) => post({ Name }).id('Contacts.0.ContactID'));
		expect(desk.call('POST', `/Contacts/${one}`, { MergedToContactID: two }).status).toBe(200);
		expect(desk.call('GET', `/Contacts/${one}`).at('Contacts.0')).toMatchObject({ Name: 'Walnut Hall', ContactStatus: 'ACTIVE' });
		expect(desk.call('GET', `/Contacts/${one}`).at('Contacts.0.MergedToContactID')).toBeUndefined();
	});

	it('with payment terms gives no due date to an approved document', () => {
		const PaymentTerms = { Sales: { Day: 20, Type: 'OFFOLLOWINGMONTH' } };
		const ContactID = post({ Name: 'Walnut Hall', PaymentTerms }).id('Contacts.0.ContactID');
		expect(put({ Contact: { ContactID }, Status: 'AUTHORISED', DueDate: undefined }).sentences()).toEqual([
			'The DueDate field must be specified for an approved invoice.',
		]);
	});
});

it('an allocation needs its Date', () => {
	const credit = desk
		.call('PUT', '/CreditNotes', sale({ Type: 'ACCRECCREDIT', Status: 'AUTHORISED' }))
		.id('CreditNotes.0.CreditNoteID');
	const Invoice = { InvoiceID: put({ Status: 'AUTHORISED' }).id('Invoices.0.InvoiceID') };
	for (const Date of [undefined, ''])
		expect(desk.call('PUT', `/CreditNotes/${credit}/Allocations`, { Invoice, Amount: 10, Date }).sentences()).toEqual([
			'The Date field must be specified.',
		]);
});

describe('a batch payment outside New Zealand', () => {
	beforeEach(() => {
		const [first, second] = organisations;
		const australian = { ...first, baseCurrency: second.baseCurrency, countryCode: second.countryCode };
		desk = openDesk('small', undefined, (clock) => accounting({ clock, seed: 'small', organisations: [australian] }));
	});

	const paid = (payment: Json, query = ''): Answer => {
		const InvoiceID = put({ Status: 'AUTHORISED' }).id('Invoices.0.InvoiceID');
		const Payments = [
			{ Invoice: { InvoiceID }, Amount: 25, Reference: 'one' },
			{ Invoice: { InvoiceID }, Amount: 25, ...payment },
		];
		return desk.call('PUT', `/BatchPayments${query}`, { Account: { Code: '090' }, Date: '2026-03-05', Payments });
	};
	const batches = (): unknown[] => [...desk.api.records(desk.tenantId, 'BatchPayments')];

	it('needs a Reference for each payment: without one the answer is 200 and has no id, and nothing is there', () => {
		const before = batches();
		const answer = paid({}, '?summarizeErrors=false');
		expect(answer.status).toBe(200);
		const batch = answer.at('BatchPayments.0') as Json;
		expect(Object.keys(batch)).toEqual(['Account', 'Date', 'Payments']);
		expect(batch.Payments).toEqual([
			{ Invoice: expect.anything(), Amount: 25, Reference: 'one' },
			{
				Invoice: expect.anything(),
				Amount: 25,
				ValidationErrors: [{ Message: 'Reference is required' }],
				StatusAttributeString: 'ERROR',
			},
		]);
		expect(batches()).toEqual(before);
	});

	it('is refused, in the same words at the same place, when errors are summarised', () => {
		const answer = paid({ Reference: ' ' });
		expect(answer.status).toBe(400);
		expect(answer.at('Elements.0.Payments.1.ValidationErrors')).toEqual([{ Message: 'Reference is required' }]);
	});

	it('is saved when each has one', () => {
		expect(paid({ Reference: 'two' }).at('BatchPayments.0')).toMatchObject({ Type: 'RECBATCH', TotalAmount: 50 });
	});
});
