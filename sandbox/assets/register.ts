import { Table, Undo } from '../accounting/book/table';
import { newIds } from '../newIds';
import type { AssetRow, AssetTypeRow } from './rows';

/** What the settings page of fixed assets holds. */
export interface SettingRow {
	assetNumberPrefix: string;
	/** When depreciation started in Xero, and the last day it was run for. */
	assetStartDate?: string;
	lastDepreciationDate?: string;
	optInForTax: boolean;
	defaultGainOnDisposalAccountId?: string | undefined;
	defaultLossOnDisposalAccountId?: string | undefined;
	defaultCapitalGainOnDisposalAccountId?: string | undefined;
}

const fold = (text: string): string => text.trim().toLowerCase();

/** The fixed assets of one organisation. */
export class Register {
	readonly undo = new Undo();
	readonly assets = new Table<AssetRow, 'number' | 'type'>(this.undo, (row) => row.assetId, {
		number: (row) => fold(row.assetNumber),
		type: (row) => row.assetTypeId,
	});
	readonly types = new Table<AssetTypeRow, 'name'>(this.undo, (row) => row.assetTypeId, {
		name: (row) => fold(row.assetTypeName),
	});
	settings: SettingRow = { assetNumberPrefix: 'FA-', optInForTax: false };
	/** Where ids come from: seeded while the demo data is written. */
	newId: () => string = newIds();

	/** Whether an asset has this number, without regard to case. */
	numbered(number: string): boolean {
		return this.assets.first('number', fold(number)) !== undefined;
	}

	named(name: string): AssetTypeRow | undefined {
		return this.types.first('name', fold(name));
	}

	/** The part after the prefix of the next free number: 0001, 0002, … */
	sequence(): string {
		for (let next = 1; ; next += 1) {
			const digits = String(next).padStart(4, '0');
			if (!this.numbered(`${this.settings.assetNumberPrefix}${digits}`)) return digits;
		}
	}
}
