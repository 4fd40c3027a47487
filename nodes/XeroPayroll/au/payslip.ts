import type { IDataObject } from 'n8n-workflow';
import { record } from '../../shared/inputs/locators';
import type { Picked } from '../../shared/inputs/locators';
import type { OperationContext, OutputItem } from '../../shared/model/context';
import type { Fields } from '../../shared/model/field';
import { NO_RECORD } from '../../shared/model/findings';
import { resource } from '../../shared/model/operation';
import { pathSegment } from '../../shared/model/path';
import { isSame, decimalOf } from '../../shared/model/decimal';
import { objectsIn } from '../../shared/model/values';
import { assertSameRecord } from '../../shared/operations/assertSameRecord';
import { get, list, update, valueOf } from '../../shared/operations/crud';
import { UNCOUNTED_PAGES, WHOLE } from '../builders/conventions';
import { employee, payRun, siftedBy } from '../builders/inputs';
import type { Figures, WrittenKind } from '../builders/paySlipChanges';
import { ambiguity, changedList, linesField, otherLinesField, strangeColumn } from '../builders/paySlipChanges';
import { lineRows } from '../builders/paySlipLines';
import { listedPayRun, oneRowPer } from '../builders/paySlips';
import { asPaySlip, LINE_KINDS } from './payslipLines';
import { readItemNames, readPayslip, readPayslips } from './readPayslips';

const PAY_RUNS = { envelope: 'PayRuns', scope: 'payroll.payruns.read' };

const AT_A_RATE = { numberOfUnits: 'NumberOfUnits', ratePerUnit: 'RatePerUnit' };

/** How the line is worked out follows from the figure that is given. */
const calculated: WrittenKind['finish'] = (line, row, before) => ({
	...line,
	...(row.amount !== undefined ? { CalculationType: 'FIXEDAMOUNT' } : {}),
	...(before === undefined && row.amount === undefined && row.percentage !== undefined ? { CalculationType: 'POSTTAX' } : {}),
});

/** Lists that Xero takes back. */
const WRITTEN: readonly WrittenKind[] = [
	{ kind: 'earnings', list: 'EarningsLines', id: 'EarningsRateID', columns: { ...AT_A_RATE, amount: 'FixedAmount' } },
	{ kind: 'leaveEarnings', list: 'LeaveEarningsLines', id: 'EarningsRateID', columns: AT_A_RATE },
	{
		kind: 'timesheetEarnings',
		list: 'TimesheetEarningsLines',
		id: 'EarningsRateID',
		columns: { ...AT_A_RATE, amount: 'FixedAmount' },
	},
	{
		kind: 'deduction',
		list: 'DeductionLines',
		id: 'DeductionTypeID',
		columns: { amount: 'Amount', percentage: 'Percentage', numberOfUnits: 'NumberOfUnits' },
		finish: calculated,
	},
	{
		kind: 'reimbursement',
		list: 'ReimbursementLines',
		id: 'ReimbursementTypeID',
		columns: { amount: 'Amount', description: 'Description' },
	},
	{
		kind: 'leaveAccrual',
		list: 'LeaveAccrualLines',
		id: 'LeaveTypeID',
		columns: { numberOfUnits: 'NumberOfUnits' },
		// Xero would work it out again.
		finish: (line) => ({ ...line, AutoCalculate: false }),
	},
	{
		kind: 'superannuation',
		list: 'SuperannuationLines',
		id: 'SuperMembershipID',
		columns: { amount: 'Amount', percentage: 'Percentage' },
		finish: (line, row) => ({
			...line,
			CalculationType: row.amount === undefined ? 'PERCENTAGEOFEARNINGS' : 'FIXEDAMOUNT',
		}),
	},
	{
		kind: 'employeeTax',
		list: 'TaxLines',
		id: 'PayslipTaxLineID',
		columns: { amount: 'Amount', description: 'Description' },
		finish: (line, _row, before) => ({ ...line, ...(before === undefined ? { ManualTaxType: 'PAYGMANUAL' } : {}) }),
	},
];

const FIGURES: Figures = {
	amounts: ['Amount', 'FixedAmount'],
	factors: { numberOfUnits: 'NumberOfUnits', ratePerUnit: 'RatePerUnit', percentage: 'Percentage' },
};

const fields = {
	lines: linesField(WRITTEN),
	otherLines: otherLinesField('Lines of the kinds given that are not among them are removed'),
};

/** The pay run that is picked beside a payslip; undefined where none is. */
const pickedRun = (call: OperationContext): string | undefined => (call.input.PayRunID as Picked | undefined)?.value;

async function readRun(call: OperationContext, id: string): Promise<IDataObject> {
	const path = `/1.0/PayRuns/${pathSegment(id)}`;
	const answer = await call.once(path, async () => await call.request({ path, ...PAY_RUNS }));
	return call.recordsIn(answer, 'PayRuns')[0] ?? call.refuse({ ...NO_RECORD, state: 'refused' });
}

/** Payslips as they are, or a row for each of their lines. */
const isByLine = (call: OperationContext): boolean => call.input.oneRowPer === 'line';

async function getOne(call: OperationContext): Promise<readonly OutputItem[]> {
	const payslip = await readPayslip(call, valueOf(call, 'PayslipID'));
	if (!isByLine(call)) return [{ json: payslip }];
	return lineRows(LINE_KINDS, asPaySlip(payslip, { names: await readItemNames(call), payRunID: pickedRun(call) }));
}

/** Payslips asked for line by line at a time, so that a limit is not paid for with calls for all. */
const SOME = 10;

async function getAll(call: OperationContext): Promise<readonly OutputItem[]> {
	const payRunID = valueOf(call, 'PayRunID');
	const { employeeID } = call.options as { employeeID?: Picked };
	const isMeant = ({ EmployeeID }: IDataObject): boolean =>
		employeeID === undefined || String(EmployeeID).toLowerCase() === employeeID.value.toLowerCase();
	const summaries = objectsIn((await readRun(call, payRunID)).Payslips).filter(isMeant);
	if (!isByLine(call)) return summaries.map((json) => ({ json })).slice(0, call.limit);
	if (summaries.length === 0) return [];
	const names = await readItemNames(call);
	const rows: OutputItem[] = [];
	for (let at = 0; at < summaries.length && rows.length < call.limit; at += SOME) {
		const payslips = await readPayslips(call, summaries.slice(at, at + SOME), { names, payRunID });
		rows.push(...payslips.flatMap((payslip) => lineRows(LINE_KINDS, payslip)));
	}
	return rows.slice(0, call.limit);
}

const has = ({ Payslips }: IDataObject, id: string): boolean =>
	objectsIn(Payslips).some(({ PayslipID }) => String(PayslipID).toLowerCase() === id.toLowerCase());

/** A payslip does not say in which pay run it is: it is looked for in the one that is picked, else in the drafts. */
async function refusePosted(call: OperationContext, id: string): Promise<void> {
	const picked = pickedRun(call);
	const drafts = async (): Promise<readonly IDataObject[]> => {
		const request = { path: '/1.0/PayRuns', query: { where: 'PayRunStatus=="DRAFT"' }, scope: PAY_RUNS.scope };
		return await call.listOnce(request, UNCOUNTED_PAGES, 'PayRuns', 'PayRunID');
	};
	const runs = picked === undefined ? (await drafts()).map(({ PayRunID }) => String(PayRunID)) : [picked];
	for (const one of runs) {
		const run = await readRun(call, one);
		if (has(run, id) && run.PayRunStatus === 'DRAFT') return;
		if (has(run, id)) break;
	}
	call.refuse({
		place: ['Payslip'],
		value: id,
		says:
			picked === undefined
				? 'it is in no draft pay run, and a posted payslip cannot be changed'
				: 'it is in no draft there, and a posted payslip cannot be changed',
		todo: 'Put what is missing into the next pay run',
	});
}

const isLike = (sent: unknown, came: unknown): boolean => {
	const [one, other] = [decimalOf(sent), decimalOf(came)];
	return one && other ? isSame(one, other) : String(sent).toLowerCase() === String(came).toLowerCase();
};

/** Whether a payslip has the lines that were sent, by what is in both of them. */
const hasLines = (payslip: IDataObject, lists: IDataObject): boolean =>
	Object.entries(lists).every(([name, sent]) => {
		const there = objectsIn(payslip[name]);
		return (
			there.length >= objectsIn(sent).length &&
			objectsIn(sent).every((line) =>
				there.some((one) => Object.entries(line).every(([key, value]) => one[key] === undefined || isLike(value, one[key]))),
			)
		);
	});

async function updateLines(call: OperationContext): Promise<readonly OutputItem[]> {
	const id = valueOf(call, 'PayslipID');
	const given = objectsIn(call.body.lines);
	if (given.length === 0) call.refuse({ place: ['Lines'], says: 'are missing', todo: 'Add a line' });
	const payslip = await readPayslip(call, id);
	await refusePosted(call, id);
	const keeps = call.input.otherLines !== 'replace';
	const todo = 'Set Other Lines to Replace, and give all lines of the kind';
	const request = { method: 'POST', path: call.path, step: 'lines' } as const;
	// What an earlier try of this run sent goes again as it was: two new lines of an item may be there by now.
	const asksWhich = keeps && !call.wasSent(request);
	const unclear = strangeColumn(WRITTEN, given) ?? (asksWhich ? ambiguity(WRITTEN, payslip, given, todo) : undefined);
	if (unclear) call.refuse(unclear);
	const touched = WRITTEN.filter(({ kind }) => given.some((row) => row.kind === kind));
	const lists = Object.fromEntries(touched.map((kind) => [kind.list, changedList(kind, FIGURES, payslip, given, keeps)]));
	const newSuper = objectsIn(lists.SuperannuationLines).find(({ ContributionType }) => ContributionType === undefined);
	if (newSuper)
		call.refuse({
			place: ['Lines', 'Item ID'],
			value: String(newSuper.SuperMembershipID),
			says: 'has no super line on the payslip: one can be changed here, not added',
			todo: 'Add it in Xero',
		});
	const answer = await call.request({ ...request, body: [lists] });
	const [record, ...others] = call.recordsIn(answer, 'Payslips');
	if (record) return [{ json: assertSameRecord(call, [record, ...others], 'PayslipID', id) }];
	// Xero's description says that it answers with nothing at times: then the payslip itself has to tell.
	const now = await readPayslip(call, id);
	if (hasLines(now, lists)) return [{ json: now }];
	return call.refuse({
		place: ['Payslip'],
		value: id,
		says: 'Xero took the change, and the payslip does not have all of it',
		todo: 'Look at it in Xero before sending it again',
		state: 'unconfirmed',
	});
}

const picker: Fields = { PayslipID: record('Payslip', 'payslip') };

export const payslip = resource({
	key: 'payslip',
	name: 'Payslip',
	plural: 'Payslips',
	description: 'What an employee is paid in a pay run. Paying, filing with the ATO and PDF payslips are done in Xero.',
	path: '1.0/Payslip',
	id: 'PayslipID',
	scope: 'payroll.payslip',
	writes: { create: 'POST', update: 'POST', body: 'array' },
	envelopes: { one: 'Payslip', many: 'PayRuns[0].Payslips' },
	simplified: ['PayslipID', 'EmployeeID', 'FirstName', 'LastName', 'UpdatedDateUTC'],
	fields: {},
	listOptions: {
		payslip: ({ FirstName, LastName, PayslipID }) => [
			{ name: `${String(FirstName)} ${String(LastName)}`, value: String(PayslipID) },
		],
	},
	operations: (kind) => ({
		get: {
			...get(kind, ['getPayslip', 'getPayItems'], {
				required: picker,
				panelOptional: { ...listedPayRun, ...oneRowPer },
			}),
			run: getOne,
		},
		getAll: {
			...list(kind, ['getPayRun', 'getPayslip', 'getPayItems'], { employeeID: siftedBy('EmployeeID', employee) }, WHOLE, {
				description: 'Of a pay run; a row for each line takes a call for each payslip',
				path: '/1.0/PayRuns/{PayRunID}',
				scope: PAY_RUNS.scope,
				required: { PayRunID: payRun },
				panelOptional: oneRowPer,
			}),
			run: getAll,
		},
		update: {
			...update(kind, ['updatePayslip', 'getPayslip', 'getPayRun', 'getPayRuns'], {
				description: 'Change lines of a payslip whose pay run is a draft',
				envelope: 'Payslips',
				required: picker,
				panelOptional: { ...listedPayRun, ...fields },
				optional: {},
				acceptsJson: false,
				notice: 'The pay run must be a draft. Without a choice of it all drafts are looked through.',
			}),
			run: updateLines,
		},
	}),
});
