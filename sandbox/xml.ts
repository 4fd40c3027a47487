/**
 * A JSON answer in XML, the format that Xero's oldest APIs give to whoever does not ask for JSON. Only as exact as needed for a client
 * that forgot its Accept header to notice.
 */
export function asXml(body: unknown, root = 'Response'): string {
	return `<?xml version="1.0" encoding="utf-8"?>${element(root, body)}`;
}

function element(name: string, value: unknown): string {
	if (value === undefined || value === null) return '';
	if (Array.isArray(value)) return `<${name}>${value.map((entry) => element(singular(name), entry)).join('')}</${name}>`;
	if (typeof value === 'object') {
		const inner = Object.entries(value).map(([key, entry]) => element(key, entry));
		return `<${name}>${inner.join('')}</${name}>`;
	}
	return `<${name}>${String(value).replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</${name}>`;
}

function singular(plural: string): string {
	if (/ies$/.test(plural)) return plural.replace(/ies$/, 'y');
	return plural.replace(/(?<=ss|x)es$|s$/, '');
}
