import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions, INodeType } from 'n8n-workflow';
import { XeroPollingTrigger } from '../../nodes/XeroPollingTrigger/XeroPollingTrigger.node';
import { XeroTrigger } from '../../nodes/XeroTrigger/XeroTrigger.node';
import { inside } from './savedNames';

const triggers: ReadonlyArray<readonly [string, INodeType]> = [
	['Xero Polling Trigger', new XeroPollingTrigger()],
	['Xero Trigger', new XeroTrigger()],
];

/** Names that workflows saved today hold; as for the other nodes, they may grow but never vanish (see frozenNames.test). */
const FILE = join(__dirname, 'frozenTriggers.json');
type Names = Record<string, string[]>;
const frozen: Names = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Names) : {};

const namesOf = ({ description }: INodeType): string[] =>
	[
		...new Set(
			description.properties.filter(({ type }) => type !== 'notice').flatMap((property) => [property.name, ...inside(property)]),
		),
	].sort();

if (process.env.ADD_NAMES === 'yes') {
	for (const [name, node] of triggers) frozen[name] = [...new Set([...(frozen[name] ?? []), ...namesOf(node)])].sort();
	writeFileSync(FILE, `${JSON.stringify(frozen, null, '\t')}\n`);
}

test.each(triggers)(
	'%s: no name that a saved workflow may hold has vanished, and new ones were added on purpose',
	(name, node) => {
		expect(namesOf(node)).toEqual(frozen[name]);
	},
);

function texts({ displayName, description, hint, placeholder, options = [] }: INodeProperties): string[] {
	const own = [displayName, description, hint, placeholder].filter((text) => text !== undefined);
	const inner = (options as Array<INodeProperties & INodePropertyOptions & INodePropertyCollection>).flatMap((option) =>
		option.values
			? option.values.flatMap(texts)
			: option.type
				? texts(option)
				: [option.name, option.description].filter((text) => text !== undefined),
	);
	return [...own, ...inner];
}

test.each(triggers)("%s: no text has the words that n8n's guidelines avoid", (_name, { description }) => {
	const said = [description.description, ...description.properties.flatMap(texts)];
	expect(said.filter((text) => /\b(error|problem|failure|mistake)s?\b/i.test(text))).toEqual([]);
});

test.each(triggers)('%s: every list it offers has a method behind it', (_name, { description, methods = {} }) => {
	const wanted = JSON.stringify(description.properties).matchAll(/"(searchListMethod|loadOptionsMethod)":"(\w+)"/g);
	const missing = [...wanted]
		.filter(([, kind, method]) => {
			const served = kind === 'searchListMethod' ? methods.listSearch : methods.loadOptions;
			return !(method! in (served ?? {}));
		})
		.map(([, , method]) => method);
	expect(missing).toEqual([]);
});

test.each(triggers)('%s: its description is small', (name, { description }) => {
	const bytes = Buffer.byteLength(JSON.stringify(description));
	process.stdout.write(`${name}: ${bytes.toLocaleString('en')} bytes of description\n`);
	expect(bytes).toBeLessThan(32 * 1024);
});
