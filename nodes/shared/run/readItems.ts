// The items of a run, read and checked, as work items.

import groupBy from 'lodash/groupBy';
import type { IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import { inMoney } from '../inputs/amounts';
import type { IdOf } from '../inputs/names';
import { operationError, stateOf } from '../model/errorState';
import type { Finding } from '../model/findings';
import type { Operation } from '../model/operation';
import { binariesOf, operationContextOf } from './context';
import { documentKey, documents } from './documents';
import { mapInTurns } from './eventLoop';
import { failed } from './failures';
import { lookedUp } from './names';
import { organisationFor, organisationGiven } from './organisations';
import type { InputMode, Parameters } from './parameters';
import { parametersOf } from './parameters';
import { itemsSentBefore } from './resumeWrites';
import type { Run } from './runState';
import { withNamesTrimmed } from './trimNames';
import type { WorkItem, WorkResult } from './workItem';
import { placeOf } from './workItem';

const orError = <T>(make: () => T): T | NodeOperationError => {
	try {
		return make();
	} catch (cause) {
		return cause as NodeOperationError;
	}
};

/** One item as it was given, and where it is to go. */
interface ReadItem {
	readonly item: number;
	/** By which its line finds its document, for One Item per Line. */
	readonly key: string | Error | undefined;
	readonly parameters: Parameters | Error;
}

const modeOf = ({ ctx, operation }: Run): InputMode =>
	(operation.acceptsJson ? ctx.getNodeParameter('input', 0, 'fields') : 'fields') as InputMode;

/** Reads and checks all items before any of them is sent. */
async function readAll(run: Run, count: number): Promise<ReadItem[]> {
	const { ctx, operation, conventions } = run;
	const mode = modeOf(run);
	return await mapInTurns(
		Array.from({ length: count }, (_, item) => item),
		(item) => {
			const parameters = orError(() => parametersOf(ctx, operation, item, mode, conventions.calendarDates));
			return { item, key: mode === 'lines' ? documentKey(ctx, operation, item, parameters) : undefined, parameters };
		},
	);
}

/** Looks up each organisation once, in whatever form it was given. */
function lookUp(run: Run): (given: ReadItem) => Promise<string | Error> {
	const known = new Map<string, Promise<string>>();
	return async ({ item }) => {
		if (run.operation.noOrganisation) return '';
		try {
			const organisation = organisationGiven(run.ctx, item);
			const asked = known.get(organisation) ?? organisationFor(run.ctx.getNode(), run.client, organisation, item);
			known.set(organisation, asked);
			return await asked;
		} catch (cause) {
			return cause as Error;
		}
	};
}

/** Items that pick records by name, read once more with the IDs that the names stand for; each list of names is read once. */
async function withIdsOfNames(
	run: Run,
	given: readonly ReadItem[],
	organisations: ReadonlyArray<string | Error>,
): Promise<ReadItem[]> {
	const { ctx, api, operation, conventions } = run;
	if (!given.some(({ parameters }) => 'body' in parameters && parameters.searches.size > 0)) return [...given];
	const known = new Map<string, Promise<IdOf>>();
	const before = itemsSentBefore(run);
	return await Promise.all(
		await mapInTurns(given, async (one, index): Promise<ReadItem> => {
			const { item, parameters } = one;
			const organisation = organisations[index]!;
			if (typeof organisation !== 'string' || !('body' in parameters) || parameters.searches.size === 0) return one;
			if (before.has(placeOf({ organisation, items: [item] }))) return one;
			const { searches } = parameters;
			const key = [organisation, ...searches].join(' ');
			const call = operationContextOf(run, { items: [item], organisation, parameters });
			const asked = known.get(key) ?? lookedUp(call, api, searches);
			known.set(key, asked);
			try {
				const idOf = await asked;
				return { ...one, parameters: parametersOf(ctx, operation, item, modeOf(run), conventions.calendarDates, idOf) };
			} catch (cause) {
				return { ...one, parameters: cause as Error };
			}
		}),
	);
}

/** Items with their organisation as work items: one for each, or one for the lines of a document. */
async function jobsOf(
	{ ctx, operation, conventions }: Run,
	given: readonly ReadItem[],
	organisations: ReadonlyArray<string | Error>,
): Promise<Array<WorkItem | WorkResult>> {
	const stuck = given.flatMap((one, index): WorkResult[] => {
		const organisation = organisations[index]!;
		if (typeof organisation === 'string') return [];
		const errors = [organisation, one.key, one.parameters].filter((error): error is Error => error instanceof Error);
		return [failed({ items: [one.item], organisation: '' }, together(ctx, errors))];
	});
	const placed = given.flatMap((one, index) => {
		const organisation = organisations[index]!;
		return typeof organisation === 'string' ? [{ ...one, organisation }] : [];
	});
	const byLine = placed.flatMap((one) => (one.key === undefined ? [] : [{ ...one, key: one.key }]));
	const single = placed.map(({ item, organisation, parameters }) => ({ items: [item], organisation, parameters }));
	const whole = byLine.length ? documents(ctx, operation, byLine) : single;
	const fields = { ...operation.query, ...operation.optional, ...operation.panelOptional, ...operation.required };
	const { money, trimmed } = conventions;
	const sorted = await mapInTurns(whole, ({ items, organisation, parameters }): WorkItem | WorkResult => {
		if (!('body' in parameters)) return failed({ items, organisation }, parameters);
		const { body, faults } = inMoney(money, fields, parameters.body);
		const workItem = {
			items,
			organisation,
			parameters: { ...parameters, body: trimmed ? withNamesTrimmed(body, trimmed) : body },
		};
		const given = { options: parameters.options, binaries: binariesOf(ctx, items) };
		const all = [...faults, ...[operation.validate?.(body, given) ?? []].flat()];
		return all.length === 0 ? workItem : failed(workItem, faulty(ctx, items, all));
	});
	return [...stuck, ...joinedBy(operation, sorted)];
}

/** Work items that an operation does in one go, as one of them all, in the place of the first. */
function joinedBy({ joinItems }: Operation, sorted: ReadonlyArray<WorkItem | WorkResult>): Array<WorkItem | WorkResult> {
	if (!joinItems) return [...sorted];
	const groups = groupBy(
		sorted.filter((one): one is WorkItem => !('is' in one)),
		({ organisation, parameters }) => JSON.stringify([organisation, joinItems(parameters)]),
	);
	const joined = Object.values(groups).map((group): WorkItem => ({
		...group[0]!,
		items: group.flatMap(({ items }) => items),
		joined: group.map(({ parameters }) => parameters),
	}));
	return [...sorted.filter((one) => 'is' in one), ...joined];
}

/** One error for all that was found about an item; what is no finding about an input stands for itself. */
function together(ctx: IExecuteFunctions, errors: readonly Error[]): Error {
	const [first, ...others] = errors;
	const other = errors.find((error) => stateOf(error)?.state !== 'notSent');
	if (other ?? others.length === 0) return other ?? first!;
	const findings = errors.flatMap((error) => stateOf(error)?.findings ?? []);
	return operationError(ctx.getNode(), findings, { state: 'notSent', description: NOTHING_SENT });
}

const NOTHING_SENT = 'Nothing was sent to Xero for it. Check the values, or the expressions behind them.';

/** A body with amounts that Xero would round, or whose parts do not fit together, such as balances and lines. */
const faulty = (
	ctx: IExecuteFunctions,
	items: readonly number[],
	faults: ReadonlyArray<Omit<Finding, 'items'>>,
): NodeOperationError =>
	operationError(
		ctx.getNode(),
		faults.map((fault) => ({ ...fault, items })),
		{ state: 'notSent', description: NOTHING_SENT },
	);

/**
 * The items of a run as work items, in the order of the input, with a result already for each that cannot be one: what it gives is wrong,
 * its organisation or a name in it stands for nothing.
 */
export async function workItemsOf(run: Run, count: number): Promise<Array<WorkItem | WorkResult>> {
	const given = await readAll(run, count);
	const organisations = await Promise.all(await mapInTurns(given, lookUp(run)));
	return await jobsOf(run, await withIdsOfNames(run, given, organisations), organisations);
}
