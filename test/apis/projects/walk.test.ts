import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { projects } from '../../../nodes/XeroProjects/projects';
import { XeroProjects } from '../../../nodes/XeroProjects/XeroProjects.node';
import { ApiStage, byId, byName } from '../stage';

const stage = new ApiStage(new XeroProjects(), projects);

const raw = { simplify: false };
const whole = { returnAll: true, ...raw };
const back = { options: { readBack: true }, ...raw };
const names = (records: readonly IDataObject[], key = 'name') => records.map((one) => one[key]);

/** A project made for one test, and how the panel names it. */
async function newProject(name: string): Promise<INodeParameters & { projectId: { value: string } }> {
	const { picked: contactId } = await stage.choose('contact', 'project.create');
	const { projectId } = await stage.json('project.create', { contactId, name });
	return { projectId: byId(String(projectId)) } as never;
}

test('a project is created, found, changed, closed and reopened', async () => {
	const { line, picked: contactId } = await stage.choose('contact', 'project.create');
	expect(line).not.toBe('');
	const made = await stage.json('project.create', {
		contactId,
		name: 'Garden Shed',
		additionalFields: { deadlineUtc: '2026-06-30T12:00:00Z', estimateAmount: '4200.5' },
		...raw,
	});
	expect(made).toMatchObject({
		name: 'Garden Shed',
		status: 'INPROGRESS',
		contactId: contactId.value,
		estimate: { value: 4200.5 },
	});
	const { line: name, picked: projectId } = await stage.choose('project', 'project.get', {}, 'garden');
	expect([name, projectId.value]).toEqual(['Garden Shed', made.projectId]);
	expect(await stage.json('project.get', { projectId, ...raw })).toEqual(made);
	expect(Object.keys(await stage.json('project.get', { projectId }))).toHaveLength(10);

	const changed = await stage.json('project.update', { projectId, additionalFields: { name: 'Garden House' }, ...back });
	expect(changed).toEqual({ ...made, name: 'Garden House' });
	const done = { success: true, projectId: made.projectId };
	expect(await stage.json('project.update', { projectId, additionalFields: { name: 'Garden House' } })).toEqual(done);
	expect(await stage.json('project.close', { projectId })).toEqual(done);
	expect(await stage.json('project.reopen', { projectId })).toEqual(done);
	expect(await stage.json('project.close', { projectId })).toEqual(done);

	const found = async (filters: INodeParameters) => names(await stage.all('project.getAll', { filters, ...whole }));
	const all = await found({});
	expect(all).toContain('Garden House');
	expect(await found({ states: 'Closed', contactID: contactId })).toContain('Garden House');
	expect(await found({ states: 'In Progress' })).not.toContain('Garden House');
	expect(await found({ projectIds: `${made.projectId as string}` })).toEqual(['Garden House']);
	expect(await stage.all('project.getAll', { returnAll: false, limit: 2 })).toHaveLength(2);

	expect((await stage.search('openProject', 'project.close', {}, 'garden')).results).toEqual([]);
	expect((await stage.choose('project', 'project.get', {}, 'garden')).line).toBe('Garden House · Closed');
	const { picked: closed } = await stage.choose('closedProject', 'project.reopen', {}, 'garden');
	const reopened = await stage.json('project.reopen', { projectId: closed, ...back });
	expect(reopened).toMatchObject({ name: 'Garden House', status: 'INPROGRESS' });
});

test('tasks are created with rates in the currency of their project, found, changed and deleted', async () => {
	const inProject = await newProject('Warehouse');
	const { currencyCode } = await stage.json('project.get', { ...inProject, ...raw });
	const parameters = {
		...inProject,
		name: '={{ $json.name }}',
		chargeType: '={{ $json.charge }}',
		...raw,
	};
	const charged = { ...parameters, rate: '={{ $json.rate }}', additionalFields: { estimateMinutes: '={{ $json.estimate }}' } };
	const made = [
		...(await stage.all('task.create', charged, [
			{ name: 'Design', charge: 'Hourly Rate', rate: 120, estimate: '1:30' },
			{ name: 'Building', charge: 'FIXED', rate: '900.00', estimate: '16h' },
		])),
		...(await stage.all('task.create', parameters, [{ name: 'Travel', charge: 'Non-Chargeable' }])),
	];
	expect(made.map(({ name, rate, chargeType, estimateMinutes }) => [name, rate, chargeType, estimateMinutes])).toEqual([
		['Design', { currency: currencyCode, value: 120 }, 'TIME', 90],
		['Building', { currency: currencyCode, value: 900 }, 'FIXED', 960],
		['Travel', { currency: currencyCode, value: 0 }, 'NON_CHARGEABLE', undefined],
	]);

	const { line, picked: taskId } = await stage.choose('task', 'task.update', inProject, 'des');
	expect([line, taskId.value]).toEqual(['Design', made[0]!.taskId]);
	const changed = await stage.json('task.update', { ...inProject, taskId, additionalFields: { rate: '130' }, ...back });
	expect(changed).toEqual({ ...made[0], rate: { currency: currencyCode, value: 130 } });
	expect(await stage.json('task.get', { ...inProject, taskId, ...raw })).toEqual(changed);
	expect(await stage.json('task.update', { ...inProject, taskId, additionalFields: { rate: '130' } })).toEqual({
		success: true,
		projectId: inProject.projectId.value,
		taskId: taskId.value,
	});
	const given = { ...inProject, taskId, additionalFields: { chargeType: 'Non-Chargeable' }, ...back };
	expect(await stage.json('task.update', given)).toMatchObject({ chargeType: 'NON_CHARGEABLE', rate: { value: 0 } });
	expect(await stage.refused('task.update', { ...inProject, taskId, additionalFields: { chargeType: 'Fixed Price' } })).toContain(
		'Rate is missing: the task was charged in another way before',
	);

	const found = async (filters: INodeParameters) => names(await stage.all('task.getAll', { ...inProject, filters, ...whole }));
	expect(await found({ chargeType: 'Fixed Price' })).toEqual(['Building']);
	expect(await found({ taskIds: `${made[2]!.taskId as string}` })).toEqual(['Travel']);
	expect(await stage.json('task.delete', { ...inProject, taskId })).toEqual({
		deleted: true,
		projectId: inProject.projectId.value,
		taskId: taskId.value,
	});
	expect(await found({})).toEqual(['Building', 'Travel']);
});

test('time is logged from rows with names, found, changed and deleted', async () => {
	const inProject = await newProject('Catalogue 2027');
	for (const name of ['Writing', 'Photos'])
		await stage.json('task.create', { ...inProject, name, chargeType: 'TIME', rate: '80' });
	const users = await stage.all('projectUser.getAll', { returnAll: true });
	const [jo] = users;
	expect(jo).toEqual({ userId: expect.any(String), name: expect.any(String), email: expect.any(String) });

	const parameters = {
		projectId: byName('={{ $json.project }}'),
		taskId: byName('={{ $json.task }}'),
		userId: byName('={{ $json.person }}'),
		dateUtc: '={{ $json.date }}',
		duration: '={{ $json.time }}',
		description: '={{ $json.note }}',
	};
	const rows = [
		{ project: 'catalogue 2027', task: 'Writing', person: jo!.email, date: '2026-03-30T22:00:00Z', time: '1:30', note: 'Draft' },
		{ project: 'Catalogue 2027', task: 'Photos', person: jo!.name, date: '2026-03-31T08:00:00+13:00', time: 45, note: null },
		{ project: 'Catalogue 2027', task: 'Nothing', person: jo!.name, date: '2026-03-31', time: '2h', note: '' },
	] as IDataObject[];
	const { json: logged, refused } = await stage.try('timeEntry.create', parameters, rows, {
		settings: { onError: 'continueErrorOutput' },
	});
	expect(logged.map(({ userId, dateUtc, duration, description }) => [userId, dateUtc, duration, description])).toEqual([
		[jo!.userId, '2026-03-30T22:00:00Z', 90, 'Draft'],
		[jo!.userId, '2026-03-30T19:00:00Z', 45, undefined],
	]);
	expect(refused).toMatchObject([
		{ error: 'Item 3, Task “Nothing”: Xero has no active task in this project so named. Check the name' },
	]);
	expect(stage.asked.filter((call) => call === 'GET /ProjectsUsers')).toHaveLength(2);

	const { line, picked: timeEntryId } = await stage.choose('timeEntry', 'timeEntry.update', inProject, 'draft');
	expect(line).toBe('2026-03-30 22:00 UTC · 1:30 · Draft');
	const which = { ...inProject, timeEntryId };
	const changed = await stage.json('timeEntry.update', { ...which, additionalFields: { duration: '2h 15m' }, ...back });
	expect(changed).toEqual({ ...logged[0], duration: 135 });
	expect(await stage.json('timeEntry.update', { ...which, additionalFields: { duration: '2h 15m' } })).toEqual({
		success: true,
		projectId: inProject.projectId.value,
		timeEntryId: timeEntryId.value,
	});
	expect(await stage.json('timeEntry.get', which)).toEqual(changed);

	const { picked: userId } = await stage.choose('projectUser', 'timeEntry.create', {}, String(jo!.email));
	const { picked: taskId } = await stage.choose('task', 'timeEntry.getAll', inProject, 'writing');
	const { contactId } = await stage.json('project.get', { ...inProject, ...raw });
	const found = async (filters: INodeParameters) =>
		names(await stage.all('timeEntry.getAll', { ...inProject, filters, returnAll: true }), 'duration').sort();
	expect(await found({ userId, contactId: byId(String(contactId)), states: ['ACTIVE'], isChargeable: true })).toEqual([135, 45]);
	expect(await found({ taskId, dateAfterUtc: '2026-03-30T22:00:00Z', dateBeforeUtc: '2026-04-30' })).toEqual([135]);
	expect(await found({ dateBeforeUtc: '2026-03-30T19:00:00Z' })).toEqual([45]);
	const { picked: invoiceId } = await stage.choose('invoice', 'timeEntry.getAll', inProject);
	expect(await found({ invoiceId })).toEqual([]);

	expect(await stage.refused('task.delete', { ...inProject, taskId })).toContain('The Task has time entries');
	expect(await stage.json('timeEntry.delete', which)).toMatchObject({ deleted: true, timeEntryId: timeEntryId.value });
	expect(await found({})).toEqual([45]);
});

test('a list inside of a project is empty until the project is picked', async () => {
	expect((await stage.search('task', 'timeEntry.create')).results).toEqual([]);
	expect((await stage.search('timeEntry', 'timeEntry.get', { projectId: byId('') })).results).toEqual([]);
});

test('a closed project takes no time, and Xero says so', async () => {
	const inProject = await newProject('Old Shop');
	const task = await stage.json('task.create', { ...inProject, name: 'Work', chargeType: 'TIME', rate: '80' });
	const [user] = await stage.all('projectUser.getAll', { returnAll: true });
	await stage.json('project.close', inProject);
	const error = await stage.refused('timeEntry.create', {
		...inProject,
		taskId: byId(String(task.taskId)),
		userId: byId(String(user!.userId)),
		dateUtc: '2026-03-31',
		duration: '15',
	});
	expect(error).toContain('The Project is closed and cannot be modified');
});

test('what has no operation of its own is asked for with API Request', async () => {
	const options = { queryParameters: { parameter: [{ name: 'pageSize', value: '1' }] } };
	const answer = await stage.json('apiRequest.send', { method: 'GET', path: '/ProjectsUsers', options });
	expect(answer).toMatchObject({ pagination: { pageSize: 1 }, items: [{ email: expect.any(String) }] });
});

stage.leavesNothingOut('test/apis/projects/walk.test.ts');
