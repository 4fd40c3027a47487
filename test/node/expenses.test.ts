import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { SALE, byCode, byId, byName, sales, staged } from './stage';

const on = staged({ seed: 'empty' });

const goesOn = { settings: { onError: 'continueRegularOutput' as const } };
const retry = { settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } };
const lost = (method: string, path: string, times: number) =>
	on.sandbox.fail({ match: { method, path }, times, what: { kind: 'dropAfter' } });

const person = () => byId(String(on.records('Users')[0]!.UserID));
/** Parameters of a receipt, from items { who, what, amount, account }. */
const receipt = (): INodeParameters => ({
	User: person(),
	Contact: byName('={{ $json.who }}'),
	LineAmountTypes: 'Inclusive',
	LineItems: {
		line: [{ Description: '={{ $json.what }}', UnitAmount: '={{ $json.amount }}', AccountCode: byCode('={{ $json.account }}') }],
	},
	additionalFields: { Reference: '={{ $json.what }}' },
});
const ride = (what: string, more: IDataObject = {}): IDataObject => ({
	who: 'Kowhai Cabs',
	what,
	amount: 23,
	account: '493',
	...more,
});
const rides = (count: number) => Array.from({ length: count }, (_, index) => ride(`Ride ${index + 1}`));
const receipts = async (count: number) => (await on.run('receipt.create', receipt(), rides(count))).json;
const CLAIM = (): INodeParameters => ({
	User: person(),
	Receipts: { receipt: [{ ReceiptID: byId('={{ $json.ReceiptID }}') }] },
});

describe('Receipts', () => {
	it('are written one by one, as Xero would not say which of several it took, and given back to their items', async () => {
		const { json, pairs, error } = await on.run('receipt.create', receipt(), rides(60));
		expect(error).toBe('');
		expect(on.asked).toEqual(Array.from({ length: 60 }, () => 'PUT /Receipts'));
		expect(json.map(({ Reference }) => Reference)).toEqual(rides(60).map(({ what }) => what));
		expect(json[59]).toMatchObject({ Status: 'DRAFT', ContactName: 'Kowhai Cabs', Total: 23, TotalTax: 3 });
		expect(pairs).toEqual(Array.from({ length: 60 }, (_, index) => index));
	});

	it('are written without the refused one', async () => {
		const rows = [...rides(2), ride('Hotel', { account: '200' }), ride('Lunch', { account: '420' })];
		const { json, pairs } = await on.run('receipt.create', receipt(), rows, goesOn);
		expect(json.map(({ Reference, error }) => Reference ?? error)).toEqual([
			'Ride 1',
			'Ride 2',
			"Item 3 (Hotel, Kowhai Cabs): Xero says: Account code '200' is not a valid code for this document.",
			'Lunch',
		]);
		expect(pairs).toEqual([0, 1, 2, 3]);
		expect(on.asked).toEqual(Array.from({ length: 4 }, () => 'PUT /Receipts'));
		expect(on.records('Receipts')).toHaveLength(3);
	});

	it('are made of the rows with the same key', async () => {
		const rows = [ride('Ride'), ride('Lunch', { account: '420' }), ride('Parking', { account: '493' })].map((row, index) => ({
			...row,
			key: index === 1 ? 'B' : 'A',
		}));
		const byLine = {
			...receipt(),
			input: 'lines',
			documentKey: '={{ $json.key }}',
			additionalFields: { LineAmountTypes: 'NoTax' },
		};
		const { json, error } = await on.run('receipt.create', byLine, rows);
		expect(error).toBe('');
		expect(json.map(({ Total }) => Total)).toEqual([46, 23]);
	});

	it('keep a line whose Line Item ID is given', async () => {
		const [made] = (await on.run('receipt.create', { ...receipt(), simplify: false }, [ride('Ride')])).json;
		const [line] = made!.LineItems as IDataObject[];
		const { json } = await on.run('receipt.update', {
			ReceiptID: byId(String(made!.ReceiptID)),
			LineItems: { line: [{ Description: 'Ride home', additionalFields: { LineItemID: String(line!.LineItemID) } }] },
			simplify: false,
		});
		expect(json[0]!.LineItems).toEqual([{ ...line, Description: 'Ride home' }]);
	});
});

describe('Expense claims', () => {
	it('are handed in one for each item', async () => {
		const { json, error } = await on.run('expenseClaim.create', CLAIM(), await receipts(3));
		expect(error).toBe('');
		expect(on.asked.filter((call) => call === 'PUT /ExpenseClaims')).toHaveLength(3);
		expect(json.map(({ Status, Total }) => [Status, Total])).toEqual([
			['SUBMITTED', 23],
			['SUBMITTED', 23],
			['SUBMITTED', 23],
		]);
		expect(on.records('Receipts').map(({ Status }) => Status)).toEqual(['SUBMITTED', 'SUBMITTED', 'SUBMITTED']);
	});

	it('are handed in without the one that claims a receipt of another claim', async () => {
		const made = await receipts(2);
		await on.run('expenseClaim.create', CLAIM(), [made[0]!]);
		const { json } = await on.run('expenseClaim.create', CLAIM(), made, goesOn);
		expect(json.map(({ Status, error }) => Status ?? error)).toEqual([
			'Item 1: Xero says: Only receipts with the status DRAFT can be added to an expense claim.',
			'SUBMITTED',
		]);
	});

	it('are handed in once when the answer is lost, and in the next try of the node as well', async () => {
		const made = await receipts(1);
		lost('PUT', '/ExpenseClaims', 7);
		const { json, error } = await on.run('expenseClaim.create', CLAIM(), made, retry);
		expect([error, json[0]!.Status]).toEqual(['', 'SUBMITTED']);
		expect(on.records('ExpenseClaims')).toHaveLength(1);
	});

	it('are approved, and voided, one call for each; what is voided already is refused with its sentence', async () => {
		const claims = (await on.run('expenseClaim.create', CLAIM(), await receipts(2))).json;
		const ExpenseClaimID = byId('={{ $json.ExpenseClaimID }}');
		const approved = await on.run('expenseClaim.approve', { ExpenseClaimID }, claims);
		expect(approved.json.map(({ Status }) => Status)).toEqual(['AUTHORISED', 'AUTHORISED']);
		await on.run('expenseClaim.void', { ExpenseClaimID }, [claims[0]!]);
		const { json } = await on.run('expenseClaim.void', { ExpenseClaimID }, claims, goesOn);
		expect(json.map(({ Status, error }) => Status ?? error)).toEqual([
			'Item 1: Xero says: Expense claim not of valid status for modification',
			'VOIDED',
		]);
	});

	it('can be deleted while they are submitted, and their receipts are declined', async () => {
		const claims = (await on.run('expenseClaim.create', CLAIM(), await receipts(1))).json;
		const { json } = await on.run('expenseClaim.delete', { ExpenseClaimID: byId('={{ $json.ExpenseClaimID }}') }, claims);
		expect(json[0]).toMatchObject({ Status: 'DELETED', AmountDue: 0 });
		expect(on.records('Receipts')[0]).toMatchObject({ Status: 'DECLINED' });
	});
});

describe('Repeating invoices', () => {
	const TEMPLATE: INodeParameters = {
		...SALE,
		Schedule: {
			values: {
				Period: '1',
				Unit: 'MONTHLY',
				StartDate: '2101-01-31',
				DueDate: '={{ $json.due }}',
				DueDateType: 'OFFOLLOWINGMONTH',
			},
		},
		additionalFields: { Reference: '={{ $json.number }}' },
	};
	const templates = (count: number) => sales(count).map((row) => ({ ...row, due: '20' }));
	const RepeatingInvoiceID = byId('={{ $json.RepeatingInvoiceID }}');

	it('are written fifty in a call, and the refused one comes back by its reference', async () => {
		const rows = templates(60).map((row, index) => (index === 30 ? { ...row, due: '45' } : row));
		const { json } = await on.run('repeatingInvoice.create', TEMPLATE, rows, goesOn);
		expect(on.asked).toEqual(['PUT /RepeatingInvoices', 'PUT /RepeatingInvoices']);
		expect(json[30]!.error).toBe(
			'Item 31 (S-0031, Ngaio Sports): Xero says: The DueDate field must be a whole number from 1 to 31.',
		);
		expect(json[59]).toMatchObject({ Reference: 'S-0060', Status: 'DRAFT', ScheduleNextScheduledDate: '2101-01-31', Total: 69 });
		expect(on.records('RepeatingInvoices')).toHaveLength(59);
	});

	it('are deleted in one call, and one that is deleted already keeps none of the others', async () => {
		const made = (await on.run('repeatingInvoice.create', TEMPLATE, templates(3))).json;
		await on.run('repeatingInvoice.delete', { RepeatingInvoiceID }, [made[1]!]);
		on.sandbox.forget();
		const { json } = await on.run('repeatingInvoice.delete', { RepeatingInvoiceID }, made, goesOn);
		expect(on.asked).toEqual(['POST /RepeatingInvoices']);
		expect(json.map(({ Status, error }) => Status ?? error)).toEqual([
			'DELETED',
			'Item 2: Xero says: The repeating invoice has already been deleted.',
			'DELETED',
		]);
	});

	it('are sent by themselves only to a contact that has an email address', async () => {
		const sending = { ...TEMPLATE, additionalFields: { Status: 'Approved', ApprovedForSending: true, IncludePDF: true } };
		const { error } = await on.run('repeatingInvoice.create', sending, templates(1));
		expect(error).toContain('The contact of a repeating invoice that is sent must have an email address.');
		const [contact] = (await on.run('contact.create', { Name: 'Walnut Hall', additionalFields: { EmailAddress: 'a@b.example' } }))
			.json;
		const { json } = await on.run(
			'repeatingInvoice.create',
			{ ...sending, Contact: byId(String(contact!.ContactID)) },
			templates(1),
		);
		expect(json[0]).toMatchObject({ Status: 'AUTHORISED', ApprovedForSending: true });
	});
});

describe('Linked transactions', () => {
	const bills = async (count: number) => {
		const made = await on.run('bill.create', { ...SALE, simplify: false }, sales(count));
		return made.json.map((one) => ({
			bill: one.InvoiceID as string,
			line: String((one.LineItems as IDataObject[])[0]!.LineItemID),
		}));
	};
	const LINK: INodeParameters = { SourceTransactionID: byId('={{ $json.bill }}'), SourceLineItemID: '={{ $json.line }}' };

	it('are made one for each line, and a line cannot be passed on twice', async () => {
		const rows = await bills(2);
		const { json } = await on.run('linkedTransaction.create', LINK, [...rows, rows[0]!], goesOn);
		expect(json.map(({ Status, error }) => Status ?? error)).toEqual([
			'DRAFT',
			'DRAFT',
			'Item 3: Xero says: The source line item has already been assigned as a billable expense.',
		]);
	});

	it('are made once, and are gone, when the answer is lost', async () => {
		const rows = await bills(1);
		lost('PUT', '/LinkedTransactions', 1);
		const made = await on.run('linkedTransaction.create', LINK, rows);
		expect(made.error).toBe('');
		expect(on.records('LinkedTransactions')).toHaveLength(1);
		const id = String(made.json[0]!.LinkedTransactionID);
		lost('DELETE', '/LinkedTransactions', 1);
		const { json, error } = await on.run('linkedTransaction.delete', { LinkedTransactionID: byId(id) });
		expect([error, json]).toEqual(['', [{ deleted: true, LinkedTransactionID: id }]]);
		expect(on.records('LinkedTransactions')).toEqual([]);
	});
});

describe('Payment services', () => {
	it('are created without the one whose name is taken', async () => {
		const service = { PaymentServiceName: '={{ $json.name }}', PaymentServiceUrl: 'https://pay.example.com/invoices' };
		await on.run('paymentService.create', service, [{ name: 'Card' }]);
		const { json } = await on.run('paymentService.create', service, [{ name: 'Card' }, { name: 'Wire' }], goesOn);
		expect(json.map(({ PaymentServiceName, error }) => PaymentServiceName ?? error)).toEqual([
			expect.stringContaining("Item 1: Xero says: A payment service with the name 'Card' already exists."),
			'Wire',
		]);
	});
});

describe.each([
	['quote', 'accounting.invoices'],
	['purchaseOrder', 'accounting.invoices'],
	['repeatingInvoice', 'accounting.invoices'],
	['linkedTransaction', 'accounting.invoices'],
	['receipt', 'accounting.classicexpenses'],
	['expenseClaim', 'accounting.classicexpenses'],
])('The scope of %s', (resource, scope) => {
	it('is enough to read it, and is named when it is missing', async () => {
		on.connect({ scopes: [`${scope}.read`] });
		expect((await on.run(`${resource}.getAll`)).error).toBe('');
		on.connect({ scopes: ['offline_access'] });
		expect((await on.run(`${resource}.getAll`)).error).toContain(`(Read Only) (${scope}.read) and connect again`);
	});
});
