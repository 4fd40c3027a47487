import type { ICredentialTestRequest, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { accessOptions, defaultAccess, signInScopes } from './access';

// n8n evaluates an expression in the default of a hidden field at each use, with the credential's other fields as $self.
const sandboxOr = (path: string, xero: string) =>
	`={{ $self["environment"] === "sandbox" ? $self["sandboxUrl"].replace(/\\/+$/, "") + "${path}" : "${xero}" }}`;

const signIn = `$self["grantType"] === "clientCredentials" ? [] : ${JSON.stringify(signInScopes)}`;

/** How a workflow signs in to Xero, or to the sandbox of this pack. */
export class XeroSuiteOAuth2Api implements ICredentialType {
	// n8n itself owns `xeroOAuth2Api`, and credential names are global.
	name = 'xeroSuiteOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Xero Suite OAuth2 API';

	documentationUrl = 'https://github.com/n8n-nodes-xero-suite/n8n-nodes-xero-suite#connect-to-xero';

	icon: Icon = { light: 'file:../icons/xero.svg', dark: 'file:../icons/xero.dark.svg' };

	properties: INodeProperties[] = [
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'options',
			options: [
				{
					name: 'Authorization Code (Xero Web App)',
					value: 'authorizationCode',
					description: 'A user signs in and chooses the organisations. Needs a client ID and a client secret.',
				},
				{
					name: 'Custom Connection (One Organisation, No Sign-In)',
					value: 'clientCredentials',
					description: 'For one organisation that has bought a Custom Connection. Needs a client ID and a client secret.',
				},
				{
					name: 'PKCE (No Client Secret)',
					value: 'pkce',
					description: 'A user signs in and chooses the organisations. For a Xero mobile or desktop app: client ID only.',
				},
			],
			default: 'authorizationCode',
			description: "The kind of app made in Xero's developer portal",
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: sandboxOr('/identity/connect/authorize', 'https://login.xero.com/identity/connect/authorize'),
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: sandboxOr('/connect/token', 'https://identity.xero.com/connect/token'),
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			description: "From the Configuration page of the app in Xero's developer portal",
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			displayOptions: { show: { grantType: ['authorizationCode', 'clientCredentials'] } },
			default: '',
			required: true,
			description: 'Shown once when it is generated on the Configuration page of the app',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			default: `={{ $self["customScopes"] ? $self["enabledScopes"] : (${signIn}).concat($self["access"] || []).join(" ") }}`,
		},
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			// Xero wants the secret as a Basic header; without a secret the client ID goes into the body.
			default: '={{ $self["grantType"] === "pkce" ? "body" : "header" }}',
		},
		// n8n shows fields that depend on an expression: without these two the body fields of its base credential appear.
		{
			displayName: 'Send Additional Body Properties',
			name: 'sendAdditionalBodyProperties',
			type: 'hidden',
			default: false,
		},
		{
			displayName: 'Additional Body Properties',
			name: 'additionalBodyProperties',
			type: 'hidden',
			default: '',
		},
		{
			displayName:
				'In <a href="https://developer.xero.com/app/manage" target="_blank">Xero\'s developer portal</a> make a <b>Web app</b>, add the OAuth Redirect URL shown above to it, and copy its client ID and secret. Xero takes https addresses and http://localhost.',
			name: 'webAppNotice',
			type: 'notice',
			displayOptions: { show: { environment: ['xero'], grantType: ['authorizationCode'] } },
			default: '',
		},
		{
			displayName:
				'In <a href="https://developer.xero.com/app/manage" target="_blank">Xero\'s developer portal</a> make a <b>Mobile or desktop app</b>, add the OAuth Redirect URL shown above to it, and copy its client ID. Xero takes https addresses and http://localhost.',
			name: 'pkceNotice',
			type: 'notice',
			displayOptions: { show: { environment: ['xero'], grantType: ['pkce'] } },
			default: '',
		},
		{
			displayName:
				'In <a href="https://developer.xero.com/app/manage" target="_blank">Xero\'s developer portal</a> make a <b>Custom connection</b>, tick the same scopes there as under Access, and let the organisation approve it. Saving this credential tests it.',
			name: 'customConnectionNotice',
			type: 'notice',
			displayOptions: { show: { environment: ['xero'], grantType: ['clientCredentials'] } },
			default: '',
		},
		{
			displayName:
				'Start it with <b>npm run sandbox</b> in a checkout of <a href="https://github.com/n8n-nodes-xero-suite/n8n-nodes-xero-suite#the-sandbox" target="_blank">this pack\'s source</a> (or <b>npx xero-sandbox</b> where its package is installed). Client ID: <b>SANDBOXWEBAPP0000000000000000001</b>, Client Secret: <b>sandbox-web-secret-for-local-use-only</b>.',
			name: 'sandboxWebAppNotice',
			type: 'notice',
			displayOptions: { show: { environment: ['sandbox'], grantType: ['authorizationCode'] } },
			default: '',
		},
		{
			displayName:
				'Start it with <b>npm run sandbox</b> in a checkout of <a href="https://github.com/n8n-nodes-xero-suite/n8n-nodes-xero-suite#the-sandbox" target="_blank">this pack\'s source</a> (or <b>npx xero-sandbox</b> where its package is installed). Client ID: <b>SANDBOXPKCEAPP000000000000000002</b>.',
			name: 'sandboxPkceNotice',
			type: 'notice',
			displayOptions: { show: { environment: ['sandbox'], grantType: ['pkce'] } },
			default: '',
		},
		{
			displayName:
				'Start it with <b>npm run sandbox</b> in a checkout of <a href="https://github.com/n8n-nodes-xero-suite/n8n-nodes-xero-suite#the-sandbox" target="_blank">this pack\'s source</a> (or <b>npx xero-sandbox</b> where its package is installed). Client ID: <b>SANDBOXCUSTOM0000000000000000003</b>, Client Secret: <b>sandbox-custom-secret-for-local-use-only</b>. Saving this credential tests it.',
			name: 'sandboxCustomConnectionNotice',
			type: 'notice',
			displayOptions: { show: { environment: ['sandbox'], grantType: ['clientCredentials'] } },
			default: '',
		},
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Sandbox', value: 'sandbox', description: 'The local Xero that comes with the source of this pack' },
				{ name: 'Xero', value: 'xero', description: 'The real Xero. Its Demo Company is chosen while signing in.' },
			],
			default: 'xero',
			description: 'Where to sign in and where to send the calls',
		},
		{
			displayName: 'Sandbox URL',
			name: 'sandboxUrl',
			type: 'string',
			displayOptions: { show: { environment: ['sandbox'] } },
			default: 'http://localhost:4010',
			required: true,
			placeholder: 'e.g. http://localhost:4010',
			description: 'Printed by the sandbox when it starts',
		},
		{
			displayName: 'Access',
			name: 'access',
			type: 'multiOptions',
			displayOptions: { show: { customScopes: [false] } },
			options: accessOptions,
			default: defaultAccess,
			description:
				'What workflows may touch. Leave out what the app has no permission for: Xero refuses the whole sign-in for one scope too many. For a Custom Connection an empty list asks for all it was given. Reconnect after a change.',
		},
		{
			displayName: 'Custom Scopes',
			name: 'customScopes',
			type: 'boolean',
			default: false,
			description:
				'Whether to write the scopes yourself, for instance the broad ones of an app made before March 2026 (accounting.transactions)',
		},
		{
			displayName: 'Enabled Scopes',
			name: 'enabledScopes',
			type: 'string',
			displayOptions: { show: { customScopes: [true] } },
			default: [...signInScopes, ...defaultAccess].join(' '),
			placeholder: 'e.g. offline_access accounting.transactions accounting.contacts accounting.settings',
			description:
				'Separated by spaces and sent to Xero as they are. Without offline_access a sign-in ends after 30 minutes; a Custom Connection takes neither offline_access nor openid, profile and email.',
		},
		{
			displayName: 'Calls at Once',
			name: 'callsAtOnce',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 5, numberPrecision: 0 },
			default: 5,
			description:
				'How many calls to one organisation each n8n process may have under way. Xero allows 5 in all: where several workers share an organisation, choose 5 divided by their number.',
		},
		{
			displayName: 'Webhook Signing Secret',
			name: 'webhookSigningSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only for the Xero trigger: the webhooks key from the Webhooks page of the app',
		},
	];

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.environment === "sandbox" ? $credentials.sandboxUrl : "https://api.xero.com" }}',
			url: '/connections',
			headers: { Accept: 'application/json' },
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'Xero did not accept the access token: the connection was removed or has run out. Connect again, or check the client ID and secret of the Custom Connection.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'Xero knows the app but does not let it in: the organisation is no longer connected or the user lost access to it. Connect the organisation again under a user who may use it.',
				},
			},
		],
	};
}
