import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { projectFolder, readManifest } from './pack';
import type { WorkflowFile } from './session';

/** One importable workflow of `examples/`. */
export interface Example {
	/** e.g. rows-to-invoices.json */
	file: string;
	/** The file as it is, to tell whether it changed. */
	text: string;
	/** The node one starts it from. */
	trigger: string;
	workflow: WorkflowFile;
}

/** Every example, with a credential attached to each node of the pack. */
export function readExamples(credentialType: string, credential: { id: string; name: string }): Example[] {
	const folder = join(projectFolder, 'examples');
	const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : [];
	return files.sort().map((file) => {
		const text = readFileSync(join(folder, file), 'utf8');
		const workflow = JSON.parse(text) as WorkflowFile;
		const ours = `${readManifest().name}.`;
		for (const node of workflow.nodes) if (node.type.startsWith(ours)) node.credentials = { [credentialType]: credential };
		const trigger = workflow.nodes.find(({ type }) => /Trigger$|\.webhook$/.test(type))?.name ?? '';
		return { file, text, trigger, workflow };
	});
}
