import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { inWords, tenThousandths } from '../../../nodes/XeroBankFeeds/amounts';
import { validateStatement } from '../../../nodes/XeroBankFeeds/statementValidation';
import { formatFinding } from '../../../nodes/shared/model/findings';
import { answer, asked, itemsIn, run, taken } from './sending';

const credit = (amount: IDataObject[string]) => ({ amount, creditDebitIndicator: 'CREDIT' });
const debit = (amount: IDataObject[string]) => ({ amount, creditDebitIndicator: 'DEBIT' });
const statement = (more: IDataObject = {}): IDataObject => ({
	startDate: '2026-08-01',
	endDate: '2026-08-31',
	startBalance: credit(100),
	endBalance: credit(150.25),
	statementLines: [{ ...credit(50.25), postedDate: '2026-08-11' }],
	...more,
});
const line = (amount: IDataObject[string], more: IDataObject = {}): IDataObject => ({
	...credit(amount),
	postedDate: '2026-08-11',
	...more,
});

describe('An amount', () => {
	it.each([
		['12', 120_000n],
		['-0.5', -5_000n],
		['+.25', 2_500n],
		[' 7. ', 70_000n],
		['1200.50000', 12_005_000n],
		[0.1 + 0.2, 3_000n],
		[-1.1 - 2.2, -33_000n],
		[99_999_999_999.9999, 999_999_999_999_999n],
		['123456789012345', 1_234_567_890_123_450_000n],
		[0, 0n],
	])('%p is read exactly', (given, expected) => expect(tenThousandths(given)).toBe(expected));

	it.each([
		'',
		'1,200.50',
		'$5',
		'1.23456',
		1.23456,
		'12345678901234.5678',
		12345678901234.568,
		NaN,
		Infinity,
		null,
		true,
		'1e3',
	])('%p is none', (given) => expect(tenThousandths(given)).toBeUndefined());

	it('is the same after it was written out', () => {
		fc.assert(
			fc.property(fc.bigInt(-999_999_999_999_999n, 999_999_999_999_999n), (amount) => {
				expect(tenThousandths(inWords(amount))).toBe(amount);
				expect(tenThousandths(Number(inWords(amount)))).toBe(amount);
			}),
		);
	});
});

describe('Balances', () => {
	const cents = fc.integer({ min: -5_000_000, max: 5_000_000 });
	const inCents = (amount: number) =>
		`${amount < 0 ? '-' : ''}${Math.floor(Math.abs(amount) / 100)}.${String(Math.abs(amount) % 100).padStart(2, '0')}`;

	it('fit when the lines lead from one to the other, whatever the cents, and not when they are a cent off', async () => {
		await fc.assert(
			fc.asyncProperty(
				cents,
				fc.array(cents, { minLength: 1, maxLength: 40 }),
				fc.boolean(),
				async (opening, lines, asNumbers) => {
					const closing = lines.reduce((sum, one) => sum + one, opening);
					const given = (amount: number) => (asNumbers ? Number(inCents(amount)) : inCents(amount));
					const parameters = (last: number) => [
						asked(1, {
							startBalance: given(opening),
							endBalance: given(last),
							statementLines: { line: lines.map((amount) => ({ amount: given(amount), postedDate: '2026-08-11' })) },
							options: { waitForDelivery: 0 },
						}),
					];
					const reply = (sent: Parameters<typeof itemsIn>[0]) => answer(202, itemsIn(sent).map(taken));
					const good = await run({ parameters: parameters(closing), reply });
					const off = await run({ parameters: parameters(closing + 1), reply });

					expect(good.error).toBe('');
					const [sent] = itemsIn(good.requests[0]!);
					const back = (one: unknown): number => {
						const { amount, creditDebitIndicator } = one as { amount: number; creditDebitIndicator: string };
						expect(amount).toBeGreaterThanOrEqual(0);
						return Math.round(amount * 100) * (creditDebitIndicator === 'DEBIT' ? -1 : 1);
					};
					expect([back(sent!.startBalance), back(sent!.endBalance)].map((one) => one + 0)).toEqual(
						[opening, closing].map((one) => one + 0),
					);
					expect((sent!.statementLines as IDataObject[]).map((one) => back(one) + 0)).toEqual(lines.map((one) => one + 0));
					expect(off.error).toContain('which is 0.01 less\n');
					expect(off.requests).toEqual([]);
				},
			),
			{ numRuns: 60 },
		);
	});

	it.each([
		[
			{ endBalance: credit(150) },
			'Closing Balance “150.00”: does not fit: Opening Balance 100.00 and 1 line of 50.25 in all make 150.25, which is 0.25 more',
		],
		[
			{ startBalance: debit('0.005'), endBalance: debit(0), statementLines: [line(0.0025), line(0.0024)] },
			'Closing Balance “0.00”: does not fit: Opening Balance -0.005 and 2 lines of 0.0049 in all make -0.0001, which is 0.0001 less',
		],
		[{ startBalance: undefined }, 'Opening Balance: an amount is a number from 0'],
		[{ endBalance: credit('1,000') }, 'Closing Balance: an amount is a number from 0'],
		[{ endBalance: debit(-3) }, 'Closing Balance: an amount is a number from 0'],
		[{ endBalance: { amount: 3 } }, 'Closing Balance: an amount is a number from 0'],
		[{ statementLines: [line(50.25), line('x')] }, 'Line 2: an amount is a number from 0'],
		[{ statementLines: [{ postedDate: '2026-08-11' }] }, 'Line 1: has no Amount'],
		[{ statementLines: [credit(50.25)] }, 'Line 1: has no Posted Date'],
		[{ endDate: '2026-07-31' }, 'Start Date “2026-08-01”: is after End Date (“2026-07-31”)'],
		[
			{ statementLines: [line(50.25), line(0, { postedDate: '2026-09-01' })] },
			'Line 2, Posted Date “2026-09-01”: is not within the period from 2026-08-01 to 2026-08-31',
		],
	])('or dates that do not fit are named: %j', (more, says) =>
		expect(formatFinding({ items: [], ...validateStatement(statement(more))! })).toContain(says),
	);

	it('of a statement that fits are sent, also when they are owed, and when nothing happened', () => {
		expect(validateStatement(statement())).toBeUndefined();
		expect(validateStatement(statement({ startBalance: debit(50.25), endBalance: credit(0) }))).toBeUndefined();
		expect(validateStatement(statement({ endBalance: credit(100), statementLines: [] }))).toBeUndefined();
	});
});

describe('Nothing is sent', () => {
	it.each([
		[{ startBalance: '1,200.50' }, 'Opening Balance “1,200.50”: is not an amount such as -1200.50'],
		[{ endBalance: '' }, 'Closing Balance is missing'],
		[{ startBalance: 0.123456 }, 'Opening Balance “0.123456”: is not an amount'],
		[
			{ statementLines: { line: [{ amount: 'fifty', postedDate: '2026-08-11' }] } },
			'Item 1, Line 1, Amount “fifty”: is not an amount such as -1200.50',
		],
		[{ statementLines: { line: [{ description: 'No amount' }] } }, 'Line 1: has no Posted Date'],
		[{ statementLines: { line: [{ amount: '50.25', postedDate: 'May' }] } }, 'Item 1, Line 1, Posted Date “May”: is not a date'],
	])('for what cannot be a statement: %j', async (more, says) => {
		const { error, requests } = await run({ parameters: [asked(1, more)] });

		expect(error.split('\n')[0]).toContain(says);
		expect(requests).toEqual([]);
	});

	it('for a statement whose figures do not fit, but the others are sent when the node goes on', async () => {
		const { json, requests } = await run({
			parameters: [asked(1, { endBalance: '1' }), asked(2, { options: { waitForDelivery: 0 } })],
			continueOnFail: true,
			reply: (sent) => answer(202, itemsIn(sent).map(taken)),
		});

		expect(requests.map((sent) => itemsIn(sent).length)).toEqual([1]);
		expect(json[0]!.error).toContain('Closing Balance “1.00”: does not fit');
		expect(json[1]!.status).toBe('PENDING');
	});
});
