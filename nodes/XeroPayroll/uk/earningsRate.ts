import { inWords } from '../builders/inputs';
import { earningsRates } from '../builders/payItems';

export const earningsRate = earningsRates(
	inWords(
		[
			'Allowance',
			'BackPay',
			'Bonus',
			'Commission',
			'LumpSum',
			'OtherEarnings',
			'OvertimeEarnings',
			'RegularEarnings',
			'StatutoryAdoptionPay',
			'StatutoryAdoptionPayNonPensionable',
			'StatutoryBereavementPay',
			'StatutoryBereavementPayNorthernIreland',
			'StatutoryMaternityPay',
			'StatutoryMaternityPayNonPensionable',
			'StatutoryNeonatalCarePay',
			'StatutoryNeonatalCarePayNonPensionable',
			'StatutoryParentalBereavementPayNonPensionable',
			'StatutoryPaternityPay',
			'StatutoryPaternityPayNonPensionable',
			'StatutorySharedParentalPay',
			'StatutorySharedParentalPayNonPensionable',
			'StatutorySickPay',
			'StatutorySickPayNonPensionable',
			'TerminationPay',
			'TipsDirect',
			'TipsNonDirect',
		],
		{ TipsDirect: 'Tips (Direct)', TipsNonDirect: 'Tips (Non-Direct)' },
	),
);
