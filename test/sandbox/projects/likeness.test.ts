import type { Answer, Json } from '../accounting/desk';
import { named, specification } from '../assets/specification';
import { openProjects } from './desk';

const spec = specification('projects', { refusal: 'Error' });

describe('the local Projects API beside the one of Xero', () => {
	const heard: Answer[] = [];
	const { api, call, project, task, log, userId } = openProjects('demo', (answer) => heard.push(answer));
	const all = call('GET', '/Projects?pageSize=500').at('items') as Json[];
	for (const one of all.slice(0, 8)) {
		call('GET', `/Projects/${String(one.projectId)}`);
		call('GET', `/Projects/${String(one.projectId)}/Tasks`);
		call('GET', `/Projects/${String(one.projectId)}/Time?pageSize=500`);
	}
	call('GET', '/ProjectsUsers');
	const id = project({ deadlineUtc: '2026-05-01', estimateAmount: 10 });
	call('POST', '/Projects', { name: 5 });
	call('PUT', `/Projects/${id}`, { name: 'Bathroom' });
	call('PUT', `/Projects/${id}`, {});
	const taskId = task(id);
	call('GET', `/Projects/${id}/Tasks/${taskId}`);
	call('PUT', `/Projects/${id}/Tasks/${taskId}`, { name: 'Tiles', chargeType: 'FIXED', rate: { currency: 'NZD', value: 900 } });
	const entry = log(id, taskId).id('timeEntryId');
	call('GET', `/Projects/${id}/Time/${entry}`);
	call('PUT', `/Projects/${id}/Time/${entry}`, { userId, taskId, dateUtc: '2026-03-02T09:00:00Z', duration: 5 });
	call('DELETE', `/Projects/${id}/Tasks/${taskId}`);
	call('DELETE', `/Projects/${id}/Time/${entry}`);
	call('DELETE', `/Projects/${id}/Tasks/${taskId}`);
	call('PATCH', `/Projects/${id}`, { status: 'CLOSED' });
	call('POST', `/Projects/${id}/Time`, {});
	call('GET', `/Projects/${id}/Tasks/${taskId}`);

	it('has its 16 operations, with their scopes', () => {
		expect(api.routes).toHaveLength(16);
		expect(api.routes.map(named).sort()).toEqual([...spec.operations].sort());
		for (const { operationId, scopes } of api.routes) expect(scopes).toEqual(spec.scopes(operationId));
		expect(new Set(heard.map(({ operationId }) => operationId)).size).toBe(16);
	});

	it('was asked for good answers and for refusals', () => {
		expect([...new Set(heard.map(({ status }) => status))].sort()).toEqual([200, 201, 204, 400, 404]);
	});

	it('is measured by a checker that sees what is wrong', () => {
		const body = { items: [{ name: 1, projectId: 'x', colour: 'red', totalInvoiced: { currency: 'NZ', value: 'ten' } }] };
		expect(spec.complaints({ operationId: 'getProjects', status: 200, body })).toHaveLength(5);
	});

	it('answers only what the schemas of Xero name', () => {
		// The 400 of operations is the only refusal the file names: 404 is checked against the same schema.
		expect(heard.flatMap((answer) => spec.complaints(answer))).toEqual([]);
	});
});
