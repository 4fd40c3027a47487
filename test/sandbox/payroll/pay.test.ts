import { sum } from '../../../sandbox/accounting/values/decimal';
import type { Json } from '../accounting/desk';
import { openPayroll, type PayrollDesk, wrong } from './desk';

const run = (desk: PayrollDesk, status: string): Json =>
	(desk.call('GET', `/PayRuns?status=${status}`).at('payRuns') as Json[])[0] ?? {};
const slips = (desk: PayrollDesk, payRunID: unknown): Json[] =>
	desk.call('GET', `/PaySlips?PayRunID=${String(payRunID)}`).at('paySlips') as Json[];
const amounts = (slip: Json, ...lists: string[]): number =>
	sum(lists.flatMap((list) => (slip[list] as Json[]).map(({ amount }) => Number(amount))));

describe('Pay runs of the demo data', () => {
	it.each([
		['nz', ['totalEmployeeTaxes', 'totalDeductions', 'totalStatutoryDeductions'], ['totalSuperannuation'], 'superannuationLines'],
		[
			'uk',
			['totalEmployeeTaxes', 'totalDeductions', 'totalCourtOrders'],
			['totalEmployerTaxes', 'totalBenefits'],
			'benefitLines',
		],
	] as const)('of %s add up, line by line', (country, taken, onTop, benefits) => {
		const desk = openPayroll(country);
		for (const status of ['Posted', 'Draft']) {
			const { payRunID, totalPay, totalCost } = run(desk, status);
			const found = slips(desk, payRunID);
			expect(found).toHaveLength(2);
			for (const slip of found) {
				const total = (name: string): number => Number(slip[name]);
				expect(total('totalEarnings')).toBe(amounts(slip, 'earningsLines', 'leaveEarningsLines', 'timesheetEarningsLines'));
				expect(total('totalEmployeeTaxes')).toBe(amounts(slip, 'employeeTaxLines'));
				expect(total(country === 'nz' ? 'totalSuperannuation' : 'totalBenefits')).toBe(amounts(slip, benefits));
				expect(total('totalPay')).toBe(sum([total('totalEarnings'), ...taken.map((name) => -total(name))]));
				expect(amounts(slip, 'paymentLines')).toBe(total('totalPay'));
			}
			const all = (...names: readonly string[]): number => sum(found.flatMap((slip) => names.map((name) => Number(slip[name]))));
			expect([totalPay, totalCost]).toEqual([all('totalPay'), all('totalEarnings', ...onTop)]);
		}
	});

	it('hold the leave and the hours of their period', () => {
		const desk = openPayroll('nz');
		const [salaried, hourly] = slips(desk, run(desk, 'Posted').payRunID);
		expect(salaried).toMatchObject({
			earningsLines: [{ displayName: 'Ordinary Time', numberOfUnits: 32, ratePerUnit: 30, amount: 960 }],
			leaveEarningsLines: [{ displayName: 'Annual Leave', numberOfUnits: 8, amount: 240 }],
		});
		expect(hourly).toMatchObject({
			earningsLines: [],
			timesheetEarningsLines: [{ numberOfUnits: 37.5, ratePerUnit: 25, isLinkedToTimesheet: true }],
		});
	});

	it('show payslips without lines in a single run, and none in the list', () => {
		const desk = openPayroll('nz');
		const posted = run(desk, 'Posted');
		expect(posted.paySlips).toBeNull();
		const single = desk.call('GET', `/PayRuns/${String(posted.payRunID)}`).at('payRun.paySlips.0') as Json;
		expect(single).toMatchObject({ firstName: 'Aroha', totalPay: 953.4 });
		expect(Object.keys(single).filter((name) => name.endsWith('Lines'))).toEqual([]);
		expect(desk.call('GET', '/PayRuns?status=Done').status).toBe(400);
	});
});

describe('Pay runs of New Zealand', () => {
	const fortnightly = (desk: PayrollDesk): string => desk.named('/PayRunCalendars', 'payRunCalendars', 'Fortnightly');

	it('are made for the next period of a calendar, one draft at a time', () => {
		const desk = openPayroll('nz');
		const payrollCalendarID = fortnightly(desk);
		const made = desk.call('POST', '/PayRuns', { payrollCalendarID });
		expect(made.at('payRun')).toMatchObject({
			...{
				periodStartDate: '2026-03-09T00:00:00',
				periodEndDate: '2026-03-22T00:00:00',
				payRunStatus: 'Draft',
				postedDateTime: null,
			},
			paySlips: [{ firstName: 'Sam', totalEarnings: 1068.75 }],
		});
		expect(wrong(desk.call('POST', '/PayRuns', { payrollCalendarID }))).toEqual([
			'_default: There is a draft pay run for this calendar already.',
		]);
	});

	it('are refused for another period, and as posted ones', () => {
		const desk = openPayroll('nz');
		const body = { payrollCalendarID: fortnightly(desk) };
		expect(wrong(desk.call('POST', '/PayRuns', { ...body, periodStartDate: '2026-03-10' }))).toEqual([
			"periodStartDate: Provided period doesn't correspond with a pay period",
		]);
		expect(wrong(desk.call('POST', '/PayRuns', { ...body, payRunStatus: 'Posted' }))).toEqual([
			'payRunStatus: A pay run can only be created as a draft.',
		]);
		expect(desk.call('POST', '/PayRuns', {}).status).toBe(400);
	});

	it('are refused while somebody on the calendar is not set up', () => {
		const desk = openPayroll('nz');
		const payrollCalendarID = desk.named('/PayRunCalendars', 'payRunCalendars', 'Monthly');
		expect(wrong(desk.call('POST', '/PayRuns', { payrollCalendarID }))).toEqual([
			'_default: An employee of this calendar is not set up: a bank account missing.',
		]);
		expect(desk.call('GET', '/PayRuns').at('pagination.itemCount')).toBe(2);
	});

	it('that are not scheduled have dates of their own and no payslips', () => {
		const desk = openPayroll('nz');
		const dates = { periodStartDate: '2026-03-10', periodEndDate: '2026-03-12', paymentDate: '2026-03-13' };
		const made = desk.call('POST', '/PayRuns', { payrollCalendarID: fortnightly(desk), payRunType: 'Unscheduled', ...dates });
		expect(made.at('payRun')).toMatchObject({
			payRunType: 'Unscheduled',
			periodEndDate: '2026-03-12T00:00:00',
			totalPay: 0,
			paySlips: [],
		});
	});

	it('are posted by a person only: timesheets are completed and the calendar moves on', () => {
		const desk = openPayroll('nz');
		const payrollCalendarID = fortnightly(desk);
		const id = desk.call('POST', '/PayRuns', { payrollCalendarID }).id('payRun.payRunID');
		expect(desk.api.postPayRun?.(desk.tenantId, id)).toBe(true);
		expect(desk.api.postPayRun?.(desk.tenantId, id)).toBe(false);
		expect(desk.call('GET', `/PayRuns/${id}`).at('payRun')).toMatchObject({
			payRunStatus: 'Posted',
			postedDateTime: '2026-03-09T22:00:00',
		});
		expect(desk.call('GET', `/PayRunCalendars/${payrollCalendarID}`).at('payRunCalendar')).toMatchObject({
			...{ periodStartDate: '2026-03-23T00:00:00', periodEndDate: '2026-04-05T00:00:00', paymentDate: '2026-04-07T00:00:00' },
		});
		expect(desk.call('GET', '/Timesheets?status=Completed').at('pagination.itemCount')).toBe(2);
		expect(desk.call('POST', '/PayRuns', { payrollCalendarID }).at('payRun.periodStartDate')).toBe('2026-03-23T00:00:00');
	});
});

describe('Payslips of New Zealand', () => {
	it('are edited line by line in a draft: what is not sent is gone, tax follows', () => {
		const desk = openPayroll('nz');
		const [slip] = slips(desk, run(desk, 'Draft').payRunID);
		const at = `/PaySlips/${String(slip?.paySlipID)}`;
		const deductionTypeID = desk.named('/Deductions', 'deductions', 'Social Club');
		const reimbursementTypeID = desk.named('/Reimbursements', 'reimbursements', 'Travel');
		const superannuationTypeID = desk.named('/Superannuations', 'benefits', 'KiwiSaver');
		const [line] = slip?.earningsLines as Json[];
		const answer = desk.call('PUT', at, {
			earningsLines: [{ ...line, numberOfUnits: 10, amount: 9999 }],
			deductionLines: [{ deductionTypeID, amount: 5 }],
			reimbursementLines: [{ reimbursementTypeID, description: 'Bus', amount: 12.5 }],
			superannuationLines: [{ superannuationTypeID, percentage: 3, amount: 9 }],
		});
		expect(answer.at('paySlip')).toMatchObject({
			...{ totalEarnings: 300, totalEmployeeTaxes: 52.65, totalDeductions: 5, totalReimbursements: 12.5, totalSuperannuation: 9 },
			...{ totalStatutoryDeductions: 0, totalPay: 254.85, leaveEarningsLines: [], leaveAccrualLines: [] },
			paymentLines: [{ amount: 254.85 }],
		});
		expect(desk.call('GET', at).at('paySlip')).toEqual({
			...(answer.at('paySlip') as Json),
			lastEdited: '2026-03-09T22:00:00',
		});
	});

	it('keep tax that was adjusted by hand', () => {
		const desk = openPayroll('nz');
		const [slip] = slips(desk, run(desk, 'Draft').payRunID);
		const employeeTaxLines = [{ description: 'PAYE', amount: 100, manualAdjustment: true }];
		const answer = desk.call('PUT', `/PaySlips/${String(slip?.paySlipID)}`, { ...slip, employeeTaxLines });
		expect(answer.at('paySlip')).toMatchObject({
			totalEarnings: 1200,
			totalEmployeeTaxes: 100,
			totalStatutoryDeductions: 36,
			totalPay: 1064,
		});
	});

	it('are refused with an item that is not there, and once their pay run is posted', () => {
		const desk = openPayroll('nz');
		const [draft] = slips(desk, run(desk, 'Draft').payRunID);
		const [posted] = slips(desk, run(desk, 'Posted').payRunID);
		const nothing = { deductionTypeID: '11111111-1111-4111-8111-111111111111', amount: 1 };
		expect(
			wrong(desk.call('PUT', `/PaySlips/${String(draft?.paySlipID)}`, { deductionLines: [nothing, { amount: 2 }] })),
		).toEqual([
			'deductionLines[0].deductionTypeID: The pay item could not be found.',
			'deductionLines[1].deductionTypeID: The line names no pay item.',
		]);
		expect(wrong(desk.call('PUT', `/PaySlips/${String(posted?.paySlipID)}`, posted))).toEqual([
			'_default: A payslip of a posted pay run cannot be changed.',
		]);
	});

	it('are listed for a pay run that is named and there', () => {
		const { call } = openPayroll('nz');
		expect(call('GET', '/PaySlips').status).toBe(400);
		expect(call('GET', '/PaySlips?PayRunID=11111111-1111-4111-8111-111111111111').status).toBe(404);
	});
});

describe('Pay items', () => {
	it('have different names, accounts of the right class, and the figure of their type', () => {
		const desk = openPayroll('nz', 'empty');
		const [sales, wages, suspense] = ['200', '477', '850'].map((code) => desk.account(code));
		const rate = { name: 'Nights', earningsType: 'RegularEarnings', typeOfUnits: 'Hours', expenseAccountID: wages };
		const post = (more: Json): string[] => wrong(desk.call('POST', '/EarningsRates', { ...rate, ...more }));
		expect(post({ name: ' overtime ', rateType: 'RatePerUnit', fixedAmount: 3, expenseAccountID: sales })).toEqual([
			'name: The name of the earnings rate must be unique.',
			'expenseAccountID: The account must be an expense account.',
			'fixedAmount: The fixedAmount does not go with the rate type RatePerUnit.',
		]);
		expect(post({ rateType: 'MultipleOfOrdinaryEarningsRate' })).toEqual([
			'multipleOfOrdinaryEarningsRate: The multiple of the ordinary earnings rate must be greater than 0.',
		]);
		expect(post({ rateType: 'RatePerUnit', ratePerUnit: 31.5 })).toEqual([]);
		const fund = { name: 'Savings', category: 'Other', liabilityAccountId: wages, expenseAccountId: suspense };
		expect(wrong(desk.call('POST', '/Superannuations', fund))).toEqual([
			'liabilityAccountId: The account must be a liability account.',
			'expenseAccountId: The account must be an expense account.',
		]);
		const deduction = {
			deductionName: 'Club',
			deductionCategory: 'NzOther',
			liabilityAccountId: '11111111-1111-4111-8111-111111111111',
		};
		expect(wrong(desk.call('POST', '/Deductions', deduction))).toEqual(['liabilityAccountId: The account could not be found.']);
	});

	it('are there in an empty organisation, in which nobody is employed', () => {
		const { call } = openPayroll('uk', 'empty');
		expect(call('GET', '/EarningsRates').at('pagination.itemCount')).toBe(4);
		expect(call('GET', '/LeaveTypes?ActiveOnly=true').at('pagination.itemCount')).toBe(4);
		for (const list of ['Employees', 'PayRunCalendars', 'Timesheets', 'PayRuns'])
			expect(call('GET', `/${list}`).at('pagination.itemCount')).toBe(0);
	});

	it('can be looked up by accounts that the settings or the books have', () => {
		const desk = openPayroll('uk');
		const known = [...(desk.call('GET', '/Settings').at('settings.accounts') as Json[]).map(({ accountID }) => accountID)];
		for (const [path, list, key] of [
			['/EarningsRates', 'earningsRates', 'expenseAccountID'],
			['/Benefits', 'benefits', 'liabilityAccountId'],
			['/Deductions', 'deductions', 'liabilityAccountId'],
			['/EarningsOrders', 'statutoryDeductions', 'liabilityAccountId'],
		] as const)
			for (const one of desk.call('GET', path).at(list) as Json[]) expect(known).toContain(one[key]);
	});
});
