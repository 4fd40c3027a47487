import { projects } from '../../../nodes/XeroProjects/projects';
import type { IDataObject } from 'n8n-workflow';
import type { Reply, Sent } from '../../fakeContext';
import { byId, byName } from '../../examples/example';
import { acting } from '../act';
import { ENTRY, entryBefore, listOf, PROJECT, projectBefore, TASK, taskBefore, USER } from '../../examples/projects';

const act = acting(projects);

const jo = { userId: USER, name: 'Jo Bell', email: 'jo@example.com' };

interface Lists {
	readonly projects?: object[];
	readonly tasks?: object[];
	readonly users?: object[];
}

const xero =
	({ projects = [projectBefore], tasks = [taskBefore], users = [jo] }: Lists = {}) =>
	({ method, path }: Sent): Reply => {
		if (method === 'POST') return { body: entryBefore };
		if (path.endsWith('/Tasks')) return listOf(...tasks);
		return path.endsWith('/ProjectsUsers') ? listOf(...users) : listOf(...projects);
	};

const row = (more: IDataObject = {}): IDataObject => ({
	projectId: byName('New Kitchen'),
	taskId: byName('Design'),
	userId: byName('Jo Bell'),
	dateUtc: '2026-03-31T09:00:00Z',
	duration: '0:45',
	...more,
});

const count = (calls: readonly string[], what: string): number => calls.filter((call) => call.split('?')[0] === what).length;

test('rows with names read each list once, however many they are', async () => {
	const { calls, json, items } = await act(
		'timeEntry.create',
		Array.from({ length: 20 }, (_, index) => row({ userId: byName(index % 2 ? 'JO@EXAMPLE.COM' : ' jo bell ') })),
		xero(),
	);
	expect(json).toHaveLength(20);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual(Array.from({ length: 20 }, (_, item) => ({ item })));
	expect(count(calls, 'GET /Projects')).toBe(1);
	expect(count(calls, `GET /Projects/${PROJECT}/Tasks`)).toBe(1);
	expect(count(calls, 'GET /ProjectsUsers')).toBe(1);
	expect(count(calls, `POST /Projects/${PROJECT}/Time`)).toBe(20);
});

test('IDs are taken as they are, without a list', async () => {
	const { calls } = await act(
		'timeEntry.create',
		[row({ projectId: byId(PROJECT), taskId: byId(TASK), userId: byId(USER) })],
		xero(),
	);
	expect(calls).toEqual([`POST /Projects/${PROJECT}/Time`]);
});

test.each([
	[
		{ projectId: byName('Old Kitchen') },
		{},
		'Item 1, Project “Old Kitchen”: Xero has no project in progress so named. Check the name',
	],
	[{ taskId: byName('Drawing') }, {}, 'Item 1, Task “Drawing”: Xero has no active task in this project so named. Check the name'],
	[{ userId: byName('Kim') }, {}, 'Item 1, User “Kim”: Xero has no project user so named. Check the name'],
	[
		{},
		{ tasks: [{ ...taskBefore, status: 'INVOICED' }] },
		'Item 1, Task “Design”: Xero has no active task in this project so named. Check the name',
	],
	[
		{},
		{ projects: [projectBefore, { ...projectBefore, projectId: TASK }] },
		'Item 1, Project “New Kitchen”: Xero has 2 projects in progress so named. Use By ID, or give each a name of its own in Xero',
	],
])('a name that does not tell one record is refused: %#', async (wrong, lists, says) => {
	const { error, calls } = await act('timeEntry.create', [row(wrong)], xero(lists));
	expect(error).toContain(says);
	expect(calls.filter((call) => call.startsWith('POST'))).toEqual([]);
});

test('a name that is unknown becomes a row of its own, and the others are logged', async () => {
	const { items } = await act('timeEntry.create', [row(), row({ taskId: byName('Drawing') }), row()], xero(), {
		continueOnFail: true,
	});
	expect(items.map(({ json, pairedItem }) => [json.timeEntryId ?? json.error, pairedItem])).toEqual([
		[ENTRY, { item: 0 }],
		['Item 2, Task “Drawing”: Xero has no active task in this project so named. Check the name', { item: 1 }],
		[ENTRY, { item: 2 }],
	]);
});
