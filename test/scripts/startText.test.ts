import { demoApps } from '../../sandbox/identity/apps';
import { alreadyRunning, welcome } from '../../scripts/startText';

const login = { email: 'demo@example.com', password: 'Sandbox-demo-1' };
const sandbox = {
	url: 'http://127.0.0.1:4010',
	apps: demoApps(),
	organisations: [{ tenantId: '1', name: 'Harbour Lane Studio' }],
};

test('The table of workflows keeps its columns with names of 60 characters', () => {
	const text = welcome({
		url: 'http://localhost:5678',
		login,
		sandbox,
		credentials: { connected: 'Xero (sandbox)', signIn: 'Xero (sandbox, with sign-in)' },
		examples: [
			{ name: 'Paid orders', url: 'http://localhost:5678/workflow/a1' },
			{ name: 'What Tūī Street Bakery and all of its bakers owe each Monday', url: 'http://localhost:5678/workflow/b2' },
		],
		logFile: '/home/someone/n8n.log',
		home: '/home/someone',
	});
	expect(text.split('\n').filter((line) => line.includes('/workflow/'))).toEqual([
		'    Paid orders                                                   http://localhost:5678/workflow/a1',
		'    What Tūī Street Bakery and all of its bakers owe each Monday  http://localhost:5678/workflow/b2',
	]);
});

test('Who starts it a second time hears where it runs, how to log in, and what goes into a credential', () => {
	expect(alreadyRunning({ pid: 4321, url: 'http://localhost:5678', sandbox }, login).split('\n')).toEqual([
		'It runs already, as process 4321:',
		'',
		'  n8n        http://localhost:5678',
		'  Log in     demo@example.com  with  Sandbox-demo-1',
		'  Sandbox    http://127.0.0.1:4010',
		'             Web app            client id SANDBOXWEBAPP0000000000000000001   secret sandbox-web-secret-for-local-use-only',
		'             PKCE app           client id SANDBOXPKCEAPP000000000000000002   no secret',
		'             Custom connection  client id SANDBOXCUSTOM0000000000000000003   secret sandbox-custom-secret-for-local-use-only',
	]);
});

test('Who starts it a second time while it is still starting hears that', () => {
	expect(alreadyRunning({ pid: 4321 }, login)).toBe('It is starting already, as process 4321');
});
