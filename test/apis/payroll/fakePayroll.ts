import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Api } from '../../../nodes/shared/model/operation';
import { execute } from '../../../nodes/shared/run/execute';
import type { Reply, Sent } from '../../fakeContext';
import { fakeExecute } from '../../fakeContext';

/** An ID of Xero's form that a test can say in two characters. */
export const id = (short: string): string => `${short}000000-0000-4000-8000-000000000000`;
export const picked = (value: string) => ({ __rl: true, mode: 'id', value });

/** A page of a list, and one record, as Payroll answers them. */
export const listed = (name: string, records: readonly IDataObject[]): Reply => ({
	body: { problem: null, pagination: { page: 1, pageSize: 100, pageCount: 1, itemCount: records.length }, [name]: records },
});
export const wrapped = (name: string, record: unknown): Reply => ({ body: { problem: null, [name]: record } });
export const refusal = (status: number, detail: string): Reply => ({
	statusCode: status,
	body: { problem: { title: 'Refused', status: String(status), detail, invalidFields: null } },
});

/** How a run ended: its rows, the calls in their order as 'GET /PayRuns/d4', what was said under the output, and what ended it. */
export interface Ended {
	readonly rows: readonly IDataObject[];
	readonly out: readonly INodeExecutionData[];
	readonly calls: readonly string[];
	readonly hints: readonly string[];
	readonly error: string;
}

/**
 * Runs an operation of a country, such as 'payRun.getJournalRows', over items.
 * @param reply what Xero answers to a call, in the form of {@link Ended.calls} without a query
 */
export async function runPayroll(
	api: Api,
	what: string,
	parameters: readonly IDataObject[],
	reply: (call: string, request: Sent) => Reply,
	goesOn = false,
): Promise<Ended> {
	const [resource, operation] = what.split('.') as [string, string];
	const calls: string[] = [];
	const { ctx, hints } = fakeExecute({
		parameters: parameters.map((one) => ({ organisation: picked(id('99')), resource, operation, ...one })),
		continueOnFail: goesOn,
		reply: (request) => {
			const path = request.path.replace('/payroll.xro/2.0', '').replace(/000000-0000-4000-8000-000000000000/g, '');
			calls.push(`${request.method} ${path}${asked(request)}`);
			return reply(`${request.method} ${path}`, request);
		},
	});
	const end = { rows: [], out: [], error: '' };
	const ended = await execute(api, ctx).then(
		([out = []]) => ({ ...end, out, rows: out.map(({ json }) => json) }),
		(cause: Error & { description?: string }) => ({ ...end, error: `${cause.message}\n${cause.description ?? ''}` }),
	);
	return { ...ended, calls, hints: hints.map(({ message }) => message) };
}

const asked = ({ query }: Sent): string => {
	const pairs = Object.entries(query).map(([name, value]) => `${name}=${value.slice(0, 2)}`);
	return pairs.length ? `?${pairs.join('&')}` : '';
};
