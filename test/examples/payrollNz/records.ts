import type { Example } from '../example';
import { byId, fromList } from '../example';

export const EMPLOYEE = '3e000001-0000-4000-8000-000000000001';
export const CALENDAR = '3e000002-0000-4000-8000-000000000001';
export const RATE = '3e000003-0000-4000-8000-000000000001';
export const OVERTIME = '3e000003-0000-4000-8000-000000000002';
export const LEAVE_TYPE = '3e000004-0000-4000-8000-000000000001';
export const LEAVE = '3e000005-0000-4000-8000-000000000001';
export const TIMESHEET = '3e000006-0000-4000-8000-000000000001';
export const LINE = '3e000007-0000-4000-8000-000000000001';
export const TRACKING = '3e000008-0000-4000-8000-000000000001';
export const PAY_RUN = '3e000009-0000-4000-8000-000000000001';
export const PAYSLIP = '3e00000a-0000-4000-8000-000000000001';
export const ACCOUNT = '3e00000b-0000-4000-8000-000000000001';
export const LIABILITY = '3e00000b-0000-4000-8000-000000000002';
export const SALARY = '3e00000c-0000-4000-8000-000000000001';
export const TEMPLATE_LINE = '3e00000d-0000-4000-8000-000000000001';
export const DEDUCTION = '3e00000e-0000-4000-8000-000000000001';
export const SUPERANNUATION = '3e00000f-0000-4000-8000-000000000001';
export const STATUTORY = '3e000010-0000-4000-8000-000000000001';
export const PATTERN = '3e000011-0000-4000-8000-000000000001';

export const which = { EmployeeID: fromList(EMPLOYEE) };
export const one = { item: 0 };

/** The wrapper of Payroll's answers, without what is null in good ones. */
export const wrapped = (name: string, record: unknown) => ({ body: { problem: null, pagination: null, [name]: record } });

export const listed = (name: string, ...records: object[]) => ({
	body: { problem: null, pagination: { page: 1, pageSize: 100, pageCount: 1, itemCount: records.length }, [name]: records },
});

/** A list that is read whole because it is sifted here: what is asked, and what of the answer stays. */
export const siftedList = (
	path: string,
	envelope: string,
	filters: Example['parameters'][number],
	records: readonly object[],
	gives: readonly object[],
	more: { readonly parameters?: object; readonly query?: Readonly<Record<string, string>> } = {},
): Example => ({
	parameters: [{ ...more.parameters, returnAll: true, filters }],
	replies: [listed(envelope, ...records)],
	sends: [{ method: 'GET', path, ...(more.query ? { query: more.query } : {}) }],
	gives: gives.map((json) => ({ json: json as Record<string, string>, pairedItem: one })),
});

export const page = { page: '1' };
export { byId, fromList };
