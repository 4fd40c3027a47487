// Xero's profit and loss and balance sheet, read for reports that are made of them.

import type { IDataObject } from 'n8n-workflow';
import type { OperationContext } from '../../shared/model/context';
import { balanceSheetOf } from '../facts/balanceSheet';
import type { ProfitAndLoss } from '../facts/profitAndLoss';
import { profitAndLossOf } from '../facts/profitAndLoss';
import type { DayRange } from '../rows/financialYear';
import type { Books } from './books';

/** The scopes of the two reports. */
export const PROFIT_AND_LOSS_SCOPE = 'accounting.reports.profitandloss.read';
export const BALANCE_SHEET_SCOPE = 'accounting.reports.balancesheet.read';

type Asking = Pick<OperationContext, 'request' | 'recordsIn' | 'once'>;

/** Accrual, or cash: documents count as far as they are paid. */
export type Basis = 'accrual' | 'cash';

const onBasis = (basis: Basis): IDataObject => (basis === 'cash' ? { paymentsOnly: true } : {});

/** A report, read once for all items of a run. The standard layout: a layout of one's own may hide accounts or join them. */
async function reportOf(call: Asking, name: string, query: IDataObject, scope: string): Promise<IDataObject> {
	const asked = { ...query, standardLayout: true };
	return await call.once(`${name} ${JSON.stringify(asked)}`, async () => {
		const answer = await call.request({ path: `/Reports/${name}`, query: asked, envelope: 'Reports', scope });
		return call.recordsIn(answer, 'Reports')[0] ?? {};
	});
}

/**
 * The profit and loss of some days.
 * @param tracking parameters that split it by options, or narrow it to some
 * @throws NodeApiError where it cannot be read
 */
export async function readProfitAndLoss(
	call: Asking,
	{ organisation, accounts }: Books,
	{ from, to }: DayRange,
	basis: Basis,
	tracking: IDataObject = {},
): Promise<ProfitAndLoss> {
	const query = { fromDate: from, toDate: to, ...tracking, ...onBasis(basis) };
	const report = await reportOf(call, 'ProfitAndLoss', query, PROFIT_AND_LOSS_SCOPE);
	return profitAndLossOf(report, accounts, organisation.decimals);
}

/**
 * What stands on each account at the end of a month, of lines with one or two tracking options.
 * @throws NodeApiError where it cannot be read
 */
export async function readBalanceSheet(
	call: Asking,
	{ organisation, accounts }: Books,
	monthEnd: string,
	basis: Basis,
	options: readonly string[],
): Promise<ReadonlyMap<string, bigint>> {
	const tracking = Object.fromEntries(options.map((id, index) => [`trackingOptionID${index + 1}`, id]));
	const query = { date: monthEnd, ...tracking, ...onBasis(basis) };
	const report = await reportOf(call, 'BalanceSheet', query, BALANCE_SHEET_SCOPE);
	return balanceSheetOf(report, accounts, organisation.decimals);
}
