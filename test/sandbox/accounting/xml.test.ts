import type { Sandbox } from '../../../sandbox/contract';
import { startSandbox } from '../../../sandbox/server';
import { stoppedClock } from '../../../sandbox/clock';
import { caller, type Answered, type CallOptions } from '../server/callers';

let sandbox: Sandbox;
let call: (path: string, options?: CallOptions) => Promise<Answered>;
beforeAll(async () => {
	sandbox = await startSandbox({ seed: 'small', clock: stoppedClock(Date.UTC(2026, 9, 1, 9, 30)) });
	call = caller(sandbox);
});
afterAll(() => sandbox.stop());

const xml = { accept: 'application/xml', 'content-type': 'application/xml' };
const invoice = (more: string): string => `<?xml version="1.0" encoding="utf-8"?>
<!-- as an old client writes it -->
<Invoices xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
	<Invoice>
		<Type>ACCREC</Type>
		<Contact><Name>Fish &amp; Chips &#60;Nelson&#62;</Name></Contact>
		<Date>2026-09-30T00:00:00</Date>
		<DueDate>2026-10-31</DueDate>
		<LineAmountTypes>Exclusive</LineAmountTypes>
		<BrandingThemeID xsi:nil="true" />
		<LineItems>
			<LineItem><Description><![CDATA[Nets <large>]]></Description><Quantity>3</Quantity><UnitAmount>12.50</UnitAmount><AccountCode>200</AccountCode></LineItem>
		</LineItems>
		${more}
	</Invoice>
</Invoices>`;

/** What stands in the first element of that name. */
const inside = (text: string, name: string): string | undefined => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1];

describe('a client that speaks XML', () => {
	it('writes an invoice, and reads it with ISO dates and its status as an attribute', async () => {
		const { status, headers, text } = await call('/api.xro/2.0/Invoices?summarizeErrors=false', {
			...{ method: 'PUT', headers: xml },
			body: invoice('<Status>AUTHORISED</Status><SentToContact>true</SentToContact>'),
		});
		expect([status, headers['content-type']]).toEqual([200, 'text/xml; charset=utf-8']);
		expect(text).toMatch(
			/^<\?xml version="1\.0" encoding="utf-8"\?><Response xmlns:xsi="http:\/\/www\.w3\.org\/2001\/XMLSchema-instance" [^>]+><Id>/,
		);
		expect(text).toContain('<Invoices><Invoice status="OK">');
		expect(inside(text, 'Date')).toBe('2026-09-30T00:00:00');
		expect(inside(text, 'UpdatedDateUTC')).toBe('2026-10-01T09:30:00');
		expect(inside(text, 'Name')).toBe('Fish &#38; Chips &#60;Nelson&#62;');
		expect(text).not.toContain('DateString');
		const [saved] = sandbox.records(sandbox.organisations[0]?.tenantId ?? '', 'Invoices').slice(-1);
		expect(saved).toMatchObject({
			...{ Status: 'AUTHORISED', SentToContact: true, SubTotal: 37.5, DueDate: '2026-10-31' },
			LineItems: [{ Description: 'Nets <large>', Quantity: 3, UnitAmount: 12.5 }],
		});
	});

	it('is refused with an ApiException that names the kind of its elements', async () => {
		const { status, text } = await call('/api.xro/2.0/Invoices', {
			...{ method: 'PUT', headers: xml },
			body: invoice('<CurrencyCode>NOK</CurrencyCode>'),
		});
		expect(status).toBe(400);
		expect(text).toMatch(/<ApiException [^>]+><ErrorNumber>10<\/ErrorNumber><Type>ValidationException<\/Type><Message>/);
		expect(text).toContain('<Elements><DataContractBase xsi:type="Invoice">');
		expect(text).toMatch(
			/<ValidationErrors><ValidationError><Message>[^<]+NOK[^<]*<\/Message><\/ValidationError><\/ValidationErrors>/,
		);
	});

	it('may send one bare record, or a form with the field xml', async () => {
		const body = '<Contact><Name>Tide Tables Ltd</Name><Phones><Phone><PhoneType>DEFAULT</PhoneType></Phone></Phones></Contact>';
		expect((await call('/api.xro/2.0/Contacts', { method: 'PUT', headers: xml, body })).status).toBe(200);
		const form = new URLSearchParams({ xml: '<Contacts><Contact><Name>Low Water Ltd</Name></Contact></Contacts>' }).toString();
		const headers = { ...xml, 'content-type': 'application/x-www-form-urlencoded' };
		expect((await call('/api.xro/2.0/Contacts', { method: 'POST', headers, body: form })).status).toBe(200);
		const names = sandbox.records(sandbox.organisations[0]?.tenantId ?? '', 'Contacts').map(({ Name }) => Name);
		expect(names).toEqual(expect.arrayContaining(['Tide Tables Ltd', 'Low Water Ltd']));
	});

	it('may write tracking, whose entries are called otherwise than their list', async () => {
		const { text } = await call('/api.xro/2.0/TrackingCategories', { headers: xml });
		const [name = '', option = ''] = [...text.matchAll(/<(?:Name)>([^<]*)<\/Name>/g)].map(([, found]) => found);
		const line = `<LineItem><Description>x</Description><UnitAmount>1</UnitAmount><AccountCode>200</AccountCode><Tracking><TrackingCategory><Name>${name}</Name><Option>${option}</Option></TrackingCategory></Tracking></LineItem>`;
		const body = `<Invoice><Type>ACCREC</Type><Contact><Name>Tracked</Name></Contact><LineItems>${line}</LineItems></Invoice>`;
		const answer = await call('/api.xro/2.0/Invoices', { method: 'POST', headers: xml, body });
		expect(answer.text).toMatch(new RegExp(`<Tracking><TrackingCategory>.*<Name>${name}</Name>.*<Option>${option}</Option>`));
	});

	it.each([
		['<Contacts><Contact>', '<Contact> is not closed'],
		['<Contacts></Contact>', '</Contact> at character 11 closes nothing that is open'],
		['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'there is no element, text or comment at character 1'],
		['Name', 'there must be one element around everything'],
	])('is told what is not well-formed in %s', async (body, why) => {
		const headers = { ...xml, accept: 'application/json' };
		const answer = await call('/api.xro/2.0/Contacts', { method: 'PUT', headers, body });
		expect(answer).toMatchObject({ status: 400, body: { Detail: `The request body is not valid XML: ${why}.` } });
	});

	it('is told by the APIs that read JSON only that they do', async () => {
		const answer = await call('/projects.xro/2.0/Projects', { method: 'POST', headers: xml, body: '<Project />' });
		expect(answer.status).toBe(415);
		expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
		expect(answer.text).toContain('The Projects API reads JSON only: send the body with the Content-Type application/json.');
	});
});

it('reads an XML file as what it is, an attachment', async () => {
	const [{ InvoiceID } = {}] = sandbox.records(sandbox.organisations[0]?.tenantId ?? '', 'Invoices');
	const path = `/api.xro/2.0/Invoices/${String(InvoiceID)}/Attachments/a.xml`;
	const answer = await call(path, { method: 'PUT', headers: { 'content-type': 'application/xml' }, body: '<not closed>' });
	expect(answer).toMatchObject({ status: 200, body: { Attachments: [{ FileName: 'a.xml', ContentLength: 12 }] } });
});
