import isEqual from 'lodash/isEqual';
import type { IDataObject } from 'n8n-workflow';
import { stateOf } from '../../nodes/shared/model/errorState';
import { execute } from '../../nodes/shared/run/execute';
import { halfAnswers } from '../../sandbox/halfAnswers';
import { inVirtualTime } from '../engine/virtualTime';
import type { Reply, Sent } from '../fakeContext';
import { fakeExecute } from '../fakeContext';
import { nothingMissing } from '../whatToDo';
import { byId } from '../examples/example';
import { NODES } from '../examples/nodes';
import { goodAnswer } from './goodAnswer';
import type { Subject } from './subjects';
import { subjectsOf } from './subjects';

const time = inVirtualTime();
const ORGANISATION = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';

type Write = Subject;

/** Payroll answers deletions, and parts of an employee that have no ID, with a good status and nothing that could be halved. */
const bySign = ({ api, row }: Write): boolean => api.basePath.startsWith('/payroll') && row.confirmedBy === undefined;

const WRITES: readonly Write[] = NODES.flatMap((one) => subjectsOf(one, 1)).filter(
	(one) => one.row.method !== 'GET' && !bySign(one),
);

type Change = (body: unknown) => unknown;

const isObject = (value: unknown): value is IDataObject =>
	value !== null && typeof value === 'object' && !Array.isArray(value) && !Buffer.isBuffer(value);

/** Each record of a body, or the body itself. */
const inEach = (body: unknown, change: (record: IDataObject) => IDataObject): unknown => {
	if (!isObject(body)) return body;
	if (isObject(body.ImportSummary)) return { ...body, ImportSummary: change(body.ImportSummary) };
	const [[name, list], ...more] = Object.entries(body) as [[string, unknown], ...unknown[]];
	return Array.isArray(list) && more.length === 0 ? { [name]: (list as IDataObject[]).map(change) } : change(body);
};

/** The ready-made kinds, and two that keep the IDs and refuse what is inside. */
const KINDS: Readonly<Record<string, Change>> = {
	...halfAnswers,
	reasonsWithin: (body) =>
		inEach(body, (record) => ({ ...record, Part: { Parts: [{ ValidationErrors: [{ Message: 'It was not saved.' }] }] } })),
	statusWithin: (body) => inEach(body, (record) => ({ ...record, Part: { Parts: [{ StatusAttributeString: 'ERROR' }] } })),
};

/** How a run ended: what was told of each item, and the error that ends a run which does not go on. */
interface Ended {
	readonly rows: ReadonlyArray<{ readonly json: IDataObject; readonly error: Error | undefined }>;
	readonly thrown: Error | undefined;
	/** Answers to writes of which the kind makes others, and those that stay good. */
	readonly changed: number;
	readonly good: number;
}

async function run(
	{ api, resource, name, row, id, example }: Write,
	change: Change,
	another: boolean,
	goesOn: boolean,
): Promise<Ended> {
	const count = { changed: 0, good: 0 };
	const times = row.batchSize === undefined ? 1 : 2;
	const twice = <T>(list: readonly T[]): T[] => Array.from({ length: times }, () => list).flat();
	const answered = (sent: Sent): Reply => {
		const good = goodAnswer(sent, row, id);
		const written = goodAnswer({ ...sent, method: 'GET' }, row, id);
		if (sent.method === 'GET') return written;
		const body = change(JSON.parse(JSON.stringify(good.body ?? null)));
		// A new record has no ID yet that another one could be told from.
		const known = !another || idsIn(good.body).every((one) => JSON.stringify([sent.path, sent.body]).includes(one));
		const stays = !known || isEqual(body, good.body);
		count[stays ? 'good' : 'changed'] += 1;
		return stays ? good : { ...good, body };
	};
	const { ctx } = fakeExecute({
		parameters: twice(example.parameters).map((one) => ({ organisation: byId(ORGANISATION), resource, operation: name, ...one })),
		...(example.items ? { items: twice(example.items) } : {}),
		reply: (sent, index) => (sent.method === 'GET' ? (example.replies?.[index] ?? answered(sent)) : answered(sent)),
		continueOnFail: goesOn,
		node: { onError: goesOn ? 'continueErrorOutput' : 'stopWorkflow' },
	});
	try {
		const [output] = await time().until(execute(api, ctx));
		return { rows: output!.map(({ json, error }) => ({ json, error: error as Error | undefined })), thrown: undefined, ...count };
	} catch (cause) {
		return { rows: [], thrown: cause as Error, ...count };
	}
}

/** The IDs of the records of an answer. */
const idsIn = (body: unknown): string[] => {
	const ids: string[] = [];
	inEach(body, (record) => {
		ids.push(...Object.values(record).slice(0, 1).map(String));
		return record;
	});
	return ids;
};

const UNDONE = /nothing (of \w+ \w+ )?(was|were) (written|sent|created|changed|uploaded|saved)|was not written|nothing of/i;

const textOf = (error: Error): string => `${error.message} ${String((error as { description?: string }).description ?? '')}`;

/** Why a half-answer is told wrongly; undefined when it is told as refused or unconfirmed. */
function wrongIn({ rows, thrown, good }: Ended): string | undefined {
	const all = thrown ? [thrown] : rows.map(({ error }) => error);
	// What another request of the run was about is done.
	const errors = good > 0 ? all.filter((error) => error !== undefined) : all;
	if (errors.length === 0) return 'no row';
	for (const error of errors) {
		if (!error) return 'told as done';
		const state = stateOf(error)?.state ?? '';
		if (!['refused', 'unconfirmed'].includes(state)) return `state ${state}`;
		if (UNDONE.test(textOf(error))) return `told as nothing written: ${textOf(error)}`;
	}
	return undefined;
}

const nameOf = ({ api, resource, name }: Write): string => `${api.name} ${resource}.${name}`;

test.each(WRITES.map((write) => [nameOf(write), write] as const))(
	'%s is told as done when Xero says so',
	async (_name, write) => {
		const { rows, thrown } = await run(write, (body) => body, false, false);
		expect([thrown?.message, rows.length > 0]).toEqual([undefined, true]);
	},
);

const told: Record<string, number> = {};

describe.each(Object.entries(KINDS))('Half-answer %s', (kind, change) => {
	test.each(WRITES.map((write) => [nameOf(write), write] as const))('%s is not told as done', async (_name, write) => {
		const ends = [await run(write, change, kind === 'another', true), await run(write, change, kind === 'another', false)];
		if (ends[0]!.changed === 0) return;
		expect(ends.map(wrongIn)).toEqual([undefined, undefined]);
		told[kind] = (told[kind] ?? 0) + 1;
	});
});

test('every kind of half-answer is made of what most writes answer', () => {
	// Those answered with status 204 give nothing to halve; notes and setup have no ID; what is new has none that is known before.
	const seldom = Object.keys(KINDS).filter((kind) => (told[kind] ?? 0) < WRITES.length * 0.35);
	nothingMissing(
		seldom.map((kind) => `${kind}: made of ${told[kind] ?? 0} of ${WRITES.length} answers`),
		'These kinds of half-answers prove little: look why goodAnswer (test/panel/goodAnswer.ts) gives nothing to make them of.',
	);
});
