import type { Reading } from '../../payroll/wire/input';
import type { Office } from '../office';
import type { Line, SuperMembership } from '../rows';

/** Which pay item a line of each list names, and what Xero says when there is none. */
const ITEMS: Readonly<Record<string, readonly [id: string, sentence: string, find: (office: Office, id: string) => unknown]>> = {
	EarningsLines: ['EarningsRateID', 'Earnings rate not found', (office, id) => office.earningsRates.get(id)],
	LeaveEarningsLines: ['EarningsRateID', 'Earnings rate not found', (office, id) => office.earningsRates.get(id)],
	TimesheetEarningsLines: ['EarningsRateID', 'Earnings rate not found', (office, id) => office.earningsRates.get(id)],
	DeductionLines: ['DeductionTypeID', 'Deduction type not found', (office, id) => office.deductionTypes.get(id)],
	ReimbursementLines: ['ReimbursementTypeID', 'Reimbursement type not found', (office, id) => office.reimbursementTypes.get(id)],
	LeaveLines: ['LeaveTypeID', 'Leave type not found', (office, id) => office.leaveTypes.get(id)],
	LeaveAccrualLines: ['LeaveTypeID', 'Leave type not found', (office, id) => office.leaveTypes.get(id)],
	PaidLeaveEarningsLines: ['LeaveTypeID', 'Leave type not found', (office, id) => office.leaveTypes.get(id)],
};

/** Complains of lines that name no pay item, and of lines of super of which the employee has no membership. */
export function checkLines(office: Office, reading: Reading, lists: object, memberships: readonly SuperMembership[]): void {
	for (const [list, lines] of Object.entries(lists)) {
		const [id = '', sentence = '', find] = ITEMS[list] ?? [];
		if (find)
			for (const line of lines as Line[]) reading.expect(find(office, String(line[id])) !== undefined, `${list}.${id}`, sentence);
		if (list !== 'SuperLines' && list !== 'SuperannuationLines') continue;
		for (const { SuperMembershipID } of lines as Line[]) {
			const member = memberships.some((one) => one.SuperMembershipID === SuperMembershipID);
			reading.expect(member, `${list}.SuperMembershipID`, 'The superannuation fund is required');
		}
	}
}
