import fc from 'fast-check';

import { parts } from '../../../sandbox/files/multipart';
import { form } from './cabinetDesk';

const names = (parameters: string): unknown => {
	const { bytes, contentType } = form([parameters, 'x']);
	return parts(bytes, contentType)?.map(({ name, filename }) => [name, filename])[0];
};

describe('a form in multipart/form-data', () => {
	it('comes apart into its parts, byte for byte, whatever they hold', () => {
		const looksLikeItsEnd = fc.constantFrom(
			...['\r\n', '\r\n--', '--', '\r\n------made-up-boundary', '\r\n------made-up-boundaryX\r\n'].map((one) => Buffer.from(one)),
		);
		const piece = fc.oneof(
			fc.uint8Array({ maxLength: 40 }).map((one) => Buffer.from(one)),
			looksLikeItsEnd,
		);
		const content = fc
			.array(piece, { maxLength: 6 })
			.map((pieces) => Buffer.concat(pieces))
			// A boundary is chosen so that it is nowhere in the content: the true one may be nowhere in it either.
			.filter(
				(bytes) =>
					!/\r\n------made-up-boundary(\r\n|--)/.test(bytes.toString('latin1')) &&
					!/\r\n------made-up-boundary$/.test(bytes.toString('latin1')),
			);
		fc.assert(
			fc.property(fc.array(content, { minLength: 1, maxLength: 4 }), (contents) => {
				const { bytes, contentType } = form(...contents.map((one) => ['name="file"', one] as const));
				expect(parts(bytes, contentType)?.map((part) => part.bytes.toString('hex'))).toEqual(
					contents.map((one) => one.toString('hex')),
				);
			}),
			{ numRuns: 300 },
		);
	});

	it('is not copied', () => {
		const { bytes, contentType } = form(['name="file"', 'hello']);
		expect(parts(bytes, contentType)?.[0]?.bytes.buffer).toBe(bytes.buffer);
	});

	it.each([
		['name="a"; filename="b.txt"', ['a', 'b.txt']],
		['name=a; filename=b.txt', ['a', 'b.txt']],
		['filename="b.txt"; name="a"', ['a', 'b.txt']],
		['name="Übersicht Kererū.pdf"', ['Übersicht Kererū.pdf', undefined]],
		['name="a"; filename="the %22best%22; one.txt"', ['a', 'the "best"; one.txt']],
		['name="a"; filename="the \\"best\\".txt"', ['a', 'the "best".txt']],
		['name="a"; filename="100%25 %41.txt"', ['a', '100%25 %41.txt']],
		['name="a"; filename="%0D%0AX-Header: 1.txt"', ['a', '\r\nX-Header: 1.txt']],
		["name=a; filename=plain.txt; filename*=utf-8''na%C3%AFve.txt", ['a', 'naïve.txt']],
		["name=a; filename=plain.txt; filename*=utf-8''%ZZ", ['a', 'plain.txt']],
	])('has the names that %s means', (parameters, expected) => {
		expect(names(parameters)).toEqual(expected);
	});

	it.each([
		['a line break inside of a name', form(['name="a"; filename="x\r\nb.txt"', 'x']).bytes],
		['a part without a name', form(['filename="b.txt"', 'x']).bytes],
		['no end', form(['name="a"', 'x']).bytes.subarray(0, -6)],
		['another boundary', Buffer.from('--other\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n--other--\r\n')],
		['nothing', Buffer.alloc(0)],
		['JSON', Buffer.from('{"name":"a"}')],
	])('is refused with %s', (_what, bytes) => {
		expect(parts(bytes, 'multipart/form-data; boundary=----made-up-boundary')).toBeUndefined();
	});

	it('may begin with a preamble, have no parts, and quote its boundary', () => {
		const [quoted, plain] = ['multipart/form-data; boundary="a b"', 'multipart/form-data; charset=utf-8; boundary=ab'];
		const body = Buffer.from('hello\r\n--a b\r\ncontent-disposition: form-data; name=x\r\n\r\n\r\n--a b--');
		expect(parts(body, quoted)).toMatchObject([{ name: 'x', bytes: Buffer.alloc(0) }]);
		expect(parts(Buffer.from('--ab--\r\n'), plain)).toEqual([]);
		expect(parts(Buffer.from('--ab--\r\n'), 'multipart/form-data')).toBeUndefined();
	});
});
