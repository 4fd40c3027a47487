import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { payrollNz } from '../../../nodes/XeroPayroll/nz/payrollNz';
import { payrollUk } from '../../../nodes/XeroPayroll/uk/payrollUk';
import { XeroPayrollNz } from '../../../nodes/XeroPayroll/nz/XeroPayrollNz.node';
import { XeroPayrollUk } from '../../../nodes/XeroPayroll/uk/XeroPayrollUk.node';
import { organisations } from '../../../sandbox/organisations';
import { unknownCalls } from '../../whatToDo';
import { ApiStage, byId } from '../stage';

const COUNTRIES = {
	nz: { node: new XeroPayrollNz(), api: payrollNz, tenantId: organisations[0].tenantId },
	uk: { node: new XeroPayrollUk(), api: payrollUk, tenantId: organisations[2].tenantId },
} as const;

/** The payroll node of a country between n8n's engine and a sandbox with a posted and a draft pay run. */
function payroll(country: keyof typeof COUNTRIES) {
	const { node, api, tenantId } = COUNTRIES[country];
	const stage = new ApiStage(node, api);
	const organisation = byId(tenantId);
	beforeAll(() => stage.stage.connect({ tenants: [tenantId] }));
	const attempt = async (what: string, parameters: INodeParameters = {}, settings = {}) =>
		await stage.try(what, parameters, [{}], { organisation, settings });
	const all = async (what: string, parameters: INodeParameters = {}): Promise<IDataObject[]> => {
		const { error, json } = await attempt(what, parameters);
		expect([what, error, ...unknownCalls(stage.stage.sandbox.calls)]).toEqual([what, '']);
		return json;
	};
	const run = async (status: 'Posted' | 'Draft') => {
		const [found] = await all('payRun.getAll', { returnAll: true, filters: { status } });
		return { PayRunID: byId(String(found!.payRunID)) };
	};
	return { stage, attempt, all, run, tenantId };
}

const sides = (rows: readonly IDataObject[]) =>
	rows.map(({ accountCode, description, debit, credit }) => [accountCode, description, debit, credit]);

describe('The pay of New Zealand, through n8n’s engine', () => {
	const { stage, attempt, all, run, tenantId } = payroll('nz');

	it('is journal rows of a posted pay run, all on accounts of payroll’s settings', async () => {
		const rows = await all('payRun.getJournalRows', await run('Posted'));

		expect(sides(rows)).toEqual([
			['477', 'Ordinary Time', 1897.5, 0],
			['477', 'Annual Leave', 240, 0],
			['477', 'KiwiSaver, employer', 64.13, 0],
			['814', 'Net pay', 0, 1698.24],
			['825', 'KiwiSaver, employer', 0, 52.91],
			['825', 'PAYE', 0, 375.13],
			['825', 'ESCT', 0, 11.22],
			['825', 'Statutory deductions', 0, 64.13],
		]);
		expect(rows[0]).toMatchObject({ accountName: 'Salaries' });
		expect(stage.asked.slice(-6).map((call) => call.replace(/[-0-9a-f]{36}/, 'run'))).toEqual([
			'GET /PayRuns/run',
			'GET /PaySlips',
			'GET /EarningsRates',
			'GET /Superannuations',
			'GET /StatutoryDeductions',
			'GET /Settings',
		]);
	});

	it('is journal rows by employee of a draft', async () => {
		const rows = await all('payRun.getJournalRows', { ...(await run('Draft')), options: { byEmployee: true } });
		const slips = await all('paySlip.getAll', { ...(await run('Draft')), returnAll: true, simplify: false });

		for (const { employeeID, totalPay, totalEarnings } of slips) {
			const own = rows.filter((row) => row.employeeID === employeeID);
			expect(own.find(({ description }) => description === 'Net pay')?.credit).toBe(totalPay);
			expect(own.find(({ description }) => description === 'Ordinary Time')?.debit).toBe(totalEarnings);
		}
		expect(rows).toHaveLength(7 * slips.length);
	});

	it('has the name of an account from the books when payroll’s settings lack it, and its ID where those may not be read', async () => {
		const draft = await run('Draft');
		const [slip] = await all('paySlip.getAll', { ...draft, returnAll: true });
		const [travel] = await all('reimbursement.getAll', { returnAll: true });
		const given = { kind: 'reimbursement', itemID: String(travel!.reimbursementID), amount: 12.5, description: 'Parking' };
		await all('paySlip.update', {
			PaySlipID: byId(String(slip!.paySlipID)),
			otherLines: 'keep',
			lines: { line: [given] },
		});
		const travelRow = async () => (await all('payRun.getJournalRows', draft)).find(({ description }) => description === 'Travel');

		expect(await travelRow()).toMatchObject({ accountCode: '493', debit: 12.5 });

		const scopes = ['offline_access', 'payroll.payruns.read', 'payroll.payslip.read', 'payroll.settings.read'];
		stage.stage.connect({ tenants: [tenantId], scopes });
		expect(await travelRow()).toMatchObject({ accountID: travel!.accountID, accountCode: null, accountName: null, debit: 12.5 });
		stage.stage.connect({ tenants: [tenantId] });
	});

	it('is rows of payslips without a warning, as their lines add up', async () => {
		const rows = await all('paySlip.getAll', { ...(await run('Posted')), oneRowPer: 'line', returnAll: true });

		expect(rows.length).toBeGreaterThan(10);
		expect(rows.filter(({ _findings }) => _findings)).toEqual([]);
	});

	it('cannot be changed once it is posted: nothing is sent', async () => {
		const [slip] = await all('paySlip.getAll', { ...(await run('Posted')), returnAll: true });
		const lines = { line: [{ kind: 'earnings', itemID: String(slip!.paySlipID), amount: 1 }] };
		const { error } = await attempt('paySlip.update', { PaySlipID: byId(String(slip!.paySlipID)), otherLines: 'keep', lines });

		expect(error).toContain('its pay run is posted, and a posted payslip cannot be changed');
		expect(stage.asked.slice(-2).map((call) => call.replace(/[-0-9a-f]{36}/, 'id'))).toEqual([
			'GET /PaySlips/id',
			'GET /PayRuns/id',
		]);
	});
});

describe('The pay of the United Kingdom, through n8n’s engine', () => {
	const { stage, attempt, all, run } = payroll('uk');

	it('is journal rows with the employer’s national insurance on both sides', async () => {
		expect(sides(await all('payRun.getJournalRows', await run('Posted')))).toEqual([
			['477', 'Regular Hours', 1143.75, 0],
			['477', 'Workplace Pension (Employer), employer', 34.31, 0],
			['479', 'Employer National Insurance Contribution', 142.76, 0],
			['814', 'Net pay', 0, 901.83],
			['825', 'Workplace Pension (Employee)', 0, 57.19],
			['825', 'Workplace Pension (Employer), employer', 0, 34.31],
			['825', 'PAYE', 0, 131.95],
			['826', 'Employee National Insurance Contribution', 0, 52.78],
			['826', 'Employer National Insurance Contribution', 0, 142.76],
		]);
	});

	it('comes with the leave that is left of all who are employed, and not of one who has left', async () => {
		const rows = await all('leaveBalance.getAll', { returnAll: true });

		expect(rows.map(({ firstName, lastName, leaveType, typeOfUnits }) => [firstName, lastName, leaveType, typeOfUnits])).toEqual([
			['Edith', 'Testcase', 'Holiday', 'Hours'],
			['Rory', 'Example', 'Holiday', 'Hours'],
			['Sam', 'Twosome', 'Holiday', 'Hours'],
			['Sam', 'Twosome', 'Holiday', 'Hours'],
		]);
	});

	it('comes with the leave of one, for two calls', async () => {
		const [edith] = await all('employee.getAll', { returnAll: true, filters: { firstName: 'Edith' } });
		const rows = await all('leaveBalance.getAll', { employeeID: byId(String(edith!.employeeID)), returnAll: true });

		expect(rows).toMatchObject([{ employeeID: edith!.employeeID, firstName: 'Edith', leaveType: 'Holiday' }]);
		expect(stage.asked.slice(-2)).toEqual([
			`GET /Employees/${String(edith!.employeeID)}`,
			`GET /Employees/${String(edith!.employeeID)}/LeaveBalances`,
		]);
	});

	it('goes on to the other employees when one cannot be read, and sends that one to the error output', async () => {
		const [, rory] = await all('employee.getAll', { returnAll: true });
		const path = `/Employees/${String(rory!.employeeID)}/LeaveBalances`;
		stage.stage.sandbox.fail({ match: { method: 'GET', path }, times: 1, what: { kind: 'status', status: 400 } });
		const { json, refused, error } = await attempt(
			'leaveBalance.getAll',
			{ returnAll: true },
			{ onError: 'continueErrorOutput' },
		);

		expect([error, json.map(({ firstName }) => firstName)]).toEqual(['', ['Edith', 'Sam', 'Sam']]);
		expect(refused).toMatchObject([{ details: { employeeID: rory!.employeeID } }]);
	});
});
