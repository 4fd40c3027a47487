import { resource } from '../../shared/model/operation';
import { accountLayout } from '../fields/output';
import { bankSummary } from '../rows/statementKinds';
import { currencyRevaluationReport } from '../operations/currencyRevaluationReport';
import { xeroReport } from '../operations/xeroReport';

export const currency = resource({
	key: 'currency',
	name: 'Bank and Currency',
	plural: 'Rows',
	description: 'What moved on the bank accounts, and what foreign money is worth',
	path: 'Reports',
	id: 'ReportID',
	scope: 'accounting.reports.banksummary.read',
	fields: {},
	operations: () => ({
		currencyRevaluation: currencyRevaluationReport,
		bankSummary: xeroReport('Bank Summary', {
			xero: 'getReportBankSummary',
			report: 'bankSummary',
			scope: 'banksummary',
			path: 'BankSummary',
			description: 'Opening balance, cash received and spent, and closing balance of every bank account',
			kind: bankSummary,
			hasPage: true,
			time: 'period',
			layout: accountLayout,
		}),
	}),
});
