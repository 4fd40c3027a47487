import { XeroClient } from 'xero-node';
import { PayrollAuV2Api } from 'xero-node/dist/gen/api/payrollAUV2Api';

import { stoppedClock } from '../../../sandbox/clock';
import type { Sandbox } from '../../../sandbox/contract';
import { startSandbox } from '../../../sandbox/server';
import { START } from '../accounting/desk';

type Apis = {
	au: XeroClient['payrollAUApi'];
	auTwo: PayrollAuV2Api;
	nz: XeroClient['payrollNZApi'];
	uk: XeroClient['payrollUKApi'];
};

/** Which of the sandbox's organisations has the payroll, and at which address. */
const PLACES = { au: [1, '1.0'], auTwo: [1, '2.0'], nz: [0, '2.0'], uk: [2, '2.0'] } as const;

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

/** A sandbox, of its own unless one is given, with the SDK of a country. */
export async function payrollClient<Country extends keyof Apis>(country: Country, given?: Sandbox): Promise<Client<Country>> {
	const sandbox = given ?? (await startSandbox({ seed: 'small', clock: stoppedClock(START), limits: { minute: 10_000 } }));
	const [at, version] = PLACES[country];
	const tenant = sandbox.organisations[at]?.tenantId ?? '';
	const called = new Set<string>();
	const client = (scopes?: readonly string[]): Apis[Country] => {
		const made = new XeroClient();
		const { access_token } = sandbox.issue({ tenants: [tenant], ...(scopes ? { scopes } : {}) });
		made.setTokenSet({ access_token });
		// The class of 2.0 is not among those that the client of the SDK makes.
		const two = new PayrollAuV2Api();
		two.accessToken = access_token;
		const api = { au: made.payrollAUApi, auTwo: two, nz: made.payrollNZApi, uk: made.payrollUKApi }[country] as Apis[Country];
		api.basePath = `${sandbox.url}/payroll.xro/${version}`;
		return api;
	};
	const api = client();
	const all = Object.getOwnPropertyNames(Object.getPrototypeOf(api)).filter((name) =>
		/^(create|get|update|delete|approve|reject|revert)[A-Z]/.test(name),
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
