import fc from 'fast-check';
import type { Json } from './desk';
import { sale } from './desk';
import { openBooks } from './openBooks';

/** Whole cents, so that the test's own sums are exact. */
const cents = (amount: unknown): number => Math.round(Number(amount) * 100);

const which = fc.nat();
const price = fc.integer({ min: 1, max: 100_000 }).map((n) => n / 100);
const lines = fc.array(price, { minLength: 1, maxLength: 3 });
const share = fc.integer({ min: 1, max: 120 });
const currency = fc.constantFrom('NZD', 'NZD', 'USD');
const onSale = fc.boolean();

const operation = fc.oneof(
	fc.record({ do: fc.constant('invoice' as const), onSale, lines, currency }),
	fc.record({ do: fc.constant('credit note' as const), onSale, lines, currency, approve: fc.constantFrom(true, true, false) }),
	fc.record({
		do: fc.constant('bank' as const),
		type: fc.constantFrom(
			'RECEIVE',
			'SPEND',
			'RECEIVE-PREPAYMENT',
			'SPEND-PREPAYMENT',
			'RECEIVE-OVERPAYMENT',
			'SPEND-OVERPAYMENT',
		),
		lines,
		currency,
	}),
	{ weight: 4, arbitrary: fc.record({ do: fc.constant('allocate' as const), credit: which, invoice: which, share }) },
	fc.record({ do: fc.constant('unallocate' as const), which }),
	fc.record({ do: fc.constant('pay' as const), which, share }),
	fc.record({ do: fc.constant('refund' as const), which, share }),
	fc.record({ do: fc.constant('unpay' as const), which }),
	fc.record({ do: fc.constant('batch' as const), first: which, second: which, share }),
	fc.record({ do: fc.constant('unbatch' as const), which }),
	fc.record({ do: fc.constant('close' as const), which }),
	fc.record({ do: fc.constant('edit' as const), which, lines }),
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

interface Credit {
	plural: 'CreditNotes' | 'Prepayments' | 'Overpayments';
	singular: 'CreditNote' | 'Prepayment' | 'Overpayment';
	id: string;
	/** The bank transaction that made it. */
	bank?: string;
}

const rows = (account: string, amounts: readonly number[]): Json[] =>
	amounts.map((UnitAmount) => ({ Description: 'x', Quantity: 1, UnitAmount, AccountCode: account }));

function play(operations: readonly Operation[], seed: 'small' | 'banks only' = 'small') {
	const books = openBooks(seed);
	const { call } = books;
	const [invoices, credits, payments, batches]: [string[], Credit[], string[], string[]] = [[], [], [], []];
	const allocations: Array<{ credit: Credit; id: string }> = [];
	const pick = <T>(from: readonly T[], at: number): T | undefined => from[at % Math.max(from.length, 1)];
	const read = (plural: string, id: string): Json => call('GET', `/${plural}/${id}`).at(`${plural}.0`) as Json;
	const part = (open: unknown, percent: number): number => Math.ceil((cents(open) * percent) / 100) / 100;
	const account = (row: Json): Json => ({ Code: row.CurrencyCode === 'USD' && Number(row.Total) > 100 ? '093' : '090' });

	for (const one of operations) {
		if (one.do === 'invoice') {
			const Type = one.onSale ? 'ACCREC' : 'ACCPAY';
			const more = {
				Type,
				Status: 'AUTHORISED',
				CurrencyCode: one.currency,
				...(one.currency === 'USD' ? { CurrencyRate: 0.61 } : {}),
			};
			invoices.push(
				call('PUT', '/Invoices', sale({ ...more, LineItems: rows(one.onSale ? '200' : '429', one.lines) })).id(
					'Invoices.0.InvoiceID',
				),
			);
		} else if (one.do === 'credit note') {
			const Type = one.onSale ? 'ACCRECCREDIT' : 'ACCPAYCREDIT';
			const more = { Type, Status: one.approve ? 'AUTHORISED' : 'DRAFT', CurrencyCode: one.currency };
			const made = call('PUT', '/CreditNotes', sale({ ...more, LineItems: rows(one.onSale ? '200' : '429', one.lines) }));
			credits.push({ plural: 'CreditNotes', singular: 'CreditNote', id: made.id('CreditNotes.0.CreditNoteID') });
		} else if (one.do === 'bank') {
			const over = one.type.endsWith('OVERPAYMENT');
			const code = one.type.startsWith('RECEIVE') ? '200' : '429';
			const LineItems = over ? [{ Description: 'x', LineAmount: one.lines[0] }] : rows(code, one.lines);
			const BankAccount = { Code: one.currency === 'USD' ? '093' : '090' };
			const made = call('PUT', '/BankTransactions', sale({ Type: one.type, BankAccount, LineItems })).at(
				'BankTransactions.0',
			) as Json;
			const bank = String(made.BankTransactionID);
			if (made.PrepaymentID) credits.push({ plural: 'Prepayments', singular: 'Prepayment', id: String(made.PrepaymentID), bank });
			if (made.OverpaymentID)
				credits.push({ plural: 'Overpayments', singular: 'Overpayment', id: String(made.OverpaymentID), bank });
		} else if (one.do === 'allocate') {
			const open = credits.filter(({ plural, id }) => {
				const { Status, RemainingCredit } = read(plural, id);
				return Status === 'AUTHORISED' && cents(RemainingCredit) > 0;
			});
			const credit = pick(open.length > 0 ? open : credits, one.credit);
			if (!credit) continue;
			// Mostly what fits together: of one side and currency, with something due.
			const row = read(credit.plural, credit.id);
			const own = /^(ACCREC|RECEIVE)/.test(String(row.Type)) ? 'ACCREC' : 'ACCPAY';
			const fitting = invoices.filter((id) => {
				const { Type, CurrencyCode, AmountDue } = read('Invoices', id);
				return Type === own && CurrencyCode === row.CurrencyCode && cents(AmountDue) > 0;
			});
			const invoice = pick(fitting.length > 0 ? fitting : invoices, one.invoice);
			if (invoice === undefined) continue;
			const left =
				Math.min(cents(read(credit.plural, credit.id).RemainingCredit), cents(read('Invoices', invoice).AmountDue)) / 100;
			const body = { Invoice: { InvoiceID: invoice }, Amount: part(left, one.share), Date: '2026-03-04' };
			const made = call('PUT', `/${credit.plural}/${credit.id}/Allocations`, body);
			if (made.status === 200) allocations.push({ credit, id: made.id('Allocations.0.AllocationID') });
		} else if (one.do === 'unallocate') {
			const allocation = pick(allocations, one.which);
			if (allocation) call('DELETE', `/${allocation.credit.plural}/${allocation.credit.id}/Allocations/${allocation.id}`);
			if (allocation) allocations.splice(allocations.indexOf(allocation), 1);
		} else if (one.do === 'pay') {
			const id = pick(invoices, one.which);
			if (id === undefined) continue;
			const row = read('Invoices', id);
			const made = call('PUT', '/Payments', {
				Invoice: { InvoiceID: id },
				Account: account(row),
				Amount: part(row.AmountDue, one.share),
			});
			if (made.status === 200) payments.push(made.id('Payments.0.PaymentID'));
		} else if (one.do === 'refund') {
			const credit = pick(credits, one.which);
			if (!credit) continue;
			const row = read(credit.plural, credit.id);
			const made = call('PUT', '/Payments', {
				[credit.singular]: { [`${credit.singular}ID`]: credit.id },
				Account: account(row),
				Amount: part(row.RemainingCredit, one.share),
			});
			if (made.status === 200) payments.push(made.id('Payments.0.PaymentID'));
		} else if (one.do === 'unpay') {
			const id = pick(payments, one.which);
			if (id !== undefined) call('POST', `/Payments/${id}`, { Status: 'DELETED' });
		} else if (one.do === 'batch') {
			const ids = [pick(invoices, one.first), pick(invoices, one.second)].filter((id) => id !== undefined);
			const Payments = ids.map((id) => ({ Invoice: { InvoiceID: id }, Amount: part(read('Invoices', id).AmountDue, one.share) }));
			const made = call('PUT', '/BatchPayments', { Account: { Code: '090' }, Date: '2026-03-05', Payments });
			if (made.status === 200) batches.push(made.id('BatchPayments.0.BatchPaymentID'));
		} else if (one.do === 'unbatch') {
			const id = pick(batches, one.which);
			if (id !== undefined) call('POST', `/BatchPayments/${id}`, { Status: 'DELETED' });
		} else if (one.do === 'close') {
			const credit = pick(credits, one.which);
			const path = credit?.bank === undefined ? `/CreditNotes/${credit?.id}` : `/BankTransactions/${credit.bank}`;
			if (credit) call('POST', path, { Status: 'VOIDED' });
		} else {
			const credit = pick(credits, one.which);
			if (credit?.plural === 'CreditNotes') call('POST', `/CreditNotes/${credit.id}`, { LineItems: rows('260', one.lines) });
		}
	}
	return books;
}

describe('whatever is paid, allocated, refunded and taken back', () => {
	/** Something to settle from the start: documents of both sides, credits of every kind. */
	const prelude: readonly Operation[] = [
		{ do: 'invoice', onSale: true, lines: [100, 33.33], currency: 'NZD' },
		{ do: 'invoice', onSale: false, lines: [250], currency: 'NZD' },
		{ do: 'invoice', onSale: true, lines: [99.99], currency: 'USD' },
		{ do: 'credit note', onSale: true, lines: [60], currency: 'NZD', approve: true },
		{ do: 'credit note', onSale: false, lines: [70.07], currency: 'NZD', approve: true },
		{ do: 'credit note', onSale: true, lines: [80], currency: 'USD', approve: true },
		{ do: 'bank', type: 'RECEIVE-PREPAYMENT', lines: [20, 30.03], currency: 'NZD' },
		{ do: 'bank', type: 'SPEND-OVERPAYMENT', lines: [45], currency: 'NZD' },
	];
	const sequences = fc
		.array(operation, { minLength: 5, maxLength: 30, size: 'max' })
		.map((operations): Operation[] => [...prelude, ...operations]);
	const total = (of: readonly Json[]): number => of.reduce((sum, row) => sum + cents(row.Amount), 0);

	it('leaves open what is neither paid nor allocated, on every invoice and bill', () => {
		const met = { allocations: 0, refunds: 0, batched: 0 };
		fc.assert(
			fc.property(sequences, (operations) => {
				const { api, tenantId } = play(operations);
				const credits = ['CreditNotes', 'Prepayments', 'Overpayments'].flatMap((plural) => api.records(tenantId, plural));
				const allocations = credits.flatMap((credit) => credit.Allocations as Json[]);
				const payments = api.records(tenantId, 'Payments').filter((row) => row.Status === 'AUTHORISED');
				met.allocations += allocations.length;
				met.refunds += payments.filter((row) => !/^ACC/.test(String(row.PaymentType))).length;
				met.batched += payments.filter((row) => row.BatchPaymentID !== undefined).length;
				const on = (of: readonly Json[], id: unknown): Json[] => of.filter((row) => (row.Invoice as Json).InvoiceID === id);
				for (const invoice of api
					.records(tenantId, 'Invoices')
					.filter((row) => ['AUTHORISED', 'PAID'].includes(String(row.Status)))) {
					const [paid, credited] = [total(on(payments, invoice.InvoiceID)), total(on(allocations, invoice.InvoiceID))];
					expect([cents(invoice.AmountPaid), cents(invoice.AmountCredited)]).toEqual([paid, credited]);
					expect(cents(invoice.AmountDue)).toBe(cents(invoice.Total) - paid - credited);
					expect(cents(invoice.AmountDue)).toBeGreaterThanOrEqual(0);
					expect(invoice.Status).toBe(cents(invoice.AmountDue) === 0 ? 'PAID' : 'AUTHORISED');
					const applied = [invoice.CreditNotes, invoice.Prepayments, invoice.Overpayments].flat() as Json[];
					expect(applied.reduce((sum, row) => sum + cents(row.AppliedAmount), 0)).toBe(credited);
				}
				for (const credit of credits.filter((row) => ['AUTHORISED', 'PAID'].includes(String(row.Status)))) {
					const used = total(credit.Allocations as Json[]) + total(on(payments, credit.ID));
					expect(total(credit.Payments as Json[])).toBe(total(on(payments, credit.ID)));
					expect(cents(credit.RemainingCredit)).toBe(cents(credit.Total) - used);
					expect(cents(credit.RemainingCredit)).toBeGreaterThanOrEqual(0);
					expect(credit.Status).toBe(cents(credit.RemainingCredit) === 0 ? 'PAID' : 'AUTHORISED');
				}
				for (const credit of credits.filter((row) => ['VOIDED', 'DELETED'].includes(String(row.Status))))
					expect([credit.RemainingCredit, credit.Allocations, credit.Payments]).toEqual([0, [], []]);
			}),
			{ numRuns: 40, seed: 20_260_310 },
		);
		// The sequences are of use only when enough of them succeed.
		for (const count of Object.values(met)) expect(count).toBeGreaterThan(60);
	});

	it('keeps debtors and creditors at what is open, and no gain without a foreign currency', () => {
		const base = sequences.map((operations) =>
			operations.map((one): Operation => ('currency' in one ? { ...one, currency: 'NZD' } : one)),
		);
		fc.assert(
			fc.property(base, (operations) => {
				const { api, tenantId, book, balance } = play(operations, 'banks only');
				for (const journal of book.journals.values())
					expect(journal.lines.reduce((sum, line) => sum + cents(line.NetAmount), 0)).toBe(0);
				expect(balance('REALISEDCURRENCYGAIN')).toBe(0);
				const sum = (plural: string, type: string, field: string): number =>
					api
						.records(tenantId, plural)
						.filter((row) => row.Type === type && ['AUTHORISED', 'PAID'].includes(String(row.Status)))
						.reduce((all, row) => all + cents(row[field]), 0);
				for (const [control, sign, own, note, over] of [
					['DEBTORS', 1, 'ACCREC', 'ACCRECCREDIT', 'RECEIVE-OVERPAYMENT'],
					['CREDITORS', -1, 'ACCPAY', 'ACCPAYCREDIT', 'SPEND-OVERPAYMENT'],
				] as const) {
					const credit = sum('CreditNotes', note, 'RemainingCredit') + sum('Overpayments', over, 'RemainingCredit');
					expect(sign * balance(control) + 0).toBe(sum('Invoices', own, 'AmountDue') - sum('Invoices', own, 'Total') - credit);
				}
			}),
			{ numRuns: 40, seed: 20_260_311 },
		);
	});
});
