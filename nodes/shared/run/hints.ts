// What is said under the output: calls, waits, refusals, warnings.

import type { NodeExecutionHint } from 'n8n-workflow';
import type { Spent } from '../http/client';
import { formatFindings } from '../model/findings';
import { isOpen } from './results';
import type { Run } from './run';
import type { Outcome } from './workItem';

const count = (number: number, one: string, many = `${one}s`): string =>
	`${number.toLocaleString('en')} ${number === 1 ? one : many}`;

/** Fewer calls than this for the rest of the day are worth a warning. */
const FEW = 200;

/** What a run cost in calls, waits and what is left of the day; nothing when it called nobody. */
export function costs(spent: Spent): NodeExecutionHint[] {
	if (!spent.calls) return [];
	const parts = [count(spent.calls, 'call') + ' to Xero'];
	if (spent.waited >= 1000) parts.push(`${count(Math.round(spent.waited / 1000), 'second')} waited for its limits`);
	if (spent.dayLeft !== undefined) parts.push(`${count(spent.dayLeft, 'call')} left today`);
	return [
		{
			message: parts.join(', '),
			type: spent.dayLeft !== undefined && spent.dayLeft < FEW ? 'warning' : 'info',
			location: 'outputPane',
		},
	];
}

/** Tells after the run what it cost and what Xero warned of. */
export function hint({ ctx, door: { spent }, goesOn, operation }: Run, outcomes: readonly Outcome[]): void {
	const hints: NodeExecutionHint[] = [];
	const refused = outcomes.filter(({ is }) => is === 'refused').length;
	const open = outcomes.some((outcome) => outcome.is === 'refused' && isOpen(outcome.error));
	if (refused && goesOn)
		hints.push({
			message: `${refused.toLocaleString('en')} of ${count(outcomes.length, 'record')} ${open ? 'refused or not confirmed' : 'refused'}`,
			type: 'warning',
			location: 'outputPane',
		});
	const warnings = [...new Set(outcomes.flatMap((outcome) => (outcome.is === 'done' ? outcome.warnings : [])))];
	if (warnings.length)
		hints.push({ message: `Saved, but Xero warns: ${warnings.slice(0, 3).join(' ')}`, type: 'warning', location: 'outputPane' });
	const unknown = [...new Set(outcomes.flatMap(({ job }) => job.gathered?.unknown ?? []))];
	if (unknown.length)
		hints.push({
			message: `This node does not know ${unknown.slice(0, 10).join(', ')}${unknown.length > 10 ? ', …' : ''} of the JSON: what Xero does not know either, it leaves out without a word`,
			type: 'warning',
			location: 'outputPane',
		});
	const findings = outcomes.flatMap((outcome) => (outcome.is === 'done' ? (outcome.findings ?? []) : []));
	if (findings.length)
		hints.push({ message: `Saved, but not all of it: ${formatFindings(findings)}`, type: 'warning', location: 'outputPane' });
	const said = outcomes.flatMap(
		({ is, job: { gathered } }) => (is === 'done' && gathered && operation.hintOn?.(gathered.body)) || [],
	);
	for (const message of new Set(said)) hints.push({ message, type: 'warning', location: 'outputPane' });
	hints.push(...costs(spent));
	if (hints.length) ctx.addExecutionHints(...hints);
}
