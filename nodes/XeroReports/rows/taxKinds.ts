// Published tax reports and the 1099 report as rows.

import type { IDataObject } from 'n8n-workflow';
import { asText, typed } from './cells';
import { daysOfSpan } from './headings';
import type { ReadReport } from './readReport';
import type { ReportKind, RowSource } from './reportRows';
import { headOf, tailOf } from './reportRows';

/** A box of a form, or a row of a report that is made of rows. */
const box = (source: RowSource, report: ReadReport, own: IDataObject): IDataObject => ({
	...headOf(source, 'row'),
	section: '',
	sectionPath: [],
	...own,
	...daysOfSpan(report.dateText),
	computed: false,
	xeroRowType: 'Field',
	...tailOf(report),
});

/** A published GST or activity statement: its boxes, and its rows where it has some. */
export const publishedReport: ReportKind = {
	hasAccounts: false,
	own: (line, _source, { dateText }) => ({
		field: null,
		value: line.values.find((value) => value !== null) ?? null,
		values: [...line.values],
		...daysOfSpan(dateText),
	}),
	others: (source, report) =>
		report.fields.map(({ FieldID, Description, Value }) => {
			const { value } = typed(Value);
			return box(source, report, {
				label: asText(Description) ?? asText(FieldID),
				field: asText(FieldID),
				value,
				values: [value],
			});
		}),
};

/** The boxes that a 1099 form can have. */
const BOXES = Array.from({ length: 18 }, (_, at) => at + 1);

/** Xero's properties of a contact in the 1099 report, by the names they have in rows. */
const PERSON: ReadonlyArray<readonly [key: string, xero: string]> = [
	['contactId', 'ContactId'],
	['name', 'Name'],
	['legalName', 'LegalName'],
	['businessName', 'BusinessName'],
	['federalTaxIdType', 'FederalTaxIDType'],
	['taxId', 'TaxID'],
	['federalTaxClassification', 'FederalTaxClassification'],
	['streetAddress', 'StreetAddress'],
	['city', 'City'],
	['state', 'State'],
	['zip', 'Zip'],
	['email', 'Email'],
];

const amountOf = (value: unknown): number | null => {
	const { value: read } = typed(value);
	return typeof read === 'number' ? read : null;
};

/** The 1099 forms: a row for each contact of each form, with a key for every box that a form can have. */
export const tenNinetyNine: ReportKind = {
	hasAccounts: false,
	own: () => ({}),
	others: (source, report) =>
		report.contacts.map((contact) => ({
			...headOf(source, 'row'),
			form: report.name?.replace(/ report$/i, '') ?? null,
			...Object.fromEntries(PERSON.map(([key, xero]) => [key, asText(contact[xero])])),
			...Object.fromEntries(BOXES.map((number) => [`box${number}`, amountOf(contact[`Box${number}`])])),
			...daysOfSpan(report.dateText),
			xeroRowType: 'Contact',
			...tailOf(report),
		})),
};
