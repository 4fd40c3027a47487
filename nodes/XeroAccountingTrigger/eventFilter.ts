import type { IWebhookFunctions } from 'n8n-workflow';
import { CATEGORIES, documentOf } from './categories';
import type { Event } from './delivery';

/** What the panel lets in. */
export interface EventFilter {
	/** Xero's codes in capitals; empty for all, those it may add one day included. */
	readonly categories: readonly string[];
	/** CREATE, UPDATE, or '' for both and whatever else may come. */
	readonly eventType: string;
	/** Tenant IDs in lower case; empty for all. */
	readonly organisations: readonly string[];
	readonly side: 'both' | 'sales' | 'purchases';
}

/** A list, or a text with commas as an expression may give it. */
const listOf = (value: unknown): string[] =>
	(Array.isArray(value) ? (value as unknown[]) : typeof value === 'string' ? value.split(',') : [])
		.map((one) => (typeof one === 'string' ? one.trim() : ''))
		.filter((one) => one !== '');

/** The code meant by a code or a name of the panel, in any case. */
const codeOf = (said: string): string =>
	CATEGORIES.find(({ name }) => name.toLowerCase() === said.toLowerCase())?.code ?? said.toUpperCase().replace(/\s/g, '');

/** Which side of the books to pass on: what is none of the panel's words passes everything, as nothing must get lost by a slip. */
export const sideOf = (value: unknown): EventFilter['side'] => {
	const said = String(value ?? '')
		.trim()
		.toLowerCase();
	return said.startsWith('sales only') || said === 'sales' ? 'sales' : said.startsWith('purchases') ? 'purchases' : 'both';
};

/** Reads the filters. Nothing given, or nothing that is understood, lets everything in: an event that is dropped is gone. */
export function eventFilterOf(ctx: IWebhookFunctions): EventFilter {
	const categories = listOf(ctx.getNodeParameter('eventCategory', [])).map(codeOf);
	const type = String(ctx.getNodeParameter('eventType', '') ?? '')
		.trim()
		.toUpperCase();
	return {
		categories: categories.some((one) => one === '*' || one === 'ALL') ? [] : categories,
		eventType: /^CREATED?$/.test(type) ? 'CREATE' : /^UPDATED?$/.test(type) ? 'UPDATE' : '',
		organisations: listOf(ctx.getNodeParameter('organisations', [])).map((id) => id.toLowerCase()),
		side: sideOf(ctx.getNodeParameter('side', 'both')),
	};
}

/** Whether the panel lets an event in, as far as the event itself tells. */
export function passesFilter(event: Event, { categories, eventType, organisations, side }: EventFilter): boolean {
	const { eventCategory, tenantId } = event;
	const ofCategory = categories.length === 0 || categories.includes(eventCategory);
	const ofType = eventType === '' || event.eventType === eventType;
	// A subscription belongs to the app, to no organisation.
	const ofOrganisation =
		organisations.length === 0 || organisations.includes(tenantId.toLowerCase()) || event.tenantType === 'APPLICATION';
	const its = documentOf(event)?.side;
	return ofCategory && ofType && ofOrganisation && (side === 'both' || its === undefined || its === side);
}
