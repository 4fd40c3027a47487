import type { Json } from '../accounting/desk';
import { openPayroll, type PayrollDesk, wrong } from './desk';

const run = (desk: PayrollDesk, status: string): Json =>
	desk.records('PayRuns').find(({ PayRunStatus }) => PayRunStatus === status) as Json;
const runId = (desk: PayrollDesk, status: string): string => String(run(desk, status).PayRunID);

/** The payslip of somebody in the draft of the demo data. */
const slipOf = (desk: PayrollDesk, lastName: string): string =>
	String((run(desk, 'DRAFT').Payslips as Json[]).find(({ LastName }) => LastName === lastName)?.PayslipID);

describe('Pay runs of the local payroll of Australia', () => {
	it('are one posted and one draft, listed with totals and read with payslips', () => {
		const desk = openPayroll();
		const listed = desk.call('GET', '/PayRuns').at('PayRuns') as Json[];
		expect(
			listed.map(({ PayRunStatus, Wages, Tax, Deductions, Super, NetPay, Payslips }) => [
				PayRunStatus,
				Wages,
				Tax,
				Deductions,
				Super,
				NetPay,
				Payslips,
			]),
		).toEqual([
			// 38 h of 40.00, of which 7.6 h were leave, and 37.5 h of 32.50.
			['POSTED', 2738.75, 547.75, 10.5, 328.65, 2180.5, undefined],
			['DRAFT', 1520, 304, 10.5, 182.4, 1205.5, undefined],
		]);
		const read = desk.call('GET', `/PayRuns/${runId(desk, 'POSTED')}`).at('PayRuns.0.Payslips');
		expect(read).toMatchObject([
			{ LastName: 'Testcase', Wages: 1520, Tax: 304, Deductions: 10.5, Super: 182.4, Reimbursements: 0, NetPay: 1205.5 },
			{ LastName: 'Example', Wages: 1218.75, Tax: 243.75, Deductions: 0, Super: 146.25, NetPay: 975 },
		]);
		const found = desk.call('GET', '/PayRuns?where=PayRunStatus%3D%3D%22POSTED%22%20AND%20PaymentDate%3E%3DDateTime(2026,3,1)');
		expect(found.at('PayRuns')).toHaveLength(1);
	});

	it('are one draft for a calendar, of its next period; other days make one without payslips', () => {
		const desk = openPayroll();
		const post = (calendar: string, more: Json = {}) =>
			desk.call('POST', '/PayRuns', [{ PayrollCalendarID: desk.named('PayrollCalendars', calendar), ...more }]);
		expect(wrong(post('Weekly'), 'PayRuns')).toEqual(['There is a draft pay run for this payroll calendar already']);
		const made = post('Fortnightly');
		expect(made.at('PayRuns.0')).toMatchObject({ PayRunStatus: 'DRAFT', PayRunPeriodStartDate: '/Date(1773014400000+0000)/' });
		expect(made.at('PayRuns.0.NetPay')).toBeUndefined();
		const payslips = desk.call('GET', `/PayRuns/${made.id('PayRuns.0.PayRunID')}`).at('PayRuns.0.Payslips');
		// 37.5 approved hours of 28.50 take the place of the usual 76.
		expect(payslips).toMatchObject([{ LastName: 'Twosome', Wages: 1068.75 }]);
		const odd = post('Monthly', { PayRunPeriodStartDate: '2026-03-05', PayRunPeriodEndDate: '2026-03-06' });
		expect(desk.call('GET', `/PayRuns/${odd.id('PayRuns.0.PayRunID')}`).at('PayRuns.0')).toMatchObject({
			Wages: 0,
			Payslips: [],
		});
		expect(wrong(post('Twice Monthly', { PayRunStatus: 'POSTED', PayRunPeriodStartDate: '2026-03-05' }), 'PayRuns')).toEqual([
			'A pay run can only be created as a draft',
			'The start date and the end date of the period are given together',
		]);
	});

	it('are posted for good: the calendar moves on, timesheets and leave are processed', () => {
		const desk = openPayroll();
		const id = runId(desk, 'DRAFT');
		const sheet = desk.records('Timesheets').find(({ Status }) => Status === 'DRAFT');
		desk.call('POST', `/Timesheets/${String(sheet?.TimesheetID)}`, [{ Status: 'APPROVED' }]);
		const posted = desk.call('POST', `/PayRuns/${id}`, [{ PayRunStatus: 'POSTED' }]);
		expect(posted.at('PayRuns.0')).toMatchObject({ PayRunID: id, PayRunStatus: 'POSTED' });
		expect(posted.at('PayRuns.0.Wages')).toBeUndefined();
		const weekly = desk.records('PayrollCalendars').find(({ Name }) => Name === 'Weekly');
		expect(weekly).toMatchObject({ StartDate: '2026-03-16', PaymentDate: '2026-03-24' });
		expect(desk.records('Timesheets').filter(({ Status }) => Status === 'PROCESSED')).toHaveLength(2);
		const processed = `/Timesheets/${String(sheet?.TimesheetID)}`;
		expect(wrong(desk.call('POST', processed, [{ Status: 'DRAFT' }]), 'Timesheets')).toEqual([
			'A processed timesheet cannot be updated',
		]);
		expect(wrong(desk.call('POST', `/PayRuns/${id}`, [{ PayRunStatus: 'DRAFT' }]), 'PayRuns')).toEqual([
			'A posted pay run cannot be changed',
		]);
	});

	it('take another payday and a message as drafts, and no other period', () => {
		const desk = openPayroll();
		const post = (body: Json) => desk.call('POST', `/PayRuns/${runId(desk, 'DRAFT')}`, [body]);
		expect(post({ PaymentDate: '2026-03-18', PayslipMessage: 'Thank you' }).at('PayRuns.0')).toMatchObject({
			...{ PaymentDate: '/Date(1773792000000+0000)/', PayslipMessage: 'Thank you', PayRunStatus: 'DRAFT' },
		});
		expect(wrong(post({ PayRunPeriodEndDate: '2026-03-18' }), 'PayRuns')).toEqual([
			'The PayRunPeriodEndDate of a pay run cannot be changed',
		]);
	});
});

describe('Payslips of the local payroll of Australia', () => {
	it('have lines, and of their totals tax and net pay alone', () => {
		const desk = openPayroll();
		const rate = desk.named('EarningsRates', 'Ordinary Hours');
		const posted = (run(desk, 'POSTED').Payslips as Json[])[0];
		const slip = desk.call('GET', `/Payslip/${String(posted?.PayslipID)}`).at('Payslip') as Json;
		expect(slip).toMatchObject({
			...{ Tax: 304, NetPay: 1205.5 },
			EarningsLines: [{ EarningsRateID: rate, RatePerUnit: 40, NumberOfUnits: 30.4 }],
			// The leave type cannot be told.
			LeaveEarningsLines: [{ EarningsRateID: rate, RatePerUnit: 40, NumberOfUnits: 7.6, PayOutType: 'DEFAULT' }],
			DeductionLines: [{ CalculationType: 'FIXEDAMOUNT', Amount: 10.5 }],
			SuperannuationLines: [{ ContributionType: 'SGC', Amount: 182.4, PaymentDateForThisPeriod: '/Date(1777334400000+0000)/' }],
			TaxLines: [{ TaxTypeName: 'PAYG Tax', Amount: 304, LiabilityAccount: '825' }],
		});
		expect(Object.keys(slip).filter((name) => ['Wages', 'Deductions', 'Super', 'Reimbursements'].includes(name))).toEqual([]);
	});

	it('change in the lists that are sent; tax and super follow, and the net pay is without reimbursements', () => {
		const desk = openPayroll();
		const at = `/Payslip/${slipOf(desk, 'Testcase')}`;
		const rate = desk.named('EarningsRates', 'Ordinary Hours');
		const ReimbursementTypeID = desk.named('ReimbursementTypes', 'Travel Costs');
		const EarningsLines = [{ EarningsRateID: rate, RatePerUnit: 40, NumberOfUnits: 10 }];
		const answer = desk.call('POST', at, [
			{ EarningsLines, ReimbursementLines: [{ ReimbursementTypeID, Amount: 55, Description: 'Bus' }] },
		]);
		const changed = answer.at('Payslips.0') as Json;
		expect(changed).toMatchObject({ EarningsLines, ReimbursementLines: [{ ExpenseAccount: '493' }], Tax: 80, NetPay: 309.5 });
		expect(Object.keys(changed)).not.toContain('DeductionLines');
		expect(run(desk, 'DRAFT')).toMatchObject({
			Wages: 400,
			Tax: 80,
			Deductions: 10.5,
			Super: 48,
			Reimbursement: 55,
			NetPay: 309.5,
		});
		const mine = desk.call('POST', at, [{ TaxLines: [{ Amount: 9, ManualTaxType: 'PAYGMANUAL' }] }]).at('Payslips.0');
		expect(mine).toMatchObject({ Tax: 9, NetPay: 380.5 });
	});

	it('never change once they are posted, and name pay items that there are', () => {
		const desk = openPayroll();
		const posted = (run(desk, 'POSTED').Payslips as Json[])[0];
		const DeductionLines = [{ DeductionTypeID: desk.named('DeductionTypes', 'Lease Payments'), Amount: 4 }];
		expect(wrong(desk.call('POST', `/Payslip/${String(posted?.PayslipID)}`, [{ DeductionLines }]), 'Payslips')).toEqual([
			'A payslip of a posted pay run cannot be changed',
		]);
		const at = `/Payslip/${slipOf(desk, 'Testcase')}`;
		expect(
			wrong(desk.call('POST', at, [{ DeductionLines: [{ DeductionTypeID: desk.employee('Testcase') }] }]), 'Payslips'),
		).toEqual(['Deduction type not found']);
		expect(desk.call('POST', at, { Payslip: { DeductionLines } }).at('ErrorNumber')).toBe(14);
	});
});
