import { record } from '../../shared/inputs/locators';
import { text } from '../../shared/inputs/scalars';
import { resource } from '../../shared/model/operation';
import { create, get, list, remove, setStatus, update, recordPicker } from '../../shared/operations/crud';
import { raw } from '../../shared/inputs/where';
import { DELETED } from '../notices';

export const contactGroup = resource({
	key: 'contactGroup',
	name: 'Contact Group',
	plural: 'Contact Groups',
	description: 'A group of contacts',
	path: 'ContactGroups',
	id: 'ContactGroupID',
	scope: 'accounting.contacts',
	fields: { Name: text('Name') },
	listOptions: {
		contactGroup: ({ ContactGroupID, Name, Status }) =>
			Status === 'DELETED' ? [] : [{ name: String(Name), value: String(ContactGroupID) }],
	},
	operations: (contactGroup) => {
		const contact = { ContactID: record('Contact', 'contact') };
		return {
			create: create(contactGroup, 'createContactGroup', ['Name']),
			get: get(contactGroup, 'getContactGroup', { description: 'Retrieve one contact group with its contacts' }),
			getAll: list(contactGroup, 'getContactGroups', raw, { by: 'nothing' }),
			update: update(contactGroup, 'updateContactGroup'),
			delete: setStatus(
				contactGroup,
				'updateContactGroup',
				'Delete',
				{ Status: 'DELETED' },
				'Delete a contact group; its contacts stay',
				{
					notice: DELETED,
				},
			),
			addContact: {
				xero: 'createContactGroupContacts',
				name: 'Add Contact',
				action: 'Add contact to a contact group',
				description: 'Put a contact into a group',
				method: 'PUT',
				path: '/ContactGroups/{ContactGroupID}/Contacts',
				envelope: 'Contacts',
				confirmedBy: 'ContactID',
				required: { ...recordPicker(contactGroup), ...contact },
				batchSize: 50,
				scope: contactGroup.scope,
			},
			removeContact: remove(contactGroup, 'deleteContactGroupContact', {
				name: 'Remove Contact',
				action: 'Remove contact from a contact group',
				description: 'Take a contact out of a group; the contact stays',
				path: '/ContactGroups/{ContactGroupID}/Contacts/{ContactID}',
				required: { ...recordPicker(contactGroup), ...contact },
				notice: undefined,
			}),
			removeAllContacts: remove(contactGroup, 'deleteContactGroupContacts', {
				name: 'Remove All Contacts',
				action: 'Remove all contacts from a contact group',
				description: 'Empty a group; the contacts stay',
				path: '/ContactGroups/{ContactGroupID}/Contacts',
				notice: 'Every contact is taken out of the group',
			}),
		};
	},
});
