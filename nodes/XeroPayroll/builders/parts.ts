import type { IDataObject } from 'n8n-workflow';
import { choice } from '../../shared/inputs/scalars';
import type { OperationContext, OutputItem } from '../../shared/model/context';
import type { ListOptions, Resource } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { readPart } from '../../shared/operations/crud';
import { objectsIn } from '../../shared/model/values';
import { payrollCalendar, rowPer, siftedBy, siftedFrom, siftedTo } from './inputs';
import { WHOLE } from './conventions';
import { travels, verbs } from './verbs';
import type { Operation, RecordType } from '../../shared/model/operation';

/** Payroll's own accounts, as one row or one each. */
async function accounts(call: OperationContext): Promise<readonly OutputItem[]> {
	const [settings = {}] = call.recordsIn(await call.request({ path: call.path, envelope: 'settings' }), 'settings');
	return call.options.oneRowPer === 'account' ? objectsIn(settings.accounts).map((json) => ({ json })) : [{ json: settings }];
}

/** `Region: North` of what is in use; a row may say `North` alone. */
const trackingOptions: ListOptions = ({ Name: category, Status, Options }) =>
	(Status === 'ARCHIVED' ? [] : objectsIn(Options))
		.filter((option) => option.Status !== 'ARCHIVED')
		.map(({ Name, TrackingOptionID }) => {
			const name = `${String(category)}: ${String(Name)}`;
			return { name, value: String(TrackingOptionID), names: [String(Name), name] };
		});

/** Payroll's settings. `trackingPath`: where its tracking categories are. */
export const settings = (trackingPath: string): Resource =>
	resource({
		key: 'settings',
		name: 'Setting',
		plural: 'Settings',
		description: 'The accounts that payroll posts to, and its tracking categories',
		path: 'Settings',
		id: 'accountID',
		scope: 'payroll.settings.read',
		fields: {},
		listOptions: { timesheetTracking: trackingOptions },
		lineKinds: { timesheetTracking: { name: 'Tracking Option', plural: 'Tracking Options' } },
		// Payroll says only which category it is: the options are those of the books.
		listedIn: {
			basePath: '/api.xro/2.0',
			path: '/TrackingCategories',
			envelope: 'TrackingCategories',
			scope: 'accounting.settings.read',
			paging: WHOLE,
			required: {},
		},
		operations: (kind) => ({
			get: {
				...readPart(kind, 'getSettings', 'Get', '/Settings', 'settings', 'The accounts that payroll posts to', {
					action: 'Get payroll settings',
					query: {
						oneRowPer: rowPer([
							['settings', 'Settings'],
							['account', 'Account'],
						]),
					},
				}),
				run: accounts,
			},
			getTrackingCategories: readPart(
				kind,
				'getTrackingCategories',
				'Get Tracking Categories',
				trackingPath,
				'trackingCategories',
				'Their IDs; the options are read with Xero Accounting',
				{ action: 'Get tracking categories of payroll' },
			),
		}),
	});

const day = (value: unknown): string => String(value).slice(0, 10);

const STATUSES = [
	['Draft', 'Draft'],
	['Posted', 'Posted'],
] as const;

/** Pay runs: read here; `more` is what a country may do besides. */
export const payRuns = (
	description: string,
	fields: RecordType['fields'] = {},
	more: (kind: RecordType) => Readonly<Record<string, Operation>> = () => ({}),
): Resource =>
	resource({
		key: 'payRun',
		name: 'Pay Run',
		plural: 'Pay Runs',
		description,
		path: 'PayRuns',
		id: 'payRunID',
		scope: 'payroll.payruns',
		...travels('payRun', 'payRuns'),
		simplified: [
			'payRunID',
			'payrollCalendarID',
			'periodStartDate',
			'periodEndDate',
			'paymentDate',
			'payRunStatus',
			'payRunType',
			'calendarType',
			'postedDateTime',
		],
		fields,
		listOptions: {
			payRun: ({ periodStartDate, periodEndDate, paymentDate, payRunStatus, payRunID }: IDataObject) => [
				{
					name: `${day(periodStartDate)} to ${day(periodEndDate)} · paid ${day(paymentDate)} · ${String(payRunStatus)}`,
					value: String(payRunID),
				},
			],
		},
		operations: (kind) => {
			const own = verbs(kind, { hole: 'PayRunID' });
			return {
				...more(kind),
				get: own.get('getPayRun', { description: 'With a summary of each payslip' }),
				getAll: own.getAll('getPayRuns', {
					status: choice('Status', STATUSES),
					payrollCalendarID: siftedBy('payrollCalendarID', payrollCalendar),
					paidFrom: siftedFrom('paymentDate', 'Paid From'),
					paidTo: siftedTo('paymentDate', 'Paid To'),
				}),
			};
		},
	});
