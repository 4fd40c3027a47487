import type { IDataObject } from 'n8n-workflow';
import { rows } from '../../shared/inputs/collections';
import { record } from '../../shared/inputs/locators';
import { choice, date, text } from '../../shared/inputs/scalars';
import { bound, modifiedSince, raw } from '../../shared/inputs/where';
import type { OperationContext, OutputItem } from '../../shared/model/context';
import type { ListOption, ListPlace, NameOf, Operation, RecordType } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { pathSegment } from '../../shared/model/path';
import type { XeroRequest, XeroResponse } from '../../shared/model/request';
import { objectsIn, toError } from '../../shared/model/values';
import { stateOf } from '../../shared/model/errorState';
import { create, get, list, setStatus, valueOf } from '../../shared/operations/crud';
import { pathOf, replaceRecord } from '../../shared/operations/replaceRecord';
import { UNCOUNTED_PAGES } from '../builders/conventions';
import { toTheNode } from '../builders/inFull';
import { amount, daysInOrder, employee, inWords, leaveType } from '../builders/inputs';
import { personal } from '../builders/personalData';
import { totalOf } from '../builders/verbs';
import { travelsV1 } from '../builders/verbsV1';
import { activeEmployee, whereIs } from './inputs';

const PATH = '1.0/LeaveApplications';
const ONE = `/${PATH}/{LeaveApplicationID}`;

const STATES = inWords(['SCHEDULED', 'REQUESTED', 'PROCESSED', 'REJECTED'], {
	SCHEDULED: 'Scheduled',
	REQUESTED: 'Requested',
	PROCESSED: 'Processed',
	REJECTED: 'Rejected',
});

const fields = {
	EmployeeID: activeEmployee,
	LeaveTypeID: leaveType,
	// Of sick leave they say what is nobody else's business.
	Title: personal(text('Title', { min: 1, max: 50, placeholder: 'e.g. Easter' })),
	StartDate: date('Start Date'),
	EndDate: date('End Date'),
	Description: personal(text('Description')),
	LeavePeriods: rows(
		'Leave Periods',
		'Leave Period',
		{
			PayPeriodStartDate: date('Pay Period Start'),
			PayPeriodEndDate: date('Pay Period End'),
			NumberOfUnits: amount('Number of Units'),
		},
		{
			description: 'Units by pay period. Without them Xero works the units out.',
			folded: { LeavePeriodStatus: choice('Status', STATES) },
		},
	),
	PayOutType: choice(
		'Pay Out Type',
		inWords(['DEFAULT', 'CASHED_OUT'], { DEFAULT: 'Leave Is Taken', CASHED_OUT: 'Leave Is Cashed Out' }),
	),
};

/** The status that all periods of an application share; undefined where it has none. */
function statusOf({ LeavePeriods }: IDataObject): string | undefined {
	const statuses = [...new Set(objectsIn(LeavePeriods).map(({ LeavePeriodStatus }) => String(LeavePeriodStatus)))];
	return statuses.length > 1 ? 'MIXED' : statuses[0];
}

/** With the status that its periods share, and their units together. */
function withSums(application: IDataObject): IDataObject {
	const Status = statusOf(application);
	if (Status === undefined) return application;
	return { ...application, Status, NumberOfUnits: totalOf(objectsIn(application.LeavePeriods), 'NumberOfUnits') };
}

/** `Ana Reyes · Annual Leave · 2026-04-06 to 2026-04-10 · Requested` */
function line(application: IDataObject, nameOf?: NameOf): ListOption {
	const { EmployeeID, LeaveTypeID, StartDate, EndDate, LeaveApplicationID } = application;
	const status = statusOf(application);
	const words = status === 'MIXED' ? 'Mixed' : STATES.find(([code]) => code === status)?.[1];
	return {
		name: [
			nameOf?.('employee', EmployeeID),
			nameOf?.('leaveType', LeaveTypeID),
			`${String(StartDate)} to ${String(EndDate)}`,
			words,
		]
			.filter((part) => typeof part === 'string' && part !== '')
			.join(' · '),
		value: String(LeaveApplicationID),
	};
}

const inState =
	(...states: readonly string[]) =>
	(application: IDataObject, { nameOf }: ListPlace = {}): readonly ListOption[] =>
		states.includes(statusOf(application) ?? '') ? [line(application, nameOf)] : [];

const WHICH = toTheNode(
	choice('Which', [
		['all', 'All', 'Requested and rejected ones as well'],
		['scheduled', 'Scheduled and Processed'],
	]),
);

/** The list of all applications has left the leave type out of those that are requested. */
async function withLeaveType(call: OperationContext, application: IDataObject): Promise<IDataObject> {
	if (application.LeaveTypeID !== undefined || application.LeaveApplicationID === undefined) return application;
	const path = `/${PATH}/${pathSegment(application.LeaveApplicationID)}`;
	const [own] = call.recordsIn(await call.request({ path, envelope: 'LeaveApplications' }));
	return own ?? application;
}

/** All applications, or those that are scheduled or processed: they have a list each. */
async function applications(call: OperationContext): Promise<readonly OutputItem[]> {
	const { query, headers, limit } = call;
	const envelope = 'LeaveApplications';
	if (call.options.which === 'scheduled') {
		const found = await call.listAll({ path: `/${PATH}`, query, headers, envelope }, UNCOUNTED_PAGES, envelope, limit);
		return found.map((json) => ({ json }));
	}
	// Xero fails on the header here, whatever its description says.
	const since = headers['If-Modified-Since'];
	const every = await call.listAll({ path: call.path, query, envelope }, UNCOUNTED_PAGES, envelope, since ? Infinity : limit);
	const found = since ? every.filter(({ UpdatedDateUTC }) => String(UpdatedDateUTC ?? '') >= since) : every;
	const rows: OutputItem[] = [];
	for (const one of found.slice(0, limit)) rows.push({ json: await withLeaveType(call, one) });
	return rows;
}

interface Answering {
	readonly step: 'approve' | 'reject';
	/** States in which Xero takes it. */
	readonly from: readonly string[];
	readonly picks: string;
	/** What the ID that the application had is called in the output. */
	readonly as: string;
	readonly description: string;
	readonly notice: string;
}

/** A call of which it was open whether it was done. A refusal now may be of leave that it answered, and that has another ID since. */
async function again(call: OperationContext, request: XeroRequest): Promise<XeroResponse> {
	try {
		return await call.request(request);
	} catch (cause) {
		if (stateOf(cause)?.state !== 'refused') throw toError(cause);
		return call.refuse({
			place: ['Leave Application'],
			says: 'an earlier try was sent and had no answer, and it is open whether it was done',
			todo: 'Look in Xero: leave that was answered has another ID',
			state: 'unconfirmed',
			sentences: stateOf(cause)?.sentences ?? [],
		});
	}
}

/** Answers an application that is in a state for it; Xero may give it another ID then. */
function answer(kind: RecordType, { step, from, picks, as, description, notice }: Answering): Operation {
	const Name = step === 'approve' ? 'Approve' : 'Reject';
	return {
		...setStatus(kind, `${step}LeaveApplication`, Name, {}, description, {
			path: `${ONE}/${step}`,
			required: { LeaveApplicationID: record('Leave Application', picks) },
			notice,
			shape: withSums,
			simplified: [...(kind.simplified ?? []), as],
		}),
		async run(call): Promise<readonly OutputItem[]> {
			const envelope = 'LeaveApplications';
			const asked = valueOf(call, 'LeaveApplicationID');
			const request = { method: 'POST', path: call.path, envelope, step } as const;
			const rows = (records: readonly IDataObject[]): readonly OutputItem[] =>
				call.assertSaved(records).map((json) => ({ json: { ...json, [as]: asked } }));
			// An earlier try of this run may have done it, and the ID is another one then: Xero says again what it said to the same call.
			if (call.wasSent(request)) return rows(call.recordsIn(await again(call, request)));
			const [before = {}] = call.recordsIn(await call.request({ path: pathOf(call, ONE), envelope }));
			const status = statusOf(before);
			if (status !== undefined && !from.includes(status))
				call.refuse({
					place: ['Leave Application'],
					says: `is ${status === 'MIXED' ? 'in part answered' : status.toLowerCase()} already`,
					todo: `Xero can ${step} leave that is ${from.map((state) => state.toLowerCase()).join(' or ')}`,
				});
			return rows(call.recordsIn(await call.request(request)));
		},
	};
}

/** Units of the days there were before say nothing of others: Xero works them out anew. What is cleared goes out as nothing. */
function withoutOldPeriods(_whole: IDataObject, given: IDataObject, before: IDataObject): IDataObject {
	const { LeavePeriods, ...rest } = before;
	const isMoved = ['StartDate', 'EndDate'].some((name) => given[name] !== undefined && given[name] !== before[name]);
	return { ...rest, ...(isMoved || LeavePeriods === undefined ? {} : { LeavePeriods }), ...given };
}

const inOrder = daysInOrder('StartDate', 'EndDate', 'End Date');

export const leaveApplication = resource({
	key: 'leaveApplication',
	name: 'Leave Application',
	plural: 'Leave Applications',
	description: 'Days off of an employee, asked for or scheduled',
	path: PATH,
	id: 'LeaveApplicationID',
	scope: 'payroll.employees',
	...travelsV1('LeaveApplications'),
	simplified: [
		'LeaveApplicationID',
		'EmployeeID',
		'LeaveTypeID',
		'Title',
		'StartDate',
		'EndDate',
		'Status',
		'NumberOfUnits',
		'PayOutType',
		'UpdatedDateUTC',
	],
	fields,
	listOptions: {
		leaveApplication: (one, { nameOf } = {}) => [line(one, nameOf)],
		requestedLeave: inState('REQUESTED'),
		openLeave: inState('REQUESTED', 'SCHEDULED'),
	},
	linesName: ['employee', 'leaveType'],
	operations: (kind) => ({
		create: create(kind, 'createLeaveApplication', ['EmployeeID', 'LeaveTypeID', 'Title', 'StartDate', 'EndDate'], {
			description: 'Without Leave Periods Xero works out the units',
			validate: inOrder,
			shape: withSums,
		}),
		update: replaceRecord(kind, {
			xero: ['updateLeaveApplication', 'getLeaveApplication'],
			action: 'Update a leave application',
			method: 'POST',
			body: 'array',
			path: ONE,
			required: { LeaveApplicationID: record('Leave Application', 'leaveApplication') },
			whole: fields,
			description: 'What is not given keeps its value; other days without Leave Periods have their units worked out by Xero',
			written: withoutOldPeriods,
			check: inOrder,
			shape: withSums,
		}),
		approve: answer(kind, {
			step: 'approve',
			from: ['REQUESTED'],
			picks: 'requestedLeave',
			as: 'requestID',
			description: 'Schedule leave that an employee asked for',
			notice: 'Xero gives an approved application another ID: use LeaveApplicationID of the output from then on',
		}),
		reject: answer(kind, {
			step: 'reject',
			from: ['REQUESTED', 'SCHEDULED'],
			picks: 'openLeave',
			as: 'previousID',
			description: 'Turn down leave that is asked for, or take scheduled leave back',
			notice: 'Scheduled leave that is rejected leaves the pay run it was in',
		}),
		get: get(kind, 'getLeaveApplication', { shape: withSums }),
		getAll: {
			...list(
				kind,
				['getLeaveApplicationsV2', 'getLeaveApplications', 'getLeaveApplication'],
				{
					which: WHICH,
					EmployeeID: whereIs('EmployeeID', employee),
					from: bound('From', 'EndDate', '>='),
					to: bound('To', 'StartDate', '<='),
					...modifiedSince,
					...raw,
				},
				UNCOUNTED_PAGES,
				{ path: `/${PATH}/v2`, shape: withSums },
			),
			run: applications,
		},
	}),
});
