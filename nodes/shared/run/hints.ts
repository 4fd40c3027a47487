// What is said under the output: calls, waits, refusals, warnings.

import type { NodeExecutionHint } from 'n8n-workflow';
import type { Usage } from '../http/session';
import { formatFindings } from '../model/findings';
import { isOpen } from './failures';
import type { Run } from './runState';
import type { WorkResult } from './workItem';

const count = (number: number, one: string, many = `${one}s`): string =>
	`${number.toLocaleString('en')} ${number === 1 ? one : many}`;

/** Fewer calls than this for the rest of the day are worth a warning. */
const FEW = 200;

/** What a run cost in calls, waits and what is left of the day; nothing when it called nobody. */
export function costs(usage: Usage): NodeExecutionHint[] {
	if (!usage.calls) return [];
	const parts = [count(usage.calls, 'call') + ' to Xero'];
	if (usage.waited >= 1000) parts.push(`${count(Math.round(usage.waited / 1000), 'second')} waited for its limits`);
	if (usage.dayLeft !== undefined) parts.push(`${count(usage.dayLeft, 'call')} left today`);
	return [
		{
			message: parts.join(', '),
			type: usage.dayLeft !== undefined && usage.dayLeft < FEW ? 'warning' : 'info',
			location: 'outputPane',
		},
	];
}

/** Tells after the run what it cost and what Xero warned of. */
export function hint({ ctx, client: { usage }, continuesOnFail, operation }: Run, results: readonly WorkResult[]): void {
	const hints: NodeExecutionHint[] = [];
	const parts = results.filter((workResult) => workResult.is === 'refused' && workResult.isPart).length;
	const refused = results.filter(({ is }) => is === 'refused').length - parts;
	const open = results.some((workResult) => workResult.is === 'refused' && isOpen(workResult.error));
	if (refused && continuesOnFail)
		hints.push({
			message: `${refused.toLocaleString('en')} of ${count(results.length - parts, 'record')} ${open ? 'refused or not confirmed' : 'refused'}`,
			type: 'warning',
			location: 'outputPane',
		});
	if (parts && continuesOnFail)
		hints.push({
			message: `${count(parts, 'record')} could not be read: a row each says which and why`,
			type: 'warning',
			location: 'outputPane',
		});
	const warnings = [...new Set(results.flatMap((workResult) => (workResult.is === 'done' ? workResult.warnings : [])))];
	if (warnings.length)
		hints.push({ message: `Saved, but Xero warns: ${warnings.slice(0, 3).join(' ')}`, type: 'warning', location: 'outputPane' });
	const unknown = [...new Set(results.flatMap(({ workItem }) => workItem.parameters?.unknown ?? []))];
	if (unknown.length)
		hints.push({
			message: `This node does not know ${unknown.slice(0, 10).join(', ')}${unknown.length > 10 ? ', …' : ''} of the JSON: what Xero does not know either, it leaves out without a word`,
			type: 'warning',
			location: 'outputPane',
		});
	const findings = results.flatMap((workResult) => (workResult.is === 'done' ? (workResult.findings ?? []) : []));
	if (findings.length)
		hints.push({
			message: `${operation.method === 'GET' ? 'Look at this' : 'Saved, but not all of it'}: ${formatFindings(findings)}`,
			type: 'warning',
			location: 'outputPane',
		});
	const said = results.flatMap(
		({ is, workItem: { parameters } }) => (is === 'done' && parameters && operation.hint?.(parameters.body)) || [],
	);
	for (const message of new Set(said)) hints.push({ message, type: 'warning', location: 'outputPane' });
	hints.push(...costs(usage));
	if (hints.length) ctx.addExecutionHints(...hints);
}
