import type { INodeType } from 'n8n-workflow';
import type { Api, Operation } from '../../nodes/shared/model/operation';
import { accounting } from '../../nodes/XeroAccounting/accounting';
import { XeroAccounting } from '../../nodes/XeroAccounting/XeroAccounting.node';
import { assets } from '../../nodes/XeroAssets/assets';
import { XeroAssets } from '../../nodes/XeroAssets/XeroAssets.node';
import { bankFeeds } from '../../nodes/XeroBankFeeds/bankFeeds';
import { XeroBankFeeds } from '../../nodes/XeroBankFeeds/XeroBankFeeds.node';
import { files } from '../../nodes/XeroFiles/files';
import { XeroFiles } from '../../nodes/XeroFiles/XeroFiles.node';
import { finance } from '../../nodes/XeroFinance/finance';
import { XeroFinance } from '../../nodes/XeroFinance/XeroFinance.node';
import { payrollAu } from '../../nodes/XeroPayroll/au/payrollAu';
import { payrollNz } from '../../nodes/XeroPayroll/nz/payrollNz';
import { XeroPayrollAu } from '../../nodes/XeroPayroll/au/XeroPayrollAu.node';
import { XeroPayrollNz } from '../../nodes/XeroPayroll/nz/XeroPayrollNz.node';
import { payrollUk } from '../../nodes/XeroPayroll/uk/payrollUk';
import { XeroPayrollUk } from '../../nodes/XeroPayroll/uk/XeroPayrollUk.node';
import { projects } from '../../nodes/XeroProjects/projects';
import { XeroProjects } from '../../nodes/XeroProjects/XeroProjects.node';
import { reports } from '../../nodes/XeroReports/reports';
import { XeroReports } from '../../nodes/XeroReports/XeroReports.node';
import type { Call, Described } from '../xeroDescription';
import { examples as accountingExamples } from './accounting';
import { examples as assetsExamples } from './assets';
import { examples as bankFeedsExamples } from './bankFeeds';
import type { Examples } from './example';
import { examples as filesExamples } from './files';
import { examples as financeExamples } from './finance';
import { examples as payrollAuExamples } from './payrollAu';
import { examples as payrollNzExamples } from './payrollNz';
import { examples as payrollUkExamples } from './payrollUk';
import { examples as projectsExamples } from './projects';
import { examples as reportsExamples } from './reports';

/** A node that is made from a table: the table, Xero's own description of the API, and examples of what its operations send. */
export interface NodeCase {
	readonly api: Api;
	readonly node: INodeType;
	/** The name of Xero's description. */
	readonly described: Described;
	/** Calls in Xero's description. */
	readonly calls: number;
	/** Which of those the node makes; all unless said. */
	isOwn?(call: Call): boolean;
	/** The file or folder of the examples, from the root of the project. */
	readonly file: string;
	/** By resource, then by operation. */
	readonly examples: Readonly<Record<string, Examples>>;
	/** Properties that a schema asks for and does not have: slips of Xero's description. */
	readonly slips?: readonly string[];
}

/** The reports are a part of the Accounting API with a node of its own. */
const isOfReports = ({ path }: Call): boolean => path.startsWith('/Reports');

export const NODES: readonly NodeCase[] = [
	{
		api: accounting,
		node: new XeroAccounting(),
		described: 'accounting',
		calls: 224,
		isOwn: (call) => !isOfReports(call),
		file: 'test/examples/accounting/',
		examples: accountingExamples,
	},
	{
		api: assets,
		node: new XeroAssets(),
		described: 'assets',
		calls: 6,
		file: 'test/examples/assets.ts',
		examples: assetsExamples,
	},
	{
		api: bankFeeds,
		node: new XeroBankFeeds(),
		described: 'bankfeeds',
		calls: 7,
		file: 'test/examples/bankFeeds.ts',
		examples: bankFeedsExamples,
	},
	{
		api: files,
		node: new XeroFiles(),
		described: 'files',
		calls: 18,
		file: 'test/examples/files.ts',
		examples: filesExamples,
		slips: ['id', 'name', 'manufacturer', 'releaseDate'],
	},
	{
		api: finance,
		node: new XeroFinance(),
		described: 'finance',
		calls: 8,
		file: 'test/examples/finance.ts',
		examples: financeExamples,
	},
	{
		api: payrollAu,
		node: new XeroPayrollAu(),
		described: 'payroll-au-all',
		calls: 41,
		file: 'test/examples/payrollAu/index.ts',
		examples: payrollAuExamples,
	},
	{
		api: payrollNz,
		node: new XeroPayrollNz(),
		described: 'payroll-nz',
		calls: 71,
		file: 'test/examples/payrollNz/index.ts',
		examples: payrollNzExamples,
	},
	{
		api: payrollUk,
		node: new XeroPayrollUk(),
		described: 'payroll-uk',
		calls: 69,
		file: 'test/examples/payrollUk/index.ts',
		examples: payrollUkExamples,
	},
	{
		api: projects,
		node: new XeroProjects(),
		described: 'projects',
		calls: 16,
		file: 'test/examples/projects.ts',
		examples: projectsExamples,
	},
	{
		api: reports,
		node: new XeroReports(),
		described: 'accounting',
		calls: 11,
		isOwn: isOfReports,
		file: 'test/examples/reports.ts',
		examples: reportsExamples,
	},
];

/** Every operation of an API, as [resource, operation, row]. */
export const rowsOf = ({ resources }: Api): Array<readonly [resource: string, name: string, row: Operation]> =>
	resources.flatMap(({ key, operations }) => Object.entries(operations).map(([name, row]) => [key, name, row] as const));

/** Xero's names of an operation's calls, the main one first; none of the call of one's own. */
export const idsOf = ({ xero }: Pick<Operation, 'xero'>): readonly string[] => [xero].flat();
