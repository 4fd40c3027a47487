import type { IDataObject } from 'n8n-workflow';
import { payrollNz } from '../../../nodes/XeroPayroll/nz/payrollNz';
import { payrollUk } from '../../../nodes/XeroPayroll/uk/payrollUk';
import type { Reply } from '../../fakeContext';
import { id, listed, picked, refusal, runPayroll, wrapped } from './fakePayroll';

/** 1000 − 175.50 − 30 = 794.50; the 5.25 of tax on KiwiSaver come out of the employer's 30. */
const MERE = {
	paySlipID: id('d5'),
	employeeID: id('e2'),
	payRunID: id('d4'),
	totalEarnings: 1000,
	grossEarnings: 1000,
	totalPay: 794.5,
	totalEmployerTaxes: 5.25,
	totalEmployeeTaxes: 175.5,
	totalDeductions: 0,
	totalReimbursements: 0,
	totalStatutoryDeductions: 30,
	totalSuperannuation: 30,
	earningsLines: [
		{
			earningsLineID: id('f3'),
			earningsRateID: id('f3'),
			displayName: 'Ordinary Time',
			ratePerUnit: 25,
			numberOfUnits: 40,
			amount: 1000,
			isLinkedToTimesheet: false,
		},
	],
	superannuationLines: [{ superannuationTypeID: id('a7'), displayName: 'KiwiSaver', amount: 30, percentage: 3 }],
	employeeTaxLines: [{ taxLineID: id('b8'), description: 'PAYE', amount: 175.5 }],
	employerTaxLines: [{ taxLineID: id('b9'), description: 'ESCT', amount: 5.25 }],
	statutoryDeductionLines: [{ statutoryDeductionTypeID: id('a8'), amount: 30 }],
	paymentLines: [{ paymentLineID: id('d6'), amount: 794.5, accountNumber: '0100000000000000', accountName: 'M Tane' }],
};

const SETTINGS = [
	{ accountID: id('a1'), type: 'WAGESEXPENSE', code: '477', name: 'Salaries' },
	{ accountID: id('a4'), type: 'PAYELIABILITY', code: '825', name: 'PAYE Payable' },
	{ accountID: id('a0'), type: 'WAGESPAYABLE', code: '814', name: 'Wages Payable' },
];
const CHART = [
	{ AccountID: id('a2'), Code: '478', Name: 'KiwiSaver' },
	{ AccountID: id('a3'), Code: '826', Name: 'KiwiSaver Payable' },
];

/** What is answered when nothing is said: the pay run with the payslip, on the accounts above. */
const NZ: Readonly<Record<string, Reply>> = {
	'GET /PayRuns/d4': wrapped('payRun', { payRunID: id('d4'), payRunStatus: 'Posted' }),
	'GET /PayRuns/d7': wrapped('payRun', { payRunID: id('d7'), payRunStatus: 'Draft' }),
	'GET /PaySlips': listed('paySlips', [MERE]),
	'GET /EarningsRates': listed('earningsRates', [
		{ earningsRateID: id('f3'), name: 'Ordinary Time', expenseAccountID: id('a1') },
	]),
	'GET /Superannuations': listed('benefits', [
		{ id: id('a7'), name: 'KiwiSaver', expenseAccountId: id('a2'), liabilityAccountId: id('a3') },
	]),
	'GET /StatutoryDeductions': listed('statutoryDeductions', [
		{ id: id('a8'), name: 'KiwiSaver', liabilityAccountId: id('a3').toUpperCase() },
	]),
	'GET /Settings': wrapped('settings', { accounts: SETTINGS }),
	'GET /api.xro/2.0/Accounts': { body: { Accounts: CHART } },
};

const journal = async (
	own: Readonly<Record<string, Reply>> = {},
	options: IDataObject = {},
	{ runs = ['d4'], goesOn = false } = {},
) =>
	await runPayroll(
		payrollNz,
		'payRun.getJournalRows',
		runs.map((run) => ({ PayRunID: picked(id(run)), options })),
		(call) => own[call] ?? NZ[call] ?? { statusCode: 404, body: '' },
		goesOn,
	);

const paySlips = (...some: readonly IDataObject[]) => ({ 'GET /PaySlips': listed('paySlips', some) });
const sides = (rows: readonly IDataObject[]) =>
	rows.map(({ accountCode, description, debit, credit }) => [accountCode, description, debit, credit]);
const findings = (rows: readonly IDataObject[]) => rows.map(({ _findings }) => _findings);

const READ = [
	'GET /PayRuns/d4',
	'GET /PaySlips?PayRunID=d4&page=1',
	'GET /EarningsRates?page=1',
	'GET /Superannuations?page=1',
	'GET /StatutoryDeductions?page=1',
	'GET /Settings',
	'GET /api.xro/2.0/Accounts',
];

describe('Journal rows of a pay run', () => {
	it('are one for each account, side and description, and only the lists of which a payslip names something are read', async () => {
		const { rows, calls, hints, error } = await journal();

		expect([error, calls]).toEqual(['', READ]);
		expect(rows).toEqual([
			{ accountID: id('a1'), accountCode: '477', accountName: 'Salaries', description: 'Ordinary Time', debit: 1000, credit: 0 },
			{
				accountID: id('a2'),
				accountCode: '478',
				accountName: 'KiwiSaver',
				description: 'KiwiSaver, employer',
				debit: 30,
				credit: 0,
			},
			{ accountID: id('a0'), accountCode: '814', accountName: 'Wages Payable', description: 'Net pay', debit: 0, credit: 794.5 },
			{ accountID: id('a4'), accountCode: '825', accountName: 'PAYE Payable', description: 'PAYE', debit: 0, credit: 175.5 },
			{ accountID: id('a4'), accountCode: '825', accountName: 'PAYE Payable', description: 'ESCT', debit: 0, credit: 5.25 },
			{
				accountID: id('a3'),
				accountCode: '826',
				accountName: 'KiwiSaver Payable',
				description: 'KiwiSaver, employer',
				debit: 0,
				credit: 24.75,
			},
			{
				accountID: id('a3').toUpperCase(),
				accountCode: '826',
				accountName: 'KiwiSaver Payable',
				description: 'Statutory deductions',
				debit: 0,
				credit: 30,
			},
		]);
		expect(hints).toEqual(['7 calls to Xero']);
	});

	it('leave the chart of accounts unread when payroll’s settings have every account', async () => {
		const { calls } = await journal({ 'GET /Settings': wrapped('settings', { accounts: [...SETTINGS, ...asSettings(CHART)] }) });

		expect(calls).toEqual(READ.slice(0, 6));
	});

	it.each([
		['the scope was not given', { statusCode: 401, headers: { 'www-authenticate': 'error="insufficient_scope"' }, body: '' }],
		['the person may not see the books', refusal(403, 'AuthenticationUnsuccessful')],
	])('have the IDs alone of accounts that cannot be read: %s', async (_why, refused) => {
		const { rows, error, calls } = await journal({ 'GET /api.xro/2.0/Accounts': refused });

		expect([error, calls]).toEqual(['', READ]);
		expect(rows.map(({ accountID, accountCode, accountName }) => [accountID, accountCode, accountName])).toEqual([
			[id('a1'), '477', 'Salaries'],
			[id('a0'), '814', 'Wages Payable'],
			[id('a4'), '825', 'PAYE Payable'],
			[id('a4'), '825', 'PAYE Payable'],
			[id('a2'), null, null],
			[id('a3'), null, null],
			[id('a3').toUpperCase(), null, null],
		]);
	});

	it('are not given when the chart of accounts cannot be read for another reason', async () => {
		const { rows, error } = await journal({ 'GET /api.xro/2.0/Accounts': refusal(400, 'Something else.') });

		expect([rows, error.split('\n')[0]]).toEqual([[], 'Item 1: Xero says: Something else.']);
	});

	it('of several pay runs take each list once', async () => {
		const { rows, calls } = await journal({}, {}, { runs: ['d4', 'd7'] });

		expect(rows).toHaveLength(14);
		expect(calls.filter((call) => !/PayRuns|PaySlips/.test(call)).sort()).toEqual(READ.slice(2).sort());
	});

	it('are those of each employee when asked for, with the employee’s ID', async () => {
		const other = { ...MERE, paySlipID: id('d8'), employeeID: id('e3') };
		const { rows } = await journal(paySlips(MERE, other), { byEmployee: true });

		expect(rows.slice(0, 3).map(({ employeeID, debit }) => [employeeID, debit])).toEqual([
			[id('e2'), 1000],
			[id('e3'), 1000],
			[id('e2'), 30],
		]);
		expect(rows).toHaveLength(14);
	});

	it('add the same of several payslips together', async () => {
		const { rows } = await journal(paySlips(MERE, { ...MERE, paySlipID: id('d8'), employeeID: id('e3') }));

		expect(sides(rows)[0]).toEqual(['477', 'Ordinary Time', 2000, 0]);
		expect(rows).toHaveLength(7);
	});

	it('tell of a payslip whose sides differ, in every row, and put nothing in to make them equal', async () => {
		const { rows, hints } = await journal(paySlips({ ...MERE, totalPay: 790 }));

		expect(sides(rows)).toHaveLength(7);
		expect(findings(rows)).toEqual(
			Array.from({ length: 7 }, () => [
				{
					level: 'warning',
					code: 'notBalanced',
					item: 1,
					field: 'Payslip',
					value: id('d5'),
					reason: 'its debits come to more than its credits. Compare the lines of the payslip with its total pay in Xero',
					difference: 4.5,
				},
			]),
		);
		expect(hints).toEqual([
			`Look at this: Item 1, Payslip “${id('d5')}”: its debits come to more than its credits. Compare the lines of the payslip with its total pay in Xero`,
			'7 calls to Xero',
		]);
	});

	it('by employee tell of it in the rows of that employee alone', async () => {
		const wrong = { ...MERE, paySlipID: id('d8'), employeeID: id('e3'), totalPay: 790 };
		const { rows } = await journal(paySlips(MERE, wrong), { byEmployee: true });

		expect(rows.filter(({ _findings }) => _findings).map(({ employeeID }) => employeeID)).toEqual(
			Array.from({ length: 7 }, () => id('e3')),
		);
	});

	it('have no row for an account that nobody knows, and say which and of whom', async () => {
		const { rows } = await journal({ 'GET /EarningsRates': listed('earningsRates', []) });

		expect(sides(rows).map(([code]) => code)).toEqual(['478', '814', '825', '825', '826', '826']);
		expect(
			(findings(rows)[0] as IDataObject[]).map(({ code, value, reason, difference }) => [code, value, reason, difference]),
		).toEqual([
			[
				'unknownAccount',
				id('d5'),
				"the account of Ordinary Time (debit) is not known, and no row has it. Look at payroll's settings in Xero",
				undefined,
			],
			[
				'notBalanced',
				id('d5'),
				'its debits come to less than its credits. Compare the lines of the payslip with its total pay in Xero',
				-1000,
			],
		]);
	});

	it('are refused when no account is known at all', async () => {
		const nothing = {
			'GET /EarningsRates': listed('earningsRates', []),
			'GET /Superannuations': listed('benefits', []),
			'GET /StatutoryDeductions': listed('statutoryDeductions', []),
			'GET /Settings': wrapped('settings', { accounts: [] }),
		};
		const { rows, error } = await journal(nothing);

		expect([rows, error.split('\n')[0]]).toEqual([
			[],
			`Item 1, Payslip “${id('d5')}”: the accounts of Ordinary Time (debit), KiwiSaver, employer (debit), KiwiSaver, employer (credit), PAYE (credit), ESCT (credit), Statutory deductions (credit), Net pay (credit) are not known, and no row has them. Look at payroll's settings in Xero`,
		]);
	});

	it('are none of a pay run without payslips', async () => {
		const { rows, calls } = await journal(paySlips());

		expect([rows, calls]).toEqual([[], READ.slice(0, 2)]);
	});

	it('name the scope that is missing for the payslips', async () => {
		const lacks = { statusCode: 401, headers: { 'www-authenticate': 'error="insufficient_scope"' }, body: '' };
		const { error } = await journal({ 'GET /PaySlips': lacks });

		expect(error.split('\n')[0]).toContain('payroll.payslip.read');
	});
});

const asSettings = (chart: typeof CHART) =>
	chart.map(({ AccountID, Code, Name }) => ({ accountID: AccountID, type: 'BANK', code: Code, name: Name }));

describe('Journal rows of the United Kingdom', () => {
	/** 500 − 52 − 20.80 − 25 − 10 + 7.50 = 399.70. */
	const OWEN = {
		paySlipID: id('d5'),
		employeeID: id('e6'),
		payRunID: id('d4'),
		totalPay: 399.7,
		earningsLines: [{ earningsLineID: id('f4'), earningsRateID: id('f4'), displayName: 'Regular Hours', amount: 400 }],
		leaveEarningsLines: [{ earningsRateID: id('f4'), ratePerUnit: 12.5, numberOfUnits: 4, amount: 50 }],
		timesheetEarningsLines: [{ earningsRateID: id('f4'), fixedAmount: 50 }],
		deductionLines: [{ deductionTypeID: id('a5'), amount: 25 }],
		reimbursementLines: [{ reimbursementTypeID: id('a6'), description: 'Train to York', amount: 7.5 }],
		leaveAccrualLines: [{ leaveTypeID: id('f8'), numberOfUnits: 3 }],
		benefitLines: [{ benefitTypeID: id('a7'), displayName: 'Pension', amount: 15 }],
		employeeTaxLines: [
			{ taxLineID: id('b7'), description: 'PAYE Tax', amount: 52 },
			{ taxLineID: id('b8'), description: 'Employee NIC', amount: 20.8 },
		],
		employerTaxLines: [{ taxLineID: id('b9'), description: 'Employer NIC', amount: 60.6 }],
		courtOrderLines: [{ courtOrderTypeID: id('a8'), amount: 10 }],
	};
	const settings = (code: string, type: string, name: string) => ({ accountID: id(`${code.slice(1)}`), type, code, name });
	const UK: Readonly<Record<string, Reply>> = {
		'GET /PayRuns/d4': wrapped('payRun', { payRunID: id('d4') }),
		'GET /Payslips': listed('paySlips', [OWEN]),
		'GET /EarningsRates': listed('earningsRates', [
			{ earningsRateID: id('f4'), name: 'Regular Hours', expenseAccountID: id('77') },
		]),
		'GET /Deductions': listed('deductions', [{ deductionId: id('a5'), deductionName: 'Pension', liabilityAccountId: id('58') }]),
		'GET /Reimbursements': listed('reimbursements', [{ reimbursementID: id('a6'), name: 'Travel', accountID: id('93') }]),
		'GET /Benefits': listed('benefits', [
			{ id: id('a7'), name: 'Pension', expenseAccountId: id('77'), liabilityAccountId: id('58') },
		]),
		'GET /EarningsOrders': listed('statutoryDeductions', [
			{ id: id('a8'), name: 'Council Tax Order', liabilityAccountId: id('58') },
		]),
		'GET /Settings': wrapped('settings', {
			accounts: [
				settings('477', 'WAGESEXPENSE', 'Salaries'),
				settings('479', 'EMPLOYERSNIC', 'Employers National Insurance'),
				settings('493', 'BANK', 'Travel'),
				settings('814', 'WAGESPAYABLE', 'Wages Payable'),
				settings('825', 'PAYELIABILITY', 'PAYE Payable'),
				settings('826', 'NICLIABILITY', 'NIC Payable'),
				settings('858', 'PAYEECONTRIBUTION', 'Pensions Payable'),
			],
		}),
	};

	it('have national insurance apart from tax, what the employer pays on both sides, and no name of a court order', async () => {
		const { rows, error } = await runPayroll(
			payrollUk,
			'payRun.getJournalRows',
			[{ PayRunID: picked(id('d4')) }],
			(call) => UK[call] ?? { statusCode: 404, body: '' },
		);

		expect([error, sides(rows)]).toEqual([
			'',
			[
				['477', 'Regular Hours', 500, 0],
				['477', 'Pension, employer', 15, 0],
				['479', 'Employer NIC', 60.6, 0],
				['493', 'Travel', 7.5, 0],
				['814', 'Net pay', 0, 399.7],
				['825', 'PAYE Tax', 0, 52],
				['826', 'Employee NIC', 0, 20.8],
				['826', 'Employer NIC', 0, 60.6],
				['858', 'Pension', 0, 25],
				['858', 'Pension, employer', 0, 15],
				['858', 'Court orders', 0, 10],
			],
		]);
		expect(findings(rows)).toEqual(Array.from({ length: 11 }, () => undefined));
	});
});
