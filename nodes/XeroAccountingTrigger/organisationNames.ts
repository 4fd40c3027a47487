import type { IExecuteFunctions, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import type { XeroClient } from '../shared/http/client';
import { openClient } from '../shared/http/client';
import { clock } from '../shared/http/clock';
import { CREDENTIAL } from '../shared/http/transport';
import { accounting } from '../XeroAccounting/accounting';
import type { Event } from './delivery';

/** How long the names of a credential's organisations count, and how long none are asked for after an answer that gave none; ms. */
const LIFE = 10 * 60_000;
const PAUSE = 60_000;

interface Names {
	readonly until: number;
	readonly byId: ReadonlyMap<string, string>;
}

const known = new Map<string, Names>();
/** Credentials whose names one process remembers. */
const CREDENTIALS = 100;

/**
 * Names of the organisations that events come from, by tenant ID in lower case. Asked at most once in ten minutes for a
 * credential, unless an organisation is new; without an answer the events go out without names.
 */
export async function organisationNames(
	ctx: IExecuteFunctions,
	client: XeroClient,
	events: readonly Event[],
): Promise<ReadonlyMap<string, string>> {
	const { id } = ctx.getNode().credentials?.[CREDENTIAL] ?? {};
	const { clientId, sandboxUrl, environment } = await ctx.getCredentials(CREDENTIAL);
	const key = JSON.stringify([id, clientId, environment === 'sandbox' ? sandboxUrl : '']);
	const wanted = events.filter(({ tenantType }) => tenantType !== 'APPLICATION').map(({ tenantId }) => tenantId.toLowerCase());
	const before = known.get(key);
	const keep = (life: number, byId: ReadonlyMap<string, string>): ReadonlyMap<string, string> => {
		known.delete(key);
		known.set(key, { until: clock.now() + life, byId });
		for (const oldest of known.keys()) if (known.size > CREDENTIALS) known.delete(oldest);
		return byId;
	};
	if (wanted.length === 0) return new Map();
	const current = before && before.until > clock.now();
	if (current && (before.byId.size === 0 || wanted.every((tenant) => before.byId.has(tenant)))) return before.byId;
	try {
		const byId = new Map((await client.connections()).map(({ tenantId, tenantName }) => [tenantId.toLowerCase(), tenantName]));
		// An organisation that is no longer connected stays without a name: not asked for again and again.
		for (const tenant of wanted) if (!byId.has(tenant)) byId.set(tenant, before?.byId.get(tenant) ?? '');
		return keep(LIFE, byId);
	} catch {
		return keep(PAUSE, before?.byId ?? new Map<string, string>());
	}
}

/** The organisations a credential is connected to, for the panel's list. @throws NodeApiError when Xero does not say */
export async function organisationOptions(ctx: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const client = await openClient(ctx, accounting, { longestWait: 20_000, timeout: 20_000, run: 'organisations' });
	return (await client.connections())
		.map(({ tenantName, tenantId }) => ({ name: tenantName, value: tenantId }))
		.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
