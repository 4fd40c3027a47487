import assert from 'node:assert/strict';

import type { Check } from '../check';
import { packName } from '../stage';

/** What the editor asks n8n for, and properties that must be there. */
const ASKED: ReadonlyArray<readonly [path: string, properties: Readonly<Record<string, string>>]> = [
	['xeroAccounting/1.0.0/invoice/getAll', { InvoiceID: 'string', ContactName: 'string', AmountDue: 'number' }],
	['xeroAccountingTool/1.0.0/invoice/getAll', { InvoiceID: 'string' }],
	['xeroPayrollUk/1.0.0/leaveBalance/getAll', { employeeID: 'string', balance: 'number' }],
	['xeroReports/1.0.0/statement/trialBalance', { accountCode: 'string', movement: 'number' }],
];

interface Schema {
	readonly type: string;
	readonly properties: Readonly<Record<string, { readonly type: string }>>;
}

/** What n8n's editor shows of items before the first run. */
export const schemaChecks: readonly Check[] = [
	{
		sentence: 'n8n serves the schemas of what operations give, of each node its own',
		async run({ session }) {
			for (const [path, properties] of ASKED) {
				const answer = await session.fetch(`/schemas/${packName}.${path}.json`);
				assert.equal(answer.status, 200, path);
				const schema = (await answer.json()) as Schema;
				assert.equal(schema.type, 'object', path);
				const types = Object.keys(properties).map((name) => [name, schema.properties[name]?.type]);
				assert.deepEqual(Object.fromEntries(types), properties, path);
			}
			const none = await session.fetch(`/schemas/${packName}.xeroAccounting/1.0.0/apiRequest/send.json`);
			assert.equal(none.status, 404);
			return `${ASKED.length} schemas`;
		},
	},
];
