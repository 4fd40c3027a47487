import { sentencesOf } from '../shared/model/errorMessages';
import type { Api } from '../shared/model/operation';
import { apiRequest } from '../shared/operations/apiRequest';
import { asset } from './resources/asset';
import { assetType } from './resources/assetType';
import { setting } from './resources/setting';

/** Xero's Assets API, version 1.0. */
export const assets: Api = {
	name: 'Assets',
	basePath: '/assets.xro/1.0',
	largestPage: 200,
	conventions: {
		calendarDates: new Set(),
		money: {
			amounts: [
				'costLimit',
				'currentAccumDepreciationAmount',
				'currentCapitalGain',
				'currentGainLoss',
				'disposalPrice',
				'priorAccumDepreciationAmount',
				'purchasePrice',
				'residualValue',
			],
		},
		accessRequirements: () => '',
		sentences: sentencesOf,
	},
	resources: [apiRequest(), asset, assetType, setting],
};
