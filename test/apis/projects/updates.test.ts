import { projects } from '../../../nodes/XeroProjects/projects';
import type { IDataObject } from 'n8n-workflow';
import type { Reply, Sent } from '../../fakeContext';
import { byId } from '../../examples/example';
import { acting } from '../act';
import { ENTRY, entryBefore, PROJECT, projectBefore, TASK, taskBefore } from '../../examples/projects';

const act = acting(projects);

const inProject = { projectId: byId(PROJECT) };

/** A Xero of one record: PUT replaces what it keeps, PATCH changes it, both answer with nothing. */
function keeping(before: IDataObject, refuses: (sent: Sent) => Reply | undefined = () => undefined) {
	let record = before;
	return ({ ...sent }: Sent): Reply => {
		const refusal = refuses(sent);
		if (refusal) return refusal;
		if (sent.method === 'GET') return { body: record };
		record = { ...record, ...(sent.body as IDataObject) };
		return { statusCode: 204, body: '' };
	};
}

const bodies = (sent: readonly Sent[]): unknown[] => sent.filter(({ method }) => method !== 'GET').map(({ body }) => body);

test('an update of one property sends all others as they stand', async () => {
	const { sent } = await act(
		'timeEntry.update',
		[{ ...inProject, timeEntryId: byId(ENTRY), additionalFields: { duration: '2:00' } }],
		keeping(entryBefore),
	);
	expect(bodies(sent)).toEqual([
		{
			userId: entryBefore.userId,
			taskId: TASK,
			dateUtc: '2026-03-30T20:00:00Z',
			duration: 120,
			description: 'Second draft',
		},
	]);
});

test('a project without deadline and estimate gets neither by an update', async () => {
	const { sent } = await act(
		'project.update',
		[{ ...inProject, additionalFields: { name: 'Website' } }],
		keeping({ projectId: PROJECT, name: 'New', status: 'INPROGRESS' }),
	);
	expect(bodies(sent)).toEqual([{ name: 'Website' }]);
});

test('a new rate keeps the currency of the old one', async () => {
	const { sent } = await act(
		'task.update',
		[{ ...inProject, taskId: byId(TASK), additionalFields: { rate: '135.5' } }],
		keeping(taskBefore),
	);
	expect(bodies(sent)).toEqual([
		{ name: 'Design', rate: { currency: 'NZD', value: 135.5 }, chargeType: 'TIME', estimateMinutes: 600 },
	]);
});

test.each([
	['NON_CHARGEABLE', { currency: 'NZD', value: 0 }],
	['TIME', { currency: 'NZD', value: 120 }],
])('an hourly rate of 120 that becomes %s goes on as %p', async (chargeType, rate) => {
	const { sent } = await act(
		'task.update',
		[{ ...inProject, taskId: byId(TASK), additionalFields: { chargeType } }],
		keeping(taskBefore),
	);
	expect(bodies(sent)).toEqual([{ name: 'Design', rate, chargeType, estimateMinutes: 600 }]);
});

test('an hourly rate is no fixed price: the other way of charging needs a rate of its own, and nothing is changed without it', async () => {
	const given = { ...inProject, taskId: byId(TASK) };
	const { sent, error } = await act(
		'task.update',
		[{ ...given, additionalFields: { chargeType: 'FIXED' } }],
		keeping(taskBefore),
	);
	expect(bodies(sent)).toEqual([]);
	expect(error).toMatch(/^Item 1: Rate is missing: the task was charged in another way before\. Add Rate to Additional Fields/);
	const priced = await act(
		'task.update',
		[{ ...given, additionalFields: { chargeType: 'FIXED', rate: '900' } }],
		keeping(taskBefore),
	);
	expect(bodies(priced.sent)).toEqual([
		{ name: 'Design', rate: { currency: 'NZD', value: 900 }, chargeType: 'FIXED', estimateMinutes: 600 },
	]);
});

test('a rate given as a plain number in JSON keeps its currency', async () => {
	const { sent } = await act(
		'task.update',
		[{ ...inProject, taskId: byId(TASK), input: 'json', body: '{ "rate": 150, "chargeType": "time" }' }],
		keeping(taskBefore),
	);
	expect(bodies(sent)).toEqual([
		{ name: 'Design', rate: { currency: 'NZD', value: 150 }, chargeType: 'TIME', estimateMinutes: 600 },
	]);
});

test('two items that change the same project go one after another, so that neither undoes the other', async () => {
	const { sent, calls } = await act(
		'project.update',
		[
			{ ...inProject, additionalFields: { name: 'Website' } },
			{ projectId: byId(PROJECT.toUpperCase()), additionalFields: { estimateAmount: '5000' } },
		],
		keeping(projectBefore),
	);
	expect(calls.map((call) => call.slice(0, 3))).toEqual(['GET', 'PUT', 'GET', 'PUT']);
	expect(bodies(sent)[1]).toMatchObject({ name: 'Website', estimateAmount: 5000 });
});

test('an update without anything to change is refused before anything is asked', async () => {
	const { error, calls } = await act('project.update', [{ ...inProject, additionalFields: {} }], keeping(projectBefore));
	expect(error).toContain('Item 1: there is nothing to change. Add a field, or leave the item out');
	expect(calls).toEqual([]);
});

describe('what is answered with nothing', () => {
	const which = { ...inProject, timeEntryId: byId(ENTRY) };
	const change = { ...which, additionalFields: { description: 'Third draft' } };

	test('gives the IDs', async () => {
		const { json } = await act('timeEntry.update', [change], keeping(entryBefore));
		expect(json).toEqual([{ success: true, projectId: PROJECT, timeEntryId: ENTRY }]);
	});

	test('gives the record as it is afterwards when asked to', async () => {
		const { json, calls } = await act('timeEntry.update', [{ ...change, options: { readBack: true } }], keeping(entryBefore));
		expect(json).toEqual([{ ...entryBefore, description: 'Third draft' }]);
		expect(calls).toHaveLength(3);
	});

	test('gives the IDs even when the output is simplified', async () => {
		const { json } = await act('project.close', [inProject], keeping(projectBefore));
		expect(json).toEqual([{ success: true, projectId: PROJECT }]);
	});

	test('counts as made when the record cannot be read afterwards, and says so', async () => {
		let reads = 0;
		const { error, json } = await act(
			'timeEntry.update',
			[{ ...change, options: { readBack: true } }],
			keeping(entryBefore, ({ method }) =>
				method === 'GET' && (reads += 1) > 1 ? { statusCode: 404, body: { message: 'Not found' } } : undefined,
			),
		);
		expect([error, json[0]!.success, json[0]!.note]).toEqual([
			'',
			true,
			'The change was made; the record could not be read afterwards: Time Entry “6c0d1c2e-0003-4b3c-8d9e-1a2b3c4d5e6f”: is not in the organisation chosen. It may belong to another organisation: check Organisation',
		]);
	});

	test('tells what was deleted', async () => {
		const { json } = await act('task.delete', [{ ...inProject, taskId: byId(TASK) }], () => ({ statusCode: 204, body: '' }));
		expect(json).toEqual([{ deleted: true, projectId: PROJECT, taskId: TASK }]);
	});
});
