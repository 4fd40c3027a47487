import type { Sandbox } from '../sandbox/contract';
import { appLines } from '../sandbox/guide';
import type { Login } from '../test/e2e/host/session';
import { columns } from './columns';

/** What a running `npm start` leaves word of for the next one; the addresses are there when they answer. */
export interface Running {
	readonly pid: number;
	readonly url?: string;
	readonly sandbox?: Pick<Sandbox, 'url' | 'apps'>;
}

/** A local n8n that is ready, and what was made in it. */
export interface Ready {
	readonly url: string;
	readonly login: Login;
	readonly sandbox: Pick<Sandbox, 'url' | 'apps' | 'organisations'>;
	/** Names of the credential that is connected and of the one that waits for a sign-in. */
	readonly credentials: { readonly connected: string; readonly signIn: string };
	readonly examples: ReadonlyArray<{ readonly name: string; readonly url: string }>;
	readonly logFile: string;
	readonly home: string;
}

const indented = (spaces: number, lines: readonly string[]): string[] => lines.map((line) => ' '.repeat(spaces) + line);

const loginLine = ({ email, password }: Login): string => `  Log in     ${email}  with  ${password}`;

/** What someone is told who starts it while it runs. */
export function alreadyRunning({ pid, url, sandbox }: Running, login: Login): string {
	if (!url) return `It is starting already, as process ${pid}`;
	return [
		`It runs already, as process ${pid}:`,
		'',
		`  n8n        ${url}`,
		loginLine(login),
		...(sandbox ? [`  Sandbox    ${sandbox.url}`, ...indented(13, appLines(sandbox.apps))] : []),
	].join('\n');
}

/** What is printed when everything runs: where, how to log in, and what to open first. */
export function welcome({ url, login, sandbox, credentials, examples, logFile, home }: Ready): string {
	const rows = examples.map((example) => [example.name, example.url]);
	return `
  n8n        ${url}
${loginLine(login)}
  Sandbox    ${sandbox.url}  (${sandbox.organisations.map(({ name }) => name).join(', ')}; its data is made anew at each start)
${indented(13, appLines(sandbox.apps)).join('\n')}

  Webhooks   ${sandbox.url}/webhooks: activate a workflow with a Xero Accounting Trigger, register its Production URL there for the Custom
             connection, and change something

  The credential "${credentials.connected}" is connected; "${credentials.signIn}" waits for its Connect button.
  Open one of these workflows and press "Execute workflow" (those with a trigger of Xero's wait for it):
${indented(4, rows.map(columns(rows))).join('\n')}

  Or make a workflow of your own: add "Xero Accounting", choose the credential, and pick organisation, contact and accounts from
  the lists. n8n's log is ${logFile}
  To begin anew delete ${home}
  Ctrl-C stops n8n and the sandbox.
`;
}
