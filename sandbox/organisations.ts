/** One of the made-up organisations a sandbox starts with. */
export interface Organisation {
	/** What goes into the `Xero-tenant-id` header, and the OrganisationID. */
	readonly tenantId: string;
	readonly name: string;
	/** The code Xero's deep links use; it starts with an exclamation mark. */
	readonly shortCode: string;
	/** ISO 4217. */
	readonly baseCurrency: string;
	/** ISO 3166. */
	readonly countryCode: string;
	/** Connected only where it is chosen by name. */
	readonly chosenOnly?: true;
}

/** The organisations of every sandbox, with ids that never change, so that saved workflows keep working. */
export const organisations: readonly [Organisation, Organisation, Organisation] = [
	{
		tenantId: '6b1f3c52-8d0e-4a57-9c3b-2e74a1d05f10',
		name: 'Kererū Trading (Demo)',
		shortCode: '!kRu7d',
		baseCurrency: 'NZD',
		countryCode: 'NZ',
	},
	{
		tenantId: 'c94e27a8-51b6-4f3d-8e02-7ad913b6c4f2',
		name: 'Harbour Lane Studio (Demo)',
		shortCode: '!hLs4m',
		baseCurrency: 'AUD',
		countryCode: 'AU',
	},
	{
		tenantId: '2f7d5a90-3c16-4be8-a1d4-90c6e85b7f33',
		name: 'Foxglove Mill (Demo)',
		shortCode: '!fGm2w',
		baseCurrency: 'GBP',
		countryCode: 'GB',
		chosenOnly: true,
	},
];

/** The organisation of the generated year, which is there only when it is asked for. */
export const generatedOrganisation: Organisation = {
	tenantId: '91c0b7e4-5d2a-4f86-b3e9-07f4a68d1c25',
	name: 'Saltmarsh Instruments (Generated)',
	shortCode: '!sMi9g',
	baseCurrency: 'NZD',
	countryCode: 'NZ',
	chosenOnly: true,
};
