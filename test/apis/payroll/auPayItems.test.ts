import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byName } from '../stage';
import { AuStage, COUNTRIES, every, raw, whole } from './walk';

const stage = new AuStage('auPayItems');

const code = (value: string) => ({ __rl: true, mode: 'code', value });

const double = (Name: string, more: INodeParameters = {}): INodeParameters => ({
	...{ Name, AccountCode: code('477'), EarningsType: 'OVERTIMEEARNINGS', RateType: 'MULTIPLE', IsQualifyingEarnings: true },
	additionalFields: { Multiplier: '2', ...(more.additionalFields as INodeParameters | undefined) },
});

/** Pay items by kind and name, as they are in Xero. */
const all = async (): Promise<string[]> =>
	(await stage.all('payItem.getAll', { returnAll: true })).map(({ kind, Name }) => `${String(kind)} ${String(Name)}`);

/** Calls of pay items since a count of all calls. */
const since = (count: number): string[] => stage.asked.slice(count).filter((call) => call.endsWith('/PayItems'));

test('an earnings rate is made, picked, found by its name, changed, put out of use and taken up again', async () => {
	const before = await all();
	const made = await stage.json('earningsRate.create', { ...double('Walked Double'), ...raw });
	expect(made).toMatchObject({
		...{ Name: 'Walked Double', AccountCode: '477', RateType: 'MULTIPLE', Multiplier: 2, CurrentRecord: true },
	});
	expect((await all()).filter((one) => !before.includes(one))).toEqual(['earningsRate Walked Double']);
	const { line, picked: EarningsRateID } = await stage.choose('everyEarningsRate', 'earningsRate.update', {}, 'walked');
	expect([line, EarningsRateID.value]).toEqual(['Walked Double · 477', made.EarningsRateID]);
	const update = async (additionalFields: INodeParameters) =>
		await stage.json('earningsRate.update', { EarningsRateID, additionalFields });
	expect(await update({ Multiplier: '2.5' })).toMatchObject({ Name: 'Walked Double', Multiplier: 2.5, RateType: 'MULTIPLE' });
	expect(await update({ RateType: 'RATEPERUNIT', RatePerUnit: '45.5', TypeOfUnits: 'Hours' })).toMatchObject({
		...{ RateType: 'RATEPERUNIT', RatePerUnit: 45.5, TypeOfUnits: 'Hours', Multiplier: null },
	});
	expect(await update({ CurrentRecord: false })).toMatchObject({ CurrentRecord: false });
	expect(await stage.lines('earningsRate', 'employee.create', {}, 'walked')).toEqual([]);
	expect(await stage.lines('everyEarningsRate', 'earningsRate.update', {}, 'walked')).toEqual([
		'Walked Double · 477 · not in use',
	]);
	const byItsName = { EarningsRateID: byName('walked double'), additionalFields: { CurrentRecord: true } };
	expect(await stage.json('earningsRate.update', byItsName)).toMatchObject({ CurrentRecord: true });
	const found = async (filters: INodeParameters) =>
		every(await stage.all('earningsRate.getAll', { returnAll: true, filters }), 'Name');
	expect(await found({ Name: 'WALKED double' })).toEqual(['Walked Double']);
	expect(await found({ EarningsType: 'BONUSESANDCOMMISSIONS' })).toEqual(['Bonus']);
	expect(await found({ 'If-Modified-Since': '2096-01-01T00:00:00Z' })).toEqual([]);
});

test('a deduction, a leave and a reimbursement type are made, picked, changed and read; all others stay', async () => {
	const before = await all();
	const deduction = await stage.json('deductionType.create', {
		...{ Name: 'Walked Charity', AccountCode: code('850'), additionalFields: { DeductionCategory: 'WORKPLACEGIVING' } },
	});
	const leave = await stage.json('leaveType.create', {
		...{ Name: 'Walked Study', TypeOfUnits: 'Hours', IsPaidLeave: true, ShowOnPayslip: true, IsQualifyingEarnings: true },
		additionalFields: { NormalEntitlement: '38', LeaveCategoryCode: 'STUDYLEAVE' },
	});
	const meals = await stage.json('reimbursementType.create', { Name: 'Walked Meals', AccountCode: code('493') });
	expect([deduction, leave, meals]).toMatchObject([
		{ Name: 'Walked Charity', DeductionCategory: 'WORKPLACEGIVING', CurrentRecord: true },
		{ Name: 'Walked Study', NormalEntitlement: 38, CurrentRecord: true },
		{ Name: 'Walked Meals', AccountCode: '493', CurrentRecord: true },
	]);
	const changed: IDataObject[] = [];
	for (const [kind, id, additionalFields] of [
		['deductionType', 'DeductionTypeID', { ReducesTax: true }],
		['leaveType', 'LeaveTypeID', { NormalEntitlement: '76' }],
		['reimbursementType', 'ReimbursementTypeID', { Name: 'Walked Lunches' }],
	] as const) {
		const every = `every${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
		const { picked } = await stage.choose(every, `${kind}.update`, {}, 'walked');
		changed.push(await stage.json(`${kind}.update`, { [id]: picked, additionalFields }));
		expect(await stage.lines(kind, 'employee.create', {}, 'walked')).toHaveLength(1);
		expect((await stage.all(`${kind}.getAll`, whole)).length).toBeGreaterThan(1);
	}
	expect(changed).toMatchObject([{ ReducesTax: true }, { NormalEntitlement: 76 }, { Name: 'Walked Lunches' }]);
	expect((await all()).filter((one) => !before.includes(one))).toEqual([
		'deductionType Walked Charity',
		'leaveType Walked Study',
		'reimbursementType Walked Lunches',
	]);
	expect(before.filter((one) => !one.includes('Walked'))).toEqual((await all()).filter((one) => !one.includes('Walked')));
});

test('pay items in JSON are made and changed in one write', async () => {
	const calls = stage.asked.length;
	const rows = await stage.all('payItem.upsert', {
		payItems: JSON.stringify({
			EarningsRates: [
				{
					...{ Name: 'Walked Triple', AccountCode: '477', EarningsType: 'OVERTIMEEARNINGS', RateType: 'MULTIPLE' },
					...{ Multiplier: 3, IsQualifyingEarnings: true },
				},
				{ Name: 'bonus', AccountCode: '477' },
			],
			LeaveTypes: [{ Name: 'Walked Study', NormalEntitlement: 40 }],
		}),
	});
	expect(since(calls)).toEqual(['GET /1.0/PayItems', 'POST /1.0/PayItems', 'GET /1.0/PayItems']);
	expect(rows.map(({ kind, Name, result }) => [kind, Name, result])).toEqual([
		['earningsRate', 'Walked Triple', 'created'],
		['earningsRate', 'bonus', 'updated'],
		['leaveType', 'Walked Study', 'updated'],
	]);
});

test('three runs at once lose no rate', async () => {
	const before = await all();
	const ran = await Promise.all(
		['One', 'Two', 'Three'].map(async (name) => await stage.try('earningsRate.create', double(`At Once ${name}`))),
	);
	expect(ran.map(({ error, json }) => [error, json[0]?.Name])).toEqual([
		['', 'At Once One'],
		['', 'At Once Two'],
		['', 'At Once Three'],
	]);
	const after = await all();
	expect(before.filter((one) => !after.includes(one))).toEqual([]);
	expect(after.filter((one) => !before.includes(one)).sort()).toEqual([
		'earningsRate At Once One',
		'earningsRate At Once Three',
		'earningsRate At Once Two',
	]);
});

test('a write whose answer is lost makes a rate once', async () => {
	for (const kind of ['dropAfter', 'dropBefore'] as const) {
		const name = `Lost ${kind}`;
		stage.stage.sandbox.fail({ match: { method: 'POST', path: '/PayItems' }, times: 2, what: { kind } });
		expect(await stage.json('earningsRate.create', double(name))).toMatchObject({ Name: name });
		expect((await all()).filter((one) => one === `earningsRate ${name}`)).toHaveLength(1);
	}
});

test('what Xero refuses changes nothing, and a name that is taken is refused before', async () => {
	const before = await all();
	const wrong = await stage.refused('earningsRate.create', { ...double('Walked Wrong'), AccountCode: code('no such') });
	expect(wrong).toContain('the account code is not valid');
	expect(wrong).toContain('Nothing was changed: Xero takes all pay items, or none.');
	const calls = stage.asked.length;
	const taken = await stage.refused('earningsRate.create', double('ordinary hours'));
	expect(taken).toContain('Item 1, Name “Ordinary Hours”: is that of another one');
	expect(since(calls)).toEqual(['GET /1.0/PayItems']);
	expect(await all()).toEqual(before);
});

test('a rate of an old organisation that Xero would not take back is named, and filled in when told to', async () => {
	stage.stage.sandbox.addRedundancyRate(COUNTRIES.au.tenant);
	const calls = stage.asked.length;
	const stopped = await stage.refused('earningsRate.create', double('After Redundancy'));
	expect(stopped).toContain('the earnings rate Redundancy has no type of units');
	expect(since(calls)).toEqual(['GET /1.0/PayItems']);
	await stage.json('earningsRate.create', { ...double('After Redundancy'), options: { fillInUnits: true } });
	const [redundancy] = await stage.all('earningsRate.getAll', { ...whole, filters: { Name: 'Redundancy' } });
	expect(redundancy).toMatchObject({ TypeOfUnits: 'Hours' });
});
