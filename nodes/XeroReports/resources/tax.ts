import type { IDataObject } from 'n8n-workflow';
import { record } from '../../shared/inputs/locators';
import { number } from '../../shared/inputs/scalars';
import type { ListOption } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { list } from '../../shared/operations/crud';
import { joined } from '../../XeroAccounting/fields/document';
import { plainLayout } from '../fields/output';
import { taxDetailReport } from '../operations/taxDetailReport';
import { publishedReport, tenNinetyNine } from '../rows/taxKinds';
import { xeroReport } from '../operations/xeroReport';

const line = ({ ReportID, ReportName, ReportTitle, ReportDate }: IDataObject): ListOption => ({
	name: joined([ReportName, ReportTitle === ReportName ? '' : ReportTitle, ReportDate]),
	value: String(ReportID),
});

const published = xeroReport('Published Report', {
	xero: 'getReportFromId',
	report: 'publishedReport',
	scope: 'taxreports',
	path: '{ReportID}',
	description: 'A published tax report, such as a GST or activity statement, box by box',
	kind: publishedReport,
	time: 'none',
	required: { ReportID: record('Report', 'report') },
	layout: plainLayout,
});

export const tax = resource({
	key: 'tax',
	name: 'Tax',
	plural: 'Published Reports',
	description: 'GST or VAT line by line, published GST and activity statements, and the 1099 report',
	path: 'Reports',
	id: 'ReportID',
	scope: 'accounting.reports.taxreports.read',
	fields: {},
	listOptions: { report: (one) => [line(one)] },
	operations: (kind) => ({
		taxDetail: taxDetailReport,
		get: { ...published, name: 'Get' },
		getAll: list(kind, 'getReportsList', {}, { by: 'nothing' }, { description: 'List the published tax reports (GST, BAS)' }),
		tenNinetyNine: xeroReport('1099', {
			xero: 'getReportTenNinetyNine',
			report: 'tenNinetyNine',
			scope: 'tenninetynine',
			path: 'TenNinetyNine',
			description: 'The boxes of the 1099 forms for each contact (US); a row is a contact',
			kind: tenNinetyNine,
			time: 'none',
			layout: plainLayout,
			required: {},
			query: { reportYear: number('Year', { blank: '', whole: true, min: 2000, max: 2100, placeholder: 'e.g. 2025' }) },
		}),
	}),
});
