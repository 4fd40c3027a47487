import { divide, rounded, sum, units } from '../../../sandbox/accounting/values/decimal';

describe('decimal arithmetic', () => {
	it('takes a number by its decimal form and rounds halves away from zero', () => {
		expect([1.005, 2.675, 1.115, -1.005, 0.015, 1e-7, 1234567890.125].map((value) => units(value, 2))).toEqual([
			101n,
			268n,
			112n,
			-101n,
			2n,
			0n,
			123456789013n,
		]);
		expect([units(7, 2), units(0.1, 4), units(1e21, 0), units(-0, 2)]).toEqual([700n, 1000n, 1000000000000000000000n, 0n]);
	});

	it('divides to the nearest whole number, halves away from zero', () => {
		expect([divide(5n, 2n), divide(-5n, 2n), divide(5n, -2n), divide(4n, 3n), divide(0n, 3n)]).toEqual([3n, -3n, -3n, 1n, 0n]);
	});

	it('sums cents exactly', () => {
		expect(sum(Array<number>(10).fill(0.1))).toBe(1);
		expect(rounded(1.00005, 4)).toBe(1.0001);
	});
});
