import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

/** Every name that a saved workflow may hold inside of a parameter: those of inputs, `input=code`, `input@mode`. */
export function inside({ name, type, options = [], modes = [] }: INodeProperties): string[] {
	const under = (inner: INodeProperties, at: string): string[] => [
		`${at}.${inner.name}`,
		...inside(inner).map((one) => `${at}.${one}`),
	];
	if (type === 'collection') return (options as INodeProperties[]).flatMap((option) => under(option, name));
	if (type === 'fixedCollection')
		return (options as INodePropertyCollection[]).flatMap((row) =>
			row.values.flatMap((value) => under(value, `${name}.${row.name}`)),
		);
	if (type === 'options' || type === 'multiOptions')
		return (options as INodePropertyOptions[]).map(({ value }) => `${name}=${String(value)}`);
	return modes.map((mode) => `${name}@${mode.name}`);
}
