import assert from 'node:assert/strict';

import type { Check } from '../check';
import { credentialData, credentialType } from '../stage';

export const credentialChecks: readonly Check[] = [
	{
		sentence: 'The test of a Custom Connection passes without any click',
		async run({ session, sandbox, credentials }) {
			const name = 'Custom Connection';
			const data = credentialData(sandbox, sandbox.apps.custom);
			const id = await session.createCredential(name, credentialType, data);
			const before = sandbox.tokenRequests.client_credentials ?? 0;
			const result = await session.testCredential(id, name, credentialType, data);
			assert.equal(result.status, 'OK', result.message);
			assert.equal((sandbox.tokenRequests.client_credentials ?? 0) - before, 1);
			credentials.set('custom', { id, name });
			return result.message;
		},
	},
	{
		sentence: 'The test of a Custom Connection with a wrong secret says what is wrong, without the secret',
		async run({ session, sandbox }) {
			const name = 'Custom Connection with a wrong secret';
			const data = { ...credentialData(sandbox, sandbox.apps.custom), clientSecret: 'not-the-secret-of-this-app' };
			const id = await session.createCredential(name, credentialType, data);
			const { status, message } = await session.testCredential(id, name, credentialType, data);
			assert.equal(status, 'Error');
			assert.match(message, /client/i);
			assert.doesNotMatch(message, /not-the-secret|\[object|undefined|<html/i);
			return message;
		},
	},
	{
		sentence: 'The test of a Custom Connection that lost its organisation or its rights says so in words',
		async run({ session, sandbox }) {
			const name = 'Custom Connection turned away';
			const data = credentialData(sandbox, sandbox.apps.custom);
			const id = await session.createCredential(name, credentialType, data);
			sandbox.fail({ match: { path: '/connections' }, what: { kind: 'status', status: 403 } });
			const { status, message } = await session.testCredential(id, name, credentialType, data);
			assert.equal(status, 'Error');
			assert.match(message, /organisation/i);
			return message;
		},
	},
];
