import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Sandbox } from '../sandbox/contract';
import { startSandbox } from '../sandbox/server';
import { readExamples } from '../test/e2e/host/examples';
import { cacheFolder, installHost, type Host } from '../test/e2e/host/install';
import { startN8n, type N8n } from '../test/e2e/host/n8n';
import { projectFolder } from '../test/e2e/host/pack';
import { freePort } from '../test/e2e/host/port';
import { endPrograms } from '../test/e2e/host/program';
import { Session, wasRefusedWith, type WorkflowFile } from '../test/e2e/host/session';
import { alreadyRunning, welcome, type Ready, type Running } from './startText';

/** What is remembered between two starts, so that the second takes seconds and keeps what was made in the editor. */
export interface Memory {
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

/** How a local n8n gets the nodes, and what is done while it runs. */
export interface Local {
	/** Where it lives: one n8n at a time, as its database is made for one. */
	readonly home: string;
	/** Puts the nodes into n8n's home. */
	install(memory: Memory, signal: AbortSignal): Promise<void>;
	/** Looks after it from then on, and resolves when it ended by itself; waiting for that alone when absent. */
	attend?(n8n: N8n, session: Session, signal: AbortSignal): Promise<void>;
}

/** A home of this checkout's own, below the cache. */
export const homeFor = (command: string): string => join(cacheFolder, `${command}-${hashOf(projectFolder).slice(0, 8)}`);

const memoryIn = (home: string): string => join(home, 'start.json');
const runningIn = (home: string): string => join(home, 'running.json');

function hashOf(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

/** Prints a line. */
export function say(line = ''): void {
	console.log(line);
}

function recall(home: string): Memory {
	const nothing: Memory = { credentials: {}, examples: {} };
	const file = memoryIn(home);
	return existsSync(file) ? { ...nothing, ...(JSON.parse(readFileSync(file, 'utf8')) as Memory) } : nothing;
}

function remember(home: string, memory: Memory): void {
	writeFileSync(memoryIn(home), `${JSON.stringify(memory, null, 2)}\n`);
}

function note(home: string, running: Running): void {
	writeFileSync(runningIn(home), JSON.stringify(running));
}

/** Two n8n in one home would share a database that is made for one. */
function refuseSecondStart(home: string): void {
	const runningFile = runningIn(home);
	if (!existsSync(runningFile)) return;
	const running = JSON.parse(readFileSync(runningFile, 'utf8')) as Running;
	try {
		process.kill(running.pid, 0);
	} catch {
		return; // It was killed and left its note behind.
	}
	throw new Error(alreadyRunning(running, login));
}

async function signIn(host: Host, n8n: N8n, home: string): Promise<Session> {
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

/** What runs, for the end of it. */
interface Parts {
	sandbox?: Sandbox;
	n8n?: N8n;
	session?: Session;
}

/** Everything up to the printed address. Gives up quietly between two steps when the signal aborts. */
async function start({ home, install }: Local, running: Parts, signal: AbortSignal): Promise<void> {
	const host = await installHost(say);
	const memory = recall(home);
	await install(memory, signal);
	remember(home, memory);
	signal.throwIfAborted();

	say('Starting the sandbox and n8n');
	const sandbox = (running.sandbox = await startSandbox({ port: await freePort(4010) }));
	const logFile = join(home, 'n8n.log');
	rmSync(logFile, { force: true });
	const [port, brokerPort] = [await freePort(5678), await freePort(5679)];
	const n8n = (running.n8n = await startN8n(host, { home, port, brokerPort, logFile, codeNodes: true, signal }));
	note(home, { pid: process.pid, url: n8n.url, sandbox: { url: sandbox.url, apps: sandbox.apps } });

	const session = (running.session = await signIn(host, n8n, home));
	const credential = await connect(session, memory, sandbox);
	const examples = await importExamples(session, memory, credential);
	remember(home, memory);
	const credentials = { connected: credential.name, signIn: signInName };
	say(welcome({ url: n8n.url, login, sandbox, credentials, examples, logFile, home }));
}

/**
 * Runs n8n with the nodes and a sandbox until Ctrl-C, which ends all that was started.
 * @throws Error when it does not start, or ends by itself
 */
async function run(local: Local): Promise<void> {
	const { home, attend = async (n8n) => await n8n.ended } = local;
	mkdirSync(home, { recursive: true });
	refuseSecondStart(home);
	note(home, { pid: process.pid });
	const stop = new AbortController();
	const asked = new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve()));
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => {
			endPrograms();
			stop.abort();
		});
	}
	const running: Parts = {};
	try {
		await start(local, running, stop.signal);
		await Promise.race([asked, attend(running.n8n!, running.session!, stop.signal)]);
		if (!stop.signal.aborted) throw new Error(`n8n ended by itself: see ${running.n8n?.logFile}`);
	} catch (error) {
		// A step that Ctrl-C broke off fails in its own way, which is not worth a message.
		if (!stop.signal.aborted) throw error;
	} finally {
		say('Stopping');
		await running.n8n?.stop();
		await running.sandbox?.stop();
		rmSync(runningIn(home), { force: true });
	}
}

/** The whole of a script: runs it, and ends the process. */
export function runToTheEnd(local: Local): void {
	run(local).then(
		() => process.exit(0),
		(error: unknown) => {
			console.error(error instanceof Error ? error.message : error);
			process.exit(1);
		},
	);
}
