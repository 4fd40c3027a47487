import 'reflect-metadata';
import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';
import { XeroSuiteOAuth2Api } from '../../credentials/XeroSuiteOAuth2Api.credentials';
import { forgetLimits } from '../../nodes/shared/http/rateLimiter';
import { clock as nodesClock } from '../../nodes/shared/http/clock';
import type { CallRecord, Clock, Limits, Sandbox } from '../../sandbox/contract';
import { leapingClock } from '../../sandbox/clock';
import { startSandbox } from '../../sandbox/server';
import { XeroPollingTrigger } from '../../nodes/XeroPollingTrigger/XeroPollingTrigger.node';
import { asN8nResolvesIt } from '../credential/asN8nResolvesIt';
import type { Credentials } from '../n8n';
import type { Setting } from './trigger';
import { Trigger } from './trigger';

export const KERERU = '6b1f3c52-8d0e-4a57-9c3b-2e74a1d05f10';
export const HARBOUR = 'c94e27a8-51b6-4f3d-8e02-7ad913b6c4f2';
export const BASE = '/api.xro/2.0';

const type = new XeroPollingTrigger();

/** The trigger as n8n runs it. */
export const triggerOf = (credentials: Credentials, parameters: INodeParameters, setting: Setting = {}): Trigger =>
	new Trigger(type, credentials, parameters, setting);

export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** A credential as n8n holds it, connected to a sandbox. */
export function credentialFor(sandbox: Pick<Sandbox, 'url'>, app: Sandbox['apps']['web'], tokens: unknown): Credentials {
	const stored: ICredentialDataDecryptedObject = {
		grantType: 'authorizationCode',
		clientId: app.clientId,
		clientSecret: app.clientSecret!,
		environment: 'sandbox',
		sandboxUrl: sandbox.url,
	};
	const resolved = asN8nResolvesIt(new XeroSuiteOAuth2Api(), stored);
	return { xeroSuiteOAuth2Api: { ...resolved, oauthTokenData: tokens as never } };
}

export interface StageOptions {
	readonly seed?: 'demo' | 'small' | 'empty';
	readonly limits?: Partial<Limits>;
	/** Organisations that the credential is connected to; the usual ones unless said. */
	readonly tenants?: readonly string[];
	/** Time passes only where something waits: what follows one another happens at the same moment. */
	readonly isStill?: boolean;
}

/** Anything Xero takes in a body. */
export type Body = Readonly<Record<string, unknown>>;

/** A sandbox, a credential connected to it, and triggers that watch it. */
export class Stage {
	sandbox!: Sandbox;
	clock!: Clock;
	credentials!: Credentials;
	private token = '';

	constructor(private readonly options: StageOptions = {}) {}

	async open(): Promise<void> {
		const start = Date.now();
		this.clock = leapingClock(start, this.options.isStill ? { now: () => start } : undefined);
		Object.assign(nodesClock, this.clock, { random: () => 0.5 });
		forgetLimits();
		const { seed = 'small', limits = {}, tenants } = this.options;
		this.sandbox = await startSandbox({ port: 0, seed, clock: this.clock, limits: { minute: 100_000, ...limits } });
		const scopes = [...this.sandbox.apps.web.scopes, 'accounting.journals.read'];
		const issued = this.sandbox.issue({ expiresIn: LONG, scopes, ...(tenants ? { tenants } : {}) });
		this.token = issued.access_token;
		this.credentials = credentialFor(this.sandbox, this.sandbox.apps.web, issued);
		// What the seed wrote last must not count as changed just now.
		await this.clock.sleep(5 * 60_000);
	}

	async close(): Promise<void> {
		await this.sandbox.stop();
	}

	/** A credential that was given these scopes only. */
	credentialWith(scopes: readonly string[], tenants: readonly string[]): Credentials {
		return credentialFor(this.sandbox, this.sandbox.apps.web, this.sandbox.issue({ expiresIn: LONG, scopes, tenants }));
	}

	/** Lets time pass, as it does between two polls. In ms. */
	async pass(ms = 60_000): Promise<void> {
		await this.clock.sleep(ms);
	}

	trigger(resource: string, parameters: INodeParameters = {}, setting: Setting = {}): Trigger {
		return triggerOf(this.credentials, { organisation: byId(KERERU), resource, ...parameters }, setting);
	}

	/** A trigger that has been activated: from here on it tells. The calls of its activation are forgotten. */
	async watching(resource: string, parameters: INodeParameters = {}, setting: Setting = {}): Promise<Trigger> {
		const trigger = this.trigger(resource, parameters, setting);
		expect(await trigger.activate()).toEqual([]);
		this.sandbox.forget();
		return trigger;
	}

	/** Someone else's call, which is not counted among the trigger's. */
	async call(method: string, path: string, body?: Body, tenant = KERERU, base = BASE): Promise<Record<string, Body[]>> {
		const answer = await fetch(`${this.sandbox.url}${base}${path}`, {
			method,
			headers: {
				Authorization: `Bearer ${this.token}`,
				Accept: 'application/json',
				'Content-Type': 'application/json',
				'User-Agent': OTHERS,
				'Xero-Tenant-Id': tenant,
			},
			...(body ? { body: JSON.stringify(body) } : {}),
		});
		const text = await answer.text();
		if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 500)}`);
		return (text ? JSON.parse(text) : {}) as Record<string, Body[]>;
	}

	/** The calls that the triggers made, as 'GET /Invoices'. */
	get asked(): string[] {
		return this.calls.map(({ method, url }) => `${method} ${url.split('?')[0]!.replace(BASE, '')}`);
	}

	get calls(): CallRecord[] {
		return this.sandbox.calls.filter(({ headers }) => headers['user-agent'] !== OTHERS);
	}

	async invoice(more: Body = {}, amount = 100): Promise<string> {
		return await this.created('Invoices', 'InvoiceID', {
			Type: 'ACCREC',
			Contact: { Name: 'Ngaio Sports' },
			LineItems: [{ Description: 'Chairs', Quantity: 1, UnitAmount: amount, AccountCode: '200', TaxType: 'NONE' }],
			DueDate: this.day(30),
			...more,
		});
	}

	/** A payment of the whole invoice. */
	async pay(InvoiceID: string, Amount = 100): Promise<string> {
		return await this.created('Payments', 'PaymentID', {
			Invoice: { InvoiceID },
			Account: { Code: this.bankCode },
			Date: this.day(0),
			Amount,
		});
	}

	async created(plural: string, id: string, body: Body): Promise<string> {
		const answer = await this.call('PUT', `/${plural}`, { [plural]: [body] });
		return String(answer[plural]![0]![id]);
	}

	async changed(plural: string, id: string, body: Body): Promise<void> {
		await this.call('POST', `/${plural}/${id}`, body);
	}

	/** The code of a bank account in the organisation's own currency. */
	get bankCode(): string {
		const accounts = this.records('Accounts');
		const [organisation] = this.records('Organisation');
		const bank = accounts.find(
			({ Type, Status, CurrencyCode }) =>
				Type === 'BANK' && Status === 'ACTIVE' && (CurrencyCode ?? '') === (organisation?.BaseCurrency ?? CurrencyCode),
		);
		return String(bank!.Code);
	}

	/** A calendar date so many days from today, in New Zealand. */
	day(days: number): string {
		return new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Auckland' }).format(this.clock.now() + days * 86_400_000);
	}

	records(plural: string, tenant = KERERU): Array<Record<string, unknown>> {
		return [...this.sandbox.records(tenant, plural)];
	}
}

const OTHERS = 'someone-else';
/** Seconds: longer than any test lets pass. */
const LONG = 100_000_000;

/** A fresh stage for each test of a file, or one for all of them. */
export function staged(options: StageOptions & { shared?: boolean } = {}): Stage {
	const stage = new Stage(options);
	if (options.shared) {
		beforeAll(async () => await stage.open());
		afterAll(async () => await stage.close());
		beforeEach(() => {
			forgetLimits();
			stage.sandbox.clearFaults();
			stage.sandbox.forget();
		});
	} else {
		beforeEach(async () => await stage.open());
		afterEach(async () => await stage.close());
	}
	return stage;
}

/** Change type and ID of what was handed on, for expectations. */
export const told = (items: readonly IDataObject[], id = 'InvoiceID'): Array<[unknown, unknown]> =>
	items.map((item) => [item.changeType, item[id]]);

/** The error a promise ends with. */
export async function thrown(promise: Promise<unknown>): Promise<Error & { description?: string; failure?: unknown }> {
	try {
		await promise;
	} catch (cause) {
		return cause as Error;
	}
	throw new Error('Nothing was thrown');
}
