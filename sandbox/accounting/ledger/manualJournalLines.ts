/** Lines of manual journals as a body has them. */
import { accountByCode } from '../accounts/accounts';
import type { Book } from '../book/book';
import type { ManualJournalRow, ManualLineRow } from '../book/ledgerRows';
import type { AccountRow } from '../book/rows';
import { CONTROL, taxOf } from '../documents/lines';
import { tracking } from '../documents/tracking';
import type { Input } from '../resource/input';
import { sum } from '../values/decimal';

/** Lines of a body, with the tax each carries. Lines of a manual journal have no ids: those sent replace those there were. */
export function readManualLines(
	book: Book,
	parts: readonly Input[],
	amounts: ManualJournalRow['LineAmountTypes'],
	posted: boolean,
): ManualLineRow[] {
	return parts
		.filter((part) => part.others('IsBlank').some((name) => part.body[name] !== ''))
		.map((part) => {
			const account = accountOf(book, part, posted);
			const LineAmount = part.number('LineAmount', 2);
			if (LineAmount === undefined) part.fail('The LineAmount field must be specified for each journal line.');
			return {
				LineAmount: LineAmount ?? 0,
				AccountID: account?.AccountID,
				Description: part.text('Description', 4000) || undefined,
				Tracking: tracking(book, part),
				...taxed(book, part, LineAmount ?? 0, part.code('TaxType'), account, amounts),
			};
		});
}

/** The same lines under another LineAmountTypes. */
export function retaxed(
	book: Book,
	input: Input,
	lines: readonly ManualLineRow[],
	amounts: ManualJournalRow['LineAmountTypes'],
): ManualLineRow[] {
	return lines.map((line) => {
		const account = line.AccountID === undefined ? undefined : book.accounts.get(line.AccountID);
		const type = line.TaxType === 'NONE' ? undefined : line.TaxType;
		return { ...line, ...taxed(book, input, line.LineAmount, type, account, amounts) };
	});
}

/**
 * The account a line names. On a draft an unknown one is left out with a warning; banks, and the system accounts that only documents
 * book, are refused on every journal.
 */
function accountOf(book: Book, part: Input, posted: boolean): AccountRow | undefined {
	const [id, code] = [part.guid('AccountID'), part.code('AccountCode')];
	const account = code ? accountByCode(book, code) : id === undefined ? undefined : book.accounts.get(id);
	if (account && account.Status === 'ACTIVE' && account.Type !== 'BANK' && !CONTROL.has(account.SystemAccount ?? ''))
		return account;
	const named = code || id;
	if (!named) {
		if (posted) part.fail('Account code must be specified');
	} else if (account || posted)
		part.fail(`Account code '${code || (account?.Code ?? named)}' is not a valid code for this document.`);
	else part.findings.warnings.push(`Account code '${named}' has been removed as it does not match a recognised account.`);
	return undefined;
}

function taxed(
	book: Book,
	input: Input,
	amount: number,
	sent: string | undefined,
	account: AccountRow | undefined,
	amounts: ManualJournalRow['LineAmountTypes'],
): Pick<ManualLineRow, 'TaxType' | 'TaxAmount'> {
	if (amounts === 'NoTax') return { TaxType: 'NONE', TaxAmount: 0 };
	const type = sent ?? account?.TaxType ?? 'NONE';
	const rate = book.taxRates.get(type);
	if (rate?.Status !== 'ACTIVE')
		input.fail(`The TaxType code ${type} does not exist or cannot be used for this type of transaction.`);
	else if (account && !rate.applies.includes(account.Class))
		input.fail(`The TaxType code '${type}' cannot be used with account code '${account.Code}'.`);
	return { TaxType: type, TaxAmount: taxOf(amount, rate?.EffectiveRate ?? 0, { amounts }) };
}

/** What a line debits (above zero) or credits with its tax. */
export function grossOf(line: ManualLineRow, amounts: ManualJournalRow['LineAmountTypes']): number {
	return amounts === 'Exclusive' ? sum([line.LineAmount, line.TaxAmount]) : line.LineAmount;
}

/** The same without its tax. */
export function netOf(line: ManualLineRow, amounts: ManualJournalRow['LineAmountTypes']): number {
	return amounts === 'Inclusive' ? sum([line.LineAmount, -line.TaxAmount]) : line.LineAmount;
}
