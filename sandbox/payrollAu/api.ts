import { type Body, Refusal, refuse } from '../accounting/resource/replies';
import type { Clock } from '../contract';
import { elsewhere, type PayrollOptions } from '../payroll/api';
import { refusal } from '../payroll/wire/envelope';
import { moment } from '../payroll/wire/output';
import { Refused } from '../payroll/wire/problems';
import type { Reply, Route, SandboxApi } from '../route';
import { ITEM_KINDS } from './items/kinds';
import { itemRecords } from './items/payItems';
import { type Call, Office, versions } from './office';
import { operations } from './operations';
import { employeeRecords } from './people/employees';
import { addRedundancyRate } from './seed/payItems';
import { seedOffice } from './seed/seed';
import { superFundRecords } from './super/superFunds';
import { calendarRecords } from './time/calendars';
import { timesheetRecords } from './time/timesheets';
import { timesheetCall } from './time/timesheetsTwo';

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
		SuperFunds: () => superFundRecords({ office }),
	};
	return rows[plural]?.() ?? [];
}
