import { byId, staged } from './stage';

const on = staged({ seed: 'demo', shared: true, limits: { minute: 10_000 } });

/** What is not the record's own: when it was saved, and whether saving it went well. */
const OWN = (record: Record<string, unknown>) =>
	JSON.parse(
		JSON.stringify(record, (key, value: unknown) =>
			// A text that is empty is one that is not there.
			key === 'UpdatedDateUTC' || key === 'StatusAttributeString' || value === '' ? undefined : value,
		),
	) as unknown;

/** Records of a kind as the sandbox holds them, by their ID. */
const held = (plural: string, id: string) => new Map(on.records(plural).map((record) => [record[id], OWN(record)]));

describe.each([
	['quote', 'Quotes', 'QuoteID', ['DRAFT', 'SENT', 'ACCEPTED', 'DECLINED']],
	['purchaseOrder', 'PurchaseOrders', 'PurchaseOrderID', ['DRAFT', 'SUBMITTED', 'AUTHORISED', 'BILLED']],
	['receipt', 'Receipts', 'ReceiptID', ['DRAFT', 'DECLINED']],
	['expenseClaim', 'ExpenseClaims', 'ExpenseClaimID', ['SUBMITTED']],
	['linkedTransaction', 'LinkedTransactions', 'LinkedTransactionID', ['APPROVED', 'ONDRAFT']],
])('What Get returns of a %s', (resource, plural, id, open) => {
	it('can be sent back as JSON with Update and changes nothing', async () => {
		const before = held(plural, id);
		const ids = on
			.records(plural)
			.filter(({ Status }) => open.includes(String(Status)))
			.map((record) => ({ id: String(record[id]) }));
		expect(ids.length).toBeGreaterThan(2);
		const { json: read } = await on.run(`${resource}.get`, { [id]: byId('={{ $json.id }}'), simplify: false }, ids);
		const sent = { [id]: byId(`={{ $json.${id} }}`), input: 'json', body: '={{ $json }}' };
		const { error, pairs } = await on.run(`${resource}.update`, sent, read);
		expect(error).toBe('');
		expect(pairs).toEqual(ids.map((_, index) => index));
		expect(held(plural, id)).toEqual(before);
	});
});

it.each([
	['quote', 'Quotes', 'QuoteID'],
	['purchaseOrder', 'PurchaseOrders', 'PurchaseOrderID'],
])('What Get Many returns of a %s can be sent back with Create or Update and changes nothing', async (resource, plural, id) => {
	const before = held(plural, id);
	const { json } = await on.run(`${resource}.getAll`, { show: 'draft', returnAll: true, simplify: false });
	expect(json.length).toBeGreaterThan(2);
	expect((await on.run(`${resource}.upsert`, { input: 'json', body: '={{ $json }}' }, json)).error).toBe('');
	expect(held(plural, id)).toEqual(before);
});

it('makes new templates of those that are there', async () => {
	const { json } = await on.run('repeatingInvoice.getAll', { returnAll: true, simplify: false });
	const copy = `={{ (({ RepeatingInvoiceID, ID, ...rest }) => ({ ...rest, Reference: rest.Type === 'ACCREC' ? 'Copy' : undefined }))($json) }}`;
	const made = await on.run('repeatingInvoice.create', { input: 'json', body: copy, simplify: false }, json);
	expect(made.error).toBe('');
	expect(made.json.map(({ Total, Schedule }) => [Total, Schedule])).toEqual(json.map(({ Total, Schedule }) => [Total, Schedule]));
});
