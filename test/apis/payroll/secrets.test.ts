import get from 'lodash/get';
import set from 'lodash/set';
import cloneDeep from 'lodash/cloneDeep';
import type { IDataObject } from 'n8n-workflow';
import type { Fields } from '../../../nodes/shared/model/field';
import type { Operation } from '../../../nodes/shared/model/operation';
import { execute } from '../../../nodes/shared/run/execute';
import type { Example } from '../../examples/example';
import { NODES } from '../../examples/nodes';
import { inVirtualTime } from '../../engine/virtualTime';
import type { Reply, Sent } from '../../fakeContext';
import { fakeExecute } from '../../fakeContext';
import type { Subject } from '../../panel/subjects';
import { subjectsOf } from '../../panel/subjects';

const ORGANISATION = { __rl: true, mode: 'id', value: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d' };
const PLANTED = 'Zz47planted';
const time = inVirtualTime();

/** Writes of payroll with what a person fills in. */
const WRITES = NODES.filter(({ api }) => api.basePath.startsWith('/payroll'))
	.flatMap((one) => subjectsOf(one, Number.POSITIVE_INFINITY))
	.filter(({ row }) => row.method !== 'GET' && row.method !== 'DELETE');

type Path = ReadonlyArray<string | number>;

/** The places of single values in what was filled in or sent. */
function leaves(value: unknown, path: Path = []): Path[] {
	if (Array.isArray(value)) return value.flatMap((one, index) => leaves(one, [...path, index]));
	if (value === null || typeof value !== 'object') return [path];
	return Object.entries(value).flatMap(([key, one]) => leaves(one, [...path, key]));
}

/** Whether an input, or one that it stands in, is of a person. */
function isPrivate({ required, panelOptional, optional }: Operation, path: Path): boolean {
	let fields: Fields | undefined = { ...optional, ...panelOptional, ...required };
	for (const step of path) {
		const field: Fields[string] | undefined = fields?.[step];
		if (field?.isPrivate) return true;
		if (field) fields = field.within;
	}
	return false;
}

/** What an example's private inputs hold, where any sentence may not hold it by chance. */
const secretsOf = ({ row, example }: Subject): string[] =>
	example.parameters.flatMap((given) =>
		leaves(given)
			.filter((path) => isPrivate(row, path))
			.map((path) => String(get(given, path)))
			.filter((value) => value.length > 2 && value !== 'true' && value !== 'false'),
	);

/** Sentences that repeat every value of a body. */
const sentencesOn = (body: unknown) =>
	leaves(body).map((path) => ({ name: path.join('.'), reason: `The value ${String(get(body, path))} is wrong.` }));

/** The same as Australia's version 1.0 tells of a record. */
const refusedRecord = (body: unknown): IDataObject => ({
	...((Array.isArray(body) ? body[0] : body) as IDataObject),
	ValidationErrors: sentencesOn(body).map(({ reason }) => ({ Message: reason })),
});

type Refusal = (sent: Sent, row: Operation) => Reply;

/** Refusals that repeat every value of a body, in each form that Xero has for them. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
	'a problem': ({ body }) => ({
		statusCode: 400,
		body: {
			problem: {
				...{ type: 'application/problem+json', title: 'BadRequest', status: '400', detail: 'Validation error occurred.' },
				invalidFields: sentencesOn(body),
			},
		},
	}),
	'records of a refusal': ({ body }, { envelope = 'Employees' }) => ({
		statusCode: 400,
		body: {
			...{ ErrorNumber: 10, Type: 'ValidationException', Message: 'A validation exception occurred' },
			[envelope]: [refusedRecord(body)],
		},
	}),
	'a record that is not saved': ({ body }, { envelope = 'Employees' }) => ({ body: { [envelope]: [refusedRecord(body)] } }),
};

/** Version 2.0 has one form; pay items are no records with an ID each in their answer, and are looked for after a write. */
function formsOf({ path }: Pick<Sent, 'path'>): readonly Refusal[] {
	const all = Object.values(REFUSALS);
	return path.startsWith('/1.0/PayItems') ? all.slice(0, 2) : path.startsWith('/1.0') ? all : all.slice(0, 1);
}

/** All that leaves the node when Xero refuses the write of that place: rows, their details, hints. */
async function told(
	{ api, resource, name, row }: Subject,
	parameters: Example['parameters'],
	example: Example,
	refused: number,
	refusal: Refusal = REFUSALS['a problem']!,
) {
	let at = 0;
	const { ctx, hints } = fakeExecute({
		parameters: parameters.map((one) => ({ organisation: ORGANISATION, resource, operation: name, ...one })),
		...(example.items ? { items: example.items } : {}),
		continueOnFail: true,
		reply: (sent: Sent): Reply => {
			at += 1;
			if (at > refused && sent.method !== 'GET') return refusal(sent, row);
			return example.replies?.[at - 1] ?? { body: {} };
		},
	});
	const [rows] = await time().until(execute(api, ctx));
	// IDs hold any digits by chance.
	const text = JSON.stringify([rows, hints]).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, '');
	return { rows: rows ?? [], text };
}

const named = WRITES.map((one) => [one.api.name, `${one.resource}.${one.name}`, one] as const);

describe('What is planted in the inputs of a person', () => {
	it.each(named)('%s: %s says nothing of it when the node refuses it', async (_api, _what, subject) => {
		const planted = subject.example.parameters.map((given) => {
			const copy = cloneDeep(given);
			for (const path of leaves(copy)) if (isPrivate(subject.row, path)) set(copy as IDataObject, path as string[], PLANTED);
			return copy;
		});
		const { text } = await told(subject, planted, subject.example, 0);
		expect(text.toLowerCase()).not.toContain(PLANTED.toLowerCase());
	});

	it.each(named)('%s: %s says nothing of it when Xero repeats all that it was sent', async (_api, _what, subject) => {
		const secrets = secretsOf(subject);
		for (const [index, sent] of subject.example.sends.entries()) {
			if (sent.method === 'GET') continue;
			for (const refusal of formsOf(sent)) {
				const { rows, text } = await told(subject, subject.example.parameters, subject.example, index, refusal);
				expect(rows.some(({ json }) => json.error !== undefined)).toBe(true);
				expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
			}
		}
	});

	it('is in the examples at all', () => {
		expect(new Set(WRITES.flatMap(secretsOf)).size).toBeGreaterThan(40);
	});
});
