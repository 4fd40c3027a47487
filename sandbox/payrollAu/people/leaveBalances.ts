import type { Body } from '../../accounting/resource/replies';
import { rounded } from '../../accounting/values/decimal';
import type { Office } from '../office';
import type { EmployeeRow, Line } from '../rows';

const unitsOf = (lines: readonly Line[] = [], id: string): number =>
	lines.filter(({ LeaveTypeID }) => LeaveTypeID === id).reduce((all, { NumberOfUnits = 0 }) => all + NumberOfUnits, 0);

/** What an employee has left of each leave type: the opening balance and what posted payslips accrued, less the leave they paid. */
export function leaveBalances(office: Office, { EmployeeID, PayTemplate, OpeningBalances }: EmployeeRow): Body[] {
	const lines = [...(PayTemplate.LeaveLines ?? []), ...(OpeningBalances.LeaveLines ?? [])];
	const ids = new Set(lines.map(({ LeaveTypeID }) => String(LeaveTypeID)));
	const accrued = office.payslips
		.values()
		.filter((slip) => slip.EmployeeID === EmployeeID && office.payRuns.get(slip.PayRunID)?.PayRunStatus === 'POSTED')
		.flatMap((slip) => slip.lines.LeaveAccrualLines);
	const taken = (id: string): number =>
		office.leave
			.all('employee', EmployeeID)
			.filter(({ LeaveTypeID }) => LeaveTypeID === id)
			.flatMap(({ LeavePeriods }) => LeavePeriods)
			.reduce((all, { LeavePeriodStatus, NumberOfUnits }) => all + (LeavePeriodStatus === 'PROCESSED' ? NumberOfUnits : 0), 0);
	return [...ids].flatMap((LeaveTypeID) => {
		const type = office.leaveTypes.get(LeaveTypeID);
		if (!type) return [];
		const units = unitsOf(OpeningBalances.LeaveLines, LeaveTypeID) + unitsOf(accrued, LeaveTypeID) - taken(LeaveTypeID);
		return [{ LeaveName: type.Name, LeaveTypeID, NumberOfUnits: rounded(units, 4), TypeOfUnits: type.TypeOfUnits }];
	});
}
