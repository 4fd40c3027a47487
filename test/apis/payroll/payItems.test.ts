import type { IDataObject } from 'n8n-workflow';
import { inVirtualTime } from '../../engine/virtualTime';
import { FakePayItems, CASE_5, run } from './fakePayItems';
import { id, picked } from './fakePayroll';

const time = inVirtualTime();

const code = (value: string) => ({ __rl: true, mode: 'code', value });

/** What a person fills in for a rate that is twice the ordinary one. */
const weekend = (Name: string, more: IDataObject = {}): IDataObject => ({
	...{ Name, AccountCode: code('477'), EarningsType: 'OVERTIMEEARNINGS', RateType: 'MULTIPLE', IsQualifyingEarnings: true },
	additionalFields: { Multiplier: '2' },
	...more,
});

const READ = 'GET /1.0/PayItems';
const WRITE = 'POST /1.0/PayItems';

const cut = (): Error => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });

describe('A write of pay items', () => {
	it('sends all four lists with one record more, and is confirmed by the name and an ID that was not known', async () => {
		const xero = new FakePayItems();
		const { rows, error } = await run(time(), xero, 'earningsRate.create', [weekend('Weekend Hours')]);

		const { UpdatedDateUTC: _moment, ...ordinary } = CASE_5.EarningsRates[0]!;
		expect([error, xero.calls]).toEqual(['', [READ, WRITE, READ]]);
		expect(xero.bodies).toEqual([
			{
				...CASE_5,
				EarningsRates: [
					ordinary,
					{
						...{ Name: 'Weekend Hours', AccountCode: '477', EarningsType: 'OVERTIMEEARNINGS', RateType: 'MULTIPLE' },
						...{ Multiplier: 2, IsQualifyingEarnings: true },
					},
				],
			},
		]);
		expect(rows).toMatchObject([{ EarningsRateID: id('91'), Name: 'Weekend Hours', Multiplier: 2, CurrentRecord: true }]);
	});

	it('is one for all items of a run', async () => {
		const xero = new FakePayItems();
		const { rows } = await run(
			time(),
			xero,
			'earningsRate.create',
			['One', 'Two', 'Three'].map((name) => weekend(name)),
		);

		expect(xero.calls).toEqual([READ, WRITE, READ]);
		expect(rows.map(({ Name }) => Name)).toEqual(['One', 'Two', 'Three']);
		expect(xero.names()).toEqual(['Ordinary Hours', 'One', 'Two', 'Three']);
	});

	it('changes what is given of a record, leaves the others as they are, and empties what is to be cleared', async () => {
		const xero = new FakePayItems();
		const { rows, error } = await run(time(), xero, 'earningsRate.update', [
			{
				EarningsRateID: picked(id('f1')),
				additionalFields: { RateType: 'MULTIPLE', Multiplier: '1.5', clearFields: ['TypeOfUnits'] },
			},
		]);

		const { UpdatedDateUTC: _moment, TypeOfUnits: _units, ...ordinary } = CASE_5.EarningsRates[0]!;
		expect(error).toBe('');
		expect(xero.bodies).toEqual([{ ...CASE_5, EarningsRates: [{ ...ordinary, RateType: 'MULTIPLE', Multiplier: 1.5 }] }]);
		expect(rows).toMatchObject([{ EarningsRateID: id('f1'), RateType: 'MULTIPLE', Multiplier: 1.5, TypeOfUnits: null }]);
	});

	it('sends back what nobody here knows of as it came: other properties, dates, nulls, flags as text, lists', async () => {
		const xero = new FakePayItems();
		const [ordinary] = xero.lists.EarningsRates;
		const strange = {
			...{ ExpiresOn: '/Date(1790000000000+0000)/', Nothing: null, CurrentRecord: 'true', AccountCode: '0477' },
			Steps: [{ From: '/Date(1771804800000+0000)/', Rate: 25.1234 }, []],
		};
		xero.lists.EarningsRates = [{ ...ordinary, ...strange } as IDataObject];
		const { error } = await run(time(), xero, 'deductionType.create', [{ Name: 'Parking', AccountCode: code('850') }]);

		const { UpdatedDateUTC: _moment, ...rest } = ordinary!;
		expect([error, xero.bodies[0]!.EarningsRates]).toEqual(['', [{ ...rest, ...strange }]]);
	});

	it('changes one of two records of the same name, as long as the name stays', async () => {
		const xero = new FakePayItems();
		xero.lists.DeductionTypes.push({ ...CASE_5.DeductionTypes[0], DeductionTypeID: id('a7'), CurrentRecord: false });
		const { error } = await run(time(), xero, 'deductionType.update', [
			{ DeductionTypeID: picked(id('a5')), additionalFields: { AccountCode: code('851') } },
		]);

		expect([error, xero.lists.DeductionTypes.map(({ AccountCode }) => AccountCode)]).toEqual(['', ['851', '850']]);
	});

	it('of one record by two items says of the first that it was overtaken', async () => {
		const xero = new FakePayItems();
		const to = (NormalEntitlement: string) => ({
			LeaveTypeID: picked(id('f8')),
			additionalFields: { NormalEntitlement },
		});
		const { rows } = await run(time(), xero, 'leaveType.update', [to('160'), to('190')]);

		expect(rows).toMatchObject([{ NormalEntitlement: 190, _findings: [{ code: 'givenTwice' }] }, { NormalEntitlement: 190 }]);
		expect(rows[1]).not.toHaveProperty('_findings');
	});

	it('is not sent again, and makes no second record, where Xero has the new one under another name', async () => {
		const xero = new FakePayItems();
		xero.after.set(2, () => void (xero.lists.EarningsRates.at(-1)!.Name = 'Rest &amp; Weekend'));
		const { error, state } = await run(time(), xero, 'earningsRate.create', [weekend('Rest & Weekend')]);

		expect([xero.calls, state]).toEqual([[READ, WRITE, READ], 'unconfirmed']);
		expect(error).toContain('look in Xero before running it again');
	});

	it('takes up again what is not in use', async () => {
		const xero = new FakePayItems();
		const { rows } = await run(time(), xero, 'reimbursementType.update', [
			{ ReimbursementTypeID: picked(id('a6')), additionalFields: { CurrentRecord: true } },
		]);

		expect(rows).toMatchObject([{ Name: 'Travel', CurrentRecord: true }]);
	});

	it('refuses a name that another record has, in use or not, and sends nothing', async () => {
		const xero = new FakePayItems();
		const { error } = await run(time(), xero, 'reimbursementType.create', [{ Name: ' travel ', AccountCode: code('493') }]);

		expect(error.split('\n')[0]).toBe(
			'Item 1, Name “Travel”: is that of one that is not in use. Update that reimbursement type and switch Active on, or give another name',
		);
		expect(xero.calls).toEqual([READ]);
	});

	it('tells of every item that is wrong, and writes none of them', async () => {
		const xero = new FakePayItems();
		const { error } = await run(time(), xero, 'earningsRate.create', [
			weekend('Weekend Hours'),
			weekend('weekend hours'),
			weekend('Flat', { additionalFields: { Amount: '20' } }),
			weekend('Double', { additionalFields: {} }),
		]);

		expect(error).toContain('Item 2, Name “Weekend Hours”: is that of another one');
		expect(error).toContain('Item 3, Fixed Amount: does not go with the rate type');
		expect(error).toContain('Item 4, Multiplier: is missing');
		expect(error).toContain('Nothing was written to Xero.');
		expect(xero.calls).toEqual([READ]);
	});

	it('writes the right ones when it goes on, in the same write', async () => {
		const xero = new FakePayItems();
		const { rows } = await run(time(), xero, 'earningsRate.create', [weekend('Ordinary Hours'), weekend('Weekend Hours')], {
			continueOnFail: true,
		});

		expect(rows).toMatchObject([{ error: expect.stringContaining('is that of another one') }, { Name: 'Weekend Hours' }]);
		expect(xero.names()).toEqual(['Ordinary Hours', 'Weekend Hours']);
	});

	it('stops before it sends what Xero would not take back, names it, and fills it in when told to', async () => {
		const redundancy = { EarningsRateID: id('f6'), Name: 'Redundancy', EarningsType: 'LUMPSUMD', RateType: 'RATEPERUNIT' };
		const xero = new FakePayItems();
		xero.lists.EarningsRates.push({ ...redundancy, AccountCode: '477', CurrentRecord: true });
		const { error, state } = await run(time(), xero, 'earningsRate.create', [weekend('Weekend Hours')]);

		expect([error, state, xero.calls]).toEqual([
			'Item 1: Xero would refuse its own pay items as they are: the earnings rate Redundancy has no type of units. Give it a type of units in Xero, or switch on Fill In Missing Type of Units\nNothing was changed.',
			'notSent',
			[READ],
		]);
		await run(time(), xero, 'earningsRate.create', [weekend('Weekend Hours', { options: { fillInUnits: true } })]);
		expect(xero.lists.EarningsRates).toMatchObject([{}, { Name: 'Redundancy', TypeOfUnits: 'Hours' }, { Name: 'Weekend Hours' }]);
	});

	it('says that nothing was changed when Xero refuses it and has all as before, and not when it does not', async () => {
		const refusal = {
			statusCode: 400,
			body: {
				...{ ErrorNumber: 10, Type: 'ValidationException', Message: 'A validation exception occurred' },
				PayItems: { EarningsRates: [{ ValidationErrors: [{ Message: 'The Account Code is not valid' }] }] },
			},
		};
		const xero = new FakePayItems();
		xero.before.set(2, () => refusal);
		const refused = await run(time(), xero, 'earningsRate.create', [weekend('One'), weekend('Two')]);
		expect(refused.error).toContain('First: Item 1: Xero says: EarningsRates 1: The Account Code is not valid');
		expect(refused.error).toContain('Nothing was changed: Xero takes all pay items, or none.');

		const other = new FakePayItems();
		other.before.set(2, () => {
			other.lists.LeaveTypes.push({ LeaveTypeID: id('f9'), Name: 'Study Leave', CurrentRecord: true });
			return refusal;
		});
		const doubtful = await run(time(), other, 'earningsRate.create', [weekend('One')]);
		expect(doubtful.error).not.toContain('Nothing was changed');
	});

	it('is refused where Xero does not say which records there are: those would be deleted', async () => {
		const xero = new FakePayItems();
		delete (xero.lists as Partial<FakePayItems['lists']>).ReimbursementTypes;
		const { error } = await run(time(), xero, 'reimbursementType.create', [{ Name: 'Meals', AccountCode: code('493') }]);

		expect(error).toContain("Xero's answer does not have the list of reimbursement types, so nothing can be added to it");
		expect(xero.calls).toEqual([READ]);
	});

	it('makes nothing twice when its answer is lost', async () => {
		const xero = new FakePayItems();
		xero.after.set(2, cut);
		const { rows, error } = await run(time(), xero, 'earningsRate.create', [weekend('Weekend Hours')]);

		expect([error, xero.calls, xero.bodies.length]).toEqual(['', [READ, WRITE, WRITE, READ], 1]);
		expect(rows).toMatchObject([{ EarningsRateID: id('91') }]);
		expect(xero.names()).toEqual(['Ordinary Hours', 'Weekend Hours']);
	});

	it('counts as done when all of its answers are lost and Xero has what was sent', async () => {
		const xero = new FakePayItems();
		for (let call = 2; call < 60; call += 1) xero.after.set(call, () => (xero.calls.at(-1) === WRITE ? cut() : undefined));
		const { rows, error } = await run(time(), xero, 'earningsRate.create', [weekend('Weekend Hours')]);

		expect([error, rows.map(({ Name }) => Name), xero.bodies.length]).toEqual(['', ['Weekend Hours'], 1]);
	});

	it('is open, and says so, when its answers are lost and Xero does not have what was sent', async () => {
		const xero = new FakePayItems();
		for (let call = 2; call < 60; call += 1) xero.before.set(call, () => (xero.calls.at(-1) === WRITE ? cut() : undefined));
		const { error, state } = await run(time(), xero, 'earningsRate.create', [weekend('Weekend Hours')]);

		expect([state, xero.names()]).toEqual(['unconfirmed', ['Ordinary Hours']]);
		expect(error).toContain('It is open whether it was written');
		expect(error).not.toContain('Nothing was changed');
	});

	it('is taken for its own by another try of the run, whose name is no other record’s', async () => {
		const xero = new FakePayItems();
		const retried = {
			...{ node: { id: 'retried', retryOnFail: true }, executionId: '1', credential: { clientId: 'retried' } },
		};
		// The look after the write is refused, so n8n tries again.
		xero.before.set(3, () => ({ statusCode: 403, body: {} }));
		const first = await run(time(), xero, 'earningsRate.create', [weekend('Weekend Hours')], retried);
		const second = await run(time(), xero, 'earningsRate.create', [weekend('Weekend Hours')], retried);

		expect([first.error === '', second.error]).toEqual([false, '']);
		expect([second.rows.map(({ Name }) => Name), xero.bodies.length]).toEqual([['Weekend Hours'], 1]);
	});
});

describe('Pay items that several write at once', () => {
	it('are all there: three runs of a process take their turns', async () => {
		const xero = new FakePayItems();
		const runs = ['One', 'Two', 'Three'].map(async (name) => await run(time(), xero, 'earningsRate.create', [weekend(name)]));
		const ended = await Promise.all(runs);

		expect(ended.map(({ error, rows }) => [error, rows[0]?.Name])).toEqual([
			['', 'One'],
			['', 'Two'],
			['', 'Three'],
		]);
		expect(xero.calls).toEqual([READ, WRITE, READ, READ, WRITE, READ, READ, WRITE, READ]);
		expect(xero.names()).toEqual(['Ordinary Hours', 'One', 'Two', 'Three']);
	});

	it('are put back, and named, when another process wrote an older copy over them', async () => {
		const xero = new FakePayItems();
		const older = structuredClone(xero.lists);
		xero.after.set(2, () => xero.write({ ...older, EarningsRates: [...older.EarningsRates, { Name: 'Of the Other' }] }));
		const { rows, error, hints } = await run(time(), xero, 'earningsRate.create', [weekend('Weekend Hours')]);

		expect([error, xero.calls]).toEqual(['', [READ, WRITE, READ, WRITE, READ]]);
		expect(xero.names()).toEqual(['Ordinary Hours', 'Of the Other', 'Weekend Hours']);
		expect(rows).toMatchObject([
			{ Name: 'Weekend Hours', _findings: [{ code: 'writtenAgain', field: 'Earnings rate', value: 'Weekend Hours' }] },
		]);
		expect(hints[0]).toContain('was undone by another program at the same time, and was written again');
	});

	it('are changed again when another process set them back', async () => {
		const xero = new FakePayItems();
		const older = structuredClone(xero.lists);
		xero.after.set(2, () => xero.write(older));
		const { rows } = await run(time(), xero, 'leaveType.update', [
			{ LeaveTypeID: picked(id('f8')), additionalFields: { NormalEntitlement: '190' } },
		]);

		expect(xero.lists.LeaveTypes).toMatchObject([{ Name: 'Annual Leave', NormalEntitlement: 190 }]);
		expect(rows).toMatchObject([{ NormalEntitlement: 190, _findings: [{ code: 'writtenAgain' }] }]);
	});

	it('are changed again when another process set an account back whose code is the same number', async () => {
		const xero = new FakePayItems();
		xero.lists.DeductionTypes[0]!.AccountCode = '0850';
		const older = structuredClone(xero.lists);
		xero.after.set(2, () => xero.write(older));
		const { rows } = await run(time(), xero, 'deductionType.update', [
			{ DeductionTypeID: picked(id('a5')), additionalFields: { AccountCode: code('850') } },
		]);

		expect(xero.lists.DeductionTypes).toMatchObject([{ AccountCode: '850' }]);
		expect(rows).toMatchObject([{ AccountCode: '850', _findings: [{ code: 'writtenAgain' }] }]);
	});

	it('are told of by name when they are gone afterwards, and are not put back: that may be meant', async () => {
		const xero = new FakePayItems();
		xero.after.set(2, () => void (xero.lists.DeductionTypes = []));
		const { rows, hints } = await run(time(), xero, 'earningsRate.create', [weekend('Weekend Hours')]);

		expect(xero.lists.DeductionTypes).toEqual([]);
		expect(rows).toMatchObject([
			{ Name: 'Weekend Hours', _findings: [{ code: 'payItemGone', field: 'Deduction type', value: 'Union Fees' }] },
		]);
		expect(hints[0]).toContain('Deduction type “Union Fees”: is not among the pay items any more');
	});

	it('are given up after three writes that others undo, and that is said', async () => {
		const xero = new FakePayItems();
		const older = structuredClone(xero.lists);
		for (const call of [2, 4, 6]) xero.after.set(call, () => xero.write(older));
		const { error, state } = await run(time(), xero, 'earningsRate.create', [weekend('Weekend Hours')]);

		expect([state, xero.calls.filter((call) => call === WRITE).length]).toEqual(['unconfirmed', 3]);
		expect(error.split('\n')[0]).toBe(
			'Item 1, Earnings rate “Weekend Hours”: Xero took the write, and the pay items do not have it. Another program may write pay items at the same time: look in Xero before running it again',
		);
	});
});

describe('Pay items in JSON', () => {
	const upsert = async (xero: FakePayItems, payItems: unknown) =>
		await run(time(), xero, 'payItem.upsert', [{ payItems: payItems as IDataObject }]);

	it('are found by their ID or their name, or are made, a row each', async () => {
		const xero = new FakePayItems();
		const { rows, error } = await upsert(xero, {
			EarningsRates: [
				{ name: 'Ordinary hours', RatePerUnit: '31.50' },
				{ Name: 'Weekend Hours', RateType: 'MULTIPLE', Multiplier: 2, AccountCode: '477', IsQualifyingEarnings: 'TRUE' },
			],
			ReimbursementTypes: [{ ReimbursementTypeID: id('a6'), CurrentRecord: true }],
		});

		expect(error).toBe('');
		expect(rows.map(({ kind, id: own, Name, CurrentRecord, result }) => [kind, own, Name, CurrentRecord, result])).toEqual([
			['earningsRate', id('f1'), 'Ordinary hours', true, 'updated'],
			['earningsRate', id('91'), 'Weekend Hours', true, 'created'],
			['reimbursementType', id('a6'), 'Travel', true, 'updated'],
		]);
		expect(xero.bodies[0]!.EarningsRates).toMatchObject([{ RatePerUnit: '31.50' }, { IsQualifyingEarnings: true }]);
	});

	it.each([
		[{ EarningRates: [] }, 'Item 1, Pay Items “EarningRates”: is no list of pay items'],
		[{ LeaveTypes: { Name: 'Study Leave' } }, 'Item 1, Pay Items, LeaveTypes: is an object. Give a list of records'],
		[{ LeaveTypes: [{ Nam: 'Study Leave' }] }, 'Item 1, Pay Items, LeaveTypes 1, Nam: Xero does not know it. Did you mean Name?'],
		[
			{ DeductionTypes: [{ Name: 'Gym', ReducesTax: 'perhaps' }] },
			'Item 1, Pay Items, DeductionTypes 1, Reduces Tax: is neither true nor false',
		],
		[{}, 'Item 1, Pay Items: has no records. Give at least one'],
	])('are refused before anything is sent: %j', async (payItems, says) => {
		const xero = new FakePayItems();
		const { error } = await upsert(xero, payItems);

		expect(error).toContain(says);
		expect(xero.calls).toEqual([READ]);
	});

	it('are read as rows of all kinds, or of one, or those in use', async () => {
		const xero = new FakePayItems();
		const found = async (filters: IDataObject) =>
			(await run(time(), xero, 'payItem.getAll', [{ returnAll: true, filters }])).rows.map(({ kind, Name }) => [kind, Name]);

		expect(await found({})).toEqual([
			['earningsRate', 'Ordinary Hours'],
			['deductionType', 'Union Fees'],
			['leaveType', 'Annual Leave'],
			['reimbursementType', 'Travel'],
		]);
		expect(await found({ kind: 'leaveType' })).toEqual([['leaveType', 'Annual Leave']]);
		expect(await found({ kind: 'reimbursementType', activeOnly: true })).toEqual([]);
	});
});
