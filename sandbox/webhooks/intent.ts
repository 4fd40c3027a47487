import type { Posted } from './posting';

/** Which requests of the Intent to Receive are signed rightly. That both come is Xero's [X]; how many and in which order is not told [M]. */
const SIGNED_RIGHT = [true, false, true, false] as const;

/**
 * Checks the Intent to Receive: a rightly signed request must get 200, an empty body and no cookies, a wrongly signed one 401 [X
 * configuring-your-server]. `ask` POSTs the request with a place from 1; the first wrong answer ends the check.
 *
 * @returns a sentence saying which answer was wrong, or undefined when all were right
 */
export async function intentRefused(ask: (signedRight: boolean, place: number) => Promise<Posted>): Promise<string | undefined> {
	for (const [at, signedRight] of SIGNED_RIGHT.entries()) {
		const wrong = wrongWith(await ask(signedRight, at + 1), signedRight);
		if (wrong !== undefined)
			return `Request ${at + 1} of ${SIGNED_RIGHT.length} (signed ${signedRight ? 'rightly' : 'wrongly'}): ${wrong}.`;
	}
	return undefined;
}

function wrongWith({ status, body, cookies, silence }: Posted, signedRight: boolean): string | undefined {
	if (silence !== undefined) return silence;
	const wanted = signedRight ? 200 : 401;
	if (status !== wanted) return `the answer must be ${wanted}, it was ${status}`;
	if (signedRight && body !== '') return 'the answer must have an empty body';
	if (signedRight && cookies) return 'the answer must not set cookies';
	return undefined;
}
