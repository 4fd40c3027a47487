// The settings that reports need besides themselves: read once for an organisation in an execution.

import type { IDataObject } from 'n8n-workflow';
import type { OperationContext, RowFinding } from '../shared/model/context';
import { stateOf } from '../shared/model/errorState';
import { shown } from '../shared/model/findings';
import type { YearEnd } from './rows/financialYear';
import type { AccountFacts } from './rows/reportRows';
import { ianaZoneOf } from './rows/timeZones';

/** The scope of Organisation, Accounts and TrackingCategories. */
export const SETTINGS_SCOPE = 'accounting.settings.read';

/** Takes what is to be said of the rows. */
export type AddFinding = (finding: RowFinding) => void;

/** A finding for settings that the credential may not read, with what to do about it; any other error is thrown on. */
function notRead(cause: unknown, code: string, says: string): RowFinding {
	const { lacks, findings = [] } = stateOf(cause) ?? {};
	if (lacks !== 'scope' && lacks !== 'access') throw cause as Error;
	const todo = `${findings[0]?.todo ?? 'Connect again'}; the scope is ${SETTINGS_SCOPE}`;
	return { code, says, todo, details: { scope: SETTINGS_SCOPE } };
}

const listOf = async (call: OperationContext, path: string, envelope: string, id: string, query: IDataObject = {}) =>
	await call.listOnce({ path, query, scope: SETTINGS_SCOPE }, { by: 'nothing' }, envelope, id);

/** Which day it is in the organisation, and when its financial year ends. */
export interface OrganisationCalendar {
	/** `YYYY-MM-DD` */
	readonly today: string;
	/** Undefined where it could not be read. */
	readonly yearEnd: YearEnd | undefined;
}

/** Reads the organisation's calendar; what cannot be had is a finding, and the workflow's time zone counts. */
export async function calendarOf(call: OperationContext, addFinding: AddFinding): Promise<OrganisationCalendar> {
	let organisation: IDataObject = {};
	try {
		[organisation = {}] = await listOf(call, '/Organisation', 'Organisations', 'OrganisationID');
	} catch (cause) {
		const says = "the organisation's time zone and year end could not be read: the day is that of the workflow's time zone";
		addFinding(notRead(cause, 'organisationNotRead', says));
		return { today: call.today(), yearEnd: undefined };
	}
	const { Timezone, FinancialYearEndDay: day, FinancialYearEndMonth: month } = organisation;
	const zone = ianaZoneOf(Timezone);
	if (zone === undefined)
		addFinding({
			code: 'unknownTimeZone',
			place: ['Timezone'],
			value: shown(Timezone),
			says: "is no time zone that this node knows: the day is that of the workflow's time zone",
			todo: 'Around midnight choose Custom and give the days',
		});
	return {
		today: call.today(zone),
		yearEnd: typeof day === 'number' && typeof month === 'number' ? { day, month } : undefined,
	};
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Code, name, type and class of every account by its ID in lower case; none where they may not be read, which is a finding. */
export async function accountsOf(call: OperationContext, addFinding: AddFinding): Promise<ReadonlyMap<string, AccountFacts>> {
	try {
		const accounts = await listOf(call, '/Accounts', 'Accounts', 'AccountID');
		return new Map(
			accounts.map(({ AccountID, Code, Name, Type, Class }) => [
				String(AccountID).toLowerCase(),
				{
					accountCode: textOf(Code),
					accountName: textOf(Name),
					accountType: textOf(Type),
					accountClass: textOf(Class),
				},
			]),
		);
	} catch (cause) {
		addFinding(notRead(cause, 'accountsNotRead', 'codes, names and types of accounts could not be read, and are empty'));
		return new Map();
	}
}

/** The tracking categories with their options, archived ones too; none where they may not be read, which is a finding. */
export async function trackingCategoriesOf(
	call: OperationContext,
	addFinding: AddFinding,
): Promise<readonly IDataObject[] | undefined> {
	try {
		return await listOf(call, '/TrackingCategories', 'TrackingCategories', 'TrackingCategoryID', { includeArchived: 'true' });
	} catch (cause) {
		addFinding(notRead(cause, 'trackingNotRead', 'tracking options could not be read, so that their IDs are empty'));
		return undefined;
	}
}
