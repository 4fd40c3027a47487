import type { IDataObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import { number } from '../shared/inputs/scalars';
import type { AfterSaveContext } from '../shared/model/context';
import type { Field } from '../shared/model/field';
import { pathSegment } from '../shared/model/path';

/** Seconds to wait unless the user says otherwise. */
const USUALLY = 60;

/** The first pause before Xero is asked, and the longest; each is twice the one before. ms. */
const PAUSE = { first: 2_000, longest: 30_000 } as const;

/** A look whose pause ended on the bound is still taken; one that had to queue for longer than this is not. ms. */
const LATE = 1_000;

/** How long to wait for what Xero does by itself. Said to this node, not to Xero. */
export const wait = (name: string, description: string): Field<number> => {
	const field = number(name, { min: 0, max: 3600, description });
	return { ...field, ui: { ...field.ui, default: USUALLY }, write: () => undefined };
};

/** What is waited for, and how it is told. */
export interface Awaited {
	/** Name of the option with the seconds. */
	readonly option: string;
	/** Where the record is read, e.g. /Statements/0f3c… */
	path(id: string): string;
	/** Whether Xero is still at work on it. */
	pending(record: IDataObject): boolean;
	/** How to go on when the time is up. */
	readonly note: string;
}

/** The record as it is now; what it was when Xero has not got it yet, undefined when Xero cannot be asked. */
async function look(then: AfterSaveContext, path: string, before: IDataObject): Promise<IDataObject | undefined> {
	try {
		const { body } = await then.request({ path, confirmedBy: 'id' });
		return body as IDataObject;
	} catch (cause) {
		// What was just taken may not be found at once. Anything else is no reason to call it refused: it was taken.
		return cause instanceof NodeApiError && cause.httpCode === '404' ? before : undefined;
	}
}

/**
 * Looks after a record until Xero is done with it, in pauses that grow, for no longer than the option says: counted from the moment the
 * last record of the run was sent, so that many take no longer than one.
 * @returns the record as Xero told it last; with a note when it is still pending then
 */
export async function pollUntilDone(record: IDataObject, then: AfterSaveContext, awaited: Awaited): Promise<IDataObject> {
	const { option, path, pending, note } = awaited;
	const bound = Number(then.options[option] ?? USUALLY) * 1000;
	if (bound === 0 || typeof record.id !== 'string') return record;
	let latest = record;
	for (let pause: number = PAUSE.first; pending(latest) && then.elapsed() < bound; pause = Math.min(pause * 2, PAUSE.longest)) {
		try {
			await then.pause(Math.min(pause, bound - then.elapsed()));
		} catch {
			// Cancelled: what was sent stays sent, and nothing more is asked.
			return latest;
		}
		const before = latest;
		const found = await then.limited(async () =>
			then.elapsed() > bound + LATE ? undefined : await look(then, path(pathSegment(record.id)), before),
		);
		if (found === undefined) break;
		latest = found;
	}
	return pending(latest) ? { ...latest, note } : latest;
}
