import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';
import type { Api } from '../../../nodes/shared/model/operation';
import { payrollNz } from '../../../nodes/XeroPayroll/nz/payrollNz';
import { payrollUk } from '../../../nodes/XeroPayroll/uk/payrollUk';
import { XeroPayrollNz } from '../../../nodes/XeroPayroll/nz/XeroPayrollNz.node';
import { XeroPayrollUk } from '../../../nodes/XeroPayroll/uk/XeroPayrollUk.node';
import { organisations } from '../../../sandbox/organisations';
import { ApiStage, byId, byName } from '../stage';

interface Country {
	readonly node: INodeType;
	readonly api: Api;
	readonly tenantId: string;
	/** Names of what the sandbox begins with. */
	readonly leaveType: string;
	readonly profile: INodeParameters;
	readonly employment: INodeParameters;
	readonly accounts: INodeParameters;
	/** Groups that only the country has. */
	readonly more: INodeParameters;
}

const { tenantId: NZ } = organisations[0];
const { tenantId: UK } = organisations[2];

const countries: ReadonlyArray<readonly [string, Country]> = [
	[
		'New Zealand',
		{
			node: new XeroPayrollNz(),
			api: payrollNz,
			tenantId: NZ,
			leaveType: 'Unpaid Leave',
			profile: {
				firstName: 'Mere',
				lastName: 'Tane',
				dateOfBirth: '1994-05-17',
				address: { values: { addressLine1: '4 Quay Rd', city: 'Nelson', postCode: '7010' } },
			},
			employment: { engagementType: 'Permanent' },
			accounts: { accountName: 'M Tane', accountNumber: '01-0000-0000000-000', calculationType: 'Balance' },
			more: {
				tax: { irdNumber: '111 111 111', taxCode: 'M', isEligibleForKiwiSaver: true },
				workingPattern: { values: { effectiveFrom: '2096-04-01', workingWeeks: { week: [{ monday: '8', tuesday: '8' }] } } },
				leaveSetup: { annualLeaveOpeningBalance: '4' },
			},
		},
	],
	[
		'the United Kingdom',
		{
			node: new XeroPayrollUk(),
			api: payrollUk,
			tenantId: UK,
			leaveType: 'Holiday',
			profile: {
				title: 'Mr',
				firstName: 'Owen',
				lastName: 'Price',
				dateOfBirth: '1990-02-03',
				gender: 'M',
				address: { values: { addressLine1: '9 Mill Lane', city: 'York', postCode: 'YO1 7HH' } },
			},
			employment: { employeeNumber: '17', niCategories: { nICategory: [{ niCategory: 'A', startDate: '2096-04-01' }] } },
			accounts: { accountName: 'O Price', accountNumber: '00000001', sortCode: '00-00-00' },
			more: { openingBalances: { statutorySickPay: '120.5', priorEmployeeNumber: '10' } },
		},
	],
];

describe.each(countries)("Through n8n's engine, in %s", (_name, country) => {
	const { node, api, tenantId, leaveType, profile, employment, accounts, more } = country;
	const stage = new ApiStage(node, api);
	const organisation = byId(tenantId);
	beforeAll(() => stage.stage.connect({ tenants: [tenantId] }));

	const everything = async (...names: string[]): Promise<IDataObject[]> => {
		const [resource] = names;
		return (await stage.try(`${resource}.getAll`, { returnAll: true, simplify: false }, [{}], { organisation })).json;
	};
	const onboard = async (parameters: INodeParameters, items: IDataObject[] = [{}], goesOn = false) =>
		await stage.try('employee.onboard', parameters, items, {
			organisation,
			settings: goesOn ? { onError: 'continueRegularOutput' } : {},
		});
	const writes = (): number => stage.asked.filter((call) => !call.startsWith('GET')).length;

	/** All groups, as a person fills them in. */
	const filled = async (): Promise<INodeParameters> => {
		const [calendar] = await everything('payRunCalendar');
		const [rate] = await everything('earningsRate');
		const type = (await everything('leaveType')).find(({ name }) => name === leaveType) ?? (await everything('leaveType')).pop();
		await stage.stage.passMinute();
		return {
			...profile,
			...more,
			employment: {
				values: { payrollCalendarID: byId(String(calendar!.payrollCalendarID)), startDate: '2096-04-01', ...employment },
			},
			salaryAndWages: {
				values: {
					paymentType: 'Salary',
					earningsRateID: byId(String(rate!.earningsRateID)),
					effectiveFrom: '2096-04-01',
					numberOfUnitsPerWeek: '40',
					annualSalary: '62400',
					...(tenantId === NZ ? { numberOfUnitsPerDay: '8' } : {}),
				},
			},
			leaveTypes: {
				leaveType: [
					{
						leaveTypeID: byId(String(type!.leaveTypeID)),
						scheduleOfAccrual: tenantId === NZ ? 'NoAccruals' : 'BeginningOfCalendarYear',
					},
				],
			},
			paymentMethod: { values: { paymentMethod: 'Electronically', bankAccounts: { bankAccount: [accounts] } } },
		} as INodeParameters;
	};

	it('one item makes an employee and sets all up, and the same item again changes nothing', async () => {
		const parameters = await filled();
		const first = await onboard(parameters);
		expect([first.error, first.json.length]).toEqual(['', 1]);
		const [{ employeeID, complete, steps }] = first.json as [IDataObject];
		expect(complete).toBe(true);
		expect(new Set(Object.values(steps as IDataObject))).toEqual(new Set(['created', 'saved']));

		const before = writes();
		const second = await onboard(parameters);
		expect(second.error).toBe('');
		expect(second.json).toEqual([
			{ employeeID, complete: true, steps: Object.fromEntries(Object.keys(steps as object).map((step) => [step, 'unchanged'])) },
		]);
		expect(writes() - before).toBe(0);
	});

	it('calendar, rate and leave type are picked by name as well', async () => {
		await stage.stage.passMinute();
		const parameters: INodeParameters = { ...(await filled()), firstName: 'Named' };
		const { values: job } = parameters.employment as { values: INodeParameters };
		const { values: pay } = parameters.salaryAndWages as { values: INodeParameters };
		const [rate] = await everything('earningsRate');
		const { error, json } = await onboard({
			...parameters,
			employment: { values: { ...job, payrollCalendarID: byName('weekly') } },
			salaryAndWages: { values: { ...pay, earningsRateID: byName(String(rate!.name)) } },
		});
		expect([error, json[0]?.complete]).toEqual(['', true]);
		const employee = (await everything('employee')).find(({ firstName }) => firstName === 'Named');
		const calendar = (await everything('payRunCalendar')).find(({ name }) => name === 'Weekly');
		expect(employee!.payrollCalendarID).toBe(calendar!.payrollCalendarID);
	});

	it('two items about the same person make one', async () => {
		await stage.stage.passMinute();
		const parameters = { ...(await filled()), firstName: 'Twin' };
		const { error, json } = await onboard(parameters, [{}, {}]);
		expect(error).toBe('');
		expect(json).toHaveLength(2);
		expect(json[1]!.employeeID).toBe(json[0]!.employeeID);
		expect((await everything('employee')).filter(({ firstName }) => firstName === 'Twin')).toHaveLength(1);
	});

	it('what Xero refuses is in the row, and mended it carries on with the same employee', async () => {
		await stage.stage.passMinute();
		const parameters: INodeParameters = { ...(await filled()), firstName: 'Late' };
		const pay = parameters.salaryAndWages as { values: INodeParameters };
		const other = { ...pay.values, earningsRateID: byId('00000000-0000-4000-8000-00000000dead') };
		const { json } = await onboard({ ...parameters, salaryAndWages: { values: other } }, [{}], true);
		const [row] = json as [{ error: string; details: IDataObject }];
		expect(row.error).toMatch(
			/^Item 1: salary and wages of the new employee were refused: earningsRateID: The earnings rate could not be found\./,
		);
		expect(row.details).toMatchObject({ state: 'refused', failedStep: 'salaryAndWages' });

		const mended = await onboard({ ...parameters, options: { carryOnWith: String(row.details.employeeID) } });
		expect(mended.error).toBe('');
		expect(mended.json[0]).toMatchObject({
			employeeID: row.details.employeeID,
			complete: true,
			steps: { employee: 'unchanged', employment: 'unchanged', salaryAndWages: 'created', paymentMethod: 'saved' },
		});
	});
});
