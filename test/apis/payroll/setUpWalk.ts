import type { INodeParameters } from 'n8n-workflow';
import { byName } from '../stage';
import { MONDAY, type PayrollStage, raw } from './walk';

/**
 * The set-up of an employee in one go, which is alike in every country.
 * @param more what only the country asks for, by group
 * @param rate what the usual earnings rate is called
 */
export function walksSetUp(
	stage: PayrollStage,
	more: Readonly<Record<'employee' | 'employment' | 'salaryAndWages', INodeParameters>>,
	rate: string,
): void {
	test('a person is set up in one go, with calendar and rate by name, and run again nothing is left to do', async () => {
		const calendar = await stage.calendar('Set Up');
		const given = {
			...{ firstName: 'Wren', lastName: 'Ready', dateOfBirth: '1991-09-02', ...more.employee },
			address: { values: { addressLine1: '4 Example Road', city: 'Anytown', postCode: '0000' } },
			employment: { values: { payrollCalendarID: byName('set up'), startDate: MONDAY, ...more.employment } },
			salaryAndWages: {
				values: {
					...{ paymentType: 'Hourly', earningsRateID: byName(rate), effectiveFrom: MONDAY },
					...{ numberOfUnitsPerWeek: '40', ratePerUnit: '30', ...more.salaryAndWages },
				},
			},
		};
		const made = await stage.json('employee.onboard', given);
		expect(made).toMatchObject({
			complete: true,
			steps: { employee: 'created', employment: 'created', salaryAndWages: 'created', paymentMethod: 'skipped' },
		});
		const EmployeeID = byName('Wren Ready');
		expect(await stage.json('employee.get', { EmployeeID, ...raw })).toMatchObject({
			employeeID: made.employeeID,
			payrollCalendarID: calendar.payrollCalendarID,
			startDate: MONDAY,
		});
		expect(await stage.json('employee.onboard', given)).toMatchObject({
			employeeID: made.employeeID,
			steps: { employee: 'unchanged', employment: 'unchanged', salaryAndWages: 'unchanged' },
		});
	});
}
