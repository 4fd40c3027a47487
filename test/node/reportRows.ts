import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

/** Rows of some kinds. */
export const ofType = (rows: readonly IDataObject[], ...types: string[]): IDataObject[] =>
	rows.filter(({ rowType }) => types.includes(String(rowType)));

/** What rows have under some keys. */
export const columns = (rows: readonly IDataObject[], ...keys: string[]): unknown[][] =>
	rows.map((row) => keys.map((key) => row[key]));

/** What checks come to. */
export const checks = (rows: readonly IDataObject[]): unknown[][] =>
	columns(ofType(rows, 'check'), 'check', 'ours', 'xeros', 'status');

/** The page beside an item. */
export function pageOf(item: INodeExecutionData): {
	readonly fileName: string;
	readonly mimeType: string;
	readonly html: string;
} {
	const { data, fileName = '', mimeType } = item.binary!.page!;
	return { fileName, mimeType, html: Buffer.from(data, 'base64').toString('utf8') };
}
