import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';

/** The rules n8n's scanner (@n8n/scan-community-package 0.32.0) applies to the sources of a pack, without the ones it switches off. */

export const plugins = {
	...n8nCommunityNodesPlugin.configs.recommended.plugins,
	'n8n-nodes-base': n8nNodesBase,
};

const shared = { ...n8nCommunityNodesPlugin.configs.recommended.rules, 'no-console': 'error' };

export const packageRules = { ...shared, ...n8nNodesBase.configs.community.rules };

export const credentialRules = {
	...shared,
	...n8nNodesBase.configs.credentials.rules,
	'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
	'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
};

export const nodeRules = {
	...shared,
	...n8nNodesBase.configs.nodes.rules,
	'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
	'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
	'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
};
