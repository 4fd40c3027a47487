import {
	type AccountingApi,
	ExpenseClaim,
	Invoice,
	LineAmountTypes,
	type LinkedTransaction,
	PurchaseOrder,
	QuoteLineAmountTypes,
	QuoteStatusCodes,
	Receipt,
	RepeatingInvoice,
	Schedule,
	XeroClient,
} from 'xero-node';
import type { Sandbox } from '../../../sandbox/contract';
import { startSandbox } from '../../../sandbox/server';

/** Xero's own SDK over papers and classic expenses. */
describe("Xero's own SDK", () => {
	let sandbox: Sandbox;
	let xero: AccountingApi;
	let tenant: string;
	let contactID: string;

	beforeAll(async () => {
		sandbox = await startSandbox({ seed: 'small', limits: { minute: 10_000, concurrent: 50 } });
		tenant = sandbox.organisations[0]?.tenantId ?? '';
		const client = new XeroClient();
		client.setTokenSet({ access_token: sandbox.issue({ app: 'web' }).access_token });
		xero = client.accountingApi as AccountingApi;
		xero.basePath = `${sandbox.url}/api.xro/2.0`;
		const made = await xero.createContacts(tenant, { contacts: [{ name: 'Walnut Hall', emailAddress: 'pia@walnut.example' }] });
		contactID = made.body.contacts?.[0]?.contactID ?? '';
	});
	afterAll(() => sandbox.stop());

	const lineItems = [{ description: 'Chairs', quantity: 2, unitAmount: 50, accountCode: '200' }];
	const bought = [{ description: 'Freight', quantity: 1, unitAmount: 30, accountCode: '425' }];

	it('writes, finds, moves on and prints quotes', async () => {
		const quote = { contact: { contactID }, date: '2026-03-01', lineItems, lineAmountTypes: QuoteLineAmountTypes.INCLUSIVE };
		const created = await xero.createQuotes(tenant, { quotes: [{ ...quote, quoteNumber: 'W-1', title: 'Offer' }] }, false);
		const [made] = created.body.quotes ?? [];
		expect(made).toMatchObject({ status: 'DRAFT', total: 100, title: 'Offer', statusAttributeString: 'OK' });
		expect(String(made?.lineAmountTypes)).toBe('INCLUSIVE');
		const id = made?.quoteID ?? '';
		const sent = await xero.updateQuote(tenant, id, { quotes: [{ ...quote, status: QuoteStatusCodes.SENT }] });
		expect(String(sent.body.quotes?.[0]?.status)).toBe('SENT');
		const again = await xero.updateOrCreateQuotes(tenant, { quotes: [{ ...quote, quoteNumber: 'W-1', reference: 'R-1' }] });
		expect(again.body.quotes?.[0]).toMatchObject({ quoteID: id, reference: 'R-1' });
		const found = await xero.getQuotes(
			tenant,
			undefined,
			'2026-02-01',
			'2026-03-31',
			undefined,
			undefined,
			contactID,
			'SENT',
			1,
			'Date DESC',
			'W-1',
		);
		expect(found.body.quotes?.map((one) => one.quoteID)).toEqual([id]);
		expect((await xero.getQuote(tenant, id)).body.quotes?.[0]?.contact?.emailAddress).toBe('pia@walnut.example');
		expect((await xero.getQuoteAsPdf(tenant, id)).body.subarray(0, 5).toString()).toBe('%PDF-');
		await xero.createQuoteAttachmentByFileName(tenant, id, 'plan.png', Buffer.from('png'));
		expect((await xero.getQuoteAttachments(tenant, id)).body.attachments?.[0]?.mimeType).toBe('image/png');
		await xero.createQuoteHistory(tenant, id, { historyRecords: [{ details: 'Called.' }] });
		expect((await xero.getQuoteHistory(tenant, id)).body.historyRecords?.[0]?.changes).toBe('Note');
	});

	it('writes, bills, finds and prints purchase orders', async () => {
		const order = {
			contact: { contactID },
			date: '2026-03-01',
			deliveryDate: '2026-03-20',
			lineItems: bought,
			purchaseOrderNumber: 'W-1',
			status: PurchaseOrder.StatusEnum.AUTHORISED,
		};
		const [made] = (await xero.createPurchaseOrders(tenant, { purchaseOrders: [order] })).body.purchaseOrders ?? [];
		const id = made?.purchaseOrderID ?? '';
		expect(made).toMatchObject({ total: 34.5, lineAmountTypes: LineAmountTypes.Exclusive });
		const again = await xero.updateOrCreatePurchaseOrders(tenant, { purchaseOrders: [{ ...order, attentionTo: 'Pia' }] });
		expect(again.body.purchaseOrders?.[0]).toMatchObject({ purchaseOrderID: id, attentionTo: 'Pia' });
		const billed = { purchaseOrders: [{ status: PurchaseOrder.StatusEnum.BILLED }] };
		expect((await xero.updatePurchaseOrder(tenant, id, billed)).body.purchaseOrders?.[0]?.status).toBe('BILLED');
		const page = await xero.getPurchaseOrders(tenant, undefined, 'BILLED', '2026-03-01', '2026-03-01', 'Date ASC', 1, 10);
		expect(page.body.purchaseOrders?.map((one) => one.purchaseOrderID)).toEqual([id]);
		expect(page.body.pagination).toMatchObject({ page: 1, pageSize: 10, pageCount: 1, itemCount: 1 });
		expect((await xero.getPurchaseOrderByNumber(tenant, 'W-1')).body.purchaseOrders?.[0]?.purchaseOrderID).toBe(id);
		expect((await xero.getPurchaseOrderAsPdf(tenant, id)).body.subarray(0, 5).toString()).toBe('%PDF-');
		await xero.createPurchaseOrderAttachmentByFileName(tenant, id, 'plan.png', Buffer.from('png'));
		expect((await xero.getPurchaseOrder(tenant, id)).body.purchaseOrders?.[0]).toMatchObject({ hasAttachments: true });
	});

	it('schedules and deletes repeating invoices', async () => {
		const template = {
			type: RepeatingInvoice.TypeEnum.ACCREC,
			contact: { contactID },
			lineItems,
			status: RepeatingInvoice.StatusEnum.AUTHORISED,
			approvedForSending: true,
			schedule: {
				period: 2,
				unit: Schedule.UnitEnum.WEEKLY,
				dueDate: 10,
				dueDateType: Schedule.DueDateTypeEnum.OFFOLLOWINGMONTH,
				startDate: '2099-01-31',
			},
		};
		const put = await xero.createRepeatingInvoices(tenant, { repeatingInvoices: [template] });
		const [made] = put.body.repeatingInvoices ?? [];
		const id = made?.repeatingInvoiceID ?? '';
		expect(made).toMatchObject({ total: 115, approvedForSending: true });
		expect(new Date(String(made?.schedule?.nextScheduledDate)).toISOString()).toBe('2099-01-31T00:00:00.000Z');
		const other = (await xero.updateOrCreateRepeatingInvoices(tenant, { repeatingInvoices: [template] })).body.repeatingInvoices;
		expect(other?.[0]?.repeatingInvoiceID).not.toBe(id);
		const gone = { repeatingInvoices: [{ status: RepeatingInvoice.StatusEnum.DELETED }] };
		expect((await xero.updateRepeatingInvoice(tenant, id, gone)).body.repeatingInvoices?.[0]?.status).toBe('DELETED');
		const found = await xero.getRepeatingInvoices(tenant, 'Status=="DELETED"', 'Total ASC');
		expect(found.body.repeatingInvoices?.map((one) => one.repeatingInvoiceID)).toEqual([id]);
		expect((await xero.getRepeatingInvoice(tenant, id)).body.repeatingInvoices?.[0]?.iD).toBe(id);
		expect((await xero.getRepeatingInvoiceHistory(tenant, id)).body.historyRecords?.map((one) => one.changes)).toEqual([
			'Deleted',
			'Created',
		]);
	});

	it('hands in receipts and approves the claim', async () => {
		const userID = (await xero.getUsers(tenant)).body.users?.[0]?.userID ?? '';
		const receipt = {
			user: { userID },
			contact: { contactID },
			lineItems: [{ description: 'Taxi', quantity: 1, unitAmount: 20.1234, accountCode: '493' }],
			lineAmountTypes: LineAmountTypes.NoTax,
			status: Receipt.StatusEnum.DRAFT,
			date: '2026-03-01',
		};
		const [made] = (await xero.createReceipt(tenant, { receipts: [receipt] }, 4)).body.receipts ?? [];
		const receiptID = made?.receiptID ?? '';
		expect(made?.lineItems?.[0]).toMatchObject({ unitAmount: 20.1234, lineAmount: 20.12 });
		const edited = await xero.updateReceipt(tenant, receiptID, { receipts: [{ ...receipt, reference: 'Trip' }] });
		expect(edited.body.receipts?.[0]?.reference).toBe('Trip');
		const put = await xero.createExpenseClaims(tenant, {
			expenseClaims: [{ user: { userID }, receipts: [{ receiptID } as Receipt] }],
		});
		const claim = put.body.expenseClaims?.[0]?.expenseClaimID ?? '';
		const approved = { expenseClaims: [{ status: ExpenseClaim.StatusEnum.AUTHORISED }] };
		expect((await xero.updateExpenseClaim(tenant, claim, approved)).body.expenseClaims?.[0]).toMatchObject({
			status: 'AUTHORISED',
			amountDue: 20.12,
			receipts: [{ receiptID, status: 'AUTHORISED' }],
		});
		expect((await xero.getReceipts(tenant, undefined, 'Reference=="Trip"')).body.receipts?.[0]?.status).toBe('AUTHORISED');
		expect((await xero.getReceipt(tenant, receiptID)).body.receipts?.[0]?.user?.firstName).toBe('Ada');
		expect((await xero.getExpenseClaims(tenant, undefined, 'Total==20.12')).body.expenseClaims).toHaveLength(1);
		expect((await xero.getExpenseClaim(tenant, claim)).body.expenseClaims?.[0]?.user?.userID).toBe(userID);
		expect((await xero.getExpenseClaimHistory(tenant, claim)).body.historyRecords).toHaveLength(2);
	});

	it('bills an expense on', async () => {
		const invoices = [
			{ type: Invoice.TypeEnum.ACCPAY, contact: { contactID }, lineItems: bought },
			{ type: Invoice.TypeEnum.ACCREC, contact: { contactID }, lineItems },
		];
		const [bill, invoice] = (await xero.createInvoices(tenant, { invoices })).body.invoices ?? [];
		const source = { sourceTransactionID: bill?.invoiceID, sourceLineItemID: bill?.lineItems?.[0]?.lineItemID };
		const target = { targetTransactionID: invoice?.invoiceID, targetLineItemID: invoice?.lineItems?.[0]?.lineItemID };
		const id = (await xero.createLinkedTransaction(tenant, source)).body.linkedTransactions?.[0]?.linkedTransactionID ?? '';
		const updated = await xero.updateLinkedTransaction(tenant, id, {
			linkedTransactions: [{ contactID, ...target } as LinkedTransaction],
		});
		expect(updated.body.linkedTransactions?.[0]).toMatchObject({ status: 'ONDRAFT', contactID, ...target });
		const found = await xero.getLinkedTransactions(tenant, 1, undefined, bill?.invoiceID, contactID, 'ONDRAFT');
		expect(found.body.linkedTransactions).toHaveLength(1);
		expect((await xero.getLinkedTransaction(tenant, id)).body.linkedTransactions?.[0]).toMatchObject({
			type: 'BILLABLEEXPENSE',
			sourceTransactionTypeCode: 'ACCPAY',
		});
		expect((await xero.deleteLinkedTransaction(tenant, id)).response.status).toBe(204);
	});

	it('adds a payment service and reads the reminders', async () => {
		const paymentServices = [{ paymentServiceName: 'PayUpNow', paymentServiceUrl: 'https://payupnow.example/' }];
		const [made] = (await xero.createPaymentService(tenant, { paymentServices })).body.paymentServices ?? [];
		expect(made).toMatchObject({ paymentServiceType: 'Custom', payNowText: 'Pay by credit card' });
		expect((await xero.getPaymentServices(tenant)).body.paymentServices).toHaveLength(2);
		expect((await xero.getInvoiceReminders(tenant)).body.invoiceReminders).toEqual([{ enabled: true }]);
	});
});
