import { projects } from '../../../nodes/XeroProjects/projects';
import type { IDataObject } from 'n8n-workflow';
import type { Reply, Sent } from '../../fakeContext';
import { byId } from '../../examples/example';
import { acting } from '../act';
import { ENTRY, entryBefore, PROJECT, projectBefore, TASK, taskBefore, USER } from '../../examples/projects';

const act = acting(projects);

const inProject = { projectId: byId(PROJECT) };
const row = (description: string): IDataObject => ({
	...inProject,
	taskId: byId(TASK),
	userId: byId(USER),
	dateUtc: '2026-03-31T09:00:00Z',
	duration: 15,
	description,
});

const invalid = (modelState: object): Reply => ({
	statusCode: 400,
	body: { message: 'The request is invalid.', modelState },
});

test("Xero's sentences about fields come first, with the field where they do not name it", async () => {
	const { error } = await act('project.create', [{ contactId: byId(USER), name: 'New Kitchen' }], () =>
		invalid({
			'model.EstimateAmount': ['Must not be less than 0'],
			'model.Name': ['The Project Name cannot be empty'],
		}),
	);
	expect(error).toMatch(/^Item 1: Xero says: EstimateAmount: Must not be less than 0\n/);
	expect(error).toContain('The Project Name cannot be empty');
});

test('a refusal without fields is told by its message', async () => {
	const { error } = await act('project.get', [inProject], () => ({ statusCode: 400, body: { message: 'Out of range' } }));
	expect(error).toMatch(/^Item 1: Xero says: Out of range\n/);
});

test('a project that is not there is told so', async () => {
	const { error } = await act('task.getAll', [{ ...inProject, returnAll: true }], () => ({
		statusCode: 404,
		body: { message: 'The project you have specified cannot be found', modelState: {} },
	}));
	expect(error).toMatch(/^Item 1, \w+ “[-0-9a-f]+”: is not in the organisation chosen\./);
});

test('no access names what Projects takes besides the scope', async () => {
	const { error } = await act('project.getAll', [{}], () => ({ statusCode: 403, body: { title: 'Forbidden', status: 403 } }));
	expect(error).toContain('The organisation needs a plan with Xero Projects');
});

const oneBad = ({ body }: Sent): Reply =>
	(body as IDataObject).description === 'bad' ? invalid({ 'model.TaskId': ['The Task is INVOICED'] }) : { body: entryBefore };

test('rows that Xero refuses become rows with its sentence when the node goes on', async () => {
	const { items } = await act('timeEntry.create', [row('good'), row('bad'), row('fine')], oneBad, { continueOnFail: true });
	expect(items.map(({ json, pairedItem }) => [json.timeEntryId ?? json.error, pairedItem])).toEqual([
		[ENTRY, { item: 0 }],
		['Item 2: Xero says: TaskId: The Task is INVOICED', { item: 1 }],
		[ENTRY, { item: 2 }],
	]);
});

test('without that, the one that ends the run says what of the others was written', async () => {
	const { error } = await act('timeEntry.create', [row('good'), row('bad')], oneBad);
	expect(error).toContain('Item 2: Xero says: TaskId: The Task is INVOICED');
	expect(error).toContain('1 of 2 were written to Xero and stay there.');
});

describe('the rate of a new task', () => {
	const task = (more: IDataObject) => ({ ...inProject, name: 'Design', chargeType: 'TIME', rate: '', ...more });
	const xero = ({ method }: Sent): Reply => ({ body: method === 'GET' ? projectBefore : taskBefore });

	test('is asked for where the task is charged, before anything is sent', async () => {
		const { error, calls } = await act('task.create', [task({})], xero);
		expect(error).toContain('Item 1: Rate is missing: only a non-chargeable task has none');
		expect(calls).toEqual([]);
	});

	test('may be a plain number in JSON', async () => {
		const body = '{ "name": "Design", "chargeType": "FIXED", "rate": 900 }';
		const { sent } = await act('task.create', [task({ input: 'json', body })], xero);
		expect(sent[1]?.body).toEqual({ name: 'Design', chargeType: 'FIXED', rate: { currency: 'NZD', value: 900 } });
	});

	test('is refused as a text that means different amounts in different countries', async () => {
		const { error } = await act('task.create', [task({ rate: '1,200' })], xero);
		expect(error).toContain('Item 1, Rate “1,200”: is not a number written like 1234.50');
	});
});

test('every write has an Idempotency-Key of its own, a deletion none', async () => {
	const { sent } = await act('timeEntry.create', [row('same'), row('same')], () => ({ body: entryBefore }));
	expect(new Set(sent.map(({ headers }) => headers['Idempotency-Key'])).size).toBe(2);
	const gone = await act('timeEntry.delete', [{ ...inProject, timeEntryId: byId(ENTRY) }], () => ({ statusCode: 204 }));
	expect(gone.sent[0]?.headers['Idempotency-Key']).toBeUndefined();
});
