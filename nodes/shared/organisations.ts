import type { IExecuteFunctions, INode } from 'n8n-workflow';
import type { Door } from './client';
import { operationError } from './errorState';
import type { Finding } from './findings';
import { shown } from './findings';
import type { Connection } from './request';

const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** What stands in Organisation for an item: an ID, a name from an expression, or nothing. */
export const organisationGiven = (ctx: IExecuteFunctions, item: number): string =>
	organisationIn(ctx.getNodeParameter('organisation', item, ''));

/** Opens the locator's value. */
export function organisationIn(raw: unknown): string {
	const value = raw !== null && typeof raw === 'object' && 'value' in raw ? raw.value : raw;
	return typeof value === 'string' ? value.trim() : '';
}

const names = (connections: readonly Connection[]): string => connections.map(({ tenantName }) => tenantName).join(', ');

/**
 * The tenant ID to work in. An ID is taken as it is; a name is looked up; nothing means the only organisation there is.
 * @throws NodeOperationError when there are several and none was chosen: a guess would write into the wrong books
 */
export async function organisationFor(node: INode, door: Door, given: string, item?: number): Promise<string> {
	if (GUID.test(given)) return given.toLowerCase();
	const connections = await door.connections();
	const items = item === undefined ? [] : [item];
	const refuse = (finding: Omit<Finding, 'items'>): never => {
		throw operationError(node, { ...finding, items: finding.place ? items : [] }, { items, state: 'notSent' });
	};
	if (given !== '') {
		const named = connections.filter(({ tenantName }) => tenantName.toLowerCase() === given.toLowerCase());
		if (named.length === 1) return named[0]!.tenantId;
		return refuse({
			place: ['Organisation'],
			value: shown(given),
			says: `is not connected to this credential (${names(connections) || 'none is'})`,
			todo: 'Choose one from the list, or give its ID',
		});
	}
	if (connections.length === 1) return connections[0]!.tenantId;
	if (connections.length > 1)
		return refuse({
			says: `choose an organisation: the credential is connected to ${connections.length} (${names(connections)})`,
		});
	return refuse({
		says: 'no organisation of Xero is connected',
		todo: 'Open the credential and connect it to Xero, choosing an organisation on the way',
	});
}
