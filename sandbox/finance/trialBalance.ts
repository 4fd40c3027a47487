import type { Body } from '../accounting/resource/replies';
import { yearStart } from './financialYear';
import { between, type Ledger, money, standing } from './ledger';
import type { Account } from './records';

/** GET /FinancialStatements/TrialBalance: what stands at the end of a day, and what moved since the start of the financial year. */
export function trialBalance(ledger: Ledger, endDate: string): Body {
	const startDate = yearStart(ledger.organisation, endDate);
	const found = standing(ledger, endDate);
	const sides = new Map<string, { debits: bigint; credits: bigint }>();
	for (const { account, cents } of ledger.movements.filter(between(startDate, endDate))) {
		const { debits, credits } = sides.get(account.AccountID) ?? { debits: 0n, credits: 0n };
		sides.set(account.AccountID, cents > 0n ? { debits: debits + cents, credits } : { debits, credits: credits - cents });
	}
	const accounts = ledger.accounts
		.filter(({ AccountID }) => (found.get(AccountID) ?? 0n) !== 0n || sides.has(AccountID))
		.map((account) => {
			const balance = found.get(account.AccountID) ?? 0n;
			const { debits, credits } = sides.get(account.AccountID) ?? { debits: 0n, credits: 0n };
			return {
				accountId: account.AccountID,
				accountType: account.Type,
				accountCode: account.Code,
				accountClass: account.Class,
				status: account.Status,
				reportingCode: account.ReportingCode,
				accountName: account.Name,
				balance: entry(balance),
				signedBalance: money(signed(account, balance)),
				accountMovement: {
					debits: money(debits),
					credits: money(credits),
					movement: entry(debits - credits),
					signedMovement: money(signed(account, debits - credits)),
				},
			};
		});
	return { startDate, endDate, accounts };
}

function entry(cents: bigint): Body {
	return { value: money(cents < 0n ? -cents : cents), entryType: cents < 0n ? 'CREDIT' : 'DEBIT' };
}

/** "Expense and Asset accounts code debits as positive. Revenue, Liability, and Equity accounts code debits as negative" (OpenAPI). */
function signed({ Class }: Account, cents: bigint): bigint {
	return Class === 'EXPENSE' || Class === 'ASSET' ? cents : -cents;
}
