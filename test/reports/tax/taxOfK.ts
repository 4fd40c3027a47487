import type { IDataObject } from 'n8n-workflow';
import { entriesFromDocuments } from '../../../nodes/XeroReports/entries/fromDocuments';
import type { LedgerRecords } from '../../../nodes/XeroReports/entries/ledgerReading';
import type { LedgerContext } from '../../../nodes/XeroReports/entries/postings';
import { taxRatesOf } from '../../../nodes/XeroReports/facts/taxRates';
import { generalLedger } from '../../../nodes/XeroReports/folds/generalLedger';
import { addEntries } from '../../../nodes/XeroReports/folds/ledgerAccounts';
import { ownEntries, taxAccountIds, taxAccountsCheck } from '../../../nodes/XeroReports/folds/taxAccounts';
import type { GroupBy } from '../../../nodes/XeroReports/folds/taxGroups';
import { taxGroupsOf } from '../../../nodes/XeroReports/folds/taxGroups';
import { isUntaxed, taxLinesOf } from '../../../nodes/XeroReports/folds/taxLines';
import { taxRows } from '../../../nodes/XeroReports/folds/taxRows';
import { OCTOBER, RECORDS, SEPTEMBER } from '../ledger/ledgerK';
import type { Amounts } from '../ledger/records';
import { bill, contextOf, line, trialBalance } from '../ledger/records';

const rate = (TaxType: string, Name: string, ReportTaxType: string, EffectiveRate: number): IDataObject => ({
	TaxType,
	Name,
	ReportTaxType,
	EffectiveRate,
});
export const RATES = taxRatesOf([
	rate('OUTPUT2', '15% GST on Income', 'OUTPUT', 15),
	rate('INPUT2', '15% GST on Expenses', 'INPUT', 15),
	rate('ZERORATED', 'Zero Rated', 'OUTPUT', 0),
	rate('NONE', 'No GST', 'NONE', 0),
	rate('GSTONIMPORTS', 'GST on Imports', 'GSTONIMPORTS', 0),
	rate('REVERSECHARGES', 'Reverse Charge Expenses', 'REVERSECHARGES', 20),
]);

/** With the bill of September that is paid in October, which the cash basis has to read for its lines. */
export const records: LedgerRecords = {
	...RECORDS,
	Invoices: [...RECORDS.Invoices!, bill('BILL-8', '2026-09-11', 230, [line('400', 200, 30, { TaxType: 'INPUT2' })])],
};

/** What the report of some records is made of, between the trial balances of 30 September and 31 October. */
export function detail(of: LedgerRecords, context: LedgerContext, opening: Amounts = SEPTEMBER, closing: Amounts = OCTOBER) {
	const made = entriesFromDocuments(of, context);
	const lines = taxLinesOf(made.entries, RATES, context.accounts);
	const trialBalances = new Map([
		['2026-09-30', trialBalance(opening)],
		['2026-10-31', trialBalance(closing)],
	]);
	const { accounts } = generalLedger({ context, trialBalances, movements: addEntries(new Map(), made.entries) });
	const ids = taxAccountIds(context.accounts);
	const taxAccounts = accounts.filter(({ accountId }) => ids.has(accountId));
	const own = ownEntries(made.entries, ids);
	return { lines, taxAccounts, own, checks: [taxAccountsCheck(taxAccounts, lines, 2)] };
}

const VIEW = { from: '2026-10-01', to: '2026-10-31', organisationId: 'o', decimals: 2, rows: 'rates', totals: 'group' } as const;

/** The rows of ledger K. */
export function taxRowsOfK(
	context: LedgerContext = contextOf(),
	of = records,
	groupBy: GroupBy = 'taxType',
	more: IDataObject = {},
): IDataObject[] {
	const { lines, ...others } = detail(of, context);
	const groups = taxGroupsOf(
		lines.filter((one) => !isUntaxed(one)),
		groupBy,
	);
	return taxRows({ groups, ...others }, { ...VIEW, accounts: context.accounts, basis: context.basis, ...more });
}
