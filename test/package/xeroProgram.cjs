/**
 * A program as anybody writes it for Xero with xero-node: it knows nothing of a sandbox. Prints as JSON what it saw.
 * The browser, which no program has, is played by `visit` (the sandbox's address is its argument).
 */
const { XeroClient } = require('xero-node');

const [, , clientId, clientSecret, sandbox] = process.argv;

/** Opens the consent page and allows everything: the address that Xero sends the browser to. */
async function visit(consentUrl) {
	const page = await (await fetch(consentUrl)).text();
	const form = new URLSearchParams({ ticket: /name="ticket" value="([^"]+)"/.exec(page)[1], decision: 'allow' });
	for (const [, tenant] of page.matchAll(/name="tenant" value="([^"]+)"/g)) form.append('tenant', tenant);
	const sent = { method: 'POST', body: form, redirect: 'manual' };
	return (await fetch(`${sandbox}/identity/connect/authorize`, sent)).headers.get('location');
}

async function main() {
	const scopes = 'openid profile email offline_access accounting.settings accounting.invoices'.split(' ');
	const xero = new XeroClient({ clientId, clientSecret, redirectUris: ['http://localhost:3000/callback'], scopes, state: 'x' });
	const tokens = await xero.apiCallback(await visit(await xero.buildConsentUrl()));
	const [{ tenantId }, ...others] = await xero.updateTenants();
	const { body: settings, response } = await xero.accountingApi.getOrganisations(tenantId);
	const invoice = {
		...{ type: 'ACCREC', status: 'AUTHORISED', contact: { name: 'Tide Tables Ltd' }, date: '2026-11-18', dueDate: '2026-12-18' },
		lineItems: [{ description: 'Tables', quantity: 2, unitAmount: 21.5, accountCode: '200' }],
	};
	const created = await xero.accountingApi.createInvoices(tenantId, { invoices: [invoice] });
	const read = await xero.accountingApi.getInvoice(tenantId, created.body.invoices[0].invoiceID);
	const renewed = await xero.refreshToken();
	await xero.revokeToken();
	xero.setTokenSet({ access_token: renewed.access_token });
	const refused = await xero.accountingApi.getOrganisations(tenantId).catch((refusal) => JSON.parse(refusal));
	return {
		issuer: tokens.claims().iss,
		email: tokens.claims().email,
		organisations: [settings.organisations[0].name, ...others.map(({ tenantName }) => tenantName)],
		left: response.headers['x-minlimit-remaining'],
		invoice: { subTotal: read.body.invoices[0].subTotal, status: read.body.invoices[0].status },
		renewed: renewed.refresh_token !== tokens.refresh_token,
		afterRevoking: refused.response.statusCode,
	};
}

main().then((seen) => console.log(JSON.stringify(seen)));
