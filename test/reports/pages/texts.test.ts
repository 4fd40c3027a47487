import { dayText, madeOn, shortDay, spanText } from '../../../nodes/XeroReports/pages/dayText';
import { amountWithCurrency, figureText, percentText, sumIn } from '../../../nodes/XeroReports/pages/figureText';
import { STYLE } from '../../../nodes/XeroReports/pages/stylesheet';
import { textOf } from '../../../nodes/XeroReports/pages/markup';

describe('a figure of a page', () => {
	test.each([
		[1234.5, 2, '1,234.50'],
		[-1234.5, 2, '−1,234.50'],
		[0, 2, '0.00'],
		[-0.004, 2, '0.00'],
		[999, 2, '999.00'],
		[1234567.8, 2, '1,234,567.80'],
		[0.1 + 0.2, 2, '0.30'],
		[88000, 0, '88,000'],
		[-0.005, 2, '−0.01'],
		[1.2345, 3, '1.235'],
		[null, 2, ''],
		[undefined, 2, ''],
		['12.00', 2, ''],
	])('%p with %p decimals is %p', (value, decimals, text) => {
		expect(figureText(value, decimals)).toBe(text);
	});

	test('has as many decimals as its currency', () => {
		expect(['NZD', 'JPY', 'KWD'].map((currency) => amountWithCurrency(-1500, currency))).toEqual([
			'NZD −1,500.00',
			'JPY −1,500',
			'KWD −1,500.000',
		]);
	});

	test('of percent has two decimals', () => {
		expect([percentText(26.67), percentText(-100), percentText(null)]).toEqual(['26.67%', '−100.00%', '']);
	});

	test('is added up to the cent', () => {
		expect(sumIn([{ due: 0.1 }, { due: 0.2 }, { due: null }, {}], 'due', 2)).toBe(30n);
	});
});

describe('a day of a page', () => {
	test.each([
		['2026-10-31', '31 October 2026', '31 Oct 2026'],
		['2026-02-01', '1 February 2026', '1 Feb 2026'],
		['2026-10', 'October 2026', 'Oct 2026'],
		['2026-13-01', '2026-13-01', '2026-13-01'],
		['30 Sep 26', '30 Sep 26', '30 Sep 26'],
		['', '', ''],
	])('%p is %p, in a column %p', (day, long, short) => {
		expect([dayText(day), shortDay(day)]).toEqual([long, short]);
	});

	test('stands in a sentence as a period or as the day it is as of', () => {
		expect(spanText({ from: '2026-10-01', to: '2026-10-31' })).toBe('1 October 2026 to 31 October 2026');
		expect(spanText({ asOf: '2026-10-31' })).toBe('as of 31 October 2026');
	});

	test.each([
		['Pacific/Auckland', '24 November 2026'],
		['America/New_York', '23 November 2026'],
		['no such zone', '23 November 2026'],
	])('is the one of its zone: %s', (zone, day) => {
		expect(madeOn('2026-11-23T20:15:00Z', zone)).toBe(day);
	});
});

/** How bright a colour is, by WCAG 2.2. */
function luminance(colour: string): number {
	const [r, g, b] = [1, 3, 5]
		.map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
		.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number];
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const contrast = (one: string, other: string): number => {
	const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
	return (light + 0.05) / (dark + 0.05);
};

describe('the style sheet', () => {
	const style = textOf(STYLE);
	const schemes = [...style.matchAll(/--paper:[^}]*/g)].map(([text]) =>
		Object.fromEntries([...text.matchAll(/--([a-z]+):(#[0-9a-f]{6})/g)].map(([, name, value]) => [name!, value!])),
	);

	test('has two schemes, in which all text can be read', () => {
		expect(schemes).toHaveLength(2);
		for (const { paper, ink, muted, alert, tint } of schemes)
			for (const [text, ground] of [
				[ink, paper],
				[muted, paper],
				[alert, paper],
				[alert, tint],
			] as const)
				expect(contrast(text!, ground!)).toBeGreaterThanOrEqual(4.5);
	});

	test('loads nothing', () => {
		expect(style).not.toMatch(/url\(|@import|@font-face|image-set|https?:/i);
	});

	test('opens as many blocks as it closes', () => {
		expect(style.split('{').length).toBe(style.split('}').length);
	});
});
