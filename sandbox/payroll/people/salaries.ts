import type { Body } from '../../accounting/resource/replies';
import type { Reply } from '../../route';
import { deleted } from '../deletions';
import { type Call, employeeIn, type Office, partIn } from '../office';
import type { SalaryRow } from '../rows';
import { paged, wrapped } from '../wire/envelope';
import { forbidden } from '../wire/problems';

/** What Xero says of pay whose figures contradict each other, and of an employee without an employment. */
const ADD_ONE = 'Please add a salary & wage.';

/** Whether the figures go together: a salary has its amount, hourly pay its rate and no other, both their hours. */
function adds({ paymentType, annualSalary, ratePerUnit = 0, numberOfUnitsPerWeek }: SalaryRow): boolean {
	if (!(numberOfUnitsPerWeek > 0)) return false;
	return paymentType === 'Salary' ? annualSalary > 0 : ratePerUnit > 0 && annualSalary === 0;
}

/** Adds pay, or replaces it whole. @throws 400 */
function write(call: Call, before?: SalaryRow): SalaryRow {
	const { office, request } = call;
	const { employeeID, employment } = employeeIn(call);
	const reading = office.reading();
	const sent = reading.record<SalaryRow>('SalaryAndWage', request.body);
	if (sent.earningsRateID !== undefined)
		reading.expect(
			office.earningsRates.get(sent.earningsRateID) !== undefined,
			'earningsRateID',
			'The earnings rate could not be found.',
		);
	const perDay = sent.numberOfUnitsPerDay ?? 0;
	reading.expect(perDay >= 0 && perDay <= 24, 'numberOfUnitsPerDay', 'The number of units per day must be between 0 and 24.');
	reading.check();
	if (employment === undefined || !adds(sent)) throw forbidden(ADD_ONE);
	reading.expect(
		sent.effectiveFrom >= employment.startDate,
		'effectiveFrom',
		'The effective date must be on or after the start date of the employee.',
	);
	reading.check();
	// Xero's example sends a rate with a salary, and has none in the answer.
	const { ratePerUnit, ...pay } = sent;
	const rate = pay.paymentType === 'Salary' ? {} : { ratePerUnit };
	const row: SalaryRow = { ...pay, ...rate, employeeID, salaryAndWagesID: before?.salaryAndWagesID ?? office.newId() };
	if (row.status === 'Active')
		for (const other of office.salaries.all('employee', employeeID))
			if (other.status === 'Active' && other.salaryAndWagesID !== row.salaryAndWagesID)
				office.salaries.put({ ...other, status: 'History' });
	return office.salaries.put(row);
}

/** What a write answers: hourly pay comes without its annual salary and status. */
function written(office: Office, row: SalaryRow): Body {
	const hidden = row.paymentType === 'Hourly' ? { annualSalary: undefined, status: undefined } : {};
	return office.shown('SalaryAndWage', { ...row, ...hidden });
}

/** Salary and wages. A single one is a list of one; an answer to a write is an object under the same name. */
export const salaries: Readonly<Record<string, (call: Call) => Reply>> = {
	getEmployeeSalaryAndWages(call) {
		const rows = call.office.salaries.all('employee', employeeIn(call).employeeID);
		return paged(call.request, 'salaryAndWages', rows, (row) => call.office.shown('SalaryAndWage', row));
	},
	getEmployeeSalaryAndWage(call) {
		const row = partIn(call, 'SalaryAndWagesID', call.office.salaries, 'salary and wages');
		return wrapped(call.request, { salaryAndWages: [call.office.shown('SalaryAndWage', row)] });
	},
	createEmployeeSalaryAndWage: (call) => wrapped(call.request, { salaryAndWages: written(call.office, write(call)) }),
	updateEmployeeSalaryAndWage(call) {
		const before = partIn(call, 'SalaryAndWagesID', call.office.salaries, 'salary and wages');
		return wrapped(call.request, { salaryAndWages: written(call.office, write(call, before)) });
	},
	deleteEmployeeSalaryAndWage(call) {
		const { salaryAndWagesID } = partIn(call, 'SalaryAndWagesID', call.office.salaries, 'salary and wages');
		call.office.salaries.remove(salaryAndWagesID);
		return deleted(call);
	},
};
