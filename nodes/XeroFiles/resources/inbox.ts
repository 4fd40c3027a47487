import { resource } from '../../shared/model/operation';
import { getOne } from '../../shared/operations/bareCrud';

export const inbox = resource({
	key: 'inbox',
	name: 'Inbox',
	plural: 'Inboxes',
	description: 'The folder that files come in by, with the email address that fills it',
	path: 'Inbox',
	id: 'Id',
	scope: 'files',
	fields: {},
	operations: (inbox) => ({
		get: getOne(inbox, 'getInbox', { path: '/Inbox', required: {}, action: 'Get the inbox' }),
	}),
});
