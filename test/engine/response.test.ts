import type { Conventions } from '../../nodes/shared/model/operation';
import { recordsIn, pageIn } from '../../nodes/shared/http/response';
import { recordName } from '../../nodes/XeroAccounting/recordName';
import { simplified } from '../../nodes/shared/run/simplify';

const dialect: Conventions = { accessRequirements: () => '', calendarDates: new Set(['Date']), sentences: () => [] };
const answer = (body: unknown, status = 200) => ({ status, headers: {}, body });

describe('The records of an answer', () => {
	it('stand under the name of the envelope, with their dates made ISO', () => {
		expect(recordsIn(answer({ Id: 'x', Invoices: [{ Date: '/Date(0)/' }] }), 'Invoices', dialect)).toEqual([
			{ Date: '1970-01-01' },
		]);
	});

	it.each([
		['one object in the envelope', { TrackingOption: { Name: 'North' } }, 'TrackingOption', [{ Name: 'North' }]],
		['a bare list', [{ Name: 'North' }], 'Options', [{ Name: 'North' }]],
		['a bare object where there is no envelope', { Name: 'North' }, undefined, [{ Name: 'North' }]],
		['another envelope', { Id: 'x' }, 'Invoices', []],
		['nothing', '', 'Invoices', []],
		['no body', null, 'Invoices', []],
		['text', 'OK', undefined, []],
		['bytes', Buffer.from('%PDF'), undefined, []],
	])('may be %s', (_, body, envelope, expected) => {
		expect(recordsIn(answer(body), envelope, dialect)).toEqual(expected);
	});

	it('are none when nothing is new (304)', () => {
		expect(recordsIn(answer({ Invoices: [{}] }, 304), 'Invoices', dialect)).toEqual([]);
	});

	it('come with what Xero says of the whole list', () => {
		const pagination = { page: 1, pageSize: 100, pageCount: 3, itemCount: 250 };

		expect(pageIn(answer({ pagination, Contacts: [{ Name: 'A' }] }), 'Contacts', dialect)).toEqual({
			records: [{ Name: 'A' }],
			pages: 3,
			total: 250,
		});
		expect(pageIn(answer({ Contacts: [] }), 'Contacts', dialect)).toEqual({ records: [] });
		expect(pageIn(answer('', 304), 'Contacts', dialect)).toEqual({ records: [] });
	});
});

describe('A simplified record', () => {
	it('keeps the fields named, flat, with null for what the record does not have', () => {
		const record = { InvoiceID: '1', Contact: { ContactID: '2', Name: 'Hill Farm' }, Total: 0, Reference: '', Lines: [{}] };

		expect(
			simplified(record, [
				'InvoiceID',
				'Contact.Name',
				'Contact.ContactID',
				'Total',
				'Reference',
				'DueDate',
				'Contact.Phone.Number',
			]),
		).toEqual({
			InvoiceID: '1',
			ContactName: 'Hill Farm',
			ContactID: '2',
			Total: 0,
			Reference: '',
			DueDate: null,
			ContactPhoneNumber: null,
		});
	});

	it('keeps what the pack adds to it', () => {
		const record = { InvoiceID: '1', deleted: true, _findings: [], Other: 1 };

		expect(simplified(record, ['InvoiceID'])).toEqual({ InvoiceID: '1', deleted: true, _findings: [] });
	});

	it('is the record itself when it only says that something was done', () => {
		expect(simplified({ success: true, InvoiceID: '1' }, ['InvoiceID', 'Total'])).toEqual({ success: true, InvoiceID: '1' });
	});

	it('is the record itself when it has none of them', () => {
		expect(simplified({ success: true }, ['InvoiceID'])).toEqual({ success: true });
	});
});

describe('What a person would call a record', () => {
	it.each([
		[{ InvoiceNumber: 'INV-7', Reference: 'PO 1' }, 'INV-7'],
		[{ Name: 'Hill Farm', Code: 'H' }, 'Hill Farm'],
		[{ Code: '200' }, '200'],
		[{ Reference: 'PO 1' }, 'PO 1'],
		[{ InvoiceNumber: '', Reference: 'PO 1' }, 'PO 1'],
		[{ Name: 'x'.repeat(100) }, 'x'.repeat(60)],
		[{}, ''],
		[{ Narration: 'Accrual in March', Status: 'POSTED' }, 'Accrual in March'],
		[{ Name: 7 }, ''],
		// Numbers of banks and tax offices say nothing of the record, and are nobody's business in a message.
		[{ BankAccountNumber: '00-0000-0000000-00', Reference: 'Direct debit' }, 'Direct debit'],
		[{ TaxNumber: '111-222-333', AccountNumber: 'A1', CompanyNumber: 'B2', Name: 'Hill Farm' }, 'Hill Farm'],
		// What settles a document is called by it.
		[{ Invoice: { InvoiceNumber: 'INV-7' }, Amount: 3 }, 'INV-7'],
		[{ CreditNote: { CreditNoteNumber: 'CN-7' }, BankAccountNumber: '00-0000-0000000-00' }, 'CN-7'],
		[{ Invoice: { InvoiceNumber: 'INV-7' }, Reference: 'Direct debit' }, 'INV-7'],
		[{ Invoice: { InvoiceID: '1' } }, ''],
		[{ Invoice: 'INV-7' }, ''],
		[{ InvoiceNumber: '', Contact: { Name: 'Hill Farm', ContactNumber: 'H' } }, ''],
	])('%j: %j', (record, name) => {
		expect(recordName(record).reference).toBe(name);
	});
});
