import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { organisations } from '../../sandbox/organisations';
import type { Example } from '../../scripts/examples';
import { callName, ELSEWHERE, EXAMPLES, STARTED_BY_XERO } from '../../scripts/examples';
import type { WorkflowFile } from '../n8n';
import { staged } from './stage';

// One after the other on the same books, as the demo runs them: making the books takes longer than all the examples.
const stage = staged({ seed: 'demo', shared: true });

const FOLDER = join(__dirname, '../../examples');

test('every importable workflow is exercised', () => {
	expect(
		[...EXAMPLES, ...ELSEWHERE]
			.map(({ file }) => file)
			.concat(STARTED_BY_XERO)
			.sort(),
	).toEqual(readdirSync(FOLDER).sort());
});

async function doesWhatItSays({ file, steps }: Example): Promise<void> {
	const workflow = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as WorkflowFile;
	const ran = await stage.runFile(workflow);
	expect(ran.error?.message).toBeUndefined();
	const calls = (request: string) => stage.sandbox.calls.filter(({ method, url }) => callName(method, url) === request).length;
	for (const { node, request, calls: expected, out, refused } of steps) {
		const came = ran.items(node).length;
		expect(came).toBeGreaterThan(0);
		expect([node, calls(request), came]).toEqual([node, expected, out ?? came]);
		expect(ran.json(node, 1).map(({ InvoiceNumber }) => InvoiceNumber)).toEqual(refused ? [refused.row] : []);
	}
}

test.each(EXAMPLES.map((example) => [example.file, example] as const))(
	'%s does what it says, in as many calls',
	async (_file, example) => {
		// All it was given.
		stage.connectCustom([]);
		await doesWhatItSays(example);
	},
);

test.each(ELSEWHERE.map((example) => [example.file, example] as const))(
	'%s does what it says, connected to an organisation of its country',
	async (_file, example) => {
		const own = organisations.find(({ countryCode }) => countryCode === example.countryCode)!;
		stage.connect({ tenants: [own.tenantId] });
		await doesWhatItSays(example);
	},
);
