import type { Examples } from '../example';
import { byId, fromList } from '../example';

const ID = 'd3c2b1a0-7e6f-4d5c-8b9a-001122334455';
const CONTACT = 'c1a0b7e2-55d4-4f0e-8a3b-0d9e7c6b5a02';
const OTHER = 'c1a0b7e2-55d4-4f0e-8a3b-0d9e7c6b5a03';
const ContactGroupID = fromList(ID);

export const contactGroup: Examples = {
	create: [
		{
			parameters: [{ Name: 'Suppliers' }],
			sends: [{ method: 'PUT', path: '/ContactGroups', body: { ContactGroups: [{ Name: 'Suppliers' }] } }],
		},
	],
	get: [{ parameters: [{ ContactGroupID }], sends: [{ method: 'GET', path: `/ContactGroups/${ID}` }] }],
	getAll: [
		{
			parameters: [{ filters: { where: 'Name=="Suppliers"', order: 'Name ASC' } }],
			sends: [{ method: 'GET', path: '/ContactGroups', query: { where: 'Name=="Suppliers"', order: 'Name ASC' } }],
		},
	],
	update: [
		{
			parameters: [{ ContactGroupID, additionalFields: { Name: 'Key suppliers' } }],
			sends: [{ method: 'POST', path: `/ContactGroups/${ID}`, body: { ContactGroups: [{ Name: 'Key suppliers' }] } }],
		},
	],
	delete: [
		{
			parameters: [{ ContactGroupID }],
			sends: [{ method: 'POST', path: `/ContactGroups/${ID}`, body: { ContactGroups: [{ Status: 'DELETED' }] } }],
		},
	],
	addContact: [
		{
			parameters: [
				{ ContactGroupID, ContactID: fromList(CONTACT) },
				{ ContactGroupID, ContactID: byId(OTHER) },
			],
			replies: [{ body: { Contacts: [{ ContactID: CONTACT }, { ContactID: OTHER }] } }],
			sends: [
				{
					method: 'PUT',
					path: `/ContactGroups/${ID}/Contacts`,
					body: { Contacts: [{ ContactID: CONTACT }, { ContactID: OTHER }] },
				},
			],
		},
	],
	removeContact: [
		{
			parameters: [{ ContactGroupID, ContactID: fromList(CONTACT) }],
			replies: [{ statusCode: 204 }],
			sends: [{ method: 'DELETE', path: `/ContactGroups/${ID}/Contacts/${CONTACT}` }],
			gives: [{ json: { deleted: true, ContactGroupID: ID, ContactID: CONTACT }, pairedItem: { item: 0 } }],
		},
	],
	removeAllContacts: [
		{
			parameters: [{ ContactGroupID }],
			replies: [{ statusCode: 204 }],
			sends: [{ method: 'DELETE', path: `/ContactGroups/${ID}/Contacts` }],
			gives: [{ json: { deleted: true, ContactGroupID: ID }, pairedItem: { item: 0 } }],
		},
	],
};
