import assert from 'node:assert/strict';

import type { Check } from '../check';
import { PATIENCE } from '../editor';
import { shoot } from '../screenshot';
import { credentialData, credentialType, packName, type Stage } from '../stage';

interface Found {
	results: Array<{ name: string; value: string }>;
}

/** What the Organisation list of a node offers under a credential. */
async function organisationsFor({ session }: Stage, credential: { id: string; name: string }): Promise<Found> {
	return await session.ask('POST', '/rest/dynamic-node-parameters/resource-locator-results', {
		nodeTypeAndVersion: { name: `${packName}.xeroAccounting`, version: 1 },
		path: 'parameters.organisation',
		methodName: 'organisations',
		currentNodeParameters: { resource: 'invoice', operation: 'getAll' },
		credentials: { [credentialType]: credential },
	});
}

/** Presses Connect in the credential dialog and allows the access on the page that opens. */
async function consent(stage: Stage, which: 'code' | 'pkce'): Promise<string> {
	const { browser, n8n, session, sandbox, credentials } = stage;
	const name = which === 'code' ? 'Authorization Code' : 'PKCE';
	const data = credentialData(sandbox, which === 'code' ? sandbox.apps.web : sandbox.apps.pkce);
	const id = await session.createCredential(name, credentialType, data);
	const codes = sandbox.tokenRequests.authorization_code ?? 0;

	const page = await browser.newPage();
	page.setDefaultTimeout(PATIENCE);
	await page.goto(`${n8n.url}/home/credentials/${id}`);
	const dialog = page.locator('[data-test-id="editCredential-modal"]');
	const connect = dialog.locator('[data-test-id="oauth-not-connected-banner"]').getByRole('button');
	await connect.waitFor();
	if (which === 'code') await shoot(page, 'credential-dialog');
	const opened = browser.waitForEvent('page');
	await connect.click();
	const authorize = await opened;
	await authorize.getByRole('button', { name: 'Allow access' }).waitFor();
	await authorize.getByRole('button', { name: 'Allow access' }).click();
	await dialog.locator('[data-test-id="oauth-connect-success-banner"]').waitFor({ state: 'visible' });

	assert.equal((sandbox.tokenRequests.authorization_code ?? 0) - codes, 1);
	const credential = { id, name };
	const { results } = await organisationsFor(stage, credential);
	assert.deepEqual(
		results.map(({ value }) => value).sort(),
		sandbox.organisations
			.slice(0, 2)
			.map(({ tenantId }) => tenantId)
			.sort(),
	);
	credentials.set(which, credential);
	return results.map((organisation) => organisation.name).join(', ');
}

export const consentChecks: readonly Check[] = [
	{
		sentence: 'The sign-in of an Authorization Code credential completes in the browser, and the credential works',
		run: (stage) => consent(stage, 'code'),
	},
	{
		sentence: 'The sign-in of a PKCE credential completes in the browser without a secret, and the credential works',
		run: (stage) => consent(stage, 'pkce'),
	},
];
