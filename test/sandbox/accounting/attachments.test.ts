import { type Answer, type Desk, type Json, openDesk, sale } from './desk';

let desk: Desk;
let invoice: string;
beforeEach(() => {
	desk = openDesk('small');
	invoice = desk.call('PUT', '/Invoices', sale()).id('Invoices.0.InvoiceID');
});

const url = (name = '', query = ''): string =>
	`/Invoices/${invoice}/Attachments${name === '' ? '' : `/${encodeURIComponent(name)}`}${query}`;
const put = (name: string, bytes: Buffer, type = 'application/octet-stream', query = ''): Answer =>
	desk.call('PUT', url(name, query), bytes, { headers: { 'content-type': type } });

describe('attachments', () => {
	it('come back byte for byte, by name and by id, whatever is in the name', () => {
		const bytes = Buffer.from([0, 255, 10, 13, 128]);
		for (const name of ['plain.bin', 'two words.pdf', 'No. 1 #draft & co.png', 'Übersicht Kererū.csv', '100%+.txt']) {
			const answer = put(name, bytes);
			expect(answer.at('Attachments.0')).toMatchObject({ FileName: name, ContentLength: 5, IncludeOnline: false });
			expect(desk.call('GET', url(name)).binary).toEqual(bytes);
			expect(desk.call('GET', url(answer.id('Attachments.0.AttachmentID'))).binary).toEqual(bytes);
		}
		expect((desk.call('GET', url()).at('Attachments') as Json[]).map((one) => one.FileName)).toEqual([
			'plain.bin',
			'two words.pdf',
			'No. 1 #draft & co.png',
			'Übersicht Kererū.csv',
			'100%+.txt',
		]);
		expect(desk.call('GET', url('nothing.txt')).status).toBe(404);
	});

	it('have the type that was sent, else the one of their extension', () => {
		expect(put('a.png', Buffer.from('x'), 'image/webp').at('Attachments.0.MimeType')).toBe('image/webp');
		expect(put('b.PDF', Buffer.from('x')).at('Attachments.0.MimeType')).toBe('application/pdf');
		expect(desk.call('GET', url('b.PDF')).contentType).toBe('application/pdf');
	});

	it('flip HasAttachments, count as a change, and may be shown online', () => {
		expect(desk.call('GET', `/Invoices/${invoice}`).at('Invoices.0.HasAttachments')).toBe(false);
		desk.clock.advance(1000);
		expect(put('a.png', Buffer.from('x'), 'image/png', '?IncludeOnline=true').at('Attachments.0.IncludeOnline')).toBe(true);
		expect(desk.call('GET', `/Invoices/${invoice}`).at('Invoices.0')).toMatchObject({
			HasAttachments: true,
			Attachments: [{ FileName: 'a.png' }],
			UpdatedDateUTCString: '2026-03-09T22:00:01Z',
		});
		expect(desk.call('GET', '/Invoices?where=HasAttachments%3D%3Dtrue').at('Invoices')).toMatchObject([{ InvoiceID: invoice }]);
	});

	it('are replaced by POST, which needs one to replace', () => {
		const id = put('a.png', Buffer.from('old')).id('Attachments.0.AttachmentID');
		expect(desk.call('POST', url('a.png'), Buffer.from('newer')).at('Attachments')).toMatchObject([
			{ AttachmentID: id, ContentLength: 5 },
		]);
		expect(desk.call('POST', url('b.png'), Buffer.from('newer')).status).toBe(404);
	});

	it('are at most ten, and not empty', () => {
		for (let at = 0; at < 10; at += 1) expect(put(`${at}.txt`, Buffer.from('x')).status).toBe(200);
		expect(put('10.txt', Buffer.from('x')).sentences()).toEqual(['A maximum of 10 attachments can be added to a document.']);
		expect(put('9.txt', Buffer.from('again')).status).toBe(200);
		expect(put('9.txt', Buffer.alloc(0)).sentences()).toEqual(['The attachment must not be empty.']);
	});
});

describe('history', () => {
	const changes = (record: string): unknown[] =>
		(desk.call('GET', `${record}/History`).at('HistoryRecords') as Json[]).map((one) => one.Changes);

	it('tells what happened to an invoice, newest first', () => {
		const record = `/Invoices/${invoice}`;
		desk.call('POST', record, { Reference: 'x' });
		desk.call('POST', record, { Status: 'AUTHORISED' });
		const payment = desk
			.call('PUT', '/Payments', { Invoice: { InvoiceID: invoice }, Account: { Code: '090' }, Amount: 1 })
			.id('Payments.0.PaymentID');
		desk.call('POST', `/Payments/${payment}`, { Status: 'DELETED' });
		put('a.png', Buffer.from('x'));
		desk.call('POST', record, { Status: 'VOIDED' });
		expect(changes(record)).toEqual([
			'Voided',
			'Attached a file',
			'Payment deleted',
			'Payment received',
			'Approved',
			'Edited',
			'Created',
		]);
		expect(changes(`/Payments/${payment}`)).toEqual(['Deleted', 'Created']);
	});

	it('keeps nothing of a change that was refused', () => {
		desk.call('POST', `/Invoices/${invoice}`, { Status: 'VOIDED' });
		expect(changes(`/Invoices/${invoice}`)).toEqual(['Created']);
	});

	it('takes notes of up to 450 characters', () => {
		const note = (Details: string): Answer => desk.call('PUT', `/Invoices/${invoice}/History`, { HistoryRecords: [{ Details }] });
		expect(note('Called the customer.').at('HistoryRecords.0')).toMatchObject({
			Changes: 'Note',
			Details: 'Called the customer.',
			User: 'System Generated',
			DateUTC: '/Date(1773093600000+0000)/',
			DateUTCString: '2026-03-09T22:00:00',
		});
		expect(note('x'.repeat(450)).status).toBe(200);
		expect(note('x'.repeat(451)).sentences()).toEqual(['The Details field must be no more than 450 characters long.']);
		expect(note(' ').sentences()).toEqual(['The Details field must be specified.']);
		expect(
			desk.call('PUT', '/Invoices/11111111-1111-4111-8111-111111111111/History', { HistoryRecords: [{ Details: 'x' }] }).status,
		).toBe(404);
	});

	it('tells of contacts and items as well', () => {
		const contact = desk.call('PUT', '/Contacts', { Name: 'Chestnut Hall' }).id('Contacts.0.ContactID');
		desk.call('POST', `/Contacts/${contact}`, { ContactStatus: 'ARCHIVED' });
		expect(changes(`/Contacts/${contact}`)).toEqual(['Archived', 'Created']);
		const item = desk.call('PUT', '/Items', { Code: 'LAMP' }).id('Items.0.ItemID');
		desk.call('POST', '/Items', { Code: 'LAMP', Name: 'Lamp' });
		expect(changes(`/Items/${item}`)).toEqual(['Edited', 'Created']);
	});
});
