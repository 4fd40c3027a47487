import type { IDataObject } from 'n8n-workflow';
import type { OperationContext, OutputItem } from '../../shared/model/context';
import { reasonOf, retold, stateOf } from '../../shared/model/errorState';
import type { Finding } from '../../shared/model/findings';
import { pathSegment } from '../../shared/model/path';
import { objectsIn, toError } from '../../shared/model/values';
import { daysInOrder } from './inputs';

/** How a timesheet of version 2.0 is made. */
export interface MadeBy {
	/** Where an employee is read, to find the calendar that they are on. */
	readonly employees: { readonly path: string; readonly envelope: string; readonly calendar: string; readonly todo: string };
	/** Makes a timesheet without lines and adds them one by one. */
	readonly addsLines: boolean;
}

/** Days of a timesheet, the first before the last. */
export const inOrder = daysInOrder('startDate', 'endDate', 'End Date');

/** Lines of other days would be refused once the timesheet is made. */
export function daysFault(body: IDataObject): ReadonlyArray<Omit<Finding, 'items'>> | Omit<Finding, 'items'> | undefined {
	const { startDate, endDate, timesheetLines } = body;
	return (
		inOrder(body) ??
		objectsIn(timesheetLines).flatMap(({ date: day }, index) =>
			[startDate, endDate, day].every((one) => typeof one === 'string') && (day! < startDate! || day! > endDate!)
				? [{ place: [`Line ${index + 1}`, 'Date'], says: 'is no day of the timesheet' }]
				: [],
		)
	);
}

/** The calendar that an employee is on. @throws NodeOperationError when it is on none */
async function calendarOf(call: OperationContext, { employees }: MadeBy, employeeID: string): Promise<IDataObject[string]> {
	const { envelope } = employees;
	const path = `${employees.path}/${pathSegment(employeeID)}`;
	const [found] = call.recordsIn(await call.request({ path, envelope }), envelope);
	return found?.[employees.calendar] ?? call.refuse({ place: ['Employee'], says: 'has no pay calendar', todo: employees.todo });
}

/** Adds lines to a timesheet that was just made. @throws NodeOperationError that says which are there when one is not */
async function addLines(call: OperationContext, path: string, lines: readonly IDataObject[]): Promise<void> {
	for (const [index, body] of lines.entries()) {
		const envelope = 'timesheetLine';
		try {
			const answer = await call.request({ method: 'POST', path: `${path}/Lines`, body, envelope, step: `line ${index}` });
			call.assertSaved(call.recordsIn(answer, envelope), 'timesheetLineID');
		} catch (cause) {
			const known = stateOf(cause);
			if (!known) throw toError(cause);
			const before = index === 0 ? 'without lines' : `with the ${index === 1 ? 'line' : `${index} lines`} before it`;
			throw retold(
				cause,
				{
					items: [call.item],
					place: [`Line ${index + 1}`],
					says: reasonOf(cause),
					todo: `The timesheet is saved ${before}: delete it, or add the others with Timesheet Line, Create`,
				},
				{ ...known, state: known.state === 'notSent' ? 'refused' : known.state, facts: { timesheetID: path.split('/').pop()! } },
			);
		}
	}
}

/** Makes a timesheet on the calendar that is given, or on the employee's. */
export async function makeTimesheet(call: OperationContext, places: MadeBy): Promise<readonly OutputItem[]> {
	const { payrollCalendarID, timesheetLines, ...rest } = call.body;
	const employeeID = String(rest.employeeID);
	const calendar =
		payrollCalendarID ?? (await call.once(`calendar of ${employeeID}`, async () => await calendarOf(call, places, employeeID)));
	const lines = objectsIn(timesheetLines);
	const body = {
		payrollCalendarID: calendar,
		...rest,
		...(timesheetLines === undefined || places.addsLines ? {} : { timesheetLines }),
	};
	const envelope = 'timesheet';
	const answer = await call.request({ method: 'POST', path: call.path, body, envelope });
	const made = call.assertSaved(call.recordsIn(answer));
	if (!places.addsLines || lines.length === 0) return made.map((json) => ({ json }));
	const path = `${call.path}/${pathSegment(made[0]!.timesheetID)}`;
	await addLines(call, path, lines);
	// Its hours are worked out anew with each line.
	return call.recordsIn(await call.request({ path, envelope })).map((json) => ({ json }));
}
