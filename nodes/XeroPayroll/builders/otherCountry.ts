import type { IDataObject } from 'n8n-workflow';
import type { Conventions } from '../../shared/model/operation';
import { isObject } from '../../shared/model/values';

/** The node for each country that Xero has a Payroll API for, by ISO 3166. */
const NODES = { AU: 'Xero Payroll AU', GB: 'Xero Payroll UK', NZ: 'Xero Payroll NZ' };

/** A country as sentences name it, and its code. */
export interface PayrollCountry {
	readonly code: keyof typeof NODES;
	/** As in "organisations in New Zealand". */
	readonly name: string;
}

const nameOf = (code: string): string => new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code;

/**
 * Payroll's own API does not say of which country an organisation is: the Accounting API does.
 * @param todo what to do about one whose country has a node
 */
export const otherCountry = (
	{ code, name }: PayrollCountry,
	todo: (node: string, country: string) => string = (node) => `Use ${node}`,
): NonNullable<Conventions['otherCountry']> => ({
	request: { basePath: '/api.xro/2.0', path: '/Organisation', scope: 'accounting.settings.read' },
	told: ({ status, body }) => {
		const [organisation] = status === 200 && isObject(body) && Array.isArray(body.Organisations) ? body.Organisations : [];
		const { Name, CountryCode } = (isObject(organisation) ? organisation : {}) as IDataObject;
		if (typeof CountryCode !== 'string' || !/^[A-Z]{2}$/.test(CountryCode) || CountryCode === code) return undefined;
		const node = NODES[CountryCode as keyof typeof NODES] as string | undefined;
		return {
			says: `${typeof Name === 'string' ? Name : 'the organisation'} is of another country: ${nameOf(CountryCode)}`,
			todo: node === undefined ? `This node works with organisations in ${name}` : todo(node, nameOf(CountryCode)),
		};
	},
});
