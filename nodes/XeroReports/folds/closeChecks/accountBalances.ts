// Balances in the trial balance that should not be so: suspense accounts, bank accounts below zero, the wrong side.

import type { Account } from '../../facts/accounts';
import { absolute, amountText } from '../../facts/money';
import { balanceOf } from '../../facts/trialBalance';
import type { CloseFacts } from './closeFacts';
import { accountText } from './closeFacts';
import type { CheckOutcome, CloseFinding } from './findings';
import { accountFinding } from './findings';

/** Accounts of Xero's own that should be empty. */
const EMPTY: ReadonlySet<string> = new Set(['HISTORICAL', 'TRACKINGTRANSFERS', 'ROUNDING']);

/** Names by which suspense accounts are known where none are chosen. */
const SUSPENSE_NAME = /suspense|unallocated|uncategori[sz]ed|ask my accountant/i;

/** Clearing is also what customs brokers and banks are paid for: among income and expenses it is no suspense account. */
const CLEARING_NAME = /clearing/i;

const isNamedSuspense = ({ name, class: of }: Account): boolean =>
	SUSPENSE_NAME.test(name) || (CLEARING_NAME.test(name) && of !== 'REVENUE' && of !== 'EXPENSE');

/** Whether the check of suspense accounts looks at an account. */
const isSuspense = (account: Account, { options: { suspenseAccounts } }: CloseFacts): boolean =>
	EMPTY.has(account.systemAccount) || (suspenseAccounts ? suspenseAccounts.has(account.id) : isNamedSuspense(account));

/** One unit of the base currency: so much may stand on the account for rounding. */
const unitOf = ({ organisation }: CloseFacts): bigint => 10n ** BigInt(organisation.decimals);

/** Suspense accounts, conversion balances, tracking transfers and rounding that are not empty. */
export function suspense(facts: CloseFacts): CheckOutcome {
	const { trialBalance, accounts, organisation, options } = facts;
	if (trialBalance === undefined) return { findings: [] };
	const findings = accounts.all
		.filter((account) => isSuspense(account, facts))
		.flatMap((account): CloseFinding[] => {
			const balance = balanceOf(trialBalance, account.id);
			const allowed = account.systemAccount === 'ROUNDING' ? unitOf(facts) : 0n;
			if (absolute(balance) <= allowed) return [];
			const text = `${accountText(account)} has ${amountText(balance, organisation.decimals)}`;
			return [accountFinding(account, 'warning', balance, text)];
		});
	return { findings, notes: options.suspenseAccounts ? [] : ['Suspense accounts were looked for by name'] };
}

/** Bank accounts below zero; a card is a debt by nature. */
export function negativeBank({ trialBalance, accounts, organisation }: CloseFacts): CheckOutcome {
	if (trialBalance === undefined) return { findings: [] };
	const findings = accounts.all
		.filter(({ type, bankAccountType }) => type === 'BANK' && bankAccountType !== 'CREDITCARD')
		.flatMap((account): CloseFinding[] => {
			const balance = balanceOf(trialBalance, account.id);
			if (balance >= 0n) return [];
			const text = `${accountText(account)} is ${amountText(balance, organisation.decimals)}`;
			return [accountFinding(account, 'warning', balance, text)];
		});
	return { findings };
}

/** Tax may be a refund. */
const EITHER_SIDE: ReadonlySet<string> = new Set(['GST', 'GSTONIMPORTS']);

/** What lessens an asset stands among assets, in credit. */
const isContra = ({ type, name }: Account): boolean =>
	(type === 'FIXED' || type === 'NONCURRENT') && /depreciation|amorti[sz]ation|impairment/i.test(name);

/** Assets in credit and liabilities in debit, but for banks, tax, depreciation and what other checks look at. */
export function accountsOnWrongSide(facts: CloseFacts): CloseFinding[] {
	const { trialBalance, accounts, organisation } = facts;
	if (trialBalance === undefined) return [];
	return accounts.all
		.filter((account) => account.type !== 'BANK' && !EITHER_SIDE.has(account.systemAccount))
		.filter((account) => !isContra(account) && !isSuspense(account, facts))
		.flatMap((account): CloseFinding[] => {
			const balance = balanceOf(trialBalance, account.id);
			const side = balance > 0n ? 'debit' : 'credit';
			const isWrong = account.class === 'ASSET' ? balance < 0n : account.class === 'LIABILITY' && balance > 0n;
			if (!isWrong) return [];
			const text = `${accountText(account)} is ${amountText(absolute(balance), organisation.decimals)} in ${side}`;
			return [accountFinding(account, 'warning', balance, text)];
		});
}
