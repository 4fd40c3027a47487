import type { Examples } from '../example';

const ID = '9d8c7b6a-5f4e-4d3c-8b2a-190817263502';
const CONTACT = { ContactID: ID, Name: 'Ridgeway University', ContactStatus: 'ACTIVE' };
const paired = { pairedItem: { item: 0 } };

/** Find of contacts. */
export const contactFind: Examples = {
	find: [
		{
			parameters: [{ by: 'Name', value: 'Ridgeway University' }],
			replies: [{ body: { Contacts: [CONTACT] } }],
			sends: [
				{
					method: 'GET',
					path: '/Contacts',
					query: { where: 'Name=="Ridgeway University"', page: '1', pageSize: '1000' },
				},
			],
			gives: [{ json: { found: true, ...CONTACT }, ...paired }],
		},
		{
			// An archived contact is none.
			parameters: [{ by: 'EmailAddress', value: 'accounts@example.com', ifNothing: 'row' }],
			replies: [{ body: { Contacts: [{ ...CONTACT, ContactStatus: 'ARCHIVED' }] } }],
			sends: [
				{
					method: 'GET',
					path: '/Contacts',
					query: { where: 'EmailAddress=="accounts@example.com"', page: '1', pageSize: '1000' },
				},
			],
			gives: [{ json: { found: false }, ...paired }],
		},
	],
};

/** Find of items. */
export const itemFind: Examples = {
	find: [
		{
			parameters: [{ value: 'GB1-White', ifNothing: 'row' }],
			replies: [{ body: { Items: [] } }],
			sends: [{ method: 'GET', path: '/Items', query: { unitdp: '4', where: 'Code=="GB1-White"' } }],
			gives: [{ json: { found: false }, ...paired }],
		},
	],
};

/** Find of accounts. */
export const accountFind: Examples = {
	find: [
		{
			parameters: [
				{ by: 'Code', value: '6100' },
				{ by: 'Name', value: 'Freight', ifNothing: 'nothing' },
			],
			replies: [{ body: { Accounts: [{ AccountID: ID, Code: '6100', Name: 'Freight' }] } }, { body: { Accounts: [] } }],
			sends: [
				{ method: 'GET', path: '/Accounts', query: { where: 'Code=="6100"' } },
				{ method: 'GET', path: '/Accounts', query: { where: 'Name=="Freight"' } },
			],
			gives: [{ json: { found: true, AccountID: ID, Code: '6100', Name: 'Freight' }, ...paired }],
		},
	],
};
