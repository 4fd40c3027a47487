import type { Choice } from '../../shared/inputs/scalars';

/** Inland Revenue's codes, which are their own words. */
export const TAX_CODES: readonly Choice[] = [
	'CAE',
	'EDW',
	'M',
	'ME',
	'MESL',
	'MSL',
	'ND',
	'NSW',
	'S',
	'SB',
	'SBSL',
	'SH',
	'SHSL',
	'SSL',
	'ST',
	'STC',
	'STCSL',
	'STSL',
	'WT',
].map((code) => [code, code] as const);
