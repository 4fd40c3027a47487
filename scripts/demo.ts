import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { scaledClock } from '../sandbox/clock';
import type { Sandbox } from '../sandbox/contract';
import { startSandbox } from '../sandbox/server';
import type { Ran, WorkflowFile } from '../test/n8n';
import { runWorkflow } from '../test/n8n';
import { columns, counted } from './columns';
import type { Step } from './examples';
import { callName, EXAMPLES, switchedOn } from './examples';
import { customConnection, loadPack } from './pack';

/** How many times faster than the machine's the clock of sandbox and nodes runs. */
const FACTOR = 20;

const root = path.resolve(__dirname, '..');
const complaints: string[] = [];

const line = (text = ''): void => void process.stdout.write(`${text}\n`);
const must = (holds: boolean, what: string): void => {
	if (!holds) complaints.push(what);
};

const callsOf = (sandbox: Sandbox, request: string): number =>
	sandbox.calls.filter(({ method, url }) => callName(method, url) === request).length;

const cells = ({ node, says }: Step, calls: number): string[] => [node, says, counted(calls, 'call')];
const steps = EXAMPLES.flatMap((example) => example.steps);
const row = columns(steps.map((step) => cells(step, step.calls ?? 0)));
const note = (text: string): void => line(`  ${row(['', text])}`);

/** What a row's refusal says, without the item number the node adds. */
const sentenceOf = ({ error, details }: IDataObject): string =>
	((details as IDataObject | undefined)?.sentences as string[] | undefined)?.[0] ?? String(error);

function account(step: Step, ran: Ran, sandbox: Sandbox): void {
	const out = ran.items(step.node).length;
	const calls = callsOf(sandbox, step.request);
	line(`  ${row([...cells(step, calls), `→ ${counted(out, 'item')}`])}`);
	must(
		step.out === undefined ? out > 0 : out === step.out,
		`${step.node}: ${counted(out, 'item')} came out, ${step.out ?? 'some'} expected`,
	);
	must(
		calls === (step.calls ?? calls),
		`${step.node}: ${counted(calls, 'call')} of ${step.request}, ${String(step.calls)} expected`,
	);
	const refused = ran.json(step.node, 1);
	for (const json of refused) note(`refused ${String(json.InvoiceNumber)}: “${sentenceOf(json)}”`);
	must(refused.length === (step.refused ? 1 : 0), `${step.node}: ${counted(refused.length, 'row')} refused`);
	if (step.refused && refused[0]) {
		must(
			refused[0].InvoiceNumber === step.refused.row,
			`${step.node}: ${String(refused[0].InvoiceNumber)} was refused instead of ${step.refused.row}`,
		);
		must(sentenceOf(refused[0]) === step.refused.sentence, `${step.node}: Xero's sentence was “${sentenceOf(refused[0])}”`);
	}
	for (const { message } of ran.hints(step.node)) if (message.includes('call')) note(message);
}

async function main(): Promise<void> {
	const started = Date.now();
	const pack = await loadPack(root);
	const clock = scaledClock(FACTOR);
	Object.assign(pack.clock, clock);
	const sandbox = await startSandbox({ port: 0, clock });
	line(`Xero Suite for n8n, against a local Xero at ${sandbox.url} (nothing leaves this machine)`);
	line("Xero's limits hold; its clock and the nodes' run fast, so that a minute of its limits passes in three seconds.");
	try {
		for (const { file, steps } of EXAMPLES) {
			const workflow = JSON.parse(readFileSync(path.join(root, 'examples', file), 'utf8')) as WorkflowFile;
			sandbox.forget();
			const ran = await runWorkflow(switchedOn(workflow), {
				types: pack.types,
				credentials: { xeroSuiteOAuth2Api: customConnection(sandbox, pack) },
			});
			line();
			line(`${workflow.name} (examples/${file})`);
			if (ran.error) must(false, `${workflow.name}: ${ran.error.message} ${ran.error.description ?? ''}`);
			for (const step of steps) account(step, ran, sandbox);
		}
	} finally {
		await sandbox.stop();
	}
	line();
	for (const complaint of complaints) line(`NOT AS IT SHOULD BE  ${complaint}`);
	line(
		complaints.length
			? `${complaints.length} not as it should be`
			: `All as it should be, in ${((Date.now() - started) / 1000).toFixed(1)} s. Try it in the editor: npm start`,
	);
	process.exitCode = complaints.length ? 1 : 0;
}

void main();
