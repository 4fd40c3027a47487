// Why an organisation has nothing of an API: it is of another country.

import type { IDataObject } from 'n8n-workflow';
import type { Conventions } from '../model/operation';
import type { Finding } from '../model/findings';
import type { XeroRequest, XeroResponse } from '../model/request';
import { isObject } from '../model/values';

/** What the organisation itself is, which payroll's own API does not say. */
export const ORGANISATION: XeroRequest & { readonly scope: string } = {
	basePath: '/api.xro/2.0',
	path: '/Organisation',
	scope: 'accounting.settings.read',
};

/** An API of one country answers those of another so (405), or as if there were no such path (404). */
export const mayBeOfOtherCountry = ({ country }: Conventions, request: XeroRequest, { status }: XeroResponse): boolean =>
	country !== undefined && request.basePath === undefined && (status === 404 || status === 405);

const nameOf = (code: string): string => new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code;

/** What is said of an organisation of another country; undefined when it is not, or when that cannot be told. */
export function otherCountry(
	{ country }: Conventions,
	{ status, body }: XeroResponse,
): Pick<Finding, 'says' | 'todo'> | undefined {
	const [organisation] = status === 200 && isObject(body) && Array.isArray(body.Organisations) ? body.Organisations : [];
	const { Name, CountryCode } = (isObject(organisation) ? organisation : {}) as IDataObject;
	if (country === undefined || typeof CountryCode !== 'string' || !/^[A-Z]{2}$/.test(CountryCode)) return undefined;
	if (CountryCode === country.code) return undefined;
	const node = country.nodes[CountryCode];
	return {
		says: `${typeof Name === 'string' ? Name : 'the organisation'} is of another country: ${nameOf(CountryCode)}`,
		todo: node === undefined ? `This node works with organisations of this country: ${nameOf(country.code)}` : `Use ${node}`,
	};
}
