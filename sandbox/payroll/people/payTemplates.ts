import type { Body } from '../../accounting/resource/replies';
import type { Reply } from '../../route';
import { deleted } from '../deletions';
import { type Call, employeeIn, type Office, partIn } from '../office';
import type { TemplateRow } from '../rows';
import { unpaged, wrapped } from '../wire/envelope';
import type { Reading } from '../wire/input';

const body = (office: Office, row: TemplateRow): Body => office.shown('EarningsTemplate', row);

/** Complains of a line without a rate that exists. */
function check(office: Office, reading: Reading, { earningsRateID }: Partial<TemplateRow>, at = ''): void {
	const name = `${at}earningsRateID`;
	if (earningsRateID === undefined) reading.fail(name, 'The Earnings Rate ID field is required.');
	else reading.expect(office.earningsRates.get(earningsRateID) !== undefined, name, 'The earnings rate could not be found.');
}

/** Adds a line, or replaces one; its name is that of its rate. */
function put(call: Call, sent: TemplateRow, before?: TemplateRow): TemplateRow {
	const { office } = call;
	const { employeeID } = employeeIn(call);
	const name = office.earningsRates.get(sent.earningsRateID)?.name ?? '';
	return office.templates.put({
		...sent,
		employeeID,
		name,
		payTemplateEarningID: before?.payTemplateEarningID ?? office.newId(),
	});
}

function write(call: Call, before?: TemplateRow): Reply {
	const { office, request } = call;
	employeeIn(call);
	const reading = office.reading();
	const sent = reading.record<TemplateRow>('EarningsTemplate', request.body);
	check(office, reading, sent);
	reading.check();
	return wrapped(request, { earningTemplate: body(office, put(call, sent, before)) });
}

function writeMany(call: Call): Reply {
	const { office, request } = call;
	employeeIn(call);
	const reading = office.reading();
	const sent = reading.records<TemplateRow>('EarningsTemplate', request.body);
	for (const [at, one] of sent.entries()) check(office, reading, one, `[${at}].`);
	reading.check();
	return wrapped(request, { earningTemplates: sent.map((one) => body(office, put(call, one))) });
}

/** The lines of an employee's pay template. Xero's example of the pagination counts none of the lines beside it. */
function read(call: Call): Reply {
	const { employeeID } = employeeIn(call);
	const rows = call.office.templates.all('employee', employeeID);
	const payTemplate = { employeeID, earningTemplates: rows.map((row) => body(call.office, row)) };
	return unpaged(call.request, 0, { payTemplate });
}

const lineIn = (call: Call): TemplateRow => partIn(call, 'PayTemplateEarningID', call.office.templates, 'pay template line');

export const payTemplates: Readonly<Record<string, (call: Call) => Reply>> = {
	getEmployeePayTemplates: read,
	getEmployeePayTemplate: read,
	createEmployeeEarningsTemplate: (call) => write(call),
	createMultipleEmployeeEarningsTemplate: writeMany,
	updateEmployeeEarningsTemplate: (call) => write(call, lineIn(call)),
	deleteEmployeeEarningsTemplate(call) {
		call.office.templates.remove(lineIn(call).payTemplateEarningID);
		return deleted(call);
	},
};
