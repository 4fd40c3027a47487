import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Sandbox } from '../sandbox/contract';
import { startSandbox } from '../sandbox/server';
import { readExamples } from '../test/e2e/host/examples';
import { cacheFolder, installHost, type Host } from '../test/e2e/host/install';
import { startN8n, type N8n } from '../test/e2e/host/n8n';
import { installPack, packFingerprint, projectFolder, readManifest } from '../test/e2e/host/pack';
import { freePort } from '../test/e2e/host/port';
import { endPrograms } from '../test/e2e/host/program';
import { Session, wasRefusedWith, type WorkflowFile } from '../test/e2e/host/session';
import { alreadyRunning, welcome, type Ready, type Running } from './startText';
import { packNodes } from './tarball';

/** What is remembered between two starts, so that the second takes seconds and keeps what was made in the editor. */
interface Memory {
	/** Of the sources the installed nodes were packed from. */
	pack?: string;
	/** Credential ids by name. */
	credentials: Record<string, string>;
	/** By file name: the workflow made from it and the hash of the file then. */
	examples: Record<string, { id: string; hash: string }>;
}

const credentialType = 'xeroSuiteOAuth2Api';
const name = 'Xero (sandbox)';
const signInName = 'Xero (sandbox, with sign-in)';
const login = { email: 'demo@example.com', password: 'Sandbox-demo-1' };
const home = join(cacheFolder, `start-${hashOf(projectFolder).slice(0, 8)}`);
const memoryFile = join(home, 'start.json');
const runningFile = join(home, 'running.json');

function hashOf(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

function say(line = ''): void {
	console.log(line);
}

function recall(): Memory {
	const nothing: Memory = { credentials: {}, examples: {} };
	return existsSync(memoryFile) ? { ...nothing, ...(JSON.parse(readFileSync(memoryFile, 'utf8')) as Memory) } : nothing;
}

function remember(memory: Memory): void {
	writeFileSync(memoryFile, `${JSON.stringify(memory, null, 2)}\n`);
}

function note(running: Running): void {
	writeFileSync(runningFile, JSON.stringify(running));
}

/** Two n8n in one home would share a database that is made for one. */
function refuseSecondStart(): void {
	if (!existsSync(runningFile)) return;
	const running = JSON.parse(readFileSync(runningFile, 'utf8')) as Running;
	try {
		process.kill(running.pid, 0);
	} catch {
		return; // It was killed and left its note behind.
	}
	throw new Error(alreadyRunning(running, login));
}

async function installNodes(memory: Memory): Promise<void> {
	const fingerprint = packFingerprint();
	const installed = join(home, '.n8n', 'nodes', 'node_modules', readManifest().name, 'package.json');
	if (memory.pack === fingerprint && existsSync(installed)) return;
	say('Building the nodes and installing them as n8n does');
	const logFile = join(home, 'pack.log');
	await installPack(await packNodes(join(home, 'packed'), logFile), home, logFile);
	memory.pack = fingerprint;
}

async function signIn(host: Host, n8n: N8n): Promise<Session> {
	try {
		return await Session.open(host, n8n, login);
	} catch (error) {
		if (!wasRefusedWith(error, 401)) throw error;
		throw new Error(`Its owner is no longer ${login.email} with ${login.password}. To begin anew delete ${home}`);
	}
}

/** Makes the credential, or brings it to the sandbox's present address. */
async function keepCredential(session: Session, memory: Memory, name: string, data: Record<string, unknown>): Promise<string> {
	const known = memory.credentials[name];
	if (known) {
		try {
			await session.updateCredential(known, name, credentialType, data);
			return known;
		} catch (error) {
			if (!wasRefusedWith(error, 404)) throw error;
		}
	}
	return (memory.credentials[name] = await session.createCredential(name, credentialType, data));
}

async function connect(session: Session, memory: Memory, { url, apps }: Sandbox): Promise<{ id: string; name: string }> {
	const place = { environment: 'sandbox', sandboxUrl: url };
	const app = ({ clientId, clientSecret = '' }: Sandbox['apps']['web']) => ({ clientId, clientSecret });
	// An empty Access asks for all the app was given, reports as well.
	const data = {
		...place,
		...app(apps.custom),
		grantType: 'clientCredentials',
		access: [],
		webhookSigningSecret: apps.custom.webhooksKey,
	};
	const id = await keepCredential(session, memory, name, data);
	const { status, message } = await session.testCredential(id, name, credentialType, data);
	if (status !== 'OK') throw new Error(`The credential "${name}" does not connect: ${message}`);
	await keepCredential(session, memory, signInName, { ...place, ...app(apps.web), grantType: 'authorizationCode' });
	return { id, name };
}

/** Imports every example that is new or changed since the last start; those changed only in the editor stay as they are. */
async function importExamples(
	session: Session,
	memory: Memory,
	credential: { id: string; name: string },
): Promise<Ready['examples']> {
	const made: Array<{ name: string; url: string }> = [];
	for (const { file, text, workflow } of readExamples(credentialType, credential)) {
		const hash = hashOf(text + credential.id);
		const known = memory.examples[file];
		const id = known?.hash === hash ? known.id : await keepWorkflow(session, known?.id, workflow);
		memory.examples[file] = { id, hash };
		made.push({ name: workflow.name, url: `${session.n8n.url}/workflow/${id}` });
	}
	return made;
}

async function keepWorkflow(session: Session, id: string | undefined, workflow: WorkflowFile): Promise<string> {
	if (id) {
		try {
			await session.updateWorkflow(id, workflow);
			return id;
		} catch (error) {
			if (!wasRefusedWith(error, 400, 403, 404)) throw error;
		}
	}
	return await session.createWorkflow(workflow);
}

/** Everything up to the printed address. Gives up quietly between two steps when the signal aborts. */
async function start(running: { sandbox?: Sandbox; n8n?: N8n }, signal: AbortSignal): Promise<void> {
	const host = await installHost(say);
	const memory = recall();
	await installNodes(memory);
	remember(memory);
	signal.throwIfAborted();

	say('Starting the sandbox and n8n');
	const sandbox = (running.sandbox = await startSandbox({ port: await freePort(4010) }));
	const logFile = join(home, 'n8n.log');
	rmSync(logFile, { force: true });
	const [port, brokerPort] = [await freePort(5678), await freePort(5679)];
	const n8n = (running.n8n = await startN8n(host, { home, port, brokerPort, logFile, codeNodes: true, signal }));
	note({ pid: process.pid, url: n8n.url, sandbox: { url: sandbox.url, apps: sandbox.apps } });

	const session = await signIn(host, n8n);
	const credential = await connect(session, memory, sandbox);
	const examples = await importExamples(session, memory, credential);
	remember(memory);
	const credentials = { connected: credential.name, signIn: signInName };
	say(welcome({ url: n8n.url, login, sandbox, credentials, examples, logFile, home }));
}

async function main(): Promise<void> {
	mkdirSync(home, { recursive: true });
	refuseSecondStart();
	note({ pid: process.pid });
	const stop = new AbortController();
	const asked = new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve()));
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => {
			endPrograms();
			stop.abort();
		});
	}
	const running: { sandbox?: Sandbox; n8n?: N8n } = {};
	try {
		await start(running, stop.signal);
		await Promise.race([asked, running.n8n?.ended]);
		if (!stop.signal.aborted) throw new Error(`n8n ended by itself: see ${running.n8n?.logFile}`);
	} catch (error) {
		// A step that Ctrl-C broke off fails in its own way, which is not worth a message.
		if (!stop.signal.aborted) throw error;
	} finally {
		say('Stopping');
		await running.n8n?.stop();
		await running.sandbox?.stop();
		rmSync(runningFile, { force: true });
	}
}

main().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	},
);
