import {
	type AccountingApi,
	BankTransaction,
	BankTransfer,
	BatchPayment,
	CreditNote,
	CurrencyCode,
	Invoice,
	LineAmountTypes,
	Overpayment,
	Payment,
	Prepayment,
	XeroClient,
} from 'xero-node';
import type { Sandbox } from '../../../sandbox/contract';
import { startSandbox } from '../../../sandbox/server';

/** Xero's own SDK as a second client of everything about money beside invoices. */
describe("Xero's own SDK, on money", () => {
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
		contactID = (await xero.createContacts(tenant, { contacts: [{ name: 'Walnut Hall' }] })).body.contacts?.[0]?.contactID ?? '';
	});
	afterAll(() => sandbox.stop());

	const chairs = [{ description: 'Chairs', quantity: 2, unitAmount: 50, accountCode: '200' }];
	const invoice = async (more: Partial<Invoice> = {}): Promise<string> => {
		const body = {
			type: Invoice.TypeEnum.ACCREC,
			contact: { contactID },
			date: '2026-03-01',
			dueDate: '2026-03-15',
			lineAmountTypes: LineAmountTypes.Exclusive,
			lineItems: chairs,
			status: Invoice.StatusEnum.AUTHORISED,
		};
		return (await xero.createInvoices(tenant, { invoices: [{ ...body, ...more }] })).body.invoices?.[0]?.invoiceID ?? '';
	};
	const due = async (id: string): Promise<number | undefined> =>
		(await xero.getInvoice(tenant, id)).body.invoices?.[0]?.amountDue;
	const bank = async (more: Partial<BankTransaction>): Promise<BankTransaction | undefined> => {
		const body = {
			type: BankTransaction.TypeEnum.SPEND,
			contact: { contactID },
			bankAccount: { code: '090' },
			date: '2026-03-02',
			lineItems: [{ description: 'Paper', quantity: 1, unitAmount: 20, accountCode: '461' }],
		};
		return (await xero.createBankTransactions(tenant, { bankTransactions: [{ ...body, ...more }] }, false)).body
			.bankTransactions?.[0];
	};

	it('writes, allocates, refunds, prints and pages credit notes', async () => {
		const note = { type: CreditNote.TypeEnum.ACCRECCREDIT, contact: { contactID }, date: '2026-03-02', lineItems: chairs };
		const bad = { ...note, lineItems: [{ ...chairs[0], accountCode: '999' }] };
		const answer = await xero.createCreditNotes(
			tenant,
			{ creditNotes: [{ ...note, status: CreditNote.StatusEnum.AUTHORISED }, bad] },
			false,
			4,
		);
		const [good, wrong] = answer.body.creditNotes ?? [];
		expect(good).toMatchObject({ total: 115, remainingCredit: 115, statusAttributeString: 'OK', currencyCode: CurrencyCode.NZD });
		expect(wrong?.validationErrors?.[0]?.message).toBe("Account code '999' is not a valid code for this document.");
		const [id, target] = [good?.creditNoteID ?? '', await invoice()];
		const allocated = await xero.createCreditNoteAllocation(tenant, id, {
			allocations: [{ invoice: { invoiceID: target }, amount: 40, date: '2026-03-05' }],
		});
		const [allocation] = allocated.body.allocations ?? [];
		expect(allocation).toMatchObject({ amount: 40, creditNote: { creditNoteID: id }, invoice: { invoiceID: target } });
		expect(await due(target)).toBe(75);
		const [paid] =
			(
				await xero.createPayments(tenant, {
					payments: [{ creditNote: { creditNoteID: id }, account: { code: '090' }, date: '2026-03-05', amount: 15 }],
				})
			).body.payments ?? [];
		expect(paid?.paymentType).toBe(Payment.PaymentTypeEnum.ARCREDITPAYMENT);
		const whole = (await xero.getCreditNote(tenant, id)).body.creditNotes?.[0];
		expect(whole).toMatchObject({ remainingCredit: 60, allocations: [{ amount: 40 }], payments: [{ amount: 15 }] });
		expect(whole?.updatedDateUTC).toBeInstanceOf(Date);
		const gone = await xero.deleteCreditNoteAllocations(tenant, id, allocation?.allocationID ?? '');
		expect(gone.body).toMatchObject({ allocationID: allocation?.allocationID, isDeleted: true, amount: 40 });
		expect(await due(target)).toBe(115);
		expect((await xero.getCreditNoteAsPdf(tenant, id)).body.subarray(0, 5).toString()).toBe('%PDF-');
		await xero.createCreditNoteAttachmentByFileName(tenant, id, 'a.txt', Buffer.from('x'), true);
		expect((await xero.getCreditNoteAttachments(tenant, id)).body.attachments?.[0]?.includeOnline).toBe(true);
		const page = await xero.getCreditNotes(tenant, new Date('2026-01-01'), 'RemainingCredit==100', 'Date DESC', 1, 4, 5);
		expect(page.body.pagination).toMatchObject({ pageSize: 5, itemCount: 1 });
		const other = { creditNoteNumber: good?.creditNoteNumber, reference: 'again' };
		expect((await xero.updateOrCreateCreditNotes(tenant, { creditNotes: [other] })).body.creditNotes?.[0]?.creditNoteID).toBe(id);
		await xero.createCreditNoteHistory(tenant, id, { historyRecords: [{ details: 'Called.' }] });
		expect((await xero.getCreditNoteHistory(tenant, id)).body.historyRecords?.[0]?.details).toBe('Called.');
	});

	it('writes, changes, finds and deletes bank transactions', async () => {
		const row = await bank({ reference: 'Card' });
		expect(row).toMatchObject({
			total: 23,
			bankAccount: { code: '090' },
			isReconciled: false,
			status: BankTransaction.StatusEnum.AUTHORISED,
		});
		const id = row?.bankTransactionID ?? '';
		const found = await xero.getBankTransactions(tenant, undefined, 'Type=="SPEND"', undefined, 1, 4, 50, ['Card']);
		expect(found.body.bankTransactions?.map((one) => one.bankTransactionID)).toContain(id);
		const change = { type: BankTransaction.TypeEnum.SPEND, bankAccount: { code: '091' }, lineItems: row?.lineItems ?? [] };
		const changed = (await xero.updateBankTransaction(tenant, id, { bankTransactions: [change] })).body.bankTransactions?.[0];
		expect(changed).toMatchObject({ bankAccount: { code: '091' }, total: 23 });
		const deleted = { ...change, bankTransactionID: id, status: BankTransaction.StatusEnum.DELETED };
		expect(
			(await xero.updateOrCreateBankTransactions(tenant, { bankTransactions: [deleted] })).body.bankTransactions?.[0]?.status,
		).toBe(BankTransaction.StatusEnum.DELETED);
		expect((await xero.getBankTransactionsHistory(tenant, id)).body.historyRecords).toHaveLength(3);
	});

	it('takes payments on account, allocates and refunds them', async () => {
		const target = await invoice();
		const pre = await bank({ type: BankTransaction.TypeEnum.RECEIVEPREPAYMENT, lineItems: chairs, reference: 'DEP-9' });
		const over = await bank({
			type: BankTransaction.TypeEnum.RECEIVEOVERPAYMENT,
			lineItems: [{ description: 'Twice', lineAmount: 80 }],
		});
		const [prepaymentID, overpaymentID] = [pre?.prepaymentID ?? '', over?.overpaymentID ?? ''];
		const allocations = { allocations: [{ invoice: { invoiceID: target }, amount: 10, date: '2026-03-05' }] };
		const [first] = (await xero.createPrepaymentAllocations(tenant, prepaymentID, allocations)).body.allocations ?? [];
		const [second] = (await xero.createOverpaymentAllocations(tenant, overpaymentID, allocations)).body.allocations ?? [];
		expect(await due(target)).toBe(95);
		expect((await xero.getInvoice(tenant, target)).body.invoices?.[0]).toMatchObject({
			amountCredited: 20,
			prepayments: [{ prepaymentID, appliedAmount: 10 }],
			overpayments: [{ overpaymentID, appliedAmount: 10 }],
		});
		await xero.createPayment(tenant, { prepayment: { prepaymentID }, account: { code: '090' }, date: '2026-03-05', amount: 5 });
		expect(
			(await xero.getPrepayments(tenant, undefined, undefined, undefined, 1, 4, 10, ['DEP-9'])).body.prepayments,
		).toMatchObject([{ prepaymentID, type: Prepayment.TypeEnum.RECEIVEPREPAYMENT, remainingCredit: 100 }]);
		expect((await xero.getOverpayment(tenant, overpaymentID)).body.overpayments?.[0]).toMatchObject({
			type: Overpayment.TypeEnum.RECEIVEOVERPAYMENT,
			remainingCredit: 70,
			lineItems: [{ accountCode: '610' }],
		});
		expect((await xero.getOverpayments(tenant)).body.overpayments).toHaveLength(3);
		await xero.deletePrepaymentAllocations(tenant, prepaymentID, first?.allocationID ?? '');
		await xero.deleteOverpaymentAllocations(tenant, overpaymentID, second?.allocationID ?? '');
		expect(await due(target)).toBe(115);
		await xero.createPrepaymentHistory(tenant, prepaymentID, { historyRecords: [{ details: 'Order 7.' }] });
		await xero.createOverpaymentHistory(tenant, overpaymentID, { historyRecords: [{ details: 'Order 8.' }] });
		expect((await xero.getPrepaymentHistory(tenant, prepaymentID)).body.historyRecords?.[0]?.details).toBe('Order 7.');
		expect((await xero.getOverpaymentHistory(tenant, overpaymentID)).body.historyRecords?.[0]?.details).toBe('Order 8.');
	});

	it('pays in batches and takes them back', async () => {
		const ids = [await invoice(), await invoice()];
		const payments = ids.map((invoiceID) => ({ invoice: { invoiceID }, amount: 50 }));
		const batch = { account: { code: '090' }, date: '2026-03-05', reference: 'Run', payments };
		const made = (await xero.createBatchPayment(tenant, { batchPayments: [batch, batch] }, false)).body.batchPayments ?? [];
		expect(made[0]).toMatchObject({ type: BatchPayment.TypeEnum.RECBATCH, totalAmount: 100, isReconciled: false });
		const [id, other] = made.map((one) => one.batchPaymentID ?? '');
		const one = (await xero.getBatchPayment(tenant, id ?? '')).body.batchPayments?.[0];
		const payment = (await xero.getPayment(tenant, one?.payments?.[0]?.paymentID ?? '')).body.payments?.[0];
		expect(payment?.batchPayment).toMatchObject({ batchPaymentID: id, totalAmount: '100.00', isReconciled: 'false' });
		expect(await due(ids[0] ?? '')).toBe(15);
		await xero.deleteBatchPayment(tenant, { batchPaymentID: id ?? '', status: 'DELETED' });
		await xero.deleteBatchPaymentByUrlParam(tenant, other ?? '', { status: 'DELETED' });
		expect(await due(ids[0] ?? '')).toBe(115);
		const listed = await xero.getBatchPayments(tenant, undefined, 'Status=="DELETED"');
		expect(listed.body.batchPayments?.map((row) => row.status)).toEqual(['DELETED', 'DELETED']);
		await xero.createBatchPaymentHistoryRecord(tenant, id ?? '', { historyRecords: [{ details: 'Undone.' }] });
		expect((await xero.getBatchPaymentHistory(tenant, id ?? '')).body.historyRecords?.[0]?.details).toBe('Undone.');
	});

	it('moves money between bank accounts and back', async () => {
		const transfer = {
			fromBankAccount: { code: '090' },
			toBankAccount: { code: '091' },
			amount: 50,
			date: '2026-03-06',
			reference: 'Savings',
		};
		const made = (await xero.createBankTransfer(tenant, { bankTransfers: [transfer, transfer] })).body.bankTransfers ?? [];
		const [id, other] = made.map((one) => one.bankTransferID ?? '');
		expect(made[0]).toMatchObject({ amount: 50, currencyRate: 1, status: BankTransfer.StatusEnum.AUTHORISED });
		expect((await xero.getBankTransaction(tenant, made[0]?.fromBankTransactionID ?? '')).body.bankTransactions?.[0]?.type).toBe(
			BankTransaction.TypeEnum.SPENDTRANSFER,
		);
		expect((await xero.deleteBankTransfer(tenant, id ?? '', { status: 'DELETED' })).body.bankTransfers?.[0]?.status).toBe(
			'DELETED',
		);
		const many = { bankTransfers: [{ bankTransferID: other ?? '', status: 'DELETED' }] };
		expect((await xero.deleteBankTransfers(tenant, many, false)).body.bankTransfers?.[0]?.status).toBe('DELETED');
		const ids = async (includeDeleted: boolean): Promise<Array<string | undefined>> =>
			(
				(await xero.getBankTransfers(tenant, undefined, 'Reference=="Savings"', undefined, includeDeleted)).body.bankTransfers ??
				[]
			).map((row) => row.bankTransferID);
		expect(await ids(true)).toEqual(expect.arrayContaining([id, other]));
		expect(await ids(false)).not.toEqual(expect.arrayContaining([id]));
		await xero.createBankTransferAttachmentByFileName(tenant, id ?? '', 'slip.txt', Buffer.from('x'));
		expect((await xero.getBankTransfer(tenant, id ?? '')).body.bankTransfers?.[0]?.hasAttachments).toBe(true);
		await xero.createBankTransferHistoryRecord(tenant, id ?? '', { historyRecords: [{ details: 'Undone.' }] });
		expect((await xero.getBankTransferHistory(tenant, id ?? '')).body.historyRecords?.[0]?.details).toBe('Undone.');
	});
});
