import type { IDataObject } from 'n8n-workflow';
import type { Parameters, InputMode } from '../../nodes/shared/run/parameters';
import { parametersOf } from '../../nodes/shared/run/parameters';
import type { Operation } from '../../nodes/shared/model/operation';
import type { Field, Fields } from '../../nodes/shared/model/field';
import { fakeExecute } from '../fakeContext';

/** An operation that has nothing but what a test is about. */
export const row = (more: Partial<Operation>): Operation => ({
	xero: 'createThings',
	name: 'Create',
	action: 'Create a thing',
	description: 'Create a thing in Xero',
	method: 'PUT',
	path: '/Things',
	envelope: 'Things',
	required: {},
	...more,
});

export interface Panel {
	readonly timezone?: string;
	readonly mode?: InputMode;
	/** The item these values are of; the ones before it are empty. */
	readonly item?: number;
}

/** Gathers one item whose panel holds these values. @throws as `gather` does */
export function gathered(
	operation: Operation,
	values: IDataObject,
	{ timezone = 'Pacific/Auckland', mode = 'fields', item = 0 }: Panel = {},
): Parameters {
	const parameters = [...Array.from({ length: item }, () => ({})), values];
	return parametersOf(fakeExecute({ parameters, timezone }).ctx, operation, item, mode);
}

/** What one field makes of a value: Xero's shape in the body, undefined when nothing is sent. */
export const sent = (field: Field, value: unknown, panel: Panel = {}): unknown =>
	gathered(row({ optional: { Thing: field } }), { additionalFields: { Thing: value as IDataObject } }, panel).body.Thing;

/** What a filter makes of a value. */
export const asked = (
	query: Fields,
	values: IDataObject,
	panel: Panel = {},
): Pick<Parameters, 'query' | 'headers' | 'chunks'> => {
	const {
		query: sentQuery,
		headers,
		chunks,
	} = gathered(row({ method: 'GET', query, paging: { by: 'page', size: 100 } }), { filters: values }, panel);
	return { query: sentQuery, headers, chunks };
};

/** The message with which something is refused. */
export const refusal = (what: () => unknown): string => {
	try {
		what();
	} catch (cause) {
		return (cause as Error).message;
	}
	return 'not refused';
};
