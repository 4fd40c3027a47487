import type { IDataObject, INodeListSearchResult, INodeParameters } from 'n8n-workflow';
import { payrollAu } from '../../../nodes/XeroPayroll/au/payrollAu';
import { payrollNz } from '../../../nodes/XeroPayroll/nz/payrollNz';
import { payrollUk } from '../../../nodes/XeroPayroll/uk/payrollUk';
import { XeroPayrollAu } from '../../../nodes/XeroPayroll/au/XeroPayrollAu.node';
import { XeroPayrollNz } from '../../../nodes/XeroPayroll/nz/XeroPayrollNz.node';
import { XeroPayrollUk } from '../../../nodes/XeroPayroll/uk/XeroPayrollUk.node';
import { organisations } from '../../../sandbox/organisations';
import { nothingMissing } from '../../whatToDo';
import { ApiStage, byId } from '../stage';

/** Every test file of this folder that walks, and the resources of its country that it walks through. */
export const WALKS = {
	auLeave: ['leaveApplication'],
	auPay: ['payRun', 'payslip'],
	auPayItems: ['deductionType', 'earningsRate', 'leaveType', 'payItem', 'reimbursementType'],
	auPeople: ['employee', 'leaveBalance'],
	auSettings: ['payrollCalendar', 'settings', 'superFund', 'superFundProduct'],
	auTimesheets: ['timesheet', 'timesheetLine', 'timesheetV1'],
	nzLeave: ['employeeLeave', 'employeeLeaveType', 'leaveBalance', 'leavePeriod', 'leaveSetup', 'leaveType'],
	nzPay: ['payRun', 'payRunCalendar', 'paySlip', 'payTemplate', 'salaryAndWage'],
	nzPeople: ['employee', 'employeeTax', 'employment', 'openingBalance', 'paymentMethod', 'workingPattern'],
	nzSettings: ['deduction', 'earningsRate', 'reimbursement', 'settings', 'statutoryDeduction', 'superannuation'],
	nzTimesheets: ['timesheet', 'timesheetLine'],
	ukLeave: ['employeeLeave', 'employeeLeaveType', 'leaveBalance', 'leavePeriod', 'leaveType', 'statutoryLeave'],
	ukPay: ['payRun', 'payRunCalendar', 'paySlip', 'payTemplate', 'salaryAndWage'],
	ukPeople: ['employee', 'employeeTax', 'employment', 'openingBalance', 'paymentMethod'],
	ukSettings: ['benefit', 'deduction', 'earningsOrder', 'earningsRate', 'reimbursement', 'settings'],
	ukTimesheets: ['timesheet', 'timesheetLine'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The node of each country and the organisation of the sandbox that has its payroll. */
export const COUNTRIES = {
	au: { api: payrollAu, node: new XeroPayrollAu(), tenant: organisations[1].tenantId },
	nz: { api: payrollNz, node: new XeroPayrollNz(), tenant: organisations[0].tenantId },
	uk: { api: payrollUk, node: new XeroPayrollUk(), tenant: organisations[2].tenantId },
} as const;

/** Records as Xero sends them. */
export const raw = { simplify: false };
export const whole = { returnAll: true, ...raw };

/** The first Monday of a time in which no demo data lies. */
export const MONDAY = '2096-03-05';

/** One property of each record. */
export const every = (records: readonly IDataObject[], key: string): unknown[] => records.map((one) => one[key]);

/** A record without what Xero tells of its last change. */
export const withoutMoments = ({ updatedDateUTC: _moment, ...rest }: IDataObject): IDataObject => rest;

/** The parameter of an employee's parts. */
export const of = ({ employeeID }: IDataObject): { EmployeeID: ReturnType<typeof byId> } => ({
	EmployeeID: byId(String(employeeID)),
});

/** Holds what came out of the node to repeating none of these values. */
export function holdsNone(came: unknown, secrets: readonly string[]): void {
	// IDs and moments hold any digits by chance.
	const text = JSON.stringify(came).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+Z?/gi, '');
	expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
}

/** What journal rows come to on each side, in cents. */
export const sides = (rows: readonly IDataObject[]): readonly number[] =>
	['debit', 'credit'].map((side) => rows.reduce((sum, row) => sum + Math.round(Number(row[side]) * 100), 0));

type Country = keyof typeof COUNTRIES;

const countryOf = (name: keyof typeof WALKS): Country => name.slice(0, 2) as Country;

/** The payroll node of a country between n8n's engine and the sandbox. */
export class WalkStage extends ApiStage {
	/** Lists that were asked for. */
	private readonly searched = new Set<string>();

	/** Holds the tests of a file of {@link WALKS} to leaving no operation and no list of its resources out. */
	constructor(name: keyof typeof WALKS) {
		const { node, api, tenant } = COUNTRIES[countryOf(name)];
		super(node, api, tenant);
		const file = `test/apis/payroll/${name}.test.ts`;
		const keys: readonly string[] = WALKS[name];
		this.leavesNothingOut(file, 'stage', keys);
		afterAll(() => {
			const lists = api.resources
				.filter(({ key }) => keys.includes(key))
				.flatMap(({ listOptions = {} }) => Object.keys(listOptions));
			nothingMissing(
				lists.filter((list) => !this.searched.has(list)).map((list) => `No step chooses from the list ${list}`),
				`When a test of the file failed above, mend that first. Else choose a line of each in a test of ${file}, with stage.choose('…',
'resource.operation'), and expect a line that people recognise and that tells no amount.`,
			);
		});
	}

	override async search(
		list: string,
		what: string,
		parameters: INodeParameters = {},
		filter?: string,
	): Promise<INodeListSearchResult> {
		this.searched.add(list);
		return await super.search(list, what, parameters, filter);
	}

	/** The ID that a list has behind the line that begins so. */
	async pick(list: string, what: string, line: string, parameters: INodeParameters = {}): Promise<ReturnType<typeof byId>> {
		const { results } = await this.search(list, what, parameters, line);
		const found = results.find(({ name }) => name.startsWith(line));
		expect([list, line, found === undefined]).toEqual([list, line, false]);
		return byId(String(found?.value));
	}

	/** The lines of a list. */
	async lines(list: string, what: string, parameters: INodeParameters = {}, filter?: string): Promise<string[]> {
		return (await this.search(list, what, parameters, filter)).results.map(({ name }) => name);
	}
}

/** The same of a country with version 2.0, with people to work with. */
export class PayrollStage extends WalkStage {
	private readonly country: Exclude<Country, 'au'>;

	constructor(name: Exclude<keyof typeof WALKS, `au${string}`>) {
		super(name);
		this.country = name.startsWith('nz') ? 'nz' : 'uk';
	}

	/** A calendar of weeks or months from {@link MONDAY} on, or from another day; its name is that of nothing else. */
	async calendar(
		name: string,
		calendarType = 'Weekly',
		periodStartDate = MONDAY,
		paymentDate = '2096-04-20',
	): Promise<IDataObject> {
		return await this.json('payRunCalendar.create', { name, calendarType, periodStartDate, paymentDate });
	}

	/** A person who is on no calendar yet. */
	async person(firstName: string, lastName: string, more: INodeParameters = {}): Promise<IDataObject> {
		const { additionalFields = {}, ...others } = more;
		return await this.json('employee.create', {
			...(this.country === 'uk' ? { title: 'Mx', gender: 'F' } : {}),
			...{ firstName, lastName, dateOfBirth: '1994-05-17' },
			address: { values: { addressLine1: '4 Example Road', city: 'Anytown', postCode: '0000' } },
			...others,
			additionalFields,
			...raw,
		});
	}

	/** A person on a calendar from a day on. */
	async employed(firstName: string, lastName: string, calendar: IDataObject, startDate = MONDAY): Promise<IDataObject> {
		const person = await this.person(firstName, lastName);
		await this.json('employment.create', {
			...of(person),
			...{ payrollCalendarID: byId(String(calendar.payrollCalendarID)), startDate },
			...(this.country === 'nz'
				? { engagementType: 'Permanent' }
				: { employeeNumber: `${firstName} 1`, niCategories: { nICategory: [{ niCategory: 'A', startDate }] } }),
		});
		return person;
	}

	/** A person on a calendar who is paid by the hour. */
	async paidHourly(firstName: string, lastName: string, calendar: IDataObject, ratePerUnit = '30'): Promise<IDataObject> {
		const person = await this.employed(firstName, lastName, calendar);
		await this.json('salaryAndWage.create', {
			...of(person),
			...{ paymentType: 'Hourly', earningsRateID: await this.ordinary(), effectiveFrom: MONDAY },
			...{ numberOfUnitsPerWeek: '40', ratePerUnit },
			...(this.country === 'nz' ? { numberOfUnitsPerDay: '8' } : { additionalFields: { numberOfUnitsPerDay: '8' } }),
		});
		return person;
	}

	/** The usual earnings rate of the demo data. */
	async ordinary(): Promise<ReturnType<typeof byId>> {
		return await this.pick('earningsRate', 'salaryAndWage.create', this.country === 'nz' ? 'Ordinary Time' : 'Regular Hours');
	}
}

/** Australia, with people to work with. */
export class AuStage extends WalkStage {
	/** A calendar of weeks from {@link MONDAY} on, or from another day; its name is that of nothing else. */
	async calendar(Name: string, CalendarType = 'WEEKLY', StartDate = MONDAY, PaymentDate = '2096-04-20'): Promise<IDataObject> {
		return await this.json('payrollCalendar.create', { Name, CalendarType, StartDate, PaymentDate });
	}

	/** A person, on a calendar when one is given. */
	async person(FirstName: string, LastName: string, calendar?: IDataObject, more: INodeParameters = {}): Promise<IDataObject> {
		return await this.json('employee.create', {
			...{ FirstName, LastName, DateOfBirth: '1994-05-17' },
			additionalFields: {
				...(calendar ? { PayrollCalendarID: byId(String(calendar.PayrollCalendarID)), StartDate: MONDAY } : {}),
				...more,
			},
			...raw,
		});
	}
}
