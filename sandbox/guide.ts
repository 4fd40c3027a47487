import type { Sandbox } from './contract';

/** What goes into a credential, a line for each app. */
export function appLines({ web, pkce, custom }: Sandbox['apps']): string[] {
	return [
		`Web app            client id ${web.clientId}   secret ${web.clientSecret}`,
		`PKCE app           client id ${pkce.clientId}   no secret`,
		`Custom connection  client id ${custom.clientId}   secret ${custom.clientSecret}`,
	];
}

/** What is printed when a sandbox has started: where it is and how to connect to it. */
export function guide({ url, apps, organisations }: Pick<Sandbox, 'url' | 'apps' | 'organisations'>): string {
	return [
		`Xero sandbox on ${url} (in memory, made-up data; Ctrl-C ends it)`,
		'',
		...appLines(apps).map((line) => `  ${line}`),
		'',
		`  Authorize  ${url}/identity/connect/authorize`,
		`  Token      ${url}/connect/token`,
		`  Discovery  ${url}/.well-known/openid-configuration`,
		`  Webhooks   ${url}/webhooks`,
		'  Redirect   any https URL, or http on localhost; for n8n: http://localhost:5678/rest/oauth2-credential/callback',
		'',
		...organisations.map(({ name, tenantId }) => `  Organisation  ${tenantId}  ${name}`),
	].join('\n');
}
