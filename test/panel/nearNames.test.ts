import { accounting } from '../../nodes/XeroAccounting/accounting';
import { nearest } from '../../nodes/shared/inputs/jsonBody';
import type { Fields } from '../../nodes/shared/model/field';
import { assets } from '../../nodes/XeroAssets/assets';
import { payrollAu } from '../../nodes/XeroPayroll/au/payrollAu';
import { payrollNz } from '../../nodes/XeroPayroll/nz/payrollNz';
import { payrollUk } from '../../nodes/XeroPayroll/uk/payrollUk';
import { projects } from '../../nodes/XeroProjects/projects';
import type { Description, Schema } from '../xeroDescription';
import { callsOf, described, nameOf } from '../xeroDescription';

/** Properties of a schema, of a list those of its elements. */
function propertiesOf(xero: Description, schema: Schema | undefined): Readonly<Record<string, Schema>> {
	if (!schema) return {};
	if (schema.$ref) return propertiesOf(xero, xero.components.schemas[nameOf(schema.$ref)]);
	if (schema.items) return propertiesOf(xero, schema.items);
	return Object.assign({}, schema.properties, ...(schema.allOf ?? []).map((part) => propertiesOf(xero, part)));
}

describe.each([
	['accounting', accounting],
	['payroll-au-all', payrollAu],
	['payroll-nz', payrollNz],
	['payroll-uk', payrollUk],
	['projects', projects],
	['assets', assets],
] as const)('A name of Xero’s own in JSON (%s)', (file, api) => {
	const xero = described(file);
	const calls = new Map(callsOf(xero).map((call) => [call.id, call]));

	it('is never taken for a slip of another one', () => {
		const taken: string[] = [];
		let looked = 0;
		const look = (fields: Fields, properties: Readonly<Record<string, Schema>>, place: string, depth = 0): void => {
			if (depth > 5) return;
			const names = Object.keys(fields);
			for (const [name, schema] of Object.entries(properties)) {
				looked += 1;
				const own = names.find((one) => one.toLowerCase() === name.toLowerCase());
				const { within } = fields[own ?? ''] ?? {};
				if (within) look(within, propertiesOf(xero, schema), `${place}.${name}`, depth + 1);
				const near = own === undefined ? nearest(name, names) : undefined;
				if (near !== undefined) taken.push(`${place}.${name} is taken for ${near}`);
			}
		};
		for (const { key, operations: rows } of api.resources) {
			for (const [name, { xero: ids, acceptsJson: json, envelope, required, panelOptional: offered, optional }] of Object.entries(
				rows,
			)) {
				const schema = calls.get([ids].flat()[0]!)?.body?.['application/json']?.schema;
				if (!json || !schema) continue;
				const outer = propertiesOf(xero, schema);
				const inner = envelope !== undefined && outer[envelope] ? propertiesOf(xero, outer[envelope]) : outer;
				look({ ...optional, ...offered, ...required }, inner, `${key}.${name}`);
			}
		}
		expect(taken).toEqual([]);
		expect(looked).toBeGreaterThan(20);
	});
});
