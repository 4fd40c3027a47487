import type { IDataObject } from 'n8n-workflow';
import type { Api, Resource } from '../shared/model/operation';
import { fillPath } from '../shared/model/path';
import { objectsIn } from '../shared/model/values';
import type { PollClient, WatchedList } from '../shared/polling/pollClient';
import { AUSTRALIA } from '../XeroPayroll/au/conventions';
import { payrollAu } from '../XeroPayroll/au/payrollAu';
import type { PayrollCountry } from '../XeroPayroll/builders/otherCountry';
import { otherCountry } from '../XeroPayroll/builders/otherCountry';
import { NEW_ZEALAND, payrollNz } from '../XeroPayroll/nz/payrollNz';
import { payrollUk, UNITED_KINGDOM } from '../XeroPayroll/uk/payrollUk';
import { alwaysOpen, byStatus } from './phases';
import type { PhaseOf } from './phases';
import type { Identity } from './predecessors';

/** Countries whose payroll Xero's API has, by the code that workflows are saved with. */
export const COUNTRIES = { au: 'Australia', nz: 'New Zealand', uk: 'United Kingdom' } as const;
export type Country = keyof typeof COUNTRIES;

/** Entries of Event. */
export type Event = 'new' | 'updated' | 'newOrUpdated' | 'approved' | 'rejected';

/** The payslips of a pay run. */
export interface PayslipsOf {
	/** Whose records are handed on. */
	readonly resource: Resource;
	/** Reads them, each with the pay run's ID. */
	of(pollClient: PollClient, payRun: IDataObject): Promise<readonly IDataObject[]>;
}

/** One entry of Trigger On, in one country. */
export interface TriggerOn extends WatchedList {
	readonly country: Country;
	/** Part of people's saved workflows. */
	readonly key: string;
	readonly name: string;
	readonly description: string;
	/** What a poll costs, for the panel. */
	readonly cost: string;
	/** Whether Xero can be asked what changed (If-Modified-Since); else the whole list is read. */
	readonly modifiedSince: boolean;
	/** Entries of Event; none where it is an event of its own. */
	readonly events: readonly Event[];
	/**
	 * Properties that tell one state of a record from another, besides the moment of its change: Xero does not always give that, and gives
	 * it to the second. What is remembered is made of them, and a name or an address could be found in it by trying: none is of a person.
	 * Another list makes every record look changed once.
	 */
	readonly compared: readonly string[];
	readonly phaseOf: PhaseOf;
	/** Narrows the list to what may still change, from a day (YYYY-MM-DD) on. */
	readonly from?: (day: string) => IDataObject;
	/** By what a record is known again whose ID changes with its status; and what the ID before is called in the output, by phase. */
	readonly identity?: Identity;
	readonly beforeNames?: Readonly<Partial<Record<string, string>>>;
	/** Present where the payslips of what was posted are handed on in place of the pay run. */
	readonly payslips?: PayslipsOf;
}

const CHANGES: readonly Event[] = ['new', 'newOrUpdated', 'updated'];

/** What the rows of a country with payroll 2.0 are given. */
interface Region {
	readonly country: Country;
	readonly api: Api;
}

/** An API whose messages send those with another country to another Country, and not to another node. */
const inTrigger = (api: Api, country: PayrollCountry): Api => ({
	...api,
	conventions: { ...api.conventions, otherCountry: otherCountry(country, (_node, name) => `Set Country to ${name}`) },
});

/**
 * The rows of New Zealand and the United Kingdom. Xero cannot be asked there what changed, so each poll reads the list: employees and
 * timesheets say when they were changed, pay runs only when they were posted.
 */
function rowsOf({ country, api }: Region): TriggerOn[] {
	const resource = (key: string): Resource => api.resources.find((one) => one.key === key)!;
	const common = { country, api, query: {}, modifiedSince: false };
	const paySlip = resource('paySlip');
	const posted = {
		...common,
		resource: resource('payRun'),
		query: { status: 'Posted' },
		updated: 'postedDateTime',
		events: [],
		compared: [],
		phaseOf: byStatus('payRunStatus', { posted: ['POSTED'] }),
	};
	return [
		{
			...common,
			key: 'employee',
			name: 'Employee',
			description: 'A person on the payroll',
			cost: 'Each poll reads all employees: one call for each 100.',
			resource: resource('employee'),
			updated: 'updatedDateUTC',
			created: 'createdDateUTC',
			events: CHANGES,
			compared: ['payrollCalendarID'],
			phaseOf: alwaysOpen,
		},
		{
			...posted,
			key: 'payRunPosted',
			name: 'Pay Run Posted',
			description: 'A pay run has been posted in Xero, once',
			cost: 'Each poll reads all posted pay runs: one call for each 100.',
		},
		{
			...posted,
			key: 'payslipPosted',
			name: 'Payslip Posted',
			description: 'A payslip of a pay run that has been posted, one item for each payslip',
			cost: 'Each poll reads all posted pay runs, one call for each 100, and then one call for each 100 payslips of a pay run that is new among them.',
			payslips: {
				resource: paySlip,
				of: async (pollClient, { payRunID }) =>
					(await pollClient.all({ PayRunID: payRunID }, undefined, { api, resource: paySlip, query: {} })).records,
			},
		},
		{
			...common,
			key: 'timesheet',
			name: 'Timesheet',
			description: 'The hours of an employee in a pay period, without its lines',
			cost: 'Each poll reads the timesheets of the days in Look Back: one call for each 100.',
			resource: resource('timesheet'),
			updated: 'updatedDateUTC',
			events: ['approved', ...CHANGES],
			compared: ['status', 'totalHours'],
			phaseOf: byStatus('status', { approved: ['APPROVED', 'COMPLETED'] }),
			from: (startDate) => ({ startDate }),
		},
	];
}

const QUIET = 'A poll takes one call when nothing changed.';

/** A day (YYYY-MM-DD) as Xero's `where` has it. */
const dateTime = (day: string): string => `DateTime(${day.split('-').map(Number).join(',')})`;

/** A pay run's payslips, which are inside of it. */
async function payslipsIn(pollClient: PollClient, { PayRunID }: IDataObject): Promise<IDataObject[]> {
	const [payRun] = await pollClient.records(fillPath('/1.0/PayRuns/{PayRunID}', { PayRunID: String(PayRunID) }), 'PayRuns');
	return objectsIn(payRun?.Payslips).map((payslip) => ({ ...payslip, PayRunID: PayRunID! }));
}

/** Payslips of which Simplify keeps the ID of their pay run, too. */
const withPayRun = ({ simplified: [id = '', ...others] = [], ...payslip }: Resource): Resource => ({
	...payslip,
	simplified: [id, 'PayRunID', ...others],
});

/** The rows of Australia. What changed can be asked for there, save for leave that is not approved. */
function rowsOfAustralia(): TriggerOn[] {
	const api = inTrigger(payrollAu, AUSTRALIA);
	const resource = (key: string): Resource => api.resources.find((one) => one.key === key)!;
	const common = {
		country: 'au' as const,
		...{ api, query: {}, updated: 'UpdatedDateUTC', modifiedSince: true },
	};
	const posted = {
		...common,
		resource: resource('payRun'),
		events: [],
		compared: ['PayRunStatus'],
		phaseOf: byStatus('PayRunStatus', { posted: ['POSTED'] }),
	};
	return [
		{
			...common,
			key: 'employee',
			name: 'Employee',
			description: 'A person on the payroll',
			cost: QUIET,
			resource: resource('employee'),
			events: CHANGES,
			compared: ['PayrollCalendarID'],
			phaseOf: alwaysOpen,
		},
		{
			...common,
			key: 'leaveApplication',
			name: 'Leave Application',
			description: 'Leave that is asked for, approved or rejected',
			cost: 'Each poll reads the leave of the days in Look Back and all that is to come: one call for each 100.',
			resource: resource('leaveApplication'),
			modifiedSince: false,
			events: ['approved', ...CHANGES, 'rejected'],
			compared: ['Status'],
			phaseOf: byStatus('Status', { approved: ['SCHEDULED', 'PROCESSED', 'MIXED'], rejected: ['REJECTED'] }),
			from: (day) => ({ where: `EndDate>=${dateTime(day)}` }),
			// Not the leave type: the list has left it out of leave that is only requested.
			identity: { properties: ['EmployeeID', 'StartDate', 'EndDate'] },
			beforeNames: { approved: 'requestID', updated: 'previousID' },
		},
		{
			...posted,
			key: 'payRunPosted',
			name: 'Pay Run Posted',
			description: 'A pay run has been posted in Xero, once',
			cost: QUIET,
		},
		{
			...posted,
			key: 'payslipPosted',
			name: 'Payslip Posted',
			description: 'A payslip of a pay run that has been posted, one item for each payslip',
			cost: 'A poll takes one call when nothing changed, and one more for each pay run that has been posted.',
			payslips: { resource: withPayRun(resource('payslip')), of: payslipsIn },
		},
		{
			...common,
			key: 'timesheet',
			name: 'Timesheet',
			description: 'The hours of an employee in a pay period',
			cost: QUIET,
			resource: resource('timesheetV1'),
			events: ['approved', ...CHANGES],
			compared: ['Status', 'Hours'],
			phaseOf: byStatus('Status', { approved: ['APPROVED', 'PROCESSED'] }),
			from: (day) => ({ where: `StartDate>=${dateTime(day)}` }),
		},
	];
}

/** Everything the trigger can watch: a row for each thing in each country. */
export const TRIGGER_ON: readonly TriggerOn[] = [
	...rowsOfAustralia(),
	...rowsOf({ country: 'nz', api: inTrigger(payrollNz, NEW_ZEALAND) }),
	...rowsOf({ country: 'uk', api: inTrigger(payrollUk, UNITED_KINGDOM) }),
];
