import type { INodeProperties, INodeType, INodeTypeDescription } from 'n8n-workflow';

import { endLint, lintPanel, printPanel } from '../../scripts/panelLint';
import { nodeFiles, sourceNode } from '../../scripts/sourceNodes';

afterAll(endLint);

/**
 * n8n wants the inputs of a row in the order of the alphabet. The lines of a document stand in the order of Xero's screen on purpose: people
 * fill them in from the left to the right there, and look for each input where Xero has it.
 */
const IN_XEROS_ORDER =
	/^Xero Accounting › (?:Journal Lines|Line Items) › Line: .*\(n8n-nodes-base\/node-param-fixed-collection-type-unsorted-items\) at values: \[$/;

test.each(nodeFiles)("n8n's rules find nothing in the finished panel of %s", async (compiled) => {
	const findings = await lintPanel(await sourceNode(compiled));
	expect(findings.filter((finding) => !IN_XEROS_ORDER.test(finding))).toEqual([]);
});

describe('the lint of a finished panel', () => {
	class XeroAccounting implements INodeType {
		description: INodeTypeDescription;

		constructor(...properties: INodeProperties[]) {
			this.description = {
				displayName: 'Xero Accounting',
				name: 'xeroAccounting',
				icon: { light: 'file:../../icons/xero.svg', dark: 'file:../../icons/xero.dark.svg' },
				group: ['transform'],
				version: 1,
				subtitle: '={{ $parameter["operation"] }}',
				description: 'Works with invoices and contacts',
				defaults: { name: 'Xero Accounting' },
				inputs: ['main'],
				outputs: ['main'],
				usableAsTool: true,
				credentials: [{ name: 'xeroSuiteOAuth2Api', required: true }],
				properties,
			};
		}
	}

	const rules = async (...properties: INodeProperties[]) =>
		(await lintPanel(new XeroAccounting(...properties))).map((finding) => /\(([^()]+)\) at /.exec(finding)?.[1]);

	test('is content with a proper panel', async () => {
		expect(
			await rules({
				displayName: 'Return All',
				name: 'returnAll',
				type: 'boolean',
				default: false,
				description: 'Whether to return all results or only up to a given limit',
			}),
		).toEqual([]);
	});

	test('finds a limit without its wording, default and minimum', async () => {
		expect(await rules({ displayName: 'Limit', name: 'limit', type: 'number', default: 10, description: 'How many' })).toEqual(
			expect.arrayContaining([
				'n8n-nodes-base/node-param-default-wrong-for-limit',
				'n8n-nodes-base/node-param-description-wrong-for-limit',
				'n8n-nodes-base/node-param-type-options-missing-from-limit',
			]),
		);
	});

	test('finds unsorted options inside a computed collection and says where', async () => {
		const status: INodeProperties = {
			displayName: 'Status',
			name: 'Status',
			type: 'options',
			default: 'A',
			options: ['E', 'D', 'C', 'B', 'A'].map((name) => ({ name, value: name })),
		};
		const [finding] = await lintPanel(
			new XeroAccounting({
				displayName: 'Additional Fields',
				name: 'additionalFields',
				type: 'collection',
				placeholder: 'Add Field',
				default: {},
				options: [status],
			}),
		);
		expect(finding).toMatch(
			/^Xero Accounting › Additional Fields › Status.*: .*[Aa]lphabeti.*node-param-options-type-unsorted-items/,
		);
	});

	test('finds a label in the wrong case', async () => {
		expect(await rules({ displayName: 'issue date', name: 'Date', type: 'dateTime', default: '' })).toEqual([
			'n8n-nodes-base/node-param-display-name-miscased',
		]);
	});

	test('finds what is wrong with the node itself', async () => {
		const node = new XeroAccounting();
		delete node.description.usableAsTool;
		expect((await lintPanel(node)).join('\n')).toContain('@n8n/community-nodes/node-usable-as-tool');
	});

	test('reads the panel as source in which every name is a name and every value a literal', () => {
		const source = printPanel(
			new XeroAccounting({
				displayName: "It's",
				name: 'a-b',
				type: 'string',
				default: '',
				displayOptions: { show: { '/x': [1] } },
			}),
		);
		expect(source).toContain('\tdisplayName: "It\'s",\n\t\t\t\tname: "a-b",');
		expect(source).toContain('"/x": [');
		expect(source).toContain('inputs: [NodeConnectionTypes.Main],');
	});
});
