import { accounting } from '../../nodes/XeroAccounting/accounting';

const { sentences } = accounting.conventions;

describe("Xero's sentences in a refusal", () => {
	test('are read from every element and its parts, with the part named, and the general one left out', () => {
		expect(
			sentences({
				ErrorNumber: 10,
				Type: 'ValidationException',
				Message: 'A validation exception occurred',
				Elements: [
					{
						InvoiceNumber: 'INV-1',
						LineItems: [{ ValidationErrors: [] }, { ValidationErrors: [{ Message: 'Account code 999 is not a valid code.' }] }],
						Contact: { Phones: [{ ValidationErrors: [{ Message: 'The phone number is too long.' }] }] },
						ValidationErrors: [
							{ Message: 'Invoice # must be unique.' },
							{ Description: 'The due date is missing.' },
							{ Message: 'Invoice # must be unique.' },
						],
					},
				],
			}),
		).toEqual([
			'Invoice # must be unique.',
			'The due date is missing.',
			'LineItems 2: Account code 999 is not a valid code.',
			'Phones 1: The phone number is too long.',
		]);
	});

	test('are the message alone when no element says more', () => {
		expect(sentences({ ErrorNumber: 16, Type: 'QueryParseException', Message: "No property 'Nmae' exists" })).toEqual([
			"No property 'Nmae' exists",
		]);
		expect(sentences({ Message: 'A validation exception occurred', Elements: [] })).toEqual(['A validation exception occurred']);
	});

	test('are the detail before the title, in either case', () => {
		expect(sentences({ Type: null, Title: 'Forbidden', Status: 403, Detail: 'AuthenticationUnsuccessful' })).toEqual([
			'AuthenticationUnsuccessful',
			'Forbidden',
		]);
		expect(sentences({ title: 'Unauthorized', detail: 'TokenExpired: token expired' })).toEqual([
			'TokenExpired: token expired',
			'Unauthorized',
		]);
	});

	test('are read from the other shapes that Xero has: problem, modelState, lists', () => {
		expect(sentences({ problem: { title: 'Bad request', detail: 'The name is taken' } })).toEqual([
			'The name is taken',
			'Bad request',
		]);
		expect(
			sentences({ message: 'The request is invalid', modelState: { name: ['Too long'], rate: ['Not a number', 'Too high'] } }),
		).toEqual(['name: Too long', 'rate: Not a number', 'rate: Too high', 'The request is invalid']);
		expect(sentences([{ type: 'Validation', title: 'Validation', detail: 'The file is too large' }])).toEqual([
			'The file is too large',
			'Validation',
		]);
	});

	test('are the first line of a plain text, and no more than 300 characters of it', () => {
		expect(sentences('The resource you are looking for cannot be found\r\nsecond line')).toEqual([
			'The resource you are looking for cannot be found',
		]);
		expect(sentences('x'.repeat(400))).toEqual(['x'.repeat(300)]);
	});

	test('are the title of an HTML page, and never its markup', () => {
		expect(sentences('<!DOCTYPE html><html><head><title>503 Service Unavailable</title></head><body>…</body></html>')).toEqual([
			'503 Service Unavailable',
		]);
		expect(sentences('<html><body><h1>Gateway</h1></body></html>')).toEqual([]);
	});

	test('are none where there is nothing to read', () => {
		expect([sentences(''), sentences(undefined), sentences(null), sentences({}), sentences(7)]).toEqual([[], [], [], [], []]);
	});
});

test.each([
	['accounting.invoices', ''],
	['accounting.manualjournals.read', 'A Standard user needs the role for reports, which journals take as well.'],
	['accounting.reports.aged.read', 'A Standard user needs the role for reports, which journals take as well.'],
	[
		'accounting.journals.read',
		'Xero gives journals only to apps on its Advanced tier and above, on application. A Standard user needs the role for reports, which journals take as well.',
	],
])('the scope %s takes besides itself: “%s”', (scope, said) => {
	expect(accounting.conventions.accessRequirements(scope)).toBe(said);
});
