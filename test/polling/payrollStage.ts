import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { XeroPayrollPollingTrigger } from '../../nodes/XeroPayrollPollingTrigger/XeroPayrollPollingTrigger.node';
import { organisations } from '../../sandbox/organisations';
import type { Body, StageOptions } from './stage';
import { byId, Stage } from './stage';
import type { Setting } from './trigger';
import { Trigger } from './trigger';

export type Country = 'au' | 'nz' | 'uk';

/** The organisation of the sandbox that has the payroll of a country. */
export const TENANTS: Readonly<Record<Country, string>> = {
	au: organisations[1].tenantId,
	nz: organisations[0].tenantId,
	uk: organisations[2].tenantId,
};

const BASES: Readonly<Record<Country, string>> = { au: '/payroll.xro/1.0', nz: '/payroll.xro/2.0', uk: '/payroll.xro/2.0' };
const type = new XeroPayrollPollingTrigger();

let made = 0;

/** A sandbox with the payroll of one country, what people do in it, and triggers that watch it. */
export class PayrollStage {
	readonly stage: Stage;
	private readonly tenant: string;
	private readonly base: string;
	/** What this country calls the ID of an employee. */
	readonly employeeID: string;

	constructor(
		readonly country: Country,
		options: StageOptions = {},
	) {
		this.tenant = TENANTS[country];
		this.base = BASES[country];
		this.employeeID = country === 'au' ? 'EmployeeID' : 'employeeID';
		this.stage = new Stage({ ...options, tenants: [this.tenant] });
	}

	parameters(resource: string, more: INodeParameters = {}): INodeParameters {
		return { organisation: byId(this.tenant), country: this.country, resource, ...more };
	}

	trigger(resource: string, parameters: INodeParameters = {}, setting: Setting = {}): Trigger {
		return new Trigger(type, this.stage.credentials, this.parameters(resource, parameters), setting);
	}

	/** A trigger that has been activated; the calls of its activation are forgotten. */
	async watching(resource: string, parameters: INodeParameters = {}, setting: Setting = {}): Promise<Trigger> {
		const trigger = this.trigger(resource, parameters, setting);
		expect(await trigger.activate()).toEqual([]);
		this.stage.sandbox.forget();
		return trigger;
	}

	/** Someone else's call. */
	async call(method: string, path: string, body?: Body): Promise<IDataObject> {
		return (await this.stage.call(method, path, body, this.tenant, this.base)) as unknown as IDataObject;
	}

	/** The calls that the triggers made, as 'GET /Employees'. */
	get asked(): string[] {
		return this.stage.calls.map(({ method, url }) => `${method} ${url.split('?')[0]!.replace(this.base, '')}`);
	}

	records(plural: string): Array<Record<string, unknown>> {
		return [...this.stage.sandbox.records(this.tenant, plural)];
	}

	/** Someone else's call of version 1.0: one record, and what Xero made of it. */
	async write(path: string, record?: IDataObject): Promise<IDataObject> {
		const answer = await this.call('POST', path, record ? ([record] as unknown as Body) : undefined);
		return (answer as Record<string, IDataObject[]>)[path.split('/')[1]!]![0]!;
	}

	private person(more: Body = {}): Body {
		made += 1;
		return {
			...{ firstName: `Person ${made}`, lastName: 'Example', dateOfBirth: '1994-05-17' },
			address: { addressLine1: '4 Example Road', city: 'Anytown', postCode: '0000' },
			...(this.country === 'uk' ? { title: 'Mx', gender: 'F' } : {}),
			...more,
		};
	}

	async hire(more: Body = {}): Promise<string> {
		if (this.country === 'au') {
			made += 1;
			const person = { FirstName: `Person ${made}`, LastName: 'Example', DateOfBirth: '1994-05-17' };
			const address = { AddressLine1: '4 Example Road', City: 'Anytown', Region: 'NSW', PostalCode: '0000' };
			return String((await this.write('/Employees', { ...person, HomeAddress: address })).EmployeeID);
		}
		const { employee } = await this.call('POST', '/Employees', this.person(more));
		return String((employee as IDataObject).employeeID);
	}

	async renamed(employeeID: string, more: Body = {}): Promise<void> {
		if (this.country === 'au') await this.write(`/Employees/${employeeID}`, { JobTitle: `Number ${(made += 1)}` });
		else await this.call('PUT', `/Employees/${employeeID}`, this.person(more));
	}

	/** The weekly calendar of the demo data, whose posted pay run is of last week. */
	get weekly(): Record<string, unknown> {
		return this.records('PayRunCalendars').find(({ calendarType }) => calendarType === 'Weekly')!;
	}

	/** An employee on the weekly calendar. */
	async employed(): Promise<string> {
		const employeeID = await this.hire();
		await this.employ(employeeID);
		return employeeID;
	}

	/** Puts an employee on the weekly calendar. */
	async employ(employeeID: string): Promise<void> {
		const { payrollCalendarID } = this.weekly;
		await this.call('POST', `/Employees/${employeeID}/Employment`, {
			...{ payrollCalendarID, startDate: '2026-01-05' },
			...(this.country === 'nz'
				? { engagementType: 'Permanent' }
				: { employeeNumber: `E${made}`, niCategories: [{ niCategory: 'A', startDate: '2026-01-05' }] }),
		});
	}

	/** A draft timesheet of the calendar's next period. */
	async timesheet(employeeID: string): Promise<string> {
		const { payrollCalendarID, periodStartDate, periodEndDate } = this.weekly as Record<string, string>;
		const { timesheet } = await this.call('POST', '/Timesheets', {
			...{ payrollCalendarID, employeeID },
			...{ startDate: periodStartDate!.slice(0, 10), endDate: periodEndDate!.slice(0, 10) },
		});
		return String((timesheet as IDataObject).timesheetID);
	}

	/** Hours on the first day of a timesheet. */
	async hours(timesheetID: string, numberOfUnits: number): Promise<void> {
		const { periodStartDate } = this.weekly as Record<string, string>;
		const [rate] = this.records('EarningsRates');
		await this.call('POST', `/Timesheets/${timesheetID}/Lines`, {
			...{ date: periodStartDate!.slice(0, 10), earningsRateID: rate!.earningsRateID, numberOfUnits },
		});
	}

	async approve(timesheetID: string): Promise<void> {
		await this.call('POST', `/Timesheets/${timesheetID}/Approve`);
	}

	async revert(timesheetID: string): Promise<void> {
		await this.call('POST', `/Timesheets/${timesheetID}/RevertToDraft`);
	}

	/** The pay run that is a draft. */
	get draft(): string {
		return String(this.records('PayRuns').find(({ payRunStatus }) => payRunStatus === 'Draft')!.payRunID);
	}

	/** A draft for the next period of the weekly calendar, in New Zealand. */
	async draftAgain(): Promise<string> {
		const { payrollCalendarID } = this.weekly;
		const { payRun } = await this.call('POST', '/PayRuns', { payrollCalendarID, payRunType: 'Unscheduled' });
		return String((payRun as IDataObject).payRunID);
	}

	/** Posts a pay run, as a person does in Xero. */
	post(payRunID: string): void {
		this.stage.sandbox.postPayRun(this.tenant, payRunID);
	}
}

/** A fresh stage of payroll for each test of a file. */
export function payrollStaged(country: Country, options: StageOptions = {}): PayrollStage {
	const payroll = new PayrollStage(country, options);
	beforeEach(async () => await payroll.stage.open());
	afterEach(async () => await payroll.stage.close());
	return payroll;
}

/** Change type and ID of what was handed on, for expectations. */
export const came = (items: readonly IDataObject[], id: string): Array<[unknown, unknown]> =>
	items.map((item) => [item.changeType, item[id]]);
