import { createHash } from 'node:crypto';
import type { Event } from './delivery';

/** 96 bits in base64url: no two events of one trigger share a key by chance. */
const LENGTH = 16;

/** A moment without its spelling: seconds since the epoch and the fraction's digits. Undefined for what is no moment. */
function momentOf(iso: string): string | undefined {
	const seconds = Math.floor(Date.parse(iso) / 1000);
	const fraction = /\.(\d+)/.exec(iso)?.[1]?.replace(/0+$/, '') ?? '';
	return Number.isFinite(seconds) ? `${seconds}.${fraction}` : undefined;
}

/**
 * What makes an event the same as another, as 16 letters: record, type and moment. One that does not say them all is known by
 * everything it says.
 */
export function eventKey(event: Event): string {
	const { tenantId, eventCategory, resourceId, eventType, eventDateUtc } = event;
	const moment = momentOf(eventDateUtc);
	const said =
		moment === undefined || resourceId === ''
			? [event]
			: [tenantId.toLowerCase(), eventCategory, resourceId.toLowerCase(), eventType, moment];
	return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, LENGTH);
}
