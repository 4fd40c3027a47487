// Links to the pages of Xero's screens about records.

import type { XeroClient } from '../http/client';
import { clock } from '../http/clock';
import { stateOf } from '../model/errorState';
import type { Conventions } from '../model/operation';

/** For how long the word by which an organisation's pages are found is kept; ms. */
const KEPT = 3_600_000;

/** Words of organisations, and until when they are kept; '' where it cannot be had. */
const known = new Map<string, { readonly key: Promise<string>; readonly until: number }>();

/**
 * The word by which an organisation's pages are found, asked for once an hour in this process; where no answer could be had, the next run
 * asks again.
 * @returns undefined where the connection may not ask for it: then there are no links, and no word about it
 */
export async function pageKeyOf(
	client: XeroClient,
	{ pages }: Pick<Conventions, 'pages'>,
	organisation: string,
): Promise<string | undefined> {
	if (!pages) return undefined;
	const kept = known.get(organisation);
	if (kept && kept.until > clock.now()) return (await kept.key) || undefined;
	const { scope, ...request } = pages.request;
	const key = client
		.request(request, { organisation, serial: '', scope })
		.then((answer) => pages.keyIn(answer) ?? '')
		.catch((cause: unknown) => {
			if (stateOf(cause)?.lacks === undefined) known.delete(organisation);
			return '';
		});
	known.set(organisation, { key, until: clock.now() + KEPT });
	return (await key) || undefined;
}

/** For tests: what is known of organisations is forgotten. */
export const forgetPages = (): void => known.clear();
