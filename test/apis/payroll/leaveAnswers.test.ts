import type { IDataObject } from 'n8n-workflow';
import { payrollAu } from '../../../nodes/XeroPayroll/au/payrollAu';
import { execute } from '../../../nodes/shared/run/execute';
import { inVirtualTime } from '../../engine/virtualTime';
import type { Reply, Sent } from '../../fakeContext';
import { fakeExecute } from '../../fakeContext';
import { id, picked } from './fakePayroll';

const time = inVirtualTime();

const cut = (): Error => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
const leave = (LeaveApplicationID: string, LeavePeriodStatus: string): IDataObject => ({
	...{ LeaveApplicationID, EmployeeID: id('e1'), LeaveTypeID: id('f8'), Title: 'Rest' },
	LeavePeriods: [{ LeavePeriodStatus, NumberOfUnits: 7.6 }],
});

/** A request for leave that has another ID once it is approved; what was answered to a key is answered to it again while it is known. */
class FakeRequest {
	readonly calls: string[] = [];
	private readonly answers = new Map<string, Reply>();
	private isApproved = false;
	isCut = true;
	forgets = false;

	constructor(private readonly isDone: boolean) {}

	readonly reply = ({ method, headers }: Sent): Reply | Error => {
		this.calls.push(method);
		const gone: Reply = { statusCode: 404, body: { Message: 'The resource you have specified cannot be found' } };
		if (method === 'GET') return this.isApproved ? gone : { body: { LeaveApplications: [leave(id('d7'), 'REQUESTED')] } };
		const key = headers['Idempotency-Key']!;
		if (this.isCut && !this.isDone) return cut();
		const known = this.forgets ? undefined : this.answers.get(key);
		if (!known && this.isApproved) return this.isCut ? cut() : gone;
		this.isApproved = true;
		const answer = known ?? { body: { LeaveApplications: [leave(id('d8'), 'SCHEDULED')] } };
		this.answers.set(key, answer);
		return this.isCut ? cut() : answer;
	};
}

let executions = 0;

/** Two tries of one execution: no answer comes in the first. */
async function tries(xero: FakeRequest) {
	executions += 1;
	const executionId = `leave ${executions}`;
	const once = async () => {
		const { ctx } = fakeExecute({
			parameters: [
				{
					...{ organisation: picked(id('99')), resource: 'leaveApplication', operation: 'approve' },
					LeaveApplicationID: picked(id('d7')),
				},
			],
			...{ executionId, node: { id: 'leave', retryOnFail: true, maxTries: 3 }, credential: { clientId: executionId } },
			reply: xero.reply,
		});
		return await time().until(
			execute(payrollAu, ctx).then(
				([out = []]) => ({ rows: out.map(({ json }) => json), error: '', state: undefined }),
				(cause: Error & { context?: IDataObject }) => ({
					...{ rows: [] as IDataObject[], error: cause.message },
					state: (cause.context?.xero as IDataObject | undefined)?.state,
				}),
			),
		);
	};
	const first = await once();
	expect(first.state).toBe('unconfirmed');
	xero.isCut = false;
	return await once();
}

describe('Leave that is approved without an answer', () => {
	it.each([true, false])('has its new ID when n8n tries again, done at first (%s) or not', async (isDone) => {
		const { rows, error } = await tries(new FakeRequest(isDone));

		expect([error, rows]).toMatchObject([
			'',
			[{ LeaveApplicationID: id('d8'), requestID: id('d7'), Status: 'SCHEDULED', NumberOfUnits: 7.6 }],
		]);
	});

	it('is open, and not said to be missing, when Xero has forgotten the call', async () => {
		const xero = new FakeRequest(true);
		xero.forgets = true;
		const { error, state } = await tries(xero);

		expect([state, error]).toEqual([
			'unconfirmed',
			'Item 1, Leave Application: an earlier try was sent and had no answer, and it is open whether it was done. Look in Xero: leave that was answered has another ID',
		]);
	});
});
