import fc from 'fast-check';
import { escaped, isolated, markup, textOf } from '../../../nodes/XeroReports/pages/markup';

describe('HTML of a page', () => {
	test('is escaped wherever a value stands in it', () => {
		const name = `<script>alert("1")</script> & 'co'`;
		expect(textOf(markup`<td title="${name}">${name}</td>`)).toBe(
			'<td title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;co&#39;">' +
				'&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;co&#39;</td>',
		);
	});

	test('has other HTML as it is, lists one after the other, and nothing for what is missing', () => {
		const parts = [markup`<i>a</i>`, 'b', 0, null, undefined, false as const];
		expect(textOf(markup`<p>${parts}${null}</p>`)).toBe('<p><i>a</i>b0</p>');
	});

	test('ends the direction of writing where a value ends', () => {
		expect(textOf(isolated('\u202eevil'))).toBe('<bdi>\u202eevil</bdi>');
	});

	test.each([
		['a\u0000b', 'a\ufffdb'],
		['a\ud800b', 'a\ufffdb'],
		['😀', '😀'],
		['two\nlines', 'two\nlines'],
	])('shows what is no character as one that says so: %j', (text, shown) => {
		expect(escaped(text)).toBe(shown);
	});

	test('keeps no bracket and no quote of any text', () => {
		const characters = fc.constantFrom('<', '>', '"', "'", '&', 'a', '/', '\u202e', '\u0000');
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: characters })), (text) => {
				expect(escaped(text)).not.toMatch(/[<>"'\u0000]/);
			}),
			{ seed: 41, numRuns: 500 },
		);
	});

	test('takes no object of data for HTML', () => {
		const data = JSON.parse('{"text":"<b>","html":"<b>"}') as unknown as string;
		expect(() => textOf(markup`${data}`)).toThrow();
	});
});
