import { type Body, Refusal, refuse } from '../accounting/resource/replies';
import type { Clock } from '../contract';
import { elsewhere, type PayrollOptions } from '../payroll/api';
import { refusal } from '../payroll/wire/envelope';
import { moment } from '../payroll/wire/output';
import { Refused } from '../payroll/wire/problems';
import type { Reply, Route, SandboxApi } from '../route';
import { ITEM_KINDS } from './items/kinds';
import { itemRecords } from './items/payItems';
import { leaveRecords } from './leave/leaveApplications';
import { type Call, Office, versions } from './office';
import { operations } from './operations';
import { payRunRecords, payslipRecords } from './pay/payRuns';
import { employeeRecords } from './people/employees';
import { addRedundancyRate } from './seed/payItems';
import { seedOffice } from './seed/seed';
import { superFundRecords } from './super/superFunds';
import { calendarRecords } from './time/calendars';
import { timesheetRecords } from './time/timesheets';
import { timesheetCall } from './time/timesheetsTwo';

/*
 * What this rests on: [S] Xero's OpenAPI files and their examples, [R] reports of users and maintainers, [M] a guess, on the strict side.
 *
 * | rule | mark |
 * |---|---|
 * | The envelope with Id, Status, ProviderName and DateTimeUTC; records under their plural, but for Payslip, Timesheet and Settings; PayItems is one object | S (examples) |
 * | Bodies are lists, PayItems alone is an object; another form is refused with 14 | S, refusal R |
 * | Several elements in a list, all of them or none; one alone where the path names the record | M |
 * | 400 with ErrorNumber 10 and the elements under the plural of the resource, not under Elements; those of pay items under PayItems and their list | R, pay items M |
 * | `/Date(ms+0000)/` out, that or ISO in, cut to the day in UTC; absent where there is no value | S (examples) |
 * | where, order and If-Modified-Since as in the Accounting API, on the fields with a single value; ErrorNumber 16, for a single sign of equality too | S, sign R |
 * | Pages of 100 without a pagination object; a page beyond the last one is empty | S, M |
 * | If-Modified-Since breaks LeaveApplications/v2 (500) | R |
 * | PayItems has no pages, and ignores filters and orders | R, filters M |
 * | Names and codes in any case; numbers and flags in quotes; null and empty texts count as not sent | M |
 * | An organisation of another country: 405 in plain text | R |
 * | The list of employees has no address, tax, bank, leave balances, super and pay template | S (example), R |
 * | An update changes what is sent; lists replace, those of a pay template and of opening balances each by itself | S (example), each M |
 * | "Termination reason is required", "The superannuation fund is required" | R |
 * | A termination date ends the employment at once, whatever the day | M |
 * | Leave balances are opening balance and accruals of posted payslips, less processed leave | S (units), M |
 * | PayItems: what is left out of a list is deleted, or no longer current where it is used; lists that are not sent stay, and are not in the answer | R, S (example) |
 * | Earnings rates that Xero made (redundancy, termination) stay when they are left out | S (example) |
 * | "Earnings rate not found - …", "The Type Of Units is required", a CurrentRecord that is no flag counts as false | R |
 * | "IsQualifyingEarnings is required", "IsQualifyingEarnings cannot be true when IsExemptFromSuper is true" | S |
 * | An item that is sent is replaced whole; names differ within a list | M |
 * | RatePerUnit is answered as a number | S (example; the schema has a text) |
 * | Calendars are neither changed nor deleted; their start and payday are those of the next period | S |
 * | Timesheets: "Provided period doesn't correspond with a pay period", "This timesheet already exists, please provide the timesheet ID" | R |
 * | A number for each day of the period; processed ones never change; approved ones may | R, M |
 * | Both versions have the same timesheets and ids; a line of 2.0 is a line of its own in 1.0 | R (lines), ids M |
 * | 2.0 calls requested and rejected ones drafts, and leaves out days without hours; its deletions have no body | M, R |
 * | Leave is scheduled when it is saved; without periods the usual hours of its working days are worked out | R |
 * | Approving gives leave another id, rejecting scheduled leave gives the first one back; the other id is unknown then | R, unknown M |
 * | LeaveApplications has scheduled and processed leave only, v2 all | S |
 * | An update of leave wants employee, type, title and days | S (example), M |
 * | Pay runs: one draft for a calendar; scheduled ones make payslips, other dates make none | R |
 * | Posting moves the calendar on, timesheets and leave are processed; posted ones never change | M |
 * | What a write of a pay run answers has neither totals nor payslips; a payslip has of its totals tax and net pay; that of an update the lists sent | S (examples) |
 * | NetPay is without reimbursements | S (examples) |
 * | Super that the employee pays (SALARYSACRIFICE, EMPLOYEE) comes out of NetPay and counts as Super | M |
 * | Leave lines have the id of the ordinary rate; unpaid ones a rate of 0 | R, S (example) |
 * | Hours of a timesheet take the place of the usual hours of who is paid by the hour | M |
 * | Tax and super at flat rates that are made up, so that payslips can be checked by hand | M |
 * | Lists of a payslip that are not sent stay, tax and super follow unless they are sent | M |
 * | Super funds: REGULATED wants a USI of a product, SMSF an ABN and a bank account; products are asked for by ABN or USI | M |
 * | DaysInPayrollYear is a text | S (example; the schema has a number) |
 */

/** What the payroll of an organisation is, and when. */
type Given = Pick<Call, 'office' | 'books'> & { clock: Clock };

/** Xero's payroll of Australia over an in-memory office for each of its organisations: version 1.0, and 2.0 of timesheets. */
export function payrollAu({ clock, seed, organisations, books }: PayrollOptions): SandboxApi[] {
	const offices = new Map<string, Office>();
	for (const { tenantId, countryCode } of organisations) {
		if (countryCode !== 'AU') continue;
		const office = new Office();
		const now = moment(clock.now());
		const [chart, trackingCategories] = [books.records(tenantId, 'Accounts'), books.records(tenantId, 'TrackingCategories')];
		seedOffice(office, seed, { tenantId, chart, trackingCategories, today: now.slice(0, 10), now });
		offices.set(tenantId.toLowerCase(), office);
	}
	const officeOf = (tenantId: string): Office | undefined => offices.get(tenantId.toLowerCase());
	const givenFor = (tenantId: string): Given | undefined => {
		const office = officeOf(tenantId);
		return office && { office, clock, books: (plural) => books.records(tenantId, plural) };
	};
	return [versionOne(givenFor, offices), versionTwo(givenFor, offices, clock)];
}

type Find = (tenantId: string) => Given | undefined;

function versionOne(find: Find, offices: ReadonlyMap<string, Office>): SandboxApi {
	const routes = versions.one.operations.map((operation): Route => ({
		...operation,
		handle(request): Reply {
			const given = find(request.tenantId);
			const work = operations[operation.operationId];
			if (!given || !work) return elsewhere;
			const now = moment(given.clock.now());
			try {
				return given.office.undo.attempt(() => work({ ...given, request, today: now.slice(0, 10), now }));
			} catch (refused) {
				if (refused instanceof Refusal) return refused.reply;
				throw refused;
			}
		},
	}));
	return {
		name: 'Payroll AU',
		basePath: '/payroll.xro/1.0',
		routes,
		refuse,
		restorePoint() {
			const back = [...offices.values()].map((one) => one.undo.point());
			return () => back.forEach((restore) => restore());
		},
		addRedundancyRate(tenantId) {
			const given = find(tenantId);
			if (given) addRedundancyRate(given.office, moment(given.clock.now()));
			return given !== undefined;
		},
		records(tenantId, plural) {
			const given = find(tenantId);
			return given ? recordsOf(given.office, plural) : [];
		},
	};
}

/** Version 2.0, which Australia has of timesheets alone. Its records are told by version 1.0. */
function versionTwo(find: Find, offices: ReadonlyMap<string, Office>, clock: Clock): SandboxApi {
	const routes = versions.two.operations.map((operation): Route => ({
		...operation,
		handle(request): Reply {
			const given = find(request.tenantId);
			if (!given) return elsewhere;
			const now = clock.now();
			try {
				return given.office.undo.attempt(() => timesheetCall(operation.operationId, given.office, request, moment(now)));
			} catch (refused) {
				if (!(refused instanceof Refused)) throw refused;
				return { status: refused.status, body: refusal(now, refused) };
			}
		},
	}));
	return {
		name: 'Payroll AU 2.0',
		basePath: '/payroll.xro/2.0',
		routes,
		serves: (tenantId, path) => offices.has(tenantId.toLowerCase()) && path.startsWith('/payroll.xro/2.0/timesheets'),
		refuse: (status, title, detail) => refusal(clock.now(), { status, title, detail, invalidFields: null }),
		records: () => [],
	};
}

/** What an office holds under a plural name of Xero's, with ISO dates. */
function recordsOf(office: Office, plural: string): Body[] {
	const items = ITEM_KINDS.map((kind) => [kind.list, () => itemRecords(office, kind)] as const);
	const rows: Readonly<Record<string, () => Body[]>> = {
		...Object.fromEntries(items),
		Employees: () => employeeRecords({ office }),
		Timesheets: () => timesheetRecords({ office }),
		PayrollCalendars: () => calendarRecords({ office }),
		LeaveApplications: () => leaveRecords({ office }),
		PayRuns: () => payRunRecords({ office }),
		Payslips: () => payslipRecords({ office }),
		SuperFunds: () => superFundRecords({ office }),
	};
	return rows[plural]?.() ?? [];
}
