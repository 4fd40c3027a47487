/**
 * The construction industry scheme (CIS) of the United Kingdom: customers keep back a part of what labour costs and pay it to the tax
 * office for their subcontractor. A sale of a subcontractor and a bill of one are due less that deduction.
 */
import type { ConstructionScheme } from '../../bookkeeping';
import { accountByCode, classOf } from '../accounts/accounts';
import type { Book } from '../book/book';
import type { ContactRow, InvoiceRow } from '../book/rows';
import { netOfLine } from '../documents/lines';
import { divide, fromUnits, sum, units } from '../values/decimal';

/** Xero's system accounts of the scheme; codes and names are made up. */
const ACCOUNTS: ReadonlyArray<readonly [code: string, name: string, type: string, system: string]> = [
	['215', 'CIS Labour Income', 'REVENUE', 'CISLABOURINCOME'],
	['320', 'CIS Labour Expense', 'DIRECTCOSTS', 'CISLABOUREXPENSE'],
	['321', 'CIS Materials Purchased', 'DIRECTCOSTS', 'CISMATERIALS'],
	['612', 'CIS Assets', 'CURRENT', 'CISASSETS'],
	['826', 'CIS Liability', 'CURRLIAB', 'CISLIABILITY'],
];

/** Which account labour is on, and which one takes the deduction, by the type of a document. */
const SIDES = {
	ACCREC: { labour: 'CISLABOURINCOME', deduction: 'CISASSETS' },
	ACCPAY: { labour: 'CISLABOUREXPENSE', deduction: 'CISLIABILITY' },
} as const;

/**
 * Puts an organisation into the scheme, with the accounts of it that are missing.
 *
 * @throws RangeError outside the United Kingdom, for a contact that is not there, for a rate that is no percentage.
 */
export function setConstructionScheme(book: Book, { subcontractorRate, contacts = {} }: ConstructionScheme): void {
	if (book.organisation.CountryCode !== 'GB')
		throw new RangeError('The construction industry scheme is one of the United Kingdom');
	for (const rate of [subcontractorRate ?? 0, ...Object.values(contacts)])
		if (!(rate >= 0 && rate <= 100)) throw new RangeError(`${rate} is no percentage from 0 to 100`);
	const rows = Object.entries(contacts).map(([id, rate]) => ({ ...contactOf(book, id), cisRate: rate }));
	for (const [code, name, type, system] of ACCOUNTS) addAccount(book, code, name, type, system);
	for (const row of rows) book.contacts.put(row);
	const before = book.organisation;
	book.undo.record(() => (book.organisation = before));
	const contractor = rows.length > 0 || (before.construction?.contractor ?? false);
	book.organisation = { ...before, construction: { contractor, rate: subcontractorRate ?? before.construction?.rate } };
}

function contactOf(book: Book, id: string): ContactRow {
	const row = book.contacts.get(id);
	if (!row) throw new RangeError(`The organisation has no contact ${id}`);
	return row;
}

function addAccount(book: Book, Code: string, Name: string, Type: string, SystemAccount: string): void {
	if (book.accounts.first('system', SystemAccount)) return;
	if (accountByCode(book, Code)) throw new RangeError(`The code ${Code} of ${Name} is taken by another account`);
	const flags = { EnablePaymentsToAccount: false, ShowInExpenseClaims: false, AddToWatchlist: false };
	const kind = { Code, Name, Type, SystemAccount, Class: classOf(Type), Status: 'ACTIVE' as const, TaxType: 'NONE' };
	book.accounts.put({ AccountID: book.newId(), ...kind, ...flags, UpdatedDateUTC: book.stamp() });
}

/** What is kept back of a document: a percentage of its labour without tax, halves away from zero. Nothing where no rate applies. */
export function deductionOf(
	book: Book,
	{ Type, LineItems, LineAmountTypes, CurrencyCode }: Pick<InvoiceRow, 'Type' | 'LineItems' | 'LineAmountTypes' | 'CurrencyCode'>,
	contact: ContactRow,
	before: InvoiceRow | undefined,
): Pick<InvoiceRow, 'CISDeduction' | 'CISRate'> {
	const rate = before?.CISRate ?? (Type === 'ACCREC' ? book.organisation.construction?.rate : contact.cisRate);
	if (!rate || CurrencyCode !== book.organisation.BaseCurrency) return {};
	const isLabour = (code: string | undefined): boolean =>
		code !== undefined && accountByCode(book, code)?.SystemAccount === SIDES[Type].labour;
	const lines = LineItems.filter((line) => isLabour(line.AccountCode));
	if (lines.length === 0) return {};
	const labour = units(sum(lines.map((line) => netOfLine(line, LineAmountTypes))), 2);
	return { CISDeduction: fromUnits(divide(labour * units(rate, 4), 1_000_000n), 2), CISRate: rate };
}

/** The AccountID that takes the deduction of a document: what the tax office holds for it, or is owed. */
export function deductionAccount(book: Book, type: InvoiceRow['Type']): string {
	const row = book.accounts.first('system', SIDES[type].deduction);
	if (!row) throw new Error(`The organisation has no system account ${SIDES[type].deduction}`);
	return row.AccountID;
}
