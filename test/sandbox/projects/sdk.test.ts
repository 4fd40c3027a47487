import { type ProjectApi, XeroClient } from 'xero-node';

import { stoppedClock } from '../../../sandbox/clock';
import type { Sandbox } from '../../../sandbox/contract';
import { startSandbox } from '../../../sandbox/server';
import { START } from '../accounting/desk';

/** Xero's own SDK as a second client: what it cannot read or send is not like Xero. */
describe("Xero's own SDK", () => {
	let sandbox: Sandbox;
	let xero: ProjectApi;
	let tenant: string;

	const client = (scopes?: readonly string[]): ProjectApi => {
		const made = new XeroClient();
		made.setTokenSet({ access_token: sandbox.issue(scopes ? { scopes } : {}).access_token });
		const api = made.projectApi as ProjectApi;
		api.basePath = `${sandbox.url}/projects.xro/2.0`;
		return api;
	};
	const refused = async (call: Promise<unknown>): Promise<{ statusCode: number; body: Record<string, unknown> }> =>
		(JSON.parse(String(await call.catch((error: unknown) => error))) as { response: never }).response;

	beforeAll(async () => {
		sandbox = await startSandbox({ seed: 'small', clock: stoppedClock(START), limits: { minute: 10_000 } });
		tenant = sandbox.organisations[0]?.tenantId ?? '';
		xero = client();
	});
	afterAll(() => sandbox.stop());

	const contact = (): string =>
		String(sandbox.records(tenant, 'Contacts').find((one) => one.ContactStatus === 'ACTIVE')?.ContactID);
	const rate = (value: number) => ({ currency: 'NZD' as never, value });

	it('drives projects', async () => {
		const contactId = contact();
		const deadlineUtc = new Date('2026-12-10T12:59:59Z');
		const created = await xero.createProject(
			tenant,
			{ contactId, name: 'Kitchen', deadlineUtc, estimateAmount: 99.99 },
			'kitchen',
		);
		expect(created.response.status).toBe(201);
		const id = created.body.projectId ?? '';
		expect(
			(await xero.createProject(tenant, { contactId, name: 'Kitchen', deadlineUtc, estimateAmount: 99.99 }, 'kitchen')).body,
		).toEqual(created.body);
		expect((await xero.updateProject(tenant, id, { name: 'Bathroom' })).response.status).toBe(204);
		expect((await xero.patchProject(tenant, id, { status: 'CLOSED' as never })).response.status).toBe(204);
		expect((await xero.getProject(tenant, id)).body).toMatchObject({ name: 'Bathroom', status: 'CLOSED', currencyCode: 'NZD' });
		const list = await xero.getProjects(tenant, [id], contactId, 'CLOSED', 1, 10);
		expect(list.body).toMatchObject({ pagination: { itemCount: 1, pageSize: 10 }, items: [{ projectId: id }] });
		expect((await xero.getProjectUsers(tenant, 1, 50)).body.items).toHaveLength(3);
		expect(sandbox.records(tenant, 'Projects')).toHaveLength(5);
	});

	it('drives tasks and time', async () => {
		const id = (await xero.createProject(tenant, { contactId: contact(), name: 'Shed' })).body.projectId ?? '';
		const body = { name: 'Walls', rate: rate(30), chargeType: 'TIME' as never };
		const task = await xero.createTask(tenant, id, body, 'walls');
		expect(task.response.status).toBe(201);
		const taskId = task.body.taskId ?? '';
		expect((await xero.updateTask(tenant, id, taskId, { ...body, estimateMinutes: 90 })).response.status).toBe(204);
		const userId = String(sandbox.records(tenant, 'Users')[0]?.UserID);
		const hours = { userId, taskId, dateUtc: new Date('2026-03-02T09:00:00Z'), duration: 90, description: 'Bricks' };
		const entry = await xero.createTimeEntry(tenant, id, hours, 'bricks');
		const entryId = entry.body.timeEntryId ?? '';
		expect((await xero.getTimeEntry(tenant, id, entryId)).body).toMatchObject({ duration: 90, dateUtc: hours.dateUtc });
		expect((await xero.updateTimeEntry(tenant, id, entryId, { ...hours, duration: 60 })).response.status).toBe(204);
		const [after, before] = [new Date('2026-03-01T00:00:00Z'), new Date('2026-03-03T00:00:00Z')];
		expect(
			(
				await xero.getTimeEntries(
					tenant,
					id,
					userId,
					taskId,
					undefined,
					contact(),
					1,
					5,
					['ACTIVE', 'LOCKED'],
					true,
					after,
					before,
				)
			).body,
		).toMatchObject({ pagination: { itemCount: 1 }, items: [{ timeEntryId: entryId }] });
		expect((await xero.getTask(tenant, id, taskId)).body).toMatchObject({ totalMinutes: 60, totalAmount: { value: 30 } });
		expect((await xero.getTasks(tenant, id, 1, 5, taskId, 'TIME' as never)).body.items).toHaveLength(1);
		expect((await xero.getProject(tenant, id)).body).toMatchObject({ minutesLogged: 60, totalToBeInvoiced: { value: 30 } });
		expect((await xero.deleteTimeEntry(tenant, id, entryId)).response.status).toBe(204);
		expect((await xero.deleteTask(tenant, id, taskId)).response.status).toBe(204);
		expect(sandbox.records(tenant, 'TimeEntries').map((one) => one.timeEntryId)).not.toContain(entryId);
	});

	it('sees a contact that another API made a moment ago, and reads what is wrong', async () => {
		const accounting = new XeroClient();
		accounting.setTokenSet({ access_token: sandbox.issue().access_token });
		accounting.accountingApi.basePath = `${sandbox.url}/api.xro/2.0`;
		const { body } = await accounting.accountingApi.createContacts(tenant, { contacts: [{ name: 'Willow Hall' }] });
		const contactId = body.contacts?.[0]?.contactID ?? '';
		expect((await xero.createProject(tenant, { contactId, name: 'Roof' })).body.contactId).toBe(contactId);
		const wrong = await refused(xero.createProject(tenant, { name: '' }));
		expect(wrong).toMatchObject({ statusCode: 400, body: { message: 'The request is invalid.' } });
		expect((await refused(client(['projects.read']).createProject(tenant, { contactId, name: 'x' }))).statusCode).toBe(401);
	});
});
