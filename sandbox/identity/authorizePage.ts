import type { Organisation } from '../organisations';
import { escaped, page } from '../page';
import { inWords, needsOrganisation } from '../scopes';

/** What the consent page shows. */
export interface Question {
	/** Stands for the request; the form sends it back. */
	ticket: string;
	appName: string;
	scopes: readonly string[];
	organisations: readonly Organisation[];
	/** Said above the buttons when the form came back incomplete. */
	complaint?: string;
}

/** The page on which a person lets an app in: the app, what it may do, which organisations, Allow or Cancel. */
export function authorizePage({ ticket, appName, scopes, organisations, complaint }: Question): string {
	const rights = scopes.map((scope) => `<li title="${escaped(scope)}">${escaped(inWords(scope))}</li>`).join('\n');
	const choices = organisations
		.map(
			({ tenantId, name, baseCurrency, chosenOnly }) =>
				`<label><input type="checkbox" name="tenant" value="${escaped(tenantId)}"${chosenOnly ? '' : ' checked'}> ${escaped(name)} <span class="soft">${escaped(baseCurrency)}</span></label>`,
		)
		.join('\n');
	const connecting = scopes.some(needsOrganisation)
		? `<fieldset>\n<legend>Organisations to connect</legend>\n${choices}\n</fieldset>`
		: '';
	return page(
		`${appName} wants access`,
		`<h1><strong>${escaped(appName)}</strong> wants access</h1>
<p>If you allow it, the app can:</p>
<ul>
${rights}
</ul>
<form method="post" action="/identity/connect/authorize">
<input type="hidden" name="ticket" value="${escaped(ticket)}">
${connecting}
${complaint === undefined ? '' : `<p class="alarm" role="alert">${escaped(complaint)}</p>`}
<div class="choices">
<button class="deed" type="submit" name="decision" value="allow">Allow access</button>
<button type="submit" name="decision" value="cancel">Cancel</button>
</div>
</form>`,
	);
}

/** The page for a request that cannot be sent back to any app. */
export function refusalPage(code: string, why: string): string {
	return page(
		'This app cannot be connected',
		`<h1>This app cannot be connected</h1>\n<p>${escaped(why)}</p>\n<p>Code: <code>${escaped(code)}</code></p>`,
	);
}
