/** An element of an XML document: its children, or its text when it has none. Names are without their prefix, attributes are not kept. */
export interface XmlElement {
	name: string;
	children: XmlElement[];
	text: string;
	/** It says `xsi:nil="true"`. */
	nil: boolean;
}

/** Thrown for what is no well-formed document, or has a document type: the message is a sentence without its full stop. */
export class MalformedXml extends Error {}

const ATTRIBUTES = `(?:\\s+[^\\s=<>/]+\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*`;
const TOKEN = new RegExp(
	[
		'<!\\[CDATA\\[(?<raw>[^]*?)\\]\\]>',
		'<!--[^]*?-->',
		'<\\?[^]*?\\?>',
		'</(?<closed>[^\\s<>/]+)\\s*>',
		`<(?<opened>[^\\s<>/!?]+)(?<attributes>${ATTRIBUTES})\\s*(?<empty>/?)>`,
		'(?<text>[^<]+)',
	].join('|'),
	'y',
);

/** Reads a document. @throws MalformedXml */
export function readXml(source: string): XmlElement {
	const outside: XmlElement = { name: '', children: [], text: '', nil: false };
	const open = [outside];
	const token = new RegExp(TOKEN);
	const document = source.replace(/^\uFEFF/, '');
	while (token.lastIndex < document.length) {
		const at = token.lastIndex;
		const found = token.exec(document)?.groups;
		if (found === undefined) throw new MalformedXml(`there is no element, text or comment at character ${at + 1}`);
		const inner = open.at(-1) ?? outside;
		if (found['opened'] !== undefined) {
			const nil = /\bnil\s*=\s*["'](true|1)["']/.test(found['attributes'] ?? '');
			const element = { name: local(found['opened']), children: [], text: '', nil };
			inner.children.push(element);
			if (found['empty'] === '') open.push(element);
		} else if (found['closed'] !== undefined) {
			if (open.length === 1 || local(found['closed']) !== inner.name)
				throw new MalformedXml(`</${found['closed']}> at character ${at + 1} closes nothing that is open`);
			open.pop();
		} else inner.text += found['raw'] ?? decoded(found['text'] ?? '');
	}
	const [root, ...more] = outside.children;
	if (open.length > 1) throw new MalformedXml(`<${open.at(-1)?.name}> is not closed`);
	if (root === undefined || more.length > 0 || outside.text.trim() !== '')
		throw new MalformedXml('there must be one element around everything');
	return root;
}

const local = (name: string): string => name.replace(/^.*:/, '');

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
	return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
		const code = decimal === undefined ? parseInt(hex, 16) : Number(decimal);
		if (name !== undefined) return NAMED[name] ?? whole;
		return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});
}
