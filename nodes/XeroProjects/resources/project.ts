import type { IDataObject } from 'n8n-workflow';
import { record } from '../../shared/inputs/locators';
import type { Choice } from '../../shared/inputs/scalars';
import { choice, ids, number, text } from '../../shared/inputs/scalars';
import type { ListOption } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { createOne, getOne, listItems, patchOne, replaceOne } from '../../shared/operations/bareCrud';
import { without } from '../../shared/operations/crud';
import { day } from '../fields/moment';
import { PAGING } from '../fields/named';
import { contact, inOpenProject, inProject } from '../fields/pickers';

const STATES: readonly Choice[] = [
	['INPROGRESS', 'In Progress'],
	['CLOSED', 'Closed'],
];

const line = ({ name, status, projectId }: IDataObject): ListOption => ({
	name: `${String(name)}${status === 'CLOSED' ? ' · Closed' : ''}`,
	value: String(projectId),
});

/** Of an amount only its value is written: its currency is the project's. */
const valueIn = (amount: unknown): IDataObject['value'] => (amount as { value?: number } | undefined)?.value;

export const project = resource({
	key: 'project',
	name: 'Project',
	plural: 'Projects',
	description: 'Work for a contact, with its tasks, estimate and deadline',
	path: 'Projects',
	id: 'projectId',
	scope: 'projects',
	simplified: [
		'projectId',
		'name',
		'status',
		'contactId',
		'deadlineUtc',
		'estimate',
		'minutesLogged',
		'minutesToBeInvoiced',
		'totalInvoiced',
		'totalToBeInvoiced',
	],
	fields: {
		contactId: contact,
		name: text('Project Name', { min: 1, placeholder: 'e.g. New Kitchen' }),
		deadlineUtc: day('Deadline', 'end', { description: "A day without a time ends in the workflow's time zone" }),
		estimateAmount: number('Estimate', { min: 0, blank: '', description: 'In the currency of the project' }),
	},
	listOptions: {
		project: (project) => [line(project)],
		openProject: (project) => [line(project)],
		closedProject: ({ name, projectId }) => [{ name: String(name), value: String(projectId) }],
	},
	searchQuery: { openProject: { states: 'INPROGRESS' }, closedProject: { states: 'CLOSED' } },
	operations: (project) => ({
		create: createOne(project, 'createProject', ['contactId', 'name']),
		get: getOne(project, 'getProject'),
		getAll: listItems(
			project,
			'getProjects',
			{
				contactID: contact,
				projectIds: ids('Project IDs', { description: 'Several with commas between them' }),
				states: choice('Status', STATES),
			},
			PAGING,
		),
		// The contact stays as it was made: Xero's own update names the other three only.
		update: replaceOne(
			project,
			['updateProject'],
			({ name, deadlineUtc, estimate }) => ({ name, deadlineUtc, estimateAmount: valueIn(estimate) }),
			inProject,
			without(project.fields, ['contactId']),
		),
		close: patchOne(project, 'patchProject', 'Close', { status: 'CLOSED' }, 'No time can be logged to it then', {
			required: inOpenProject,
		}),
		reopen: patchOne(project, 'patchProject', 'Reopen', { status: 'INPROGRESS' }, 'Set a closed project to In Progress', {
			required: { projectId: record('Project', 'closedProject') },
		}),
	}),
});
