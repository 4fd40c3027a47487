import type { SandboxApp, WebhookAttempt, Webhooks, WebhookSubscription } from '../contract';
import { escaped, page } from '../page';
import { categories } from './postroom';

/** How many attempts of an app are shown. */
const SHOWN = 10;

const WORDS: Readonly<Record<WebhookSubscription['status'], string>> = {
	ok: 'OK',
	intentRequired: 'Intent to Receive required',
	retrying: 'Retrying',
	disabled: 'Disabled',
};

/** The page at /webhooks: key, delivery URL, status and last attempts of each app, with a form for its URL. */
export function webhooksPage(apps: readonly SandboxApp[], webhooks: Webhooks, complaint?: string): string {
	const sections = apps.map((app) => {
		const attempts = webhooks.attempts.filter((attempt) => attempt.app === app.kind).slice(-SHOWN);
		return section(app, webhooks.subscription(app.kind), attempts.reverse());
	});
	return page(
		'Webhooks of the Xero sandbox',
		`<h1>Webhooks</h1>
<p>Each app has one delivery URL, as in Xero's developer portal. Saving it checks the Intent to Receive. Only addresses on this machine are taken, http as well. <a href="/">Back to the sandbox</a></p>
${complaint === undefined ? '' : `<p class="alarm" role="alert">${escaped(complaint)}</p>\n`}${sections.join('\n')}`,
		'wide',
	);
}

function section(
	{ kind, name, webhooksKey }: SandboxApp,
	subscription: WebhookSubscription | undefined,
	attempts: readonly WebhookAttempt[],
): string {
	const chosen = subscription?.categories ?? categories;
	const choices = categories.map(
		(category) =>
			`<label><input type="checkbox" name="category" value="${category}"${chosen.includes(category) ? ' checked' : ''}> ${category}</label>`,
	);
	const remove = subscription && '\n<button type="submit" name="deed" value="remove" formnovalidate>Remove</button>';
	return `<section aria-labelledby="${kind}">
<h2 id="${kind}">${escaped(name)}</h2>
<p>Webhooks key <code>${escaped(webhooksKey)}</code></p>
${state(subscription)}
<form method="post" action="/webhooks" aria-labelledby="${kind}">
<input type="hidden" name="app" value="${kind}">
<label class="field">Delivery URL <input type="url" name="url" required value="${escaped(subscription?.url ?? '')}" placeholder="http://localhost:5678/webhook/…"></label>
<fieldset class="lines">
<legend>Events</legend>
${choices.join('\n')}
</fieldset>
<div class="choices">
<button class="deed" type="submit" name="deed" value="register">Save and check</button>${remove ?? ''}
</div>
</form>
${attempts.length === 0 ? '' : table(attempts)}
</section>`;
}

function state(subscription: WebhookSubscription | undefined): string {
	if (subscription === undefined) return '<p>No delivery URL.</p>';
	const { status, reason, waiting } = subscription;
	const why = reason === undefined ? '' : `\n<p class="alarm">${escaped(reason)}</p>`;
	return `<p>Status <strong>${WORDS[status]}</strong>, ${waiting} ${waiting === 1 ? 'event' : 'events'} waiting</p>${why}`;
}

function table(attempts: readonly WebhookAttempt[]): string {
	const rows = attempts.map((attempt) => {
		const { at, kind, events, firstEventSequence, lastEventSequence, signedRight, status, took } = attempt;
		const what = kind === 'intent' ? 'Intent to Receive' : `${events} (${firstEventSequence}–${lastEventSequence})`;
		const cells = [
			new Date(at).toISOString(),
			what,
			signedRight ? 'rightly' : 'wrongly',
			String(attempt.attempt),
			status === 0 ? 'none' : String(status),
			`${took} ms`,
		];
		return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
	});
	const heads = ['Time', 'Events', 'Signed', 'Try', 'Answer', 'Took'].map((head) => `<th scope="col">${head}</th>`);
	return `<div class="scrolling" role="region" aria-label="Last attempts" tabindex="0">
<table>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</div>`;
}
