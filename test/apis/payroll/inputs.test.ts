import type { Field, Fields } from '../../../nodes/shared/model/field';
import { payrollAu } from '../../../nodes/XeroPayroll/au/payrollAu';
import { payrollNz } from '../../../nodes/XeroPayroll/nz/payrollNz';
import { payrollUk } from '../../../nodes/XeroPayroll/uk/payrollUk';
import { nothingMissing } from '../../whatToDo';
import type { Description, Schema } from '../../xeroDescription';
import { callsOf, described, nameOf } from '../../xeroDescription';

/** Properties that Xero sets, or that another operation writes, by the name that they have in any schema. */
const NOT_INPUTS: Readonly<Record<string, string>> = {
	Hours: "Xero's",
	IsSTP2Qualified: "Xero's",
	LeaveBalances: "Xero's",
	Status: "Xero's",
	TerminationDate: 'a new employee has none; an update takes it',
	TerminationReason: 'a new employee has none; an update takes it',
	UpdatedDateUTC: "Xero's",
	ValidationErrors: "Xero's",
	contracts: 'Employment writes them',
	createdDateUTC: "Xero's",
	currentRecord: "Xero's",
	endDate: 'a new employee has none; an update takes it',
	engagementType: 'Employment writes it; sent with an employee it is dropped',
	employeeID: "Xero's",
	entitlementFailureReasons: "Xero's",
	entitlementWeeksQualified: "Xero's",
	entitlementWeeksRemaining: "Xero's",
	entitlementWeeksRequested: "Xero's",
	fixedTermEndDate: 'Employment writes it',
	isActive: "Xero's",
	isEntitled: "Xero's",
	isStatutoryLeave: "Xero's",
	name: 'of a line it follows from its rate',
	niCategories: 'Employment writes them',
	niCategory: 'deprecated',
	niCategoryID: "Xero's",
	numberOfUnitsTaken: "Xero's",
	overlapsWithOtherLeave: "Xero's",
	payRunCalendarID: 'the same as payrollCalendarID',
	payrollCalendarID: 'Employment writes it',
	periodEndDate: 'follows from the type of the calendar',
	periodStatus: "Xero's",
	rateAccruedHourly: 'not supported in New Zealand',
	sortCode: 'follows from the account number in New Zealand',
	startDate: 'Employment writes it',
	status: "Xero's",
	timesheetLines: 'lines have operations of their own',
	totalHours: "Xero's",
	type: "Xero's",
	typeOfUnits: "Xero's",
	typeOfUnitsTaken: "Xero's",
	updatedDateUTC: "Xero's",
};

/** Bodies that rows of lines are made into, or of which a draft takes a part only: the node has columns of its own for them. */
const OWN_COLUMNS = new Set(['updatePaySlipLineItems', 'updatePayslip', 'createPayRun', 'updatePayRun']);

function open(xero: Description, schema: Schema | undefined): Schema {
	if (schema?.$ref) return open(xero, xero.components.schemas[nameOf(schema.$ref)]);
	return schema?.items ? open(xero, schema.items) : (schema ?? {});
}

/** Properties of a body that no input has, as dotted names. An own ID is none that people give. */
function missing(xero: Description, schema: Schema, fields: Fields, place: string): string[] {
	return Object.entries(open(xero, schema).properties ?? {}).flatMap(([name, inner]): string[] => {
		const field: Field | undefined = fields[name];
		if (field === undefined) return name in NOT_INPUTS || /^(id|deductionId|\w+ID)$/.test(name) ? [] : [`${place}.${name}`];
		return field.within ? missing(xero, inner, field.within, `${place}.${name}`) : [];
	});
}

describe.each([
	['payroll-au-all', payrollAu],
	['payroll-nz', payrollNz],
	['payroll-uk', payrollUk],
] as const)('%s', (file, api) => {
	const xero = described(file);
	const calls = new Map(callsOf(xero).map((call) => [call.id, call]));
	const writes = api.resources.flatMap(({ key, operations }) =>
		Object.entries(operations).flatMap(([name, row]) => {
			const [id = ''] = [row.xero].flat();
			const schema = calls.get(id)?.body?.['application/json']?.schema;
			// Rows of hours are no timesheets: the schema's own are held against those that are sent.
			return schema && !row.runJoined && !OWN_COLUMNS.has(id) ? [[key, name, row, schema] as const] : [];
		}),
	);

	it.each(writes)('%s: %s has an input for every property that people may give', (key, name, row, schema) => {
		const own = { ...row.optional, ...row.panelOptional, ...row.required };
		// An array of rows goes out without the name that its input has.
		const list = Object.values(own).find(
			({ within }) => open(xero, schema) !== schema && within && Object.keys(own).length === 2,
		);
		nothingMissing(
			missing(xero, schema, list?.within ?? own, `${key}.${name}`),
			'Add an input, or the reason why there is none to NOT_INPUTS.',
		);
		expect(Object.keys(own).length).toBeGreaterThan(0);
	});

	it('asks for what every schema requires', () => {
		const lacking = writes.flatMap(([key, name, row, schema]) => {
			if (row.isUpdate) return [];
			const own = { ...row.optional, ...row.panelOptional, ...row.required };
			return (open(xero, schema).required ?? [])
				.filter((property) => !(property in own))
				.map((property) => `${key}.${name}.${property}`);
		});
		expect(lacking).toEqual([]);
	});
});
