import type { Check } from '../check';
import { byTestId, openPanel, openWorkflow } from '../editor';
import { shoot } from '../screenshot';
import { madeCredential } from '../stage';
import { manualWorkflow, type Parameters } from '../workflows';

const NODE = { type: 'xeroReports', name: 'Xero Financial Reports' };

/** A report that is run from its panel. */
interface Run {
	readonly sentence: string;
	/** Of the picture. */
	readonly name: string;
	readonly parameters: Parameters;
	/** What the panel asks for. */
	readonly labels: readonly string[];
	/** Columns that must be there, and values of them. */
	readonly shows: readonly string[];
}

const RUNS: readonly Run[] = [
	{
		sentence: 'A report comes out row by row, with numbers to compute with',
		name: 'report-rows',
		parameters: {
			...{ resource: 'statement', operation: 'profitAndLoss' },
			...{ period: 'custom', fromDate: '2026-10-01', toDate: '2026-10-31' },
		},
		labels: ['Period', 'Date From', 'Date To'],
		shows: ['label', 'accountCode'],
	},
	{
		sentence: 'Cash flow comes out by activity, and its checks tie',
		name: 'cash-flow-rows',
		parameters: {
			...{ resource: 'statement', operation: 'cashFlow', period: 'lastMonth', method: 'direct' },
			options: { return: ['total', 'check'], cashAccounts: 'bankAndPayPal' },
		},
		labels: ['Period', 'Method', 'Options', 'Return', 'Cash Accounts'],
		shows: ['method', 'total', 'operating', 'ties'],
	},
	{
		sentence: 'Close checks come out one by one, each with what to do',
		name: 'close-checks-rows',
		parameters: {
			...{ resource: 'close', operation: 'closeChecks', asOf: 'endOfLastMonth', rows: 'checks' },
			options: { attachmentFrom: 100, duplicateDays: 14 },
		},
		labels: ['As Of', 'Rows', 'Options', 'Attachment From', 'Duplicates Within Days'],
		shows: ['severity', 'Receivables Against the Ledger', 'todo'],
	},
];

export const reportChecks: readonly Check[] = RUNS.map(({ sentence, name, parameters, labels, shows }) => ({
	sentence,
	async run(stage) {
		const page = await openWorkflow(stage, manualWorkflow(stage, name, madeCredential(stage, 'code'), parameters, NODE));
		const panel = await openPanel(page, NODE.name);
		for (const label of labels) await panel.getByText(label, { exact: true }).first().waitFor();
		await byTestId(page, 'node-execute-button').click();
		const output = byTestId(page, 'output-panel');
		const count = await output
			.getByText(/^\d+ items$/)
			.first()
			.innerText();
		await byTestId(output, 'radio-button-table').click();
		for (const text of shows) await output.getByText(text, { exact: true }).first().waitFor();
		await shoot(page, name);
		return count;
	},
}));
