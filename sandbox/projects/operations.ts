import type { Reply, Route, SandboxRequest } from '../route';
import { projectBody, taskBody, timeBody } from './bodies';
import { Search } from './listing';
import type { peopleOf } from './people';
import { notFound } from './refusals';
import { CHARGE_TYPES, PROJECT_STATES, type ProjectRow, STATES, type TaskRow, type TimeEntryRow } from './rows';
import type { Workshop } from './workshop';
import { patchProject, removeTask, removeTime, writeProject, writeTask, writeTime } from './writes';

/** One call: where its records are, what it asks for, and whom the books know. */
export interface Call {
	readonly workshop: Workshop;
	readonly request: SandboxRequest;
	readonly people: ReturnType<typeof peopleOf>;
}

/** The project in the path. @throws 404 */
function project({ workshop, request }: Call): ProjectRow {
	const row = workshop.projects.get(request.params['projectId'] ?? '');
	if (!row) throw notFound('project');
	return row;
}

/** The task in the path, of the project in the path. @throws 404 */
function task(call: Call): TaskRow {
	const row = call.workshop.tasks.get(call.request.params['taskId'] ?? '');
	if (row?.projectId !== project(call).projectId) throw notFound('task');
	return row;
}

/** The time entry in the path, of the project in the path. @throws 404 */
function timeEntry(call: Call): TimeEntryRow {
	const row = call.workshop.time.get(call.request.params['timeEntryId'] ?? '');
	if (row?.projectId !== project(call).projectId) throw notFound('time entry');
	return row;
}

function listProjects({ workshop, request }: Call): Reply {
	const search = new Search(request);
	const [ids, contactId] = [search.ids('projectIds'), search.id('contactID')];
	const states = search.choices('states', PROJECT_STATES);
	const fits = (row: ProjectRow): boolean =>
		(ids?.has(row.projectId.toLowerCase()) ?? true) &&
		(contactId === undefined || row.contactId.toLowerCase() === contactId) &&
		(states?.has(row.status) ?? true);
	return search.page(
		() => workshop.projects.values().filter(fits),
		(row) => projectBody(workshop, row),
	);
}

function listTasks(call: Call): Reply {
	const { workshop, request } = call;
	const { projectId } = project(call);
	const search = new Search(request);
	const [ids, types] = [search.ids('taskIds'), search.choices('chargeType', CHARGE_TYPES)];
	const fits = (row: TaskRow): boolean => (ids?.has(row.taskId.toLowerCase()) ?? true) && (types?.has(row.chargeType) ?? true);
	return search.page(
		() => workshop.tasks.all('project', projectId).filter(fits),
		(row) => taskBody(workshop, row),
	);
}

function listTime(call: Call): Reply {
	const { workshop, request } = call;
	const { projectId, contactId } = project(call);
	const search = new Search(request);
	const asked = {
		user: search.id('userId'),
		task: search.id('taskId'),
		invoice: search.id('invoiceId'),
		contact: search.id('contactId'),
	};
	const [states, chargeable] = [search.choices('states', STATES), search.flag('isChargeable')];
	const [after, before] = [search.moment('dateAfterUtc'), search.moment('dateBeforeUtc')];
	const same = (wanted: string | undefined, value: string | undefined): boolean =>
		wanted === undefined || value?.toLowerCase() === wanted;
	const charged = ({ taskId }: TimeEntryRow): boolean => workshop.tasks.get(taskId)?.chargeType !== 'NON_CHARGEABLE';
	const fits = (row: TimeEntryRow): boolean =>
		same(asked.user, row.userId) &&
		same(asked.task, row.taskId) &&
		same(asked.invoice, row.invoiceId) &&
		same(asked.contact, contactId) &&
		(states?.has(row.status) ?? true) &&
		(chargeable === undefined || charged(row) === chargeable) &&
		(after === undefined || row.dateUtc >= after) &&
		(before === undefined || row.dateUtc <= before);
	return search.page(() => workshop.time.all('project', projectId).filter(fits), timeBody);
}

/** A change that is answered with 204 and no body. */
const changed =
	(change: (call: Call) => unknown) =>
	(call: Call): Reply => {
		change(call);
		return { status: 204 };
	};

/** Every operation: Xero's name for it, method, path, and what it does. */
export const operations: ReadonlyArray<
	readonly [operationId: string, method: Route['method'], path: string, handle: (call: Call) => Reply]
> = [
	['getProjects', 'GET', '/Projects', listProjects],
	[
		'createProject',
		'POST',
		'/Projects',
		({ workshop, request, people }) => ({
			status: 201,
			body: projectBody(workshop, writeProject(workshop, request.body, people)),
		}),
	],
	['getProject', 'GET', '/Projects/{projectId}', (call) => ({ body: projectBody(call.workshop, project(call)) })],
	[
		'updateProject',
		'PUT',
		'/Projects/{projectId}',
		changed((call) => writeProject(call.workshop, call.request.body, call.people, project(call))),
	],
	[
		'patchProject',
		'PATCH',
		'/Projects/{projectId}',
		changed((call) => patchProject(call.workshop, project(call), call.request.body)),
	],
	['getProjectUsers', 'GET', '/ProjectsUsers', ({ request, people }) => new Search(request).page(people.users, (user) => user)],
	['getTasks', 'GET', '/Projects/{projectId}/Tasks', listTasks],
	[
		'createTask',
		'POST',
		'/Projects/{projectId}/Tasks',
		(call) => ({ status: 201, body: taskBody(call.workshop, writeTask(call.workshop, project(call), call.request.body)) }),
	],
	['getTask', 'GET', '/Projects/{projectId}/Tasks/{taskId}', (call) => ({ body: taskBody(call.workshop, task(call)) })],
	[
		'updateTask',
		'PUT',
		'/Projects/{projectId}/Tasks/{taskId}',
		changed((call) => writeTask(call.workshop, project(call), call.request.body, task(call))),
	],
	[
		'deleteTask',
		'DELETE',
		'/Projects/{projectId}/Tasks/{taskId}',
		changed((call) => removeTask(call.workshop, project(call), task(call))),
	],
	['getTimeEntries', 'GET', '/Projects/{projectId}/Time', listTime],
	['createTimeEntry', 'POST', '/Projects/{projectId}/Time', (call) => ({ body: timeBody(logTime(call)) })],
	['getTimeEntry', 'GET', '/Projects/{projectId}/Time/{timeEntryId}', (call) => ({ body: timeBody(timeEntry(call)) })],
	['updateTimeEntry', 'PUT', '/Projects/{projectId}/Time/{timeEntryId}', changed((call) => logTime(call, timeEntry(call)))],
	[
		'deleteTimeEntry',
		'DELETE',
		'/Projects/{projectId}/Time/{timeEntryId}',
		changed((call) => removeTime(call.workshop, project(call), timeEntry(call))),
	],
];

/** Logs time, stamped with now in the seven decimals that Xero's servers write. */
function logTime(call: Call, before?: TimeEntryRow): TimeEntryRow {
	const { workshop, request, people } = call;
	const entered = new Date(request.clock.now()).toISOString().replace('Z', '0000Z');
	return writeTime(workshop, project(call), request.body, { people, entered, ...(before ? { before } : {}) });
}
