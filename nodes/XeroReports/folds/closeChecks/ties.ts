// Receivables, payables, expense claims and tax beside their accounts in the trial balance.

import type { Account } from '../../facts/accounts';
import { amountText, sum } from '../../facts/money';
import { balanceOf } from '../../facts/trialBalance';
import { yearStart } from '../../rows/financialYear';
import type { TieFacts } from '../agedChecks';
import { controlTie, tieOfYear } from '../agedChecks';
import { asOfRates } from '../asOfRates';
import { isPrepayment } from '../outstanding';
import type { Check } from '../rows';
import type { Side } from '../settlements';
import type { CloseFacts } from './closeFacts';
import { stands } from './closeFacts';
import type { CheckOutcome } from './findings';
import { accountFinding } from './findings';

const accountWith = ({ accounts }: CloseFacts, systemAccount: string): Account | undefined =>
	accounts.bySystem.get(systemAccount);

/**
 * What a figure of ours beside the ledger comes to; both debit positive.
 * @param of what ours is of, as it begins a sentence: “Documents”
 */
function outcomeOf(
	{ organisation: { decimals } }: CloseFacts,
	account: Account | undefined,
	of: string,
	{ ours, xeros, status, note }: Check,
): CheckOutcome {
	const said = note.replace(/\.$/, '');
	if (status === 'notChecked' || ours === null || xeros === null) return { findings: [], notChecked: [said] };
	const difference = xeros - ours;
	if (status !== 'differs') return { findings: [], rounding: difference, notes: said === '' ? [] : [said] };
	const text = `${of} ${amountText(ours, decimals)}, ledger ${amountText(xeros, decimals)}${said === '' ? '' : `. ${said}`}`;
	const finding = { severity: 'error', count: 1, amount: difference, contactId: null, contactName: null, records: [] } as const;
	return { findings: [account ? accountFinding(account, 'error', difference, text) : { ...finding, text }] };
}

const signed = (side: Side, amount: bigint | null): bigint | null => (side === 'payable' && amount !== null ? -amount : amount);

function tieFacts(
	facts: CloseFacts,
	side: Side,
	account: Account | undefined,
	outstanding: NonNullable<CloseFacts['outstanding']>,
): TieFacts {
	const { trialBalance, organisation, asOf, accounts } = facts;
	const other = outstanding[side === 'receivable' ? 'payable' : 'receivable'];
	const balance = trialBalance ? signed(side, balanceOf(trialBalance, account?.id ?? '')) : null;
	const gains = accounts.bySystem.get('UNREALISEDCURRENCYGAIN')?.id ?? '';
	const sources = { asOf, baseDecimals: organisation.decimals, controlBalance: balance };
	return {
		side,
		baseDecimals: organisation.decimals,
		rates: asOfRates(outstanding[side], sources),
		account: {
			accountId: account?.id ?? '',
			balance,
			unrealised: trialBalance && {
				balance: balanceOf(trialBalance, gains),
				yearStart: yearStart(asOf, organisation.yearEnd),
				otherSideIsForeign: other.some((one) => one.document.isForeign && !isPrepayment(one)),
			},
		},
		onlySomeContacts: false,
	};
}

/** Why what is open in foreign currencies may not be told beside the ledger, and where it can be. */
const NO_RATES: Readonly<Record<Side, string>> = {
	receivable:
		'The API gives no rate of the day for what is open in foreign currencies. Get Aged Receivables and give it in Rates there',
	payable:
		'The API gives no rate of the day for what is open in foreign currencies. Get Aged Payables and give it in Rates there',
};

/** What is open of a side, document by document, beside its control account (section 4.1). */
export function controlAccountTie(facts: CloseFacts, side: Side): CheckOutcome {
	// What could not be read is said by the loader.
	if (facts.outstanding === undefined || facts.trialBalance === undefined) return { findings: [] };
	const account = accountWith(facts, side === 'receivable' ? 'DEBTORS' : 'CREDITORS');
	const outstanding = facts.outstanding[side];
	const wanted = tieFacts(facts, side, account, facts.outstanding);
	const check = controlTie(outstanding, wanted);
	// The note of an aged report asks for a rate, which a close has no input for.
	const unrated = { ...check, note: NO_RATES[side] };
	const tie = check.status === 'notChecked' ? { ...unrated, ...tieOfYear(outstanding, wanted) } : check;
	return outcomeOf(facts, account, 'Documents', { ...tie, ours: signed(side, tie.ours), xeros: signed(side, tie.xeros) });
}

/** Claims that were approved and not paid on the day, beside UNPAIDEXPCLM. */
export function claimsTie(facts: CloseFacts): CheckOutcome {
	const { trialBalance, claims, asOf } = facts;
	if (trialBalance === undefined) return { findings: [] };
	const account = accountWith(facts, 'UNPAIDEXPCLM');
	const open = claims
		.filter((claim) => stands(claim) && claim.date <= asOf)
		.map(({ due, payments }) => due + sum(payments.filter(({ date }) => date > asOf).map(({ amount }) => amount)));
	const [ours, xeros] = [-sum(open), balanceOf(trialBalance, account?.id ?? '')];
	const status = ours === xeros ? 'ties' : 'differs';
	const note = status === 'ties' ? '' : 'Claims of the newer Xero Expenses are not in the API';
	return outcomeOf(facts, account, 'Claims', { check: 'claimsTie', ours, xeros, status, note });
}

/** Tax by rate beside the tax account, as the tax detail has it. */
export function taxTie(facts: CloseFacts): CheckOutcome {
	const { tax, accounts } = facts;
	if (tax === undefined) return { findings: [], notChecked: ['The tax detail was not made'] };
	return outcomeOf(facts, accounts.byId.get(tax.accountId ?? ''), 'Tax lines', tax);
}
