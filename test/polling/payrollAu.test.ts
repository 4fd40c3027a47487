import type { IDataObject } from 'n8n-workflow';
import { came, payrollStaged } from './payrollStage';
import { byId, HARBOUR } from './stage';

describe('Payroll of Australia', () => {
	const payroll = payrollStaged('au');
	/** Leave of the demo data in a state. */
	const leaveIn = (state: string): IDataObject =>
		(payroll.records('LeaveApplications') as IDataObject[]).find(({ LeavePeriods }) =>
			(LeavePeriods as IDataObject[]).every(({ LeavePeriodStatus }) => LeavePeriodStatus === state),
		)!;

	const timesheetIn = (state: string): IDataObject =>
		(payroll.records('Timesheets') as IDataObject[]).find(({ Status }) => Status === state)!;

	it.each(['employee', 'leaveApplication', 'payRunPosted', 'payslipPosted', 'timesheet'])(
		'takes one call when nothing changed: %s',
		async (resource) => {
			const trigger = await payroll.watching(resource);

			for (let polls = 1; polls <= 3; polls += 1) {
				await payroll.stage.pass();
				expect(await trigger.raw()).toBeNull();
				expect(payroll.stage.calls).toHaveLength(polls);
				expect(payroll.stage.calls.every(({ headers }) => 'if-modified-since' in headers)).toBe(resource !== 'leaveApplication');
			}
		},
	);

	it('tells of an employee as new once, and as updated once with each change', async () => {
		const old = String(payroll.records('Employees')[0]!.EmployeeID);
		const trigger = await payroll.watching('employee');
		const id = await payroll.hire();

		expect(came(await trigger.poll(), 'EmployeeID')).toEqual([['new', id]]);
		await payroll.stage.pass();
		expect(await trigger.poll()).toEqual([]);
		await payroll.renamed(id);
		await payroll.renamed(old);
		expect(new Set(came(await trigger.poll(), 'EmployeeID'))).toEqual(
			new Set([
				['updated', id],
				['updated', old],
			]),
		);
		await payroll.stage.pass(10 * 60_000);
		expect(await trigger.poll()).toEqual([]);
		await payroll.renamed(old);
		expect(came(await trigger.poll(), 'EmployeeID')).toEqual([['updated', old]]);
	});

	it('reads whom it does not know by pages of 100, and a quiet poll takes one call whatever there is', async () => {
		for (let count = 0; count < 130; count += 1) await payroll.hire();
		await payroll.stage.pass(10 * 60_000);
		const trigger = await payroll.watching('employee');
		await payroll.stage.pass();

		expect(await trigger.poll()).toEqual([]);
		expect(payroll.stage.calls).toHaveLength(1);
		const ids = [];
		for (let count = 0; count < 130; count += 1) ids.push(await payroll.hire());
		expect(new Set(came(await trigger.poll(), 'EmployeeID'))).toEqual(new Set(ids.map((id) => ['new', id])));
		expect(await trigger.poll()).toEqual([]);
	});

	it('tells of leave that is approved with both of its IDs, and not as new', async () => {
		const [approved, fresh, all] = [
			await payroll.watching('leaveApplication', { event: 'approved' }),
			await payroll.watching('leaveApplication', { event: 'new' }),
			await payroll.watching('leaveApplication'),
		];
		const request = leaveIn('REQUESTED');
		const { LeaveApplicationID: id } = await payroll.write(`/LeaveApplications/${request.LeaveApplicationID as string}/approve`);
		expect(id).not.toBe(request.LeaveApplicationID);

		const both = { LeaveApplicationID: id, requestID: request.LeaveApplicationID, Status: 'SCHEDULED' };
		expect(await approved.poll()).toMatchObject([{ changeType: 'approved', ...both }]);
		expect(await fresh.poll()).toEqual([]);
		expect(await all.poll()).toMatchObject([{ changeType: 'updated', ...both }]);
		for (const trigger of [approved, fresh, all]) expect(await trigger.poll()).toEqual([]);
	});

	it('tells by their days which requests two leaves of one person were, though requests come without a leave type', async () => {
		// As if all leave were of one person.
		const change = (body: unknown): unknown => ({
			...(body as IDataObject),
			LeaveApplications: (body as { LeaveApplications: IDataObject[] }).LeaveApplications.map(
				({ LeaveTypeID, EmployeeID: _one, ...leave }) => ({
					...{ ...leave, EmployeeID: HARBOUR },
					...(JSON.stringify(leave).includes('REQUESTED') ? {} : { LeaveTypeID }),
				}),
			),
		});
		payroll.stage.sandbox.fail({ match: { path: /LeaveApplications\/v2/ }, what: { kind: 'answer', change } });
		const trigger = await payroll.watching('leaveApplication');
		const requests = (payroll.records('LeaveApplications') as IDataObject[]).filter(({ LeavePeriods }) =>
			JSON.stringify(LeavePeriods).includes('REQUESTED'),
		);
		const ids = [];
		for (const { LeaveApplicationID: requestID } of requests) {
			const { LeaveApplicationID } = await payroll.write(`/LeaveApplications/${requestID as string}/approve`);
			ids.push(['updated', LeaveApplicationID, requestID]);
		}

		const items = await trigger.poll();
		expect(new Set(items.map((item) => [item.changeType, item.LeaveApplicationID, item.requestID]))).toEqual(new Set(ids));
		expect(items).toHaveLength(2);
	});

	it('tells of leave that is rejected, a request and scheduled leave that goes back to the ID of its request', async () => {
		const trigger = await payroll.watching('leaveApplication', { event: 'rejected' });
		const request = leaveIn('REQUESTED');
		const { LeaveApplicationID: scheduled } = await payroll.write(
			`/LeaveApplications/${request.LeaveApplicationID as string}/approve`,
		);
		expect(await trigger.poll()).toEqual([]);
		await payroll.write(`/LeaveApplications/${scheduled as string}/reject`);

		expect(await trigger.poll()).toMatchObject([
			{ changeType: 'rejected', LeaveApplicationID: request.LeaveApplicationID, previousID: scheduled, Status: 'REJECTED' },
		]);
		expect(await trigger.poll()).toEqual([]);
	});

	it('tells of leave that is made as new, and as approved, since it is', async () => {
		const [approved, fresh] = [
			await payroll.watching('leaveApplication', { event: 'approved' }),
			await payroll.watching('leaveApplication', { event: 'new' }),
		];
		const { EmployeeID, LeaveTypeID } = leaveIn('SCHEDULED');
		const days = { StartDate: '2096-03-05', EndDate: '2096-03-06' };
		const { LeaveApplicationID: id } = await payroll.write('/LeaveApplications', {
			EmployeeID,
			LeaveTypeID,
			Title: 'Away',
			...days,
		});

		expect(came(await fresh.poll(), 'LeaveApplicationID')).toEqual([['new', id]]);
		const [item] = await approved.poll();
		expect(item).toMatchObject({ changeType: 'approved', LeaveApplicationID: id });
		expect(item).not.toHaveProperty('requestID');
	});

	it('tells of a timesheet that is approved, once', async () => {
		const trigger = await payroll.watching('timesheet', { event: 'approved' });
		const { TimesheetID, EmployeeID, StartDate, EndDate } = timesheetIn('DRAFT');
		await payroll.write(`/Timesheets/${TimesheetID as string}`, { EmployeeID, StartDate, EndDate, Status: 'APPROVED' });

		expect(came(await trigger.poll(), 'TimesheetID')).toEqual([['approved', TimesheetID]]);
		await payroll.stage.pass();
		expect(await trigger.poll()).toEqual([]);
	});

	it('tells of a pay run that is posted once, and of each of its payslips', async () => {
		const [runs, payslips] = [await payroll.watching('payRunPosted'), await payroll.watching('payslipPosted')];
		const { PayRunID, PayrollCalendarID } = (payroll.records('PayRuns') as IDataObject[]).find(
			({ PayRunStatus }) => PayRunStatus === 'DRAFT',
		)!;
		await payroll.write(`/PayRuns/${PayRunID as string}`, { PayRunID, PayrollCalendarID, PayRunStatus: 'POSTED' });

		expect(await runs.poll()).toMatchObject([{ changeType: 'posted', PayRunID, PayRunStatus: 'POSTED' }]);
		const items = await payslips.poll();
		expect(items.length).toBeGreaterThan(1);
		expect(new Set(items.map(({ PayslipID }) => PayslipID)).size).toBe(items.length);
		expect(items.every((item) => item.PayRunID === PayRunID && item.changeType === 'posted')).toBe(true);
		expect(items[0]).not.toHaveProperty('NetPay');
		await payroll.stage.pass();
		for (const trigger of [runs, payslips]) expect(await trigger.poll()).toEqual([]);
	});

	it('goes on from its activation after a restart, and after a limit', async () => {
		const trigger = await payroll.watching('employee');
		const ids = [await payroll.hire(), await payroll.hire()];
		const { memory } = trigger;
		const repair = payroll.stage.sandbox.fail({ what: { kind: 'limit', problem: 'day', retryAfter: 60 } });
		await expect(trigger.raw()).rejects.toThrow();
		repair();
		expect(trigger.memory).toEqual(memory);
		trigger.restart();
		await payroll.stage.pass(2 * 60_000);

		expect(new Set(came(await trigger.poll(), 'EmployeeID'))).toEqual(new Set(ids.map((id) => ['new', id])));
		trigger.restart();
		expect(await trigger.poll()).toEqual([]);
	});

	it('shows in a test of the editor what fits', async () => {
		const leave = await payroll.trigger('leaveApplication', { event: 'rejected' }).test();
		const payslips = await payroll.trigger('payslipPosted', { organisation: byId(HARBOUR) }).test();

		expect(leave[0]).toMatchObject({ changeType: 'rejected', Status: 'REJECTED' });
		expect(payslips.length).toBeGreaterThan(0);
	});
});
