import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { activityStatements } from '../../nodes/XeroReports/folds/statement';
import { ledgerRows } from '../../nodes/XeroReports/folds/ledgerRows';
import { statementRows } from '../../nodes/XeroReports/folds/statementRows';
import { budgetRowsOfK } from './budget/budgetOfK';
import { closeOf } from './close/closeOf';
import { BALANCES_A, SET_A } from './close/exampleRecords';
import { ledgerK } from './ledger/ledgerK';
import { DUNLIN, OCTOBER } from './owing/dunlin';
import { report } from './owing/w1';
import { notInSchema } from '../../scripts/outputSchemas/jsonSchema';
import { REPORT_COLUMNS } from '../../scripts/outputSchemas/reportColumns';
import { taxRowsOfK } from './tax/taxOfK';
import { regionsOfK } from './tracking/regionsOfK';
import { report as revaluation } from './revaluation/w5';

const statement = (): IDataObject[] => statementRows(activityStatements({ documents: DUNLIN }, OCTOBER), OCTOBER, 'organisation');

function ledger(): IDataObject[] {
	const { ledger: made, made: read } = ledgerK();
	return ledgerRows(made, read.entries, {
		...{ from: '2026-10-01', to: '2026-10-31', organisationId: 'organisation', baseCurrency: 'NZD', decimals: 2 },
		...{ rows: 'both', includeZero: false, runningBalance: true, totals: 'grand' },
		return: new Set(['row', 'total', 'notInApi', 'check']),
	});
}

/** The worked example of each page. */
const PAGES: ReadonlyArray<readonly [string, () => IDataObject[] | Promise<IDataObject[]>]> = [
	['agedReports.md', report],
	['closeChecks.md', async () => await closeOf({ lists: SET_A, balances: BALANCES_A })],
	['currencyRevaluation.md', revaluation],
	['customerStatement.md', statement],
	['generalLedger.md', ledger],
	['reportChecks.md', report],
	['budgetVsActual.md', budgetRowsOfK],
	['trialBalanceByTracking.md', async () => (await regionsOfK()).rows],
	['taxDetail.md', () => taxRowsOfK(undefined, undefined, 'taxType', { rows: 'both' })],
];

const rowsOn = (page: string): IDataObject[] =>
	[...readFileSync(join(__dirname, '../../docs', page), 'utf8').matchAll(/```json\n(.+?)```/gs)].map(
		([, json]) => JSON.parse(json!) as IDataObject,
	);

/** IDs and pages of records are made up on the pages, as in the tests. */
const withoutId = (key: string, value: unknown): unknown => {
	if (value === null) return null;
	if (key.endsWith('Ids') && Array.isArray(value)) return value.length;
	return key.endsWith('Id') || key === 'url' ? 'ID' : value;
};

/** As text, so that the order of keys counts. */
const withoutIds = (row: IDataObject): string => JSON.stringify(row, withoutId);

test.each(PAGES)('every row that docs/%s shows is one that the report gives', async (page, made) => {
	const given = new Set((await made()).map(withoutIds));
	const shown = rowsOn(page).map(withoutIds);
	expect(shown.length).toBeGreaterThan(0);
	expect(shown.filter((row) => !given.has(row))).toEqual([]);
});

test.each(PAGES)('every row of the worked example of docs/%s is as the schema of its operation says', async (_page, made) => {
	const rows = await made();
	const unknown = rows.flatMap((row) => {
		const [, properties] = Object.entries(REPORT_COLUMNS).find(([what]) => what.endsWith(`.${String(row.report)}`))!;
		return notInSchema(row, { type: 'object', properties });
	});
	expect([...new Set(unknown)]).toEqual([]);
});
