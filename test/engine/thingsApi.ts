import type { IDataObject } from 'n8n-workflow';
import { number, text, texts } from '../../nodes/shared/inputs/scalars';
import { record } from '../../nodes/shared/inputs/locators';
import { rows } from '../../nodes/shared/inputs/collections';
import type { Api, Operation } from '../../nodes/shared/model/operation';
import { recordName } from '../../nodes/XeroAccounting/recordName';
import type { Reply, Sent } from '../fakeContext';
import { row } from './panel';

export const HARBOUR = '0a1b2c3d-0000-4000-8000-000000000001';
export const KERERU = '0a1b2c3d-0000-4000-8000-000000000002';
const fields = { Name: text('Name'), Quantity: number('Quantity') };
const one = record('Thing', 'thing', ['id', 'code']);

const create = row({
	required: { Name: fields.Name },
	optional: { Quantity: fields.Quantity },
	batchSize: 50,
	perElement: true,
	acceptsJson: true,
	scope: 'accounting.things',
});

const operations: Record<string, Operation> = {
	create,
	createAndConfirm: { ...create, confirmedBy: 'ThingID' },
	/** Where Xero knows no answers one by one. */
	createSummarised: { ...create, perElement: false },
	createLines: {
		...create,
		required: { Name: text('Name'), Lines: rows('Lines', 'Line', { Text: text('Text') }) },
		linesField: 'Lines',
	},
	/** One body per request. */
	createSingle: { ...create, path: '/Single', envelope: 'Single', body: 'bare', batchSize: undefined, perElement: false },
	update: row({
		method: 'POST',
		path: '/Things/{ThingID}',
		batchPath: '/Things',
		required: { ThingID: one },
		optional: fields,
		isUpdate: true,
		batchSize: 50,
		perElement: true,
	}),
	delete: row({ method: 'DELETE', path: '/Things/{ThingID}', envelope: undefined, required: { ThingID: one } }),
	get: row({ method: 'GET', path: '/Things/{ThingID}', required: { ThingID: one }, simplified: ['ThingID', 'Owner.Name'] }),
	getAll: row({
		method: 'GET',
		query: { IDs: texts('IDs', { portion: 2 }), order: text('Order') },
		paging: { by: 'page', size: 100 },
		simplified: ['ThingID', 'Name'],
	}),
};

/** An API of one resource in the forms that the engine knows. */
export const things: Api = {
	name: 'Things',
	basePath: '/api.xro/2.0',
	conventions: {
		accessRequirements: () => '',
		calendarDates: new Set(['Date']),
		recordName,
		sentences: (body) => (body !== null && typeof body === 'object' && 'Message' in body ? [String(body.Message)] : []),
	},
	resources: [
		{
			key: 'thing',
			name: 'Thing',
			plural: 'Things',
			path: 'Things',
			id: 'ThingID',
			description: 'Anything',
			scope: 'accounting.things',
			fields,
			operations,
		},
	],
};

/** The panel of one item. */
export const panel = (operation: string, values: IDataObject = {}): IDataObject => ({
	resource: 'thing',
	operation,
	organisation: { __rl: true, mode: 'list', value: HARBOUR },
	...values,
});

/** Items that create things named 'Thing 0', 'Thing 1', … */
export const creates = (count: number, operation = 'create', more: (item: number) => IDataObject = () => ({})): IDataObject[] =>
	Array.from({ length: count }, (_, item) => panel(operation, { Name: `Thing ${item}`, ...more(item) }));

/** The records inside what was sent. */
export const recordsIn = ({ body }: Sent): IDataObject[] => (body as { Things: IDataObject[] }).Things;

/** Xero that saves what it is sent, except for what `refuses` has a sentence about. */
export const saving = (refuses: (thing: IDataObject) => string | undefined = () => undefined) => ({
	saved: [] as unknown[],
	reply(request: Sent): Reply {
		const answers = recordsIn(request).map((thing): IDataObject => {
			const sentence = refuses(thing);
			if (sentence !== undefined) return { ...thing, StatusAttributeString: 'ERROR', ValidationErrors: [{ Message: sentence }] };
			this.saved.push(thing.Name);
			return { ...thing, StatusAttributeString: 'OK', ThingID: `id of ${String(thing.Name)}` };
		});
		return { body: { Things: answers } };
	},
});
