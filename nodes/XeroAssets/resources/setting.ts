import { resource } from '../../shared/model/operation';
import { getOne } from '../../shared/operations/bareCrud';

export const setting = resource({
	key: 'setting',
	name: 'Setting',
	plural: 'Settings',
	description: 'How assets are numbered, and when depreciation began and was last run',
	path: 'Settings',
	id: 'assetNumberPrefix',
	scope: 'assets',
	fields: {},
	operations: (setting) => {
		// No property is in it for certain: an organisation may number its assets without a prefix.
		const { confirmedBy: _confirms, ...get } = getOne(setting, 'getAssetSettings', {
			path: '/Settings',
			required: {},
			action: 'Get the asset settings',
		});
		return { get };
	},
});
