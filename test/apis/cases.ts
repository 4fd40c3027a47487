import type { INodeType } from 'n8n-workflow';
import type { Api } from '../../nodes/shared/model/operation';
import { assets } from '../../nodes/XeroAssets/assets';
import { XeroAssets } from '../../nodes/XeroAssets/XeroAssets.node';
import { bankFeeds } from '../../nodes/XeroBankFeeds/bankFeeds';
import { XeroBankFeeds } from '../../nodes/XeroBankFeeds/XeroBankFeeds.node';
import { files } from '../../nodes/XeroFiles/files';
import { XeroFiles } from '../../nodes/XeroFiles/XeroFiles.node';
import { finance } from '../../nodes/XeroFinance/finance';
import { XeroFinance } from '../../nodes/XeroFinance/XeroFinance.node';
import { projects } from '../../nodes/XeroProjects/projects';
import { XeroProjects } from '../../nodes/XeroProjects/XeroProjects.node';
import type { Examples } from '../panel/examples/example';
import type { Described } from '../xeroDescription';
import { examples as assetsExamples } from './assets/examples';
import { examples as bankFeedsExamples } from './bankfeeds/examples';
import { examples as filesExamples } from './files/examples';
import { examples as financeExamples } from './finance/examples';
import { examples as projectsExamples } from './projects/examples';

/** One of Xero's smaller APIs: its table, its node, Xero's own description of it, and an example of each operation. */
export interface Case {
	readonly api: Api;
	readonly node: INodeType;
	/** The name of Xero's description. */
	readonly described: Described;
	/** Calls in Xero's description. */
	readonly calls: number;
	/** The file of the examples, from the root of the project. */
	readonly file: string;
	/** By resource, then by operation. */
	readonly examples: Readonly<Record<string, Examples>>;
	/** Properties that a schema asks for and does not have: slips of Xero's description. */
	readonly slips?: readonly string[];
	/** Calls that no operation makes: each with the reason. */
	readonly without?: Readonly<Record<string, string>>;
}

export const CASES: readonly Case[] = [
	{
		api: assets,
		node: new XeroAssets(),
		described: 'assets',
		calls: 6,
		file: 'test/apis/assets/examples.ts',
		examples: assetsExamples,
	},
	{
		api: bankFeeds,
		node: new XeroBankFeeds(),
		described: 'bankfeeds',
		calls: 7,
		file: 'test/apis/bankfeeds/examples.ts',
		examples: bankFeedsExamples,
	},
	{
		api: files,
		node: new XeroFiles(),
		described: 'files',
		calls: 18,
		file: 'test/apis/files/examples.ts',
		examples: filesExamples,
		slips: ['id', 'name', 'manufacturer', 'releaseDate'],
	},
	{
		api: finance,
		node: new XeroFinance(),
		described: 'finance',
		calls: 8,
		file: 'test/apis/finance/examples.ts',
		examples: financeExamples,
	},
	{
		api: projects,
		node: new XeroProjects(),
		described: 'projects',
		calls: 16,
		file: 'test/apis/projects/examples.ts',
		examples: projectsExamples,
	},
];

/** Every operation of an API, as [resource, operation, row]. */
export const rowsOf = ({ resources }: Api) =>
	resources.flatMap(({ key, operations }) => Object.entries(operations).map(([name, row]) => [key, name, row] as const));
