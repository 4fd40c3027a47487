import { accounting } from '../../../sandbox/accounting/api';
import { organisations } from '../../../sandbox/organisations';
import { payrollAu } from '../../../sandbox/payrollAu/api';
import type { SandboxApi } from '../../../sandbox/route';
import { type Answer, type Desk, type Json, openDesk } from '../accounting/desk';

/** The Payroll API of Australia without a server, in both versions, and what is often asked of it. */
export interface PayrollDesk extends Desk {
	/** Version 2.0, over the same records. */
	two: Desk['call'];
	twoApi: SandboxApi;
	/** Records of a plural name, with ISO dates. */
	records(plural: string): readonly Json[];
	/** The id of a record by the name it has. */
	named(plural: string, name: string): string;
	/** The id of a demo employee by the last name; of the first of those who share one. */
	employee(lastName: string): string;
	/** The id of an option of the tracking category of timesheets. */
	option(): string;
}

/** Xero's form of a day. */
export const day = (iso: string): string => `/Date(${Date.parse(iso)}+0000)/`;

export function openPayroll(seed: 'demo' | 'small' | 'empty' = 'small', heard?: (answer: Answer) => void): PayrollDesk {
	const { tenantId } = organisations[1];
	let apis: SandboxApi[] = [];
	let categories: readonly Json[] = [];
	const desk = openDesk(
		seed,
		heard,
		(clock) => {
			const books = accounting({ clock, seed, organisations });
			categories = books.records(tenantId, 'TrackingCategories');
			apis = payrollAu({ clock, seed, organisations, books });
			return apis[0] as SandboxApi;
		},
		tenantId,
	);
	const twoApi = apis[1] as SandboxApi;
	const records = (plural: string): readonly Json[] => desk.api.records(tenantId, plural);
	const two = openDesk(seed, heard, () => twoApi, tenantId);
	return {
		...desk,
		two: two.call,
		twoApi,
		records,
		named(plural, name) {
			const found = records(plural).find((one) => one.Name === name) ?? {};
			return String(Object.entries(found).find(([key]) => key.endsWith('ID'))?.[1]);
		},
		employee: (lastName) => String(records('Employees').find((one) => one.LastName === lastName)?.EmployeeID),
		option() {
			const category = desk.call('GET', '/Settings').at('Settings.TrackingCategories.TimesheetCategories.TrackingCategoryID');
			const found = categories.find((one) => one.TrackingCategoryID === category);
			return String((found?.Options as Json[])[0]?.TrackingOptionID);
		},
	};
}

/** The sentences of a refused write, of the element at `at`. */
export const wrong = (answer: Answer, plural: string, at: number | string = 0): string[] => answer.sentences(`${plural}.${at}`);

/** Complete for a new employee. */
export const newcomer = (more: Json = {}): Json => ({
	...{ FirstName: 'Kylie', LastName: 'Madeup', DateOfBirth: '/Date(769132800000+0000)/' },
	...more,
});
