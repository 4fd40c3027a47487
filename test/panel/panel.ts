import type { INode, INodeParameters, INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { accounting } from '../../nodes/XeroAccounting/accounting';
import { XeroAccounting } from '../../nodes/XeroAccounting/XeroAccounting.node';

export const { description } = new XeroAccounting();
export const { properties } = description;

const node: INode = {
	id: 'n',
	name: 'Xero Accounting',
	type: 'xeroAccounting',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const shows = (values: INodeParameters, property: INodeProperties, root: INodeParameters): boolean =>
	NodeHelpers.displayParameter(values, property, node, description, root);

/**
 * What n8n's own rule of display shows for these values: top-level parameters, and in collections the inputs that can be added.
 * Input, Return All and the like count as left at their defaults.
 */
export function shownFor(values: INodeParameters): INodeProperties[] {
	const root: INodeParameters = { input: 'fields', returnAll: false, ...values };
	return properties
		.filter((property) => shows(root, property, root))
		.map((property) =>
			property.type === 'collection'
				? { ...property, options: (property.options as INodeProperties[]).filter((option) => shows({}, option, root)) }
				: property,
		);
}

/** Every operation there is. */
export const pairs: ReadonlyArray<readonly [resource: string, operation: string]> = accounting.resources.flatMap(
	({ key, operations }) => Object.keys(operations).map((operation) => [key, operation] as const),
);
