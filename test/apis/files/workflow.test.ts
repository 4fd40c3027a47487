import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { XeroAccounting } from '../../../nodes/XeroAccounting/XeroAccounting.node';
import { XeroFiles } from '../../../nodes/XeroFiles/XeroFiles.node';
import type { WorkflowFile } from '../../n8n';
import { runWorkflow } from '../../n8n';
import { KERERU, Stage } from '../../node/stage';

const types = {
	'n8n-nodes-xero-suite.xeroAccounting': new XeroAccounting(),
	'n8n-nodes-xero-suite.xeroFiles': new XeroFiles(),
};
const file = JSON.parse(readFileSync(resolve(__dirname, '../../../examples/file-receipts.json'), 'utf8')) as WorkflowFile;

describe('the example file-receipts.json', () => {
	const stage = new Stage();
	beforeAll(async () => await stage.open());
	afterAll(async () => await stage.close());

	test('each receipt is in the folder and at its bill', async () => {
		stage.connect({ tenants: [KERERU] });
		const { credentials } = stage;
		const ran = await runWorkflow(file, { types, credentials });
		expect([ran.error?.message, ran.status]).toEqual([undefined, 'success']);
		const bills = ran.json('Create Bills');
		const [receipts] = stage.records('Folders').filter(({ Name }) => Name === 'Receipts');
		expect(ran.json('Upload Receipt').map(({ Name, FolderId }) => [Name, FolderId])).toEqual(
			['R-7001.txt', 'R-7002.txt', 'R-7003.txt'].map((name) => [name, receipts!.Id]),
		);
		expect(ran.json('Tie to Bill').map(({ ObjectId, ObjectGroup }) => [ObjectId, ObjectGroup])).toEqual(
			bills.map(({ InvoiceID }) => [InvoiceID, 'Invoice']),
		);
		expect(bills).toHaveLength(3);
	});
});
