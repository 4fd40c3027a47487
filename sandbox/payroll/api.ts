import type { Body } from '../accounting/resource/replies';
import type { Clock } from '../contract';
import type { Reply, Route, SandboxApi } from '../route';
import { Office } from './office';
import { operations } from './operations';
import { postPayRun } from './pay/payRuns';
import { employeeBodies } from './people/employees';
import { type Region, regions } from './regions';
import { seedOffice } from './seed/seed';
import { timesheetBodies } from './time/timesheets';
import { refusal } from './wire/envelope';
import { moment } from './wire/output';
import { Refused } from './wire/problems';

/*
 * What this rests on: [S] Xero's OpenAPI files and their examples, [X] Xero's own pages, [R] reports of users and maintainers,
 * [M] a guess, on the strict side.
 *
 * | rule | mark |
 * |---|---|
 * | The wrapper with id, providerName, dateTimeUTC, httpStatusCode, pagination and problem; its names of records; nulls for what has no value; days with midnight and moments without a zone | S (examples) |
 * | Zones, plain days and decimals of seconds differ by operation, as in the examples: leave types and employees of the United Kingdom, statutory leave, NI categories, leave setups, and whatever was just written | S (examples) |
 * | 400 with problem and invalidFields, `_default` for the record as a whole | R |
 * | Sentences: "Requested page does not exist", "Please add a salary & wage.", "Provided period doesn't correspond with a pay period" | R |
 * | Every other sentence, and 404 with problem for unknown records | M |
 * | Pages of 100; the first page is always there; parts of an employee have no pages, but salary and wages | S, first page M |
 * | Pay templates say that they have no pages and no items, beside their lines | S (examples) |
 * | `filter` of names is compared without case; an unknown name, status, sort or date is refused | S, extent M |
 * | An organisation of another country: 405 in plain text | R |
 * | Names of properties and codes in any case; numbers and flags in quotes; empty texts count as not sent; a list of texts joined with commas, as xero-node sends it | M |
 * | Employees: calendar, dates of employment and NI of a body are left out in silence; PUT clears what is not sent; the list of New Zealand has nobody whose employment ended; gender None is read and refused | R |
 * | Employment: another one replaces it; letters F I L S N E D K want a postcode, V a date | M, S |
 * | Pay needs an employment, hours above 0, and either a salary or a rate; hourly pay is answered without annual salary and status | R |
 * | A rate that is sent with a salary is dropped | S (example) |
 * | Active pay makes the active pay before it History | M |
 * | A working pattern needs pay; one a day | R, one a day M |
 * | Tax and payment method are replaced whole; New Zealand accounts have 15 or 16 digits and a sort code of six or none, those of the United Kingdom 8 and 6 | M, R |
 * | Leave setup comes first in New Zealand, once; it gives the leave types everybody has; its answer spells all names small | X, once M, S (example) |
 * | Leave is approved when it is saved; periods that are not pay periods are worked out; leave in a posted period cannot be changed | M, S, R |
 * | Periods are always Estimated in New Zealand; Approved and then Completed in the United Kingdom | R, S |
 * | Leave balances are the opening balance less all leave there is, in weeks for annual leave in New Zealand; nothing accrues | S (units), M |
 * | Opening balances of the United Kingdom are null after a write, their employee number is text | S (examples) |
 * | Pay items have different names and accounts of the right class; a figure of another rate type is refused | M |
 * | Timesheets: the calendar is the employee's, the period one of its pay periods, one for each period; hours above 0 | R, one M |
 * | Timesheets: lines and deletion of drafts only; approved from Draft (and Requested), reverted from Approved; Completed stays | M |
 * | Pay runs: one draft for a calendar; refused while somebody on it is not set up; unscheduled ones have no payslips; posting is not in the API | R, M |
 * | Tax, national insurance, KiwiSaver and pensions at flat rates that are made up, so that payslips can be checked by hand | M |
 * | A line of earnings has the id of its rate | S (examples), R |
 * | PUT of a payslip: lists that are not sent are emptied, tax is worked out again unless it was adjusted by hand | M |
 * | Sick leave is saved without entitlement too: pay below 125 a week, no notice, more than 28 weeks | S (reasons), figures M |
 * | Statutory leave other than sick leave has no balance | M |
 */

/** What the payroll of a country is made of. */
export interface PayrollOptions {
	clock: Clock;
	seed: 'demo' | 'small' | 'empty';
	organisations: ReadonlyArray<{ tenantId: string; countryCode: string }>;
	/** The Accounting API, for accounts and tracking categories. */
	books: Pick<SandboxApi, 'records'>;
}

/** Xero's Payroll API 2.0 of New Zealand and of the United Kingdom: one address, and the organisation says which of them answers. */
export function payroll(options: PayrollOptions): SandboxApi[] {
	return regions.map((region) => payrollOf(region, options));
}

/** The payroll of one country over an in-memory office for each of its organisations. */
export function payrollOf(region: Region, { clock, seed, organisations, books }: PayrollOptions): SandboxApi {
	const offices = new Map<string, Office>();
	for (const { tenantId, countryCode } of organisations) {
		if (countryCode !== region.countryCode) continue;
		const office = new Office(region);
		const now = moment(clock.now());
		const [chart, trackingCategories] = [books.records(tenantId, 'Accounts'), books.records(tenantId, 'TrackingCategories')];
		seedOffice(office, seed, { tenantId, chart, trackingCategories, today: now.slice(0, 10), now });
		offices.set(tenantId.toLowerCase(), office);
	}
	const routes = region.description.operations.map((operation): Route => ({
		...operation,
		handle(request): Reply {
			const office = offices.get(request.tenantId.toLowerCase());
			const work = operations[operation.operationId];
			if (!office || !work) return elsewhere;
			const now = moment(clock.now());
			const call = { office, request, today: now.slice(0, 10), now, chart: () => books.records(request.tenantId, 'Accounts') };
			try {
				return office.undo.attempt(() => work(call));
			} catch (refused) {
				if (!(refused instanceof Refused)) throw refused;
				return { status: refused.status, body: refusal(clock.now(), refused) };
			}
		},
	}));
	return {
		name: region.name,
		basePath: '/payroll.xro/2.0',
		routes,
		serves: (tenantId) => offices.has(tenantId.toLowerCase()),
		refuse: (status, title, detail) => refusal(clock.now(), { status, title, detail, invalidFields: null }),
		restorePoint() {
			const back = [...offices.values()].map((one) => one.undo.point());
			return () => back.forEach((restore) => restore());
		},
		postPayRun(tenantId, payRunID) {
			const office = offices.get(tenantId.toLowerCase());
			const run = office?.payRuns.get(payRunID);
			if (!office || run?.payRunStatus !== 'Draft') return false;
			postPayRun(office, run, moment(clock.now()));
			return true;
		},
		records(tenantId, plural) {
			const office = offices.get(tenantId.toLowerCase());
			return office ? recordsOf(office, plural) : [];
		},
	};
}

/** What Xero answers when an organisation of another country is asked. */
export const elsewhere: Reply = {
	status: 405,
	binary: Buffer.from('The requested resource does not support this organisation.'),
	contentType: 'text/plain; charset=utf-8',
};

/** What an office holds under a plural name of Xero's, as answers show it. */
function recordsOf(office: Office, plural: string): Body[] {
	const all = (schema: string, rows: readonly object[]) => () => rows.map((row) => office.shown(schema, row));
	const rows: Readonly<Record<string, () => Body[]>> = {
		Employees: () => employeeBodies(office),
		Timesheets: () => timesheetBodies(office),
		PayRunCalendars: all('PayRunCalendar', office.calendars.values()),
		PayRuns: all('PayRun', office.payRuns.values()),
		EarningsRates: all('EarningsRate', office.earningsRates.values()),
		LeaveTypes: all('LeaveType', office.leaveTypes.values()),
		Deductions: all('Deduction', office.deductions.values()),
		Benefits: all('Benefit', office.benefits.values()),
		Reimbursements: all('Reimbursement', office.reimbursements.values()),
		StatutoryDeductions: all('StatutoryDeduction', office.statutoryDeductions.values()),
		SalaryAndWages: all('SalaryAndWage', office.salaries.values()),
		Leave: all('EmployeeLeave', office.leave.values()),
	};
	return JSON.parse(JSON.stringify(rows[plural]?.() ?? [])) as Body[];
}
