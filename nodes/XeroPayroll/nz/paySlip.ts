import type { IDataObject } from 'n8n-workflow';
import { group } from '../../shared/inputs/collections';
import { choice, text } from '../../shared/inputs/scalars';
import type { OperationContext, OutputItem } from '../../shared/model/context';
import type { Operation } from '../../shared/model/operation';
import { pathSegment } from '../../shared/model/path';
import { objectsIn } from '../../shared/model/values';
import { assertSameRecord } from '../../shared/operations/assertSameRecord';
import { valueOf } from '../../shared/operations/crud';
import { amount } from '../builders/inputs';
import type { Figures, WrittenKind } from '../builders/paySlipChanges';
import { ambiguity, changedList, linesField, otherLinesField, strangeColumn } from '../builders/paySlipChanges';
import type { LineKind } from '../builders/paySlipLines';
import { listedPayRun, paySlips } from '../builders/paySlips';
import { personal } from '../builders/personalData';
import { TAX_CODES } from './taxCodes';

/** The lists of a payslip, in the order of their rows. */
export const LINE_KINDS: readonly LineKind[] = [
	{ kind: 'earnings', list: 'earningsLines', lineID: 'earningsLineID', itemID: 'earningsRateID', pays: 1 },
	{ kind: 'leaveEarnings', list: 'leaveEarningsLines', lineID: 'earningsLineID', itemID: 'earningsRateID', pays: 1 },
	{ kind: 'timesheetEarnings', list: 'timesheetEarningsLines', lineID: 'earningsLineID', itemID: 'earningsRateID', pays: 1 },
	{ kind: 'deduction', list: 'deductionLines', itemID: 'deductionTypeID', pays: -1 },
	{ kind: 'reimbursement', list: 'reimbursementLines', itemID: 'reimbursementTypeID', pays: 1 },
	{ kind: 'leaveAccrual', list: 'leaveAccrualLines', itemID: 'leaveTypeID' },
	{ kind: 'superannuation', list: 'superannuationLines', itemID: 'superannuationTypeID' },
	{ kind: 'employeeTax', list: 'employeeTaxLines', lineID: 'taxLineID', pays: -1 },
	{ kind: 'employerTax', list: 'employerTaxLines', lineID: 'taxLineID' },
	{ kind: 'statutoryDeduction', list: 'statutoryDeductionLines', itemID: 'statutoryDeductionTypeID', pays: -1 },
	{ kind: 'payment', list: 'paymentLines', lineID: 'paymentLineID' },
];

const AT_A_RATE = { numberOfUnits: 'numberOfUnits', ratePerUnit: 'ratePerUnit', amount: 'fixedAmount' };

/** An amount that Xero would work out stays as it is given. */
const byHand: WrittenKind['finish'] = (line, row) => (row.amount === undefined ? line : { ...line, manualAdjustment: true });

/** Lists that Xero takes back; what is paid out follows from them. */
const WRITTEN: readonly WrittenKind[] = [
	{ kind: 'earnings', list: 'earningsLines', id: 'earningsRateID', columns: AT_A_RATE },
	{ kind: 'leaveEarnings', list: 'leaveEarningsLines', id: 'earningsRateID', columns: AT_A_RATE },
	{ kind: 'timesheetEarnings', list: 'timesheetEarningsLines', id: 'earningsRateID', columns: AT_A_RATE },
	{
		kind: 'deduction',
		list: 'deductionLines',
		id: 'deductionTypeID',
		columns: { amount: 'amount', percentage: 'percentage' },
	},
	{
		kind: 'reimbursement',
		list: 'reimbursementLines',
		id: 'reimbursementTypeID',
		columns: { numberOfUnits: 'numberOfUnits', ratePerUnit: 'ratePerUnit', amount: 'amount', description: 'description' },
	},
	{ kind: 'leaveAccrual', list: 'leaveAccrualLines', id: 'leaveTypeID', columns: { numberOfUnits: 'numberOfUnits' } },
	{
		kind: 'superannuation',
		list: 'superannuationLines',
		id: 'superannuationTypeID',
		columns: { amount: 'amount', percentage: 'percentage' },
		isByXero: true,
		finish: byHand,
	},
	{
		kind: 'employeeTax',
		list: 'employeeTaxLines',
		id: 'taxLineID',
		columns: { amount: 'amount', description: 'description' },
		isByXero: true,
		finish: byHand,
	},
	{
		kind: 'employerTax',
		list: 'employerTaxLines',
		id: 'taxLineID',
		columns: { amount: 'amount', description: 'description' },
		isByXero: true,
		finish: byHand,
	},
	{
		kind: 'statutoryDeduction',
		list: 'statutoryDeductionLines',
		id: 'statutoryDeductionTypeID',
		columns: { amount: 'amount' },
		isByXero: true,
		finish: byHand,
	},
];

const FIGURES: Figures = {
	amounts: ['amount', 'fixedAmount'],
	factors: { numberOfUnits: 'numberOfUnits', ratePerUnit: 'ratePerUnit', percentage: 'percentage' },
};

const fields = {
	lines: linesField(WRITTEN),
	otherLines: otherLinesField('Lines that are not given are removed'),
	grossEarningsHistory: group('Gross Earnings History', {
		daysPaid: amount('Days Paid', { whole: true }),
		unpaidWeeks: amount('Unpaid Weeks', { whole: true }),
	}),
	taxSettings: personal(
		group('Tax Settings', {
			lumpSumAmount: personal(text('Lump Sum Amount')),
			lumpSumTaxCode: personal(text('Lump Sum Tax Code')),
			periodType: choice('Period Type', [
				['weeks', 'Weeks'],
				['months', 'Months'],
			]),
			periodUnits: amount('Period Units'),
			specialTaxRate: personal(text('Special Tax Rate')),
			taxCode: personal(choice('Tax Code', TAX_CODES)),
		}),
	),
};

const withoutNulls = (record: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== undefined));

/** All lists of a payslip with the given rows in them: Xero clears a list that is not sent. */
const changedLists = (payslip: IDataObject, given: readonly IDataObject[], keeps: boolean): IDataObject =>
	Object.fromEntries(WRITTEN.map((kind) => [kind.list, changedList(kind, FIGURES, payslip, given, keeps)]));

/** A payslip does not say whether it is posted: its pay run does. */
async function refusePosted(call: OperationContext, { payRunID }: IDataObject): Promise<void> {
	if (typeof payRunID !== 'string') return;
	const path = `/PayRuns/${pathSegment(payRunID)}`;
	const request = { path, envelope: 'payRun', scope: 'payroll.payruns.read' };
	const answer = await call.once(path, async () => await call.request(request));
	const [{ payRunStatus } = {}] = call.recordsIn(answer, 'payRun') as [IDataObject?];
	if (String(payRunStatus).toLowerCase() === 'posted')
		call.refuse({
			place: ['Payslip'],
			value: valueOf(call, 'PaySlipID'),
			says: 'its pay run is posted, and a posted payslip cannot be changed',
			todo: 'Put what is missing into the next pay run',
		});
}

async function update(call: OperationContext): Promise<readonly OutputItem[]> {
	const [payslip = {}] = call.recordsIn(await call.request({ path: call.path, envelope: 'paySlip' }));
	await refusePosted(call, payslip);
	const { lines, ...rest } = call.body;
	const given = objectsIn(lines);
	const keeps = call.input.otherLines !== 'replace';
	const todo = 'Set Other Lines to Replace, and give all lines of the payslip';
	const request = { method: 'PUT', path: call.path, step: 'lines' } as const;
	// What an earlier try of this run sent goes again as it was: two new lines of an item may be there by now.
	const asksWhich = keeps && !call.wasSent(request);
	const unclear = strangeColumn(WRITTEN, given) ?? (asksWhich ? ambiguity(WRITTEN, payslip, given, todo) : undefined);
	if (unclear) call.refuse(unclear);
	const groups = Object.fromEntries(
		['taxSettings', 'grossEarningsHistory'].flatMap((name) => {
			const group = { ...withoutNulls((payslip[name] ?? {}) as IDataObject), ...(rest[name] as IDataObject | undefined) };
			return Object.keys(group).length ? [[name, group]] : [];
		}),
	);
	const body = { ...changedLists(payslip, given, keeps), ...groups };
	const answer = await call.request({ ...request, body, envelope: 'paySlip' });
	return [{ json: assertSameRecord(call, call.recordsIn(answer), 'paySlipID', valueOf(call, 'PaySlipID')) }];
}

export const paySlip = paySlips({
	path: 'PaySlips',
	hole: 'PaySlipID',
	kinds: LINE_KINDS,
	more: (kind, own): Readonly<Record<string, Operation>> => {
		const { linesField: _lines, ...row } = own.update(['updatePaySlipLineItems', 'getPaySlip', 'getPayRun'], {}, {});
		return {
			update: {
				...row,
				description: 'Change lines of a payslip whose pay run is a draft',
				panelOptional: { ...listedPayRun, lines: fields.lines, otherLines: fields.otherLines },
				optional: { grossEarningsHistory: fields.grossEarningsHistory, taxSettings: fields.taxSettings },
				acceptsJson: false,
				isUpdate: true,
				confirmedBy: kind.id,
				notice: 'A payslip that was changed here may keep its lines when timesheets change later. The pay run must be a draft.',
				run: update,
			},
		};
	},
});
