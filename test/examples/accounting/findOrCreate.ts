import type { Examples } from '../example';

const ID = '9d8c7b6a-5f4e-4d3c-8b2a-190817263501';
const CONTACT = { ContactID: ID, Name: 'Ridgeway University', ContactStatus: 'ACTIVE' };
const ITEM = { ItemID: ID, Code: 'GB1-White', Name: 'Golf balls' };
const paired = { pairedItem: { item: 0 } };
const page = { page: '1', pageSize: '1000' };

/** Find or Create of contacts. */
export const contactFindOrCreate: Examples = {
	findOrCreate: [
		{
			parameters: [{ by: 'Name', Name: 'Ridgeway University', additionalFields: { FirstName: 'Sam' } }],
			replies: [{ body: { Contacts: [CONTACT] } }],
			sends: [{ method: 'GET', path: '/Contacts', query: { where: 'Name=="Ridgeway University"', ...page } }],
			gives: [{ json: { found: true, ...CONTACT }, ...paired }],
		},
		{
			// An archived contact does not count.
			parameters: [
				{
					by: 'EmailAddress',
					Name: 'Ridgeway University',
					additionalFields: { EmailAddress: 'accounts@example.com', FirstName: 'Sam' },
				},
			],
			replies: [
				{ body: { Contacts: [{ ...CONTACT, ContactStatus: 'ARCHIVED' }] } },
				{ body: { Contacts: [{ ...CONTACT, FirstName: 'Sam' }] } },
			],
			sends: [
				{ method: 'GET', path: '/Contacts', query: { where: 'EmailAddress=="accounts@example.com"', ...page } },
				{
					method: 'PUT',
					path: '/Contacts',
					query: { summarizeErrors: 'true' },
					body: { Contacts: [{ Name: 'Ridgeway University', EmailAddress: 'accounts@example.com', FirstName: 'Sam' }] },
				},
			],
			gives: [{ json: { found: false, ...CONTACT, FirstName: 'Sam' }, ...paired }],
		},
		{
			// JSON is looked up by the strongest of its keys.
			parameters: [{ input: 'json', body: '{"Name": "Ridgeway University", "ContactNumber": "CUST-100"}' }],
			replies: [{ body: { Contacts: [CONTACT] } }],
			sends: [{ method: 'GET', path: '/Contacts', query: { where: 'ContactNumber=="CUST-100"', ...page } }],
			gives: [{ json: { found: true, ...CONTACT }, ...paired }],
		},
	],
};

/** Find or Create of items. */
export const itemFindOrCreate: Examples = {
	findOrCreate: [
		{
			parameters: [{ Code: 'GB1-White', additionalFields: { Name: 'Golf balls' } }],
			replies: [{ body: { Items: [] } }, { body: { Items: [ITEM] } }],
			sends: [
				{ method: 'GET', path: '/Items', query: { unitdp: '4', where: 'Code=="GB1-White"' } },
				{
					method: 'PUT',
					path: '/Items',
					query: { unitdp: '4', summarizeErrors: 'true' },
					body: { Items: [{ Code: 'GB1-White', Name: 'Golf balls' }] },
				},
			],
			gives: [{ json: { found: false, ...ITEM }, ...paired }],
		},
		{
			parameters: [{ Code: 'GB1-White' }],
			replies: [{ body: { Items: [ITEM] } }],
			sends: [{ method: 'GET', path: '/Items', query: { unitdp: '4', where: 'Code=="GB1-White"' } }],
			gives: [{ json: { found: true, ...ITEM }, ...paired }],
		},
	],
};
