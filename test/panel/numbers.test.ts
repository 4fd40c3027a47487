import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { properties } from './panel';

/** Number inputs that are shown only once they are added, or stand in a row, by their path. */
function added(at: string, list: readonly INodeProperties[]): Array<readonly [string, INodeProperties]> {
	return list.flatMap((property) => {
		const path = `${at}${property.name}`;
		if (property.type === 'collection') return added(`${path}.`, property.options as INodeProperties[]);
		if (property.type === 'fixedCollection')
			return (property.options as INodePropertyCollection[]).flatMap(({ values }) => added(`${path}.`, values));
		return property.type === 'number' ? [[path, property] as const] : [];
	});
}

const inside = added(
	'',
	properties.filter(({ type }) => type === 'collection' || type === 'fixedCollection'),
);

test('adding an amount, a rate or a quantity sends nothing until a number is typed: no box starts with a 0', () => {
	// Options hold seconds to wait, which are the node's own business and have defaults of their own.
	expect(inside.map(([path]) => path).filter((path) => !path.startsWith('options.'))).toEqual([]);
});
