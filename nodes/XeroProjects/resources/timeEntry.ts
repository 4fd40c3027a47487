import type { IDataObject } from 'n8n-workflow';
import type { Picked } from '../../shared/inputs/locators';
import { record } from '../../shared/inputs/locators';
import type { Choice } from '../../shared/inputs/scalars';
import { choices, flag, text } from '../../shared/inputs/scalars';
import type { OperationContext, OutputItem } from '../../shared/model/context';
import type { ListOption } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { fillPath } from '../../shared/model/path';
import { createOne, getOne, listItems, removeOne, replaceOne } from '../../shared/operations/bareCrud';
import { clockTime, duration } from '../fields/duration';
import { day, moment } from '../fields/moment';
import { namedProject, namedTask, namedUser, PAGING, projectOf, taskOf, userOf } from '../fields/named';
import { contact, inProject, taskId, userId } from '../fields/pickers';

const STATES: readonly Choice[] = [
	['ACTIVE', 'Active'],
	['INVOICED', 'Invoiced'],
	['LOCKED', 'Locked', 'Being invoiced'],
];

/** Minutes of the longest entry that Xero takes: 999 hours. */
const LONGEST = 59_940;

const fields = {
	taskId,
	userId,
	dateUtc: moment('Date', { description: "A date without a time zone counts in the workflow's" }),
	duration: duration('Duration', { min: 1, max: LONGEST }),
	description: text('Description', { placeholder: 'e.g. Second draft' }),
};

const which = { ...inProject, timeEntryId: record('Time Entry', 'timeEntry') };

/** `2026-03-31 09:00 UTC · 1:30 · Second draft` */
const line = ({ dateUtc, duration, description, timeEntryId }: IDataObject): ListOption => ({
	name: [`${String(dateUtc).slice(0, 16).replace('T', ' ')} UTC`, clockTime(Number(duration)), description]
		.filter((part) => typeof part === 'string' && part !== '')
		.join(' · '),
	value: String(timeEntryId),
});

/** Logs time; what is given by name is looked up first. JSON has the IDs in its body. */
async function log(call: OperationContext): Promise<readonly OutputItem[]> {
	const { projectId, taskId, userId } = call.input as Readonly<Record<string, Picked | undefined>>;
	const project = await projectOf(call, projectId!);
	const body = {
		...call.body,
		...(taskId ? { taskId: await taskOf(call, taskId, project) } : {}),
		...(userId ? { userId: await userOf(call, userId) } : {}),
	};
	const path = fillPath('/Projects/{project}/Time', { project });
	const answer = await call.request({ method: 'POST', path, body, confirmedBy: 'timeEntryId' });
	return call.assertSaved(call.recordsIn(answer)).map((json) => ({ json }));
}

export const timeEntry = resource({
	key: 'timeEntry',
	name: 'Time Entry',
	plural: 'Time Entries',
	description: 'Time that someone spent on a task',
	path: 'Projects/{projectId}/Time',
	id: 'timeEntryId',
	scope: 'projects',
	fields,
	listOptions: { timeEntry: (entry) => [line(entry)] },
	operations: (timeEntry) => ({
		create: {
			...createOne(timeEntry, 'createTimeEntry', [], {
				required: {
					projectId: namedProject,
					taskId: namedTask,
					userId: namedUser,
					dateUtc: fields.dateUtc,
					duration: fields.duration,
				},
				panelOptional: { description: fields.description },
				optional: {},
			}),
			run: log,
		},
		get: getOne(timeEntry, 'getTimeEntry', { required: which }),
		getAll: listItems(
			timeEntry,
			'getTimeEntries',
			{
				contactId: contact,
				dateAfterUtc: day('Date From', 'beginning'),
				dateBeforeUtc: day('Date To', 'end', { description: 'The day itself is included' }),
				invoiceId: record('Invoice', 'invoice', ['id'], { description: 'Finds the time that is on it' }),
				isChargeable: flag('Chargeable', 'Whether to find time on tasks that are charged, or on those that are not', true),
				states: choices('Statuses', STATES),
				taskId,
				userId,
			},
			PAGING,
			{ required: inProject },
		),
		update: replaceOne(
			timeEntry,
			['updateTimeEntry'],
			({ userId, taskId, dateUtc, duration, description }) => ({ userId, taskId, dateUtc, duration, description }),
			which,
			fields,
		),
		delete: removeOne(timeEntry, 'deleteTimeEntry', { required: which }),
	}),
});
