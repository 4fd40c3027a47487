import type { IDataObject } from 'n8n-workflow';
import { choice, text } from '../../shared/inputs/scalars';
import type { Finding } from '../../shared/model/findings';
import { pay } from '../builders/inputs';
import { paymentMethod as paymentMethodOf } from '../builders/paymentMethod';
import { personal, secretNumber } from '../builders/personalData';

/** Bank and branch: the first six digits of an account. */
export const withSortCode = (account: IDataObject): IDataObject => ({
	sortCode: String(account.accountNumber).replace(/\D/g, '').slice(0, 6),
	...account,
});

/** What is left goes to one account; parts have their amount. */
function fault(accounts: readonly IDataObject[]): Omit<Finding, 'items'> | undefined {
	if (accounts.filter(({ calculationType }) => calculationType === 'Balance').length > 1)
		return { place: ['Bank Accounts'], says: 'have more than one with the balance', todo: 'Give the others a fixed amount' };
	const bare = accounts.findIndex(
		({ calculationType, dollarAmount }) => calculationType === 'FixedAmount' && dollarAmount === undefined,
	);
	return bare < 0
		? undefined
		: { place: [`Bank Account ${bare + 1}`, 'Amount'], says: 'is missing', todo: 'A fixed amount has one' };
}

export const paymentMethod = paymentMethodOf({
	fields: {
		accountNumber: secretNumber('Account Number', /^\d{15,16}$/, 'is not a number of 15 or 16 digits'),
		calculationType: choice('Calculation Type', [
			['Balance', 'Balance', 'What is left'],
			['FixedAmount', 'Fixed Amount'],
		]),
		dollarAmount: pay('Amount', { description: 'Of a fixed amount' }),
		particulars: personal(text('Particulars', { max: 12 })),
		code: personal(text('Code', { max: 12 })),
		reference: personal(text('Reference', { max: 12 })),
	},
	written: withSortCode,
	fault,
});
