import { date } from '../../shared/inputs/scalars';
import { resource } from '../../shared/model/operation';
import { statement } from '../statement';

const SCOPE = 'finance.cashvalidation.read';

export const cashValidation = resource({
	key: 'cashValidation',
	name: 'Cash Validation',
	plural: 'Cash Validations',
	description: 'The cash position of each bank account, with how far its statements are reconciled',
	path: 'CashValidation',
	id: 'accountId',
	scope: SCOPE,
	fields: {},
	operations: () => ({
		getAll: statement(
			'getCashValidation',
			'Get Many',
			'Get many cash validations',
			'/CashValidation',
			SCOPE,
			{
				balanceDate: date('Balance Date', { description: 'Transactions dated up to this day count; today when left out' }),
				asAtSystemDate: date('As At', { description: 'Transactions entered up to this day count; today when left out' }),
				beginDate: date('Begin Date', { description: 'Transactions dated from this day on count; all when left out' }),
			},
			(account) => [account],
			// It comes a row each already.
			{ panelOptional: {} },
		),
	}),
});
