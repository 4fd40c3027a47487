import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BESIDE, filesOf, printed, readYaml, SCHEMAS, skeletonOf } from '../../scripts/schemas';

const root = join(__dirname, '../..');
const text = (file: string): string => readFileSync(join(root, file), 'utf8');
const files = readdirSync(join(root, SCHEMAS)).filter((name) => name.endsWith('.json'));
const parsed = (file: string): unknown => JSON.parse(text(`${SCHEMAS}/${file}`));

const YAML = `
openapi: 3.0.0
info: { title: Xero Things API, version: 1.0.0, contact: { name: Xero } }
paths:
  /Things:
    parameters:
      - { name: xero-tenant-id, in: header, required: true, description: The organisation, schema: { type: string, format: uuid } }
    put:
      tags: [Things]
      summary: Makes things
      operationId: createThings
      security: [{ OAuth2: [things] }]
      x-hasAccountingValidationError: true
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Thing' }
            example: '{ "title": "Bolt", "Changed": "2019-12-31" }'
      responses:
        '200': { description: Done, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
components:
  schemas:
    Thing:
      type: object
      title: A thing
      properties:
        title: { description: What it is called, type: string, maxLength: 50, example: Bolt }
        description: { type: string, enum: [NONE, SOME] }
        Changed: { readOnly: true, type: string, x-is-msdate: true }
        Made: { readOnly: true, type: string, default: 2019-12-31 }
`;

describe("the skeleton of one of Xero's OpenAPI files", () => {
	const skeleton = skeletonOf(readYaml(YAML)) as { paths: object; components: { schemas: object } };

	test('has calls with parameters, scopes, bodies and answers, and no texts', () => {
		const schema = { $ref: '#/components/schemas/Thing' };
		expect(skeleton.paths).toEqual({
			'/Things': {
				parameters: [{ name: 'xero-tenant-id', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } }],
				put: {
					operationId: 'createThings',
					security: [{ OAuth2: ['things'] }],
					requestBody: { required: true, content: { 'application/json': { schema } } },
					responses: { '200': { content: { 'application/json': { schema } } } },
				},
			},
		});
	});

	test('keeps properties that are named like texts, and says which read-only ones the example of a request has', () => {
		expect(skeleton.components.schemas).toEqual({
			Thing: {
				type: 'object',
				properties: {
					title: { type: 'string', maxLength: 50 },
					description: { type: 'string', enum: ['NONE', 'SOME'] },
					Changed: { type: 'string', readOnly: true, 'x-is-msdate': true, 'x-in-request-example': true },
					Made: { type: 'string', default: '2019-12-31', readOnly: true },
				},
			},
		});
	});

	test('is not made when Xero says something in a word that is not known yet', () => {
		expect(() => skeletonOf(readYaml(YAML.replace('maxLength', 'longest')))).toThrow(
			'/components/schemas/Thing/properties/title: longest: scripts/schemas.ts does not say whether this is kept',
		);
	});

	test('is printed with what is short on a line', () => {
		const long = { names: ['a'.repeat(60), 'b'.repeat(60)] };
		expect(printed({ Thing: { type: 'string', enum: ['{', ']'] }, long, none: {} })).toBe(
			`{
	"Thing": {"type": "string", "enum": ["{", "]"]},
	"long": {
		"names": [
			"${'a'.repeat(60)}",
			"${'b'.repeat(60)}"
		]
	},
	"none": {}
}
`,
		);
	});
});

describe('the schemas that are checked in', () => {
	test('are there for every API of Xero', () => {
		expect(files).toEqual([
			'accounting.json',
			'app-store.json',
			'assets.json',
			'bankfeeds.json',
			'files.json',
			'finance.json',
			'identity.json',
			'payroll-au-v2.json',
			'payroll-au.json',
			'payroll-nz.json',
			'payroll-uk.json',
			'projects.json',
			'webhooks.json',
		]);
	});

	test.each(files)('hold no texts and no examples, and are as the script prints them: %s', (file) => {
		expect(text(`${SCHEMAS}/${file}`)).toBe(printed(skeletonOf(parsed(file))));
	});

	test('come from one version of Xero’s files, which README and CONTRIBUTING name', () => {
		const versions = new Set(files.map((file) => (parsed(file) as { info: { version: string } }).info.version));
		expect([...versions]).toEqual([/^- Version: ([\d.]+),/m.exec(text(`${SCHEMAS}/README.md`))?.[1]]);
		expect([...versions]).toEqual([/OpenAPI files, version ([\d.]+):/.exec(text('CONTRIBUTING.md'))?.[1]]);
	});

	if (existsSync(BESIDE))
		test('are what the script makes of Xero’s files (npm run schemas)', () => {
			const made = filesOf(BESIDE);
			const schemas = [...made.keys()].filter((file) => file.startsWith(SCHEMAS) && file.endsWith('.json'));
			expect(schemas.sort()).toEqual(files.map((file) => `${SCHEMAS}/${file}`));
			expect([...made.keys()].filter((file) => text(file) !== made.get(file))).toEqual([]);
		});
});
