// The tax rates of the organisation.

import type { OperationContext } from '../../shared/model/context';
import type { TaxRates } from '../facts/taxRates';
import { taxRatesOf } from '../facts/taxRates';
import { SETTINGS_SCOPE } from './settings';

/** Calls that `readTaxRates` takes. */
export const TAX_RATES_CALLS = 1;

/**
 * Reads them once for all items of a run.
 * @throws NodeApiError where they cannot be read: without them nobody knows which side of a return a line is on
 */
export const readTaxRates = async (call: Pick<OperationContext, 'listOnce'>): Promise<TaxRates> =>
	taxRatesOf(
		await call.listOnce({ path: '/TaxRates', query: {}, scope: SETTINGS_SCOPE }, { by: 'nothing' }, 'TaxRates', 'TaxType'),
	);
