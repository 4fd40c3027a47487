import { cpSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

import type { ICredentialDataDecryptedObject, INodeParameters, INodeType } from 'n8n-workflow';

import type * as Clocks from '../nodes/shared/http/clock';
import type * as RateLimiter from '../nodes/shared/http/rateLimiter';
import type { Sandbox } from '../sandbox/contract';
import { builtInNode, sentTo } from './builtInNode';

/** What a node is asked to do: an invoice per item, every invoice there is, or the invoice each item names. */
export type Task = 'create' | 'readAll' | 'get';

/** One of the nodes measured, and how a workflow uses it. */
export interface Contender {
	readonly name: string;
	readonly credential: 'xeroSuiteOAuth2Api' | 'xeroOAuth2Api';
	/** The node, its calls going to the sandbox. */
	node(sandbox: Sandbox): INodeType;
	/** Its panel, filled in for one organisation; what differs from invoice to invoice comes from the items. */
	parameters(task: Task, tenantId: string): INodeParameters;
}

const root = resolve(__dirname, '..');
const dist = join(root, 'dist');
const modulesIn = (folder: string): NodeJS.Require => createRequire(join(folder, 'nodes', 'index.js'));

/** The pack as Node.js loaded it, with the clock and the counts inside, which are set for each measurement. */
export interface Loaded {
	readonly limits: typeof Clocks & typeof RateLimiter;
	readonly node: INodeType;
}

function load(folder: string): Loaded {
	const from = modulesIn(folder);
	const { XeroAccounting } = from('./XeroAccounting/XeroAccounting.node.js') as { XeroAccounting: new () => INodeType };
	const clocks = from('./shared/http/clock.js') as typeof Clocks;
	const rateLimiter = from('./shared/http/rateLimiter.js') as typeof RateLimiter;
	return { limits: { ...clocks, ...rateLimiter }, node: new XeroAccounting() };
}

/** The reports, loaded with the same clock and counts. */
export const reportsNode: INodeType = new (
	modulesIn(dist)('./XeroReports/XeroReports.node.js') as { XeroReports: new () => INodeType }
).XeroReports();

const pack = load(dist);
export const packLimits = pack.limits;

/** The pack loaded from a copy of its files, with counts of its own: it knows nothing of the other, as another process does not. */
export function loadedAgain(name: string): Loaded {
	const copy = join(root, '.cache', 'bench', name);
	rmSync(copy, { recursive: true, force: true });
	cpSync(dist, copy, { recursive: true });
	return load(copy);
}

const locator = (mode: string, value: string): INodeParameters => ({ __rl: true, mode, value }) as unknown as INodeParameters;

export const thisPack: Contender = {
	name: 'this pack',
	credential: 'xeroSuiteOAuth2Api',
	node: () => pack.node,
	parameters(task, tenantId) {
		const invoices = { organisation: locator('id', tenantId), resource: 'invoice' };
		if (task === 'readAll') return { ...invoices, operation: 'getAll', returnAll: true, simplify: false };
		if (task === 'get')
			return { ...invoices, operation: 'get', InvoiceID: locator('id', '={{ $json.InvoiceID }}'), simplify: false };
		const line = {
			Description: '={{ $json.description }}',
			Quantity: '1',
			UnitAmount: '={{ $json.amount }}',
			AccountCode: locator('code', '200'),
			TaxType: locator('code', 'NONE'),
		};
		return {
			...invoices,
			operation: 'create',
			input: 'fields',
			Contact: locator('id', '={{ $json.contact }}'),
			Reference: '={{ $json.reference }}',
			LineAmountTypes: 'Exclusive',
			LineItems: { line: [line] },
			simplify: false,
		};
	},
};

const xero = builtInNode();

const builtIn = (name: string, repaired: boolean): Contender => ({
	name,
	credential: 'xeroOAuth2Api',
	node: (sandbox) => sentTo(xero, sandbox.url, repaired),
	parameters(task, tenantId) {
		const invoices = { resource: 'invoice', organizationId: tenantId };
		if (task === 'readAll') return { ...invoices, operation: 'getAll', returnAll: true };
		if (task === 'get') return { ...invoices, operation: 'get', invoiceId: '={{ $json.InvoiceID }}' };
		// Every number is filled in: the node sends those left out as empty texts.
		const line = {
			description: '={{ $json.description }}',
			quantity: 1,
			unitAmount: '={{ $json.amount }}',
			accountCode: '200',
			taxType: 'NONE',
			taxAmount: '0',
			lineAmount: '={{ $json.amount }}',
			discountRate: '0',
		};
		return {
			...invoices,
			operation: 'create',
			type: 'ACCREC',
			contactId: '={{ $json.contact }}',
			lineItemsUi: { lineItemsValues: [line] },
			additionalFields: { reference: '={{ $json.reference }}' },
		};
	},
});

/** n8n's built-in node as it is. */
export const builtInAsIs = builtIn('built-in', false);
/** The same with what it forgets on the second page put back by this bench: only to compare the speed of reading. */
export const builtInRepaired = builtIn('built-in, page two repaired', true);

/** A credential after a finished consent, for either node; of the organisations that the sandbox starts with unless said. */
export const credentialFor = (sandbox: Sandbox, tenants?: readonly string[]): ICredentialDataDecryptedObject => ({
	grantType: 'authorizationCode',
	environment: 'sandbox',
	sandboxUrl: sandbox.url,
	accessTokenUrl: `${sandbox.url}/connect/token`,
	clientId: sandbox.apps.web.clientId,
	clientSecret: sandbox.apps.web.clientSecret ?? '',
	authentication: 'header',
	oauthTokenData: { ...sandbox.issue({ app: 'web', expiresIn: 86_400, ...(tenants ? { tenants } : {}) }) },
});
