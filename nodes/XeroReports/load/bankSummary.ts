// Xero's bank summary of a period as balances of bank accounts.

import type { OperationContext } from '../../shared/model/context';
import { minorOf } from '../facts/money';
import type { BankBalance } from '../folds/cashFlowChecks';
import type { DayRange } from '../rows/financialYear';
import { readReport } from '../rows/readReport';
import { amountUnder } from '../rows/statementKinds';
import { whyNotRead } from './trialBalances';

/** The scope of the bank summary. */
export const BANK_SUMMARY_SCOPE = 'accounting.reports.banksummary.read';

/**
 * What stood on each bank account before a period and at its end, or why it was not read, as a sentence.
 * @param decimals of the base currency
 */
export async function readBankSummary(
	call: Pick<OperationContext, 'request' | 'recordsIn'>,
	{ from, to }: DayRange,
	decimals: number,
): Promise<readonly BankBalance[] | string> {
	try {
		const query = { fromDate: from, toDate: to };
		const request = { path: '/Reports/BankSummary', query, envelope: 'Reports', scope: BANK_SUMMARY_SCOPE };
		const [report = {}] = call.recordsIn(await call.request(request), 'Reports');
		return readReport(report).lines.flatMap((line) => {
			if (line.accountId === null) return [];
			const under = (heading: RegExp): bigint => minorOf(amountUnder(line, heading), decimals);
			return [{ accountId: line.accountId, opening: under(/^opening/i), closing: under(/^closing/i) }];
		});
	} catch (cause) {
		return whyNotRead(cause, BANK_SUMMARY_SCOPE, 'bank summary');
	}
}
