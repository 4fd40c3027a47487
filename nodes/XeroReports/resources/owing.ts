import { record } from '../../shared/inputs/locators';
import { date } from '../../shared/inputs/scalars';
import type { Operation } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { plainLayout } from '../fields/output';
import { agedReport } from '../operations/agedReport';
import { customerStatementReport } from '../operations/customerStatementReport';
import { agedByContact } from '../rows/agedKind';
import { xeroReport } from '../operations/xeroReport';

const agedByContactReport = (side: 'Receivables' | 'Payables', description: string): Operation =>
	xeroReport(`Aged ${side} by Contact`, {
		xero: `getReportAged${side}ByContact`,
		report: `aged${side}ByContact`,
		scope: 'aged',
		path: `Aged${side}ByContact`,
		description,
		kind: agedByContact,
		time: 'asOf',
		asOf: { says: 'Payments and credits count up to this day' },
		required: { contactId: record('Contact', 'contact') },
		layout: plainLayout,
		query: {
			fromDate: date('Date From', { description: 'Documents dated before it are one opening balance' }),
			toDate: date('Date To', { description: 'Documents dated after it are left out' }),
		},
	});

export const owing = resource({
	key: 'owing',
	name: 'Owing',
	plural: 'Rows',
	description: 'What customers owe and what is owed to suppliers',
	path: 'Reports',
	id: 'ReportID',
	scope: 'accounting.reports.aged.read',
	fields: {},
	operations: () => ({
		agedReceivables: agedReport('receivable'),
		agedPayables: agedReport('payable'),
		customerStatement: customerStatementReport,
		agedReceivablesByContact: agedByContactReport('Receivables', 'What a customer owes, invoice by invoice'),
		agedPayablesByContact: agedByContactReport('Payables', 'What is owed to a supplier, bill by bill'),
	}),
});
