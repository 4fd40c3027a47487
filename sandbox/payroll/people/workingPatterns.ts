import type { Reply } from '../../route';
import { type Call, employeeIn, partIn } from '../office';
import { type PatternRow, WEEKDAYS } from '../rows';
import { unpaged, wrapped } from '../wire/envelope';
import { forbidden } from '../wire/problems';

/** Adds a working pattern to an employee who has pay. @throws 400 */
function create(call: Call): Reply {
	const { office, request } = call;
	const { employeeID } = employeeIn(call);
	const reading = office.reading();
	const sent = reading.record<PatternRow>('EmployeeWorkingPatternWithWorkingWeeksRequest', request.body);
	for (const [at, week] of (sent.workingWeeks ?? []).entries())
		for (const day of WEEKDAYS)
			reading.expect(
				!(week[day] < 0 || week[day] > 24),
				`workingWeeks[${at}].${day}`,
				'The hours of a day must be between 0 and 24.',
			);
	reading.expect(sent.workingWeeks?.length !== 0, 'workingWeeks', 'The Working Weeks field is required.');
	reading.check();
	const held = office.salaries.all('employee', employeeID);
	if (held.length === 0) throw forbidden('The employee needs a salary and wages record before a working pattern can be added.');
	const same = office.patterns.all('employee', employeeID).some(({ effectiveFrom }) => effectiveFrom === sent.effectiveFrom);
	if (same) throw forbidden('The employee has a working pattern from this day already.', 'effectiveFrom');
	const row = office.patterns.put({ ...sent, employeeID, payeeWorkingPatternID: office.newId() });
	return wrapped(request, { payeeWorkingPattern: office.shown('EmployeeWorkingPatternWithWorkingWeeks', row) });
}

/** Working patterns, in New Zealand only; the list has no weeks. */
export const workingPatterns: Readonly<Record<string, (call: Call) => Reply>> = {
	getEmployeeWorkingPatterns(call) {
		const rows = call.office.patterns.all('employee', employeeIn(call).employeeID);
		const payeeWorkingPatterns = rows.map((row) => call.office.shown('EmployeeWorkingPattern', row));
		return unpaged(call.request, rows.length, { payeeWorkingPatterns });
	},
	getEmployeeWorkingPattern(call) {
		const row = partIn(call, 'EmployeeWorkingPatternID', call.office.patterns, 'working pattern');
		return wrapped(call.request, { payeeWorkingPattern: call.office.shown('EmployeeWorkingPatternWithWorkingWeeks', row) });
	},
	createEmployeeWorkingPattern: create,
	deleteEmployeeWorkingPattern(call) {
		const { payeeWorkingPatternID } = partIn(call, 'EmployeeWorkingPatternID', call.office.patterns, 'working pattern');
		call.office.patterns.remove(payeeWorkingPatternID);
		return wrapped(call.request);
	},
};
