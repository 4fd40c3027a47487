import { resource } from '../../shared/model/operation';
import { get, list } from '../../shared/operations/crud';
import { is, modifiedSince, quoted, raw } from '../../shared/inputs/where';

export const user = resource({
	key: 'user',
	name: 'User',
	plural: 'Users',
	description: 'A person who may use the organisation in Xero',
	path: 'Users',
	id: 'UserID',
	scope: 'accounting.settings',
	fields: {},
	listOptions: {
		user: ({ UserID, FirstName, LastName, EmailAddress }) => [
			{
				name: [[FirstName, LastName].filter(Boolean).join(' '), EmailAddress].filter(Boolean).join(' · '),
				value: String(UserID),
			},
		],
	},
	operations: (user) => ({
		get: get(user, 'getUser'),
		getAll: list(
			user,
			'getUsers',
			{
				EmailAddress: quoted('Email', 'EmailAddress', { placeholder: 'name@email.com' }),
				OrganisationRole: is('Role', 'OrganisationRole', [
					['READONLY', 'Read Only'],
					['INVOICEONLY', 'Invoice Only'],
					['STANDARD', 'Standard'],
					['FINANCIALADVISER', 'Adviser'],
					['MANAGEDCLIENT', 'Managed Client'],
					['CASHBOOKCLIENT', 'Cashbook Client'],
				]),
				...modifiedSince,
				...raw,
			},
			{ by: 'nothing' },
		),
	}),
});
