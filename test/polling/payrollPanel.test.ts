import type { INode, INodeParameters, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { panel } from '../../nodes/XeroPayrollPollingTrigger/panel';
import { TRIGGER_ON } from '../../nodes/XeroPayrollPollingTrigger/triggerOn';
import { XeroPayrollPollingTrigger } from '../../nodes/XeroPayrollPollingTrigger/XeroPayrollPollingTrigger.node';
import codex from '../../nodes/XeroPayrollPollingTrigger/XeroPayrollPollingTrigger.node.json';
import { callsOf, described } from '../xeroDescription';

const { description } = new XeroPayrollPollingTrigger();
const node: INode = { id: 'n', name: 'Xero', type: description.name, typeVersion: 1, position: [0, 0], parameters: {} };

/** What the panel shows of a row. */
const shown = (root: INodeParameters): INodeProperties[] =>
	panel.filter((property) => NodeHelpers.displayParameter(root, property, node, description, root));

const namesOf = (properties: readonly INodeProperties[]): string[] => properties.map(({ name }) => name);
const optionsOf = (properties: readonly INodeProperties[], name: string): unknown[] =>
	properties
		.filter((property) => property.name === name)
		.flatMap(({ options }) => (options as INodePropertyOptions[]).map(({ value }) => value));

describe('The panel of the payroll trigger', () => {
	it.each(['au', 'nz', 'uk'])('offers what can be watched in a country, in the order of its labels: %s', (country) => {
		expect(optionsOf(shown({ country, resource: 'employee' }), 'resource')).toEqual([
			'employee',
			...(country === 'au' ? ['leaveApplication'] : []),
			'payRunPosted',
			'payslipPosted',
			'timesheet',
		]);
	});

	it.each(TRIGGER_ON.map((row) => [row.country, row.key, row] as const))(
		'shows one input of each kind, and what a poll costs: %s %s',
		(country, resource, { events, cost }) => {
			const properties = shown({ country, resource });

			expect(namesOf(properties).filter((name) => !name.startsWith('cost'))).toEqual([
				...['organisation', 'country', 'resource'],
				...(events.length ? ['event'] : []),
				...['simplify', 'options'],
			]);
			expect(properties.filter(({ type }) => type === 'notice').map(({ displayName }) => displayName)).toEqual([cost]);
			expect(optionsOf(properties, 'event').sort()).toEqual([...events].sort());
		},
	);

	it('says for everything that is read whole how many calls that takes', () => {
		for (const { modifiedSince, cost } of TRIGGER_ON)
			expect(cost).toMatch(modifiedSince ? /one call when nothing changed/ : /one call for each 100/);
	});

	it('remembers no mark of what is of a person', () => {
		expect(TRIGGER_ON.map(({ country, key, compared }) => [country, key, ...compared])).toEqual([
			['au', 'employee', 'PayrollCalendarID'],
			['au', 'leaveApplication', 'Status'],
			['au', 'payRunPosted', 'PayRunStatus'],
			['au', 'payslipPosted', 'PayRunStatus'],
			['au', 'timesheet', 'Status', 'Hours'],
			['nz', 'employee', 'payrollCalendarID'],
			['nz', 'payRunPosted'],
			['nz', 'payslipPosted'],
			['nz', 'timesheet', 'status', 'totalHours'],
			['uk', 'employee', 'payrollCalendarID'],
			['uk', 'payRunPosted'],
			['uk', 'payslipPosted'],
			['uk', 'timesheet', 'status', 'totalHours'],
		]);
	});

	it('is small, and known to n8n by its name', () => {
		expect(JSON.stringify(description).length).toBeLessThan(16_000);
		expect(codex.node).toBe(`n8n-nodes-xero-suite.${description.name}`);
	});
});

describe("What can be watched, beside Xero's own description", () => {
	const apis = { au: described('payroll-au'), nz: described('payroll-nz'), uk: described('payroll-uk') };

	it.each(TRIGGER_ON.map((row) => [row.country, row.key, row] as const))(
		'is a list that Xero has, asked with its own parameters: %s %s',
		(country, _key, row) => {
			const { path } = row.resource.operations.getAll!;
			const call = callsOf(apis[country]).find((one) => one.method === 'GET' && one.path === path.replace(/^\/1\.0/, ''))!;
			const names = call.parameters.map(({ name }) => name);

			for (const name of Object.keys({ ...row.query, ...row.from?.('2026-03-02') })) expect(names).toContain(name);
			if (row.modifiedSince) expect(names).toEqual(expect.arrayContaining(['If-Modified-Since', 'order']));
			expect(names).toContain('page');
		},
	);
});
