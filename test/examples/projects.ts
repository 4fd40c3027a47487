import type { Examples } from './example';
import { byId, byName, fromList } from './example';
import { apiRequestBy } from './apiRequest';

export const PROJECT = '6c0d1c2e-0001-4b3c-8d9e-1a2b3c4d5e6f';
export const TASK = '6c0d1c2e-0002-4b3c-8d9e-1a2b3c4d5e6f';
export const ENTRY = '6c0d1c2e-0003-4b3c-8d9e-1a2b3c4d5e6f';
export const USER = '6c0d1c2e-0004-4b3c-8d9e-1a2b3c4d5e6f';
const CONTACT = '6c0d1c2e-0005-4b3c-8d9e-1a2b3c4d5e6f';
const INVOICE = '6c0d1c2e-0006-4b3c-8d9e-1a2b3c4d5e6f';

/** A list as Xero answers with it, on one page. */
export const listOf = (...items: object[]) => ({
	body: { pagination: { page: 1, pageSize: 500, pageCount: 1, itemCount: items.length }, items },
});

/** Records as Xero has them, before they are changed. */
export const projectBefore = {
	projectId: PROJECT,
	contactId: CONTACT,
	name: 'New Kitchen',
	currencyCode: 'NZD',
	deadlineUtc: '2026-06-30T11:59:59Z',
	estimate: { currency: 'NZD', value: 4200 },
	status: 'INPROGRESS',
};
export const taskBefore = {
	taskId: TASK,
	projectId: PROJECT,
	name: 'Design',
	rate: { currency: 'NZD', value: 120 },
	chargeType: 'TIME',
	estimateMinutes: 600,
	status: 'ACTIVE',
	totalMinutes: 90,
};
export const entryBefore = {
	timeEntryId: ENTRY,
	userId: USER,
	projectId: PROJECT,
	taskId: TASK,
	dateUtc: '2026-03-30T20:00:00Z',
	dateEnteredUtc: '2026-03-31T03:24:29.2215641Z',
	duration: 90,
	description: 'Second draft',
	status: 'ACTIVE',
};

const inProject = { projectId: byId(PROJECT) };
const onePage = { page: '1', pageSize: '500' };
const done = { success: true, projectId: PROJECT };

const project: Examples = {
	create: [
		{
			parameters: [
				{
					contactId: fromList(CONTACT),
					name: 'New Kitchen',
					additionalFields: { deadlineUtc: '2026-06-30', estimateAmount: '4200.50' },
				},
			],
			sends: [
				{
					method: 'POST',
					path: '/Projects',
					body: { contactId: CONTACT, name: 'New Kitchen', deadlineUtc: '2026-06-30T11:59:59Z', estimateAmount: 4200.5 },
				},
			],
		},
		{
			parameters: [{ input: 'json', body: `{ "contactId": "${CONTACT}", "name": "Website" }` }],
			sends: [{ method: 'POST', path: '/Projects', body: { contactId: CONTACT, name: 'Website' } }],
		},
	],
	get: [{ parameters: [inProject], sends: [{ method: 'GET', path: `/Projects/${PROJECT}` }] }],
	getAll: [
		{
			parameters: [
				{ returnAll: true, filters: { contactID: byId(CONTACT), projectIds: `${PROJECT}, ${TASK}`, states: 'INPROGRESS' } },
			],
			sends: [
				{
					method: 'GET',
					path: '/Projects',
					query: { contactID: CONTACT, projectIds: `${PROJECT},${TASK}`, states: 'INPROGRESS', ...onePage },
				},
			],
		},
		{
			parameters: [{ returnAll: false, limit: 3 }],
			sends: [{ method: 'GET', path: '/Projects', query: { page: '1', pageSize: '3' } }],
		},
	],
	update: [
		{
			parameters: [
				{
					projectId: fromList(PROJECT),
					additionalFields: { name: 'Old Kitchen', deadlineUtc: '2026-07-31T17:00:00+12:00', estimateAmount: '5000' },
				},
			],
			replies: [{ body: projectBefore }],
			sends: [
				{ method: 'GET', path: `/Projects/${PROJECT}` },
				{
					method: 'PUT',
					path: `/Projects/${PROJECT}`,
					body: { name: 'Old Kitchen', deadlineUtc: '2026-07-31T05:00:00Z', estimateAmount: 5000 },
				},
			],
			gives: [{ json: done, pairedItem: { item: 0 } }],
		},
		{
			parameters: [{ ...inProject, input: 'json', body: '{ "estimateAmount": null }', options: { readBack: true } }],
			replies: [{ body: projectBefore }, {}, { body: projectBefore }],
			sends: [
				{ method: 'GET', path: `/Projects/${PROJECT}` },
				{
					method: 'PUT',
					path: `/Projects/${PROJECT}`,
					body: { name: 'New Kitchen', deadlineUtc: '2026-06-30T11:59:59Z' },
				},
				{ method: 'GET', path: `/Projects/${PROJECT}` },
			],
		},
	],
	close: [
		{
			parameters: [inProject],
			sends: [{ method: 'PATCH', path: `/Projects/${PROJECT}`, body: { status: 'CLOSED' } }],
			gives: [{ json: done, pairedItem: { item: 0 } }],
		},
	],
	reopen: [
		{
			parameters: [{ projectId: fromList(PROJECT), options: { readBack: true } }],
			replies: [{}, { body: projectBefore }],
			sends: [
				{ method: 'PATCH', path: `/Projects/${PROJECT}`, body: { status: 'INPROGRESS' } },
				{ method: 'GET', path: `/Projects/${PROJECT}` },
			],
		},
	],
};

const projectUser: Examples = {
	getAll: [{ parameters: [{ returnAll: true }], sends: [{ method: 'GET', path: '/ProjectsUsers', query: onePage }] }],
};

const tasks = `/Projects/${PROJECT}/Tasks`;

const task: Examples = {
	create: [
		{
			parameters: [
				{
					projectId: fromList(PROJECT),
					name: 'Design',
					chargeType: 'TIME',
					rate: '120',
					additionalFields: { estimateMinutes: '10h' },
				},
				{ ...inProject, name: 'Travel', chargeType: 'Non-Chargeable', rate: '' },
			],
			replies: [{ body: projectBefore }, { body: taskBefore }, { body: taskBefore }],
			sends: [
				{ method: 'GET', path: `/Projects/${PROJECT}` },
				{
					method: 'POST',
					path: tasks,
					body: { name: 'Design', chargeType: 'TIME', rate: { currency: 'NZD', value: 120 }, estimateMinutes: 600 },
				},
				{
					method: 'POST',
					path: tasks,
					body: { name: 'Travel', chargeType: 'NON_CHARGEABLE', rate: { currency: 'NZD', value: 0 } },
				},
			],
		},
		{
			parameters: [
				{
					...inProject,
					input: 'json',
					body: '{ "name": "Delivery", "chargeType": "FIXED", "rate": { "currency": "NZD", "value": 900 } }',
				},
			],
			replies: [{ body: taskBefore }],
			sends: [
				{
					method: 'POST',
					path: tasks,
					body: { name: 'Delivery', chargeType: 'FIXED', rate: { currency: 'NZD', value: 900 } },
				},
			],
		},
	],
	get: [{ parameters: [{ ...inProject, taskId: byId(TASK) }], sends: [{ method: 'GET', path: `${tasks}/${TASK}` }] }],
	getAll: [
		{
			parameters: [{ ...inProject, returnAll: true, filters: { chargeType: 'FIXED', taskIds: [TASK, ENTRY] } }],
			sends: [{ method: 'GET', path: tasks, query: { chargeType: 'FIXED', taskIds: `${TASK},${ENTRY}`, ...onePage } }],
		},
	],
	update: [
		{
			parameters: [
				{
					...inProject,
					taskId: fromList(TASK),
					additionalFields: { name: 'Drawings', chargeType: 'FIXED', rate: '1500', estimateMinutes: '0:45' },
				},
			],
			replies: [{ body: taskBefore }],
			sends: [
				{ method: 'GET', path: `${tasks}/${TASK}` },
				{
					method: 'PUT',
					path: `${tasks}/${TASK}`,
					body: { name: 'Drawings', chargeType: 'FIXED', rate: { currency: 'NZD', value: 1500 }, estimateMinutes: 45 },
				},
			],
			gives: [{ json: { ...done, taskId: TASK }, pairedItem: { item: 0 } }],
		},
		{
			parameters: [
				{
					...inProject,
					taskId: byId(TASK),
					input: 'json',
					body: '{ "rate": { "value": 135 } }',
					simplify: false,
					options: { readBack: true },
				},
			],
			replies: [{ body: taskBefore }, {}, { body: taskBefore }],
			sends: [
				{ method: 'GET', path: `${tasks}/${TASK}` },
				{
					method: 'PUT',
					path: `${tasks}/${TASK}`,
					body: { name: 'Design', chargeType: 'TIME', rate: { currency: 'NZD', value: 135 }, estimateMinutes: 600 },
				},
				{ method: 'GET', path: `${tasks}/${TASK}` },
			],
			gives: [{ json: taskBefore, pairedItem: { item: 0 } }],
		},
	],
	delete: [
		{
			parameters: [{ ...inProject, taskId: byId(TASK) }],
			sends: [{ method: 'DELETE', path: `${tasks}/${TASK}` }],
			gives: [{ json: { deleted: true, projectId: PROJECT, taskId: TASK }, pairedItem: { item: 0 } }],
		},
	],
};

const time = `/Projects/${PROJECT}/Time`;
const which = { ...inProject, timeEntryId: fromList(ENTRY) };

const timeEntry: Examples = {
	create: [
		{
			parameters: [
				{
					projectId: fromList(PROJECT),
					taskId: fromList(TASK),
					userId: fromList(USER),
					dateUtc: '2026-03-31T09:00:00',
					duration: '1:30',
					description: 'Second draft',
				},
			],
			replies: [{ body: entryBefore }],
			sends: [
				{
					method: 'POST',
					path: time,
					body: {
						taskId: TASK,
						userId: USER,
						dateUtc: '2026-03-30T20:00:00Z',
						duration: 90,
						description: 'Second draft',
					},
				},
			],
			gives: [{ json: entryBefore, pairedItem: { item: 0 } }],
		},
		{
			parameters: [
				{
					projectId: byName('new kitchen'),
					taskId: byName('Design'),
					userId: byName('Jo@example.com'),
					dateUtc: '2026-03-31',
					duration: 45,
				},
			],
			replies: [
				listOf(projectBefore),
				listOf({ ...taskBefore, taskId: ENTRY, status: 'INVOICED' }, taskBefore),
				listOf({ userId: USER, name: 'Jo Bell', email: 'jo@example.com' }),
				{ body: entryBefore },
			],
			sends: [
				{ method: 'GET', path: '/Projects', query: { states: 'INPROGRESS', ...onePage } },
				{ method: 'GET', path: tasks, query: onePage },
				{ method: 'GET', path: '/ProjectsUsers', query: onePage },
				{ method: 'POST', path: time, body: { taskId: TASK, userId: USER, dateUtc: '2026-03-30T11:00:00Z', duration: 45 } },
			],
		},
		{
			parameters: [
				{
					...inProject,
					input: 'json',
					body: JSON.stringify({ taskId: TASK, userId: USER, dateUtc: '2026-03-31T09:00:00Z', duration: 15 }),
				},
			],
			replies: [{ body: entryBefore }],
			sends: [
				{ method: 'POST', path: time, body: { taskId: TASK, userId: USER, dateUtc: '2026-03-31T09:00:00Z', duration: 15 } },
			],
		},
	],
	get: [{ parameters: [which], sends: [{ method: 'GET', path: `${time}/${ENTRY}` }] }],
	getAll: [
		{
			parameters: [
				{
					...inProject,
					returnAll: true,
					filters: {
						contactId: byId(CONTACT),
						dateAfterUtc: '2026-03-01',
						dateBeforeUtc: '2026-03-31T00:00:00',
						invoiceId: byId(INVOICE),
						isChargeable: false,
						states: ['ACTIVE', 'INVOICED'],
						taskId: byId(TASK),
						userId: byId(USER),
					},
				},
			],
			sends: [
				{
					method: 'GET',
					path: time,
					query: {
						contactId: CONTACT,
						dateAfterUtc: '2026-02-28T11:00:00Z',
						dateBeforeUtc: '2026-03-31T10:59:59Z',
						invoiceId: INVOICE,
						isChargeable: 'false',
						states: 'ACTIVE,INVOICED',
						taskId: TASK,
						userId: USER,
						...onePage,
					},
				},
			],
		},
	],
	update: [
		{
			parameters: [
				{
					...which,
					additionalFields: {
						taskId: byId(CONTACT),
						userId: byId(INVOICE),
						dateUtc: '2026-04-01T08:30:00Z',
						duration: '2h',
						description: 'Third draft',
					},
				},
			],
			replies: [{ body: entryBefore }],
			sends: [
				{ method: 'GET', path: `${time}/${ENTRY}` },
				{
					method: 'PUT',
					path: `${time}/${ENTRY}`,
					body: {
						taskId: CONTACT,
						userId: INVOICE,
						dateUtc: '2026-04-01T08:30:00Z',
						duration: 120,
						description: 'Third draft',
					},
				},
			],
			gives: [{ json: { ...done, timeEntryId: ENTRY }, pairedItem: { item: 0 } }],
		},
		{
			parameters: [{ ...which, additionalFields: { clearFields: ['description'] }, options: { readBack: true } }],
			replies: [{ body: entryBefore }, {}, { body: entryBefore }],
			sends: [
				{ method: 'GET', path: `${time}/${ENTRY}` },
				{
					method: 'PUT',
					path: `${time}/${ENTRY}`,
					body: { taskId: TASK, userId: USER, dateUtc: '2026-03-30T20:00:00Z', duration: 90 },
				},
				{ method: 'GET', path: `${time}/${ENTRY}` },
			],
			gives: [{ json: entryBefore, pairedItem: { item: 0 } }],
		},
	],
	delete: [
		{
			parameters: [which],
			sends: [{ method: 'DELETE', path: `${time}/${ENTRY}` }],
			gives: [{ json: { deleted: true, projectId: PROJECT, timeEntryId: ENTRY }, pairedItem: { item: 0 } }],
		},
	],
};

export const examples: Readonly<Record<string, Examples>> = {
	apiRequest: apiRequestBy(500),
	project,
	projectUser,
	task,
	timeEntry,
};
