import type { Body } from '../../accounting/resource/replies';
import type { Reply } from '../../route';
import { type Call, employeeIn } from '../office';
import { unpaged, wrapped } from '../wire/envelope';

/** The list of New Zealand: what is posted takes the place of all there was. @throws 400 */
function replaceList(call: Call): Reply {
	const { office, request, now } = call;
	const employee = employeeIn(call);
	const reading = office.reading();
	const opening = reading.records<Body>('EmployeeOpeningBalance', request.body);
	reading.check();
	office.employees.put({ ...employee, opening, updatedDateUTC: now });
	return wrapped(request, { openingBalances: opening.map((one) => office.shown('EmployeeOpeningBalance', one)) });
}

/** The one object of the United Kingdom; the answer to a write has none. @throws 400 */
function replaceObject(call: Call): Reply {
	const { office, request, now } = call;
	const employee = employeeIn(call);
	const reading = office.reading();
	const opening = reading.record<Body>('EmployeeOpeningBalances', request.body);
	for (const [name, value] of Object.entries(opening))
		reading.expect(Number(value) >= 0, name, 'The amount must not be less than 0.');
	reading.check();
	office.employees.put({ ...employee, opening, updatedDateUTC: now });
	return wrapped(request, { openingBalances: null });
}

function read(call: Call): Reply {
	const { office, request } = call;
	const { opening = {} } = employeeIn(call);
	if (office.region.key === 'nz') {
		const list = Array.isArray(opening) ? opening : [];
		return unpaged(request, list.length, { openingBalances: list.map((one) => office.shown('EmployeeOpeningBalance', one)) });
	}
	const shown = office.shown('EmployeeOpeningBalances', opening);
	const { priorEmployeeNumber: number } = shown;
	// A number in the schema, and text in Xero's example: "10.0".
	const text = typeof number === 'number' ? (Number.isInteger(number) ? number.toFixed(1) : String(number)) : null;
	return wrapped(request, { openingBalances: { ...shown, priorEmployeeNumber: text } });
}

export const openingBalances: Readonly<Record<string, (call: Call) => Reply>> = {
	getEmployeeOpeningBalances: read,
	createEmployeeOpeningBalances: (call) => (call.office.region.key === 'nz' ? replaceList(call) : replaceObject(call)),
	updateEmployeeOpeningBalances: replaceObject,
};
