import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId, byName } from '../stage';
import { AuStage, every, holdsNone, MONDAY, raw } from './walk';

const stage = new AuStage('auLeave');

const idOf = (record: IDataObject, name = 'LeaveApplicationID') => byId(String(record[name]));
const one = (application: IDataObject) => ({ LeaveApplicationID: idOf(application) });
const annual = async () => await stage.pick('leaveType', 'leaveApplication.create', 'Annual Leave');

/** Somebody on a calendar of weeks; without usual hours a day has 7.6. */
const employed = async (name: string) => await stage.person(name, 'Resting', await stage.calendar(`${name}'s weeks`));

/** Leave of two working days, scheduled as it is saved. */
async function leaveOf(person: IDataObject, more: INodeParameters = {}) {
	return await stage.json('leaveApplication.create', {
		...{ EmployeeID: idOf(person, 'EmployeeID'), LeaveTypeID: byName('annual leave') },
		...{ Title: 'Rest', StartDate: MONDAY, EndDate: '2096-03-06', ...more },
	});
}

test('leave is created with the units that Xero works out, or those of its periods, found, changed and read', async () => {
	const person = await employed('Miro');
	const made = await leaveOf(person, { additionalFields: { Description: 'Nobody else knows' } });
	expect(made).toMatchObject({
		...{ EmployeeID: person.EmployeeID, LeaveTypeID: (await annual()).value, Title: 'Rest', StartDate: MONDAY },
		...{ EndDate: '2096-03-06', Status: 'SCHEDULED', NumberOfUnits: 15.2, PayOutType: 'DEFAULT' },
	});
	holdsNone(made, ['Nobody']);
	const { line, picked: LeaveApplicationID } = await stage.choose('leaveApplication', 'leaveApplication.get', {}, 'miro resting');
	expect([line, LeaveApplicationID.value]).toEqual([
		`Miro Resting · Annual Leave · ${MONDAY} to 2096-03-06 · Scheduled`,
		made.LeaveApplicationID,
	]);
	const get = async () => await stage.json('leaveApplication.get', { LeaveApplicationID, ...raw });
	const periods = [
		{ PayPeriodStartDate: MONDAY, PayPeriodEndDate: '2096-03-11', LeavePeriodStatus: 'SCHEDULED', NumberOfUnits: 15.2 },
	];
	expect(await get()).toMatchObject({ Description: 'Nobody else knows', LeavePeriods: periods, Status: 'SCHEDULED' });

	const halved = await stage.json('leaveApplication.update', {
		LeaveApplicationID,
		additionalFields: {
			LeavePeriods: {
				leavePeriod: [{ PayPeriodStartDate: MONDAY, PayPeriodEndDate: '2096-03-11', NumberOfUnits: '4' }],
			},
		},
	});
	expect(halved).toMatchObject({ LeaveApplicationID: made.LeaveApplicationID, NumberOfUnits: 4 });
	// A title leaves the units as they were set; other days do not.
	const renamed = await stage.json('leaveApplication.update', { LeaveApplicationID, additionalFields: { Title: 'A rest' } });
	expect(renamed).toMatchObject({ Title: 'A rest', NumberOfUnits: 4, StartDate: MONDAY });
	const moved = await stage.json('leaveApplication.update', {
		LeaveApplicationID,
		additionalFields: { EndDate: '2096-03-12', clearFields: ['Description'] },
	});
	expect(moved).toMatchObject({ Title: 'A rest', EndDate: '2096-03-12', NumberOfUnits: 45.6 });
	expect(((await get()).LeavePeriods as IDataObject[]).map(({ NumberOfUnits }) => NumberOfUnits)).toEqual([38, 7.6]);
	expect(String((await get()).Description ?? '')).toBe('');
});

test('a request is approved under another ID, and once only; scheduled leave is rejected', async () => {
	const [asked] = await stage.all('leaveApplication.getAll', { returnAll: true, filters: { where: 'Title=="Long weekend"' } });
	const days = `${String(asked?.StartDate)} to`;
	const { line, picked } = await stage.choose('requestedLeave', 'leaveApplication.approve', {}, days);
	expect(line).toMatch(/^[\p{L} ]+ · Annual Leave · \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d · Requested$/u);
	const approved = await stage.json('leaveApplication.approve', { LeaveApplicationID: picked });
	expect(approved).toMatchObject({ Title: 'Long weekend', Status: 'SCHEDULED', requestID: picked.value });
	expect(approved.LeaveApplicationID).not.toBe(picked.value);
	expect(await stage.refused('leaveApplication.approve', { LeaveApplicationID: byId(picked.value) })).toContain(
		'is not in the organisation chosen',
	);
	const before = stage.asked.length;
	expect(await stage.refused('leaveApplication.approve', one(approved))).toContain(
		'Item 1, Leave Application: is scheduled already. Xero can approve leave that is requested',
	);
	expect(stage.asked.slice(before).filter((call) => call.startsWith('POST'))).toEqual([]);

	expect(await stage.lines('openLeave', 'leaveApplication.reject', {}, days)).toEqual([line.replace('Requested', 'Scheduled')]);
	const rejected = await stage.json('leaveApplication.reject', one(approved));
	expect(rejected).toMatchObject({
		...{ LeaveApplicationID: picked.value, Status: 'REJECTED', previousID: approved.LeaveApplicationID },
	});
	expect(await stage.lines('openLeave', 'leaveApplication.reject', {}, days)).toEqual([]);
	expect(await stage.refused('leaveApplication.reject', one(rejected))).toContain(
		'is rejected already. Xero can reject leave that is requested or scheduled',
	);
	expect(await stage.refused('leaveApplication.update', { ...one(rejected), additionalFields: { Title: 'Late' } })).toContain(
		'Item 1: Xero says: Leave that is processed or rejected cannot be changed',
	);
});

test('leave is found by employee, days, status and change; requested leave in the list of all', async () => {
	const person = await employed('Rewa');
	await leaveOf(person, { Title: 'First' });
	await leaveOf(person, { Title: 'Second', StartDate: '2096-03-19', EndDate: '2096-03-20' });
	const found = async (filters: INodeParameters) =>
		every(await stage.all('leaveApplication.getAll', { returnAll: true, filters }), 'Title');
	const EmployeeID = byName('rewa resting');
	expect(await found({ EmployeeID })).toEqual(['First', 'Second']);
	expect(await found({ EmployeeID, from: '2096-03-07' })).toEqual(['Second']);
	expect(await found({ EmployeeID, to: '2096-03-18' })).toEqual(['First']);
	expect(await found({ EmployeeID, which: 'scheduled', order: 'StartDate DESC' })).toEqual(['Second', 'First']);
	expect(await found({ EmployeeID, where: 'Title=="Second"' })).toEqual(['Second']);
	const later = { 'If-Modified-Since': '2097-01-01T00:00:00Z' };
	expect([await found({ EmployeeID, ...later }), await found({ EmployeeID, which: 'scheduled', ...later })]).toEqual([[], []]);
	const sooner = { 'If-Modified-Since': '2020-01-01T00:00:00Z' };
	expect(await found({ EmployeeID, ...sooner })).toEqual(['First', 'Second']);
	expect(await found({ which: 'all' })).toContain('Wedding');
	expect(await found({ which: 'scheduled' })).not.toContain('Wedding');
	expect(await stage.all('leaveApplication.getAll', { returnAll: false, limit: 2 })).toHaveLength(2);
});

test('leave that cannot be is refused, by the node or by Xero, without its words', async () => {
	const person = await employed('Tawa');
	const given = {
		...{ EmployeeID: idOf(person, 'EmployeeID'), LeaveTypeID: await annual(), Title: 'Hush' },
		...{ StartDate: '2096-03-06', EndDate: MONDAY },
	};
	expect(await stage.refused('leaveApplication.create', given)).toContain(
		'Item 1, End Date: is before the start. Give days in order',
	);
	const long = await stage.refused('leaveApplication.create', { ...given, Title: 'Hush '.repeat(12) });
	expect(long).toContain('Item 1, Title: can have at most 50 characters');
	holdsNone(long, ['Hush']);
	const nobody = await stage.person('Uli', 'Nowhere');
	expect(
		await stage.refused('leaveApplication.create', { ...given, EmployeeID: idOf(nobody, 'EmployeeID'), EndDate: '2096-03-07' }),
	).toContain('Item 1: Xero says: The employee is not assigned to a payroll calendar');
});
