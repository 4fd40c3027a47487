import { resource } from '../../shared/model/operation';
import { listItems } from '../../shared/operations/bareCrud';
import { PAGING } from '../fields/named';

export const projectUser = resource({
	key: 'projectUser',
	name: 'Project User',
	plural: 'Project Users',
	description: 'A person who can log time',
	path: 'ProjectsUsers',
	id: 'userId',
	scope: 'projects',
	fields: {},
	listOptions: {
		projectUser: ({ name, email, userId }) => [
			{ name: [name, email].filter((part) => typeof part === 'string' && part !== '').join(' · '), value: String(userId) },
		],
	},
	operations: (projectUser) => ({ getAll: listItems(projectUser, 'getProjectUsers', {}, PAGING) }),
});
