import { sentencesOf } from '../shared/model/errorMessages';
import type { Api } from '../shared/model/operation';
import { apiRequest } from '../shared/operations/apiRequest';
import { project } from './resources/project';
import { projectUser } from './resources/projectUser';
import { task } from './resources/task';
import { timeEntry } from './resources/timeEntry';

/** Xero's Projects API, version 2.0. */
export const projects: Api = {
	name: 'Projects',
	basePath: '/projects.xro/2.0',
	largestPage: 500,
	conventions: {
		calendarDates: new Set(),
		money: { amounts: ['estimateAmount'] },
		accessRequirements: (scope) =>
			scope.startsWith('projects') || scope === ''
				? 'The organisation needs a plan with Xero Projects, and the user who connected it a role in Projects.'
				: '',
		sentences: sentencesOf,
	},
	resources: [apiRequest(), project, projectUser, task, timeEntry],
};
