import type { Answer, Json } from '../accounting/desk';
import { type CabinetDesk, openCabinet } from './cabinetDesk';

describe('associations', () => {
	let desk: CabinetDesk;
	let file: string;
	let invoice: string;
	beforeEach(() => {
		desk = openCabinet();
		file = desk.put('a.txt');
		invoice = first('Invoices', 'InvoiceID', ({ Type }) => Type === 'ACCREC');
	});
	const first = (plural: string, id: string, fits: (row: Json) => boolean = () => true): string =>
		String(desk.books.records(desk.tenantId, plural).find(fits)?.[id]);
	const tie = (body: Json, to = file): Answer => desk.call('POST', `/Files/${to}/Associations`, body);

	it('tie a file to a record, once', () => {
		const sent = { ObjectId: invoice.toUpperCase(), ObjectGroup: 'Invoice', ObjectType: 'AccRec' };
		const made = { FileId: file, ObjectId: invoice, ObjectGroup: 'Invoice', ObjectType: 'AccRec' };
		expect(tie(sent)).toMatchObject({ status: 201, body: made });
		expect(tie(sent)).toMatchObject({ status: 201, body: made });
		expect(desk.call('GET', `/Files/${file}/Associations`).body).toEqual([made]);
	});

	it('are listed for a record with what the file is', () => {
		desk.clock.advance(2000);
		tie({ ObjectId: invoice, ObjectGroup: 'invoice', ObjectType: 'ACCREC', SendWithObject: true });
		expect(desk.call('GET', `/Associations/${invoice}`).body).toEqual([
			{
				SendWithObject: true,
				Name: 'a.txt',
				Size: 5,
				CreatedDateUtc: '2026-03-09T22:00:00.0000000',
				AssociationDateUtc: '2026-03-09T22:00:02.0000000',
				FileId: file,
				ObjectId: invoice,
				ObjectType: 'AccRec',
				ObjectGroup: 'Invoice',
			},
		]);
	});

	it('are listed in pages and in an order', () => {
		for (const [name, size] of [
			['c.txt', 1],
			['b.txt', 2],
		] as const) {
			desk.clock.advance(1000);
			tie({ ObjectId: invoice, ObjectGroup: 'Invoice' }, desk.put(name, 'x'.repeat(size)));
		}
		desk.clock.advance(1000);
		tie({ ObjectId: invoice, ObjectGroup: 'Invoice' });
		const order = (query = ''): unknown[] =>
			(desk.call('GET', `/Associations/${invoice}${query}`).body as Json[]).map(({ Name }) => Name);
		expect(order()).toEqual(['a.txt', 'c.txt', 'b.txt']);
		expect(order('?sort=AssociationDateUtc')).toEqual(['c.txt', 'b.txt', 'a.txt']);
		expect(order('?sort=Name&direction=DESC')).toEqual(['c.txt', 'b.txt', 'a.txt']);
		expect(order('?sort=Size')).toEqual(['c.txt', 'b.txt', 'a.txt']);
		expect(order('?page=2&pagesize=2')).toEqual(['b.txt']);
		expect(desk.call('GET', `/Associations/${invoice}?pagesize=101`).status).toBe(400);
	});

	it.each([
		['Account', 'Accounts', { Type: 'BANK' }, 'Bank'],
		['Account', 'Accounts', { Type: 'CURRLIAB' }, 'Currliab'],
		['BankTransaction', 'BankTransactions', { Type: 'SPEND' }, 'CashPaid'],
		['BankTransaction', 'BankTransactions', { Type: 'RECEIVE' }, 'CashRec'],
		['Contact', 'Contacts', {}, 'Contact'],
		['CreditNote', 'CreditNotes', { Type: 'ACCPAYCREDIT' }, 'AccPayCredit'],
		['Invoice', 'Invoices', { Type: 'ACCPAY' }, 'Accpay'],
		['Item', 'Items', {}, 'PriceListItem'],
		['ManualJournal', 'ManualJournals', {}, 'ManJournal'],
		['Overpayment', 'Overpayments', { Type: 'RECEIVE-OVERPAYMENT' }, 'ArOverPayment'],
		['Payment', 'Payments', { PaymentType: 'ACCRECPAYMENT' }, 'AccRecPayment'],
		['Prepayment', 'Prepayments', { Type: 'SPEND-PREPAYMENT' }, 'ApPrepayment'],
		['Quote', 'Quotes', {}, 'SalesQuote'],
		['Receipt', 'Receipts', {}, 'Receipt'],
	])('know a record of the group %s, %s %o', (group, plural, like, type) => {
		const fits = (row: Json): boolean => Object.entries(like).every(([key, value]) => row[key] === value);
		const id = first(plural, `${group}ID`, fits);
		expect(id).toMatch(/^[\da-f-]{36}$/);
		expect(tie({ ObjectId: id, ObjectGroup: group }).body).toMatchObject({ ObjectGroup: group, ObjectType: type });
	});

	it.each([
		[{ ObjectGroup: 'Account' }, 'Object is not a Account'],
		[{ ObjectType: 'Business' }, 'Object is not a Business'],
		[{ ObjectId: '11111111-1111-4111-8111-111111111111' }, 'Object is not a Invoice'],
		[{ ObjectId: 'INV-0001' }, 'ObjectId must be provided and be a GUID.'],
		[{ ObjectId: null }, 'ObjectId must be provided and be a GUID.'],
		[{ SendWithObject: 'yes' }, 'SendWithObject must be true or false.'],
	])('are refused with %o', (wrong, detail) => {
		const answer = tie({ ObjectId: invoice, ObjectGroup: 'Invoice', ObjectType: 'AccRec', ...wrong });
		expect([answer.status, answer.body]).toEqual([400, [{ type: 'Validation', title: 'Validation failure', detail }]]);
		expect(desk.call('GET', `/Associations/${invoice}`).body).toEqual([]);
	});

	it('are refused without a group, and for a file that is not there', () => {
		expect(tie({ ObjectId: invoice }).at('0.detail')).toMatch(/^ObjectGroup must be one of Account, BankTransaction, Contact, /);
		expect(tie({ ObjectId: invoice, ObjectGroup: 'Invoice' }, invoice).status).toBe(404);
	});

	it('are counted for many records at once', () => {
		const contact = first('Contacts', 'ContactID');
		tie({ ObjectId: invoice, ObjectGroup: 'Invoice' });
		tie({ ObjectId: invoice, ObjectGroup: 'Invoice' }, desk.put('b.txt'));
		const nobody = '11111111-1111-4111-8111-111111111111';
		expect(desk.call('GET', `/Associations/Count?ObjectIds=${invoice},${contact},${nobody}`).body).toEqual({
			[invoice]: 2,
			[contact]: 0,
			[nobody]: 0,
		});
		for (const query of ['', '?ObjectIds=', '?ObjectIds=x'])
			expect(desk.call('GET', `/Associations/Count${query}`).status).toBe(400);
	});

	it('are deleted alone and with their file', () => {
		tie({ ObjectId: invoice, ObjectGroup: 'Invoice' });
		const url = `/Files/${file}/Associations/${invoice}`;
		expect([desk.call('DELETE', url).status, desk.call('DELETE', url).status]).toEqual([204, 404]);
		tie({ ObjectId: invoice, ObjectGroup: 'Invoice' });
		desk.call('DELETE', `/Files/${file}`);
		expect(desk.call('GET', `/Associations/${invoice}`).body).toEqual([]);
	});
});
