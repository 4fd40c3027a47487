import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';
import type { Said } from './attributes';
import { attributesOf } from './attributes';
import { asText, typed } from './cells';
import { columnsOf, firstColumn, holdsText, namesFor } from './columns';
import type { Placed } from './tree';
import { branches, placed } from './tree';

/** Results that Xero sends as ordinary rows, in reports that may have no accounts at all. */
const RESULT = /^(gross|net) (profit|loss)\b|^profit \(loss\)|^net assets$|^current year earnings$/i;

/** "22 April 2019" → 2019-04-22; a span of dates stays the text it is. */
function dayOf(text: unknown): string | null {
	if (typeof text !== 'string' || text.trim() === '') return null;
	const formats = ['d MMMM yyyy', 'd MMM yyyy'];
	const day = formats.map((format) => DateTime.fromFormat(text.trim(), format, { zone: 'utc', locale: 'en' }));
	return day.find(({ isValid }) => isValid)?.toISODate() ?? text;
}

const nameOf = ({ ReportName, ReportTitle }: IDataObject): string | null => asText(ReportName) ?? asText(ReportTitle);

/** What tells the rows of one report from those of another; the last title is the time the report is about. */
const about = (report: IDataObject): IDataObject => {
	const titles = Array.isArray(report.ReportTitles) ? (report.ReportTitles as unknown[]) : [];
	return { reportName: nameOf(report), reportDate: dayOf(report.ReportDate), period: asText(titles[titles.length - 1]) };
};

interface Read extends Placed, Said {
	readonly names: readonly string[];
}

const read = (one: Placed): Read => {
	// A row may end before the last column, or go on after it.
	const names = namesFor(one.columns, Math.max(one.branch.cells.length, one.columns.headings.length));
	return { ...one, names, ...attributesOf(one.branch.cells, names) };
};

/** What a row is called, and whether the first cell is that name in place of the date it should be. */
function labelOf({ branch: { cells }, columns }: Read): { label: string | null; first: boolean } {
	const first = asText(cells[0]?.value);
	const isDate = columns.dated && (first === null || typed(first).value !== first);
	return isDate ? { label: asText(cells[1]?.value), first: false } : { label: first, first: true };
}

function item(report: IDataObject, row: Read, withAccounts: boolean): IDataObject {
	const { branch, path, columns, names, accountId, grouped, attributes } = row;
	const { label, first } = labelOf(row);
	const values: Array<string | number | null> = [];
	const percentages: string[] = [];
	const cells: IDataObject = {};
	for (let index = firstColumn(columns); index < names.length; index += 1) {
		const given = branch.cells[index]?.value;
		const { value, percent } =
			index === 0 && first ? typed(null) : holdsText(columns, index) ? { value: asText(given), percent: false } : typed(given);
		values.push(value);
		cells[names[index]!] = value;
		if (percent) percentages.push(names[index]!);
	}
	const result = branch.type === 'SummaryRow' || withAccounts || RESULT.test(label ?? '');
	// What a person looks for comes first, what tells one report from another last.
	return {
		section: path.join(' / '),
		label,
		...cells,
		accountId,
		computed: accountId === null && !grouped && result,
		rowType: branch.type,
		sectionPath: [...path],
		values,
		...(percentages.length ? { percentages } : {}),
		...(Object.keys(attributes).length ? { attributes } : {}),
		...report,
	};
}

/** Published tax reports may hold fields beside or in place of rows. */
const field = (report: IDataObject, { FieldID, Description, Value }: IDataObject): IDataObject => {
	const { value } = typed(Value);
	return {
		...report,
		section: '',
		sectionPath: [],
		label: asText(Description) ?? asText(FieldID),
		accountId: null,
		rowType: 'Field',
		computed: false,
		attributes: { FieldID: FieldID ?? null },
		values: [value],
		Value: value,
	};
};

const objects = (value: unknown): IDataObject[] =>
	Array.isArray(value) ? value.filter((one): one is IDataObject => one !== null && typeof one === 'object') : [];

/**
 * One of Xero's reports as flat items, in Xero's order: one for each row with cells, each field, or (1099) each contact.
 * An item of a row has where it stands (`section`, `sectionPath`), what it is called (`label`), its account, whether it is
 * a total or result (`computed`), and a typed value for each column, by name and in order (`values`).
 */
export function flatten(report: IDataObject): IDataObject[] {
	const { reportName, reportDate, period } = about(report);
	const contacts = objects(report.Contacts).map((contact) => ({ reportName, reportDate, ...contact }));
	const rows = [...placed(branches(report.Rows), [], columnsOf([]))].map(read);
	const withAccounts = rows.some(({ accountId }) => accountId !== null);
	const head = { reportName, reportDate, period } as IDataObject;
	return [
		...contacts,
		...rows.map((row) => item(head, row, withAccounts)),
		...objects(report.Fields).map((one) => field(head, one)),
	];
}
