import { XeroClient } from 'xero-node';

import { stoppedClock } from '../../../sandbox/clock';
import type { Sandbox } from '../../../sandbox/contract';
import { startSandbox } from '../../../sandbox/server';
import { START } from '../accounting/desk';

type Apis = { nz: XeroClient['payrollNZApi']; uk: XeroClient['payrollUKApi'] };

/** Xero's own SDK on a sandbox of its own, and what was called with it. */
export interface Client<Country extends keyof Apis> {
	readonly sandbox: Sandbox;
	readonly xero: Apis[Country];
	/** Of the organisation of the country. */
	readonly tenant: string;
	/** Names of all methods of the SDK, and of those that were called. */
	readonly all: readonly string[];
	readonly called: ReadonlySet<string>;
	/** The SDK with an access token of these scopes. */
	with(scopes: readonly string[]): Apis[Country];
	/** Status and body of a call that is refused. */
	refused(call: Promise<unknown>): Promise<{ statusCode: number; body: Record<string, unknown> }>;
}

export async function payrollClient<Country extends keyof Apis>(country: Country): Promise<Client<Country>> {
	const sandbox = await startSandbox({ seed: 'small', clock: stoppedClock(START), limits: { minute: 10_000 } });
	const tenant = sandbox.organisations[country === 'nz' ? 0 : 2]?.tenantId ?? '';
	const called = new Set<string>();
	const client = (scopes?: readonly string[]): Apis[Country] => {
		const made = new XeroClient();
		made.setTokenSet({ access_token: sandbox.issue({ tenants: [tenant], ...(scopes ? { scopes } : {}) }).access_token });
		const api = (country === 'nz' ? made.payrollNZApi : made.payrollUKApi) as Apis[Country];
		api.basePath = `${sandbox.url}/payroll.xro/2.0`;
		return api;
	};
	const api = client();
	const all = Object.getOwnPropertyNames(Object.getPrototypeOf(api)).filter((name) =>
		/^(create|get|update|delete|approve|revert)[A-Z]/.test(name),
	);
	return {
		sandbox,
		tenant,
		all,
		called,
		xero: new Proxy(api, {
			get(target, name) {
				if (all.includes(String(name))) called.add(String(name));
				return Reflect.get(target, name) as unknown;
			},
		}),
		with: client,
		refused: async (call) => (JSON.parse(String(await call.catch((error: unknown) => error))) as { response: never }).response,
	};
}
