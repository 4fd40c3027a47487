import { paymentMethod as paymentMethodOf } from '../builders/paymentMethod';
import { secretNumber } from '../builders/personalData';

export const paymentMethod = paymentMethodOf({
	fields: {
		accountNumber: secretNumber('Account Number', /^\d{8}$/, 'is not a number of 8 digits'),
		sortCode: secretNumber('Sort Code', /^\d{6}$/, 'is not a number of 6 digits'),
	},
});
