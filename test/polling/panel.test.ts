import type { INode, INodeParameters, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { panel } from '../../nodes/XeroPollingTrigger/panel';
import { TRIGGER_ON } from '../../nodes/XeroPollingTrigger/triggerOn';
import { XeroPollingTrigger } from '../../nodes/XeroPollingTrigger/XeroPollingTrigger.node';
import codex from '../../nodes/XeroPollingTrigger/XeroPollingTrigger.node.json';
import { byId, staged } from './stage';

const trigger = new XeroPollingTrigger();
const { description } = trigger;
const node: INode = { id: 'n', name: 'Xero', type: 'xeroPollingTrigger', typeVersion: 1, position: [0, 0], parameters: {} };

const shows = (property: INodeProperties, root: INodeParameters): boolean =>
	NodeHelpers.displayParameter(root, property, node, description, root);

/** Inputs of a collection that can be added for an entry of Trigger On. */
function offered(collection: string, resource: string, event = 'newOrUpdated'): INodeProperties[] {
	const property = panel.find(({ name }) => name === collection)!;
	const root = { resource, event };
	return shows(property, root) ? (property.options as INodeProperties[]).filter((option) => shows(option, root)) : [];
}

const labels = (properties: readonly INodeProperties[]): string[] => properties.map(({ displayName }) => displayName);

describe('The panel of the trigger', () => {
	it('has its inputs in this order', () => {
		expect(labels(panel)).toEqual(['Organisation', 'Trigger On', 'Event', 'Simplify', 'Filters', 'Options']);
	});

	it('keeps the names that workflows are saved with', () => {
		expect(panel.map(({ name }) => name)).toEqual(['organisation', 'resource', 'event', 'simplify', 'filters', 'options']);
		expect((panel[1]!.options as INodePropertyOptions[]).map(({ value }) => value).sort()).toEqual([
			'account',
			'bankTransaction',
			'bankTransfer',
			'batchPayment',
			'bill',
			'billOverdue',
			'billPaid',
			'contact',
			'creditNote',
			'expenseClaim',
			'invoice',
			'invoiceOverdue',
			'invoicePaid',
			'item',
			'journal',
			'manualJournal',
			'overpayment',
			'payment',
			'prepayment',
			'purchaseOrder',
			'quote',
			'receipt',
			'user',
		]);
		expect((panel[2]!.options as INodePropertyOptions[]).map(({ value }) => value)).toEqual(['new', 'newOrUpdated', 'updated']);
		expect(new Set(TRIGGER_ON.flatMap(({ filters: sieves }) => Object.keys(sieves)))).toEqual(
			new Set(['Status', 'Contact', 'MinimumAmount', 'Type', 'BankAccount', 'DaysOverdue']),
		);
	});

	it('asks for the event where a record can be new or updated', () => {
		const event = panel[2]!;

		expect(TRIGGER_ON.filter(({ key }) => !shows(event, { resource: key })).map(({ key }) => key)).toEqual([
			'billOverdue',
			'billPaid',
			'invoiceOverdue',
			'invoicePaid',
			'journal',
		]);
	});

	it('offers Simplify where records have more than a few fields', () => {
		expect(TRIGGER_ON.filter(({ key }) => !shows(panel[3]!, { resource: key })).map(({ key }) => key)).toEqual([
			'journal',
			'user',
		]);
	});

	it.each([
		['invoice', ['Contact', 'Minimum Amount', 'Status']],
		['invoiceOverdue', ['Contact', 'Days Overdue', 'Minimum Amount']],
		['billPaid', ['Contact', 'Minimum Amount']],
		['payment', ['Bank Account', 'Contact', 'Minimum Amount', 'Status', 'Type']],
		['contact', ['Status']],
		['item', []],
		['journal', []],
	])('offers the filters that records have: %s', (resource, filters) => {
		expect(labels(offered('filters', resource))).toEqual(filters);
	});

	it('offers to save calls where new is told from updated', () => {
		expect(labels(offered('options', 'invoice'))).toEqual(['Longest Wait (Minutes)', 'Start From', 'Tell New From Updated']);
		expect(labels(offered('options', 'invoice', 'new'))).toEqual(['Longest Wait (Minutes)', 'Start From']);
		expect(labels(offered('options', 'journal'))).toEqual(['Longest Wait (Minutes)', 'Start From']);
	});

	it('speaks of nothing that went wrong', () => {
		expect(JSON.stringify(description)).not.toMatch(/\b(error|problem|failure|mistake)/i);
	});

	it('has a search behind every list', () => {
		const searches = [...JSON.stringify(panel).matchAll(/"searchListMethod":"(\w+)"/g)].map((match) => match[1]);

		expect(new Set(searches)).toEqual(new Set(Object.keys(trigger.methods.listSearch)));
	});

	it('is small', () => {
		const { length } = JSON.stringify(description);
		process.stdout.write(`The panel of the polling trigger takes ${length.toLocaleString('en')} bytes\n`);

		expect(length).toBeLessThan(20_000);
	});

	it('is described under the name that n8n knows it by', () => {
		expect(codex.node).toBe(`n8n-nodes-xero-suite.${description.name}`);
		expect(description.name).toBe('xeroPollingTrigger');
	});
});

describe('With every filter filled in', () => {
	const stage = staged({ shared: true });

	/** A value that records of the demo data may have. */
	const filled = ({ type, options, name }: INodeProperties): INodeParameters[string] => {
		if (type === 'multiOptions') return (options as INodePropertyOptions[]).map(({ value }) => value as string);
		if (type === 'resourceLocator')
			return byId(String(name === 'Contact' ? stage.records('Contacts')[0]!.ContactID : stage.records('Accounts')[0]!.AccountID));
		return type === 'number' ? 1 : '0';
	};

	it.each(TRIGGER_ON.map(({ key }) => [key]))('the trigger runs: %s', async (resource) => {
		const filters = Object.fromEntries(offered('filters', resource).map((property) => [property.name, filled(property)]));
		const options = { startFrom: '2000-01-01T00:00:00Z', tellNew: false, longestWait: 1 };
		const run = stage.trigger(resource, { filters, options });

		expect(await run.poll()).toBeInstanceOf(Array);
		expect(await run.poll()).toEqual([]);
	});
});
