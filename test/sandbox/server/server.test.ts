import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

import { startSandbox } from '../../../sandbox/server';
import { portInUse } from '../../../sandbox/portInUse';
import { caller, get } from './callers';
import { thingsApi, thingsSandbox } from './thingsApi';

it('listens on a free port of the loopback address', async () => {
	const [one, two] = [await thingsSandbox(), await thingsSandbox()];
	expect(one.url).toMatch(/^http:\/\/127\.0\.0\.1:\d{2,5}$/);
	expect(two.url).not.toBe(one.url);
	await Promise.all([one.stop(), two.stop()]);
});

it('refuses to listen on an address others can reach', async () => {
	await expect(startSandbox({ host: '0.0.0.0' }, thingsApi)).rejects.toThrow(
		'The sandbox listens on loopback only, not on 0.0.0.0',
	);
});

it('rejects when the port is taken', async () => {
	const first = await thingsSandbox();
	await expect(thingsSandbox({ port: Number(new URL(first.url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
	await first.stop();
});

it('says at / what it is and how to connect', async () => {
	const sandbox = await thingsSandbox();
	const { status, headers, text } = await get(sandbox.url);
	expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
	expect(text).toContain('<h1>Xero sandbox</h1>');
	for (const { clientId } of Object.values(sandbox.apps)) expect(text).toContain(clientId);
	expect(text).toContain('Harbour Lane Studio (Demo)');
	await sandbox.stop();
});

it('tells each answered call to the log', async () => {
	const seen: string[] = [];
	const sandbox = await thingsSandbox({ log: ({ method, url, status }) => seen.push(`${method} ${url} ${status}`) });
	const call = caller(sandbox);
	await call('/api.xro/2.0/Things?page=1');
	await call('/connections');
	expect(seen).toEqual(['GET /api.xro/2.0/Things?page=1 200', 'GET /connections 200']);
	await sandbox.stop();
});

it('stops at once though sockets are kept alive and calls are under way', async () => {
	const sandbox = await thingsSandbox({ latency: 60_000 });
	const idle = connect(Number(new URL(sandbox.url).port), '127.0.0.1');
	await once(idle, 'connect');
	const closed = once(idle, 'close');
	const underWay = caller(sandbox)('/api.xro/2.0/Things').then(
		() => 'answered',
		() => 'cut',
	);
	await new Promise((wake) => setTimeout(wake, 50));
	await sandbox.stop();
	expect(await underWay).toBe('cut');
	await closed;
	await expect(get(sandbox.url)).rejects.toThrow('fetch failed');
});

it('gives every new sandbox the same apps and organisations', async () => {
	const [one, two] = [await thingsSandbox(), await thingsSandbox()];
	expect(two.apps).toEqual(one.apps);
	expect(two.organisations).toEqual(one.organisations);
	expect(one.apps.web.scopes).toContain('offline_access');
	expect(one.apps.custom.scopes).not.toContain('offline_access');
	expect(one.apps.pkce.clientSecret).toBeUndefined();
	await Promise.all([one.stop(), two.stop()]);
});

it('cannot see the consents and records of another sandbox', async () => {
	const [one, two] = [await thingsSandbox(), await thingsSandbox()];
	const { access_token } = one.issue();
	expect((await caller(two, access_token)('/api.xro/2.0/Things')).status).toBe(401);
	await Promise.all([one.stop(), two.stop()]);
});

it.each([
	['answers with a page of its own', 'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n<title>n8n</title>'],
	['speaks no HTTP', '220 ready\r\n'],
])('takes nothing for a sandbox that %s', async (_what, answer) => {
	const other = createServer((socket) => socket.end(answer)).listen(0, '127.0.0.1');
	await once(other, 'listening');
	const { port } = other.address() as AddressInfo;
	expect(await portInUse(port)).toBe(
		`Port ${port} is taken by something other than a Xero sandbox: end it, or choose another port with --port`,
	);
	other.close();
});

describe('the command', () => {
	const root = join(__dirname, '../../..');
	const run = (...options: string[]) =>
		spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts', ...options], { cwd: root });
	const read = async (stream: NodeJS.ReadableStream): Promise<string> => {
		let text = '';
		for await (const chunk of stream) text += String(chunk);
		return text;
	};

	it('prints how to connect, answers, and ends on SIGTERM', async () => {
		const child = run('--port', '0', '--seed', 'small', '--minute', '7');
		const exit = once(child, 'exit');
		try {
			let printed = '';
			for await (const chunk of child.stdout) {
				printed += String(chunk);
				if (printed.includes('Harbour Lane Studio (Demo)\n')) break;
			}
			const url = /^Xero sandbox on (http:\/\/127\.0\.0\.1:\d+) /.exec(printed)?.[1] ?? '';
			expect((await get(url)).status).toBe(200);
			expect(printed).toContain('client id SANDBOXWEBAPP0000000000000000001   secret sandbox-web-secret-for-local-use-only');
			expect(printed).toContain('http://localhost:5678/rest/oauth2-credential/callback');
		} finally {
			child.kill('SIGTERM');
		}
		expect(await exit).toEqual([0, null]);
	});

	it('says how to connect to the sandbox that has its port already', async () => {
		const first = await thingsSandbox();
		const { port } = new URL(first.url);
		const child = run('--port', port, '--seed', 'empty');
		const [exit, said] = await Promise.all([once(child, 'exit'), read(child.stderr)]);
		await first.stop();
		expect(exit).toEqual([1, null]);
		expect(said.split('\n')).toEqual([
			`A Xero sandbox runs there already: http://127.0.0.1:${port}`,
			'',
			'  Web app            client id SANDBOXWEBAPP0000000000000000001   secret sandbox-web-secret-for-local-use-only',
			'  PKCE app           client id SANDBOXPKCEAPP000000000000000002   no secret',
			'  Custom connection  client id SANDBOXCUSTOM0000000000000000003   secret sandbox-custom-secret-for-local-use-only',
			'',
			'Use that one, or choose another port with --port',
			'',
		]);
	});

	it.each([
		[['--seed', 'huge'], '--seed is demo, small or empty, not huge'],
		[['--latency', 'soon'], '--latency is a whole number, not soon'],
	])(
		'says what is wrong with %j',
		async (options, sentence) => {
			const child = run(...options);
			const [exit, said] = await Promise.all([once(child, 'exit'), read(child.stderr)]);
			expect(exit).toEqual([1, null]);
			expect(said).toContain(sentence);
			expect(said).toContain('Options and what they mean: --help');
		},
		30_000,
	);
});
