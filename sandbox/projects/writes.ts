import { Fields } from './fields';
import { forbidden, invalid } from './refusals';
import { CHARGE_TYPES, PROJECT_STATES, type ProjectRow, type TaskRow, type TimeEntryRow } from './rows';
import type { Workshop } from './workshop';

/** The longest time entry in minutes (OpenAPI: 1 to 59940), and what other whole numbers of minutes are kept to. */
const LONGEST = 59_940;
const MANY = 1_000_000;

/** What of the Accounting books a write looks up. */
export interface People {
	/** The currency of a contact's documents, undefined when there is no such contact. */
	currencyOf(contactId: string): string | undefined;
	hasUser(userId: string): boolean;
}

/** The project of a body; for an update over the project there is, which it replaces but for its contact. @throws 400 */
export function writeProject(workshop: Workshop, body: unknown, people: People, before?: ProjectRow): ProjectRow {
	const fields = new Fields(body);
	const name = fields.text('name', 255);
	if (name === undefined && !('model.Name' in fields.wrong)) fields.fail('name', 'The Project Name cannot be empty');
	const contactId = fields.id('contactId') ?? before?.contactId;
	if (contactId === undefined && !('model.ContactId' in fields.wrong))
		fields.fail('contactId', 'The ContactId cannot be null or empty');
	const currency = contactId === undefined ? undefined : people.currencyOf(contactId);
	if (contactId !== undefined && currency === undefined) fields.fail('contactId', 'The Contact does not exist');
	const row: ProjectRow = {
		projectId: before?.projectId ?? workshop.newId(),
		contactId: contactId ?? '',
		name: name ?? '',
		currencyCode: before?.currencyCode ?? currency ?? '',
		deadlineUtc: fields.moment('deadlineUtc'),
		estimate: fields.amount('estimateAmount'),
		status: before?.status ?? 'INPROGRESS',
		expenses: before?.expenses ?? { invoiced: 0, toBeInvoiced: 0 },
	};
	if (fields.failed) throw invalid(fields.wrong);
	return workshop.projects.put(row);
}

/** Closes or reopens a project. @throws 400 */
export function patchProject(workshop: Workshop, row: ProjectRow, body: unknown): ProjectRow {
	const fields = new Fields(body);
	const status = fields.choice('status', PROJECT_STATES);
	if (status === undefined && !fields.failed) fields.fail('status', 'The Status cannot be null or empty');
	if (fields.failed || status === undefined) throw invalid(fields.wrong);
	return workshop.projects.put({ ...row, status });
}

/** @throws 400 when the project is closed */
function open({ status }: ProjectRow): void {
	if (status === 'CLOSED') throw forbidden('project', 'The Project is closed and cannot be modified');
}

/** @throws 400 for what is invoiced, or being invoiced */
function active(what: string, { status }: TaskRow | TimeEntryRow): void {
	if (status !== 'ACTIVE') throw forbidden('status', `The ${what} is ${status} and cannot be modified`);
}

/** The task of a body, new or in place of the one there is. @throws 400 */
export function writeTask(workshop: Workshop, project: ProjectRow, body: unknown, before?: TaskRow): TaskRow {
	open(project);
	if (before) active('Task', before);
	const fields = new Fields(body);
	const name = fields.text('name', 100);
	if (name === undefined && !('model.Name' in fields.wrong)) fields.fail('name', 'The Task Name cannot be empty');
	const chargeType = fields.choice('chargeType', CHARGE_TYPES);
	if (chargeType === undefined && !('model.ChargeType' in fields.wrong))
		fields.fail('chargeType', 'The ChargeType cannot be null or empty');
	const sent = fields.object('rate');
	const [rate, currency] = [sent?.amount('value'), sent?.text('currency', 3)?.toUpperCase()];
	if (sent === undefined) fields.fail('rate', 'The Rate cannot be null or empty');
	else if (rate === undefined && !('model.Rate.Value' in fields.wrong)) sent.fail('value', 'The Rate cannot be null or empty');
	if (sent !== undefined && currency !== project.currencyCode)
		sent.fail('currency', `The currency of the Rate must be that of the Project, ${project.currencyCode}`);
	if (chargeType === 'NON_CHARGEABLE' && (rate ?? 0) !== 0) sent?.fail('value', 'The Rate of a NON_CHARGEABLE task must be 0');
	const estimateMinutes = fields.whole('estimateMinutes', 0, MANY);
	if (fields.failed || name === undefined || chargeType === undefined || rate === undefined) throw invalid(fields.wrong);
	const head = { taskId: before?.taskId ?? workshop.newId(), projectId: project.projectId };
	return workshop.tasks.put({ ...head, name, rate, chargeType, estimateMinutes, status: 'ACTIVE' });
}

/** @throws 400 when the task has time, or was invoiced */
export function removeTask(workshop: Workshop, project: ProjectRow, row: TaskRow): void {
	open(project);
	active('Task', row);
	if (workshop.time.first('task', row.taskId)) throw forbidden('task', 'The Task has time entries and cannot be deleted');
	workshop.tasks.remove(row.taskId);
}

/** The time entry of a body, new or in place of the one there is. @throws 400 */
export function writeTime(
	workshop: Workshop,
	project: ProjectRow,
	body: unknown,
	{ people, entered, before }: { people: People; entered: string; before?: TimeEntryRow },
): TimeEntryRow {
	open(project);
	if (before) active('Time Entry', before);
	const fields = new Fields(body);
	const needed = <T>(key: string, value: T | undefined): T | undefined => {
		const name = `model.${key.replace(/^./, (letter) => letter.toUpperCase())}`;
		if (value === undefined && !(name in fields.wrong)) fields.fail(key, `The ${name.slice(6)} cannot be null or empty`);
		return value;
	};
	const userId = needed('userId', fields.id('userId'));
	const taskId = needed('taskId', fields.id('taskId'));
	const dateUtc = needed('dateUtc', fields.moment('dateUtc'));
	const duration = needed('duration', fields.whole('duration', 1, LONGEST));
	const description = fields.text('description', 4000);
	const task = taskId === undefined ? undefined : workshop.tasks.get(taskId);
	if (userId !== undefined && !people.hasUser(userId)) fields.fail('userId', 'The User does not exist');
	if (taskId !== undefined && task?.projectId !== project.projectId)
		fields.fail('taskId', 'The Task does not exist on the Project');
	else if (task !== undefined && task.status !== 'ACTIVE') fields.fail('taskId', `The Task is ${task.status}`);
	if (fields.failed || !task || userId === undefined || dateUtc === undefined || duration === undefined)
		throw invalid(fields.wrong);
	return workshop.time.put({
		timeEntryId: before?.timeEntryId ?? workshop.newId(),
		userId,
		projectId: project.projectId,
		taskId: task.taskId,
		dateUtc,
		dateEnteredUtc: before?.dateEnteredUtc ?? entered,
		duration,
		description,
		status: 'ACTIVE',
	});
}

/** @throws 400 when the project is closed or the time was invoiced */
export function removeTime(workshop: Workshop, project: ProjectRow, row: TimeEntryRow): void {
	open(project);
	active('Time Entry', row);
	workshop.time.remove(row.timeEntryId);
}
