import { byId } from '../stage';
import { every, PayrollStage } from './walk';
import { walksTimesheets } from './timesheetWalk';

const stage = new PayrollStage('nzTimesheets');

walksTimesheets(stage, 'Overtime');

test('what an employee asks for is found, and approved', async () => {
	const asked = async () => await stage.all('timesheet.getAll', { filters: { status: 'Requested' }, returnAll: true });
	const [requested, ...others] = await asked();
	expect(every([requested!, ...others], 'totalHours')).toEqual([16]);
	const TimesheetID = byId(String(requested!.timesheetID));
	expect(await stage.json('timesheet.approve', { TimesheetID })).toMatchObject({ status: 'Approved', totalHours: 16 });
	expect(await asked()).toEqual([]);
});
