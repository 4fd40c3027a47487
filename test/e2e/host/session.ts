import type { Host } from './install';
import type { N8n } from './n8n';
import { pause } from './program';

/** Who signs in to the local n8n. Made up; it is printed for the person who tries the nodes. */
export interface Login {
	email: string;
	password: string;
}

export interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

/** A workflow as it stands in a file: what n8n's editor exports. */
export interface WorkflowFile {
	name: string;
	nodes: Array<{
		name: string;
		type: string;
		credentials?: Record<string, { id: string; name: string }>;
		[key: string]: unknown;
	}>;
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
	pinData?: Record<string, unknown>;
	[key: string]: unknown;
}

/** What one node of an execution gave, or why it ended. */
export interface NodeRun {
	/** One list per output; `json` of each item. */
	outputs: Array<Array<Record<string, unknown>>>;
	error?: { message: string; description?: string };
}

export interface Execution {
	status: string;
	nodes: Record<string, NodeRun>;
	/** What ended it, whatever node it was in. */
	error?: { message: string; description?: string };
}

interface RunData {
	resultData: {
		error?: { message: string; description?: string };
		runData: Record<
			string,
			Array<{
				data?: { main?: Array<Array<{ json: Record<string, unknown> }> | null> };
				error?: { message: string; description?: string };
			}>
		>;
	};
}

/** Whether an error is n8n's answer with one of these HTTP statuses. */
export function wasRefusedWith(error: unknown, ...statuses: number[]): boolean {
	return error instanceof Error && 'status' in error && statuses.some((status) => status === error.status);
}

const saved = ({ name, nodes, connections, settings = {}, pinData }: WorkflowFile) => ({
	name,
	nodes,
	connections,
	settings,
	...(pinData && { pinData }),
});

/** The owner of a local n8n, signed in: what its editor does, over the same routes. */
export class Session {
	private constructor(
		private readonly host: Host,
		readonly n8n: N8n,
		private cookie: string,
	) {}

	/**
	 * Makes the owner of a new n8n, or signs in to one that has an owner.
	 * @throws Error (status 401) when the owner has another password by now.
	 */
	static async open(host: Host, n8n: N8n, { email, password }: Login): Promise<Session> {
		const session = new Session(host, n8n, '');
		const settings = await session.ask<{ userManagement: { showSetupOnFirstLoad: boolean } }>('GET', '/rest/settings');
		if (settings.userManagement.showSetupOnFirstLoad) {
			await session.ask('POST', '/rest/owner/setup', { email, password, firstName: 'Demo', lastName: 'Owner' });
		} else {
			await session.ask('POST', '/rest/login', { emailOrLdapLoginId: email, password });
		}
		return session;
	}

	/** One call of n8n's internal API; gives what is under `data` of its answer. @throws Error with n8n's message and the HTTP status. */
	async ask<T>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T> {
		const response = await this.fetch(path, {
			method,
			headers: { ...(body !== undefined && { 'content-type': 'application/json' }) },
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
		const set = response.headers.getSetCookie().find((line) => line.startsWith('n8n-auth='));
		if (set) this.cookie = set.split(';')[0] ?? '';
		const text = await response.text();
		const answer = (text ? JSON.parse(text) : {}) as { data?: T; message?: string };
		if (!response.ok) {
			const message = `n8n answered ${method} ${path} with ${response.status}: ${answer.message ?? text.slice(0, 300)}`;
			throw Object.assign(new Error(message), { status: response.status });
		}
		return (answer.data === undefined ? answer : answer.data) as T;
	}

	/** A plain fetch with the owner's cookie, for pages that are not JSON. */
	async fetch(path: string, init: RequestInit = {}): Promise<Response> {
		return await fetch(new URL(path, this.n8n.url), { ...init, headers: { ...(init.headers as object), cookie: this.cookie } });
	}

	/** This session's cookie, for a browser that is to be signed in without the sign-in page. */
	browserCookie(): { name: string; value: string; url: string } {
		const [name = '', value = ''] = this.cookie.split('=');
		return { name, value, url: this.n8n.url };
	}

	/** @returns the new credential's id. */
	async createCredential(name: string, type: string, data: Record<string, unknown>): Promise<string> {
		return (await this.ask<{ id: string }>('POST', '/rest/credentials', { name, type, data })).id;
	}

	async updateCredential(id: string, name: string, type: string, data: Record<string, unknown>): Promise<void> {
		await this.ask('PATCH', `/rest/credentials/${id}`, { name, type, data });
	}

	/** What the "Test" of the credential dialog says. */
	async testCredential(id: string, name: string, type: string, data: Record<string, unknown>): Promise<CredentialTest> {
		return await this.ask('POST', '/rest/credentials/test', { credentials: { id, name, type, data } });
	}

	/** The address the "Connect" button opens. */
	async authorizeUrl(credentialId: string): Promise<string> {
		return await this.ask('GET', `/rest/oauth2-credential/auth?id=${credentialId}`);
	}

	/** @returns the new workflow's id. */
	async createWorkflow(workflow: WorkflowFile): Promise<string> {
		return (await this.ask<{ id: string }>('POST', '/rest/workflows', saved(workflow))).id;
	}

	async updateWorkflow(id: string, workflow: WorkflowFile): Promise<void> {
		await this.ask('PATCH', `/rest/workflows/${id}?forceSave=true`, saved(workflow));
	}

	/**
	 * Publishes a workflow and waits until its webhooks answer: n8n 2.41 does it in the background.
	 * @throws Error with n8n's reason when it gives up, which takes it five tries and 15 s.
	 */
	async publish(id: string): Promise<void> {
		const { versionId } = await this.ask<{ versionId: string }>('GET', `/rest/workflows/${id}`);
		await this.ask('POST', `/rest/workflows/${id}/activate`, { versionId });
		const deadline = Date.now() + 40_000;
		for (;;) {
			const publication = await this.ask<{ status: string }>('GET', `/rest/workflows/${id}/publication-status`);
			const { status } = publication;
			if (status === 'published') return;
			if (/fail|error/i.test(status)) throw new Error(`Workflow ${id} was not published: ${JSON.stringify(publication)}`);
			if (Date.now() > deadline) throw new Error(`Workflow ${id} was not published after 40 s: ${status}`);
			await pause(100);
		}
	}

	/** Runs a workflow as the editor's "Execute workflow" does and waits for its end. */
	async run(id: string, startNode: string, timeoutMs = 60_000): Promise<Execution> {
		const workflowData = await this.ask('GET', `/rest/workflows/${id}`);
		const { executionId } = await this.ask<{ executionId: string }>('POST', `/rest/workflows/${id}/run`, {
			workflowData,
			triggerToStartFrom: { name: startNode },
		});
		return await this.execution(executionId, timeoutMs);
	}

	/** The newest execution of a workflow, when it has ended. */
	async lastExecution(workflowId: string, timeoutMs = 60_000): Promise<Execution> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const { results } = await this.ask<{ results: Array<{ id: string }> }>('GET', `/rest/executions?limit=1&filter=${filter}`);
		const id = results[0]?.id;
		if (!id) throw new Error(`Workflow ${workflowId} has no execution`);
		return await this.execution(id, timeoutMs);
	}

	/** The executions of a workflow that n8n has stored, the newest first, each when it has ended. */
	async executions(workflowId: string, timeoutMs = 60_000): Promise<Execution[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const { results } = await this.ask<{ results: Array<{ id: string }> }>('GET', `/rest/executions?limit=50&filter=${filter}`);
		const ended: Execution[] = [];
		for (const { id } of results) ended.push(await this.execution(id, timeoutMs));
		return ended;
	}

	/** How many executions of a workflow n8n has stored, whatever became of them. */
	async executionCount(workflowId: string): Promise<number> {
		return (await this.executionIds(workflowId)).length;
	}

	/** The ids of all executions of a workflow that n8n has stored, whatever became of them. */
	async executionIds(workflowId: string): Promise<string[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const ids = new Set<string>();
		for (let cursor: string | null | undefined = ''; typeof cursor === 'string';) {
			const from: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
			const page: { results: Array<{ id: string }>; nextCursor?: string | null } = await this.ask(
				'GET',
				`/rest/executions?limit=100&filter=${filter}${from}`,
			);
			// What is under way stands before the first page of what has ended, and may have ended by the next one.
			for (const { id } of page.results) ids.add(id);
			cursor = page.nextCursor;
		}
		return [...ids];
	}

	/** One execution, when it has ended. @throws Error when it has not by then. */
	async execution(id: string, timeoutMs = 60_000): Promise<Execution> {
		const deadline = Date.now() + timeoutMs;
		for (;;) {
			const { status, data } = await this.ask<{ status: string; data: string }>('GET', `/rest/executions/${id}`);
			if (!['new', 'running', 'waiting'].includes(status)) return this.readExecution(status, data);
			if (Date.now() > deadline) throw new Error(`Execution ${id} was still ${status} after ${timeoutMs} ms`);
			await pause(150);
		}
	}

	// n8n stores an execution with `flatted`: JSON in which repeated objects are references.
	private readExecution(status: string, data: string): Execution {
		const { parse } = this.host.require('flatted') as { parse(text: string): RunData };
		const { runData, error } = parse(data).resultData;
		const nodes = Object.entries(runData).map(([name, runs]): [string, NodeRun] => {
			const last = runs.at(-1);
			const outputs = (last?.data?.main ?? []).map((items) => (items ?? []).map(({ json }) => json));
			return [name, { outputs, ...(last?.error && { error: last.error }) }];
		});
		return { status, nodes: Object.fromEntries(nodes), ...(error && { error }) };
	}
}
