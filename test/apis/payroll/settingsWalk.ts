import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { byId } from '../stage';
import { every, type PayrollStage } from './walk';

/** A payroll setting as it is made, and as it is read back afterwards. */
interface Setting {
	/** The operation that makes it: 'deduction.create'. */
	readonly create: string;
	readonly parameters: INodeParameters;
	/** Property and path parameter of its ID. */
	readonly id: readonly [property: string, hole: string];
	/** Property with its name, and the line of the picker. */
	readonly name: readonly [property: string, line: string];
	/** All properties that it has, but the ID. */
	readonly written: IDataObject;
}

/** Makes a setting, picks it from its list, reads it back alone and in the list, and tries to make it again. */
export async function walksSetting(
	stage: PayrollStage,
	{ create, parameters, id: [property, hole], name: [label, line], written }: Setting,
): Promise<void> {
	const [resource = ''] = create.split('.');
	const made = await stage.json(create, parameters);
	expect(made).toEqual({ [property]: expect.any(String), ...written });
	const wanted = String(written[label]);
	const { line: shown, picked } = await stage.choose(resource, `${resource}.get`, {}, wanted);
	expect([shown, picked.value]).toEqual([line, made[property]]);
	expect(await stage.json(`${resource}.get`, { [hole]: picked })).toEqual(made);
	const all = await stage.all(`${resource}.getAll`, { returnAll: true });
	expect(all.filter((one) => one[property] === made[property])).toEqual([made]);
	expect(await stage.refused(create, parameters)).toMatch(/^Item 1: Xero says: (Name: )?The name of the .* must be unique\./);
}

/** The account of the books whose line in the list begins with a code; the list is that of one side of payroll, or of all accounts. */
export const account = async (
	stage: PayrollStage,
	what: string,
	code: string,
	list: 'activeAccount' | 'expenseAccount' | 'liabilityAccount' = 'activeAccount',
): Promise<ReturnType<typeof byId>> => await stage.pick(list, what, `${code} · `);

/** Payroll's own accounts and tracking categories, which are alike in every country. */
export function walksSettings(stage: PayrollStage, types: readonly string[]): void {
	test('the accounts of payroll are told together, and one each', async () => {
		const { accounts } = await stage.json('settings.get');
		expect(every(accounts as IDataObject[], 'type')).toEqual(types);
		const rows = await stage.all('settings.get', { options: { oneRowPer: 'account' } });
		expect(rows).toEqual(accounts);
		expect(rows[0]).toEqual({
			...{ accountID: expect.any(String), code: expect.any(String), name: expect.any(String), type: types[0] },
		});
	});

	test('the tracking categories of payroll are told by their IDs', async () => {
		expect(await stage.json('settings.getTrackingCategories')).toEqual({
			employeeGroupsTrackingCategoryID: expect.any(String),
			timesheetTrackingCategoryID: expect.any(String),
		});
	});

	test('what has no operation of its own is asked for with API Request', async () => {
		const answer = await stage.json('apiRequest.send', { method: 'GET', path: '/EarningsRates' });
		expect(answer).toMatchObject({ pagination: { pageSize: 100 }, earningsRates: expect.any(Array) });
	});
}

/** Earnings rates of each type, their filters, and what goes with no type. */
export function walksEarningsRates(stage: PayrollStage): void {
	test('an earnings rate of each type is made with its figure, picked and found', async () => {
		const expenseAccountID = await account(stage, 'earningsRate.create', '477', 'expenseAccount');
		const blank = { fixedAmount: null, multipleOfOrdinaryEarningsRate: null, ratePerUnit: null };
		const rates: ReadonlyArray<readonly [name: string, earningsType: string, rateType: string, figure: IDataObject]> = [
			['Night Rate', 'OvertimeEarnings', 'RatePerUnit', { ratePerUnit: 42.5 }],
			['Double Time', 'OvertimeEarnings', 'MultipleOfOrdinaryEarningsRate', { multipleOfOrdinaryEarningsRate: 2 }],
			['Meal Allowance', 'Allowance', 'FixedAmount', { fixedAmount: 18 }],
		];
		for (const [name, earningsType, rateType, figure] of rates) {
			const [[property, amount]] = Object.entries(figure) as [[string, number]];
			await walksSetting(stage, {
				create: 'earningsRate.create',
				parameters: {
					...{ name, earningsType, rateType, typeOfUnits: 'Hours', expenseAccountID },
					additionalFields: { [property]: String(amount) },
				},
				id: ['earningsRateID', 'EarningsRateID'],
				name: ['name', `${name} · Hours`],
				written: {
					...{ ...blank, name, earningsType, rateType, typeOfUnits: 'Hours', expenseAccountID: expenseAccountID.value },
					...{ ...figure, currentRecord: true },
				},
			});
		}
		const found = async (filters: INodeParameters) =>
			every(await stage.all('earningsRate.getAll', { filters, returnAll: true }), 'name');
		expect(await found({ earningsType: 'OvertimeEarnings' })).toEqual([
			expect.stringMatching(/^Overtime/),
			'Night Rate',
			'Double Time',
		]);
		expect(await found({ earningsType: 'Commission' })).toEqual([]);
		expect(await found({ activeOnly: true, earningsType: 'Allowance' })).toEqual(['Tool Allowance', 'Meal Allowance']);
	});

	test('an earnings rate whose figures do not go together is refused before and by Xero', async () => {
		const expenseAccountID = await account(stage, 'earningsRate.create', '477', 'expenseAccount');
		const rate = { name: 'Wrong', earningsType: 'Bonus', typeOfUnits: 'Hours', expenseAccountID };
		const refused = async (more: INodeParameters) => await stage.refused('earningsRate.create', { ...rate, ...more });
		expect(await refused({ rateType: 'FixedAmount', additionalFields: { ratePerUnit: '5' } })).toContain(
			'Item 1, Rate per Unit: does not go with the rate type. Take it away, or choose another Rate Type',
		);
		expect(await refused({ rateType: 'MultipleOfOrdinaryEarningsRate' })).toContain(
			'Item 1, Multiple of Ordinary Earnings Rate: is missing',
		);
		expect(
			await refused({
				...{ rateType: 'MultipleOfOrdinaryEarningsRate', additionalFields: { multipleOfOrdinaryEarningsRate: '0' } },
			}),
		).toContain('The multiple of the ordinary earnings rate must be greater than 0.');
		const income = { rateType: 'RatePerUnit', expenseAccountID: await account(stage, 'earningsRate.create', '200') };
		expect(await refused(income)).toContain('Item 1: Xero says: The account must be an expense account.');
	});
}
