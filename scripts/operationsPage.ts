import type { Api, Operation } from '../nodes/shared/model/operation';
import { accounting } from '../nodes/XeroAccounting/accounting';
import { assets } from '../nodes/XeroAssets/assets';
import { bankFeeds } from '../nodes/XeroBankFeeds/bankFeeds';
import { files } from '../nodes/XeroFiles/files';
import { finance } from '../nodes/XeroFinance/finance';
import { payrollAu } from '../nodes/XeroPayroll/au/payrollAu';
import { payrollNz } from '../nodes/XeroPayroll/nz/payrollNz';
import { payrollUk } from '../nodes/XeroPayroll/uk/payrollUk';
import { projects } from '../nodes/XeroProjects/projects';
import { reports } from '../nodes/XeroReports/reports';

/** Every node of the pack with the table it is made from. */
export const NODES: ReadonlyArray<{ readonly node: string; readonly api: Api }> = [
	{ node: 'Xero Accounting', api: accounting },
	{ node: 'Xero Fixed Assets', api: assets },
	{ node: 'Xero Bank Feeds', api: bankFeeds },
	{ node: 'Xero Files and Folders', api: files },
	{ node: 'Xero Finance for Lenders', api: finance },
	{ node: 'Xero Payroll AU', api: payrollAu },
	{ node: 'Xero Payroll NZ', api: payrollNz },
	{ node: 'Xero Payroll UK', api: payrollUk },
	{ node: 'Xero Projects and Time', api: projects },
	{ node: 'Xero Financial Reports', api: reports },
];

const pagingText = ({ paging }: Operation): string => {
	if (!paging || paging.by === 'nothing') return '';
	return paging.by === 'page' ? `pages of ${paging.size.toLocaleString('en')}` : `by ${paging.from}`;
};

const batchText = ({ batchSize: batch }: Operation): string => (batch ? `${batch} per call` : '');

const inputs = ({ acceptsJson: json, linesField: lines }: Operation): string =>
	json ? ['Fields', 'JSON', ...(lines ? ['One Item per Line'] : [])].join(', ') : '';

/** The page of all operations as Markdown. */
export function operationsPage(): string {
	const parts = [
		'# Operations',
		'',
		'Made from the tables by `npm run accept`. Path and method are those of the request; the scope is what the credential needs; *batch* says how many items travel in one request. A report made of many lists reads others besides, with scopes of their own: its page in docs tells them.',
		'',
		'The fields of what an operation gives are in the n8n editor before its first run: those of its items as the panel begins, with _Simplify_ on. A call of your own (_API Request_) and the triggers show theirs once they ran, and so do `_findings`, which are in an item only when something is to be looked at.',
	];
	for (const { node, api } of NODES) {
		const count = api.resources.reduce((sum, { operations }) => sum + Object.keys(operations).length, 0);
		parts.push('', `## ${node}`, '', `${api.resources.length} resources, ${count} operations, under \`${api.basePath}\`.`);
		for (const resource of [...api.resources].sort((a, b) => a.name.localeCompare(b.name, 'en'))) {
			parts.push(
				'',
				`### ${resource.name}`,
				'',
				`${resource.description.replace(/\.$/, '')}.`,
				'',
				'| operation | request | scope | paging | batch | input |',
				'|---|---|---|---|---|---|',
			);
			for (const operation of Object.values(resource.operations).sort((a, b) => a.name.localeCompare(b.name, 'en'))) {
				const called = (path: string) => `\`${operation.method} ${path}\``;
				const several = operation.batchPath ? `, several: ${called(operation.batchPath)}` : '';
				const calls = [operation.xero].flat().length;
				const others = operation.run && calls > 3 ? ` and ${calls - 1} others` : '';
				const request = operation.path ? `${called(operation.path)}${several}${others}` : 'any';
				parts.push(
					`| ${operation.name} | ${request} | ${operation.scope ? `\`${operation.scope}\`` : ''} | ${pagingText(operation)} | ${batchText(operation)} | ${inputs(operation)} |`,
				);
			}
		}
	}
	return `${parts.join('\n')}\n`;
}
