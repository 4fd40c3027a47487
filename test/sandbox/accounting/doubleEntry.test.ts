import fc from 'fast-check';
import { type Json, openDesk } from './desk';
import { agree, cashJournals, control, isApproved, linesOf, live, openAmounts, subledgers, sums, whole } from './ledgerChecks';
import { settleAll, steps } from './steps';

/** Kinds of which the sequences must have made enough to be of use. */
const KINDS = ['Payments', 'BatchPayments', 'CreditNotes', 'BankTransactions', 'Prepayments', 'Overpayments', 'BankTransfers'];

describe('double entry', () => {
	it('holds after any sequence of operations, in every journal and every report', () => {
		const met = new Map<string, number>();
		const fresh = openDesk('small');
		fc.assert(
			fc.property(steps, (sequence) => {
				const desk = openDesk('small');
				for (const one of sequence) one.run(desk);
				const records = (plural: string): readonly Json[] => desk.api.records(desk.tenantId, plural);
				for (const plural of KINDS)
					met.set(plural, (met.get(plural) ?? 0) + records(plural).length - fresh.api.records(fresh.tenantId, plural).length);

				const allocations = ['CreditNotes', 'Prepayments', 'Overpayments']
					.flatMap(records)
					.flatMap((row) => row.Allocations as Json[]);
				met.set('Allocations', (met.get('Allocations') ?? 0) + allocations.length);

				const journals = records('Journals');
				expect(journals.map((journal) => journal.JournalNumber)).toEqual(journals.map((_, at) => at + 1));
				for (const journal of journals) expect(linesOf(journal).reduce((sum, one) => sum + whole(one.NetAmount), 0)).toBe(0);
				expect(sums(live(journals))).toEqual(sums(journals));

				const standing = new Set(live(journals).map((journal) => journal.SourceID));
				const inBooks = (one: Json): boolean =>
					isApproved(one) && (one.Total !== 0 || (one.LineItems as Json[]).some((row) => row.LineAmount !== 0));
				for (const [plural, id] of [
					['Invoices', 'InvoiceID'],
					['CreditNotes', 'CreditNoteID'],
				] as const)
					for (const one of records(plural)) expect([one[id], standing.has(one[id])]).toEqual([one[id], inBooks(one)]);
				for (const one of records('ManualJournals'))
					if (one.Status !== 'POSTED') expect(standing.has(one.ManualJournalID)).toBe(false);

				const inventory = records('Accounts').find((one) => one.Code === '630');
				const stock = records('Items').reduce((sum, one) => sum + whole(one.TotalCostPool ?? 0), 0);
				expect(sums(journals).get(String(inventory?.AccountID)) ?? 0).toBe(stock);

				const cash = cashJournals(desk);
				for (const journal of cash) expect(linesOf(journal).reduce((sum, one) => sum + whole(one.NetAmount), 0)).toBe(0);
				openAmounts(desk);
				control(desk, journals, cash);
				subledgers(desk, journals);
				for (const [date, yearStart] of [
					['2026-03-31', '2025-04-01'],
					['2025-03-31', '2024-04-01'],
					['2026-04-30', '2026-04-01'],
				] as const) {
					agree(desk, journals, date, yearStart, false);
					agree(desk, cash, date, yearStart, true);
				}
			}),
			{ numRuns: 40, seed: 20_260_310 },
		);
		// The sequences are of use only when enough of them succeed.
		for (const plural of [...KINDS, 'Allocations']) expect([plural, (met.get(plural) ?? 0) > 25]).toEqual([plural, true]);
	});

	it('is the same on both bases once everything is paid, refunded or allocated, to the cent on every account', () => {
		fc.assert(
			fc.property(steps, (sequence) => {
				const desk = openDesk('small');
				for (const one of sequence) one.run(desk);
				settleAll(desk, '2026-03-31');
				const journals = desk.api.records(desk.tenantId, 'Journals');
				const hidden = new Set(
					desk.api
						.records(desk.tenantId, 'ManualJournals')
						.filter((one) => one.ShowOnCashBasisReports === false)
						.map((one) => one.ManualJournalID),
				);
				const shown = journals.filter((one) => !hidden.has(one.SourceID));
				expect(sums(cashJournals(desk))).toEqual(sums(shown));
			}),
			{ numRuns: 30, seed: 20_260_312 },
		);
	});
});
