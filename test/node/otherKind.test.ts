import { byCode, byId, byName, staged } from './stage';

const on = staged({ seed: 'small' });

const LINES = { line: [{ Description: 'Pipes', UnitAmount: '80', AccountCode: byCode('300') }] };
const BILL = { Contact: byName('Cinder Plumbing'), LineAmountTypes: 'Exclusive', LineItems: LINES };
const idOf = (type: string): string => String(on.records('Invoices').find(({ Type }) => Type === type)!.InvoiceID);
const json = (body: unknown) => ({ input: 'json', body: JSON.stringify(body) });
const SENT = { Contact: { Name: 'Cinder Plumbing' }, LineItems: [{ Description: 'Pipes', UnitAmount: 80, AccountCode: '300' }] };

describe('Bills and sales invoices', () => {
	it('are each made by their own resource, which says to Xero what they are', async () => {
		const bill = await on.run('bill.create', { ...BILL, InvoiceNumber: 'B-1' });
		const sale = await on.run('invoice.create', { ...BILL, Reference: 'PO 1' });
		expect([bill.error, sale.error]).toEqual(['', '']);
		expect([bill.json[0]!.Type, sale.json[0]!.Type]).toEqual(['ACCPAY', 'ACCREC']);
	});

	it.each([
		['invoice', 'ACCPAY', 'Item 1, JSON, Type “ACCPAY”: is a bill. Use the resource Bill'],
		['bill', 'accrec', 'Item 1, JSON, Type “accrec”: is a sales invoice. Use the resource Invoice'],
		['invoice', 'SALE', 'Item 1, JSON, Type “SALE”: is not ACCREC. Leave the key out'],
	])('given as JSON to the resource of the other kind are refused: %s of Type %s', async (resource, Type, message) => {
		const { error } = await on.run(`${resource}.create`, json({ ...SENT, Type }));
		expect(error).toContain(message);
		expect(on.asked).toEqual([]);
	});

	it.each([
		['invoice', { ...SENT, type: 'ACCREC' }, 'ACCREC'],
		['bill', SENT, 'ACCPAY'],
	])('may name their Type in JSON or leave it out: %s', async (resource, body, type) => {
		const { json: made, error, hints } = await on.run(`${resource}.create`, json({ ...body, LineAmountTypes: 'NoTax' }));
		expect([error, made[0]?.Type]).toEqual(['', type]);
		expect(hints.join()).not.toContain('does not know');
	});

	it('are listed by their own resource alone, together with every other filter', async () => {
		const bills = await on.run('bill.getAll', { returnAll: true, simplify: false });
		const sales = await on.run('invoice.getAll', { returnAll: true, simplify: false, filters: { where: 'Total>0 OR Total<=0' } });
		expect(new Set(bills.json.map(({ Type }) => Type))).toEqual(new Set(['ACCPAY']));
		expect(new Set(sales.json.map(({ Type }) => Type))).toEqual(new Set(['ACCREC']));
		expect(on.queries('GET /Invoices').map(({ where }) => where)).toEqual([
			'Type=="ACCPAY"',
			'Type=="ACCREC" AND (Total>0 OR Total<=0)',
		]);
	});

	it('asked for by an ID of the other kind are refused, with where they are', async () => {
		const bill = idOf('ACCPAY');
		const { error } = await on.run('invoice.get', { InvoiceID: byId(bill) });
		expect(error).toContain(`Item 1, Invoice “${bill}”: is a bill. Use the resource Bill`);
		const sale = idOf('ACCREC');
		const other = await on.run('bill.get', { InvoiceID: byId(sale) });
		expect(other.error).toContain(`Item 1, Bill “${sale}”: is a sales invoice. Use the resource Invoice`);
	});

	it('are told of when the other resource changed one: Xero looks at the ID alone', async () => {
		const made = await on.run('bill.create', { ...BILL, InvoiceNumber: 'B-3' });
		const { InvoiceID } = made.json[0]!;
		const { error, json: rows, hints } = await on.run('invoice.delete', { InvoiceID: byId(String(InvoiceID)) });
		expect(error).toBe('');
		expect(rows[0]!._findings).toEqual([
			expect.objectContaining({ value: 'ACCPAY', reason: 'is a bill. Use the resource Bill' }),
		]);
		expect(hints.join(' ')).toContain('is a bill. Use the resource Bill');
	});

	it('are told to Xero in a change as well, which refuses another kind', async () => {
		const made = await on.run('bill.create', { ...BILL, InvoiceNumber: 'B-2' });
		const { InvoiceID } = made.json[0]!;
		const { error } = await on.run('invoice.update', { InvoiceID: byId(String(InvoiceID)), Reference: 'PO 1' });
		expect(error).toContain('Xero says: The Type of an invoice must not be changed.');
	});

	it('stand in their own lists of the editor', async () => {
		const { results: bills } = await on.search('bill');
		const { results: sales } = await on.search('invoice');
		const typeOf = new Map(on.records('Invoices').map(({ InvoiceID, Type }) => [InvoiceID, Type]));
		expect(new Set(bills.map(({ value }) => typeOf.get(value)))).toEqual(new Set(['ACCPAY']));
		expect(new Set(sales.map(({ value }) => typeOf.get(value)))).toEqual(new Set(['ACCREC']));
	});

	it('keep no reference on the suppliers’ side: JSON with one is refused', async () => {
		const { error } = await on.run('bill.create', json({ ...SENT, Reference: 'A-77' }));
		expect(error).toContain("Item 1, Reference “A-77”: is not kept by Xero on bills. Give the supplier's number as Bill Number");
	});
});
