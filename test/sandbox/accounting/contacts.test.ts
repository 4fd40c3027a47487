import { type Answer, type Desk, type Json, openDesk, sale } from './desk';

let desk: Desk;
beforeEach(() => {
	desk = openDesk('empty');
});

const put = (...contacts: Json[]): Answer => desk.call('PUT', '/Contacts', { Contacts: contacts });
const post = (...contacts: Json[]): Answer => desk.call('POST', '/Contacts', { Contacts: contacts });
const added = (more: Json): string => put(more).id('Contacts.0.ContactID');
const update = (id: string, more: Json): Answer => desk.call('POST', `/Contacts/${id}`, { Contacts: [more] });
const get = (id: string): Json => desk.call('GET', `/Contacts/${id}`).at('Contacts.0') as Json;

describe('a contact', () => {
	it('has blank addresses and phones of every type until they are filled', () => {
		expect(
			put({ Name: 'Walnut Hall', Phones: [{ PhoneType: 'MOBILE', PhoneNumber: '555 0101' }] }).at('Contacts.0'),
		).toMatchObject({
			ContactStatus: 'ACTIVE',
			Name: 'Walnut Hall',
			EmailAddress: '',
			Addresses: [
				{ AddressType: 'STREET', City: '', Region: '', PostalCode: '', Country: '' },
				{ AddressType: 'POBOX', City: '', Region: '', PostalCode: '', Country: '' },
			],
			Phones: [
				{ PhoneType: 'DDI', PhoneNumber: '', PhoneAreaCode: '', PhoneCountryCode: '' },
				{ PhoneType: 'DEFAULT', PhoneNumber: '', PhoneAreaCode: '', PhoneCountryCode: '' },
				{ PhoneType: 'FAX', PhoneNumber: '', PhoneAreaCode: '', PhoneCountryCode: '' },
				{ PhoneType: 'MOBILE', PhoneNumber: '555 0101', PhoneAreaCode: '', PhoneCountryCode: '' },
			],
			ContactGroups: [],
			ContactPersons: [],
			IsSupplier: false,
			IsCustomer: false,
			HasValidationErrors: false,
			UpdatedDateUTC: '/Date(1773093600000+0000)/',
		});
	});

	it('needs a name that no other active contact has, and a number that no other has', () => {
		added({ Name: 'Walnut Hall', ContactNumber: 'W-1' });
		expect(put({}).at('Type')).toBe('NoDataProcessedException');
		expect(put({ EmailAddress: 'pia@walnut.example' }).sentences()).toEqual(['The Contact Name must be specified.']);
		expect(put({ Name: 'WALNUT hall' }).sentences()).toEqual([
			'The contact name WALNUT hall is already assigned to another contact. The contact name must be unique across all active contacts.',
		]);
		expect(put({ Name: 'Other', ContactNumber: 'w-1' }).sentences()).toEqual([
			'Another contact has this contact number. Please enter a different contact number.',
		]);
	});

	it('frees its name when it is archived, and cannot come back while the name is taken', () => {
		const id = added({ Name: 'Walnut Hall' });
		update(id, { ContactStatus: 'ARCHIVED' });
		expect(put({ Name: 'Walnut Hall' }).status).toBe(200);
		expect(update(id, { ContactStatus: 'ACTIVE' }).status).toBe(400);
	});

	it('is found by POST through id, number or name, and made when none of them is known', () => {
		const id = added({ Name: 'Walnut Hall', ContactNumber: 'W-1', FirstName: 'Pia' });
		expect(post({ ContactID: id, LastName: 'Birchwell' }).at('Contacts.0')).toMatchObject({
			FirstName: 'Pia',
			LastName: 'Birchwell',
		});
		expect(post({ ContactNumber: 'W-1', Name: 'Walnut Halls' }).at('Contacts.0')).toMatchObject({
			ContactID: id,
			Name: 'Walnut Halls',
		});
		expect(post({ Name: 'walnut halls', FirstName: 'Oren' }).at('Contacts.0')).toMatchObject({
			ContactID: id,
			FirstName: 'Oren',
		});
		expect(post({ Name: 'Chestnut Hall' }).at('Contacts.0.ContactID')).not.toBe(id);
		expect(post({ ContactID: '11111111-1111-4111-8111-111111111111', Name: 'x' }).sentences()).toEqual([
			'The contact with the specified ContactID could not be found.',
		]);
	});

	it('keeps what is not sent, but for its contact persons when any are', () => {
		const persons = [{ FirstName: 'Oren', EmailAddress: 'oren@walnut.example' }, { FirstName: 'Kiri' }];
		const street = { AddressType: 'STREET', City: 'Auckland' };
		const id = added({ Name: 'Walnut Hall', TaxNumber: '99', ContactPersons: persons, Addresses: [street] });
		expect(
			update(id, { FirstName: 'Pia', Addresses: [{ AddressType: 'POBOX', City: 'Napier' }] }).at('Contacts.0'),
		).toMatchObject({
			TaxNumber: '99',
			ContactPersons: [{ FirstName: 'Oren', IncludeInEmails: false }, { FirstName: 'Kiri' }],
			Addresses: [{ City: 'Auckland' }, { City: 'Napier' }],
		});
		expect(update(id, { ContactPersons: [{ FirstName: 'Lior' }] }).at('Contacts.0.ContactPersons')).toEqual([
			{ FirstName: 'Lior', IncludeInEmails: false },
		]);
	});

	it('says what is wrong with a phone or an address at that phone or address', () => {
		const answer = desk.call('PUT', '/Contacts?summarizeErrors=false', {
			Contacts: [
				{
					Name: 'Walnut Hall',
					Phones: [{ PhoneType: 'MOBILE', PhoneAreaCode: '12345678901' }],
					Addresses: [{ AddressType: 'STREET', Country: 'N0where' }],
				},
			],
		});
		expect(answer.status).toBe(200);
		expect(answer.at('Contacts.0')).toMatchObject({
			StatusAttributeString: 'ERROR',
			HasValidationErrors: true,
			ValidationErrors: [],
			Phones: [{ ValidationErrors: [{ Message: 'The PhoneAreaCode field must be no more than 10 characters long.' }] }],
			Addresses: [{ ValidationErrors: [{ Message: 'The Country field must only contain letters A to Z.' }] }],
		});
	});

	it('is checked against what the organisation has', () => {
		const wrong = {
			Name: 'x'.repeat(256),
			EmailAddress: 'no address',
			DefaultCurrency: 'USD',
			AccountsReceivableTaxType: 'VAT',
			SalesDefaultAccountCode: '999',
			PaymentTerms: { Sales: { Day: 40, Type: 'OFCURRENTMONTH' } },
			SalesTrackingCategories: [{ TrackingCategoryName: 'Region', TrackingOptionName: 'North' }],
		};
		expect(put(wrong).sentences().sort()).toEqual([
			"Account code '999' is not a valid code for this contact.",
			'Email address must be valid.',
			'Organisation is not subscribed to currency USD',
			'The Day field must be no more than 31 for payment terms of type OFCURRENTMONTH.',
			'The Name field must be no more than 255 characters long.',
			"The TaxType code 'VAT' does not exist.",
			"The tracking category 'Region' could not be found.",
		]);
	});

	it('is read by its number as well, and is 404 otherwise', () => {
		added({ Name: 'Walnut Hall', ContactNumber: 'W 1/ä' });
		expect(desk.call('GET', `/Contacts/${encodeURIComponent('W 1/ä')}`).at('Contacts.0.Name')).toBe('Walnut Hall');
		expect(desk.call('GET', '/Contacts/W-2').body).toMatchObject({ Type: null, Title: 'NotFound', Status: 404 });
		expect(desk.call('GET', '/Contacts/11111111-1111-4111-8111-111111111111').status).toBe(404);
	});

	it('knows what is owed, and how much of it is overdue, without counting as changed', () => {
		const id = added({ Name: 'Walnut Hall' });
		const contact = { Contact: { ContactID: id }, Status: 'AUTHORISED' };
		const bill = { Type: 'ACCPAY', LineItems: [{ Description: 'Rent', UnitAmount: 10, AccountCode: '469' }] };
		desk.clock.advance(1000);
		const invoices = [
			sale({ ...contact, DueDate: '2026-03-09' }),
			sale({ ...contact, DueDate: '2026-03-10' }),
			sale({ ...contact, ...bill }),
		];
		expect(desk.call('PUT', '/Invoices', { Invoices: invoices }).status).toBe(200);
		expect(get(id)).toMatchObject({
			Balances: { AccountsReceivable: { Outstanding: 230, Overdue: 115 }, AccountsPayable: { Outstanding: 11.5, Overdue: 0 } },
			IsCustomer: true,
			IsSupplier: true,
			UpdatedDateUTC: '/Date(1773093600000+0000)/',
		});
	});

	it('has no CIS settings outside the United Kingdom', () => {
		const id = added({ Name: 'Walnut Hall' });
		expect(desk.call('GET', `/Contacts/${id}/CISSettings`).at('CISSettings')).toEqual([{ CISEnabled: false }]);
	});
});

describe('contact groups', () => {
	it('gather contacts, which show their groups', () => {
		const [a, b] = [added({ Name: 'Walnut Hall' }), added({ Name: 'Chestnut Hall' })];
		const group = desk.call('PUT', '/ContactGroups', { ContactGroups: [{ Name: 'Halls' }] }).id('ContactGroups.0.ContactGroupID');
		const path = `/ContactGroups/${group}`;
		expect(desk.call('PUT', `${path}/Contacts`, { Contacts: [{ ContactID: a }, { ContactID: b }] }).at('Contacts')).toMatchObject(
			[{ ContactID: a }, { ContactID: b }],
		);
		expect(desk.call('GET', path).at('ContactGroups.0.Contacts')).toMatchObject([
			{ ContactID: a, Name: 'Walnut Hall' },
			{ ContactID: b, Name: 'Chestnut Hall' },
		]);
		expect(desk.call('GET', '/ContactGroups').at('ContactGroups')).toMatchObject([{ ContactGroupID: group, Contacts: [] }]);
		expect(get(a).ContactGroups).toMatchObject([{ ContactGroupID: group, Name: 'Halls', Status: 'ACTIVE' }]);
		expect(desk.call('DELETE', `${path}/Contacts/${a}`).status).toBe(204);
		expect(desk.call('DELETE', `${path}/Contacts/${a}`).status).toBe(404);
		expect(get(a).ContactGroups).toEqual([]);
		expect(desk.call('DELETE', `${path}/Contacts`).status).toBe(204);
		expect(desk.call('GET', path).at('ContactGroups.0.Contacts')).toEqual([]);
	});

	it('have unique names, are renamed and deleted', () => {
		const group = desk.call('PUT', '/ContactGroups', { Name: 'Halls' }).id('ContactGroups.0.ContactGroupID');
		expect(desk.call('PUT', '/ContactGroups', { Name: 'halls' }).sentences()).toEqual([
			"A contact group with the name 'halls' already exists.",
		]);
		expect(desk.call('POST', `/ContactGroups/${group}`, { Name: 'Big halls' }).at('ContactGroups.0.Name')).toBe('Big halls');
		expect(desk.call('POST', `/ContactGroups/${group}`, { Status: 'DELETED' }).at('ContactGroups.0.Status')).toBe('DELETED');
		expect(desk.call('GET', `/ContactGroups/${group}`).status).toBe(404);
		expect(desk.call('GET', '/ContactGroups').at('ContactGroups')).toEqual([]);
	});

	it('take no contact that is not there, and none of the others then', () => {
		const a = added({ Name: 'Walnut Hall' });
		const group = desk.call('PUT', '/ContactGroups', { Name: 'Halls' }).id('ContactGroups.0.ContactGroupID');
		const wrong = { Contacts: [{ ContactID: a }, { ContactID: '11111111-1111-4111-8111-111111111111' }] };
		expect(desk.call('PUT', `/ContactGroups/${group}/Contacts`, wrong).sentences('Elements.1')).toEqual([
			'The contact with the specified ContactID could not be found.',
		]);
		expect(get(a).ContactGroups).toEqual([]);
	});

	it('are at most 100', () => {
		const names = Array.from({ length: 100 }, (_, at) => ({ Name: `Group ${at}` }));
		expect(desk.call('PUT', '/ContactGroups', { ContactGroups: names }).status).toBe(200);
		expect(desk.call('PUT', '/ContactGroups', { Name: 'One more' }).sentences()).toEqual([
			'You’ve reached the limit of 100 contact groups.',
		]);
	});
});
