import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions, INodeType } from 'n8n-workflow';
import { XeroAccounting } from '../../nodes/XeroAccounting/XeroAccounting.node';
import { XeroAssets } from '../../nodes/XeroAssets/XeroAssets.node';
import { XeroBankFeeds } from '../../nodes/XeroBankFeeds/XeroBankFeeds.node';
import { XeroFiles } from '../../nodes/XeroFiles/XeroFiles.node';
import { XeroFinance } from '../../nodes/XeroFinance/XeroFinance.node';
import { XeroPayrollAu } from '../../nodes/XeroPayroll/au/XeroPayrollAu.node';
import { XeroPayrollNz } from '../../nodes/XeroPayroll/nz/XeroPayrollNz.node';
import { XeroPayrollUk } from '../../nodes/XeroPayroll/uk/XeroPayrollUk.node';
import { XeroPayrollPollingTrigger } from '../../nodes/XeroPayrollPollingTrigger/XeroPayrollPollingTrigger.node';
import { XeroPollingTrigger } from '../../nodes/XeroPollingTrigger/XeroPollingTrigger.node';
import { XeroProjects } from '../../nodes/XeroProjects/XeroProjects.node';
import { XeroReports } from '../../nodes/XeroReports/XeroReports.node';
import { XeroAccountingTrigger } from '../../nodes/XeroAccountingTrigger/XeroAccountingTrigger.node';

/** Every node but Xero Accounting, which has tests of its own. */
const nodes: ReadonlyArray<readonly [string, INodeType]> = [
	['Xero Fixed Assets', new XeroAssets()],
	['Xero Bank Feeds', new XeroBankFeeds()],
	['Xero Files and Folders', new XeroFiles()],
	['Xero Finance for Lenders', new XeroFinance()],
	['Xero Payroll AU', new XeroPayrollAu()],
	['Xero Payroll NZ', new XeroPayrollNz()],
	['Xero Payroll UK', new XeroPayrollUk()],
	['Xero Payroll Polling Trigger', new XeroPayrollPollingTrigger()],
	['Xero Polling Trigger', new XeroPollingTrigger()],
	['Xero Projects and Time', new XeroProjects()],
	['Xero Financial Reports', new XeroReports()],
	['Xero Accounting Trigger', new XeroAccountingTrigger()],
];

test('no node of the pack is left out here', () => {
	const { n8n } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { n8n: { nodes: string[] } };
	const own = nodes.map(([, node]) => node.constructor.name);
	expect(n8n.nodes.map((path) => basename(path, '.node.js'))).toEqual([...own, 'XeroAccounting'].sort());
});

function texts({ displayName, description, hint, placeholder, options = [] }: INodeProperties): string[] {
	const own = [displayName, description, hint, placeholder].filter((text) => text !== undefined);
	const inner = (options as Array<INodeProperties & INodePropertyOptions & INodePropertyCollection>).flatMap((option) =>
		option.values
			? option.values.flatMap(texts)
			: option.type
				? texts(option)
				: [option.name, option.description].filter((text) => text !== undefined),
	);
	return [...own, ...inner];
}

test.each(nodes)("%s: no text has the words that n8n's guidelines avoid", (_name, { description }) => {
	const said = [description.description, ...description.properties.flatMap(texts)];
	expect(said.filter((text) => /\b(error|problem|failure|mistake)s?\b/i.test(text))).toEqual([]);
});

test.each(nodes)('%s: every list it offers has a method behind it', (_name, { description, methods = {} }) => {
	const wanted = JSON.stringify(description.properties).matchAll(/"(searchListMethod|loadOptionsMethod)":"(\w+)"/g);
	const missing = [...wanted]
		.filter(([, kind, method]) => {
			const served = kind === 'searchListMethod' ? methods.listSearch : methods.loadOptions;
			return !(method! in (served ?? {}));
		})
		.map(([, , method]) => method);
	expect(missing).toEqual([]);
});

test.each(nodes)('%s: shares its list of properties with no other of its kind', (_name, node) => {
	const another = new (node.constructor as new () => INodeType)();
	// n8n puts Poll Times before those of a polling trigger each time that it makes one.
	expect(another.description.properties).toEqual(node.description.properties);
	expect(another.description.properties).not.toBe(node.description.properties);
});

test('each description is small, and so are all of them together', () => {
	const bytes = nodes.map(([name, { description }]) => [name, Buffer.byteLength(JSON.stringify(description))] as const);
	const accounting = Buffer.byteLength(JSON.stringify(new XeroAccounting().description));
	const all = bytes.reduce((sum, [, size]) => sum + size, accounting);
	const said = bytes.map(([name, size]) => `${name} ${size.toLocaleString('en')}`);
	process.stdout.write(`Bytes of description: ${said.join(', ')}; with Xero Accounting ${all.toLocaleString('en')}\n`);
	expect(bytes.filter(([, size]) => size > 160 * 1024)).toEqual([]);
	expect(all).toBeLessThan(700 * 1024);
});
