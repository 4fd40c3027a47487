import type { IDataObject } from 'n8n-workflow';

export const EMPLOYEE = '3a000001-0000-4000-8000-000000000001';
export const CALENDAR = '3a000002-0000-4000-8000-000000000001';
export const RATE = '3a000003-0000-4000-8000-000000000001';
export const OVERTIME = '3a000003-0000-4000-8000-000000000002';
export const LEAVE_TYPE = '3a000004-0000-4000-8000-000000000001';
export const APPLICATION = '3a000005-0000-4000-8000-000000000001';
export const SCHEDULED = '3a000005-0000-4000-8000-000000000002';
export const TIMESHEET = '3a000006-0000-4000-8000-000000000001';
export const LINE = '3a000007-0000-4000-8000-000000000001';
export const TRACKING = '3a000008-0000-4000-8000-000000000001';
export const FUND = '3a000009-0000-4000-8000-000000000001';
export const MEMBERSHIP = '3a00000a-0000-4000-8000-000000000001';
export const DEDUCTION = '3a00000b-0000-4000-8000-000000000001';
export const REIMBURSEMENT = '3a00000c-0000-4000-8000-000000000001';

export const one = { item: 0 };
export const page = { page: '1' };

/** Records of version 1.0 under their plural, as every answer has them. */
export const under = (plural: string, ...records: object[]) => ({
	body: { Id: TRACKING, Status: 'OK', ProviderName: 'n8n', [plural]: records as IDataObject[] },
});

/** An answer of version 2.0. */
export const wrapped = (name: string, record: unknown) => ({ body: { problem: null, pagination: null, [name]: record } });

/** Days as version 1.0 writes them. */
export const MON_2 = '/Date(1772409600000+0000)/';
export const SUN_8 = '/Date(1772928000000+0000)/';
