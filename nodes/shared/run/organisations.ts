// Which organisation an item is for.

import type { IDataObject, IExecuteFunctions, INode } from 'n8n-workflow';
import { z } from 'zod';
import type { XeroClient } from '../http/client';
import { blanks } from '../inputs/blanks';
import { refuseInput } from '../inputs/check';
import { operationError } from '../model/errorState';
import type { Fields } from '../model/field';
import type { Finding } from '../model/findings';
import { kindOf, shown } from '../model/findings';
import type { Connection } from '../model/request';
import { parameterOf } from './inputValues';
import { nodeOf } from './savedNode';
import { isGuid } from '../model/values';

/**
 * What stands in Organisation for an item: an ID, a name from an expression, or nothing.
 * @throws NodeOperationError for what is neither, and for an expression that came to nothing: a guess would write into the wrong books
 */
export function organisationGiven(ctx: IExecuteFunctions, item: number): string {
	const given = parameterOf(ctx, 'organisation', item, '') as IDataObject;
	const [blank] = blanks(ctx, item, PANEL, nodeOf(ctx).parameters as IDataObject, { organisation: given });
	if (blank) throw refuseInput(ctx, item, blank.finding);
	const value = given !== null && typeof given === 'object' && 'value' in given ? given.value : given;
	if (value !== null && value !== undefined && typeof value !== 'string')
		throw refuseInput(ctx, item, {
			place: ['Organisation'],
			value: shown(value),
			says: `is ${kindOf(value)}; the name of an organisation or its ID is needed`,
		});
	return organisationIn(given);
}

const PANEL: Fields = {
	organisation: { ui: { displayName: 'Organisation', type: 'resourceLocator', default: '' }, schema: z.unknown() },
};

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
export async function organisationFor(node: INode, client: XeroClient, given: string, item?: number): Promise<string> {
	if (isGuid(given)) return given.toLowerCase();
	const connections = await client.connections();
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
