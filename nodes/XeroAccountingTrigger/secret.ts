import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { clock } from '../shared/http/clock';
import { CREDENTIAL } from '../shared/http/transport';
import { operationError } from '../shared/model/errorState';

const secretIn = async (ctx: IHookFunctions | IWebhookFunctions): Promise<string> => {
	const { webhookSigningSecret } = await ctx.getCredentials(CREDENTIAL);
	return String(webhookSigningSecret ?? '').trim();
};

/** Nothing could be told from a forgery without the key. @throws NodeOperationError that says where the key is found */
export async function refuseWithoutSecret(ctx: IHookFunctions): Promise<void> {
	if ((await secretIn(ctx)) !== '') return;
	const { name } = ctx.getNode().credentials?.[CREDENTIAL] ?? {};
	throw operationError(
		ctx.getNode(),
		{
			items: [],
			place: [`Credential${name ? ` “${name}”` : ''}`, 'Webhook Signing Secret'],
			says: 'is empty, so nothing can be known to come from Xero',
			todo: "In Xero's developer portal (developer.xero.com/app/manage) open the app, then Webhooks, and copy the Webhooks key; paste it into Webhook Signing Secret of the credential, save, and activate (publish) the workflow again",
		},
		{ state: 'notSent' },
	);
}

/** How long a secret counts without being read again, and how soon it is read again for a signature that does not fit; ms. */
const LIFE = 60_000;
const AGAIN = 1_000;
/** Credentials whose secrets a process holds. */
const CREDENTIALS = 100;

/** A secret as it was read; undefined where n8n could not open the credential. */
interface Known {
	readonly secret: Promise<string | undefined>;
	readonly since: number;
}

const known = new Map<string, Known>();

/** Forgets the secrets of all credentials: for tests of a restart. */
export const forgetSecrets = (): void => known.clear();

function readAnew(ctx: IWebhookFunctions, id: string, before: Known | undefined): Promise<string | undefined> {
	// What was known goes on when the credential cannot be opened at the moment: a store of secrets may be away for a while.
	const secret = secretIn(ctx).catch(async () => await before?.secret);
	known.delete(id);
	known.set(id, { secret, since: clock.now() });
	for (const oldest of known.keys()) if (known.size > CREDENTIALS) known.delete(oldest);
	return secret;
}

/**
 * Whether a signature fits the credential's secret. n8n takes some 20 ms to open a credential, which forgers could make it
 * do again and again: the secret is kept for a minute, and read anew at most once a second when a signature does not fit.
 * @returns undefined when there is no telling, as the credential cannot be opened
 */
export async function fits(ctx: IWebhookFunctions, isSignedWith: (secret: string) => boolean): Promise<boolean | undefined> {
	const id = ctx.getNode().credentials?.[CREDENTIAL]?.id ?? '';
	const before = known.get(id);
	const age = before ? clock.now() - before.since : Infinity;
	const secret = before && age < LIFE ? await before.secret : undefined;
	if (secret !== undefined && isSignedWith(secret)) return true;
	if (before && age < AGAIN) return secret === undefined ? undefined : false;
	const fresh = await readAnew(ctx, id, before);
	return fresh === undefined ? undefined : isSignedWith(fresh);
}
