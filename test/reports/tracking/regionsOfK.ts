import type { IDataObject } from 'n8n-workflow';
import { accountsOf } from '../../../nodes/XeroReports/facts/accounts';
import type { CategoryOption } from '../../../nodes/XeroReports/facts/trackingCategories';
import { balanceWithOthers, byOption } from '../../../nodes/XeroReports/folds/trackedBalances';
import { debitsCheck, profitCheck, transfersChecks } from '../../../nodes/XeroReports/folds/trackedChecks';
import { trackedRows } from '../../../nodes/XeroReports/folds/trackedRows';
import { loadTrackedReports } from '../../../nodes/XeroReports/load/trackedReports';
import { OCTOBER } from '../ledger/ledgerK';
import { chart, contextOf, idOf, trialBalance } from '../ledger/records';
import { reportOf } from './xeroReports';

const NORTH: CategoryOption = { id: 'north', name: 'North' };
const SOUTH: CategoryOption = { id: 'south', name: 'South' };
export const REGION = { id: 'region', name: 'Region', options: [NORTH, SOUTH] };

/** Xero's own account that balances the sheet of an option. */
const TRANSFERS: IDataObject = {
	...{ AccountID: idOf('877'), Code: '877', Name: 'Tracking Transfers' },
	...{ Type: 'CURRLIAB', Class: 'LIABILITY', SystemAccount: 'TRACKINGTRANSFERS', Status: 'ACTIVE' },
};

const EARNINGS = reportOf(
	['North', 'South', 'Unassigned', 'Total'],
	[
		['Income', ['Sales', '200', 3400, 1200, 500, 5100], ['Total Income', null, 3400, 1200, 500, 5100]],
		['Less Cost of Sales', ['Cost of Goods Sold', '310', 0, 0, 1200, 1200], ['Total Cost of Sales', null, 0, 0, 1200, 1200]],
		['', ['Gross Profit', null, 3400, 1200, -700, 3900]],
		[
			'Less Operating Expenses',
			['Advertising', '400', 1000, 300, 200, 1500],
			['Depreciation', '416', 0, 0, 50, 50],
			['Foreign Currency Gains and Losses', 'FXGROUPID', 0, 0, -34.48, -34.48],
			['Interest', '437', 0, 0, 25, 25],
			['Wages', '478', 0, 0, 2700, 2700],
			['Total Operating Expenses', null, 1000, 300, 2940.52, 4240.52],
		],
		['', ['Net Profit', null, 2400, 900, -3640.52, -340.52]],
	],
);

/** Xero balances the sheet of an option by Tracking Transfers. */
const SHEETS: Readonly<Record<string, IDataObject>> = {
	north: reportOf(
		['31 Oct 2026', '31 Oct 2025'],
		[
			['Assets'],
			['Fixed Assets', ['Equipment', '710', 1000, 0], ['Total Fixed Assets', null, 1000, 0]],
			['', ['Total Assets', null, 1000, 0]],
			['Liabilities'],
			['Current Liabilities', ['Tracking Transfers', '877', -1400, 0], ['Total Current Liabilities', null, -1400, 0]],
			['', ['Total Liabilities', null, -1400, 0]],
			['', ['Net Assets', null, 2400, 0]],
			['Equity', ['Current Year Earnings', 'abababab-abab-abab-abab-abababababab', 2400, 0], ['Total Equity', null, 2400, 0]],
		],
	),
	south: reportOf(
		['31 Oct 2026', '31 Oct 2025'],
		[
			['Liabilities'],
			['Current Liabilities', ['Tracking Transfers', '877', -900, 0]],
			['', ['Total Liabilities', null, -900, 0]],
			['Equity', ['Current Year Earnings', 'abababab-abab-abab-abab-abababababab', 900, 0]],
		],
	),
};

/** Xero's answers, and the calls that were made for them. */
function xero() {
	const calls: string[] = [];
	const request = async ({ path, query }: { path: string; query?: IDataObject }) => {
		calls.push(`${path} ${new URLSearchParams(query as Record<string, string>).toString()}`);
		return await Promise.resolve(path.endsWith('ProfitAndLoss') ? EARNINGS : SHEETS[String(query?.trackingOptionID1)]!);
	};
	const call = {
		request,
		recordsIn: (answer: unknown) => [answer],
		once: async (_: string, work: () => unknown) => await work(),
	};
	return { calls, call: call as unknown as Parameters<typeof loadTrackedReports>[0] };
}

/** The trial balance of ledger K by region at 31 October 2026. */
export async function regionsOfK() {
	const { organisation } = contextOf();
	const accounts = accountsOf([...chart, TRANSFERS], 'NZD');
	const categories = { first: REGION, second: undefined };
	const { calls, call } = xero();
	const wanted = { books: { organisation, accounts }, categories, asOf: '2026-10-31', basis: 'accrual' } as const;
	const reports = await loadTrackedReports(call, wanted);
	const whole = trialBalance(OCTOBER);
	const options = byOption(categories, reports.figures, whole);
	const others = new Map(options.map((one) => [one.first, balanceWithOthers(one)]));
	const checks = [
		profitCheck(reports.profit, whole, accounts),
		...transfersChecks(reports.transfers, (first) => others.get(first)!),
		debitsCheck(options, whole),
	];
	const view = {
		organisationId: 'o',
		decimals: 2,
		accounts,
		categories,
		asOf: '2026-10-31',
		basis: 'accrual',
		totals: 'group',
	} as const;
	return { calls, options, rows: trackedRows(options, [], checks, view) };
}
