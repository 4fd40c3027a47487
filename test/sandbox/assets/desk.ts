import { accounting } from '../../../sandbox/accounting/api';
import { assets } from '../../../sandbox/assets/api';
import { organisations } from '../../../sandbox/organisations';
import { type Answer, type Desk, type Json, openDesk } from '../accounting/desk';

/** The Assets API without a server, and the id of an account of its books by its code. */
export interface AssetsDesk extends Desk {
	account(code: string): string;
}

export function openAssets(seed: 'demo' | 'small' | 'empty' = 'small', heard?: (answer: Answer) => void): AssetsDesk {
	let accounts: readonly Json[] = [];
	const desk = openDesk(seed, heard, (clock) => {
		const books = accounting({ clock, seed, organisations });
		accounts = books.records(organisations[0].tenantId, 'Accounts');
		return assets({ clock, seed, organisations, books });
	});
	return { ...desk, account: (code) => String(accounts.find((one) => one.Code === code)?.AccountID) };
}

/** A laptop, or whatever else `more` makes of it. */
export const laptop = (more: Json = {}): Json => ({
	assetName: 'Laptop of the workshop',
	purchaseDate: '2026-02-01',
	purchasePrice: 1200,
	bookDepreciationSetting: {
		depreciationMethod: 'StraightLine',
		averagingMethod: 'ActualDays',
		depreciationRate: 25,
		depreciationCalculationMethod: 'Rate',
	},
	...more,
});

/** Complete for an asset type of the accounts that every organisation has. */
export const machines = (desk: AssetsDesk, more: Json = {}): Json => ({
	assetTypeName: 'Machines',
	fixedAssetAccountId: desk.account('710'),
	depreciationExpenseAccountId: desk.account('416'),
	accumulatedDepreciationAccountId: desk.account('711'),
	bookDepreciationSetting: { depreciationMethod: 'DiminishingValue100', averagingMethod: 'FullMonth', depreciationRate: 40 },
	...more,
});
