import { earningsRates } from '../builders/payItems';
import { inWords } from '../builders/inputs';

export const earningsRate = earningsRates(
	inWords(
		[
			'Allowance',
			'Backpay',
			'Bonus',
			'Commission',
			'DiscretionaryPayments',
			'HolidayPay',
			'LumpSum',
			'OtherEarnings',
			'OtherGrossEarnings',
			'OvertimeEarnings',
			'RegularEarnings',
			'SalarySacrificeForKiwiSaver',
			'Tips(Direct)',
			'Tips(Non-Direct)',
			'WithholdingIncome',
		],
		{
			Backpay: 'Back Pay',
			SalarySacrificeForKiwiSaver: 'Salary Sacrifice for KiwiSaver',
			'Tips(Direct)': 'Tips (Direct)',
			'Tips(Non-Direct)': 'Tips (Non-Direct)',
		},
	),
);
