import type { Sandbox } from '../../../sandbox/contract';
import { get } from './callers';
import { thingsSandbox } from './thingsApi';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await thingsSandbox();
});
afterAll(() => sandbox.stop());

const consent = (): string => {
	const { clientId } = sandbox.apps.web;
	const query = { response_type: 'code', client_id: clientId, redirect_uri: 'http://localhost/', scope: 'accounting.invoices' };
	return `/identity/connect/authorize?${new URLSearchParams(query).toString()}`;
};

describe.each([
	['the front page', () => '/'],
	['the page of webhooks', () => '/webhooks'],
	['the consent page', consent],
	['the page of a consent that cannot be asked', () => '/identity/connect/authorize'],
])('%s', (_which, path) => {
	let html: string;
	beforeAll(async () => {
		html = (await get(sandbox.url + path())).text;
	});

	it('names its language and its parts for who listens to it, and takes the width of the window', () => {
		expect(html).toContain('<html lang="en">');
		expect(html).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
		expect(html.match(/<main\b/g)).toHaveLength(1);
		expect(html.match(/<h1\b/g)).toHaveLength(1);
		expect(html).toMatch(/<title>[^<]+<\/title>/);
	});

	it('has a label around every input, a legend in every group, and shows what has the focus', () => {
		const inputs = html.match(/<input(?![^>]*type="hidden")/g) ?? [];
		const labelled = html.match(/<label[^>]*>[^<]*<input(?![^>]*type="hidden")/g) ?? [];
		expect(labelled).toHaveLength(inputs.length);
		expect(html.match(/<fieldset\b/g)?.length).toBe(html.match(/<legend\b/g)?.length);
		expect(html).toContain(':focus-visible { outline: 3px solid');
		expect(html).not.toMatch(/tabindex="[^0]/);
	});

	it('works without scripts and loads nothing from elsewhere', () => {
		expect(html).not.toMatch(/<script|<img|<link rel="stylesheet"/);
	});
});

it('the pages with tables let them scroll by the keyboard in a window too narrow for them', async () => {
	const { text } = await get(sandbox.url);
	expect(text).toMatch(/<div class="scrolling" role="region" aria-label="Apps" tabindex="0">\n<table>/);
});

it('each form of the page of webhooks is named after its app', async () => {
	const { text } = await get(`${sandbox.url}/webhooks`);
	const named = [...text.matchAll(/<form [^>]*aria-labelledby="(\w+)"/g)].map(([, id]) => id);
	expect(named).toEqual(['web', 'pkce', 'custom']);
	for (const id of named) expect(text).toContain(`<h2 id="${id}">`);
});
