import assert from 'node:assert/strict';

import type { Check } from '../check';
import { ELSEWHERE, STARTED_BY_XERO } from '../../../scripts/examples';
import { readExamples } from '../host/examples';
import { credentialType, madeCredential } from '../stage';

/** All examples together make more calls than Xero takes in a minute or two, so that some wait: for one of them, and in all, in ms. */
const [ONE, ALL] = [150_000, 360_000];

export const exampleChecks: readonly Check[] = [
	{
		sentence: 'Every example workflow that one starts by hand imports and runs to its end',
		limit: ALL,
		async run(stage) {
			const { session } = stage;
			const examples = readExamples(credentialType, madeCredential(stage, 'custom')).filter(
				({ file }) => !STARTED_BY_XERO.includes(file) && !ELSEWHERE.some((example) => example.file === file),
			);
			assert.ok(examples.length > 0, 'there are no examples');
			const seen: string[] = [];
			for (const { file, workflow, trigger } of examples) {
				const { status, nodes } = await session.run(await session.createWorkflow(workflow), trigger, ONE);
				const errors = Object.entries(nodes).flatMap(([name, { error }]) => (error ? [`${name}: ${error.message}`] : []));
				assert.equal(status, 'success', `${file}: ${errors.join('; ')}`);
				const counts = Object.values(nodes).map(({ outputs }) => outputs.map((items) => items.length).join('+'));
				seen.push(`${file.replace('.json', '')} ${counts.join(' → ')}`);
			}
			return seen.join('; ');
		},
	},
];
