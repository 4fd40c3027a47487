import { record } from '../../shared/inputs/locators';
import type { Fields } from '../../shared/model/field';

/** Which contact; the list is that of the Accounting API. */
export const contact = record('Contact', 'contact');

/** The project that a path leads through: any, or one in progress, which alone takes new tasks and time. */
export const inProject: Fields = { projectId: record('Project', 'project') };
export const inOpenProject: Fields = { projectId: record('Project', 'openProject') };

/** A task of the project that is picked above it. */
export const taskId = record('Task', 'task', ['id'], {
	description: 'The list needs a project that is picked from the list or by its ID',
});

export const userId = record('User', 'projectUser');
