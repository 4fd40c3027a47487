import type { IDataObject } from 'n8n-workflow';
import { accounting } from '../../nodes/XeroAccounting/accounting';
import { execute } from '../../nodes/shared/run/execute';
import { inVirtualTime } from '../engine/virtualTime';
import type { Reply, Sent } from '../fakeContext';
import { fakeExecute } from '../fakeContext';
import { byId, withFile } from '../examples/example';

const time = inVirtualTime();
const ORGANISATION = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const ID = '5c8f0d3e-71b4-4a92-8d16-3e9fa0b7c2d1';
const OTHER = '5c8f0d3e-71b4-4a92-8d16-3e9fa0b7c2d2';

/** What comes of the items when Xero answers so: a row for each, refusals included. */
async function rowsOf(what: string, items: readonly IDataObject[], reply: (sent: Sent) => Reply) {
	const [resource, operation] = what.split('.') as [string, string];
	const { ctx, requests } = fakeExecute({
		parameters: items.map((one) => ({ organisation: byId(ORGANISATION), resource, operation, ...one })),
		items: items.map(() => withFile('a.pdf', 'application/pdf', 'file')),
		reply,
		continueOnFail: true,
	});
	const [output] = await time().until(execute(accounting, ctx));
	return { json: output!.map(({ json }) => json), asked: requests.map(({ method, path }) => `${method} ${path.slice(12)}`) };
}
const errorsOf = ({ json }: { readonly json: readonly IDataObject[] }) => json.map(({ error }) => error);

test('of all options of a category, the one that was created comes back', async () => {
	const Options = ['North', 'South'].map((Name) => ({ Name, TrackingOptionID: Name === 'North' ? OTHER : ID }));
	const given = [{ TrackingCategoryID: byId(OTHER), Name: 'South' }];
	const { json } = await rowsOf('trackingCategory.createOption', given, () => ({ body: { Options } }));
	expect(json).toEqual([{ Name: 'South', TrackingOptionID: ID }]);
});

test('when two records may be the one that was created, neither is taken for it', async () => {
	const Options = [OTHER, ID].map((TrackingOptionID) => ({ Name: 'South', TrackingOptionID }));
	const given = [{ TrackingCategoryID: byId(OTHER), Name: 'South' }];
	const came = await rowsOf('trackingCategory.createOption', given, () => ({ body: { Options } }));
	expect(errorsOf(came)).toEqual([
		'Item 1: Xero answered with 2 records for 1 that were sent. Look in Xero before sending it again',
	]);
});

test('a record with reasons against it is refused, even where Xero says so in no other way', async () => {
	const given = [{ FromBankAccount: byId(ID), ToBankAccount: byId(OTHER), Amount: '10' }];
	const BankTransfers = [{ Amount: 10, ValidationErrors: [{ Message: 'The account is archived' }] }];
	const came = await rowsOf('bankTransfer.create', given, () => ({ body: { BankTransfers } }));
	expect(errorsOf(came)).toEqual(['Item 1: Xero says: The account is archived']);
});

test('an allocation that Xero did not take off is not reported as deleted', async () => {
	const given = [{ CreditNoteID: byId(ID), AllocationID: byId(OTHER) }];
	const came = await rowsOf('creditNote.removeAllocation', given, () => ({ body: { AllocationID: OTHER, IsDeleted: false } }));
	expect(errorsOf(came)).toEqual(['Item 1: Xero did not delete it. Look in Xero before sending it again']);
});

test('a change of several records is done for those that are there when one is not', async () => {
	const gone = (sent: Sent) => JSON.stringify([sent.path, sent.body]).includes(OTHER);
	const given = [ID, OTHER, ID.replace('d1', 'd3')].map((id) => ({ InvoiceID: byId(id), simplify: false }));
	const came = await rowsOf('invoice.void', given, (sent) =>
		gone(sent)
			? { statusCode: 404, body: 'not found' }
			: {
					body: {
						// One alone goes to its own path, and is not named again in the body.
						Invoices: (sent.body as { Invoices: IDataObject[] }).Invoices.map((one) => ({
							InvoiceID: sent.path.split('/')[4],
							...one,
						})),
					},
				},
	);
	expect(came.json.map(({ error, Status }) => error ?? Status)).toEqual([
		'VOIDED',
		'Item 2, Invoice “5c8f0d3e-71b4-4a92-8d16-3e9fa0b7c2d2”: is not in the organisation chosen. It may belong to another organisation: check Organisation',
		'VOIDED',
	]);
	expect(came.asked.length).toBeLessThanOrEqual(5);
});

test('records of another organisation are asked for one by one a few times only', async () => {
	const given = Array.from({ length: 40 }, (_, index) => ({ InvoiceID: byId(ID.replace(/..$/, String(10 + index))) }));
	const came = await rowsOf('invoice.void', given, () => ({ statusCode: 404, body: 'not found' }));
	expect(errorsOf(came).every((error) => /is not in the organisation chosen/.test(String(error)))).toBe(true);
	expect(came.asked.length).toBeLessThanOrEqual(20);
});

test.each([
	[
		'quote.getPdf',
		{ QuoteID: byId(ID) },
		'Item 1: Xero did not send a PDF of the quote. Check in Xero that it can be printed there, and run again later',
	],
	['quote.downloadAttachment', { QuoteID: byId(ID), files: 'all' }, 'Item 1: a.pdf came without content. Run again later'],
])('%s hands on no file without content', async (what, given, says) => {
	const Attachments = [{ AttachmentID: ID, FileName: 'a.pdf', MimeType: 'application/pdf', ContentLength: 4 }];
	const came = await rowsOf(what, [given], ({ path }) =>
		path.endsWith('/Attachments')
			? { body: { Attachments } }
			: { headers: { 'content-type': 'application/pdf' }, body: Buffer.from('') },
	);
	expect(errorsOf(came)).toEqual([says]);
});

test('an upload that Xero does not confirm is not reported as done', async () => {
	const given = [{ QuoteID: byId(ID), binaryPropertyName: 'data' }];
	const came = await rowsOf('quote.addAttachment', given, () => ({ body: { Attachments: [] } }));
	expect(errorsOf(came)).toEqual([
		'Item 1: Xero did not say that it keeps a.pdf. Look in Xero whether the file is attached before uploading it again',
	]);
});

test('a quote is not changed with what belongs to another one', async () => {
	const came = await rowsOf('quote.accept', [{ QuoteID: byId(ID) }], () => ({
		body: { Quotes: [{ QuoteID: OTHER, Terms: 'Of the other one' }] },
	}));
	expect(errorsOf(came)).toEqual(['Item 1: Xero answered with another quote than the one asked for. Run again']);
	expect(came.asked).toEqual([`GET /Quotes/${ID}`]);
});

test('a tax rate that Xero keeps is not reported as deleted', async () => {
	const refusedRate = {
		Name: 'GST',
		TaxType: 'OUTPUT2',
		StatusAttributeString: 'ERROR',
		ValidationErrors: [{ Message: 'In use' }],
	};
	const came = await rowsOf('taxRate.delete', [{ TaxType: { __rl: true, mode: 'code', value: 'OUTPUT2' } }], ({ method }) => ({
		body: { TaxRates: [method === 'GET' ? { Name: 'GST', TaxType: 'OUTPUT2' } : refusedRate] },
	}));
	expect(errorsOf(came)).toEqual(['Item 1: Xero says: In use']);
});
