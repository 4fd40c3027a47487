/**
 * The XML that Xero's oldest APIs give to whoever does not ask for JSON. What goes by Xero's own examples [X]: the roots, elements named
 * in the singular, ISO dates without a zone, `status` of an element as an attribute, the elements of an ApiException. Guessed [M]: that
 * what is empty is left out.
 */
const NAMESPACES = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"';

/** A JSON answer in XML. `kind` is what the elements of a refusal are, e.g. Invoice. */
export function asXml(body: unknown, kind = ''): string {
	const refused = typeof body === 'object' && body !== null && 'ErrorNumber' in body;
	const content = element(refused ? 'ApiException' : 'Response', body, NAMESPACES, kind);
	return `<?xml version="1.0" encoding="utf-8"?>${content}`;
}

function element(name: string, value: unknown, attributes: string, kind: string): string {
	if (value === undefined || value === null) return '';
	const open = attributes === '' ? name : `${name} ${attributes}`;
	if (Array.isArray(value)) return wrapped(name, open, value.map((entry) => entryOf(name, entry, kind)).join(''));
	if (typeof value !== 'object') return wrapped(name, open, escaped(text(value)));
	const parts = Object.entries(value).filter(([key]) => !JSON_ONLY.test(key));
	return wrapped(name, open, parts.map(([key, part]) => element(key, part, '', kind)).join(''));
}

/** The ISO twins of dates, and the status that XML has in an attribute. */
const JSON_ONLY = /^(Date|\w+Date|\w+UTC|StatusAttribute)String$/;

const wrapped = (name: string, open: string, content: string): string =>
	content === '' ? `<${open} />` : `<${open}>${content}</${name}>`;

function entryOf(list: string, entry: unknown, kind: string): string {
	const status =
		typeof entry === 'object' && entry !== null && 'StatusAttributeString' in entry ? entry.StatusAttributeString : '';
	const attribute = status === '' ? '' : `status="${escaped(String(status))}"`;
	if (list === 'Elements') return element('DataContractBase', entry, `xsi:type="${escaped(kind)}"`, kind);
	return element(singular(list), entry, attribute, kind);
}

/** A list that is not named after its entries. */
const ENTRIES: Readonly<Record<string, string>> = {
	Tracking: 'TrackingCategory',
	FromTracking: 'TrackingCategory',
	ToTracking: 'TrackingCategory',
};

/** What one of a list is called: Invoices → Invoice, Currencies → Currency, Addresses → Address. */
export function singular(plural: string): string {
	if (/ies$/.test(plural)) return plural.replace(/ies$/, 'y');
	return ENTRIES[plural] ?? plural.replace(/(?<=ss|x)es$|s$/, '');
}

/** `/Date(ms+0000)/` becomes 2026-11-30T00:00:00, with milliseconds where there are some. */
function text(value: unknown): string {
	const ms = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/.exec(String(value))?.[1];
	return ms === undefined ? String(value) : new Date(Number(ms)).toISOString().replace(/(\.000)?Z$/, '');
}

const escaped = (plain: string): string => plain.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
