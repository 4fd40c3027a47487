import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { accounting } from '../../nodes/XeroAccounting/accounting';
import { assets } from '../../nodes/XeroAssets/assets';
import { bankFeeds } from '../../nodes/XeroBankFeeds/bankFeeds';
import { files } from '../../nodes/XeroFiles/files';
import { finance } from '../../nodes/XeroFinance/finance';
import { payrollAu } from '../../nodes/XeroPayroll/au/payrollAu';
import { payrollNz } from '../../nodes/XeroPayroll/nz/payrollNz';
import { payrollUk } from '../../nodes/XeroPayroll/uk/payrollUk';
import { projects } from '../../nodes/XeroProjects/projects';
import { reports } from '../../nodes/XeroReports/reports';

const ENGINE = resolve(__dirname, '../../nodes/shared');
const SCHEMAS = resolve(__dirname, '../../sandbox/schema');

/** Xero's names that the engine may know, as they are of no API, resource or field, but of how Xero answers everywhere. */
const ALLOWED: Readonly<Record<string, string>> = {
	DateString: 'twin of any Date, without a zone',
	Description: 'a sentence of ValidationErrors is sometimes called so',
	Elements: 'the records of a refused call',
	HasErrors: 'says of some records that they are fine',
	HasValidationErrors: 'the same for others',
	IsDeleted: 'the answer to some deletions',
	Message: 'a sentence of ValidationErrors, or of the whole refusal',
	StatusAttributeString: 'what became of an element, with summarizeErrors=false',
	Title: 'a refusal of the gateway',
	ValidationErrors: 'why a record was refused',
	Warnings: 'what Xero says of a record that it took',
	itemCount: 'of pagination',
	pageCount: 'of pagination',
};

/** Property names in Xero's descriptions that are plain to be Xero's: with a capital at the start or inside. */
function xeroProperties(value: unknown): string[] {
	if (value === null || typeof value !== 'object') return [];
	const own = 'properties' in value && value.properties !== null && typeof value.properties === 'object' ? value.properties : {};
	const names = Object.keys(own).filter((name) => /[A-Z]/.test(name));
	return [...names, ...Object.values(value).flatMap(xeroProperties)];
}

/** Names of n8n's and of OAuth's, or of HTTP, that Xero's descriptions have as well. */
const OTHERS = new Set(['displayName', 'mimeType', 'pageSize', 'tenantId', 'tenantName', 'tenantType', 'fieldName']);

/** What the sentences of a refusal are read from, in the one file that does it. */
const REFUSALS = 'model/errorMessages.ts';

const xeroNames = new Set(
	readdirSync(SCHEMAS)
		.filter((file) => file.endsWith('.json'))
		.flatMap((file) => xeroProperties(JSON.parse(readFileSync(join(SCHEMAS, file), 'utf8')))),
);

const apis = [accounting, assets, bankFeeds, files, finance, payrollAu, payrollNz, payrollUk, projects, reports];
/** The engine has inputs of its own that are called so. */
const INPUTS = new Set(['apiRequest', 'currency', 'file', 'organisation', 'item']);
const resourceKeys = new Set(apis.flatMap(({ resources }) => resources.map(({ key }) => key)).filter((key) => !INPUTS.has(key)));

/** A label for people is no name: the look of an input, where a finding is, the first argument of what makes an input. */
function isLabel(node: ts.Node): boolean {
	const { parent } = node;
	if (ts.isArrayLiteralExpression(parent)) return isLabel(parent);
	if (ts.isPropertyAssignment(parent)) return ['displayName', 'name', 'place'].includes(parent.name.getText());
	return (
		ts.isCallExpression(parent) &&
		parent.arguments[0] === node &&
		/^(text|flag|rows|json|choice|number|date)$/.test(parent.expression.getText())
	);
}

interface Mention {
	readonly name: string;
	readonly quoted: boolean;
}

function mentionsIn(source: string): Mention[] {
	const found: Mention[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isStringLiteral(node) && !ts.isImportDeclaration(node.parent) && !isLabel(node))
			found.push({ name: node.text, quoted: true });
		if (ts.isPropertyAccessExpression(node)) found.push({ name: node.name.text, quoted: false });
		if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent))
			found.push({ name: (node.propertyName ?? node.name).getText(), quoted: false });
		if (
			(ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node) || ts.isPropertySignature(node)) &&
			ts.isIdentifier(node.name)
		)
			found.push({ name: node.name.text, quoted: false });
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile('engine.ts', source, ts.ScriptTarget.ES2022, true));
	return found;
}

const isXeros = ({ name, quoted }: Mention): boolean =>
	(xeroNames.has(name) && !OTHERS.has(name)) || (quoted && resourceKeys.has(name));

const engineFiles = readdirSync(ENGINE, { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
	.map((entry) => join(entry.parentPath, entry.name));

describe('The engine', () => {
	it("holds no name of an API's, a resource's or a field's, but for what is Xero's way of answering", () => {
		const found = engineFiles
			.filter((file) => relative(ENGINE, file) !== REFUSALS)
			.flatMap((file) =>
				mentionsIn(readFileSync(file, 'utf8'))
					.filter(isXeros)
					.map(({ name }) => `${relative(ENGINE, file)}: ${name}`),
			)
			.filter((mention) => !(mention.split(': ')[1]! in ALLOWED));

		expect(engineFiles.length).toBeGreaterThan(60);
		expect(xeroNames.size).toBeGreaterThan(900);
		expect([...new Set(found)]).toEqual([]);
	});

	it('is allowed no more than a handful of them, each of which it uses', () => {
		const used = new Set(engineFiles.flatMap((file) => mentionsIn(readFileSync(file, 'utf8')).map(({ name }) => name)));

		expect(Object.keys(ALLOWED).length).toBeLessThanOrEqual(15);
		expect(Object.keys(ALLOWED).filter((name) => !used.has(name))).toEqual([]);
	});

	it.each([
		['record.InvoiceNumber', 'InvoiceNumber'],
		['const { LineItems } = record;', 'LineItems'],
		["const kept = ['Reference'];", 'Reference'],
		["if (key === 'invoice') go();", 'invoice'],
	])('would be caught with %s', (source, name) => {
		expect(
			mentionsIn(source)
				.filter(isXeros)
				.map((mention) => mention.name),
		).toEqual([name]);
	});
});
