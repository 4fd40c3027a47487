import {
	NodeHelpers,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type INode,
	type INodeParameters,
	type INodeTypes,
} from 'n8n-workflow';

const node: INode = { id: '1', name: 'Mock', type: 'mock', typeVersion: 1, position: [0, 0], parameters: {} };
const type = { description: { properties: [] } };
const nodeTypes = { getByName: () => type, getByNameAndVersion: () => type, getKnownTypes: () => ({}) } as unknown as INodeTypes;

/** What n8n sets back to the class's default at each use when the field is hidden (n8n 2.41.1, dist/oauth/dcr-managed-fields.js). */
const pinned = ['authUrl', 'accessTokenUrl', 'grantType', 'authentication', 'usePkce'];

/**
 * A stored credential as a node gets it: defaults filled in, fields that are not displayed left out, expressions evaluated with
 * the credential's own fields as `$self`. The order of steps is that of applyDefaultsAndOverwrites in n8n 2.41.1.
 */
export function asN8nResolvesIt(
	credential: ICredentialType,
	stored: ICredentialDataDecryptedObject,
): ICredentialDataDecryptedObject {
	const hidden = new Set(credential.properties.filter((property) => property.type === 'hidden').map((property) => property.name));
	const kept = Object.fromEntries(Object.entries(stored).filter(([name]) => !(pinned.includes(name) && hidden.has(name))));
	const filled = NodeHelpers.getNodeParameters(credential.properties, kept as INodeParameters, true, false, null, null);
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	return workflow.expression.getComplexParameterValue(
		node,
		filled,
		'internal',
		{},
		undefined,
		undefined,
		filled as INodeParameters,
	) as ICredentialDataDecryptedObject;
}
