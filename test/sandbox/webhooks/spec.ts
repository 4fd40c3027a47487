import Ajv from 'ajv';
import addFormats from 'ajv-formats';

import type { WebhookEvent } from '../../../sandbox/contract';
import { described } from '../../xeroDescription';
import type { Delivered } from './receiver';

/** Checks deliveries against Xero's own description of them, one complaint each. */
export function complaintsOf(): (delivered: unknown) => string[] {
	const { components } = described('webhooks');
	const event = components.schemas.WebhookEvent!.properties!.events!.items!.properties!;
	// Two categories are younger than this edition of the file.
	event.eventCategory!.oneOf!.push({ const: 'PREPAYMENT' }, { const: 'OVERPAYMENT' });
	const named = new Set([...Object.keys(event), 'data']);
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
