import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { XeroSuiteOAuth2Api } from '../../../credentials/XeroSuiteOAuth2Api.credentials';
import { forgetLimits } from '../../../nodes/shared/http/rateLimiter';
import { XeroFiles } from '../../../nodes/XeroFiles/XeroFiles.node';
import type { Sandbox } from '../../../sandbox/contract';
import { startSandbox } from '../../../sandbox/server';
import { asN8nResolvesIt } from '../../credential/asN8nResolvesIt';
import type { Credentials } from '../../n8n';
import { oneNode, runWorkflow } from '../../n8n';
import { byId, KERERU } from '../stage';

const TYPE = 'n8n-nodes-xero-suite.xeroFiles';
const types = { [TYPE]: new XeroFiles() };
const MB = 1024 * 1024;

const print = (data: Buffer): string => createHash('sha256').update(data).digest('hex');

/** Bytes without a pattern, the same every time. */
const bytes = (size: number): Buffer => {
	const data = Buffer.alloc(size);
	for (let at = 0, seed = 7; at < size; at += 4) data.writeUInt32LE((seed = (seed * 1664525 + 1013904223) >>> 0), at);
	return data;
};

const holding = (data: Buffer) => ({
	json: {},
	binary: { data: { data: data.toString('base64'), mimeType: 'application/pdf', fileName: 'scan.pdf' } },
});

describe.each([
	[30 * MB, '25 MB go up and come down to the byte'],
	[10 * MB, 'what Xero finds too large is refused with the limit'],
])('a request may have %i bytes', (maxBody, says) => {
	let sandbox: Sandbox;
	let credentials: Credentials;
	beforeAll(async () => {
		forgetLimits();
		sandbox = await startSandbox({ port: 0, seed: 'empty', maxBody });
		const { clientId, clientSecret = '' } = sandbox.apps.web;
		const stored = { grantType: 'authorizationCode', clientId, clientSecret, environment: 'sandbox', sandboxUrl: sandbox.url };
		credentials = {
			xeroSuiteOAuth2Api: { ...asN8nResolvesIt(new XeroSuiteOAuth2Api(), stored), oauthTokenData: sandbox.issue() as never },
		};
	});
	afterAll(async () => await sandbox.stop());

	const run = async (operation: string, parameters: IDataObject, item: IDataObject = {}) =>
		await runWorkflow(
			oneNode(TYPE, { organisation: byId(KERERU), resource: 'file', operation, ...parameters } as never, [item]),
			{ types, credentials },
		);

	test(says, async () => {
		const data = bytes(25 * MB);
		const up = await run('upload', { binaryPropertyName: 'data' }, holding(data) as never);
		if (maxBody < data.length) {
			expect(`${up.error?.message} ${up.error?.description}`).toContain('10 MB for a file');
			return;
		}
		const [saved] = up.json('Xero');
		expect([saved!.Name, saved!.MimeType, saved!.Size]).toEqual(['scan.pdf', 'application/pdf', 25 * MB]);
		const down = await run('getContent', { FileId: byId(String(saved!.Id)) });
		const { data: content, fileName, mimeType } = down.items('Xero')[0]!.binary!.data!;
		expect([fileName, mimeType, print(Buffer.from(content, 'base64'))]).toEqual(['scan.pdf', 'application/pdf', print(data)]);
	});
});
