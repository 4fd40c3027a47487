import { rounded, sum } from '../../accounting/values/decimal';
import { PERIODS_A_YEAR } from '../../payroll/pay/weeklyPay';
import type { Office } from '../office';
import type { EarningsRateRow, EmployeeRow, Line, Lines, PayRunRow } from '../rows';
import { amountOf } from './totals';

/*
 * What is taken off and put on top of pay. The rates are made up and flat, so that anybody can check a payslip by hand; they are no tax
 * tables.
 */
const PAYG = 20;
const GUARANTEE = 12;

/** The lists that follow from what is earned. */
type Earned = Pick<Lines, 'EarningsLines' | 'LeaveEarningsLines' | 'TimesheetEarningsLines'>;

const share = (amount: number, percent: number): number => rounded((Math.max(amount, 0) * percent) / 100, 2);

/** What is earned at rates for which `counts` holds. */
function wages(
	office: Office,
	{ EarningsLines, LeaveEarningsLines, TimesheetEarningsLines }: Earned,
	counts: (rate: EarningsRateRow) => boolean,
): number {
	const lines = [...EarningsLines, ...LeaveEarningsLines, ...TimesheetEarningsLines];
	return sum(
		lines
			.filter(({ EarningsRateID }) => {
				const rate = office.earningsRates.get(String(EarningsRateID));
				return rate !== undefined && counts(rate);
			})
			.map(amountOf),
	);
}

/** Deductions with their amounts; a percentage is one of all wages. */
export function deductions(office: Office, earned: Earned, lines: readonly Line[]): Line[] {
	const all = wages(office, earned, () => true);
	return lines.map((line) => ({
		...line,
		Amount: line.Percentage === undefined ? (line.Amount ?? 0) : share(all, line.Percentage),
	}));
}

/** The tax of a payslip, on wages that are not exempt from it less the deductions that reduce it. */
export function taxLine(office: Office, { TaxDeclaration }: EmployeeRow, earned: Earned, taken: readonly Line[]): Line {
	const before = taken.filter(({ DeductionTypeID }) => office.deductionTypes.get(String(DeductionTypeID))?.ReducesTax === true);
	const taxable = sum([
		wages(office, earned, ({ IsExemptFromTax }) => IsExemptFromTax !== true),
		...before.map((line) => -amountOf(line)),
	]);
	const known = TaxDeclaration?.TaxFileNumber !== undefined;
	return {
		...{ PayslipTaxLineID: office.newId(), TaxTypeName: 'PAYG Tax', Amount: share(taxable, PAYG), LiabilityAccount: '825' },
		Description: known ? 'Tax on the wages of the period' : 'No tax file number (Australian resident)',
	};
}

/** Super with its amounts: the guarantee on wages that are not exempt from super, percentages of the same, fixed amounts. */
export function superLines(office: Office, run: PayRunRow, earned: Earned, lines: readonly Line[]): Line[] {
	const ordinary = wages(office, earned, ({ IsExemptFromSuper }) => IsExemptFromSuper !== true);
	return lines.map((line) => {
		const { CalculationType: type, Percentage = 0, Amount = 0 } = line;
		const own =
			type === 'STATUTORY' ? share(ordinary, GUARANTEE) : type === 'PERCENTAGEOFEARNINGS' ? share(ordinary, Percentage) : Amount;
		return { ...line, PaymentDateForThisPeriod: superDate(run.PaymentDate), Amount: own };
	});
}

/** Super is due on the 28th after the quarter of the payday. */
function superDate(payday: string): string {
	const [year = 0, month = 1] = payday.split('-').map(Number);
	const due = Math.ceil(month / 3) * 3 + 1;
	return due > 12 ? `${year + 1}-01-28` : `${year}-${String(due).padStart(2, '0')}-28`;
}

/** The leave that a period adds to the balances. */
export function accruals({ PayTemplate }: EmployeeRow, run: PayRunRow): Line[] {
	return (PayTemplate.LeaveLines ?? [])
		.filter(({ CalculationType }) => CalculationType !== 'NOCALCULATIONREQUIRED')
		.map(({ LeaveTypeID, AnnualNumberOfUnits = 0 }) => ({
			...{ LeaveTypeID, AutoCalculate: true },
			NumberOfUnits: rounded(Number(AnnualNumberOfUnits) / (PERIODS_A_YEAR[run.calendarType] ?? 52), 4),
		}));
}
