import { type Desk, type Json, sale } from '../desk';
import { attachments, history } from './parts';

type Call = Desk['call'];

/** Credit notes, bank transactions and transfers, prepayments, overpayments, batch payments, and refunds. Calls every operation at least once, with good and with bad bodies. */
export function money({ call }: Desk): void {
	creditNotes(call);
	const bank = bankTransactions(call);
	onAccount(call, bank);
	refunds(call, bank);
	batchPayments(call);
	bankTransfers(call);
}

const approved = (call: Call, more: Json = {}): string =>
	call('PUT', '/Invoices', { Invoices: [sale({ Status: 'AUTHORISED', ...more })] }).id('Invoices.0.InvoiceID');
const bill = { Type: 'ACCPAY', LineItems: [{ Description: 'Rent', UnitAmount: 100, AccountCode: '469' }] };
const credit = (more: Json = {}): Json => ({
	Type: 'ACCRECCREDIT',
	Contact: { Name: 'Walnut Hall' },
	Date: '2026-03-02',
	LineItems: [{ Description: 'Chairs', Quantity: 1, UnitAmount: 50, AccountCode: '200' }],
	...more,
});
const spent = (more: Json = {}): Json => ({
	Type: 'SPEND',
	Contact: { Name: 'Walnut Hall' },
	BankAccount: { Code: '090' },
	Date: '2026-03-02',
	LineItems: [{ Description: 'Paper', Quantity: 1, UnitAmount: 20, AccountCode: '461' }],
	...more,
});

function creditNotes(call: Call): void {
	const id = call('PUT', '/CreditNotes', { CreditNotes: [credit({ Status: 'AUTHORISED', Reference: 'Returned' })] }).id(
		'CreditNotes.0.CreditNoteID',
	);
	call('PUT', '/CreditNotes', { CreditNotes: [credit({ Type: 'ACCREC' })] });
	call('PUT', '/CreditNotes?summarizeErrors=false', { CreditNotes: [credit({ CurrencyRate: 2 }), credit({ Contact: {} })] });
	call('POST', '/CreditNotes', { CreditNotes: [credit({ CreditNoteNumber: 'C-9', DueDate: '2026-04-01' })] });
	call('POST', '/CreditNotes?summarizeErrors=false', { CreditNotes: [{ CreditNoteNumber: 'C-9', Reference: 'Torn' }] });
	const draft = call('PUT', '/CreditNotes', credit({ Type: 'ACCPAYCREDIT', LineItems: bill.LineItems })).id(
		'CreditNotes.0.CreditNoteID',
	);
	call('POST', `/CreditNotes/${draft}`, { CreditNotes: [{ Status: 'DELETED' }] });
	call('POST', `/CreditNotes/${draft}`, { CreditNotes: [{ Status: 'AUTHORISED' }] });
	const invoice = approved(call);
	const allocation = { Invoice: { InvoiceID: invoice }, Amount: 10, Date: '2026-03-03' };
	const made = call('PUT', `/CreditNotes/${id}/Allocations`, { Allocations: [allocation] }).id('Allocations.0.AllocationID');
	call('PUT', `/CreditNotes/${id}/Allocations`, { Allocations: [{ ...allocation, Amount: 1000 }] });
	call('PUT', `/CreditNotes/${id}/Allocations?summarizeErrors=false`, {
		Allocations: [allocation, { ...allocation, Amount: -1 }],
	});
	call('GET', `/Invoices/${invoice}`);
	call('GET', '/CreditNotes');
	call('GET', '/CreditNotes?page=1');
	call('GET', `/CreditNotes/${id}`);
	call('GET', `/CreditNotes/${id}`, undefined, { headers: { accept: 'application/pdf' } });
	call('DELETE', `/CreditNotes/${id}/Allocations/${made}`);
	history(call, `/CreditNotes/${id}`);
	attachments(call, `/CreditNotes/${id}`);
	call('GET', `/CreditNotes/${id}`);
}

function bankTransactions(call: Call): { prepayment: string; overpayment: string; transaction: string } {
	const transaction = call('PUT', '/BankTransactions', {
		BankTransactions: [spent({ Reference: 'Cash', Url: 'https://shop.example/1' })],
	}).id('BankTransactions.0.BankTransactionID');
	call('PUT', '/BankTransactions', { BankTransactions: [spent({ BankAccount: { Code: '200' } })] });
	const mixed = [spent({ Type: 'RECEIVE', BankAccount: { Code: '093' }, LineItems: sale().LineItems }), spent({ Contact: {} })];
	call('PUT', '/BankTransactions?summarizeErrors=false', { BankTransactions: mixed });
	call('POST', '/BankTransactions', { BankTransactions: [{ BankTransactionID: transaction, Reference: 'Petty cash' }] });
	call('POST', '/BankTransactions?summarizeErrors=false', {
		BankTransactions: [spent({ BankTransactionID: transaction, Type: 'RECEIVE' })],
	});
	call('POST', `/BankTransactions/${transaction}`, { BankTransactions: [{ IsReconciled: true }] });
	call('POST', `/BankTransactions/${transaction}`, { BankTransactions: [{ Reference: 'Late' }] });
	const [pre, over] = (
		call('PUT', '/BankTransactions', {
			BankTransactions: [
				spent({ Type: 'RECEIVE-PREPAYMENT', LineItems: sale().LineItems }),
				spent({ Type: 'RECEIVE-OVERPAYMENT', LineItems: [{ Description: 'Twice', LineAmount: 80 }], Reference: 'Twice' }),
			],
		}).at('BankTransactions') as Json[]
	).map((row) => String(row.PrepaymentID ?? row.OverpaymentID));
	call('GET', '/BankTransactions');
	call('GET', '/BankTransactions?page=1');
	history(call, `/BankTransactions/${transaction}`);
	attachments(call, `/BankTransactions/${transaction}`);
	call('GET', `/BankTransactions/${transaction}`);
	const prepaid = (call('GET', '/BankTransactions').at('BankTransactions') as Json[]).find((row) => row.PrepaymentID === pre);
	attachments(call, `/BankTransactions/${String(prepaid?.BankTransactionID)}`);
	return { prepayment: pre ?? '', overpayment: over ?? '', transaction };
}

function onAccount(call: Call, { prepayment, overpayment }: { prepayment: string; overpayment: string }): void {
	for (const path of [`/Prepayments/${prepayment}`, `/Overpayments/${overpayment}`]) {
		const [, plural] = path.split('/');
		call('GET', `/${plural}`);
		call('GET', `/${plural}?page=1&unitdp=4`);
		const invoice = approved(call);
		const allocation = { Invoice: { InvoiceID: invoice }, Amount: 5, Date: '2026-03-03' };
		const made = call('PUT', `${path}/Allocations`, { Allocations: [allocation] }).id('Allocations.0.AllocationID');
		call('PUT', `${path}/Allocations`, { Allocations: [{ ...allocation, Date: undefined }] });
		call('PUT', `${path}/Allocations?summarizeErrors=false`, { Allocations: [allocation, { ...allocation, Amount: 0 }] });
		call('GET', path);
		call('GET', `/Invoices/${invoice}`);
		call('DELETE', `${path}/Allocations/${made}`);
		history(call, path);
	}
}

function refunds(call: Call, { prepayment, overpayment }: { prepayment: string; overpayment: string }): void {
	const note = call('PUT', '/CreditNotes', credit({ Status: 'AUTHORISED' })).id('CreditNotes.0.CreditNoteID');
	const refund = { Account: { Code: '090' }, Date: '2026-03-05', Amount: 5 };
	const made = call('PUT', '/Payments?summarizeErrors=false', {
		Payments: [
			{ ...refund, CreditNote: { CreditNoteID: note } },
			{ ...refund, Prepayment: { PrepaymentID: prepayment } },
			{ ...refund, Overpayment: { OverpaymentID: overpayment } },
			{ ...refund, Overpayment: { OverpaymentID: overpayment }, Amount: 5000 },
		],
	});
	call('GET', '/Payments');
	for (const at of [0, 1, 2]) call('GET', `/Payments/${made.id(`Payments.${at}.PaymentID`)}`);
	call('GET', `/CreditNotes/${note}`);
	call('POST', `/Payments/${made.id('Payments.0.PaymentID')}`, { Status: 'DELETED' });
}

function batchPayments(call: Call): void {
	const line = (id: string): Json => ({
		Invoice: { InvoiceID: id },
		Amount: 50,
		BankAccountNumber: '00-0000-0000009-00',
		Particulars: 'Rent',
		Code: 'MARCH',
		Reference: 'March',
		Details: 'Rent',
	});
	const batch = (...ids: string[]): Json => ({
		Account: { Code: '090' },
		Date: '2026-03-05',
		Reference: 'Weekly run',
		Particulars: 'Run',
		Code: 'RUN',
		Payments: ids.map(line),
	});
	const [one, two] = [approved(call, bill), approved(call, bill)];
	const made = call('PUT', '/BatchPayments', { BatchPayments: [batch(one, two)] });
	const id = made.id('BatchPayments.0.BatchPaymentID');
	call('PUT', '/BatchPayments', { BatchPayments: [batch(one, approved(call))] });
	const second = call('PUT', '/BatchPayments?summarizeErrors=false', { BatchPayments: [batch(one), batch()] });
	call('GET', '/BatchPayments');
	call('GET', `/BatchPayments/${id}`);
	call('GET', `/Payments/${made.id('BatchPayments.0.Payments.0.PaymentID')}`);
	call('GET', '/Payments?page=1');
	history(call, `/BatchPayments/${id}`);
	call('POST', '/BatchPayments', { BatchPaymentID: id, Status: 'DELETED' });
	call('POST', '/BatchPayments', { Status: 'DELETED' });
	call('POST', `/BatchPayments/${id}`, { Status: 'DELETED' });
	call('POST', `/BatchPayments/${second.id('BatchPayments.0.BatchPaymentID')}`, { Status: 'DELETED' });
}

function bankTransfers(call: Call): void {
	const transfer = { FromBankAccount: { Code: '090' }, ToBankAccount: { Code: '091' }, Amount: '50.00', Date: '2026-03-06' };
	const region = call('GET', '/TrackingCategories').at('TrackingCategories.0') as Json;
	const tracking = [
		{
			TrackingCategoryID: region.TrackingCategoryID,
			TrackingOptionID: (region.Options as Json[])[0]?.TrackingOptionID,
		},
	];
	const made = call('PUT', '/BankTransfers', {
		BankTransfers: [
			{ ...transfer, FromTracking: tracking, ToTracking: tracking, Reference: 'Savings' },
			{ ...transfer, ToBankAccount: { Code: '093' } },
			{ ...transfer, FromIsReconciled: true, ToIsReconciled: true },
		],
	});
	call('PUT', '/BankTransfers', { BankTransfers: [{ ...transfer, ToBankAccount: { Code: '090' } }] });
	const [one, two, three] = [0, 1, 2].map((at) => made.id(`BankTransfers.${at}.BankTransferID`));
	attachments(call, `/BankTransfers/${one}`);
	history(call, `/BankTransfers/${one}`);
	call('GET', `/BankTransfers/${one}`);
	call('GET', `/BankTransactions/${made.id('BankTransfers.0.FromBankTransactionID')}`);
	call('POST', `/BankTransfers/${two}`, { Status: 'DELETED' });
	call('POST', `/BankTransfers/${two}`, { Status: 'DELETED' });
	const both = { BankTransfers: [one, three].map((id) => ({ BankTransferID: id, Status: 'DELETED' })) };
	call('POST', '/BankTransfers', both);
	call('POST', '/BankTransfers?summarizeErrors=false', both);
	call('GET', '/BankTransfers');
	call('GET', '/BankTransfers?includeDeleted=true');
}
