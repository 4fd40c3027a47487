import type { Api } from '../../nodes/shared/model/operation';
import { accounting } from '../../nodes/XeroAccounting/accounting';
import { assets } from '../../nodes/XeroAssets/assets';
import { bankFeeds } from '../../nodes/XeroBankFeeds/bankFeeds';
import { files } from '../../nodes/XeroFiles/files';
import { finance } from '../../nodes/XeroFinance/finance';
import { payrollAu } from '../../nodes/XeroPayroll/au/payrollAu';
import { payrollNz } from '../../nodes/XeroPayroll/nz/payrollNz';
import { payrollUk } from '../../nodes/XeroPayroll/uk/payrollUk';
import { projects } from '../../nodes/XeroProjects/projects';
import { reports } from '../../nodes/XeroReports/reports';
import type { Described } from '../../test/xeroDescription';

/** A node that is made from a table. */
export interface NodeWithTable {
	/** What n8n saves as its type, without the name of the package. */
	readonly name: string;
	/** Where its file lies, from nodes/. */
	readonly folder: string;
	readonly api: Api;
	/** Xero's description of the API. */
	readonly described: Described;
}

/** Every such node. Triggers are none: n8n's editor shows no schema of what they give. */
export const NODES_WITH_TABLES: readonly NodeWithTable[] = [
	{ name: 'xeroAccounting', folder: 'XeroAccounting', api: accounting, described: 'accounting' },
	{ name: 'xeroAssets', folder: 'XeroAssets', api: assets, described: 'assets' },
	{ name: 'xeroBankFeeds', folder: 'XeroBankFeeds', api: bankFeeds, described: 'bankfeeds' },
	{ name: 'xeroFiles', folder: 'XeroFiles', api: files, described: 'files' },
	{ name: 'xeroFinance', folder: 'XeroFinance', api: finance, described: 'finance' },
	{ name: 'xeroPayrollAu', folder: 'XeroPayroll/au', api: payrollAu, described: 'payroll-au-all' },
	{ name: 'xeroPayrollNz', folder: 'XeroPayroll/nz', api: payrollNz, described: 'payroll-nz' },
	{ name: 'xeroPayrollUk', folder: 'XeroPayroll/uk', api: payrollUk, described: 'payroll-uk' },
	{ name: 'xeroProjects', folder: 'XeroProjects', api: projects, described: 'projects' },
	{ name: 'xeroReports', folder: 'XeroReports', api: reports, described: 'accounting' },
];
