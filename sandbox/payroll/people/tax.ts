import type { Body } from '../../accounting/resource/replies';
import type { Reply } from '../../route';
import { type Call, employeeIn } from '../office';
import { wrapped } from '../wire/envelope';

/** Replaces the tax details: what is not sent is cleared. New Zealand only. @throws 400 */
function update(call: Call): Reply {
	const { office, request, now } = call;
	const employee = employeeIn(call);
	const reading = office.reading();
	const tax = reading.record<Body>('EmployeeTax', request.body);
	reading.expect(
		tax.irdNumber === undefined || /^\d{8,9}$/.test(String(tax.irdNumber)),
		'irdNumber',
		'The IRD number is not valid.',
	);
	for (const [name, value] of Object.entries(tax))
		if (name.endsWith('Percentage'))
			reading.expect(Number(value) >= 0 && Number(value) <= 100, name, 'The percentage must be between 0 and 100.');
	reading.check();
	office.employees.put({ ...employee, tax, updatedDateUTC: now });
	return wrapped(request, { employeeTax: office.shown('EmployeeTax', tax) });
}

/** Tax details. In the United Kingdom they are only read. */
export const tax: Readonly<Record<string, (call: Call) => Reply>> = {
	getEmployeeTax: (call) => wrapped(call.request, { employeeTax: call.office.shown('EmployeeTax', employeeIn(call).tax ?? {}) }),
	updateEmployeeTax: update,
};
