import fc from 'fast-check';
import { type Desk, type Json, sale } from './desk';

/** One thing somebody does to the books; `given` is only there to be read when a sequence fails. */
export interface Step {
	given: unknown;
	run(desk: Desk): void;
}

const step = <Given>(given: fc.Arbitrary<Given>, run: (desk: Desk, given: Given) => void): fc.Arbitrary<Step> =>
	given.map((one) => ({ given: one, run: (desk) => run(desk, one) }));

/** One of the records of a kind, of those that fit. */
const pick = (
	{ api, tenantId }: Desk,
	plural: string,
	which: number,
	fits: (row: Json) => boolean = () => true,
): Json | undefined => {
	const rows = api.records(tenantId, plural).filter(fits);
	return rows[which % Math.max(rows.length, 1)];
};
const ID: Readonly<Record<string, string>> = {
	Invoices: 'InvoiceID',
	CreditNotes: 'CreditNoteID',
	Prepayments: 'PrepaymentID',
	Overpayments: 'OverpaymentID',
	Payments: 'PaymentID',
	BatchPayments: 'BatchPaymentID',
	BankTransactions: 'BankTransactionID',
	BankTransfers: 'BankTransferID',
	ManualJournals: 'ManualJournalID',
	ExpenseClaims: 'ExpenseClaimID',
};
const id = (plural: string, row: Json): string => String(row[ID[plural] ?? '']);
const create = (desk: Desk, plural: string, body: Json): void => void desk.call('PUT', `/${plural}`, body);
const change = (desk: Desk, plural: string, which: number, body: Json): void => {
	const row = pick(desk, plural, which);
	if (row) desk.call('POST', `/${plural}/${id(plural, row)}`, body);
};

const cents = fc.integer({ min: 0, max: 500_000 }).map((whole) => whole / 100);
const day = fc.constantFrom(
	'2024-04-01',
	'2025-03-31',
	'2025-04-01',
	'2025-12-31',
	'2026-01-15',
	'2026-02-28',
	'2026-03-10',
	'2026-03-31',
);
const rate = fc.constantFrom(undefined, 0.61, 0.7, 0.833333);
const Tracking = fc.constantFrom([], [{ Name: 'Region', Option: 'North' }]);
const line = (codes: readonly string[], taxes: readonly string[]) =>
	fc.record({
		Description: fc.constant('x'),
		Quantity: fc.integer({ min: 0, max: 9000 }).map((whole) => whole / 1000),
		UnitAmount: cents,
		AccountCode: fc.constantFrom(...codes),
		TaxType: fc.constantFrom(undefined, ...taxes),
		Tracking,
	});
const document = (Type: string, codes: readonly string[], taxes: readonly string[]) =>
	fc.record({
		Type: fc.constant(Type),
		Date: day,
		LineAmountTypes: fc.constantFrom('Exclusive', 'Inclusive', 'NoTax'),
		Status: fc.constantFrom('DRAFT', 'AUTHORISED', 'AUTHORISED'),
		CurrencyCode: fc.constantFrom('NZD', 'USD'),
		CurrencyRate: rate,
		LineItems: fc.array(line(codes, taxes), { minLength: 1, maxLength: 4 }),
	});
const sales = document('ACCREC', ['200', '210', '260', '850'], ['NONE', 'TAX001']);
const bills = document('ACCPAY', ['300', '400', '416', '710', '850'], ['NONE']);

const entry = fc
	.record({
		Narration: fc.constant('x'),
		Date: day,
		Status: fc.constantFrom('DRAFT', 'POSTED'),
		ShowOnCashBasisReports: fc.boolean(),
		LineAmountTypes: fc.constantFrom('NoTax', 'Inclusive'),
		accounts: fc.constantFrom<readonly [string, string]>(['400', '850'], ['711', '416'], ['881', '720'], ['970', '260']),
		amounts: fc.array(cents, { minLength: 1, maxLength: 3 }),
		Tracking,
	})
	.map(({ accounts: [debit, credit], amounts, Tracking: tracking, ...body }) => ({
		...body,
		JournalLines: amounts.flatMap((amount) => [
			{ AccountCode: debit, LineAmount: amount, Tracking: tracking },
			{ AccountCode: credit, LineAmount: -amount },
		]),
	}));

const which = fc.nat();
const share = fc.integer({ min: 1, max: 120 });
const CREDITS = ['CreditNotes', 'Prepayments', 'Overpayments'] as const;
const credits = fc.constantFrom(...CREDITS);
const isOpen = (row: Json): boolean => row.Status === 'AUTHORISED';
const open = (row: Json): number => Number(row.AmountDue ?? row.RemainingCredit);
/** Some percent of an amount, at least a cent of it; above a hundred it is too much. */
const part = (amount: number, percent: number): number => Math.ceil(amount * percent) / 100;
/** The account in dollars pays documents in dollars, now and then. */
const through = (row: Json, at: number): Json => ({ Code: row.CurrencyCode === 'USD' && at % 2 === 0 ? '093' : '090' });

const invoicing: ReadonlyArray<fc.Arbitrary<Step>> = [
	step(fc.oneof(sales, bills), (desk, body) => create(desk, 'Invoices', sale(body))),
	step(which, (desk, at) => change(desk, 'Invoices', at, { Status: 'AUTHORISED' })),
	step(fc.tuple(which, day), (desk, [at, Date]) => change(desk, 'Invoices', at, { Date })),
	step(fc.tuple(which, day), (desk, [at, DueDate]) => change(desk, 'Invoices', at, { DueDate, Reference: DueDate })),
	step(fc.tuple(which, sales), (desk, [at, { LineItems }]) => change(desk, 'Invoices', at, { LineItems })),
	step(fc.tuple(which, fc.constantFrom('VOIDED', 'DELETED')), (desk, [at, Status]) => change(desk, 'Invoices', at, { Status })),
	step(fc.oneof(sales, bills), (desk, { Type, ...body }) =>
		create(desk, 'CreditNotes', sale({ ...body, Type: `${Type}CREDIT` })),
	),
	step(fc.tuple(which, sales), (desk, [at, { LineItems, Date }]) => change(desk, 'CreditNotes', at, { LineItems, Date })),
	step(fc.tuple(which, fc.constantFrom('AUTHORISED', 'VOIDED', 'DELETED')), (desk, [at, Status]) =>
		change(desk, 'CreditNotes', at, { Status }),
	),
	step(
		fc.tuple(
			fc.constantFrom('Invoices ACCREC', 'Invoices ACCPAY', 'CreditNotes ACCRECCREDIT', 'CreditNotes ACCPAYCREDIT'),
			fc.integer({ min: 1, max: 40 }),
			rate,
		),
		(desk, [kind, Quantity, CurrencyRate]) => {
			const [plural = '', Type] = kind.split(' ');
			const item = pick(desk, 'Items', 0, (one) => one.IsTrackedAsInventory === true);
			const LineItems = [{ ItemCode: item?.Code, Description: 'x', Quantity }];
			create(desk, plural, sale({ Type, Status: 'AUTHORISED', LineItems, CurrencyCode: 'USD', CurrencyRate }));
		},
	),
];

const settling: ReadonlyArray<fc.Arbitrary<Step>> = [
	step(fc.tuple(which, share, day, rate), (desk, [at, percent, Date, CurrencyRate]) => {
		const row = pick(desk, 'Invoices', at, isOpen);
		if (!row) return;
		const body = { Account: through(row, at), Date, Amount: part(open(row), percent), CurrencyRate };
		create(desk, 'Payments', { Invoice: { InvoiceID: row.InvoiceID }, ...body });
	}),
	step(fc.tuple(credits, which, share, day, rate), (desk, [plural, at, percent, Date, CurrencyRate]) => {
		const row = pick(desk, plural, at, isOpen);
		if (!row) return;
		const body = { Account: through(row, at), Date, Amount: part(open(row), percent), CurrencyRate };
		create(desk, 'Payments', { [plural.slice(0, -1)]: { [ID[plural] ?? '']: id(plural, row) }, ...body });
	}),
	step(which, (desk, at) => change(desk, 'Payments', at, { Status: 'DELETED' })),
	step(fc.tuple(which, which, share, fc.constantFrom('ACCREC', 'ACCPAY')), (desk, [one, other, percent, Type]) => {
		const rows = [one, other]
			.map((at) => pick(desk, 'Invoices', at, (row) => isOpen(row) && row.Type === Type))
			.filter((row) => row !== undefined);
		const Payments = rows.map((row) => ({ Invoice: { InvoiceID: row.InvoiceID }, Amount: part(open(row), percent) }));
		create(desk, 'BatchPayments', { Account: { Code: '090' }, Date: '2026-03-05', Payments });
	}),
	step(which, (desk, at) => change(desk, 'BatchPayments', at, { Status: 'DELETED' })),
	step(fc.tuple(credits, which, which, share, day), (desk, [plural, from, to, percent, Date]) => {
		const credit = pick(desk, plural, from, isOpen);
		if (!credit) return;
		const own = /^(ACCREC|RECEIVE)/.test(String(credit.Type)) ? 'ACCREC' : 'ACCPAY';
		const fits = (row: Json): boolean => isOpen(row) && row.Type === own && row.CurrencyCode === credit.CurrencyCode;
		const invoice = pick(desk, 'Invoices', to, fits);
		if (!invoice) return;
		const body = {
			Invoice: { InvoiceID: invoice.InvoiceID },
			Amount: part(Math.min(open(credit), open(invoice)), percent),
			Date,
		};
		desk.call('PUT', `/${plural}/${id(plural, credit)}/Allocations`, body);
	}),
	step(fc.tuple(credits, which), (desk, [plural, at]) => {
		const credit = pick(desk, plural, at, (row) => (row.Allocations as Json[]).length > 0);
		const [allocation] = (credit?.Allocations ?? []) as Json[];
		if (credit && allocation)
			desk.call('DELETE', `/${plural}/${id(plural, credit)}/Allocations/${String(allocation.AllocationID)}`);
	}),
];

/** Pays some percent of what is due on an approved expense claim, at most all of it. */
function payClaim({ api, tenantId }: Desk, claim: Json | undefined, percent: number, date: string): void {
	if (!claim) return;
	const amount = Math.min(part(open(claim), percent), open(claim));
	if (amount > 0) api.bookkeeping?.payExpenseClaim(tenantId, String(claim.ExpenseClaimID), { account: '090', date, amount });
}

const SIDES = fc.oneof(
	fc.tuple(fc.constantFrom('RECEIVE', 'RECEIVE-PREPAYMENT', 'RECEIVE-OVERPAYMENT'), sales),
	fc.tuple(fc.constantFrom('SPEND', 'SPEND-PREPAYMENT', 'SPEND-OVERPAYMENT'), bills),
);
const banking: ReadonlyArray<fc.Arbitrary<Step>> = [
	step(
		fc.tuple(SIDES, fc.constantFrom('090', '091', '093'), cents),
		(desk, [[Type, { LineItems, Date, LineAmountTypes, CurrencyCode, CurrencyRate }], Code, LineAmount]) => {
			const over = Type.endsWith('-OVERPAYMENT');
			const currency = Code === '093' ? { CurrencyRate } : over ? { CurrencyCode, CurrencyRate } : {};
			const lines = over ? { LineItems: [{ Description: 'x', LineAmount }] } : { LineItems, LineAmountTypes };
			create(desk, 'BankTransactions', sale({ Type, BankAccount: { Code }, Date, ...lines, ...currency }));
		},
	),
	step(fc.tuple(which, fc.oneof(sales, bills)), (desk, [at, { LineItems, Date }]) =>
		change(desk, 'BankTransactions', at, { LineItems, Date }),
	),
	step(which, (desk, at) => change(desk, 'BankTransactions', at, { Status: 'DELETED' })),
	step(
		fc.tuple(
			fc.constantFrom(['090', '091'], ['091', '090'], ['090', '093'], ['093', '090'], ['093', '091']),
			fc.integer({ min: 1, max: 99_999 }),
			day,
		),
		(desk, [[from, to], whole, Date]) =>
			create(desk, 'BankTransfers', {
				FromBankAccount: { Code: from },
				ToBankAccount: { Code: to },
				Amount: whole / 100,
				Date,
			}),
	),
	step(which, (desk, at) => change(desk, 'BankTransfers', at, { Status: 'DELETED' })),
];

const others: ReadonlyArray<fc.Arbitrary<Step>> = [
	step(entry, (desk, body) => create(desk, 'ManualJournals', body)),
	step(fc.tuple(which, entry), (desk, [at, body]) => change(desk, 'ManualJournals', at, body)),
	step(fc.tuple(which, fc.constantFrom('POSTED', 'VOIDED', 'DELETED')), (desk, [at, Status]) =>
		change(desk, 'ManualJournals', at, { Status }),
	),
	step(fc.tuple(cents, fc.constantFrom('Exclusive', 'Inclusive', 'NoTax')), (desk, [UnitAmount, LineAmountTypes]) => {
		const User = { UserID: pick(desk, 'Users', 0)?.UserID };
		const LineItems = [{ Description: 'x', UnitAmount, AccountCode: '420' }];
		const body = { User, Contact: { Name: 'Walnut Hall' }, Date: '2026-03-01', LineAmountTypes, LineItems };
		const ReceiptID = desk.call('PUT', '/Receipts', body).id('Receipts.0.ReceiptID');
		create(desk, 'ExpenseClaims', { User, Receipts: [{ ReceiptID }] });
	}),
	step(fc.tuple(which, fc.constantFrom('AUTHORISED', 'AUTHORISED', 'VOIDED', 'DELETED')), (desk, [at, Status]) =>
		change(desk, 'ExpenseClaims', at, { Status }),
	),
	step(fc.tuple(which, share, day), (desk, [at, percent, date]) =>
		payClaim(desk, pick(desk, 'ExpenseClaims', at, isOpen), percent, date),
	),
	step(fc.tuple(cents, day, fc.constantFrom('PAYSLIP', 'EXTERNALSPENDMONEY')), (desk, [net, date, sourceType]) => {
		const lines = [
			{ account: '477', net: net + 0.01 },
			{ account: '090', net: -(net + 0.01) },
		].map((one) => ({ ...one, net: Math.round(one.net * 100) / 100 }));
		desk.api.bookkeeping?.postJournal(desk.tenantId, { sourceType, date, lines });
	}),
	step(cents, (desk, Balance) => {
		const ConversionBalances = [{ AccountCode: '720', Balance }];
		desk.call('POST', '/Setup', { ConversionDate: { Month: 2, Year: 2025 }, ConversionBalances });
	}),
];

/** Everything that anybody may do to the books. Whatever posts to the ledger has its steps here. */
export const steps = fc.array(fc.oneof(...invoicing, ...settling, ...settling, ...banking, ...banking, ...others), {
	minLength: 30,
	maxLength: 90,
	size: 'max',
});

/** Pays and refunds all that is open of any document and expense claim, on a day. */
export function settleAll(desk: Desk, Date: string): void {
	for (const plural of ['Invoices', ...CREDITS])
		for (const row of desk.api.records(desk.tenantId, plural).filter(isOpen))
			create(desk, 'Payments', {
				[plural.slice(0, -1)]: { [ID[plural] ?? '']: id(plural, row) },
				Account: { Code: '090' },
				Date,
				Amount: open(row),
			});
	for (const claim of desk.api.records(desk.tenantId, 'ExpenseClaims').filter(isOpen)) payClaim(desk, claim, 100, Date);
}
