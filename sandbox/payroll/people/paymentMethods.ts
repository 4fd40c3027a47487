import type { Reply } from '../../route';
import { type Call, employeeIn } from '../office';
import type { PaymentMethod } from '../rows';
import { wrapped } from '../wire/envelope';
import type { Reading } from '../wire/input';

const LENGTHS: Readonly<Record<string, number>> = { accountName: 32, particulars: 12, code: 12, reference: 12 };

function checkAccounts({ office }: Call, reading: Reading, { paymentMethod, bankAccounts = [] }: PaymentMethod): void {
	const { account: digits, sortCode: sortDigits } = office.region;
	for (const [at, account] of bankAccounts.entries()) {
		const name = (field: string): string => `bankAccounts[${at}].${field}`;
		reading.expect(digits.test(account.accountNumber ?? ''), name('accountNumber'), 'The account number is not valid.');
		reading.expect(
			account.sortCode === undefined || sortDigits.test(account.sortCode),
			name('sortCode'),
			'The sort code is not valid.',
		);
		for (const [field, most] of Object.entries(LENGTHS))
			reading.expect(
				String(account[field] ?? '').length <= most,
				name(field),
				`It must be no more than ${most} characters long.`,
			);
		if (account.calculationType === 'FixedAmount')
			reading.expect((account.dollarAmount ?? 0) > 0, name('dollarAmount'), 'The amount must be greater than 0.');
	}
	reading.expect(
		bankAccounts.filter(({ calculationType }) => calculationType === 'Balance').length <= 1,
		'bankAccounts',
		'Only one bank account can take the balance.',
	);
	if (paymentMethod === 'Electronically')
		reading.expect(bankAccounts.length > 0, 'bankAccounts', 'A bank account is required to pay electronically.');
}

/** Replaces the payment method and all bank accounts. @throws 400 */
function create(call: Call): Reply {
	const { office, request, now } = call;
	const employee = employeeIn(call);
	const reading = office.reading();
	const payment = reading.record<PaymentMethod>('PaymentMethod', request.body);
	checkAccounts(call, reading, payment);
	reading.check();
	office.employees.put({ ...employee, payment, updatedDateUTC: now });
	return wrapped(request, { paymentMethod: office.shown('PaymentMethod', payment) });
}

export const paymentMethods: Readonly<Record<string, (call: Call) => Reply>> = {
	getEmployeePaymentMethod: (call) =>
		wrapped(call.request, {
			paymentMethod: call.office.shown('PaymentMethod', employeeIn(call).payment ?? { bankAccounts: [] }),
		}),
	createEmployeePaymentMethod: create,
};
