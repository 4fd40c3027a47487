import { query } from '../../accounting/resource/request';
import { isGuid } from '../../accounting/resource/input';
import type { Body } from '../../accounting/resource/replies';
import type { Reply } from '../../route';
import { type Call, inPath, type Office } from '../office';
import type { Lines, PayLine, PaySlipRow } from '../rows';
import { paged, wrapped } from '../wire/envelope';
import type { Reading } from '../wire/input';
import { fresh } from '../wire/output';
import { badQuery, forbidden, notFound } from '../wire/problems';
import { gross, listsOf, paySlipBody, withLines } from './paySlip';
import { withholding } from './withholding';

/** The payslips of a pay run, with their lines. @throws 400 without a pay run, 404 for one that is not there */
function list({ office, request }: Call): Reply {
	const payRunID = query(request, 'PayRunID')?.trim() ?? '';
	if (!isGuid(payRunID)) throw badQuery('The PayRunID is required');
	if (!office.payRuns.get(payRunID)) throw notFound('pay run');
	const rows = office.paySlips.values().filter((row) => row.payRunID.toLowerCase() === payRunID.toLowerCase());
	return paged(request, 'paySlips', rows, (row) => paySlipBody(office, row));
}

/** What a line of each list names, and where it is found. */
const KINDS: Readonly<Record<string, readonly [id: string, find: (office: Office, id: string) => unknown]>> = {
	earningsLines: ['earningsRateID', (office, id) => office.earningsRates.get(id)],
	leaveEarningsLines: ['earningsRateID', (office, id) => office.earningsRates.get(id)],
	timesheetEarningsLines: ['earningsRateID', (office, id) => office.earningsRates.get(id)],
	deductionLines: ['deductionTypeID', (office, id) => office.deductions.get(id)],
	reimbursementLines: ['reimbursementTypeID', (office, id) => office.reimbursements.get(id)],
	leaveAccrualLines: ['leaveTypeID', (office, id) => office.leaveTypes.get(id)],
	superannuationLines: ['superannuationTypeID', (office, id) => office.benefits.get(id)],
	statutoryDeductionLines: ['statutoryDeductionTypeID', (office, id) => office.statutoryDeductions.get(id)],
};

function checkLines(office: Office, reading: Reading, sent: Readonly<Record<string, readonly PayLine[] | undefined>>): void {
	for (const [list, [id, find]] of Object.entries(KINDS))
		for (const [at, line] of (sent[list] ?? []).entries()) {
			const name = `${list}[${at}].${id}`;
			if (line[id] === undefined) reading.fail(name, 'The line names no pay item.');
			else reading.expect(find(office, String(line[id])) !== undefined, name, 'The pay item could not be found.');
		}
}

/** A line with its amount; a rate and units win over the amount that was sent beside them. */
function reckoned(line: PayLine): PayLine {
	const { ratePerUnit, numberOfUnits, fixedAmount, amount } = line;
	if (ratePerUnit !== undefined && numberOfUnits !== undefined)
		return { ...line, amount: Number((ratePerUnit * numberOfUnits).toFixed(2)) };
	return { ...line, amount: amount ?? fixedAmount };
}

/** Replaces all lines of a payslip of a draft; a list that is not sent is emptied. Taxes follow, but for those adjusted by hand. @throws 400 */
function update(call: Call): Reply {
	const { office, request, now } = call;
	const slip = inPath(call, 'PaySlipID', office.paySlips, 'payslip');
	const [run, employee] = [office.payRuns.get(slip.payRunID), office.employees.get(slip.employeeID)];
	if (!run || !employee) throw notFound('payslip');
	if (run.payRunStatus === 'Posted') throw forbidden('A payslip of a posted pay run cannot be changed.');
	const reading = office.reading();
	const sent = reading.record<
		Readonly<Record<string, PayLine[] | undefined>> & Pick<PaySlipRow, 'taxSettings' | 'grossEarningsHistory'>
	>('PaySlip', request.body);
	checkLines(office, reading, sent);
	reading.check();
	const lists = listsOf(office.region).filter((name) => name in KINDS);
	const lines: Lines = Object.fromEntries(
		lists.map((name) => [
			name,
			(sent[name] ?? []).map((line) => named(office, name === 'leaveAccrualLines' ? line : reckoned(line))),
		]),
	);
	const own = withholding(office, employee, run, gross(lines));
	const taxes = (name: string): readonly PayLine[] => {
		const adjusted = (sent[name] ?? []).filter(({ manualAdjustment }) => manualAdjustment === true);
		return adjusted.length > 0
			? adjusted.map((line) => ({ ...line, taxLineID: line.taxLineID ?? office.newId() }))
			: (own[name] ?? []);
	};
	const edited: PaySlipRow = {
		...{ ...slip, lastEdited: now },
		...(sent.taxSettings ? { taxSettings: sent.taxSettings as Body } : {}),
		...(sent.grossEarningsHistory ? { grossEarningsHistory: sent.grossEarningsHistory as Body } : {}),
	};
	const all = { ...lines, employeeTaxLines: taxes('employeeTaxLines'), employerTaxLines: taxes('employerTaxLines') };
	const row = office.paySlips.put(withLines(office, employee, edited, all));
	return wrapped(request, { paySlip: fresh(paySlipBody(office, row), 'lastEdited') });
}

/** A line of earnings with the name of its rate, and the id that Xero gives it: the rate's. */
function named(office: Office, line: PayLine): PayLine {
	const rate = office.earningsRates.get(String(line.earningsRateID));
	return rate
		? { ...line, earningsLineID: line.earningsLineID ?? rate.earningsRateID, displayName: line.displayName ?? rate.name }
		: line;
}

/** Payslips. They can be changed in New Zealand only. */
export const paySlips: Readonly<Record<string, (call: Call) => Reply>> = {
	getPaySlips: list,
	getPaySlip(call) {
		const hole = call.office.region.key === 'nz' ? 'PaySlipID' : 'PayslipID';
		return wrapped(call.request, { paySlip: paySlipBody(call.office, inPath(call, hole, call.office.paySlips, 'payslip')) });
	},
	updatePaySlipLineItems: update,
};
