import { readXml, type XmlElement } from '../xmlReading';
import { kindsOf } from './schema';

/** A body of XML as the JSON it stands for: lists, numbers and flags by the schema. @throws MalformedXml */
export function xmlBody(source: string): unknown {
	const root = readXml(source);
	return isList(root, '') ? { [root.name]: root.children.map((child) => value(child, root.name)) } : value(root, '');
}

function value(element: XmlElement, parent: string): unknown {
	const { name, children, text, nil } = element;
	if (nil) return null;
	if (isList(element, parent)) return children.map((child) => value(child, name));
	if (children.length > 0) return Object.fromEntries(children.map((child) => [child.name, value(child, name)]));
	const kinds = kindsOf(name, parent);
	const plain = text.trim();
	if (kinds.has('number') && !kinds.has('text') && /^-?\d+(\.\d+)?$/.test(plain)) return Number(plain);
	if (kinds.has('flag') && /^(true|false)$/i.test(plain)) return plain.toLowerCase() === 'true';
	return text;
}

/** Where the schema knows both, as with Accounts, an element whose children are all called alike is the list. */
function isList({ name, children }: XmlElement, parent: string): boolean {
	const kinds = kindsOf(name, parent);
	return kinds.has('list') && (kinds.size === 1 || new Set(children.map((child) => child.name)).size <= 1);
}
