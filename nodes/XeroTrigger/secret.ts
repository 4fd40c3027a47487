import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { CREDENTIAL } from '../shared/transport';

/** Nothing could be told from a forgery without the key. @throws NodeOperationError that says where the key is found */
export async function refuseWithoutSecret(ctx: IHookFunctions): Promise<void> {
	const { webhookSigningSecret } = await ctx.getCredentials(CREDENTIAL);
	if (String(webhookSigningSecret ?? '').trim() !== '') return;
	throw new NodeOperationError(ctx.getNode(), 'The credential has no Webhook Signing Secret', {
		description:
			"In Xero's developer portal open the app, then Webhooks: copy the Webhooks Key into Webhook Signing Secret of the credential, and activate again.",
	});
}
