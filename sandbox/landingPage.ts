import type { Sandbox } from './contract';
import { escaped, page } from './page';

/** By its title the page is known for a sandbox's. */
export const title = 'Xero sandbox';

/** The page at /: what this server is and how to connect to it. */
export function landingPage({ url, apps, organisations }: Pick<Sandbox, 'url' | 'apps' | 'organisations'>): string {
	const rows = Object.values(apps).map(
		({ name, clientId, clientSecret, kind }) =>
			`<tr><th scope="row">${escaped(name)}<br><span class="soft">${kind}</span></th><td><code>${escaped(clientId)}</code></td><td><code>${escaped(clientSecret ?? '–')}</code></td></tr>`,
	);
	const names = organisations.map(({ name, tenantId }) => `<li>${escaped(name)} <code>${escaped(tenantId)}</code></li>`);
	return page(
		title,
		`<h1>${title}</h1>
<p>A local server that behaves as Xero's APIs do, with made-up organisations. Everything is in memory and gone when it stops.</p>
<h2>Connect</h2>
<p>Base URL <code>${escaped(url)}</code>. In n8n choose the environment <strong>Sandbox</strong> in the credential. In a program of your own put it in place of <code>https://login.xero.com</code>, <code>https://identity.xero.com</code> and <code>https://api.xero.com</code>.</p>
<div class="scrolling" role="region" aria-label="Apps" tabindex="0">
<table>
<thead><tr><th scope="col">App</th><th scope="col">Client ID</th><th scope="col">Client secret</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</div>
<p>Redirect URIs: any over https, and http on <code>localhost</code>.</p>
<h2>Organisations</h2>
<ul>
${names.join('\n')}
</ul>
<h2>Addresses</h2>
<ul>
<li>Authorize <code>/identity/connect/authorize</code></li>
<li>Token <code>/connect/token</code>, revocation <code>/connect/revocation</code></li>
<li>OpenID discovery <a href="/.well-known/openid-configuration">/.well-known/openid-configuration</a></li>
<li>Connections <code>/connections</code></li>
<li>Accounting <code>/api.xro/2.0</code></li>
<li>Assets <code>/assets.xro/1.0</code></li>
<li>Bank Feeds <code>/bankfeeds.xro/1.0</code></li>
<li>Files <code>/files.xro/1.0</code></li>
<li>Finance <code>/finance.xro/1.0</code></li>
<li>Projects <code>/projects.xro/2.0</code></li>
<li>Webhooks of each app <a href="/webhooks">/webhooks</a></li>
<li>Faults, limits and what was called <a href="/sandbox">/sandbox</a>, for tests</li>
</ul>`,
		'wide',
	);
}
