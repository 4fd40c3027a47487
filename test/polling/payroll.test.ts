import { came, payrollStaged } from './payrollStage';

describe.each(['nz', 'uk'] as const)('Payroll of %s', (country) => {
	const payroll = payrollStaged(country);

	it.each(['employee', 'payRunPosted', 'payslipPosted', 'timesheet'])(
		'takes one call when nothing changed, for up to 100: %s',
		async (resource) => {
			const trigger = await payroll.watching(resource);

			for (let polls = 1; polls <= 3; polls += 1) {
				await payroll.stage.pass();
				expect(await trigger.raw()).toBeNull();
				expect(payroll.asked).toHaveLength(polls);
			}
		},
	);

	it('tells of an employee as new once, and as updated once with each change', async () => {
		const trigger = await payroll.watching('employee');
		const id = await payroll.hire();

		expect(came(await trigger.poll(), 'employeeID')).toEqual([['new', id]]);
		expect(await trigger.poll()).toEqual([]);
		await payroll.stage.pass(1_000);
		await payroll.renamed(id);
		expect(came(await trigger.poll(), 'employeeID')).toEqual([['updated', id]]);
		await payroll.stage.pass();
		expect(await trigger.poll()).toEqual([]);
	});

	it('tells of an employee who was there before as updated', async () => {
		const old = String(payroll.records('Employees')[0]!.employeeID);
		const trigger = await payroll.watching('employee');
		await payroll.renamed(old);

		expect(came(await trigger.poll(), 'employeeID')).toEqual([['updated', old]]);
	});

	it('tells with event New of the new, with Updated of the others', async () => {
		const [fresh, others] = [
			await payroll.watching('employee', { event: 'new' }),
			await payroll.watching('employee', { event: 'updated' }),
		];
		const old = String(payroll.records('Employees')[0]!.employeeID);
		const id = await payroll.hire();
		await payroll.renamed(old);

		expect(came(await fresh.poll(), 'employeeID')).toEqual([['new', id]]);
		expect(came(await others.poll(), 'employeeID')).toEqual([['updated', old]]);
		await payroll.stage.pass();
		await payroll.renamed(id);
		expect(await fresh.poll()).toEqual([]);
		expect(came(await others.poll(), 'employeeID')).toEqual([['updated', id]]);
	});

	it('tells of a timesheet when it is approved, each time that it is, and not when its pay run is posted', async () => {
		const trigger = await payroll.watching('timesheet', { event: 'approved' });
		const id = await payroll.timesheet(await payroll.employed());
		expect(await trigger.poll()).toEqual([]);
		await payroll.approve(id);
		expect(came(await trigger.poll(), 'timesheetID')).toEqual([['approved', id]]);
		expect(await trigger.poll()).toEqual([]);
		await payroll.revert(id);
		expect(await trigger.poll()).toEqual([]);
		await payroll.approve(id);
		expect(came(await trigger.poll(), 'timesheetID')).toEqual([['approved', id]]);
		payroll.post(payroll.draft);
		expect(await trigger.poll()).toEqual([]);
	});

	it('tells of changes of a timesheet within one second', async () => {
		const trigger = await payroll.watching('timesheet');
		const id = await payroll.timesheet(await payroll.employed());
		expect(came(await trigger.poll(), 'timesheetID')).toEqual([['new', id]]);
		await payroll.hours(id, 8);
		expect(came(await trigger.poll(), 'timesheetID')).toEqual([['updated', id]]);
		await payroll.approve(id);
		expect(await trigger.poll()).toMatchObject([{ changeType: 'updated', timesheetID: id, status: 'Approved', totalHours: 8 }]);
		expect(await trigger.poll()).toEqual([]);
	});

	it('tells of a pay run once when it is posted', async () => {
		const trigger = await payroll.watching('payRunPosted');
		const id = payroll.draft;
		expect(await trigger.poll()).toEqual([]);
		payroll.post(id);

		expect(await trigger.poll()).toMatchObject([{ changeType: 'posted', payRunID: id, payRunStatus: 'Posted' }]);
		await payroll.stage.pass();
		expect(await trigger.poll()).toEqual([]);
	});

	it('tells of each payslip of a pay run that has been posted, once', async () => {
		const trigger = await payroll.watching('payslipPosted');
		const id = payroll.draft;
		payroll.post(id);
		const items = await trigger.poll();

		expect(items.length).toBeGreaterThan(1);
		expect(new Set(items.map(({ paySlipID }) => paySlipID)).size).toBe(items.length);
		expect(new Set(items.map(({ payRunID }) => payRunID))).toEqual(new Set([id]));
		expect(new Set(items.map(({ changeType }) => changeType))).toEqual(new Set(['posted']));
		expect(await trigger.poll()).toEqual([]);
	});
});

describe.each(['nz', 'uk'] as const)('Payroll of %s, as long as its second lasts', (country) => {
	const payroll = payrollStaged(country, { isStill: true });

	it('tells of another calendar within the second of a poll, and not of another name', async () => {
		const trigger = await payroll.watching('employee');
		const id = await payroll.hire();
		expect(came(await trigger.poll(), 'employeeID')).toEqual([['new', id]]);
		await payroll.renamed(id);
		expect(await trigger.poll()).toEqual([]);
		await payroll.employ(id);
		expect(came(await trigger.poll(), 'employeeID')).toEqual([['updated', id]]);
	});
});
