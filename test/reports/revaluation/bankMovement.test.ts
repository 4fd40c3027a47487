import type { IDataObject } from 'n8n-workflow';
import {
	bankTransactionMovements,
	paymentMovements,
	transferMovements,
	transferSidesNeeded,
} from '../../../nodes/XeroReports/entries/bankMovement';
import type { TransferSides } from '../../../nodes/XeroReports/entries/transfer';
import { paymentOf } from '../../../nodes/XeroReports/facts/payments';
import { idOf } from '../ledger/records';
import { bankTransactions, context, transfer } from './w5';

const [received] = bankTransactions;
const moved = (more: IDataObject) => bankTransactionMovements({ ...received, ...more }, context);
const paid = (more: IDataObject) =>
	paymentMovements(
		paymentOf(
			{
				...{
					PaymentID: 'p',
					Date: '2026-10-10T00:00:00',
					Amount: 250,
					BankAmount: 250,
					CurrencyRate: 0.6,
					PaymentType: 'ACCRECPAYMENT',
				},
				Account: { AccountID: idOf('095') },
				Invoice: { InvoiceID: 'i', CurrencyCode: 'USD' },
				...more,
			},
			'NZD',
		)!,
		context,
	).map(({ foreign, base }) => [foreign, base]);

describe('what goes through a foreign bank account', () => {
	test('is the total of a bank transaction, at its own rate', () => {
		expect(moved({})).toEqual([
			{ accountId: idOf('095'), id: 'bt-095-09-05', date: '2026-09-05', foreign: 100_000n, base: 160_000n },
		]);
		expect(moved({ Type: 'SPEND-OVERPAYMENT' })[0]).toMatchObject({ foreign: -100_000n, base: -160_000n });
	});

	test('is nothing of one that is deleted, of a side of a transfer, and of an account in the base currency', () => {
		expect([
			moved({ Status: 'DELETED' }),
			moved({ Type: 'RECEIVE-TRANSFER' }),
			moved({ BankAccount: { AccountID: idOf('090') } }),
		]).toEqual([[], [], []]);
	});

	test('has no cost where the rate is missing, never one at a rate of 1', () => {
		expect(moved({ CurrencyRate: null })[0]).toMatchObject({ foreign: 100_000n, base: undefined });
	});

	test('is what a payment brought to or took from the bank', () => {
		expect(paid({})).toEqual([[25_000n, 41_667n]]);
		expect(paid({ PaymentType: 'ACCPAYPAYMENT' })).toEqual([[-25_000n, -41_667n]]);
		expect(paid({ PaymentType: 'ARCREDITPAYMENT' })).toEqual([[-25_000n, -41_667n]]);
		expect(paid({ Account: { AccountID: idOf('090') } })).toEqual([]);
		expect(paid({ BankAmount: undefined })).toEqual([[25_000n, 41_667n]]);
		// Of a payment of an unknown kind nobody knows which way it went.
		expect(paid({ PaymentType: 'NEWPAYMENT' })).toEqual([[undefined, undefined]]);
	});
});

describe('a transfer', () => {
	const NONE: TransferSides = new Map();
	const to = (code: string): IDataObject => ({ ToBankAccount: { AccountID: idOf(code) } });
	const from = (code: string): IDataObject => ({ FromBankAccount: { AccountID: idOf(code) } });

	test('from a foreign account is worth what arrives in the base currency', () => {
		const into = new Map([['into', { amount: 86_207n, base: 86_207n }]]);
		expect(transferMovements(transfer, into, context)).toEqual([
			{ accountId: idOf('095'), id: 'transfer', date: '2026-10-20', foreign: -50_000n, base: -86_207n },
		]);
		// Its own rate serves, too.
		expect(transferSidesNeeded(transfer, NONE, context)).toEqual([]);
	});

	test('to a foreign account needs the side that says what arrived', () => {
		const record = { ...transfer, ...from('090'), ...to('095') };
		expect(transferSidesNeeded(record, NONE, context)).toEqual(['into']);
		expect(transferMovements(record, NONE, context)).toMatchObject([{ foreign: undefined, base: 50_000n }]);
		const into = new Map([['into', { amount: 29_000n, base: 50_000n }]]);
		expect(transferSidesNeeded(record, into, context)).toEqual([]);
		expect(transferMovements(record, into, context)).toMatchObject([{ foreign: 29_000n, base: 50_000n }]);
	});

	test('between foreign accounts needs both sides, and again those whose rate a list leaves out', () => {
		const record = { ...transfer, ...to('098') };
		expect(transferSidesNeeded(record, NONE, context)).toEqual(['out', 'into']);
		const listed = new Map([
			['out', { amount: 50_000n, base: undefined }],
			['into', { amount: 75_000n, base: undefined }],
		]);
		expect(transferSidesNeeded(record, listed, context)).toEqual(['out', 'into']);
		const sides = new Map([
			['out', { amount: 50_000n, base: 86_207n }],
			['into', { amount: 75_000n, base: 86_100n }],
		]);
		expect(transferSidesNeeded(record, sides, context)).toEqual([]);
		expect(transferMovements(record, sides, context)).toEqual([
			{ accountId: idOf('095'), id: 'transfer', date: '2026-10-20', foreign: -50_000n, base: -86_207n },
			{ accountId: idOf('098'), id: 'transfer', date: '2026-10-20', foreign: 75_000n, base: 86_207n },
		]);
	});

	test('that is deleted, or between accounts in the base currency, moves nothing', () => {
		expect(transferMovements({ ...transfer, Status: 'DELETED' }, NONE, context)).toEqual([]);
		expect(transferSidesNeeded({ ...transfer, Status: 'DELETED' }, NONE, context)).toEqual([]);
		const record = { ...transfer, ...from('090'), ...to('090') };
		expect([transferMovements(record, NONE, context), transferSidesNeeded(record, NONE, context)]).toEqual([[], []]);
	});
});
