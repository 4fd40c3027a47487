import { appLines } from './guide';
import { demoApps } from './identity/apps';
import { title } from './landingPage';

/** ms a server has to show its first page. */
const PATIENCE = 3_000;

async function isSandbox(url: string): Promise<boolean> {
	try {
		const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
		return (await response.text()).includes(`<title>${title}</title>`);
	} catch {
		return false; // It speaks no HTTP, or no longer.
	}
}

/** What to say when a port of this machine is taken: whether a sandbox answers there, and then how to connect to it. */
export async function portInUse(port: number): Promise<string> {
	const url = `http://127.0.0.1:${port}`;
	if (!(await isSandbox(url))) {
		return `Port ${port} is taken by something other than a Xero sandbox: end it, or choose another port with --port`;
	}
	const use = ['', ...appLines(demoApps()).map((line) => `  ${line}`), ''];
	return [`A Xero sandbox runs there already: ${url}`, ...use, 'Use that one, or choose another port with --port'].join('\n');
}
