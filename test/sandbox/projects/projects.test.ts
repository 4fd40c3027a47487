import type { Json } from '../accounting/desk';
import { openProjects } from './desk';

const NOBODY = '11111111-1111-4111-8111-111111111111';

/** The whole demo, made once: its tests look for records of their own. */
const demo = openProjects('demo');

describe('Projects of the local Xero', () => {
	it('are created for a contact of the books, in its currency, with totals of nothing', () => {
		const desk = openProjects();
		const body = { contactId: desk.contactId, name: 'New Kitchen', deadlineUtc: '2026-12-10T12:59:59Z', estimateAmount: '99.99' };
		const created = desk.call('POST', '/Projects', body);
		expect(created.status).toBe(201);
		const none = { currency: 'NZD', value: 0 };
		expect(created.body).toEqual({
			projectId: created.at('projectId'),
			contactId: desk.contactId,
			name: 'New Kitchen',
			currencyCode: 'NZD',
			minutesLogged: 0,
			totalTaskAmount: none,
			totalExpenseAmount: none,
			minutesToBeInvoiced: 0,
			taskAmountToBeInvoiced: none,
			taskAmountInvoiced: none,
			expenseAmountToBeInvoiced: none,
			expenseAmountInvoiced: none,
			projectAmountInvoiced: none,
			deposit: none,
			depositApplied: none,
			creditNoteAmount: none,
			totalInvoiced: none,
			totalToBeInvoiced: none,
			deadlineUtc: '2026-12-10T12:59:59Z',
			estimate: { currency: 'NZD', value: 99.99 },
			status: 'INPROGRESS',
		});
		expect(desk.call('GET', `/Projects/${created.id('projectId')}`).body).toEqual(created.body);
	});

	it('are replaced by PUT, which takes away what it leaves out, and closed and reopened by PATCH', () => {
		const { call, project, contactId } = openProjects();
		const id = project({ deadlineUtc: '2026-12-10T12:59:59+13:00', estimateAmount: 50 });
		expect(call('GET', `/Projects/${id}`).at('deadlineUtc')).toBe('2026-12-09T23:59:59Z');
		const put = call('PUT', `/Projects/${id}`, { name: 'Old Kitchen' });
		expect([put.status, put.body]).toEqual([204, undefined]);
		const read = call('GET', `/Projects/${id}`).body as Json;
		expect(read).toMatchObject({ name: 'Old Kitchen', contactId, status: 'INPROGRESS' });
		expect(Object.keys(read)).not.toEqual(expect.arrayContaining(['deadlineUtc']));
		const patch = call('PATCH', `/Projects/${id}`, { status: 'CLOSED' });
		expect([patch.status, patch.body]).toEqual([204, undefined]);
		expect(call('GET', `/Projects/${id}`).at('status')).toBe('CLOSED');
		call('PATCH', `/Projects/${id}`, { status: 'INPROGRESS' });
		expect(call('GET', `/Projects/${id}`).at('status')).toBe('INPROGRESS');
	});

	it('are refused with a message and the fields that are wrong', () => {
		const { call, contactId, project } = openProjects();
		const empty = call('POST', '/Projects', {});
		expect(empty.status).toBe(400);
		expect(empty.body).toEqual({
			message: 'The request is invalid.',
			modelState: {
				'model.Name': ['The Project Name cannot be empty'],
				'model.ContactId': ['The ContactId cannot be null or empty'],
			},
		});
		const state = (more: Json): unknown => call('POST', '/Projects', { contactId, name: 'x', ...more }).at('modelState');
		expect(state({ contactId: NOBODY })).toEqual({ 'model.ContactId': ['The Contact does not exist'] });
		expect(state({ contactId: 'soon' })).toEqual({ 'model.ContactId': ["The value 'soon' is not valid for ContactId."] });
		expect(state({ deadlineUtc: 'soon' })).toEqual({ 'model.DeadlineUtc': ["The value 'soon' is not valid for DeadlineUtc."] });
		expect(state({ estimateAmount: -1 })).toEqual({ 'model.EstimateAmount': ['The EstimateAmount must not be less than 0'] });
		expect(call('PATCH', `/Projects/${project()}`, { status: 'DONE' }).at('modelState')).toEqual({
			'model.Status': ['The Status must be one of INPROGRESS, CLOSED'],
		});
		expect(call('PATCH', `/Projects/${project()}`, {}).status).toBe(400);
	});

	it('are not made for archived contacts', () => {
		const { call, archived } = openProjects();
		expect(call('POST', '/Projects', { contactId: archived(), name: 'x' }).at('modelState')).toEqual({
			'model.ContactId': ['The Contact does not exist'],
		});
	});

	it('are 404 when they do not exist, with everything below them', () => {
		const { call, project, task } = openProjects();
		const unknown = call('GET', `/Projects/${NOBODY}`);
		expect(unknown.status).toBe(404);
		expect(unknown.body).toEqual({ message: 'The project you have specified cannot be found', modelState: {} });
		expect(call('GET', `/Projects/${NOBODY}/Tasks`).status).toBe(404);
		expect(call('POST', `/Projects/${NOBODY}/Time`, {}).status).toBe(404);
		const [one, other] = [project(), project()];
		expect(call('GET', `/Projects/${other}/Tasks/${task(one)}`).status).toBe(404);
		expect(call('GET', `/Projects/${one}/Time/${NOBODY}`).at('message')).toBe(
			'The time entry you have specified cannot be found',
		);
	});

	it('are listed in pages and found by id, contact and state', () => {
		const { call } = demo;
		const all = call('GET', '/Projects?pageSize=500').at('items') as Json[];
		expect(call('GET', '/Projects').at('pagination')).toEqual({ page: 1, pageSize: 50, pageCount: 2, itemCount: 60 });
		expect(call('GET', '/Projects?page=2').at('items')).toHaveLength(10);
		expect(call('GET', '/Projects?page=3').at('items')).toEqual([]);
		const found = (query: string): unknown[] =>
			(call('GET', `/Projects?${query}`).at('items') as Json[]).map((one) => one.projectId);
		const [first, , third] = all;
		expect(found(`projectIds=${String(third?.projectId)},${String(first?.projectId)}`)).toEqual([
			first?.projectId,
			third?.projectId,
		]);
		expect(found(`contactID=${String(first?.contactId)}`)).toContain(first?.projectId);
		expect(found(`contactID=${NOBODY}`)).toEqual([]);
		expect(found('states=CLOSED&pageSize=500')).toEqual(all.filter((one) => one.status === 'CLOSED').map((one) => one.projectId));
		expect(found('states=inprogress,closed&pageSize=500')).toHaveLength(60);
	});

	it('refuse pages, sizes and filters that are none', () => {
		const { call } = openProjects();
		expect(call('GET', '/Projects?page=0&pageSize=501').body).toEqual({
			message: 'The request is invalid.',
			modelState: { page: ['page must be a number greater than 0'], pageSize: ['pageSize must be a number between 1 and 500'] },
		});
		for (const query of ['page=two', 'pageSize=0', 'projectIds=soon', 'contactID=soon', 'states=OPEN'])
			expect(call('GET', `/Projects?${query}`).status).toBe(400);
		expect(call('GET', '/ProjectsUsers?pageSize=501').status).toBe(400);
	});

	it('have the users of the organisation', () => {
		const { call, userId } = openProjects();
		const users = call('GET', '/ProjectsUsers?pageSize=2');
		expect(users.at('pagination')).toEqual({ page: 1, pageSize: 2, pageCount: 2, itemCount: 3 });
		expect(users.at('items.0')).toEqual({ userId, name: 'Ada Ashgrove', email: 'ada.ashgrove@demo.example' });
	});
});

describe('Tasks of a project', () => {
	it('are created, read, replaced and deleted', () => {
		const { call, project } = openProjects();
		const id = project();
		const body = { name: 'Demolition', rate: { currency: 'NZD', value: 20 }, chargeType: 'TIME', estimateMinutes: 120 };
		const created = call('POST', `/Projects/${id}/Tasks`, body);
		expect(created.status).toBe(201);
		expect(created.body).toMatchObject({ ...body, projectId: id, status: 'ACTIVE', totalMinutes: 0 });
		const path = `/Projects/${id}/Tasks/${created.id('taskId')}`;
		expect(call('PUT', path, { ...body, name: 'Building', estimateMinutes: null }).status).toBe(204);
		expect(call('GET', path).body).toMatchObject({ name: 'Building', rate: { value: 20 } });
		expect(call('GET', path).at('estimateMinutes')).toBeUndefined();
		expect(call('DELETE', path).status).toBe(204);
		expect(call('GET', path).status).toBe(404);
	});

	it('are refused without name, rate or charge type, and in another currency', () => {
		const { call, project } = openProjects();
		const path = `/Projects/${project()}/Tasks`;
		expect(call('POST', path, {}).at('modelState')).toEqual({
			'model.Name': ['The Task Name cannot be empty'],
			'model.ChargeType': ['The ChargeType cannot be null or empty'],
			'model.Rate': ['The Rate cannot be null or empty'],
		});
		const state = (more: Json): unknown =>
			call('POST', path, { name: 'x', rate: { currency: 'NZD', value: 20 }, chargeType: 'TIME', ...more }).at('modelState');
		expect(state({ rate: { currency: 'USD', value: 20 } })).toEqual({
			'model.Rate.Currency': ['The currency of the Rate must be that of the Project, NZD'],
		});
		expect(state({ chargeType: 'NON_CHARGEABLE' })).toEqual({
			'model.Rate.Value': ['The Rate of a NON_CHARGEABLE task must be 0'],
		});
		expect(state({ name: 'x'.repeat(101) })).toEqual({ 'model.Name': ['The Name must be no more than 100 characters long'] });
		expect(state({ chargeType: 'FREE' })).toEqual({
			'model.ChargeType': ['The ChargeType must be one of TIME, FIXED, NON_CHARGEABLE'],
		});
		expect(state({ estimateMinutes: 1.5 })).toHaveProperty(['model.EstimateMinutes']);
	});

	it('are found by id and charge type', () => {
		const { call, project, task } = openProjects();
		const id = project();
		const [one, fixed] = [task(id), task(id, { chargeType: 'FIXED' })];
		const found = (query: string): unknown[] =>
			(call('GET', `/Projects/${id}/Tasks?${query}`).at('items') as Json[]).map((row) => row.taskId);
		expect(found('')).toEqual([one, fixed]);
		expect(found('chargeType=FIXED')).toEqual([fixed]);
		expect(found(`taskIds=${one},${NOBODY}`)).toEqual([one]);
		expect(found('page=2&pageSize=1')).toEqual([fixed]);
		expect(call('GET', `/Projects/${id}/Tasks?chargeType=FREE`).status).toBe(400);
	});

	it('cannot be deleted with time, nor touched once they are invoiced', () => {
		const { call: small, project, task, log } = openProjects();
		const id = project();
		const taskId = task(id);
		log(id, taskId);
		expect(small('DELETE', `/Projects/${id}/Tasks/${taskId}`).at('modelState')).toEqual({
			task: ['The Task has time entries and cannot be deleted'],
		});
		const { call, api, tenantId } = demo;
		const invoiced = api.records(tenantId, 'Tasks').find((one) => one.status === 'INVOICED');
		const path = `/Projects/${String(invoiced?.projectId)}/Tasks/${String(invoiced?.taskId)}`;
		call('PATCH', `/Projects/${String(invoiced?.projectId)}`, { status: 'INPROGRESS' });
		for (const method of ['PUT', 'DELETE'])
			expect(call(method, path, {}).at('modelState')).toEqual({ status: ['The Task is INVOICED and cannot be modified'] });
	});
});

describe('Time logged on a project', () => {
	it('is created with 200, read, replaced and deleted', () => {
		const { call, project, task, log, userId } = openProjects();
		const id = project();
		const taskId = task(id);
		const created = log(id, taskId, { description: 'On site', duration: 45 });
		expect(created.status).toBe(200);
		expect(created.body).toEqual({
			timeEntryId: created.at('timeEntryId'),
			userId,
			projectId: id,
			taskId,
			dateUtc: '2026-03-02T09:00:00Z',
			dateEnteredUtc: '2026-03-09T22:00:00.0000000Z',
			duration: 45,
			description: 'On site',
			status: 'ACTIVE',
		});
		const path = `/Projects/${id}/Time/${created.id('timeEntryId')}`;
		expect(call('GET', path).body).toEqual(created.body);
		expect(call('PUT', path, { userId, taskId, dateUtc: '2026-03-03T00:00:00', duration: 30 }).status).toBe(204);
		const { description: _gone, ...kept } = created.body as Json;
		expect(call('GET', path).body).toEqual({ ...kept, dateUtc: '2026-03-03T00:00:00Z', duration: 30 });
		expect(call('DELETE', path).status).toBe(204);
		expect(call('GET', path).status).toBe(404);
	});

	it('is refused without its parts, with strangers, and for too long', () => {
		const { call, project, task, log } = openProjects();
		const [id, other] = [project(), project()];
		const taskId = task(id);
		expect(call('POST', `/Projects/${id}/Time`, {}).at('modelState')).toEqual({
			'model.UserId': ['The UserId cannot be null or empty'],
			'model.TaskId': ['The TaskId cannot be null or empty'],
			'model.DateUtc': ['The DateUtc cannot be null or empty'],
			'model.Duration': ['The Duration cannot be null or empty'],
		});
		const state = (more: Json, at = taskId): unknown => log(id, at, more).at('modelState');
		expect(state({ userId: NOBODY })).toEqual({ 'model.UserId': ['The User does not exist'] });
		expect(state({}, task(other))).toEqual({ 'model.TaskId': ['The Task does not exist on the Project'] });
		for (const duration of [0, 59_941, 1.5, '60'])
			expect(state({ duration })).toEqual({ 'model.Duration': ['The Duration must be a whole number between 1 and 59940'] });
		expect(log(id, taskId, { duration: 59_940 }).status).toBe(200);
	});

	it('is found by every filter of the list', () => {
		const { call, books, project, task, log, userId, contactId } = openProjects();
		const id = project();
		const [paid, free] = [task(id), task(id, { chargeType: 'NON_CHARGEABLE', rate: { currency: 'NZD', value: 0 } })];
		const second = String(books('Users')[1]?.UserID);
		const entries = [
			log(id, paid, { dateUtc: '2026-03-01T00:00:00Z' }),
			log(id, free, { dateUtc: '2026-03-02T00:00:00Z' }),
			log(id, paid, { dateUtc: '2026-03-03T00:00:00Z', userId: second }),
		].map((entry) => entry.at('timeEntryId'));
		const found = (query: string): number[] =>
			(call('GET', `/Projects/${id}/Time?${query}`).at('items') as Json[]).map((row) => entries.indexOf(row.timeEntryId));
		expect(found('')).toEqual([0, 1, 2]);
		expect(found(`userId=${userId}`)).toEqual([0, 1]);
		expect(found(`taskId=${free}`)).toEqual([1]);
		expect(found('isChargeable=true')).toEqual([0, 2]);
		expect(found('isChargeable=false')).toEqual([1]);
		expect(found('dateAfterUtc=2026-03-02T00:00:00Z')).toEqual([1, 2]);
		expect(found('dateBeforeUtc=2026-03-02')).toEqual([0, 1]);
		expect(found(`contactId=${contactId}`)).toEqual([0, 1, 2]);
		expect(found(`contactId=${NOBODY}`)).toEqual([]);
		expect(found(`invoiceId=${NOBODY}`)).toEqual([]);
		expect(found('states=ACTIVE,LOCKED')).toEqual([0, 1, 2]);
		expect(found('states=INVOICED')).toEqual([]);
		expect(found('page=2&pageSize=2')).toEqual([2]);
		for (const query of ['isChargeable=maybe', 'dateAfterUtc=soon', 'states=DONE', 'userId=me', 'pageSize=501'])
			expect(call('GET', `/Projects/${id}/Time?${query}`).status).toBe(400);
	});

	it('does not go on closed projects, nor change on them', () => {
		const { call, project, task, log } = openProjects();
		const id = project();
		const taskId = task(id);
		const entry = log(id, taskId).id('timeEntryId');
		call('PATCH', `/Projects/${id}`, { status: 'CLOSED' });
		const closed = { project: ['The Project is closed and cannot be modified'] };
		expect(log(id, taskId).at('modelState')).toEqual(closed);
		expect(call('DELETE', `/Projects/${id}/Time/${entry}`).at('modelState')).toEqual(closed);
		expect(call('POST', `/Projects/${id}/Tasks`, {}).at('modelState')).toEqual(closed);
		expect(call('GET', `/Projects/${id}`).at('minutesLogged')).toBe(60);
	});

	it('stays as it is once it is invoiced, and is found by its invoice', () => {
		const { call, api, tenantId, books } = demo;
		const invoiced = api.records(tenantId, 'TimeEntries').find((one) => one.status === 'INVOICED');
		const [projectId, entryId] = [String(invoiced?.projectId), String(invoiced?.timeEntryId)];
		call('PATCH', `/Projects/${projectId}`, { status: 'INPROGRESS' });
		for (const method of ['PUT', 'DELETE'])
			expect(call(method, `/Projects/${projectId}/Time/${entryId}`, {}).at('modelState')).toEqual({
				status: ['The Time Entry is INVOICED and cannot be modified'],
			});
		const contactId = call('GET', `/Projects/${projectId}`).at('contactId');
		const invoices = books('Invoices').filter(
			({ Contact, Type }) => Type === 'ACCREC' && (Contact as Json).ContactID === contactId,
		);
		const found = invoices.flatMap(
			(one) => call('GET', `/Projects/${projectId}/Time?pageSize=500&invoiceId=${String(one.InvoiceID)}`).at('items') as Json[],
		);
		expect(found.map((one) => one.timeEntryId)).toContain(entryId);
		expect(new Set(found.map((one) => one.status))).toEqual(new Set(['INVOICED']));
	});
});

describe('The demo data of Projects', () => {
	it('is rich, of contacts there are, and fits on more than one page of time', () => {
		const { api, tenantId, books, call } = demo;
		const contacts = new Set(books('Contacts').map((one) => one.ContactID));
		const all = api.records(tenantId, 'Projects');
		expect(all.every((one) => contacts.has(one.contactId))).toBe(true);
		expect(new Set(all.map((one) => one.status))).toEqual(new Set(['INPROGRESS', 'CLOSED']));
		expect(new Set(api.records(tenantId, 'Tasks').map((one) => one.chargeType)).size).toBe(3);
		expect(call('GET', `/Projects/${String(all[0]?.projectId)}/Time`).at('pagination')).toMatchObject({
			pageCount: 3,
			itemCount: 130,
		});
		expect(all.some((one) => (one.totalExpenseAmount as Json).value !== 0)).toBe(true);
	});

	it('is the same for the same clock', () => {
		const [one, other] = [openProjects('small'), openProjects('small')];
		for (const plural of ['Projects', 'Tasks', 'TimeEntries'])
			expect(one.api.records(one.tenantId, plural)).toEqual(other.api.records(other.tenantId, plural));
	});
});
