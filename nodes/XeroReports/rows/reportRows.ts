// Rows of Xero's reports: keys that are the same in every row of a report and in every month.

import type { IDataObject } from 'n8n-workflow';
import type { DayRange } from './financialYear';
import type { ReadReport, ReportLine } from './readReport';
import type { TrackingColumns } from './trackingColumns';

/** What rows say of an account besides its ID, from Xero's Accounts. */
export interface AccountFacts {
	readonly accountCode: string | null;
	readonly accountName: string | null;
	readonly accountType: string | null;
	readonly accountClass: string | null;
}

/** What was asked for, and what is known besides the report. */
export interface RowSource {
	/** The key of the operation. */
	readonly report: string;
	/** Tenant ID. */
	readonly organisationId: string;
	/** The days that the report is about; absent where it says so itself. */
	readonly time?: DayRange | { readonly asOf: string };
	readonly basis?: 'accrual' | 'cash';
	/** By AccountID in lower case; empty where Xero's Accounts could not be read. */
	readonly accounts: ReadonlyMap<string, AccountFacts>;
	readonly tracking?: TrackingColumns;
	readonly contactId?: string;
}

/** What a kind of report says in a row besides what all reports say. */
export interface ReportKind {
	/** Whether its rows are about accounts. */
	readonly hasAccounts: boolean;
	/** The keys of its own. */
	own(line: ReportLine, source: RowSource, report: ReadReport): IDataObject;
	/** The same for each column by itself, for One Item per Amount; absent where that makes no sense. */
	columns?(line: ReportLine, source: RowSource): Array<IDataObject | undefined>;
	/** Rows that are no rows in Xero's answer. */
	others?(source: RowSource, report: ReadReport): IDataObject[];
}

/** One Item per Row, One Item per Amount. */
export type RowLayout = 'rows' | 'amounts';

const UNKNOWN: AccountFacts = { accountCode: null, accountName: null, accountType: null, accountClass: null };

/** What each row begins with: which report, and what kind of row. */
export const headOf = (source: RowSource, rowType: 'row' | 'total'): IDataObject => ({
	report: source.report,
	rowType,
	organisationId: source.organisationId,
});

/** What each row ends with: the report it is from. */
export const tailOf = ({ name, date }: ReadReport): IDataObject => ({ reportDate: date, reportName: name });

/** Where a row stands: the titles of its sections, and what it is called. */
const placeOf = ({ path, label }: ReportLine): IDataObject => ({ section: path.join(' / '), sectionPath: [...path], label });

const accountOf = ({ accountId, isGroup }: ReportLine, { accounts }: RowSource): IDataObject => ({
	accountId,
	...(accounts.get(accountId?.toLowerCase() ?? '') ?? UNKNOWN),
	accountGroup: accountId === null && isGroup ? 'currencyGains' : null,
});

/** A row around keys of its own; those that say of what days it is have the last word. */
function rowAround(kind: ReportKind, line: ReportLine, source: RowSource, report: ReadReport, own: IDataObject): IDataObject {
	return {
		...headOf(source, line.computed || line.xeroRowType === 'SummaryRow' ? 'total' : 'row'),
		...placeOf(line),
		...(kind.hasAccounts ? accountOf(line, source) : {}),
		...own,
		...source.time,
		...own,
		...(source.basis ? { basis: source.basis } : {}),
		computed: line.computed,
		xeroRowType: line.xeroRowType,
		...tailOf(report),
	};
}

/** The rows of a report, in Xero's order. */
export function rowsOf(kind: ReportKind, report: ReadReport, source: RowSource, layout: RowLayout = 'rows'): IDataObject[] {
	const rows = report.lines.flatMap((line) => {
		if (layout === 'rows' || !kind.columns) return [rowAround(kind, line, source, report, kind.own(line, source, report))];
		return kind.columns(line, source).flatMap((own, at) => {
			if (own === undefined) return [];
			return [rowAround(kind, line, source, report, { column: at + 1, columnLabel: line.headings[at] ?? '', ...own })];
		});
	});
	return [...(kind.others?.(source, report) ?? []), ...rows];
}
