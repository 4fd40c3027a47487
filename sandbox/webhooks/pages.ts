import type { FastifyInstance, FastifyReply } from 'fastify';

import type { SandboxApp, Webhooks } from '../contract';
import { sentFromHere } from '../sentFromHere';
import { categories } from './postroom';
import { webhooksPage } from './webhooksPage';

/** The Webhooks page of the developer portal, for people: GET /webhooks shows it, POST /webhooks takes its forms. */
export function webhookPages(server: FastifyInstance, apps: readonly SandboxApp[], webhooks: Webhooks): void {
	const show = (reply: FastifyReply, status: number, complaint?: string): FastifyReply =>
		reply
			.code(status)
			.type('text/html; charset=utf-8')
			.header('Cache-Control', 'no-store')
			.send(webhooksPage(apps, webhooks, complaint));
	server.get('/webhooks', (_request, reply) => show(reply, 200));
	server.post('/webhooks', async (request, reply) => {
		if (!sentFromHere(request)) return show(reply, 403, 'This form was sent from another site.');
		const form = new URLSearchParams(Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '');
		const app = apps.find(({ kind }) => kind === form.get('app'))?.kind;
		if (app === undefined) return show(reply, 400, 'There is no such app.');
		if (form.get('deed') === 'remove') webhooks.remove(app);
		else {
			const chosen = categories.filter((category) => form.getAll('category').includes(category));
			if (chosen.length === 0) return show(reply, 400, 'Choose at least one kind of event.');
			try {
				await webhooks.register(form.get('url') ?? '', { app, categories: chosen });
			} catch (refusal) {
				if (refusal instanceof RangeError) return show(reply, 400, refusal.message);
				throw refusal;
			}
		}
		return reply.redirect('/webhooks', 303);
	});
}
