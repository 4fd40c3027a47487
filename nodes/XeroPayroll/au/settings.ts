import type { IDataObject } from 'n8n-workflow';
import { resource } from '../../shared/model/operation';
import { getSettings, timesheetTracking } from '../builders/parts';

/** Xero's example has the days as a text. */
const withDays = (settings: IDataObject): IDataObject => ({
	...settings,
	...(settings.DaysInPayrollYear === undefined ? {} : { DaysInPayrollYear: Number(settings.DaysInPayrollYear) }),
});

export const settings = resource({
	key: 'settings',
	name: 'Setting',
	plural: 'Settings',
	description: 'The accounts that payroll posts to, and its tracking categories',
	path: '1.0/Settings',
	id: 'AccountID',
	scope: 'payroll.settings.read',
	fields: {},
	...timesheetTracking,
	operations: (kind) => ({ get: getSettings(kind, { envelope: 'Settings', accounts: 'Accounts', shape: withDays }) }),
});
