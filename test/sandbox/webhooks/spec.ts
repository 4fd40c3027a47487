import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { CORE_SCHEMA, load } from 'js-yaml';

import type { WebhookEvent } from '../../../sandbox/contract';
import { described } from '../../xeroDescription';
import type { Delivered } from './receiver';

interface Spec {
	components: {
		schemas: {
			WebhookEvent: { properties: { events: { items: { properties: Record<string, { oneOf?: object[] }> } } } };
		};
	};
}

/** Checks deliveries against the schemas of the spec, one complaint each; undefined when the spec is not there. */
export function complaintsOf(): ((delivered: unknown) => string[]) | undefined {
	const path = described('xero-webhooks.yaml');
	if (path === undefined) return undefined;
	const { components } = load(readFileSync(path, 'utf8'), { schema: CORE_SCHEMA }) as Spec;
	const event = components.schemas.WebhookEvent.properties.events.items;
	// Two categories are younger than this edition of the file.
	event.properties['eventCategory']?.oneOf?.push({ const: 'PREPAYMENT' }, { const: 'OVERPAYMENT' });
	const named = new Set([...Object.keys(event.properties), 'data']);
	const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
	// The file says date-time, but its examples have no zone, as Xero's deliveries.
	ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}$/);
	ajv.addSchema({ $id: 'xero', components });
	const [any, note] = ['WebhookEvent', 'CreditNoteWebhookEvent'].map((name) =>
		ajv.compile({ $ref: `xero#/components/schemas/${name}` }),
	);
	return (delivered) => {
		const { events } = delivered as Delivered;
		const notes = { ...(delivered as Delivered), events: events.filter(({ eventCategory }) => eventCategory === 'CREDITNOTE') };
		return [
			...(any?.(delivered) ? [] : (any?.errors ?? [])).map(({ instancePath, message }) => `${instancePath} ${message}`),
			...(note?.(notes) ? [] : (note?.errors ?? [])).map(({ instancePath, message }) => `${instancePath} ${message}`),
			...events.flatMap((one: WebhookEvent) => Object.keys(one).filter((name) => !named.has(name))),
		];
	};
}
