import { rounded, sum } from '../../accounting/values/decimal';
import type { Line, Lines } from '../rows';

/** What a payslip adds up to, by Xero's names. */
export interface Totals {
	Wages: number;
	Deductions: number;
	Tax: number;
	Super: number;
	Reimbursements: number;
	NetPay: number;
}

/** The amount of a line: the fixed one, else its own, else its units at its rate; to the cent, halves away from zero. */
export function amountOf({ FixedAmount, Amount, RatePerUnit = 0, NumberOfUnits = 0 }: Line): number {
	return rounded(FixedAmount ?? Amount ?? RatePerUnit * NumberOfUnits, 2);
}

export const total = (lines: readonly Line[]): number => sum(lines.map(amountOf));

/** Super that the employee pays out of the wages. */
const ownSuper = ({ SuperannuationLines }: Lines): number =>
	total(SuperannuationLines.filter(({ ContributionType: type }) => type === 'SALARYSACRIFICE' || type === 'EMPLOYEE'));

/** The totals of a payslip. Net pay is without reimbursements, as in every example of Xero's. */
export function totalsOf(lines: Lines): Totals {
	const Wages = sum([lines.EarningsLines, lines.LeaveEarningsLines, lines.TimesheetEarningsLines].map(total));
	const [Deductions, Tax] = [total(lines.DeductionLines), total(lines.TaxLines)];
	return {
		...{ Wages, Deductions, Tax, Super: total(lines.SuperannuationLines), Reimbursements: total(lines.ReimbursementLines) },
		NetPay: sum([Wages, -Deductions, -Tax, -ownSuper(lines)]),
	};
}
