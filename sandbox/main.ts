import { parseArgs } from 'node:util';

import type { SandboxOptions } from './contract';
import { startSandbox } from './server';

const usage = `Usage: tsx sandbox/main.ts [--port 4010] [--seed demo|small|empty] [--latency ms] [--minute calls]`;

/** Reads the command line. @throws Error with one sentence when it cannot be understood. */
function asked(): SandboxOptions {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '4010' },
			seed: { type: 'string', default: 'demo' },
			latency: { type: 'string', default: '0' },
			minute: { type: 'string' },
		},
	});
	const { seed } = values;
	if (seed !== 'demo' && seed !== 'small' && seed !== 'empty') throw new Error(`--seed is demo, small or empty, not ${seed}`);
	const limits = values.minute === undefined ? {} : { minute: whole('minute', values.minute) };
	return { port: whole('port', values.port), seed, latency: whole('latency', values.latency), limits };
}

function whole(name: string, text: string): number {
	if (!/^\d+$/.test(text)) throw new Error(`--${name} is a whole number, not ${text}`);
	return Number(text);
}

async function main(): Promise<void> {
	const options = asked();
	const sandbox = await startSandbox(options).catch((error: unknown) => {
		const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
		throw taken ? new Error(`Port ${options.port} is taken: end what runs there, or choose another with --port`) : error;
	});
	const { web, pkce, custom } = sandbox.apps;
	const lines = [
		`Xero sandbox on ${sandbox.url} (in memory, made-up data; Ctrl-C ends it)`,
		'',
		`  Web app            client id ${web.clientId}   secret ${web.clientSecret}`,
		`  PKCE app           client id ${pkce.clientId}   no secret`,
		`  Custom connection  client id ${custom.clientId}   secret ${custom.clientSecret}`,
		'',
		`  Authorize  ${sandbox.url}/identity/connect/authorize`,
		`  Token      ${sandbox.url}/connect/token`,
		`  Webhooks   ${sandbox.url}/webhooks`,
		'  Redirect   any https URL, or http on localhost; for n8n: http://localhost:5678/rest/oauth2-credential/callback',
		'',
		...sandbox.organisations.map(({ name, tenantId }) => `  Organisation  ${tenantId}  ${name}`),
	];
	console.log(lines.join('\n'));
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.stop());
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	console.error(usage);
	process.exitCode = 1;
});
