import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { activityStatements } from '../../nodes/XeroReports/folds/statement';
import { ledgerRows } from '../../nodes/XeroReports/folds/ledgerRows';
import { statementRows } from '../../nodes/XeroReports/folds/statementRows';
import { ledgerK } from './ledger/ledgerK';
import { DUNLIN, OCTOBER } from './owing/dunlin';
import { report } from './owing/w1';
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
const PAGES: ReadonlyArray<readonly [string, () => IDataObject[]]> = [
	['agedReports.md', report],
	['currencyRevaluation.md', revaluation],
	['customerStatement.md', statement],
	['generalLedger.md', ledger],
	['reportChecks.md', report],
];

const rowsOn = (page: string): IDataObject[] =>
	[...readFileSync(join(__dirname, '../../docs', page), 'utf8').matchAll(/```json\n(.+?)```/gs)].map(
		([, json]) => JSON.parse(json!) as IDataObject,
	);

/** As text, so that the order of keys counts; IDs are made up on the pages, as in the tests. */
const withoutIds = (row: IDataObject): string =>
	JSON.stringify(row, (key, value: unknown) => (key.endsWith('Id') && value !== null ? 'ID' : value));

test.each(PAGES)('every row that docs/%s shows is one that the report gives', (page, made) => {
	const given = new Set(made().map(withoutIds));
	const shown = rowsOn(page).map(withoutIds);
	expect(shown.length).toBeGreaterThan(0);
	expect(shown.filter((row) => !given.has(row))).toEqual([]);
});
