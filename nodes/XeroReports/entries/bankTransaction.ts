// E3: money spent and received as entries, prepayments and overpayments among it.

import type { IDataObject } from 'n8n-workflow';
import { asNumber } from '../../shared/model/decimal';
import { isObject } from '../../shared/model/values';
import { dayIn, linesIn } from '../facts/documents';
import { keptDecimals, minorOf, rateOf } from '../facts/money';
import type { Entries, Source, SourceType } from './entry';
import { NOTHING } from './entry';
import type { Exchange, LineSign } from './lines';
import { accountsIn, againstTotal, foreignOf, toBase } from './lines';
import type { LedgerContext, Posting } from './postings';
import { accountBy, entriesOf, omitted, posting, systemAccountId } from './postings';

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** SPEND-TRANSFER and RECEIVE-TRANSFER: the two sides of a bank transfer, which says itself what it moves. */
export const isTransferSide = (record: IDataObject): boolean => text(record.Type).endsWith('-TRANSFER');

const spends = (record: IDataObject): boolean => text(record.Type).startsWith('SPEND');

/** By the IDs, not by Type: Xero's own example of a prepayment has the Type RECEIVE. */
function sourceTypeOf(record: IDataObject): SourceType {
	const side = spends(record) ? 'AP' : 'AR';
	if (text(record.PrepaymentID)) return `${side}PREPAYMENT`;
	if (text(record.OverpaymentID)) return `${side}OVERPAYMENT`;
	return spends(record) ? 'CASHPAID' : 'CASHREC';
}

/** The currency a bank transaction is in: its own, else that of its bank account. */
function currencyIn(record: IDataObject, { accounts, organisation }: LedgerContext): string {
	const account = accounts.byId.get(text((record.BankAccount as IDataObject | undefined)?.AccountID));
	return text(record.CurrencyCode) || account?.currency || organisation.baseCurrency;
}

/** How the amounts of a bank transaction become those of the ledger; undefined where Xero did not say the rate of a foreign one. */
export function bankExchangeOf(record: IDataObject, context: LedgerContext): Exchange | undefined {
	const currency = currencyIn(record, context);
	const { baseCurrency, decimals: baseDecimals } = context.organisation;
	const isForeign = currency !== baseCurrency;
	const rate = isForeign ? rateOf(record.CurrencyRate) : { digits: 1n, decimals: 0 };
	return rate && { isForeign, rate, decimals: keptDecimals(currency, baseCurrency), baseDecimals };
}

function sourceOf(record: IDataObject, context: LedgerContext, exchange: Exchange | undefined): Source {
	const contact = isObject(record.Contact) ? record.Contact : {};
	return {
		type: sourceTypeOf(record),
		id: text(record.BankTransactionID),
		date: dayIn(record),
		number: '',
		reference: text(record.Reference),
		contactId: text(contact.ContactID) || null,
		contactName: text(contact.Name) || null,
		currency: currencyIn(record, context),
		rate: exchange ? asNumber(exchange.rate) : null,
	};
}

/** What money on account of a contact stands on, where it is an overpayment: it has no lines of its own there. */
function overpaid(record: IDataObject, total: bigint, sign: LineSign, exchange: Exchange, context: LedgerContext): Posting[] {
	const control = systemAccountId(context.accounts, spends(record) ? 'CREDITORS' : 'DEBTORS');
	const foreign = foreignOf(sign * total, exchange);
	return [posting(control, sign * toBase(total, exchange), { foreign, isRounded: exchange.isForeign })];
}

/**
 * A record of GET /BankTransactions as entries: the bank account at its total, its lines and tax against that. A prepayment stands on the
 * accounts its lines name; an overpayment on the control account.
 */
export function bankTransactionEntries(record: IDataObject, context: LedgerContext): Entries {
	if (text(record.Status) !== 'AUTHORISED' || isTransferSide(record)) return NOTHING;
	const decimals = keptDecimals(currencyIn(record, context), context.organisation.baseCurrency);
	const [total, lines] = [minorOf(record.Total, decimals), linesIn(record, decimals)];
	const exchange = bankExchangeOf(record, context);
	const source = sourceOf(record, context, exchange);
	const named = isObject(record.BankAccount) ? record.BankAccount : {};
	const account = { accountId: text(named.AccountID), accountCode: text(named.Code) };
	const bank = accountBy(context.accounts, account)?.id ?? '';
	const isOverpayment = text(record.OverpaymentID) !== '';
	if (!isOverpayment && lines.length === 0 && total !== 0n) return omitted('notRead', source, [bank]);
	if (exchange === undefined) {
		const control = isOverpayment ? [systemAccountId(context.accounts, spends(record) ? 'CREDITORS' : 'DEBTORS')] : [];
		return omitted('rateMissing', source, [bank, ...control, ...accountsIn(lines, context.accounts)]);
	}
	const sign: LineSign = spends(record) ? 1n : -1n;
	const more = { foreign: foreignOf(-sign * total, exchange), isRounded: exchange.isForeign };
	return entriesOf(source, [
		posting(bank, -sign * toBase(total, exchange), more),
		...(isOverpayment
			? overpaid(record, total, sign, exchange, context)
			: againstTotal({ lines, total }, sign, exchange, context.accounts)),
	]);
}
