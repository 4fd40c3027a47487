import { resource } from '../../shared/model/operation';
import { fillPath } from '../../shared/model/path';
import { get, readPart } from '../../shared/operations/crud';
import { cisSettings } from '../cisSettings';

export const organisation = resource({
	key: 'organisation',
	name: 'Organisation',
	plural: 'Organisations',
	description: 'The company or person whose books are kept in Xero',
	path: 'Organisation',
	id: 'OrganisationID',
	scope: 'accounting.settings',
	simplified: [
		'OrganisationID',
		'Name',
		'LegalName',
		'OrganisationType',
		'BaseCurrency',
		'CountryCode',
		'Timezone',
		'FinancialYearEndDay',
		'FinancialYearEndMonth',
		'PeriodLockDate',
	],
	fields: {},
	operations: (organisation) => ({
		get: get(organisation, 'getOrganisations', {
			description: 'Retrieve the settings of the organisation chosen above',
			path: '/Organisation',
			envelope: 'Organisations',
			required: {},
		}),
		getAll: {
			// Xero's Identity API, outside of the Accounting API: it lists the connections of the token.
			xero: [],
			name: 'Get Many',
			action: 'Get many organisations',
			description: 'List the organisations this credential is connected to, with the IDs that Organisation takes',
			method: 'GET',
			path: '/connections',
			required: {},
			noOrganisation: true,
			run: async (call) => (await call.connections()).map((connection) => ({ json: { ...connection } })),
		},
		getActions: readPart(
			organisation,
			'getOrganisationActions',
			'Get Actions',
			'/Organisation/Actions',
			'Actions',
			'List what the connection may do in the organisation',
		),
		getCisSettings: {
			...readPart(
				organisation,
				'getOrganisationCISSettings',
				'Get CIS Settings',
				'/Organisation/{OrganisationID}/CISSettings',
				'CISSettings',
				'Retrieve the Construction Industry Scheme settings (UK)',
				{ required: {} },
			),
			// Xero's ID of an organisation is asked for first: nothing promises that it is the tenant's ID.
			run: async (call) => {
				const [first] = call.recordsIn(await call.request({ path: '/Organisation', envelope: 'Organisations' }), 'Organisations');
				if (!first)
					return call.refuse({ says: 'Xero did not say which organisation this is', todo: 'Run again later', state: 'refused' });
				return await cisSettings(call, fillPath('/Organisation/{OrganisationID}/CISSettings', first));
			},
		},
	}),
});
