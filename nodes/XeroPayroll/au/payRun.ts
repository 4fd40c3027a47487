import type { IDataObject } from 'n8n-workflow';
import { record } from '../../shared/inputs/locators';
import { date, text } from '../../shared/inputs/scalars';
import { bound, is, modifiedSince, raw } from '../../shared/inputs/where';
import type { OperationContext, OutputItem, RowFinding } from '../../shared/model/context';
import { stateOf } from '../../shared/model/errorState';
import { NO_RECORD } from '../../shared/model/findings';
import { decimalOf } from '../../shared/model/decimal';
import type { Fields } from '../../shared/model/field';
import type { RecordType } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import type { XeroRequest } from '../../shared/model/request';
import { objectsIn, toError } from '../../shared/model/values';
import { assertSameRecord } from '../../shared/operations/assertSameRecord';
import { create, get, list, setStatus, update, valueOf } from '../../shared/operations/crud';
import { centsOf } from '../builders/cents';
import { UNCOUNTED_PAGES } from '../builders/conventions';
import { daysInOrder, pay, payRun as payRunPicker } from '../builders/inputs';
import { getJournalRows } from '../builders/payRunJournal';
import { travelsV1 } from '../builders/verbsV1';
import { whereIs } from './inputs';
import { journal } from './journal';
import { payrollCalendarPicker } from './payrollCalendar';

const STATUSES = [
	['DRAFT', 'Draft'],
	['POSTED', 'Posted'],
] as const;

const draftPicker: Fields = { PayRunID: record('Pay Run', 'draftPayRun') };

/** What the output of a posting has besides Xero's answer, which has none of it. */
const TOTALS = ['Wages', 'Deductions', 'Tax', 'Super', 'Reimbursement', 'NetPay'];

const line = (run: IDataObject) => {
	const [, status] = STATUSES.find(([code]) => code === run.PayRunStatus) ?? [];
	const { PayRunPeriodStartDate: start, PayRunPeriodEndDate: end, PaymentDate: paid } = run;
	return {
		name: `${String(start)} to ${String(end)} · paid ${String(paid)} · ${status ?? String(run.PayRunStatus)}`,
		value: String(run.PayRunID),
	};
};

/** The pay run of an item, as it is in Xero. */
async function read(call: OperationContext): Promise<IDataObject> {
	const request = { path: call.path, envelope: 'PayRuns', scope: 'payroll.payruns.read' };
	const [run] = call.recordsIn(await call.request(request), 'PayRuns');
	return run ?? call.refuse({ ...NO_RECORD, state: 'refused' });
}

const refusePosted = (call: OperationContext, says: string): never =>
	call.refuse({
		place: ['Pay Run'],
		value: valueOf(call, 'PayRunID'),
		says,
		description: 'Nothing was sent to Xero for it.',
	});

/** Writes to a draft; a pay run always goes with its calendar. */
async function send(
	call: OperationContext,
	{ PayrollCalendarID }: IDataObject,
	body: IDataObject,
	how: Pick<XeroRequest, 'step'> = {},
): Promise<IDataObject> {
	const PayRunID = valueOf(call, 'PayRunID');
	const answer = await call.request({
		method: 'POST',
		path: call.path,
		body: [{ PayRunID, PayrollCalendarID, ...body }],
		envelope: 'PayRuns',
		...how,
	});
	return assertSameRecord(call, call.recordsIn(answer, 'PayRuns'), 'PayRunID', PayRunID);
}

async function updateDraft(call: OperationContext): Promise<readonly OutputItem[]> {
	const run = await read(call);
	if (run.PayRunStatus !== 'DRAFT') refusePosted(call, 'is posted, and a posted pay run cannot be changed');
	const { PayRunID: _id, PayrollCalendarID: _calendar, ...given } = call.body;
	return [{ json: await send(call, run, given) }];
}

/** By which another try of the run knows the write that posts. */
const POSTING = { step: 'post' } as const;

/** Payslips by which somebody would owe. */
const negative = ({ Payslips }: IDataObject): RowFinding[] =>
	objectsIn(Payslips)
		.filter(({ NetPay }) => centsOf(NetPay) < 0n)
		.map(({ PayslipID }) => ({
			code: 'negativeNetPay',
			place: ['Payslip'],
			value: String(PayslipID),
			says: 'its net pay is less than zero',
			todo: 'Look at it in Xero',
		}));

/** Posts, and looks when no answer says whether it was done. */
async function posted(call: OperationContext, run: IDataObject): Promise<IDataObject> {
	try {
		const answered = await send(call, run, { PayRunStatus: 'POSTED' }, POSTING);
		if (answered.PayRunStatus === 'POSTED') return answered;
	} catch (cause) {
		if (stateOf(cause)?.state !== 'unconfirmed') throw toError(cause);
		const now = await read(call).catch(() => run);
		if (now.PayRunStatus === 'POSTED') return now;
		throw toError(cause);
	}
	const now = await read(call);
	if (now.PayRunStatus === 'POSTED') return now;
	return call.refuse({
		place: ['Pay Run'],
		value: valueOf(call, 'PayRunID'),
		says: 'Xero took the posting, and does not say that it is posted',
		todo: 'Look in Xero before running it again',
		state: 'unconfirmed',
	});
}

async function post(call: OperationContext): Promise<readonly OutputItem[]> {
	const run = await read(call);
	const isPosted = run.PayRunStatus === 'POSTED';
	// An earlier try of this run may have done it, without an answer.
	const isOwn = isPosted && call.wasSent({ method: 'POST', path: call.path, ...POSTING });
	if (isPosted && !isOwn) refusePosted(call, 'is posted already');
	if (!isPosted && run.PayRunStatus !== 'DRAFT') refusePosted(call, 'is not a draft');
	const wanted = call.input.onlyIfNetPay as number | undefined;
	const isKnown = decimalOf(run.NetPay) !== undefined;
	if (!isOwn && wanted !== undefined && (!isKnown || centsOf(wanted) !== centsOf(run.NetPay)))
		refusePosted(call, 'it was not posted: its net pay is not the one given');
	const { Payslips, ...answered } = isOwn ? run : await posted(call, run);
	const totals = Object.fromEntries(TOTALS.flatMap((name) => (run[name] === undefined ? [] : [[name, run[name]]])));
	const findings = negative(run);
	const json = { ...answered, ...totals, payslipCount: objectsIn(run.Payslips ?? Payslips).length };
	return [{ json, ...(findings.length ? { findings } : {}) }];
}

/** The kind of which nothing is left out. */
const wholeOf = ({ simplified: _left, ...kind }: RecordType): RecordType => kind;

export const payRun = resource({
	key: 'payRun',
	name: 'Pay Run',
	plural: 'Pay Runs',
	description:
		'The pay of all employees of a calendar for one period. Paying, filing with the ATO and PDF payslips are done in Xero.',
	path: '1.0/PayRuns',
	id: 'PayRunID',
	scope: 'payroll.payruns',
	...travelsV1('PayRuns'),
	simplified: [
		'PayRunID',
		'PayrollCalendarID',
		'PayRunPeriodStartDate',
		'PayRunPeriodEndDate',
		'PaymentDate',
		'PayRunStatus',
		'UpdatedDateUTC',
	],
	fields: {
		PayrollCalendarID: payrollCalendarPicker,
		PaymentDate: date('Payment Date'),
		PayRunPeriodEndDate: date('Period End'),
		PayRunPeriodStartDate: date('Period Start'),
		PayslipMessage: text('Payslip Message', { rows: 2 }),
	},
	searchOrder: 'PaymentDate DESC',
	listOptions: {
		payRun: (run) => [line(run)],
		draftPayRun: (run) => (run.PayRunStatus === 'DRAFT' ? [line(run)] : []),
	},
	searchQuery: { draftPayRun: { where: 'PayRunStatus=="DRAFT"' } },
	operations: (kind) => ({
		create: create(kind, 'createPayRun', ['PayrollCalendarID'], {
			description: 'A draft of the next period, with payslips from pay templates, approved timesheets and scheduled leave',
			notice:
				'A calendar has one draft. With dates that are not those of its next period the pay run is an unscheduled one, without payslips.',
			validate: daysInOrder('PayRunPeriodStartDate', 'PayRunPeriodEndDate', 'Period End'),
		}),
		get: get(kind, 'getPayRun', { description: 'With a summary of each payslip', required: { PayRunID: payRunPicker } }),
		getAll: list(
			kind,
			'getPayRuns',
			{
				PayRunStatus: is('Status', 'PayRunStatus', STATUSES),
				PayrollCalendarID: whereIs('PayrollCalendarID', payrollCalendarPicker),
				paidFrom: bound('Paid From', 'PaymentDate', '>='),
				paidTo: bound('Paid To', 'PaymentDate', '<='),
				...modifiedSince,
				...raw,
			},
			UNCOUNTED_PAGES,
		),
		getJournalRows: getJournalRows(journal),
		// The totals of what was posted are not left out.
		post: {
			...setStatus(
				wholeOf(kind),
				['updatePayRun', 'getPayRun'],
				'Post',
				{ PayRunStatus: 'POSTED' },
				'Enter a draft into the ledger',
				{
					required: draftPicker,
					panelOptional: {
						onlyIfNetPay: {
							...pay('Only If Net Pay Is', { description: 'Posts nothing when the net pay of the pay run is another one' }),
							write: () => undefined,
						},
					},
					notice: 'A posted pay run cannot be set back to draft through the API. Its wages go into the ledger.',
				},
			),
			run: post,
		},
		update: {
			...update(kind, ['updatePayRun', 'getPayRun'], {
				action: 'Update a draft pay run',
				description: 'What is not given keeps its value. The pay run must be a draft.',
				required: draftPicker,
				leave: ['PayrollCalendarID', 'PayRunPeriodEndDate', 'PayRunPeriodStartDate'],
			}),
			run: updateDraft,
		},
	}),
});
