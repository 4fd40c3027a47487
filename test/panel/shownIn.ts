import type { INode, INodeParameters, INodeProperties, INodePropertyCollection, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

const node: INode = { id: 'n', name: 'Xero', type: 'xero', typeVersion: 1, position: [0, 0], parameters: {} };

/** Whether an input inside of others is hidden by one of the panel itself, as the resource hides discounts in lines. */
const isHidden = ({ displayOptions }: INodeProperties, root: INodeParameters): boolean =>
	Object.entries(displayOptions?.show ?? {}).some(
		([name, values]) =>
			name.startsWith('/') && name.slice(1) in root && !(values as unknown[] | undefined)?.includes(root[name.slice(1)]),
	);

/** An input without those inside of it that the panel hides. */
function withoutHidden(property: INodeProperties, root: INodeParameters): INodeProperties {
	const kept = (inputs: readonly INodeProperties[]): INodeProperties[] =>
		inputs.filter((one) => !isHidden(one, root)).map((one) => withoutHidden(one, root));
	const { type, options = [] } = property;
	if (type === 'collection') return { ...property, options: kept(options as INodeProperties[]) };
	if (type !== 'fixedCollection') return property;
	return { ...property, options: (options as INodePropertyCollection[]).map((row) => ({ ...row, values: kept(row.values) })) };
}

/**
 * What n8n's own rule of display shows of a panel for these values: top-level parameters, and in collections and rows the inputs there are.
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
		)
		.map((property) => withoutHidden(property, root));
}
