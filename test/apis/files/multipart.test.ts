import fc from 'fast-check';
import type { Upload } from '../../../nodes/XeroFiles/multipart';
import { formOf } from '../../../nodes/XeroFiles/multipart';
import { parts } from '../../../sandbox/files/multipart';

const note: Upload = { name: 'a.txt', type: 'text/plain', data: Buffer.from('a') };

const headersOf = (name: string): string[] =>
	formOf({ ...note, name })
		.body.toString('utf8')
		.split('\r\n')
		.filter((line) => line.startsWith('Content-Disposition'));

describe('a file as a form', () => {
	test('its texts and its file stand in the order of the official clients', () => {
		const { body, contentType } = formOf(note);
		expect(contentType).toBe('multipart/form-data; boundary=----n8n-4b1094c414f53ee3d93a75e31661ea7a9d346bce691538d9');
		expect(body.toString('utf8').replaceAll('----n8n-4b1094c414f53ee3d93a75e31661ea7a9d346bce691538d9', 'B')).toBe(
			[
				'--B',
				'Content-Disposition: form-data; name="name"',
				'',
				'a.txt',
				'--B',
				'Content-Disposition: form-data; name="filename"',
				'',
				'a.txt',
				'--B',
				'Content-Disposition: form-data; name="mimeType"',
				'',
				'text/plain',
				'--B',
				'Content-Disposition: form-data; name="a.txt"; filename="a.txt"',
				'Content-Type: text/plain',
				'',
				'a',
				'--B--',
				'',
			].join('\r\n'),
		);
	});

	test('a type that says nothing is not said: Xero then goes by the extension', () => {
		const unknown = formOf({ ...note, type: 'application/octet-stream' });
		expect(parts(unknown.body, unknown.contentType)?.map(({ name }) => name)).toEqual(['name', 'filename', 'a.txt']);
	});

	test('the same file makes the same form, so that a repeated write is known again', () => {
		expect(formOf({ ...note, data: Buffer.from('a') })).toEqual(formOf(note));
		expect(formOf({ ...note, data: Buffer.from('b') }).contentType).not.toBe(formOf(note).contentType);
		expect(formOf({ ...note, name: 'b.txt' }).contentType).not.toBe(formOf(note).contentType);
	});

	test.each([
		['a "quoted" name.txt', 'a %22quoted%22 name.txt'],
		['two\r\nlines.txt', 'two%0D%0Alines.txt'],
		['back\\slash.txt', 'back%5Cslash.txt'],
		['null\0.txt', 'null%00.txt'],
		['paragraph\u2029.txt', 'paragraph%E2%80%A9.txt'],
		['Größe 100% 日本.txt', 'Größe 100% 日本.txt'],
	])('no sign of %j can end its quotes or its line', (name, written) => {
		expect(headersOf(name)).toEqual([
			'Content-Disposition: form-data; name="name"',
			'Content-Disposition: form-data; name="filename"',
			'Content-Disposition: form-data; name="mimeType"',
			`Content-Disposition: form-data; name="${written}"; filename="${written}"`,
		]);
	});

	test('any name and any bytes come out as they went in', () => {
		const name = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !/\p{Cs}/u.test(text));
		// Bytes that look like the borders of a form are among them.
		const bytes = fc
			.array(
				fc.oneof(
					fc.uint8Array(),
					fc.constantFrom('\r\n', '--', '\r\n------n8n-', '\r\n\r\n').map((one) => Buffer.from(one)),
				),
			)
			.map((some) => Buffer.concat(some));
		const type = fc.constantFrom('text/plain', 'application/pdf', 'application/octet-stream', 'image/svg+xml');
		fc.assert(
			fc.property(name, bytes, type, (name, data, type) => {
				const { body, contentType } = formOf({ name, type, data });
				const found = parts(body, contentType) ?? [];
				const text = (field: string): string | undefined =>
					found.find((part) => part.name === field && part.filename === undefined)?.bytes.toString('utf8');
				const file = found[found.length - 1];
				expect([text('name'), text('filename')]).toEqual([name, name]);
				expect([file?.contentType, file?.bytes.equals(data)]).toEqual([type, true]);
				expect(found.length).toBe(type === 'application/octet-stream' ? 3 : 4);
			}),
			{ numRuns: 300 },
		);
	});
});
