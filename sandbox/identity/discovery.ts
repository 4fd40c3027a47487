import { consentScopes } from '../scopes';

/** OpenID Connect Discovery: where the identity server has what. `issuer` is its base URL, as the client sees it. */
export function discovery(issuer: string): Record<string, unknown> {
	return {
		issuer,
		jwks_uri: `${issuer}/.well-known/openid-configuration/jwks`,
		authorization_endpoint: `${issuer}/identity/connect/authorize`,
		token_endpoint: `${issuer}/connect/token`,
		userinfo_endpoint: `${issuer}/connect/userinfo`,
		revocation_endpoint: `${issuer}/connect/revocation`,
		scopes_supported: consentScopes,
		claims_supported: ['sub', 'xero_userid', 'name', 'given_name', 'family_name', 'preferred_username', 'email'],
		grant_types_supported: ['authorization_code', 'client_credentials', 'refresh_token'],
		response_types_supported: ['code'],
		response_modes_supported: ['query'],
		token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
		id_token_signing_alg_values_supported: ['RS256'],
		subject_types_supported: ['public'],
		code_challenge_methods_supported: ['S256'],
	};
}
