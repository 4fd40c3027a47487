import { rows } from '../../shared/inputs/collections';
import type { Picked } from '../../shared/inputs/locators';
import { named, record } from '../../shared/inputs/locators';
import type { Choice, Words } from '../../shared/inputs/scalars';
import { choice, date, flag, number } from '../../shared/inputs/scalars';
import type { JoinedContext, OperationContext, OutputItem } from '../../shared/model/context';
import type { Field, Fields } from '../../shared/model/field';
import type { ListOptions, Operation, RecordType, Resource } from '../../shared/model/operation';
import { operation, resource } from '../../shared/model/operation';
import { objectsIn } from '../../shared/model/values';
import { PAGES } from './conventions';
import { importHours } from './hours/importHours';
import type { TimesheetStore } from './hours/timesheetStore';
import { TimesheetsV2 } from './hours/timesheetsV2';
import { amount, earningsRate, employee, filteredBy, payrollCalendar, rowPer, trackingOption, units } from './inputs';
import { eachInFull, toTheNode } from './inFull';
import type { MadeBy } from './makeTimesheet';
import { daysFault, inOrder, makeTimesheet } from './makeTimesheet';
import { travels, verbs } from './verbs';

const lineFields = {
	date: date('Date'),
	earningsRateID: earningsRate,
	numberOfUnits: units(),
	trackingItemID: trackingOption,
};

/** Where hours from rows are written, and how. */
export interface RowsTarget extends Pick<Operation, 'xero' | 'path'> {
	readonly conventions?: Operation['conventions'];
	storeOf(call: JoinedContext): TimesheetStore;
}

/** Hours from rows, where lines are records of their own. */
const V2: RowsTarget = {
	xero: 'createTimesheet',
	path: '/Timesheets',
	storeOf: (call) => new TimesheetsV2(call),
};

/** What differs where the timesheets of version 2.0 are. */
export interface TimesheetPlaces extends Partial<MadeBy> {
	/** Statuses as the country has them. */
	readonly statuses: readonly Choice[];
	/** What comes before `Timesheets` in the path: '2.0/' where the API has several versions. */
	readonly root?: string;
	readonly conventions?: RecordType['conventions'];
	/** Who can be given hours. */
	readonly employee?: Field<Picked>;
	/** The calendar of the organisation, as a filter and as an input. */
	readonly payrollCalendar?: Field<Picked>;
	/** Offers to read the lines of each timesheet of a list. */
	readonly listsLines?: boolean;
	/** Where hours from rows are written. */
	readonly rows?: RowsTarget;
}

type Places = Required<Omit<TimesheetPlaces, 'conventions'>>;

const HERE: Omit<Places, 'statuses'> = {
	root: '',
	employee,
	payrollCalendar,
	employees: {
		path: '/Employees',
		envelope: 'employee',
		calendar: 'payrollCalendarID',
		todo: 'Create an employment for the employee, or choose Payroll Calendar',
	},
	addsLines: false,
	listsLines: false,
	rows: V2,
};

const fieldsOf = ({ employee: someone, payrollCalendar: calendar }: Places) => ({
	employeeID: someone,
	payrollCalendarID: { ...calendar, ui: { ...calendar.ui, description: "The employee's own when it is empty" } },
	startDate: date('Start Date', { description: 'First day of the pay period' }),
	endDate: date('End Date', { description: 'Last day of the pay period' }),
	timesheetLines: rows('Lines', 'Line', lineFields),
});

/** `Ana Reyes · 2026-03-02 to 2026-03-08 · Draft · 38 h` */
const line: ListOptions = (timesheet, { nameOf } = {}) => {
	const { employeeID, startDate, endDate, status, totalHours, timesheetID } = timesheet;
	const hours = typeof totalHours === 'number' ? `${totalHours} h` : undefined;
	const parts = [nameOf?.('employee', employeeID), `${String(startDate)} to ${String(endDate)}`, status, hours];
	return [{ name: parts.filter((part) => typeof part === 'string').join(' · '), value: String(timesheetID) }];
};

/** What a row of hours gives besides. */
const rowFields = {
	employeeID: employee,
	date: lineFields.date,
	numberOfUnits: amount('Units', { description: 'Hours, or what the rate is counted in; 0 takes away what is there' }),
};

/** Says to the node, and not to Xero, how hours are written. */
const choiceOf = (name: string, choices: readonly Choice[], more: Words = {}): Field<string> => ({
	...choice(name, choices, more),
	write: () => undefined,
});

const importOptions: Fields = {
	ifTimesheetExists: choiceOf('If the Timesheet Exists', [
		['replaceDays', 'Replace Days Given', 'Lines of other days stay'],
		['replaceAll', 'Replace All Lines'],
		['add', 'Add', 'To the line of the same day, rate and tracking option'],
		['refuse', 'Refuse'],
	]),
	ifApproved: choiceOf('If It Is Approved', [
		['refuse', 'Refuse'],
		['change', 'Change and Approve Again'],
	]),
	afterwards: choiceOf('Afterwards', [
		['leave', 'Leave as It Is'],
		['approve', 'Approve'],
	]),
	mostUnits: {
		...number('Most Units a Day', { description: 'Of one employee, over all rates', min: 0, blank: '24' }),
		write: () => undefined,
	},
	periodEnd: {
		...date('Period End', { description: 'With Period Start, in place of what the calendar says' }),
		write: () => undefined,
	},
	periodStart: {
		...date('Period Start', { description: 'With Period End, in place of what the calendar says' }),
		write: () => undefined,
	},
};

const SIMPLE = [
	'timesheetID',
	'employeeID',
	'payrollCalendarID',
	'startDate',
	'endDate',
	'status',
	'totalHours',
	'updatedDateUTC',
];

/** A timesheet, or a row for each of its lines with what tells whose it is. */
async function timesheetRows(call: OperationContext): Promise<readonly OutputItem[]> {
	const [timesheet = {}] = call.recordsIn(await call.request({ path: call.path, envelope: 'timesheet' }));
	if (call.options.oneRowPer !== 'line') return [{ json: timesheet }];
	const { timesheetID, employeeID, timesheetLines } = timesheet;
	return objectsIn(timesheetLines).map((own) => ({ json: { timesheetID, employeeID, ...own }, isSimplified: true }));
}

const LINES = toTheNode(flag('Lines', 'Whether to read each timesheet by itself, a call each: the list has no lines'));

/** The list, or each timesheet of it as Get has it. */
async function listTimesheets(call: OperationContext): Promise<readonly OutputItem[]> {
	const envelope = 'timesheets';
	const found = await call.listAll({ path: call.path, query: call.query, envelope }, PAGES, envelope, call.limit);
	return call.options.lines === true
		? await eachInFull(call, found, { path: call.path, id: 'timesheetID', envelope: 'timesheet', label: 'Timesheet' })
		: found.map((json) => ({ json }));
}

/** Hours from rows, several items to a timesheet. */
const importRows = ({ scope }: RecordType, { storeOf, ...target }: RowsTarget, someone: Field<Picked>): Operation =>
	operation<typeof rowFields>({
		...target,
		name: 'Import Rows',
		action: 'Import timesheet rows',
		description: 'Write hours from rows into timesheets, one row for an employee and day',
		method: 'POST',
		required: { ...rowFields, employeeID: someone },
		panelOptional: {
			earningsRateID: {
				...named('Earnings Rate', 'earningsRate', {
					description: "The employee's own when it is empty",
					modes: { name: { placeholder: 'e.g. Overtime' } },
				}),
				// Of a spreadsheet's column only what is not the usual rate is filled in.
				mayBeBlankInCells: true,
			},
			trackingItemID: { ...trackingOption, mayBeBlankInCells: true },
		},
		query: importOptions,
		scope,
		notice: 'Rows of one employee and pay period become one timesheet',
		joinItems: () => '',
		runJoined: importHours(storeOf),
	});

/** Timesheets of version 2.0 and their lines. */
export function timesheets({ conventions, ...own }: TimesheetPlaces): readonly [timesheet: Resource, timesheetLine: Resource] {
	const places: Places = { ...HERE, ...own };
	const { root, statuses } = places;
	const fields = fieldsOf(places);
	const differs = conventions ? { conventions } : {};
	/** Xero's operation, told from one of the same name in another version. */
	const call = (name: string): string => `${root}${name}`;
	const filters: Fields = {
		employeeId: filteredBy('employeeId', employee),
		payrollCalendarId: filteredBy('payrollCalendarId', places.payrollCalendar),
		status: choice('Status', statuses),
		startDate: date('Starts On or After'),
		endDate: date('Ends On or Before'),
		sort: choice('Sort', [['startDate', 'Start Date, Newest First', 'Instead of the oldest first']]),
	};
	const timesheet = resource({
		key: 'timesheet',
		name: 'Timesheet',
		plural: 'Timesheets',
		description: 'Hours of an employee in a pay period',
		path: `${root}Timesheets`,
		id: 'timesheetID',
		scope: 'payroll.timesheets',
		...differs,
		...travels('timesheet', 'timesheets'),
		simplified: SIMPLE,
		fields,
		listOptions: {
			timesheet: line,
			draftTimesheet: line,
			// What an employee has handed in is approved as a draft is.
			timesheetToApprove: (timesheet, ...rest) =>
				/^(draft|requested)$/i.test(String(timesheet.status)) ? line(timesheet, ...rest) : [],
			approvedTimesheet: line,
		},
		linesName: ['employee'],
		searchQuery: { draftTimesheet: { status: 'Draft' }, approvedTimesheet: { status: 'Approved' } },
		operations: (kind) => {
			const own = verbs(kind, { hole: 'TimesheetID' });
			return {
				getAll: places.listsLines
					? {
							...own.getAll(['getTimesheets', 'getTimesheet'].map(call), { ...filters, lines: LINES }),
							run: listTimesheets,
						}
					: own.getAll(call('getTimesheets'), filters, undefined, {
							description: 'Without the lines of each: Get has those',
						}),
				get: {
					...own.get(call('getTimesheet'), {
						query: {
							oneRowPer: rowPer([
								['timesheet', 'Timesheet'],
								['line', 'Line'],
							]),
						},
					}),
					run: timesheetRows,
				},
				create: {
					...own.create(
						(places.addsLines ? ['createTimesheet', 'createTimesheetLine', 'getTimesheet'] : ['createTimesheet']).map(call),
						['employeeID', 'startDate', 'endDate', 'timesheetLines'],
						{
							panelOptional: { payrollCalendarID: fields.payrollCalendarID, timesheetLines: fields.timesheetLines },
							required: { employeeID: fields.employeeID, startDate: fields.startDate, endDate: fields.endDate },
							notice: 'The days must be those of a pay period of the calendar',
							...(places.addsLines ? { validate: daysFault } : { validate: inOrder }),
						},
					),
					run: async (call) => await makeTimesheet(call, places),
				},
				approve: own.act(call('approveTimesheet'), 'Approve', 'Approve', 'Its hours go into the next pay run', {
					required: { TimesheetID: record('Timesheet', 'timesheetToApprove') },
				}),
				import: importRows(kind, places.rows, places.employee),
				revertToDraft: own.act(
					call('revertTimesheet'),
					'Revert to Draft',
					'RevertToDraft',
					'Set an approved timesheet back, to change its lines',
					{
						action: 'Revert a timesheet to draft',
						required: { TimesheetID: record('Timesheet', 'approvedTimesheet') },
					},
				),
				delete: own.delete(call('deleteTimesheet'), {
					notice: 'A deleted timesheet cannot be brought back',
					envelope: 'timesheet',
				}),
			};
		},
	});
	const inTimesheet: Fields = { TimesheetID: record('Timesheet', 'draftTimesheet') };
	const timesheetLine = resource({
		key: 'timesheetLine',
		name: 'Timesheet Line',
		plural: 'Timesheet Lines',
		description: 'The hours of one day at one rate; the timesheet must be a draft',
		path: `${root}Timesheets/{TimesheetID}/Lines`,
		id: 'timesheetLineID',
		scope: 'payroll.timesheets',
		...differs,
		...travels('timesheetLine', 'timesheetLines'),
		fields: lineFields,
		listOptions: {
			/** `2026-03-03 · Ordinary Hours · 7.6` */
			timesheetLine: ({ date: day, earningsRateID, numberOfUnits, timesheetLineID }, { nameOf } = {}) => [
				{
					name: [day, nameOf?.('earningsRate', earningsRateID), numberOfUnits].filter((part) => part !== undefined).join(' · '),
					value: String(timesheetLineID),
				},
			],
		},
		linesName: ['earningsRate'],
		listedIn: {
			path: `/${root}Timesheets/{TimesheetID}`,
			envelope: 'timesheet.timesheetLines',
			scope: 'payroll.timesheets.read',
			required: inTimesheet,
		},
		operations: (kind) => {
			const own = verbs(kind, { hole: 'TimesheetLineID', inside: inTimesheet });
			return {
				create: own.create(call('createTimesheetLine'), ['date', 'earningsRateID', 'numberOfUnits']),
				update: own.update(['updateTimesheetLine', 'getTimesheet'].map(call), lineFields, {
					before: { path: `/${root}Timesheets/{TimesheetID}`, envelope: 'timesheet.timesheetLines', id: 'timesheetLineID' },
				}),
				delete: own.delete(call('deleteTimesheetLine'), { notice: 'A deleted timesheet line cannot be brought back' }),
			};
		},
	});
	return [timesheet, timesheetLine];
}
