import type { IDataObject } from 'n8n-workflow';
import { decimalOf } from '../../../nodes/shared/model/decimal';
import type { BankMovement } from '../../../nodes/XeroReports/entries/bankMovement';
import { bankTransactionMovements, paymentMovements, transferMovements } from '../../../nodes/XeroReports/entries/bankMovement';
import { emptyReading, readRecords } from '../../../nodes/XeroReports/entries/ledgerReading';
import type { DocumentList } from '../../../nodes/XeroReports/facts/documents';
import { documentOf } from '../../../nodes/XeroReports/facts/documents';
import { paymentOf } from '../../../nodes/XeroReports/facts/payments';
import type { GivenRate } from '../../../nodes/XeroReports/folds/asOfRates';
import { outstandingAt } from '../../../nodes/XeroReports/folds/outstanding';
import { realisedGains } from '../../../nodes/XeroReports/folds/realisedGains';
import type { BankOpening, RevaluedSide } from '../../../nodes/XeroReports/folds/revaluation';
import type { RevaluationFacts, UnknownOpening } from '../../../nodes/XeroReports/folds/revaluationChecks';
import { revaluationRates } from '../../../nodes/XeroReports/folds/revaluationRates';
import type { RevaluationView } from '../../../nodes/XeroReports/folds/revaluationRows';
import { revaluationRows } from '../../../nodes/XeroReports/folds/revaluationRows';
import type { Amounts } from '../ledger/records';
import { contextOf, idOf, trialBalance } from '../ledger/records';

export const context = contextOf();

const iso = (day: string): string => `2026-${day}T00:00:00`;

const bank = (Type: string, code: string, day: string, Total: number, CurrencyRate: number): IDataObject => ({
	BankTransactionID: `bt-${code}-${day}`,
	...{ Type, Status: 'AUTHORISED', Date: iso(day), Total, CurrencyRate },
	CurrencyCode: code === '095' ? 'USD' : 'JPY',
	BankAccount: { AccountID: idOf(code) },
});

export const bankTransactions = [
	bank('RECEIVE', '095', '09-05', 1000, 0.625),
	bank('SPEND', '095', '09-20', 400, 0.64),
	bank('RECEIVE', '098', '10-03', 88_000, 88),
	bank('SPEND', '098', '10-25', 88_000, 90.5),
];

export const transfer: IDataObject = {
	...{ BankTransferID: 'transfer', Date: iso('10-20'), Amount: 500, CurrencyRate: 0.58 },
	FromBankAccount: { AccountID: idOf('095') },
	ToBankAccount: { AccountID: idOf('090') },
	...{ FromBankTransactionID: 'out', ToBankTransactionID: 'into' },
};

const sides = new Map([
	['out', { amount: 50_000n, base: 86_207n }],
	['into', { amount: 86_207n, base: 86_207n }],
]);

const ID: Partial<Record<DocumentList, string>> = { Invoices: 'InvoiceID', CreditNotes: 'CreditNoteID' };

const document = (
	list: DocumentList,
	number: string,
	Type: string,
	day: string,
	Total: number,
	more: IDataObject,
): IDataObject => ({
	[ID[list] ?? '']: number,
	[list === 'Invoices' ? 'InvoiceNumber' : 'CreditNoteNumber']: number,
	...{ Type, Status: 'AUTHORISED', Date: iso(day), Total, CurrencyCode: 'USD' },
	Contact: { ContactID: 'c', Name: 'Alder Ltd' },
	...more,
});

const paid = (PaymentID: string, day: string, Amount: number): IDataObject => ({ PaymentID, Date: iso(day), Amount });

/** Documents by list, and the payments of the period. */
export const RECORDS: Partial<Record<DocumentList | 'Payments', IDataObject[]>> = {
	Invoices: [
		document('Invoices', 'INV-U1', 'ACCREC', '10-05', 250, {
			...{ CurrencyRate: 0.6, AmountDue: 0, Status: 'PAID', Payments: [paid('p1', '10-10', 250)] },
		}),
		document('Invoices', 'INV-U2', 'ACCREC', '10-12', 300, {
			...{ CurrencyRate: 0.61, AmountDue: 200, Payments: [paid('p2', '10-30', 100)] },
		}),
		document('Invoices', 'BILL-E', 'ACCPAY', '10-14', 150, { CurrencyCode: 'EUR', CurrencyRate: 0.55, AmountDue: 150 }),
	],
	CreditNotes: [document('CreditNotes', 'CN-U', 'ACCRECCREDIT', '10-28', 50, { CurrencyRate: 0.62, RemainingCredit: 50 })],
	Payments: [
		{
			...paid('p1', '10-10', 250),
			...{ Status: 'AUTHORISED', PaymentType: 'ACCRECPAYMENT', BankAmount: 250, CurrencyRate: 0.6 },
			Account: { AccountID: idOf('095') },
			Invoice: { InvoiceID: 'INV-U1', InvoiceNumber: 'INV-U1', CurrencyCode: 'USD' },
		},
		{
			...paid('p2', '10-30', 100),
			...{ Status: 'AUTHORISED', PaymentType: 'ACCRECPAYMENT', BankAmount: 166.67, CurrencyRate: 0.6 },
			Account: { AccountID: idOf('090') },
			Invoice: { InvoiceID: 'INV-U2', InvoiceNumber: 'INV-U2', CurrencyCode: 'USD' },
		},
	],
};

const payments = (RECORDS.Payments ?? []).flatMap((record) => paymentOf(record, 'NZD') ?? []);

export const movements: readonly BankMovement[] = [
	...bankTransactions.flatMap((record) => bankTransactionMovements(record, context)),
	...payments.flatMap((payment) => paymentMovements(payment, context)),
	...transferMovements(transfer, sides, context),
];

const given = (currency: string, rate: number, date: string): GivenRate => ({
	currency,
	rate: decimalOf(rate)!,
	date: `2026-${date}`,
});

export const RATES: readonly GivenRate[] = [
	given('USD', 0.62, '09-30'),
	given('USD', 0.6, '10-31'),
	given('JPY', 88, '09-30'),
	given('JPY', 91, '10-31'),
	given('EUR', 0.54, '10-31'),
];

/** Before October the dollars were 1129.03, revaluation of 5.97 among it; the year began with it. */
export const BEFORE: Amounts = { '095': 1129.03, '497': 5.97, '970': -1135 };

/** What October left. */
export const AFTER: Amounts = {
	...{ '090': 1028.74, '095': 750, '610': 250, '800': -277.78 },
	...{ '200': -827.81, '300': 272.73, '497': -32.78, '498': 2.27, '499': -2.74, '970': -1135 },
};

/** How a test asks for a report of W5. */
export interface Asked {
	readonly rates?: readonly GivenRate[];
	readonly openings?: readonly BankOpening[];
	readonly before?: Amounts;
	readonly after?: Amounts;
	readonly records?: typeof RECORDS;
	readonly moved?: readonly BankMovement[];
	readonly unknownOpenings?: readonly UnknownOpening[];
	readonly only?: ReadonlyArray<RevaluedSide['side']>;
	readonly hasBanks?: boolean;
	/** Whether the trial balances were read. */
	readonly tied?: boolean;
	readonly view?: Partial<RevaluationView>;
}

const OPENING: readonly BankOpening[] = [{ accountId: idOf('095'), date: '2026-08-31', foreign: 10_000n, base: 16_000n }];

/** What a report of W5 is made of. */
export function factsOf(asked: Asked = {}): RevaluationFacts {
	const { rates = RATES, openings = OPENING, records = RECORDS, moved = movements, hasBanks = true, tied = true } = asked;
	const only = asked.only ?? ['receivable', 'payable'];
	const [before, to] = ['2026-09-30', context.to];
	const trialBalances = new Map([
		[before, trialBalance(asked.before ?? BEFORE)],
		[to, trialBalance(asked.after ?? AFTER)],
	]);
	const reading = emptyReading();
	readRecords(reading, records, context);
	const gains = realisedGains(reading, context);
	const documents = (['Invoices', 'CreditNotes'] as const).flatMap((list) =>
		(records[list] ?? []).map((record) => documentOf(list, record, 'NZD')),
	);
	const owing = { documents, payments: (records.Payments ?? []).flatMap((record) => paymentOf(record, 'NZD') ?? []) };
	const banks = hasBanks ? context.accounts.all.filter(({ type, isForeign }) => type === 'BANK' && isForeign) : [];
	const revalued = only.map((side): RevaluedSide => ({
		side,
		accountId: idOf(side === 'receivable' ? '610' : '800'),
		opening: outstandingAt(owing, before, side),
		closing: outstandingAt(owing, to, side),
		settled: new Map(
			documents
				.filter(({ id, type }) => gains.byDocument.has(id) && type.startsWith('ACCREC') === (side === 'receivable'))
				.map((one) => [one.id, one]),
		),
	}));
	const at = (day: string, end: 'opening' | 'closing', after?: string) => ({
		day,
		rates: revaluationRates(
			{
				...{ day, end, baseDecimals: 2, given: rates, banks, movements: moved, openings, sides: revalued },
				incomplete: new Set((asked.unknownOpenings ?? []).map(({ accountId }) => accountId)),
				trialBalance: tied ? trialBalances.get(day) : undefined,
			},
			after,
		),
	});
	return {
		...{ baseDecimals: 2, opening: at(before, 'opening'), closing: at(to, 'closing', before), banks, movements: moved, openings },
		...{ sides: revalued, realised: gains.byDocument, context, gains, hasBanks, hasBothSides: revalued.length === 2 },
		trialBalances: tied ? trialBalances : undefined,
		notRead: tied ? undefined : 'Tie-Out is switched off.',
		unknownOpenings: asked.unknownOpenings ?? [],
	};
}

/** The items of a report of W5. */
export const report = (asked: Asked = {}): IDataObject[] =>
	revaluationRows(factsOf(asked), { organisationId: 'organisation', totals: 'group', ...asked.view });
