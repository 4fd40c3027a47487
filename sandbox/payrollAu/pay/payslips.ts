import type { Body } from '../../accounting/resource/replies';
import { forbidden } from '../../payroll/wire/problems';
import type { Reply } from '../../route';
import type { Call, Office } from '../office';
import { checkLines } from '../people/lines';
import { type EmployeeRow, type Line, type Lines, LISTS, type PayRunRow, type PayslipRow } from '../rows';
import { inPath } from '../wire/lists';
import { type Form, shown } from '../wire/output';
import { answer, changed } from '../wire/replies';
import { earned } from './earned';
import { totalsOf } from './totals';
import { accruals, deductions, superLines, taxLine } from './withholding';

/** The payslip of an employee for the period of a pay run, by the pay template. */
export function payslipFor(office: Office, employee: EmployeeRow, run: PayRunRow, now: string): PayslipRow {
	const { EmployeeID, FirstName, LastName, EmployeeGroupName, PayTemplate } = employee;
	const pay = earned(office, employee, run);
	const DeductionLines = deductions(office, pay, PayTemplate.DeductionLines ?? []);
	const lines: Lines = {
		...{ ...pay, DeductionLines, LeaveAccrualLines: accruals(employee, run) },
		ReimbursementLines: (PayTemplate.ReimbursementLines ?? []).map((line) => expensed(office, line)),
		SuperannuationLines: superLines(office, run, pay, PayTemplate.SuperLines ?? []),
		TaxLines: [taxLine(office, employee, pay, DeductionLines)],
	};
	return office.payslips.put({
		...{ PayslipID: office.newId(), PayRunID: run.PayRunID, EmployeeID, FirstName, LastName, lines, UpdatedDateUTC: now },
		...(EmployeeGroupName === undefined ? {} : { EmployeeGroup: EmployeeGroupName }),
	});
}

/** A reimbursement with the account it is booked to: its own, else that of its type. */
function expensed(office: Office, line: Line): Line {
	return {
		...line,
		ExpenseAccount: line.ExpenseAccount ?? office.reimbursementTypes.get(String(line.ReimbursementTypeID))?.AccountCode,
	};
}

/** A payslip with every total, as a pay run sums it up and as records have it. */
export const payslipBody = (schema: 'Payslip' | 'PayslipSummary', row: PayslipRow, form?: Form): Body =>
	shown(schema, { ...row, ...row.lines, ...totalsOf(row.lines) }, form);

/** A payslip as it is answered: of its totals there are only the tax and the net pay, as in Xero's examples. */
function answered(row: PayslipRow, lists: readonly string[] = LISTS): Body {
	const { Wages: _w, Deductions: _d, Super: _s, Reimbursements: _r, ...rest } = payslipBody('Payslip', row);
	return Object.fromEntries(
		Object.entries(rest).filter(([name]) => !LISTS.some((list) => list === name) || lists.includes(name)),
	);
}

/** Replaces the lists that are sent. Tax and super follow, unless they are sent; lists that are not sent stay. @throws 400 */
function update(call: Call, row: PayslipRow, element: Body): Body {
	const { office, now } = call;
	const [run, employee] = [office.payRuns.get(row.PayRunID), office.employees.get(row.EmployeeID)];
	if (!run || !employee) throw forbidden('The payslip could not be found');
	if (run.PayRunStatus === 'POSTED') throw forbidden('A payslip of a posted pay run cannot be changed');
	const reading = office.reading();
	const sent = reading.record<Partial<Record<(typeof LISTS)[number], Line[]>>>('PayslipLines', element);
	checkLines(office, reading, sent, employee.SuperMemberships);
	const lists = LISTS.filter((name) => sent[name] !== undefined);
	reading.expect(lists.length > 0, 'PayslipLines', 'No payslip lines were sent');
	reading.check();
	const all = { ...row.lines, ...sent };
	const DeductionLines = deductions(office, all, all.DeductionLines);
	const manual = row.lines.TaxLines.filter(({ ManualTaxType }) => ManualTaxType !== undefined);
	const TaxLines = sent.TaxLines?.map((line) => ({ PayslipTaxLineID: office.newId(), TaxTypeName: 'PAYG Tax', ...line })) ?? [
		taxLine(office, employee, all, DeductionLines),
		...manual,
	];
	const lines: Lines = {
		...{ ...all, DeductionLines, TaxLines },
		SuperannuationLines: sent.SuperannuationLines ?? superLines(office, run, all, row.lines.SuperannuationLines),
		ReimbursementLines: all.ReimbursementLines.map((line) => expensed(office, line)),
	};
	return answered(office.payslips.put({ ...row, lines, UpdatedDateUTC: now }), lists);
}

export const payslips: Readonly<Record<string, (call: Call) => Reply>> = {
	getPayslip: (call) => answer(call, 'Payslip', answered(inPath(call, 'PayslipID', call.office.payslips))),
	updatePayslip(call) {
		const row = inPath(call, 'PayslipID', call.office.payslips);
		return changed(call, 'Payslips', (sent) => update(call, row, sent));
	},
};
