import type { IDataObject } from 'n8n-workflow';
import { payrollNz } from '../../../nodes/XeroPayroll/nz/payrollNz';
import { payrollUk } from '../../../nodes/XeroPayroll/uk/payrollUk';
import { id, listed, picked, runPayroll, wrapped } from './fakePayroll';

/** 1000 − 175.50 − 30 = 794.50. */
const MERE = {
	paySlipID: id('d5'),
	employeeID: id('e2'),
	payRunID: id('d4'),
	firstName: 'Mere',
	lastName: 'Tane',
	totalPay: 794.5,
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
const of = { payRunID: id('d4'), payslipID: id('d5'), employeeID: id('e2') };

const lines = async (paySlips: readonly IDataObject[], more: IDataObject = {}) =>
	await runPayroll(
		payrollNz,
		'paySlip.getAll',
		[{ PayRunID: picked(id('d4')), oneRowPer: 'line', returnAll: true, ...more }],
		() => listed('paySlips', paySlips),
	);

describe('Payslips as rows, one for each line,', () => {
	it('have what each line says, and no account of a bank', async () => {
		const { rows, calls, hints } = await lines([MERE]);

		expect(calls).toEqual(['GET /PaySlips?PayRunID=d4&page=1']);
		expect(rows).toEqual([
			{
				...of,
				kind: 'earnings',
				lineID: id('f3'),
				itemID: id('f3'),
				name: 'Ordinary Time',
				numberOfUnits: 40,
				ratePerUnit: 25,
				amount: 1000,
				linkedToTimesheet: false,
			},
			{ ...of, kind: 'superannuation', itemID: id('a7'), name: 'KiwiSaver', percentage: 3, amount: 30 },
			{ ...of, kind: 'employeeTax', lineID: id('b8'), description: 'PAYE', amount: 175.5 },
			{ ...of, kind: 'employerTax', lineID: id('b9'), description: 'ESCT', amount: 5.25 },
			{ ...of, kind: 'statutoryDeduction', itemID: id('a8'), amount: 30 },
			{ ...of, kind: 'payment', lineID: id('d6'), amount: 794.5 },
		]);
		expect(hints).toEqual(['1 call to Xero']);
	});

	it('tell of one whose lines do not add up, by its ID and the difference, in its own rows alone', async () => {
		const wrong = { ...MERE, paySlipID: id('d8'), totalPay: 795, paymentLines: [] };
		const { rows, hints } = await lines([MERE, wrong]);

		const reason = 'its lines come to less than its total pay. Compare them in Xero';
		const warning = {
			level: 'warning',
			code: 'linesDiffer',
			item: 1,
			field: 'Payslip',
			value: id('d8'),
			reason,
			difference: -0.5,
		};
		expect(rows.map(({ payslipID, _findings }) => [payslipID, _findings])).toEqual([
			...Array.from({ length: 6 }, () => [id('d5'), undefined]),
			...Array.from({ length: 5 }, () => [id('d8'), [warning]]),
		]);
		expect(hints).toEqual([`Look at this: Item 1, Payslip “${id('d8')}”: ${reason}`, '1 call to Xero']);
	});

	it('add in decimals: 0.10 and 0.20 are 0.30', async () => {
		const paid = (amount: number): IDataObject => ({ earningsRateID: id('f3'), displayName: 'Tips', amount });
		const { rows } = await lines([{ ...MERE, totalPay: 0.3, earningsLines: [paid(0.1), paid(0.2)], ...nothingElse }]);

		expect(rows.map(({ amount, _findings }) => [amount, _findings])).toEqual([
			[0.1, undefined],
			[0.2, undefined],
		]);
	});

	it('tell of payslips of the United Kingdom as well, as Xero’s own example is one', async () => {
		const owen = { paySlipID: id('d5'), totalPay: 376.92, earningsLines: [{ earningsRateID: id('f4'), amount: 386.54 }] };
		const { rows } = await runPayroll(
			payrollUk,
			'paySlip.get',
			[{ PayslipID: picked(id('d5')), PayRunID: picked(''), oneRowPer: 'line' }],
			() => wrapped('paySlip', owen),
		);

		expect(rows.map(({ _findings }) => (_findings as IDataObject[])[0])).toMatchObject([
			{ reason: 'its lines come to more than its total pay. Compare them in Xero', difference: 9.62 },
		]);
	});
});

const nothingElse = {
	superannuationLines: [],
	employeeTaxLines: [],
	employerTaxLines: [],
	statutoryDeductionLines: [],
	paymentLines: [],
};

describe('A change of a payslip', () => {
	const change = async (payRunStatus: string, payslips = ['d5']) =>
		await runPayroll(
			payrollNz,
			'paySlip.update',
			payslips.map((one) => ({
				PaySlipID: picked(id(one)),
				PayRunID: picked(''),
				otherLines: 'keep',
				lines: { line: [{ kind: 'deduction', itemID: id('a5'), amount: 5 }] },
			})),
			(call) =>
				call === 'GET /PayRuns/d4'
					? wrapped('payRun', { payRunID: id('d4'), payRunStatus })
					: wrapped('paySlip', { ...MERE, paySlipID: id(call.slice(-2)) }),
		);

	it('is refused by the node when its pay run is posted, and nothing is sent', async () => {
		const { rows, calls, error } = await change('Posted');

		expect([rows, calls]).toEqual([[], ['GET /PaySlips/d5', 'GET /PayRuns/d4']]);
		expect(error.split('\n')[0]).toBe(
			`Item 1, Payslip “${id('d5')}”: its pay run is posted, and a posted payslip cannot be changed. Put what is missing into the next pay run`,
		);
	});

	it('is sent while its pay run is a draft, which is read once for all payslips of it', async () => {
		const { calls, error } = await change('Draft', ['d5', 'd8']);

		expect([error, [...calls].sort()]).toEqual([
			'',
			['GET /PaySlips/d5', 'GET /PaySlips/d8', 'GET /PayRuns/d4', 'PUT /PaySlips/d5', 'PUT /PaySlips/d8'].sort(),
		]);
	});
});
