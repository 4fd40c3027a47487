import type { INode, INodeParameters, INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

const node: INode = { id: 'n', name: 'Xero', type: 'xero', typeVersion: 1, position: [0, 0], parameters: {} };

/**
 * What n8n's own rule of display shows of a panel for these values: top-level parameters, and in collections the inputs that can be added.
 * Input, Return All and the like count as left at their defaults.
 */
export function shownIn(description: INodeTypeDescription, values: INodeParameters): INodeProperties[] {
	const root: INodeParameters = { input: 'fields', returnAll: false, ...values };
	const shows = (own: INodeParameters, property: INodeProperties): boolean =>
		NodeHelpers.displayParameter(own, property, node, description, root);
	return description.properties
		.filter((property) => shows(root, property))
		.map((property) =>
			property.type === 'collection'
				? { ...property, options: (property.options as INodeProperties[]).filter((option) => shows({}, option)) }
				: property,
		);
}
