import type { SandboxApp } from '../contract';
import { organisations } from '../organisations';
import { consentScopes, dataScopes, partnerScopes } from '../scopes';

/** The three apps every sandbox knows, one of each kind that Xero's developer portal makes. Their ids and secrets never change. */
export function demoApps(): { readonly web: SandboxApp; readonly pkce: SandboxApp; readonly custom: SandboxApp } {
	return {
		web: {
			name: 'Sandbox web app',
			clientId: 'SANDBOXWEBAPP0000000000000000001',
			clientSecret: 'sandbox-web-secret-for-local-use-only',
			webhooksKey: webhooksKey('Web'),
			kind: 'web',
			scopes: consentScopes,
			tenants: [],
		},
		pkce: {
			name: 'Sandbox PKCE app',
			clientId: 'SANDBOXPKCEAPP000000000000000002',
			webhooksKey: webhooksKey('Pkce'),
			kind: 'pkce',
			scopes: consentScopes,
			tenants: [],
		},
		custom: {
			name: 'Sandbox custom connection',
			clientId: 'SANDBOXCUSTOM0000000000000000003',
			clientSecret: 'sandbox-custom-secret-for-local-use-only',
			webhooksKey: webhooksKey('Custom'),
			kind: 'custom',
			// No person signs in here, so neither offline_access nor the scopes about a person.
			// The one app here that Xero would have approved as a bank's or lender's, so that all of its APIs can be tried.
			scopes: [...dataScopes, ...partnerScopes],
			tenants: [organisations[0].tenantId],
		},
	};
}

/** Xero's keys are 64 bytes in base64, so 88 characters; these say in them what they are. */
function webhooksKey(app: string): string {
	return `${`Sandbox/${app}/webhooks/key/for/local/use/only/`.padEnd(85, '0')}A==`;
}
