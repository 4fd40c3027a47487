import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';

const root = path.resolve(__dirname, '..');

/** Where the skeletons lie, from the root of the project. */
export const SCHEMAS = 'sandbox/schema';

/** Xero's examples of its reports, and the licence they come under, from the root of the project. */
const REPORTS = 'test/reports/xeroExamples';

/** Where Xero's files are looked for when no folder is given. */
export const BESIDE = path.resolve(root, '../shared/xero-openapi');

type Values = Readonly<Record<string, unknown>>;

/** What is kept of a value; `at` says where it stands. */
type Rule = (value: unknown, at: string) => unknown;

/** Texts for readers, examples, and marks for the generators of Xero's SDKs. */
const LEFT_OUT =
	/^(description|summary|title|examples?|externalDocs|tags|termsOfService|contact|license|x-(example|has|is[A-Z]|enum-|php-).*|x-(snake|basepath|objectArrayKey|excludeFromPreview))$/;

const whole: Rule = (value) => value;

const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);

const each =
	(rule: Rule): Rule =>
	(value, at) =>
		(value as unknown[]).map((one, index) => rule(one, `${at}/${index}`));

/** An object whose keys are names of Xero's, in Xero's order. */
const named =
	(rule: Rule): Rule =>
	(value, at) =>
		Object.fromEntries(Object.entries(value as Values).map(([name, one]) => [name, rule(one, `${at}/${name}`)]));

/** An object whose keys are words of OpenAPI, in the order of `kept`. Throws for one that is neither kept nor known to be left out. */
const keyed =
	(kept: Readonly<Record<string, Rule>>): Rule =>
	(value, at) => {
		const given = value as Values;
		const unknown = Object.keys(given).filter((key) => !(key in kept) && !LEFT_OUT.test(key));
		if (unknown.length) throw new Error(`${at}: ${unknown.join(', ')}: scripts/schemas.ts does not say whether this is kept`);
		return Object.fromEntries(
			Object.entries(kept).flatMap(([key, rule]) => (key in given ? [[key, rule(given[key], `${at}/${key}`)]] : [])),
		);
	};

const words = (keys: string): Readonly<Record<string, Rule>> => Object.fromEntries(keys.split(' ').map((key) => [key, whole]));

const schema: Rule = (value, at) => schemaKeys(value, at);
const schemaKeys = keyed({
	...words('$ref type format const enum default required readOnly writeOnly nullable deprecated'),
	...words('minLength maxLength pattern minimum maximum minItems maxItems uniqueItems'),
	...words('x-is-money x-is-date x-is-datetime x-is-msdate x-is-msdate-time x-in-request-example'),
	oneOf: each(schema),
	anyOf: each(schema),
	allOf: each(schema),
	items: schema,
	properties: named(schema),
	additionalProperties: (value, at) => (isObject(value) ? schema(value, at) : value),
});
/** `type` is a slip of Xero's, beside a reference. */
const parameter = keyed({ ...words('$ref type in name required deprecated style explode'), schema });
const header = keyed({ ...words('$ref required'), schema });
const content = named(keyed({ schema }));
const body = keyed({ ...words('$ref required'), content });
const response = keyed({ ...words('$ref'), headers: named(header), content });
const operation = keyed({
	...words('operationId x-path deprecated security'),
	parameters: each(parameter),
	requestBody: body,
	responses: named(response),
});
const methods = keyed({
	parameters: each(parameter),
	...Object.fromEntries(['get', 'put', 'post', 'patch', 'delete'].map((method) => [method, operation])),
});
const flow = keyed({ ...words('authorizationUrl tokenUrl'), scopes: named(() => '') });
const description = keyed({
	...words('openapi'),
	info: keyed(words('version')),
	servers: each(keyed(words('url'))),
	...words('security'),
	paths: named(methods),
	webhooks: named(methods),
	components: keyed({
		securitySchemes: named(keyed({ ...words('type scheme'), flows: named(flow) })),
		parameters: named(parameter),
		headers: named(header),
		requestBodies: named(body),
		responses: named(response),
		schemas: named(schema),
	}),
});

interface Schema {
	readonly $ref?: string;
	readonly items?: Schema;
	readonly properties?: Readonly<Record<string, Schema>>;
}
interface Content {
	readonly schema?: Schema;
	readonly example?: unknown;
	readonly examples?: Readonly<Record<string, { readonly value?: unknown }>>;
}
interface Body {
	readonly content?: Readonly<Record<string, Content>>;
}
interface Answering {
	readonly requestBody?: Body;
	readonly responses?: Readonly<Record<string, Body>>;
}
interface Description {
	readonly paths?: Readonly<Record<string, Readonly<Record<string, Answering>>>>;
	readonly components: {
		readonly requestBodies?: Readonly<Record<string, Body>>;
		readonly schemas: Readonly<Record<string, Schema>>;
	};
}

/** `Schema.property` of every property that an example of a request holds. Some examples are JSON in a text. */
function inRequestExamples({ paths = {}, components: { requestBodies = {}, schemas } }: Description): ReadonlySet<string> {
	const found = new Set<string>();
	const walk = (schema: Schema | undefined, value: unknown): void => {
		const name = schema?.$ref?.split('/').pop();
		const real = name === undefined ? schema : schemas[name];
		if (Array.isArray(value)) for (const one of value) walk(real?.items, one);
		else if (isObject(value))
			for (const [key, inner] of Object.entries(value)) {
				if (name !== undefined) found.add(`${name}.${key}`);
				walk(real?.properties?.[key], inner);
			}
	};
	const operations = Object.values(paths).flatMap((path) => Object.values(path));
	for (const { content = {} } of [...operations.flatMap(({ requestBody }) => requestBody ?? []), ...Object.values(requestBodies)])
		for (const { schema, example, examples = {} } of Object.values(content))
			for (const value of [example, ...Object.values(examples).map((one) => one.value)])
				walk(schema, typeof value === 'string' && /^\s*\{/.test(value) ? (JSON.parse(value) as unknown) : value);
	return found;
}

/** YAML in which days stay texts. */
export const readYaml = (yaml: string): unknown => load(yaml, { schema: CORE_SCHEMA });

/**
 * One of Xero's OpenAPI files, parsed, without its texts and examples. What an example alone tells is kept as a mark of our own: a property that
 * is read-only and stands in the example of a request has `x-in-request-example`.
 * @throws Error for a word of OpenAPI that is new in Xero's files.
 */
export function skeletonOf(source: unknown): unknown {
	const sent = inRequestExamples(source as Description);
	const skeleton = description(source, '') as {
		components: { schemas: Record<string, { properties?: Record<string, Record<string, unknown>> }> };
	};
	for (const [name, { properties = {} }] of Object.entries(skeleton.components.schemas))
		for (const [key, property] of Object.entries(properties))
			if (property.readOnly && sent.has(`${name}.${key}`)) property['x-in-request-example'] = true;
	return skeleton;
}

/** Xero's example of each report, by its name, from the description of the Accounting API. */
function reportsOf({ paths = {} }: Description): Values {
	return Object.fromEntries(
		Object.entries(paths).flatMap(([path, { get }]) => {
			const example = get?.responses?.['200']?.content?.['application/json']?.example;
			return path.startsWith('/Reports/') && example !== undefined ? [[path.replace('/Reports/', ''), example]] : [];
		}),
	);
}

const onOneLine = (value: unknown): string =>
	JSON.stringify(value, null, 1)
		.replace(/([[{])\n\s*|\n\s*([\]}])/g, '$1$2')
		.replace(/\n\s*/g, ' ');

function lines(value: unknown, indent: string): string {
	const line = onOneLine(value);
	if (indent !== '' && line.length <= 120) return line;
	const deeper = `${indent}\t`;
	const inside = Array.isArray(value)
		? value.map((one) => `${deeper}${lines(one, deeper)}`)
		: Object.entries(value as Values).map(([key, one]) => `${deeper}${JSON.stringify(key)}: ${lines(one, deeper)}`);
	const [open, close] = Array.isArray(value) ? '[]' : '{}';
	return `${open}\n${inside.join(',\n')}\n${indent}${close}`;
}

/** JSON in which what is short stands on a line: what a property of Xero's is, is seen at once, and so is what changed in it. */
export const printed = (value: unknown): string => `${lines(value, '')}\n`;

/** What is made of a folder with Xero's OpenAPI files: path from the root of the project to text. None when it has no such file. */
export function filesOf(folder: string): ReadonlyMap<string, string> {
	const names = (existsSync(folder) ? readdirSync(folder) : []).filter((name) => /^xero[-_].+\.yaml$/.test(name)).sort();
	const text = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
	const made = new Map<string, string>();
	for (const name of names) {
		const source = readYaml(text(name));
		const api = name.replace(/^xero[-_]|\.yaml$/g, '');
		made.set(`${SCHEMAS}/${api}.json`, printed(skeletonOf(source)));
		if (api === 'accounting') made.set(`${REPORTS}/reports.json`, printed(reportsOf(source as Description)));
	}
	if (made.size) for (const beside of [SCHEMAS, REPORTS]) made.set(`${beside}/LICENSE`, text('LICENSE'));
	return made;
}

function main([folder]: readonly string[]): void {
	const files = filesOf(path.resolve(folder ?? BESIDE));
	if (files.size === 0) {
		process.stderr.write(
			`${folder === undefined ? "Say where Xero's OpenAPI files are" : `None of Xero's OpenAPI files is in ${folder}`}: npm run schemas -- <clone of XeroAPI/Xero-OpenAPI>\n`,
		);
		process.exitCode = 1;
		return;
	}
	for (const name of readdirSync(path.join(root, SCHEMAS)).filter((name) => name.endsWith('.json')))
		rmSync(path.join(root, SCHEMAS, name));
	for (const [file, text] of files) {
		mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
		writeFileSync(path.join(root, file), text);
		process.stdout.write(`${file}\n`);
	}
}

if (require.main === module) main(process.argv.slice(2));
