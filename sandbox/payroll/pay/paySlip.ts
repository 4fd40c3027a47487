import type { Body } from '../../accounting/resource/replies';
import { rounded, sum } from '../../accounting/values/decimal';
import type { Office } from '../office';
import type { Region } from '../regions';
import type { EmployeeRow, Lines, PayLine, PayRunRow, PaySlipRow } from '../rows';
import { earned } from './earnings';
import { withholding } from './withholding';

/** The list of lines that each total adds up, and whether it lessens what is paid out. */
const TOTALS: Readonly<Record<Region['key'], ReadonlyArray<readonly [total: string, lines: string, takes: boolean]>>> = {
	nz: [
		['totalEmployerTaxes', 'employerTaxLines', false],
		['totalEmployeeTaxes', 'employeeTaxLines', true],
		['totalDeductions', 'deductionLines', true],
		['totalStatutoryDeductions', 'statutoryDeductionLines', true],
		['totalSuperannuation', 'superannuationLines', false],
	],
	uk: [
		['totalEmployerTaxes', 'employerTaxLines', false],
		['totalEmployeeTaxes', 'employeeTaxLines', true],
		['totalDeductions', 'deductionLines', true],
		['totalCourtOrders', 'courtOrderLines', true],
		['totalBenefits', 'benefitLines', false],
	],
};

/** Name of the schema of payslips. */
export const schemaOf = ({ key }: Region): string => (key === 'nz' ? 'PaySlip' : 'Payslip');

/** Names of all lists of lines that payslips of a country have. */
export function listsOf(region: Region): string[] {
	return Object.keys(region.description.schema(schemaOf(region)).properties ?? {}).filter((name) => name.endsWith('Lines'));
}

/** The amount of a line: its own, else the fixed one, else its units at its rate. */
export function amountOf({ amount, fixedAmount, ratePerUnit = 0, numberOfUnits = 0 }: PayLine): number {
	return rounded(amount ?? fixedAmount ?? ratePerUnit * numberOfUnits, 2);
}

const total = (lines: Lines, ...names: readonly string[]): number =>
	sum(names.flatMap((name) => (lines[name] ?? []).map(amountOf)));

/** What is earned, before anything is taken off. */
export function gross(lines: Lines): number {
	return total(lines, 'earningsLines', 'leaveEarningsLines', 'timesheetEarningsLines');
}

/** All totals of a payslip, which follow from its lines. */
function totalsOf(region: Region, lines: Lines): Record<string, number> {
	const [totalEarnings, totalReimbursements] = [gross(lines), total(lines, 'reimbursementLines')];
	const found = TOTALS[region.key].map(([name, list, takes]) => ({ name, takes, amount: total(lines, list) }));
	const taken = found.filter(({ takes }) => takes).map(({ amount }) => -amount);
	return {
		...{ totalEarnings, grossEarnings: totalEarnings, totalReimbursements },
		totalPay: sum([totalEarnings, totalReimbursements, ...taken]),
		...Object.fromEntries(found.map(({ name, amount }) => [name, amount])),
	};
}

/** Where the pay goes: fixed amounts first, the rest to the account of the balance. */
function payments(office: Office, { payment }: EmployeeRow, totalPay: number): PayLine[] {
	if (payment?.paymentMethod !== 'Electronically') return [];
	const { bankAccounts = [] } = payment;
	const balance = bankAccounts.find(({ calculationType }) => calculationType !== 'FixedAmount') ?? bankAccounts[0];
	const fixed = bankAccounts.filter((account) => account !== balance);
	const rest = sum([totalPay, ...fixed.map(({ dollarAmount = 0 }) => -dollarAmount)]);
	return [...fixed, ...(balance ? [balance] : [])].map((account) => ({
		paymentLineID: office.newId(),
		amount: account === balance ? rest : account.dollarAmount,
		...{ accountNumber: account.accountNumber, sortCode: account.sortCode, accountName: account.accountName },
	}));
}

/** A payslip with these lines; totals and payments follow from them. */
export function withLines(office: Office, employee: EmployeeRow, slip: PaySlipRow, lines: Lines): PaySlipRow {
	const totals = totalsOf(office.region, lines);
	return { ...slip, totals, lines: { ...lines, paymentLines: payments(office, employee, totals.totalPay ?? 0) } };
}

/** The payslip of an employee for the period of a pay run. */
export function paySlipFor(office: Office, employee: EmployeeRow, run: PayRunRow, now: string): PaySlipRow {
	const { employeeID, profile, payment } = employee;
	const lines: Lines = { ...earned(office, employeeID, run) };
	const accruals = office.leaveTypesOf.all('employee', employeeID).map(({ leaveTypeID }) => ({ leaveTypeID, numberOfUnits: 0 }));
	const slip: PaySlipRow = {
		...{ paySlipID: office.newId(), employeeID, payRunID: run.payRunID, lastEdited: now },
		...{ firstName: profile.firstName, lastName: profile.lastName, lines, totals: {} },
		...(payment?.paymentMethod === undefined ? {} : { paymentMethod: payment.paymentMethod }),
	};
	const others = withholding(office, employee, run, gross(lines));
	return withLines(office, employee, slip, { ...lines, leaveAccrualLines: accruals, ...others });
}

/** A payslip as answers show it; without lines inside a pay run. */
export function paySlipBody(office: Office, { lines, totals, ...row }: PaySlipRow, whole = true): Body {
	const names = listsOf(office.region);
	const shown = office.shown(schemaOf(office.region), {
		...row,
		...totals,
		...Object.fromEntries(names.map((name) => [name, lines[name] ?? []])),
	});
	if (whole) return shown;
	const hidden = [...names, 'taxSettings', 'grossEarningsHistory'];
	return Object.fromEntries(Object.entries(shown).filter(([name]) => !hidden.includes(name)));
}
